/* What a row costs: prices as worked by hand, and for any programme prices
 * whose Lagrangian value is a bound. */
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PROGRAMMES = 300 };

static int add_column(struct programme *programme, int clinician, int64_t upper, int64_t cost)
{
  struct column column = {.upper = upper, .cost = cost, .label = LABEL_NONE};
  column.label.clinician = clinician;
  column.placement = clinician >= 0;
  return programme_add_column(programme, column);
}

static int add_row(struct programme *programme, const int *columns, int count, int64_t lower,
                   int64_t upper)
{
  for (int k = 0; k < count; k++)
    programme_add_term(programme, columns[k], 1);
  return programme_add_row(programme, lower, upper, LABEL_NONE);
}

static struct solver_result solve(const struct programme *programme, int threads)
{
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  settings.time_limit_ms = 30000;
  settings.threads = threads;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  return result;
}

/* Two of three whom a session wants are there, and both have a rule of their own
 * to keep: what is missing costs its price, whatever bounds say so. */
static void what_nobody_can_give_has_a_price(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  int cover[3] = {0};
  for (int s = 0; s < 3; s++) {
    int who[] = {add_column(programme, 0, 1, 0), add_column(programme, 1, 1, 0),
                 add_column(programme, -1, 3, 100)};
    cover[s] = add_row(programme, who, 3, 3, PROGRAMME_INFINITY);
  }
  int month[] = {0, 3, 6, add_column(programme, 0, 3, 1)};
  add_row(programme, month, 4, 3, 3);
  struct solver_result result = solve(programme, 1);
  assert_int_equal(result.objective, 300);
  assert_non_null(result.prices);
  for (int s = 0; s < 3; s++)
    assert_float_equal(result.prices[cover[s]], 100, 1e-6);
  solver_result_clear(&result);
  programme_free(programme);
}

/* Three people wanted of two who can, at 7 for each one missing, in a room for
 * one; and the second costs 3. */
static void a_missing_person_costs_what_it_says(void **state)
{
  (void)state;
  for (int threads = 1; threads <= 2; threads++) {
    struct programme *programme = programme_new();
    int who[] = {add_column(programme, 0, 1, 0), add_column(programme, 1, 1, 3),
                 add_column(programme, -1, 3, 7)};
    int cover = add_row(programme, who, 3, 3, PROGRAMME_INFINITY);
    int room = add_row(programme, who, 2, -PROGRAMME_INFINITY, 1);
    int idle = add_row(programme, who + 1, 1, -PROGRAMME_INFINITY, 5);
    struct solver_result result = solve(programme, threads);
    assert_int_equal(result.objective, 14);
    assert_non_null(result.prices);
    assert_float_equal(result.prices[cover], 7, 1e-6);
    assert_float_equal(result.prices[room], -4, 1e-6);
    assert_float_equal(result.prices[idle], 0, 1e-6);
    solver_result_clear(&result);
    programme_free(programme);
  }
}

/* Rows that the reduction takes into columns' bounds keep their price. */
static void what_is_forced_has_a_price(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  int x = add_column(programme, 0, 1, 5), y = add_column(programme, 1, 4, -2);
  int forced = add_row(programme, &x, 1, 1, PROGRAMME_INFINITY);
  int limited = add_row(programme, &y, 1, -PROGRAMME_INFINITY, 3);
  struct solver_result result = solve(programme, 1);
  assert_int_equal(result.objective, -1);
  assert_float_equal(result.prices[forced], 5, 1e-6);
  assert_float_equal(result.prices[limited], -2, 1e-6);
  solver_result_clear(&result);
  programme_free(programme);
}

static void prices_give_a_bound(void **state)
{
  (void)state;
  int priced = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct solver_result result = solve(programme, 1 + (int)(seed % 2));
    if (result.x && result.prices) {
      double value = sample_dual_value(programme, result.prices);
      assert_true(isfinite(value) && value <= (double)result.objective + 1e-6);
      priced++;
    }
    solver_result_clear(&result);
    programme_free(programme);
  }
  assert_true(priced > PROGRAMMES / 4);
}

/* A month, too large for branch and cut to come first: prices of the climb. */
static void a_month_has_prices_near_its_bound(void **state)
{
  (void)state;
  struct programme *programme = sample_month(25, 1);
  struct solver_settings settings = solver_default_settings();
  settings.deterministic = true;
  settings.work_limit = 20000;
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_non_null(result.x);
  assert_non_null(result.prices);
  int paid = 0;
  for (int i = 0; i < programme->n_rows; i++)
    paid += fabs(result.prices[i]) > 1;
  assert_true(paid > 10);
  solver_result_clear(&result);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_missing_person_costs_what_it_says),
      cmocka_unit_test(what_is_forced_has_a_price),
      cmocka_unit_test(what_nobody_can_give_has_a_price),
      cmocka_unit_test(prices_give_a_bound),
      cmocka_unit_test(a_month_has_prices_near_its_bound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
