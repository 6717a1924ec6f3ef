#include "solver/exact/outside_proof.h"

#include "solver/engine/outside.h"
#include "solver/presolve/reduction.h"

#include <math.h>

/* Where days bind each other a search of the whole seldom gets beyond its root: it has this share
 * of the time, and improvement the rest, unless the best is this near to the bound, as a share of
 * its cost, or a root takes no more than that share of the time, so that many nodes can be had. */
static const double bound_share = 0.25, near_enough = 0.02, root_little = 0.01;

/* A root from our relaxation takes this, times the square of the terms: 35 s for 123,000. */
static const double seconds_per_term_squared = 2.3e-9;

struct proof {
  struct run *run;
  const struct reduction *reduction;
  const struct programme *programme; /* of the reduction's columns */
  const char *basis;                 /* to begin from; NULL: none */
  bool root_only;
  int64_t roof;      /* no solution that costs more is in it; INT64_MAX: all are */
  gint64 until_us;   /* 0: no limit */
  int64_t from_cost; /* that it set out from; INT64_MAX: no lawful solution */
};

static int64_t best_cost(struct run *run)
{
  int64_t cost;
  return run_best_cost(run, &cost) ? cost : INT64_MAX;
}

static void on_bound(void *context, int64_t bound)
{
  struct proof *proof = context;
  run_claim_bound(proof->run, MIN(bound + proof->reduction->constant - 1, proof->roof) + 1);
}

/* Has the improvement come half of the way to the bound, or to a first lawful solution? */
static bool is_outrun(struct proof *proof)
{
  int64_t best = best_cost(proof->run), bound;
  if (proof->roof < INT64_MAX)
    return best <= proof->roof;
  if (proof->root_only || best >= proof->from_cost)
    return false;
  if (proof->from_cost == INT64_MAX)
    return true;
  return run_bound(proof->run, &bound) && best - bound <= (proof->from_cost - bound) / 2;
}

static bool is_near(struct run *run)
{
  int64_t best = best_cost(run), bound;
  return best < INT64_MAX && run_bound(run, &bound) &&
         (double)(best - bound) <= near_enough * fabs((double)best);
}

static bool is_given_up(struct proof *proof)
{
  struct run *run = proof->run;
  double limit = (double)run->settings->time_limit_ms / 1000;
  return !proof->root_only && proof->roof == INT64_MAX && run_days_bind(run) &&
         run->settings->threads > 1 && !run->settings->deterministic &&
         run_seconds(run) > bound_share * limit &&
         !outside_proof_affords(run, root_little * limit) && !is_near(run);
}

static bool ended(void *context)
{
  struct proof *proof = context;
  return run_over(proof->run) || is_given_up(proof) || is_outrun(proof);
}

/* The best solution in the programme's columns; NULL: it breaks a row there, as presolve may have
 * left it out. g_free it. */
static int64_t *start_of(struct proof *proof)
{
  struct run *run = proof->run;
  struct solution *best = solution_new(run->view, NULL);
  gint version = -1;
  run_read_best(run, best, &version);
  int64_t *start = g_new(int64_t, (gsize)proof->programme->n_columns + 1);
  for (int j = 0; j < proof->programme->n_columns; j++)
    start[j] = best->x[proof->reduction->kept[j]];
  proof->from_cost = best->excess == 0 ? best->cost : INT64_MAX;
  solution_free(best);
  if (programme_first_broken(proof->programme, start) >= 0)
    g_clear_pointer(&start, g_free);
  return start;
}

/* Offers its solution, as one of the run's own programme. */
static void offer(struct proof *proof, const int64_t *x)
{
  int columns = proof->run->programme->n_columns;
  g_autofree int64_t *whole = reduction_values(proof->reduction, x, columns);
  if (programme_first_broken(proof->run->programme, whole) < 0)
    run_offer_values(proof->run, whole);
}

/* One search. True: it came to an end of its own. */
static bool search(struct proof *proof)
{
  struct run *run = proof->run;
  bool below = proof->roof < INT64_MAX; /* where no solution is known */
  int64_t cutoff = below ? proof->roof - proof->reduction->constant : INT64_MAX;
  g_autofree int64_t *start = below ? NULL : start_of(proof);
  g_autofree int64_t *x = g_new(int64_t, (gsize)proof->programme->n_columns + 1);
  double left = (double)(proof->until_us - g_get_monotonic_time()) / 1e6;
  const struct outside_task task = {.programme = proof->programme,
                                    .start = start,
                                    .cutoff = below ? &cutoff : NULL,
                                    .basis = proof->basis,
                                    .for_proof = true,
                                    .seconds = proof->until_us > 0 ? MAX(1, left) : 0,
                                    .nodes = proof->root_only,
                                    .deadline_us = run->deadline_us,
                                    .seed = run->settings->seed,
                                    .ended = ended,
                                    .bound = on_bound,
                                    .context = proof};
  struct mip_result result;
  outside_solve(run->outside, &task, x, &result);
  if (result.end == MIP_FOUND || result.end == MIP_OPTIMAL)
    offer(proof, x);
  if (result.has_bound)
    on_bound(proof, result.bound);
  if (below && result.end == MIP_NONE)
    run_claim_bound(run, proof->roof + 1);
  run_add_work(run, 1 + result.iterations);
  return !is_outrun(proof);
}

void outside_proof_search(struct run *run, double seconds)
{
  struct reduction reduction;
  if (!outside_serves(run->outside) || !reduction_make(run->programme, &reduction))
    return;
  struct proof proof = {
      .run = run, .reduction = &reduction, .programme = reduction.programme, .roof = INT64_MAX};
  if (seconds > 0)
    proof.until_us = g_get_monotonic_time() + (gint64)(seconds * 1e6);
  bool ended_itself = false;
  while (!ended_itself && !run_over(run) && !is_given_up(&proof) && outside_serves(run->outside) &&
         (seconds <= 0 || g_get_monotonic_time() < proof.until_us))
    ended_itself = search(&proof);
  reduction_clear(&reduction);
}

void outside_proof_below(struct run *run, const struct bounding *bounding, int64_t roof,
                         double seconds)
{
  struct proof proof = {.run = run,
                        .reduction = bounding_reduction(bounding),
                        .programme = bounding_relaxation(bounding),
                        .roof = roof,
                        .until_us = g_get_monotonic_time() + (gint64)(seconds * 1e6)};
  search(&proof);
}

bool outside_proof_affords(const struct run *run, double seconds)
{
  double terms = run->programme->n_terms;
  return seconds_per_term_squared * terms * terms <= seconds;
}

void outside_proof_root(struct run *run, const struct bounding *bounding)
{
  if (!outside_serves(run->outside))
    return;
  g_autofree char *basis = bounding_basis(bounding);
  struct proof proof = {.run = run,
                        .reduction = bounding_reduction(bounding),
                        .programme = bounding_relaxation(bounding),
                        .basis = basis,
                        .roof = INT64_MAX,
                        .root_only = true};
  search(&proof);
}
