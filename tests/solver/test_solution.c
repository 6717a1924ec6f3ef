/* What is kept up to date as columns change is what it would be if added up anew. */
#include "solver/gap.h"
#include "solver/solution.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { CHANGES = 3 };

static void assert_adds_up(const struct column_view *view, const struct solution *solution)
{
  const struct programme *p = view->programme;
  int64_t excess = 0;
  assert_int_equal(solution->cost, programme_objective(p, solution->x));
  for (int i = 0; i < p->n_rows; i++) {
    int64_t activity = programme_activity(p, i, solution->x), beyond = 0;
    if (activity < p->rows[i].lower)
      beyond = p->rows[i].lower - activity;
    if (activity > p->rows[i].upper)
      beyond = activity - p->rows[i].upper;
    assert_int_equal(solution->activity[i], activity);
    assert_int_equal(solution_row_excess(view, solution, i), beyond);
    excess += beyond;
  }
  assert_int_equal(solution->excess, excess);
}

static void changes_are_followed_and_taken_back(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= 100; seed++) {
    struct programme *p = sample_tiny(seed);
    struct column_view *view = column_view_new(p);
    struct solution *solution = solution_new(view, NULL), *before = solution_new(view, NULL);
    GRand *rand = g_rand_new_with_seed((guint32)seed);
    for (int times = 0; times < 20; times++) {
      struct change changes[CHANGES];
      for (int k = 0; k < CHANGES; k++) { /* perhaps of one column twice */
        int j = g_rand_int_range(rand, 0, p->n_columns);
        changes[k] = (struct change){
            j, g_rand_int_range(rand, (int)p->columns[j].lower, (int)p->columns[j].upper + 1)};
      }
      solution_assign(view, before, solution);
      solution_swap(view, solution, changes, CHANGES);
      assert_adds_up(view, solution);
      assert_adds_up(view, before);
    }
    g_rand_free(rand);
    solution_free(before);
    solution_free(solution);
    column_view_free(view);
    programme_free(p);
  }
}

static void the_same_call_takes_changes_back(void **state)
{
  (void)state;
  static const int64_t row[] = {2, 3};
  struct programme *p = programme_new();
  sample_column(p, 0, 9, 5);
  sample_column(p, 0, 9, 7);
  sample_row(p, 4, row, 10);
  struct column_view *view = column_view_new(p);
  struct solution *solution = solution_new(view, NULL);
  struct change changes[] = {{0, 4}, {1, 3}};
  assert_int_equal(solution->excess, 4);
  solution_swap(view, solution, changes, 2);
  assert_int_equal(solution->cost, 41);
  assert_int_equal(solution->excess, 7);
  assert_int_equal(changes[0].value, 0);
  solution_swap(view, solution, changes, 2);
  assert_int_equal(solution->cost, 0);
  assert_int_equal(solution->excess, 4);
  assert_int_equal(changes[1].value, 3);
  solution_free(solution);
  column_view_free(view);
  programme_free(p);
}

static void a_start_is_moved_into_the_bounds(void **state)
{
  (void)state;
  static const int64_t start[] = {-100, 100, 3};
  struct programme *p = programme_new();
  sample_column(p, -2, 4, 1);
  sample_column(p, 0, 6, 1);
  sample_column(p, 1, 5, 1);
  struct column_view *view = column_view_new(p);
  struct solution *solution = solution_new(view, start), *nothing = solution_new(view, NULL);
  static const int64_t moved[] = {-2, 6, 3}, least[] = {0, 0, 1};
  assert_memory_equal(solution->x, moved, sizeof moved);
  assert_memory_equal(nothing->x, least, sizeof least);
  solution_free(nothing);
  solution_free(solution);
  column_view_free(view);
  programme_free(p);
}

/* Fewer units beyond a bound come before any cost. */
static void lawful_comes_before_cheap(void **state)
{
  (void)state;
  struct solution solution = {.cost = 10, .excess = 2};
  assert_true(solution_is_better(&solution, 3, -50));
  assert_false(solution_is_better(&solution, 1, 50));
  assert_true(solution_is_better(&solution, 2, 11));
  assert_false(solution_is_better(&solution, 2, 10));
  assert_false(solution_is_better(&solution, 2, 9));
}

static void the_gap_is_a_share_of_the_cost(void **state)
{
  (void)state;
  assert_float_equal(gap_of(200, 150), 0.25, 1e-12);
  assert_float_equal(gap_of(-200, -250), 0.25, 1e-12);
  assert_float_equal(gap_of(50, -50), 2, 1e-12);
  assert_true(gap_of(7, 7) == 0);
  assert_true(gap_of(0, 0) == 0);
  assert_true(isinf(gap_of(0, -1)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_are_followed_and_taken_back),
      cmocka_unit_test(the_same_call_takes_changes_back),
      cmocka_unit_test(a_start_is_moved_into_the_bounds),
      cmocka_unit_test(lawful_comes_before_cheap),
      cmocka_unit_test(the_gap_is_a_share_of_the_cost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
