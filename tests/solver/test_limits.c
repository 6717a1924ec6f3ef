/* Anytime, repeatable, quiet: limits, the stop flag, deterministic mode, and
 * nothing of GLPK's on standard output. */
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

static void keeps_the_time_limit(void **state)
{
  (void)state;
  struct programme *programme = sample_month(30, 1);
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = 1500;
  struct solver_result result;
  gint64 from = g_get_monotonic_time();
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_true(g_get_monotonic_time() - from < 15000000); /* sanitizers are slow */
  assert_non_null(result.x);
  assert_int_equal(programme_first_broken(programme, result.x), -1);
  assert_int_equal(programme_objective(programme, result.x), result.objective);
  solver_result_clear(&result);
  programme_free(programme);
}

static volatile sig_atomic_t stop_flag;

static void stop_when_lawful(void *context, const struct solver_progress *progress)
{
  int *reports = context;
  ++*reports;
  if (progress->best != INT64_MAX)
    stop_flag = 1;
}

static void obeys_the_stop_flag(void **state)
{
  (void)state;
  struct programme *programme = sample_month(30, 1);
  struct solver_settings settings = solver_default_settings();
  int reports = 0;
  settings.time_limit_ms = 300000;
  settings.stop = &stop_flag;
  settings.report = stop_when_lawful;
  settings.report_context = &reports;
  stop_flag = 0;
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_true(reports > 0);
  assert_true(result.seconds < 60);
  assert_int_equal(result.verdict, SOLVER_FEASIBLE);
  solver_result_clear(&result);
  programme_free(programme);
}

static void stops_at_the_gap(void **state)
{
  (void)state;
  struct programme *programme = sample_month(5, 2);
  struct solver_settings settings = solver_default_settings();
  settings.gap_limit = 0.5;
  struct solver_result result;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  assert_true(solver_gap(&result) <= 0.5);
  solver_result_clear(&result);
  assert_true(isinf(solver_gap(&result)));
  programme_free(programme);
}

static void repeats_itself(void **state)
{
  (void)state;
  struct programme *programme = sample_month(15, 3);
  struct solver_settings settings = solver_default_settings();
  settings.deterministic = true;
  settings.work_limit = 8000;
  settings.threads = 2;
  struct solver_result first, second;
  assert_int_equal(solver_solve(programme, &settings, NULL, &first), STATUS_OK);
  settings.threads = 3;
  assert_int_equal(solver_solve(programme, &settings, NULL, &second), STATUS_OK);
  assert_non_null(first.x);
  assert_non_null(second.x);
  assert_int_equal(first.objective, second.objective);
  assert_int_equal(first.work, second.work);
  assert_memory_equal(first.x, second.x, (size_t)programme->n_columns * sizeof *first.x);
  solver_result_clear(&first);
  solver_result_clear(&second);
  programme_free(programme);
}

/* Where branch and cut comes in and does not end, work counts, and nobody waits. */
static void repeats_itself_while_it_proves(void **state)
{
  (void)state;
  struct programme *programme = sample_month(20, 5);
  struct solver_settings settings = solver_default_settings();
  struct solver_result first = {0};
  settings.deterministic = true;
  settings.work_limit = 20000;
  for (settings.threads = 1; settings.threads <= 3; settings.threads++) {
    struct solver_result result;
    assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
    assert_non_null(result.x);
    if (settings.threads == 1) {
      first = result;
      continue;
    }
    assert_int_equal(first.work, result.work);
    assert_int_equal(first.bound, result.bound);
    assert_memory_equal(first.x, result.x, (size_t)programme->n_columns * sizeof *first.x);
    solver_result_clear(&result);
  }
  assert_true(first.work < 3 * settings.work_limit);
  solver_result_clear(&first);
  programme_free(programme);
}

static void prints_nothing(void **state)
{
  (void)state;
  g_autofree char *path = NULL;
  int file = g_file_open_tmp("rota-XXXXXX", &path, NULL);
  fflush(stdout);
  int terminal = dup(STDOUT_FILENO);
  assert_true(file >= 0 && terminal >= 0);
  dup2(file, STDOUT_FILENO);
  struct programme *programme = sample_month(4, 1);
  struct solver_settings settings = solver_default_settings();
  settings.time_limit_ms = 3000;
  struct solver_result result;
  enum status status = solver_solve(programme, &settings, NULL, &result);
  fflush(stdout);
  dup2(terminal, STDOUT_FILENO);
  off_t printed = lseek(file, 0, SEEK_END);
  close(terminal);
  close(file);
  g_unlink(path);
  assert_int_equal(status, STATUS_OK);
  assert_int_equal(printed, 0);
  solver_result_clear(&result);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(keeps_the_time_limit),
      cmocka_unit_test(obeys_the_stop_flag),
      cmocka_unit_test(stops_at_the_gap),
      cmocka_unit_test(repeats_itself),
      cmocka_unit_test(repeats_itself_while_it_proves),
      cmocka_unit_test(prints_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
