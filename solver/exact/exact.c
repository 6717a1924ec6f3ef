#include "solver/exact/exact.h"

#include "solver/bound/relaxed_point.h"
#include "solver/exact/strengthen.h"
#include "solver/mip.h"

/* Up to the first branch and cut gives a better bound than bound.h; above the other GLPK
 * spends all its time on the root relaxation. */
enum { COLUMNS_FIRST = 3000, COLUMNS_MOST = 8000 };

/* Reduced-cost fixing happens at the root only. So within so many iterations a better
 * solution makes the search begin anew, with a lower cut-off; later it is told the cut-off
 * and goes on. */
enum { ITERATIONS_YOUNG = 4000 };

/* Of a first look: what takes GLPK no more needs no strengthening and no other engine. */
enum { ITERATIONS_TRY = 1000 };
/* And at most this share of the time, or a second, as long as that is no tenth of it: on a busy
 * machine the clock runs on while nothing is done. */
static const double share_try = 0.03, share_try_most = 0.1;
enum { TRY_MS = 1000 };

/* An iteration on the whole programme takes as long as one on a subproblem for each so many
 * rows, and one more. */
enum { ROWS_PER_WORK = 100 };

bool exact_suits(const struct run *run)
{
  return run->programme->n_columns <= COLUMNS_MOST;
}

static int64_t cutoff_of(struct run *run)
{
  int64_t cost;
  return run_best_cost(run, &cost) ? cost - 1 : INT64_MAX;
}

/* The least that a search that may be given up is worth beginning with. */
enum { LEAST_MS = 5000, LEAST_WORK = 100000 };
/* With less than one part in so many of the time so far left, none is begun. */
enum { REST_SHARE = 8 };

struct proof {
  struct run *run;
  struct strengthened strengthened;
  int64_t work, until_work; /* done here; where it is given up, 0: nowhere */
  gint64 until_us;
  gint64 asked_us, longest_us; /* GLPK asks whether to end only now and then: last, at most after */
};

static void on_found(void *context, const int64_t *x)
{
  struct proof *proof = context;
  if (programme_first_broken(proof->run->programme, x) < 0)
    run_offer_values(proof->run, x);
}

static void on_bound(void *context, int64_t bound)
{
  struct proof *proof = context;
  run_raise_bound(proof->run, bound);
}

static void on_priced(void *context, double value, const double *prices)
{
  struct proof *proof = context;
  int rows = proof->strengthened.programme->n_rows;
  g_autofree double *credited = g_memdup2(prices, ((gsize)rows + 1) * sizeof *prices);
  strengthen_credit(&proof->strengthened, credited, rows);
  run_offer_prices(proof->run, value, credited);
}

/* Sets out how long it may take. */
static void allow(struct proof *proof)
{
  struct run *run = proof->run;
  gint64 now = g_get_monotonic_time();
  int64_t limit = run_work_limit(run);
  if (limit > 0)
    proof->until_work = MAX(LEAST_WORK, limit - run_work_left(run));
  else
    proof->until_us = now + MAX((gint64)LEAST_MS * 1000, now - run->started_us);
}

/* Is too little left of the run's time for another proof? */
static bool ends_soon(const struct run *run)
{
  gint64 now = g_get_monotonic_time();
  return run->deadline_us > 0 && run->deadline_us - now < (now - run->started_us) / REST_SHARE;
}

/* Would the run's time be over before GLPK asks again? */
static bool is_late(struct proof *proof)
{
  gint64 now = g_get_monotonic_time(), deadline = proof->run->deadline_us;
  proof->longest_us = MAX(proof->longest_us, now - proof->asked_us);
  proof->asked_us = now;
  return (proof->until_us > 0 && now >= proof->until_us) ||
         (deadline > 0 && now + proof->longest_us >= deadline);
}

static bool ended(void *context)
{
  struct proof *proof = context;
  return run_over(proof->run) || is_late(proof) ||
         (proof->until_work > 0 && proof->work >= proof->until_work);
}

static int64_t on_cutoff(void *context)
{
  struct proof *proof = context;
  return cutoff_of(proof->run);
}

bool exact_comes_first(const struct run *run)
{
  return run->programme->n_columns <= COLUMNS_FIRST;
}

/* What an iteration counts for where work is counted. */
static int64_t work_of_iteration(const struct proof *proof)
{
  return 1 + proof->strengthened.programme->n_rows / ROWS_PER_WORK;
}

/* One search. True: it is complete, or GLPK gave up. */
static bool search(struct proof *proof, int64_t *x)
{
  struct run *run = proof->run;
  int64_t left = run_work_left(run);
  if (proof->until_work > 0)
    left = MAX(1, MIN(left, proof->until_work - proof->work));
  struct mip_callbacks callbacks = {.context = proof,
                                    .found = on_found,
                                    .bound = on_bound,
                                    .priced = on_priced,
                                    .ended = ended,
                                    .cutoff = on_cutoff};
  int64_t iterations = left > 0 ? 1 + left / work_of_iteration(proof) : 0;
  struct mip_limits limits = {.cutoff = cutoff_of(run),
                              .young = ITERATIONS_YOUNG,
                              .deadline_us = run->deadline_us,
                              .iterations = iterations,
                              .at_root = iterations,
                              .thorough = true,
                              .callbacks = &callbacks};
  struct mip_result result;
  enum status status = mip_solve(proof->strengthened.programme, &limits, x, &result);
  if (status != STATUS_OK) {
    run_setback(run, status);
    return true;
  }
  if (result.end == MIP_OPTIMAL || result.end == MIP_FOUND)
    run_offer_values(run, x);
  if (result.has_bound)
    run_raise_bound(run, result.bound);
  int64_t work = 1 + result.iterations * work_of_iteration(proof);
  proof->work += work;
  run_add_work(run, work);
  return result.end == MIP_OPTIMAL || result.end == MIP_NONE;
}

static void on_plain_prices(void *context, double value, const double *prices)
{
  run_offer_prices(context, value, prices);
}

static bool is_over(void *context)
{
  return run_over(context);
}

void exact_try(struct run *run)
{
  relaxed_point_find(run);
  g_autofree int64_t *x = g_new(int64_t, (gsize)run->programme->n_columns + 1);
  struct mip_callbacks callbacks = {.context = run, .priced = on_plain_prices, .ended = is_over};
  double limit_ms = run->settings->time_limit_ms;
  double try_ms = MAX(share_try * limit_ms, MIN(TRY_MS, share_try_most * limit_ms));
  struct mip_limits limits = {.cutoff = cutoff_of(run),
                              .iterations = ITERATIONS_TRY,
                              .deadline_us = g_get_monotonic_time() + (gint64)(1e3 * try_ms),
                              .callbacks = &callbacks};
  struct mip_result result;
  enum status status = mip_solve(run->programme, &limits, x, &result);
  if (status != STATUS_OK) {
    run_setback(run, status);
    return;
  }
  if (result.end == MIP_OPTIMAL || result.end == MIP_FOUND)
    run_offer_values(run, x);
  if (result.has_bound)
    run_raise_bound(run, result.bound);
}

bool exact_search(struct run *run, bool for_good)
{
  g_autofree int64_t *x = g_new(int64_t, (gsize)run->programme->n_columns + 1);
  run_set_phase(run, "proving");
  struct proof proof = {.run = run, .asked_us = g_get_monotonic_time()};
  if (!for_good && ends_soon(run))
    return false;
  if (!for_good)
    allow(&proof);
  relaxed_point_find(run);
  strengthen_make(run->programme, ended, &proof, &proof.strengthened);
  run_add_work(run, proof.strengthened.work);
  bool complete = false, better = true; /* neither: it stopped for no reason of ours */
  while (!ended(&proof) && !complete && better) {
    int64_t before = cutoff_of(run);
    complete = search(&proof, x);
    better = cutoff_of(run) < before;
  }
  bool gave_up = !complete && ended(&proof);
  strengthen_clear(&proof.strengthened);
  return !gave_up;
}
