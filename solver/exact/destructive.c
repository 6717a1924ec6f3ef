#include "solver/exact/destructive.h"

#include "solver/engine/outside.h"
#include "solver/exact/outside_proof.h"

/* A roof is one part of so many of the way from the bound to the best: low ones are soon settled.
 * With a few points between these it is just below the best. */
enum { PARTS = 6, FEW = 4 };
/* Of the time that is left, one has so much, and one that would end the run so much. */
static const double share = 1.0 / 3, share_few = 0.7;
/* Narrowing goes on while it leaves less than this share of the columns. */
static const double worth = 0.997;

/* Is nothing more to be learned about the roof? */
static bool is_settled(struct run *run, int64_t roof)
{
  int64_t best, bound;
  return run_over(run) || (run_bound(run, &bound) && bound > roof) ||
         (run_best_cost(run, &best) && best <= roof);
}

/* What is left below the roof, narrowed and bounded in turn; NULL: the roof is settled. */
static struct bounding *narrow(struct run *run, const struct bounding *whole, int64_t roof)
{
  struct bounding *rest = bounding_below(whole, roof);
  for (bool fewer = true; rest && fewer;) {
    bounding_search(rest);
    if (is_settled(run, roof)) {
      bounding_free(rest);
      return NULL;
    }
    struct bounding *next = bounding_below(rest, roof);
    fewer =
        next && bounding_relaxation(next)->n_columns < worth * bounding_relaxation(rest)->n_columns;
    bounding_free(rest);
    rest = next;
  }
  if (!rest)
    run_raise_bound(run, roof + 1);
  return rest;
}

/* True: it raised the bound, or improved the best, which was what these are. */
static bool try_roof(struct run *run, const struct bounding *whole, int64_t bound, int64_t best)
{
  bool few = best - bound <= FEW;
  int64_t roof = few ? best - 1 : bound + (best - bound) / PARTS;
  double left = (double)(run->deadline_us - g_get_monotonic_time()) / 1e6;
  struct bounding *rest = narrow(run, whole, roof);
  if (rest)
    outside_proof_below(run, rest, roof, (few ? share_few : share) * left);
  bounding_free(rest);
  int64_t bound_now = bound, best_now = best;
  run_bound(run, &bound_now);
  run_best_cost(run, &best_now);
  return bound_now > bound || best_now < best;
}

void destructive_search(struct run *run, const struct bounding *bounding)
{
  int64_t best, bound;
  bool useful = true;
  while (useful && !run_over(run) && outside_serves(run->outside) && run_best_cost(run, &best) &&
         run_bound(run, &bound))
    useful = try_roof(run, bounding, bound, best);
}
