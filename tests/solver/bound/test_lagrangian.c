/* The Lagrangian value is a bound: whatever the prices, it does not exceed what the
 * best solution costs, and at good ones it comes near. */
#include "solver/bound/lagrangian.h"
#include "solver/bound/pdhg.h"
#include "solver/engine.h"
#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <glpk.h>
#include <math.h>

enum { PROGRAMMES = 300, ITERATIONS = 1600 };

struct relaxed {
  struct decomposition *decomposition;
  struct lagrangian lagrangian;
  double *prices;
};

static void relaxed_open(struct relaxed *relaxed, const struct programme *programme)
{
  relaxed->decomposition = decomposition_new(programme);
  relaxed->prices = g_new0(double, (gsize)programme->n_rows + 1);
  lagrangian_open(&relaxed->lagrangian, relaxed->decomposition);
}

static void relaxed_close(struct relaxed *relaxed)
{
  lagrangian_close(&relaxed->lagrangian);
  decomposition_free(relaxed->decomposition);
  g_free(relaxed->prices);
}

static double value_of(struct relaxed *relaxed)
{
  enum status status = STATUS_OK;
  double value;
  lagrangian_set_prices(&relaxed->lagrangian, relaxed->prices);
  assert_true(lagrangian_value(&relaxed->lagrangian, &value, &status));
  return value;
}

static void any_prices_give_a_bound(void **state)
{
  (void)state;
  int compared = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    if (sample_enumerate(programme, &optimum)) {
      struct relaxed relaxed;
      GRand *rand = g_rand_new_with_seed((guint32)seed);
      relaxed_open(&relaxed, programme);
      for (int times = 0; times < 5; times++) {
        for (int i = 0; i < programme->n_rows; i++)
          relaxed.prices[i] = g_rand_double_range(rand, -4, 4);
        assert_true(ceil(value_of(&relaxed)) <= (double)optimum);
        compared++;
      }
      relaxed_close(&relaxed);
      g_rand_free(rand);
    }
    programme_free(programme);
  }
  engine_leave();
  assert_true(compared > PROGRAMMES);
}

/* By hand, at prices of 5: ann is worth 5 and does one session, bob 2 for each of two, what is
 * missing is worth no price. */
static void prices_are_valued_as_by_hand(void **state)
{
  (void)state;
  struct programme *programme = sample_two_sessions();
  struct relaxed relaxed;
  relaxed_open(&relaxed, programme);
  relaxed.prices[0] = relaxed.prices[1] = 5;
  assert_true(fabs(value_of(&relaxed) - (10 - 5 - 2 * 2)) < 1e-3);
  relaxed.prices[0] = -5; /* its upper side is open: no price */
  assert_true(fabs(value_of(&relaxed) - (5 - 5 - 2)) < 1e-3);
  relaxed.prices[0] = 9; /* missing ones are worth it, and there are none but one */
  relaxed.prices[1] = 0;
  assert_true(fabs(value_of(&relaxed) - (9 - 9 - 6 - 2)) < 1e-3);
  relaxed_close(&relaxed);
  programme_free(programme);
  engine_leave();
}

/* One clinician gains 3 or 1 by one of two sessions. In 1 / LAGRANGIAN_SCALE that is
 * -3 x 1048576, less four units, a millionth of that and of the dearer column: 3 each. */
static void a_block_is_worth_its_cost_less_the_margin(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 1};
  struct programme *programme = programme_new();
  struct relaxed relaxed;
  sample_placement(programme, 0, 0, -3);
  sample_placement(programme, 0, 1, -1);
  sample_row(programme, 0, row, 1);
  relaxed_open(&relaxed, programme);
  assert_int_equal(value_of(&relaxed) * LAGRANGIAN_SCALE, -3 * LAGRANGIAN_SCALE - 4 - 3 - 3);
  relaxed_close(&relaxed);
  programme_free(programme);
  engine_leave();
}

/* To the nearest, on both sides of 0. */
static void prices_are_rounded(void **state)
{
  (void)state;
  static const double parts[] = {0.25, 0.75, -0.25, -0.75}; /* of a unit beside 5 and -5 */
  static const int64_t rounded[] = {0, 1, 0, -1};
  static const int64_t row[] = {1, 1};
  struct programme *programme = programme_new();
  struct relaxed relaxed;
  sample_placement(programme, 0, 0, 0);
  sample_placement(programme, 1, 0, 0);
  sample_row(programme, 1, row, 1);
  relaxed_open(&relaxed, programme);
  for (int k = 0; k < 4; k++) {
    int64_t whole = (parts[k] > 0 ? 5 : -5) * (int64_t)LAGRANGIAN_SCALE;
    relaxed.prices[0] = ((double)whole + parts[k]) / LAGRANGIAN_SCALE;
    lagrangian_set_prices(&relaxed.lagrangian, relaxed.prices);
    assert_int_equal(relaxed.lagrangian.prices[0], whole + rounded[k]);
  }
  relaxed_close(&relaxed);
  programme_free(programme);
}

/* A block that GLPK has no memory for: there is no bound then, and the reason is told. */
static void a_block_that_fails_has_no_value(void **state)
{
  (void)state;
  enum { COLUMNS = 8000, MEGABYTES = 1 };
  struct programme *programme = programme_new();
  struct relaxed relaxed;
  enum status status = STATUS_OK;
  double value = 77;
  for (int j = 0; j < COLUMNS; j++) {
    sample_placement(programme, 0, j, -1 - j % 7);
    programme_add_term(programme, j, 2 + j % 3);
  }
  programme_add_row(programme, 0, 100, LABEL_NONE);
  relaxed_open(&relaxed, programme);
  lagrangian_set_prices(&relaxed.lagrangian, relaxed.prices);
  glp_mem_limit(MEGABYTES);
  assert_false(lagrangian_value(&relaxed.lagrangian, &value, &status));
  assert_int_equal(status, STATUS_INTERNAL);
  assert_true(value == 77);
  relaxed_close(&relaxed);
  programme_free(programme);
  engine_leave();
}

/* A count that hardly has an end must not gain by growing: its row's price is lowered. */
static void a_price_that_an_endless_count_would_pay_is_lowered(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 2};
  struct programme *programme = programme_new();
  struct relaxed relaxed;
  sample_placement(programme, 0, 0, 1);
  sample_column(programme, 0, PROGRAMME_INFINITY, 6);
  sample_row(programme, 3, row, PROGRAMME_INFINITY);
  relaxed_open(&relaxed, programme);
  relaxed.prices[0] = 100;
  assert_true(fabs(value_of(&relaxed) - (3 * 3 - 2)) < 1e-3);
  assert_int_equal(relaxed.lagrangian.prices[0], 3 * LAGRANGIAN_SCALE);
  relaxed_close(&relaxed);
  programme_free(programme);
  engine_leave();
}

/* On a month: near the optimum. */
static void a_month_gets_a_good_bound(void **state)
{
  (void)state;
  struct programme *programme = sample_month(6, 1);
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = 120000;
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  struct pdhg *method = pdhg_new(programme);
  struct relaxed relaxed;
  relaxed_open(&relaxed, programme);
  pdhg_iterate(method, ITERATIONS);
  pdhg_duals(method, relaxed.prices);
  double value = value_of(&relaxed);
  relaxed_close(&relaxed);
  pdhg_free(method);
  assert_true(ceil(value) <= (double)result.objective);
  assert_true(value > 0.9 * (double)result.objective);
  solver_result_clear(&result);
  programme_free(programme);
  engine_leave();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_prices_give_a_bound),
      cmocka_unit_test(prices_are_valued_as_by_hand),
      cmocka_unit_test(a_block_is_worth_its_cost_less_the_margin),
      cmocka_unit_test(prices_are_rounded),
      cmocka_unit_test(a_block_that_fails_has_no_value),
      cmocka_unit_test(a_price_that_an_endless_count_would_pay_is_lowered),
      cmocka_unit_test(a_month_gets_a_good_bound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
