/* Whatever a reduction takes out, a cheapest solution stays, at the same cost. */
#include "solver/presolve/reduction.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { PROGRAMMES = 400 };

/* The cheapest solution of what is left, completed, is one of the whole. */
static void assert_completes(const struct programme *programme, struct reduction *reduction,
                             int64_t optimum)
{
  const struct programme *left = reduction->programme;
  int64_t cost, x[16] = {0};
  assert_true(sample_enumerate(left, &cost));
  assert_int_equal(cost + reduction->constant, optimum);
  for (int j = 0; j < left->n_columns; j++)
    x[j] = left->columns[j].lower;
  for (int at = 0; at < left->n_columns;) {
    if (programme_first_broken(left, x) < 0 && programme_objective(left, x) == cost)
      break;
    for (at = 0; at < left->n_columns && x[at] == left->columns[at].upper; at++)
      x[at] = left->columns[at].lower;
    if (at < left->n_columns)
      x[at]++;
  }
  reduction_restore(reduction, x);
  assert_int_equal(programme_first_broken(programme, reduction->x), -1);
  assert_int_equal(programme_objective(programme, reduction->x), optimum);
}

static void a_cheapest_solution_stays(void **state)
{
  (void)state;
  int columns = 0, rows = 0, proven = 0, lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct reduction reduction;
    int64_t optimum;
    bool found = sample_enumerate(programme, &optimum),
         made = reduction_make(programme, &reduction);
    if (made && found)
      assert_completes(programme, &reduction, optimum);
    else if (made)
      assert_false(sample_enumerate(reduction.programme, &optimum));
    else
      assert_false(found);
    if (made) {
      columns += programme->n_columns - reduction.programme->n_columns;
      rows += programme->n_rows - reduction.n_rows;
      reduction_clear(&reduction);
    }
    lawful += found;
    proven += !made;
    programme_free(programme);
  }
  assert_true(columns > PROGRAMMES && rows > PROGRAMMES / 2); /* and it is worth having */
  assert_true(proven > (PROGRAMMES - lawful) / 4);
}

static void reduce(struct programme *programme, struct reduction *reduction)
{
  assert_true(reduction_make(programme, reduction));
  programme_free(programme);
}

/* 4 x + 6 y + 3 z <= 11 with z = 1: 2 x + 3 y <= 4. */
static void what_is_fixed_leaves_and_rows_are_divided(void **state)
{
  (void)state;
  static const int64_t row[] = {4, 6, 3};
  struct programme *programme = programme_new();
  struct reduction reduction;
  sample_column(programme, 0, 3, -5);
  sample_column(programme, 0, 3, -7);
  sample_column(programme, 1, 1, 2);
  sample_row(programme, -PROGRAMME_INFINITY, row, 11);
  reduce(programme, &reduction);
  const struct programme *left = reduction.programme;
  assert_int_equal(left->n_columns, 2);
  assert_int_equal(reduction.kept[1], 1);
  assert_int_equal(reduction.constant, 2);
  assert_int_equal(reduction.x[2], 1);
  assert_int_equal(reduction.n_rows, 1);
  assert_int_equal(reduction.kept_rows[0], 0);
  assert_int_equal(reduction.divisors[0], 2);
  assert_int_equal(left->terms[0].coefficient, 2);
  assert_int_equal(left->terms[1].coefficient, 3);
  assert_int_equal(left->rows[0].upper, 4);
  assert_int_equal(left->columns[0].upper, 2); /* as the row implies */
  assert_int_equal(left->columns[1].upper, 1);
  reduction_clear(&reduction);
}

/* 3 x + y >= 8 where y is 1 at most: x is 3 at least, and so the row always holds. Then
 * -2 x - z >= -9 leaves 3 for z. */
static void lower_bounds_are_rounded_up_and_upper_ones_down(void **state)
{
  (void)state;
  static const int64_t rows[][3] = {{3, 1, 0}, {-2, 0, -1}}, settled[] = {3, 0, 3};
  struct programme *programme = programme_new();
  struct reduction reduction;
  sample_column(programme, 0, 4, 1);
  sample_column(programme, 0, 1, 1);
  sample_column(programme, 0, 9, -1);
  sample_row(programme, 8, rows[0], PROGRAMME_INFINITY);
  sample_row(programme, -9, rows[1], PROGRAMME_INFINITY);
  reduce(programme, &reduction);
  assert_int_equal(reduction.programme->n_columns, 0);
  assert_memory_equal(reduction.x, settled, sizeof settled);
  reduction_clear(&reduction);
}

/* A row that can't bind goes, and then nothing holds the column back: it goes to its
 * cheaper end. */
static void what_nothing_holds_goes_to_its_cheaper_end(void **state)
{
  (void)state;
  static const int64_t loose[] = {1, 1}, binding[] = {0, 1};
  struct programme *programme = programme_new();
  struct reduction reduction;
  sample_column(programme, 0, 3, -5);
  sample_column(programme, 0, 3, 4);
  sample_row(programme, -PROGRAMME_INFINITY, loose, 6);
  sample_row(programme, 2, binding, PROGRAMME_INFINITY);
  reduce(programme, &reduction);
  assert_int_equal(reduction.programme->n_columns, 0);
  assert_int_equal(reduction.programme->n_rows, 0);
  assert_int_equal(reduction.x[0], 3);
  assert_int_equal(reduction.x[1], 2);
  assert_int_equal(reduction.constant, -15 + 8);
  reduction_clear(&reduction);
}

/* Without an end there is none to go to: such a column stays, and so does what it is in. */
static void endless_columns_stay(void **state)
{
  (void)state;
  static const int64_t row[] = {1, -1};
  struct programme *programme = programme_new();
  struct reduction reduction;
  sample_column(programme, 0, PROGRAMME_INFINITY, -1);
  sample_column(programme, 0, PROGRAMME_INFINITY, 2);
  sample_row(programme, -PROGRAMME_INFINITY, row, 3);
  reduce(programme, &reduction);
  assert_int_equal(reduction.programme->n_columns, 2);
  assert_int_equal(reduction.programme->n_rows, 1);
  assert_true(reduction.programme->columns[0].upper >= PROGRAMME_INFINITY);
  reduction_clear(&reduction);
}

static void a_contradiction_is_seen(void **state)
{
  (void)state;
  static const int64_t rows[][2] = {{1, 1}, {2, 2}};
  for (int k = 0; k < 3; k++) {
    struct programme *programme = programme_new();
    struct reduction reduction;
    sample_column(programme, 0, 1, 0);
    sample_column(programme, k == 2 ? 2 : 0, 1, 0);
    if (k == 0)
      sample_row(programme, 3, rows[0], PROGRAMME_INFINITY);
    if (k == 1)
      sample_row(programme, -PROGRAMME_INFINITY, rows[1], -1);
    assert_false(reduction_make(programme, &reduction));
    programme_free(programme);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_cheapest_solution_stays),
      cmocka_unit_test(what_is_fixed_leaves_and_rows_are_divided),
      cmocka_unit_test(lower_bounds_are_rounded_up_and_upper_ones_down),
      cmocka_unit_test(what_nothing_holds_goes_to_its_cheaper_end),
      cmocka_unit_test(endless_columns_stay),
      cmocka_unit_test(a_contradiction_is_seen),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
