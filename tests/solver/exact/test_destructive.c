/* One roof after the other comes to the optimum, from a bad rota, with cbc, where that is
 * installed. */
#include "solver/engine.h"
#include "solver/engine/outside.h"
#include "solver/exact/destructive.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { CLINICIANS = 5, MONTHS = 4, SECONDS = 100 };

/* The cheapest solution, g_free it, or, for other costs of the same columns, any. */
static int64_t *solve(const struct programme *programme, bool exactly)
{
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  settings.deterministic = true;
  settings.engine = SOLVER_ENGINE_GLPK;
  settings.work_limit = exactly ? 400000 : 1;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_true(result.x && (!exactly || result.verdict == SOLVER_OPTIMAL));
  int64_t *x = g_memdup2(result.x, ((gsize)programme->n_columns + 1) * sizeof *x);
  solver_result_clear(&result);
  return x;
}

/* A poor one: the cheapest where what is dear is cheap. */
static int64_t *solve_badly(const struct programme *programme)
{
  struct programme *turned = programme_copy(programme);
  for (int j = 0; j < turned->n_columns; j++)
    turned->columns[j].cost = -turned->columns[j].cost;
  int64_t *x = solve(turned, false);
  programme_free(turned);
  return x;
}

static void look_at_month(uint64_t seed)
{
  struct programme *programme = sample_month(CLINICIANS, seed);
  struct column_view *view = column_view_new(programme);
  struct solver_settings settings = solver_default_settings();
  struct run run;
  g_autofree int64_t *best = solve(programme, true), *start = solve_badly(programme);
  int64_t optimum = programme_objective(programme, best), cost = 0, bound = 0;
  assert_true(programme_objective(programme, start) > optimum);
  settings.time_limit_ms = SECONDS * 1000;
  run_begin(&run, view, &settings, start);
  run.outside = outside_new(SOLVER_ENGINE_CBC);
  struct bounding *bounding = bounding_new(&run);
  bounding_search(bounding);
  destructive_search(&run, bounding);
  assert_true(run_best_cost(&run, &cost) && run_bound(&run, &bound));
  assert_int_equal(cost, optimum);
  assert_int_equal(bound, optimum);
  bounding_free(bounding);
  outside_free(run.outside);
  run.outside = NULL;
  run_clear(&run);
  column_view_free(view);
  programme_free(programme);
  engine_leave();
}

static void roofs_come_to_the_optimum(void **state)
{
  (void)state;
  if (!solver_has_engine(SOLVER_ENGINE_CBC))
    skip();
  for (uint64_t seed = 1; seed <= MONTHS; seed++)
    look_at_month(seed);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(roofs_come_to_the_optimum),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
