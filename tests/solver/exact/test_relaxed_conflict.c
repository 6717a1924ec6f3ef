/* Rows that shares can't keep either: never where there is a solution, by hand and by enumeration.
 */
#include "solver/engine.h"
#include "solver/exact/infeasible.h"
#include "solver/exact/relaxed_conflict.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { PROGRAMMES = 300 };

struct sought {
  struct column_view *view;
  struct solver_settings settings;
  struct run run;
};

static void open_run(struct sought *sought, const struct programme *programme)
{
  *sought =
      (struct sought){.view = column_view_new(programme), .settings = solver_default_settings()};
  sought->settings.deterministic = true;
  run_begin(&sought->run, sought->view, &sought->settings, NULL);
}

static void close_run(struct sought *sought)
{
  run_clear(&sought->run);
  column_view_free(sought->view);
  engine_leave();
}

/* Does the relaxation of the programme, which is freed, have a conflict of these rows? */
static bool clashes(struct programme *programme, GArray *rows)
{
  struct sought sought;
  open_run(&sought, programme);
  bool out = relaxed_conflict_find(&sought.run, rows);
  assert_int_equal(sought.run.status, STATUS_OK);
  close_run(&sought);
  programme_free(programme);
  return out;
}

static void it_is_never_said_of_what_has_a_solution(void **state)
{
  (void)state;
  int found = 0, impossible = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
    struct programme *programme = sample_tiny(seed);
    int64_t cost;
    bool lawful = sample_enumerate(programme, &cost);
    bool clash = clashes(programme, rows);
    assert_false(lawful && clash);
    assert_int_equal(clash, rows->len > 0);
    impossible += !lawful;
    found += clash;
  }
  assert_true(found > impossible / 3);
}

/* Two sessions of two people each, of which each person works one: four of two. */
static struct programme *too_much(int64_t need)
{
  static const int64_t person[][5] = {{1, 1, 0, 0, 0}, {0, 0, 1, 1, 0}};
  static const int64_t all[] = {1, 1, 1, 1, 0}, other[] = {0, 0, 0, 0, 1};
  struct programme *programme = programme_new();
  for (int j = 0; j < 5; j++)
    sample_placement(programme, j / 2, j % 2, 1);
  sample_row(programme, -PROGRAMME_INFINITY, other, 0);
  for (int i = 0; i < 2; i++)
    sample_row(programme, -PROGRAMME_INFINITY, person[i], 1);
  sample_row(programme, need, all, PROGRAMME_INFINITY);
  return programme;
}

static void what_is_too_much_is_named(void **state)
{
  (void)state;
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  assert_false(clashes(too_much(2), rows));
  assert_true(clashes(too_much(3), rows));
  assert_int_equal(rows->len, 3);
  for (guint k = 0; k < 3; k++)
    assert_int_equal(g_array_index(rows, int, k), 1 + (int)k); /* the first has no part in it */
}

/* Of three, each pair does exactly one: halves can, people can't. */
static void halves_are_no_conflict(void **state)
{
  (void)state;
  static const int64_t pairs[][3] = {{1, 1, 0}, {0, 1, 1}, {1, 0, 1}};
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  struct programme *programme = programme_new();
  for (int j = 0; j < 3; j++)
    sample_placement(programme, j, 0, 0);
  for (int i = 0; i < 3; i++)
    sample_row(programme, 1, pairs[i], 1);
  assert_false(clashes(programme, rows));
}

/* Five are needed of two, and a count of the row's own makes up for so many. */
static struct programme *made_up(int64_t most)
{
  static const int64_t need[] = {1, 1, 1};
  struct programme *programme = programme_new();
  for (int j = 0; j < 2; j++)
    sample_placement(programme, j, 0, 0);
  sample_column(programme, 0, most, 100);
  sample_row(programme, 5, need, PROGRAMME_INFINITY);
  return programme;
}

static void what_has_its_price_is_no_conflict(void **state)
{
  (void)state;
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  assert_false(clashes(made_up(5), rows)); /* whatever the two do */
  assert_false(clashes(made_up(3), rows)); /* if both work */
  assert_true(clashes(made_up(2), rows));
}

static void the_run_ends_with_the_fewest(void **state)
{
  (void)state;
  struct programme *programme = too_much(3);
  struct sought sought;
  open_run(&sought, programme);
  infeasible_relaxed(&sought.run);
  assert_true(run_over(&sought.run));
  assert_non_null(sought.run.conflict);
  assert_int_equal(sought.run.conflict->len, 3);
  assert_true(sought.run.conflict_irreducible);
  close_run(&sought);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_is_never_said_of_what_has_a_solution),
      cmocka_unit_test(what_is_too_much_is_named),
      cmocka_unit_test(halves_are_no_conflict),
      cmocka_unit_test(what_has_its_price_is_no_conflict),
      cmocka_unit_test(the_run_ends_with_the_fewest),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
