/* Prices of all rows from those of the reduction: the same for what was kept, and for
 * what went into a column's bounds the price at which the linear programme's bound is
 * highest. */
#include "solver/presolve/postsolve.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>

enum { PROGRAMMES = 300 };

/* Of a programme's last row, which is priced last: no price would bring more than that
 * which was found. */
static void a_dropped_row_is_priced_as_dear_as_can_be(void **state)
{
  (void)state;
  int priced = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct reduction reduction;
    int last = programme->n_rows - 1;
    bool made = last >= 0 && reduction_make(programme, &reduction);
    if (made && (reduction.n_rows == 0 || reduction.kept_rows[reduction.n_rows - 1] != last)) {
      double reduced[16] = {0}, prices[16];
      postsolve_prices(programme, &reduction, reduced, prices);
      double value = sample_dual_value(programme, prices);
      assert_true(isfinite(value));
      priced += prices[last] != 0;
      for (prices[last] = -20; prices[last] <= 20; prices[last] += 0.25)
        assert_true(sample_dual_value(programme, prices) <= value + 1e-9);
    }
    if (made)
      reduction_clear(&reduction);
    programme_free(programme);
  }
  assert_true(priced > 10);
}

/* 6 x + 6 y >= 12 was divided by 6: a unit of the row is a sixth. */
static void a_kept_row_is_priced_by_its_own_unit(void **state)
{
  (void)state;
  static const int64_t row[] = {6, 6, 6};
  static const double reduced[] = {3};
  struct programme *programme = programme_new();
  struct reduction reduction;
  double prices[1];
  for (int j = 0; j < 3; j++)
    sample_column(programme, 0, 1, 2 + j);
  sample_row(programme, 12, row, PROGRAMME_INFINITY);
  assert_true(reduction_make(programme, &reduction));
  assert_int_equal(reduction.n_rows, 1);
  assert_int_equal(reduction.divisors[0], 6);
  postsolve_prices(programme, &reduction, reduced, prices);
  assert_float_equal(prices[0], 0.5, 1e-9);
  reduction_clear(&reduction);
  programme_free(programme);
}

/* x >= 1 at 5 each is a bound of x in the reduction; y <= 3 gains 2 each. */
static void a_row_that_became_a_bound_keeps_its_price(void **state)
{
  (void)state;
  static const int64_t least[] = {1, 0}, most[] = {0, 1};
  struct programme *programme = programme_new();
  struct reduction reduction;
  double prices[2];
  sample_column(programme, 0, 4, 5);
  sample_column(programme, 0, 4, -2);
  sample_row(programme, 1, least, PROGRAMME_INFINITY);
  sample_row(programme, -PROGRAMME_INFINITY, most, 3);
  assert_true(reduction_make(programme, &reduction));
  assert_int_equal(reduction.n_rows, 0);
  postsolve_prices(programme, &reduction, NULL, prices);
  assert_float_equal(prices[0], 5, 1e-9);
  assert_float_equal(prices[1], -2, 1e-9);
  reduction_clear(&reduction);
  programme_free(programme);
}

/* a + missing >= 3 at 9 each, where a is 2 at most: missing is 1 at least, and the row,
 * though it stays, has no price of its own until it is given back. */
static void what_a_tightened_bound_hides_comes_back(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 1, 1};
  static const double nothing[] = {0};
  struct programme *programme = programme_new();
  struct reduction reduction;
  double prices[1];
  sample_column(programme, 0, 1, 2);
  sample_column(programme, 0, 1, 3);
  sample_column(programme, 0, 3, 9);
  sample_row(programme, 3, row, PROGRAMME_INFINITY);
  assert_true(reduction_make(programme, &reduction));
  assert_int_equal(reduction.n_rows, 1);
  postsolve_prices(programme, &reduction, nothing, prices);
  assert_float_equal(prices[0], 9, 1e-9);
  reduction_clear(&reduction);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_dropped_row_is_priced_as_dear_as_can_be),
      cmocka_unit_test(a_kept_row_is_priced_by_its_own_unit),
      cmocka_unit_test(a_row_that_became_a_bound_keeps_its_price),
      cmocka_unit_test(what_a_tightened_bound_hides_comes_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
