#include "solver/exact.h"

#include "solver/branch.h"

/* Above the one its cuts beat the bound from prices; above the other GLPK takes
 * its whole time for the first relaxation. */
enum { COLUMNS_FIRST = 3000, COLUMNS_MOST = 8000 };

/* Of the simplex method, in the first search; each one after it may take twice
 * as many. A cut-off fixes columns by their reduced costs at the root alone, so
 * begin anew whenever there is a better solution, and from time to time anyhow. */
enum { ITERATIONS_FIRST = 4000 };

struct proof {
  struct run *run;
  int64_t cutoff; /* this search began with */
};

bool exact_suits(const struct run *run)
{
  return run->programme->n_columns <= COLUMNS_MOST;
}

static int64_t cutoff_of(struct run *run)
{
  int64_t cost;
  return run_best_cost(run, &cost) ? cost - 1 : INT64_MAX;
}

static void on_found(void *context, const int64_t *x)
{
  const struct proof *proof = context;
  if (programme_first_broken(proof->run->programme, x) < 0)
    run_offer_values(proof->run, x);
}

static void on_bound(void *context, int64_t bound)
{
  const struct proof *proof = context;
  run_raise_bound(proof->run, bound);
}

static void on_priced(void *context, double value, const double *prices)
{
  const struct proof *proof = context;
  run_offer_prices(proof->run, value, prices);
}

static bool ended(void *context)
{
  const struct proof *proof = context;
  return run_over(proof->run) || cutoff_of(proof->run) < proof->cutoff;
}

bool exact_comes_first(const struct run *run)
{
  return run->programme->n_columns <= COLUMNS_FIRST;
}

/* One search. True when it came to its end, so that there is no more to do. */
static bool search(struct run *run, int64_t iterations, int64_t *x)
{
  struct proof proof = {run, cutoff_of(run)};
  struct branch_talk talk = {
      .context = &proof, .found = on_found, .bound = on_bound, .priced = on_priced, .ended = ended};
  struct branch_limits limits = {.cutoff = proof.cutoff,
                                 .iterations = iterations,
                                 .deadline_us = run->deadline_us,
                                 .thorough = true,
                                 .talk = &talk};
  struct branch_result result;
  enum status status = branch_solve(run->programme, &limits, x, &result);
  if (status != STATUS_OK) {
    run_fail(run, status);
    return true;
  }
  if (result.end == BRANCH_OPTIMAL || result.end == BRANCH_FOUND)
    run_offer_values(run, x);
  if (result.has_bound)
    run_raise_bound(run, result.bound);
  run_add_work(run, 1 + result.iterations);
  return result.end == BRANCH_OPTIMAL || result.end == BRANCH_NONE;
}

void exact_search(struct run *run)
{
  g_autofree int64_t *x = g_new(int64_t, (gsize)run->programme->n_columns + 1);
  run_set_phase(run, "proving");
  int64_t iterations = ITERATIONS_FIRST;
  while (!run_over(run)) {
    int64_t before = cutoff_of(run);
    if (search(run, iterations, x))
      return;
    if (cutoff_of(run) == before)
      iterations *= 2;
  }
}
