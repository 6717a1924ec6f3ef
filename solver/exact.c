#include "solver/exact.h"

#include "solver/branch.h"

/* Above this GLPK takes its whole time for the first relaxation. */
enum { COLUMNS_MOST = 8000 };

bool exact_suits(const struct run *run)
{
  return run->programme->n_columns <= COLUMNS_MOST;
}

static void on_found(void *context, const int64_t *x)
{
  struct run *run = context;
  if (programme_first_broken(run->programme, x) < 0)
    run_offer_values(run, x);
}

static void on_bound(void *context, int64_t bound)
{
  run_raise_bound(context, bound);
}

static int64_t cutoff(void *context)
{
  int64_t cost;
  return run_best_cost(context, &cost) ? cost - 1 : INT64_MAX;
}

static bool ended(void *context)
{
  return run_over(context);
}

void exact_search(struct run *run)
{
  struct branch_talk talk = {run, on_found, on_bound, cutoff, ended};
  struct branch_limits limits = {
      .cutoff = cutoff(run), .deadline_us = run->deadline_us, .thorough = true, .talk = &talk};
  if (run->settings->deterministic)
    limits.iterations = MAX(1, run_work_limit(run) - run->work);
  run_set_phase(run, "proving");
  g_autofree int64_t *x = g_new(int64_t, (gsize)run->programme->n_columns + 1);
  struct branch_result result;
  enum status status = branch_solve(run->programme, &limits, x, &result);
  if (status != STATUS_OK) {
    run_fail(run, status);
    return;
  }
  if (result.end == BRANCH_OPTIMAL || result.end == BRANCH_FOUND)
    run_offer_values(run, x);
  if (result.has_bound)
    run_raise_bound(run, result.bound);
  run_add_work(run, 1 + result.iterations);
}
