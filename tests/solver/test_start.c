/* Solving from a rota that is nearly right: the placements of another solution,
 * with nothing said of the rules' own columns, or with some placements wrong. */
#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { CLINICIANS = 20, WORK = 20000, LITTLE_WORK = 1 };

struct month {
  struct programme *programme;
  struct solver_result known; /* a fair solution, to start from */
  int64_t *start;             /* its placements; all other columns are 0 */
};

static struct solver_settings settings_of(int64_t work)
{
  struct solver_settings settings = solver_default_settings();
  settings.deterministic = true;
  settings.work_limit = work;
  settings.threads = 2;
  return settings;
}

static void solve(const struct month *month, int64_t work, const int64_t *start,
                  struct solver_result *out)
{
  struct solver_settings settings = settings_of(work);
  assert_int_equal(solver_solve(month->programme, &settings, start, out), STATUS_OK);
}

static int set_up(void **state)
{
  struct month *month = g_new0(struct month, 1);
  month->programme = sample_month(CLINICIANS, 5);
  solve(month, WORK, NULL, &month->known);
  assert_non_null(month->known.x);
  month->start = g_new0(int64_t, (gsize)month->programme->n_columns + 1);
  for (int j = 0; j < month->programme->n_columns; j++)
    if (month->programme->columns[j].placement)
      month->start[j] = month->known.x[j];
  *state = month;
  return 0;
}

static int tear_down(void **state)
{
  struct month *month = *state;
  g_free(month->start);
  solver_result_clear(&month->known);
  programme_free(month->programme);
  g_free(month);
  return 0;
}

/* No step can be needed to know what the placements cost. */
static void counts_follow_the_placements(void **state)
{
  const struct month *month = *state;
  struct solver_result result, nothing;
  solve(month, LITTLE_WORK, month->start, &result);
  assert_non_null(result.x);
  assert_true(result.objective <= month->known.objective);
  solve(month, LITTLE_WORK, NULL, &nothing);
  assert_true(!nothing.x || nothing.objective > result.objective);
  solver_result_clear(&nothing);
  solver_result_clear(&result);
}

static void counts_that_mislead_are_not_believed(void **state)
{
  const struct month *month = *state;
  g_autofree int64_t *start =
      g_memdup2(month->start, (gsize)month->programme->n_columns * sizeof *start);
  for (int j = 0; j < month->programme->n_columns; j++)
    if (!month->programme->columns[j].placement)
      start[j] = month->programme->columns[j].upper;
  struct solver_result result;
  solve(month, LITTLE_WORK, start, &result);
  assert_non_null(result.x);
  assert_true(result.objective <= month->known.objective);
  solver_result_clear(&result);
}

/* One person is placed everywhere at once, and two nowhere. */
static void broken_rows_are_mended(void **state)
{
  const struct month *month = *state;
  g_autofree int64_t *start =
      g_memdup2(month->start, (gsize)month->programme->n_columns * sizeof *start);
  for (int j = 0; j < month->programme->n_columns; j++)
    if (month->programme->columns[j].placement && month->programme->columns[j].label.clinician < 3)
      start[j] = month->programme->columns[j].label.clinician == 0;
  assert_true(programme_first_broken(month->programme, start) >= 0);
  struct solver_result result, nothing;
  solve(month, LITTLE_WORK, start, &result);
  assert_non_null(result.x);
  assert_int_equal(programme_first_broken(month->programme, result.x), -1);
  /* what was right of the start is still there */
  solve(month, LITTLE_WORK, NULL, &nothing);
  assert_true(!nothing.x || result.objective < nothing.objective);
  solver_result_clear(&nothing);
  solver_result_clear(&result);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(counts_follow_the_placements),
      cmocka_unit_test(counts_that_mislead_are_not_believed),
      cmocka_unit_test(broken_rows_are_mended),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
