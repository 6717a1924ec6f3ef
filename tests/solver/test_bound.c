/* The Lagrangian bound is one: whatever the prices, at no point of the climb
 * does it exceed what the best solution costs. */
#include "solver/ascent.h"
#include "solver/engine.h"
#include "solver/firstorder.h"
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PROGRAMMES = 300, ITERATIONS = 400 };

struct relaxed {
  struct blocks *blocks;
  struct ascent ascent;
  double *prices, *values;
};

static void relaxed_open(struct relaxed *relaxed, const struct programme *programme)
{
  relaxed->blocks = blocks_new(programme);
  relaxed->prices = g_new0(double, (gsize)programme->n_rows + 1);
  relaxed->values = g_new0(double, (gsize)programme->n_columns + 1);
  ascent_open(&relaxed->ascent, relaxed->blocks);
  struct firstorder *method = firstorder_new(programme);
  firstorder_work(method, ITERATIONS);
  firstorder_duals(method, relaxed->prices);
  firstorder_values(method, relaxed->values);
  firstorder_free(method);
}

static void relaxed_close(struct relaxed *relaxed)
{
  ascent_close(&relaxed->ascent);
  blocks_free(relaxed->blocks);
  g_free(relaxed->prices);
  g_free(relaxed->values);
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
      enum status status = STATUS_OK;
      double value;
      GRand *rand = g_rand_new_with_seed((guint32)seed);
      relaxed_open(&relaxed, programme);
      for (int times = 0; times < 5; times++) {
        for (int i = 0; i < programme->n_rows; i++)
          relaxed.prices[i] = g_rand_double_range(rand, -4, 4);
        pricing_set(&relaxed.ascent.pricing, relaxed.prices);
        assert_true(pricing_value(&relaxed.ascent.pricing, &value, &status));
        assert_true(ceil(value) <= (double)optimum);
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

static void the_climb_stays_below_the_optimum(void **state)
{
  (void)state;
  int met = 0, compared = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    if (sample_enumerate(programme, &optimum)) {
      struct relaxed relaxed;
      enum status status = STATUS_OK;
      relaxed_open(&relaxed, programme);
      assert_true(ascent_start(&relaxed.ascent, relaxed.prices, relaxed.values, &status));
      double first = relaxed.ascent.value;
      for (int step = 0; step < 20; step++)
        assert_true(ascent_step(&relaxed.ascent, (double)optimum, &status));
      assert_true(relaxed.ascent.value >= first);
      assert_true(ceil(relaxed.ascent.value) <= (double)optimum);
      met += ceil(relaxed.ascent.value) == (double)optimum;
      compared++;
      relaxed_close(&relaxed);
    }
    programme_free(programme);
  }
  engine_leave();
  assert_true(met > compared / 3); /* and it is worth having */
}

/* On a month: near the bound that the whole relaxation gives, or above it. */
static void a_month_gets_a_good_bound(void **state)
{
  (void)state;
  struct programme *programme = sample_month(6, 1);
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = 120000;
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  struct relaxed relaxed;
  enum status status = STATUS_OK;
  relaxed_open(&relaxed, programme);
  assert_true(ascent_start(&relaxed.ascent, relaxed.prices, relaxed.values, &status));
  for (int step = 0; step < 100; step++)
    assert_true(ascent_step(&relaxed.ascent, (double)result.objective, &status));
  assert_true(ceil(relaxed.ascent.value) <= (double)result.objective);
  assert_true(relaxed.ascent.value > 0.9 * (double)result.objective);
  relaxed_close(&relaxed);
  solver_result_clear(&result);
  programme_free(programme);
  engine_leave();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_prices_give_a_bound),
      cmocka_unit_test(the_climb_stays_below_the_optimum),
      cmocka_unit_test(a_month_gets_a_good_bound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
