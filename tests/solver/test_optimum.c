/* Against enumeration: what the solver calls optimal is, what it calls a bound
 * is one, and what it calls a conflict is one, each row of it needed. */
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PROGRAMMES = 300 };

static struct solver_settings settings_for(uint64_t seed)
{
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = 30000;
  settings.threads = 1 + (int)(seed % 2);
  settings.seed = seed;
  return settings;
}

static void check_conflict(const struct programme *programme, const struct solver_result *result)
{
  assert_int_equal(result->verdict, SOLVER_INFEASIBLE);
  assert_null(result->x);
  assert_true(result->n_conflict > 0);
  assert_true(result->conflict_irreducible);
  assert_true(sample_is_irreducible(programme, result->conflict, result->n_conflict));
}

static void check_optimum(const struct programme *programme, const struct solver_result *result,
                          int64_t optimum)
{
  assert_int_equal(result->verdict, SOLVER_OPTIMAL);
  assert_int_equal(programme_first_broken(programme, result->x), -1);
  assert_int_equal(programme_objective(programme, result->x), result->objective);
  assert_int_equal(result->objective, optimum);
  assert_true(result->has_bound);
  assert_int_equal(result->bound, optimum);
  assert_true(solver_gap(result) == 0);
}

static void agrees_with_enumeration(void **state)
{
  (void)state;
  int lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct solver_settings settings = settings_for(seed);
    struct solver_result result;
    int64_t optimum = 0;
    assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
    if (sample_enumerate(programme, &optimum)) {
      check_optimum(programme, &result, optimum);
      lawful++;
    } else {
      check_conflict(programme, &result);
    }
    solver_result_clear(&result);
    programme_free(programme);
  }
  assert_in_range(lawful, PROGRAMMES / 4, PROGRAMMES * 3 / 4); /* both kinds occur */
}

/* Stopped almost at once, with whatever bound there is. */
static void bounds_hold_when_stopped(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct solver_settings settings = settings_for(seed);
    settings.deterministic = true;
    settings.work_limit = 1 + (int64_t)(seed % 7);
    struct solver_result result;
    int64_t optimum;
    assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
    if (!sample_enumerate(programme, &optimum))
      assert_null(result.x);
    else if (result.has_bound)
      assert_true(result.bound <= optimum);
    if (result.x)
      assert_true(result.objective >= optimum && (!result.has_bound || result.bound <= optimum));
    solver_result_clear(&result);
    programme_free(programme);
  }
}

static void solves_from_a_start(void **state)
{
  (void)state;
  struct programme *programme = sample_tiny(4);
  struct solver_settings settings = settings_for(4);
  struct solver_result cold, warm;
  g_autofree int64_t *wild = g_new(int64_t, (gsize)programme->n_columns);
  for (int j = 0; j < programme->n_columns; j++)
    wild[j] = 1000 - 2000 * (j % 2);
  assert_int_equal(solver_solve(programme, &settings, NULL, &cold), STATUS_OK);
  assert_int_equal(solver_solve(programme, &settings, wild, &warm), STATUS_OK);
  assert_int_equal(cold.verdict, warm.verdict);
  assert_int_equal(cold.objective, warm.objective);
  solver_result_clear(&cold);
  solver_result_clear(&warm);
  programme_free(programme);
}

static void solves_nothing_at_all(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  struct solver_settings settings = settings_for(1);
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  assert_int_equal(result.objective, 0);
  solver_result_clear(&result);
  programme_add_row(programme, 1, 2, LABEL_NONE); /* 1 <= 0 */
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_INFEASIBLE);
  assert_int_equal(result.n_conflict, 1);
  solver_result_clear(&result);
  programme_free(programme);
}

static void solves_a_small_month(void **state)
{
  (void)state;
  struct programme *programme = sample_month(5, 1);
  struct solver_settings settings = settings_for(2);
  settings.time_limit_ms = 120000;
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  assert_int_equal(programme_first_broken(programme, result.x), -1);
  solver_result_clear(&result);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(agrees_with_enumeration), cmocka_unit_test(bounds_hold_when_stopped),
      cmocka_unit_test(solves_from_a_start),     cmocka_unit_test(solves_nothing_at_all),
      cmocka_unit_test(solves_a_small_month),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
