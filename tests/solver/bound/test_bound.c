/* The Lagrangian bound is one: whatever the prices and the cuts, it does not
 * exceed what the best solution costs. */
#include "solver/bound/cuts.h"
#include "solver/bound/lagrangian.h"
#include "solver/bound/pdhg.h"
#include "solver/engine.h"
#include "solver/exact/strengthen.h"
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

/* The value at the prices of the relaxation, without and with cuts. */
static double relaxed_value(const struct programme *programme, struct pdhg *method)
{
  struct relaxed relaxed;
  relaxed_open(&relaxed, programme);
  pdhg_iterate(method, ITERATIONS);
  pdhg_duals(method, relaxed.prices);
  double value = value_of(&relaxed);
  relaxed_close(&relaxed);
  return value;
}

static int add_cuts(struct programme *programme, const struct pdhg *method)
{
  g_autofree double *point = g_new(double, (gsize)programme->n_columns + 1);
  struct cuts *cuts = cuts_new(programme);
  pdhg_values(method, point);
  int added = cuts_add(cuts, point);
  cuts_free(cuts);
  return added;
}

static void cuts_raise_the_bound_and_keep_it_one(void **state)
{
  (void)state;
  int met = 0, compared = 0, risen = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    if (sample_enumerate(programme, &optimum)) {
      struct pdhg *method = pdhg_new(programme);
      double value = relaxed_value(programme, method), first = value;
      assert_true(ceil(value) <= (double)optimum);
      for (int round = 0; round < 4 && add_cuts(programme, method) > 0; round++) {
        struct pdhg *next = pdhg_new(programme);
        pdhg_warm_start(next, method, NULL, pdhg_rows(method));
        pdhg_free(method);
        method = next;
        value = MAX(value, relaxed_value(programme, method));
      }
      pdhg_free(method);
      assert_true(ceil(value) <= (double)optimum);
      met += ceil(value) == (double)optimum;
      risen += ceil(value) > ceil(first);
      compared++;
    }
    programme_free(programme);
  }
  engine_leave();
  assert_true(met > compared / 2); /* and they are worth having */
  assert_true(risen > 0);
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
  pdhg_iterate(method, 4 * ITERATIONS);
  double value = relaxed_value(programme, method);
  pdhg_free(method);
  assert_true(ceil(value) <= (double)result.objective);
  assert_true(value > 0.9 * (double)result.objective);
  solver_result_clear(&result);
  programme_free(programme);
  engine_leave();
}

/* Every solution satisfies every cut, at whatever points they are made. */
static void cuts_keep_every_solution(void **state)
{
  (void)state;
  int cut = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct cuts *cuts = cuts_new(programme);
    GRand *rand = g_rand_new_with_seed((guint32)seed);
    g_autofree double *point = g_new(double, (gsize)programme->n_columns + 1);
    int64_t before = 0, after = 0;
    int rows = programme->n_rows;
    bool lawful = sample_enumerate(programme, &before);
    for (int times = 0; times < 20; times++) {
      for (int j = 0; j < programme->n_columns; j++)
        point[j] = g_rand_double_range(rand, (double)programme->columns[j].lower,
                                       (double)programme->columns[j].upper + 1e-9);
      cuts_add(cuts, point);
    }
    /* each solution: as whatever costs there are, the cheapest stays so */
    for (int times = 0; times < 5; times++) {
      for (int j = 0; j < programme->n_columns; j++)
        programme->columns[j].cost = g_rand_int_range(rand, -9, 10);
      int all = programme->n_rows;
      bool with = sample_enumerate(programme, &after);
      programme->n_rows = rows;
      assert_int_equal(sample_enumerate(programme, &before), with);
      assert_true(!with || before == after);
      programme->n_rows = all;
      assert_int_equal(with, lawful);
    }
    cut += programme->n_rows > rows;
    cuts_free(cuts);
    g_rand_free(rand);
    programme_free(programme);
  }
  assert_true(cut > PROGRAMMES / 2);
}

static bool never(void *context)
{
  (void)context;
  return false;
}

static void strengthening_keeps_the_optimum(void **state)
{
  (void)state;
  int cut = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct strengthened strengthened;
    int64_t before = 0, after = 0;
    strengthen_make(programme, never, NULL, &strengthened);
    bool lawful = sample_enumerate(programme, &before);
    assert_int_equal(sample_enumerate(strengthened.programme, &after), lawful);
    assert_int_equal(before, after);
    cut += strengthened.programme->n_rows > programme->n_rows;
    strengthen_clear(&strengthened);
    programme_free(programme);
  }
  assert_true(cut > PROGRAMMES / 4);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(any_prices_give_a_bound),
      cmocka_unit_test(cuts_raise_the_bound_and_keep_it_one),
      cmocka_unit_test(cuts_keep_every_solution),
      cmocka_unit_test(strengthening_keeps_the_optimum),
      cmocka_unit_test(a_month_gets_a_good_bound),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
