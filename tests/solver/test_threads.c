/* With one thread or several, whether work or time is counted, a solve comes to a lawful
 * rota and a bound of it, or to the rows that do not go together. */
#include "solver/threads.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { SMALL = 4, LARGE = 45, WORK = 10000, TIME_LIMIT_MS = 60000 };

struct solved {
  struct programme *programme;
  struct column_view *view;
  struct solver_settings settings;
  struct run run;
};

static volatile sig_atomic_t stop_flag;

/* Stops when there are both a rota and a bound. */
static void stop_at_a_bound(void *context, const struct solver_progress *progress)
{
  (void)context;
  if (progress->bound != INT64_MIN && progress->best != INT64_MAX)
    stop_flag = 1;
}

static void solve(struct solved *solved, int clinicians, int threads, bool deterministic)
{
  solved->programme = sample_month(clinicians, 1);
  solved->view = column_view_new(solved->programme);
  solved->settings = solver_default_settings();
  solved->settings.threads = threads;
  solved->settings.deterministic = deterministic;
  solved->settings.work_limit = WORK;
  solved->settings.time_limit_ms = TIME_LIMIT_MS;
  if (clinicians == LARGE) {
    solved->settings.stop = &stop_flag;
    solved->settings.report = stop_at_a_bound;
  }
  stop_flag = 0;
  run_begin(&solved->run, solved->view, &solved->settings, NULL);
  threads_solve(&solved->run);
}

static void close_solved(struct solved *solved)
{
  run_clear(&solved->run);
  column_view_free(solved->view);
  programme_free(solved->programme);
}

static void assert_bounded(int clinicians, int threads, bool deterministic)
{
  struct solved solved;
  struct solver_result result;
  solve(&solved, clinicians, threads, deterministic);
  assert_int_equal(run_result(&solved.run, &result), STATUS_OK);
  assert_true(result.has_bound);
  if (clinicians == SMALL)
    assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  assert_int_equal(programme_first_broken(solved.programme, result.x), -1);
  solver_result_clear(&result);
  close_solved(&solved);
}

static void a_small_month_is_proven(void **state)
{
  (void)state;
  for (int threads = 1; threads <= 3; threads++) {
    assert_bounded(SMALL, threads, false);
    assert_bounded(SMALL, threads, true);
  }
}

static void a_large_month_gets_a_bound(void **state)
{
  (void)state;
  assert_bounded(LARGE, 2, false); /* by the second thread */
  assert_bounded(LARGE, 1, true);  /* before the annealing */
}

/* Nobody can be in two places: with both locked there is no lawful rota. */
static void what_can_not_be_is_found_out(void **state)
{
  (void)state;
  static const int64_t rows[][2] = {{1, 0}, {0, 1}, {1, 1}};
  for (int threads = 1; threads <= 2; threads++) {
    struct solved solved = {.programme = programme_new(), .settings = solver_default_settings()};
    for (int j = 0; j < 2; j++)
      sample_placement(solved.programme, 0, 0, 0);
    for (int i = 0; i < 3; i++)
      sample_row(solved.programme, i < 2, rows[i], 1);
    solved.view = column_view_new(solved.programme);
    solved.settings.threads = threads;
    run_begin(&solved.run, solved.view, &solved.settings, NULL);
    threads_solve(&solved.run);
    assert_non_null(solved.run.conflict);
    assert_int_equal(solved.run.conflict->len, 3);
    close_solved(&solved);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_small_month_is_proven),
      cmocka_unit_test(a_large_month_gets_a_bound),
      cmocka_unit_test(what_can_not_be_is_found_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
