/* Either a lawful solution turns up, or rows that can't all hold, each of them needed. */
#include "solver/engine.h"
#include "solver/exact/infeasible.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { PROGRAMMES = 300 };

struct sought {
  struct column_view *view;
  struct solver_settings settings;
  struct run run;
};

static void open_run(struct sought *sought, const struct programme *programme, const int64_t *start)
{
  *sought =
      (struct sought){.view = column_view_new(programme), .settings = solver_default_settings()};
  run_begin(&sought->run, sought->view, &sought->settings, start);
}

static void close_run(struct sought *sought)
{
  run_clear(&sought->run);
  column_view_free(sought->view);
  engine_leave();
}

static void it_agrees_with_enumeration(void **state)
{
  (void)state;
  int lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct sought sought;
    int64_t cost;
    open_run(&sought, programme, NULL);
    infeasible_search(&sought.run);
    if (sample_enumerate(programme, &cost)) {
      assert_false(run_is_broken(&sought.run));
      assert_null(sought.run.conflict);
      assert_int_equal(programme_first_broken(programme, sought.run.best->x), -1);
      lawful++;
    } else {
      const GArray *rows = sought.run.conflict;
      assert_non_null(rows);
      assert_true(sought.run.conflict_irreducible);
      assert_true(run_over(&sought.run));
      assert_true(
          sample_is_irreducible(programme, (const int *)(const void *)rows->data, (int)rows->len));
    }
    close_run(&sought);
    programme_free(programme);
  }
  assert_in_range(lawful, PROGRAMMES / 4, PROGRAMMES * 3 / 4);
}

/* Rows that hold where the search begins join only when a candidate breaks them. */
static void rows_join_as_they_are_broken(void **state)
{
  (void)state;
  static const int64_t rows[][3] = {{1, 1, 0}, {1, 0, 1}, {1, 0, 0}};
  struct programme *programme = programme_new();
  struct sought sought;
  for (int j = 0; j < 3; j++)
    sample_placement(programme, j, 0, 0);
  sample_row(programme, 1, rows[0], 2); /* broken by nothing at all */
  sample_row(programme, 0, rows[1], 1); /* and so is not this */
  sample_row(programme, -PROGRAMME_INFINITY, rows[2], 0);
  open_run(&sought, programme, NULL);
  infeasible_search(&sought.run);
  assert_false(run_is_broken(&sought.run));
  assert_int_equal(sought.run.best->x[0], 0);
  assert_int_equal(sought.run.best->x[1], 1);
  close_run(&sought);
  programme_free(programme);
}

/* Two at their upper bound and a count of 2 between its bounds, one too many together: what
 * is at a bound stays there, and the count gives way. */
static void what_is_at_a_bound_stays_there(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 1, 1};
  static const int64_t known[] = {1, 1, 2};
  struct programme *programme = programme_new();
  struct sought sought;
  sample_placement(programme, 0, 0, 0);
  sample_placement(programme, 1, 0, 0);
  sample_column(programme, 0, 3, 0);
  sample_row(programme, 0, row, 3);
  open_run(&sought, programme, known);
  infeasible_search(&sought.run);
  assert_false(run_is_broken(&sought.run));
  assert_int_equal(sought.run.best->x[0], 1);
  assert_int_equal(sought.run.best->x[1], 1);
  close_run(&sought);
  programme_free(programme);
}

static void what_is_plain_is_seen_at_sight(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 1};
  for (int64_t needed = 2; needed <= 3; needed++) { /* two can, three are too many */
    struct programme *programme = programme_new();
    struct sought sought;
    sample_placement(programme, 0, 0, 0);
    sample_placement(programme, 1, 0, 0);
    sample_row(programme, needed, row, PROGRAMME_INFINITY);
    open_run(&sought, programme, NULL);
    assert_int_equal(infeasible_at_sight(&sought.run), needed == 3);
    close_run(&sought);
    programme_free(programme);
  }
}

/* What is over before it begins claims nothing. */
static void a_run_that_is_over_says_nothing(void **state)
{
  (void)state;
  static const int64_t row[] = {1};
  struct programme *programme = programme_new();
  struct sought sought;
  sample_placement(programme, 0, 0, 0);
  sample_row(programme, 2, row, PROGRAMME_INFINITY);
  open_run(&sought, programme, NULL);
  run_end(&sought.run);
  infeasible_search(&sought.run);
  assert_null(sought.run.conflict);
  close_run(&sought);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_agrees_with_enumeration),
      cmocka_unit_test(rows_join_as_they_are_broken),
      cmocka_unit_test(what_is_at_a_bound_stays_there),
      cmocka_unit_test(what_is_plain_is_seen_at_sight),
      cmocka_unit_test(a_run_that_is_over_says_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
