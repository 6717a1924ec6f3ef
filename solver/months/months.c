#include "solver/months/months.h"

#include "solver/months/generation.h"
#include "solver/pool.h"

#include <math.h>

enum {
  LAST = 8,    /* people: for them no months are generated beside the others' */
  CHOICES = 8, /* months that are tried before one is fixed */
};

/* Of the time that is left: for months to be generated, for a dive, and for what it comes to to be
 * improved. */
static const double generation_share = 0.5, dive_share = 0.5, improving_share = 0.5;
/* Improving one ends when nothing has come of it for so long. */
static const double idle_seconds = 5;
/* A month that has so large a share is as good as chosen. */
static const double share_sure = 0.95;

struct dive {
  struct generation *generation;
  struct dice dice;
  bool first;
  int n_fixed;
};

static gint64 after_share(const struct run *run, double share)
{
  gint64 now = g_get_monotonic_time();
  return now + (gint64)(share * (double)(run->deadline_us - now));
}

static void fix(struct dive *dive, int number)
{
  struct master *master = dive->generation->master;
  const struct month *month = g_ptr_array_index(master->months, number);
  if (master->fixed[month->block] >= 0)
    return;
  master->fixed[month->block] = number;
  dive->n_fixed++;
}

/* Fixes all months that are as good as chosen. */
static bool fix_sure(struct dive *dive)
{
  struct master *master = dive->generation->master;
  int before = dive->n_fixed;
  for (guint k = 0; k < master->months->len; k++) {
    const struct month *month = g_ptr_array_index(master->months, k);
    if (master->fixed[month->block] < 0 && month->share > share_sure)
      fix(dive, (int)k);
  }
  return dive->n_fixed > before;
}

/* The months with the largest shares, of who has none fixed, into likely[CHOICES]. How many. */
static int list_likely(const struct dive *dive, int *likely)
{
  const struct master *master = dive->generation->master;
  double shares[CHOICES];
  int n = 0;
  for (guint k = 0; k < master->months->len; k++) {
    const struct month *month = g_ptr_array_index(master->months, k);
    if (master->fixed[month->block] >= 0 || month->share <= 0)
      continue;
    int at = n;
    while (at > 0 && shares[at - 1] < month->share)
      at--;
    if (at == CHOICES)
      continue;
    n = MIN(n + 1, CHOICES);
    for (int later = n - 1; later > at; later--) {
      shares[later] = shares[later - 1];
      likely[later] = likely[later - 1];
    }
    shares[at] = month->share;
    likely[at] = (int)k;
  }
  return n;
}

/* What all costs with this month fixed; INFINITY: it isn't known. */
static double try_month(const struct dive *dive, int number)
{
  struct master *master = dive->generation->master;
  const struct month *month = g_ptr_array_index(master->months, number);
  enum status status;
  master->fixed[month->block] = number;
  bool solved = master_solve(master, dive->generation->run->deadline_us, &status);
  master->fixed[month->block] = -1;
  return solved ? master->cost : INFINITY;
}

/* Fixes that of the likely months with which all costs least; later dives look at a part of them
 * only. */
static bool fix_likely(struct dive *dive)
{
  int likely[CHOICES], n = list_likely(dive, likely), best = -1;
  double least = INFINITY;
  for (int k = 0; k < n; k++) {
    if (!dive->first && best >= 0 && dice_below(&dive->dice, 2) == 0)
      continue;
    double cost = try_month(dive, likely[k]);
    if (cost >= least)
      continue;
    least = cost;
    best = likely[k];
  }
  if (best >= 0)
    fix(dive, best);
  return best >= 0;
}

/* Fixes months, those that have the largest shares first, and generates others beside these. False:
 * it came to no end. */
static bool dive_down(struct dive *dive)
{
  struct generation *generation = dive->generation;
  struct master *master = generation->master;
  enum status status = STATUS_OK;
  while (dive->n_fixed < generation->n_blocks) {
    double reached = master->cost;
    if (run_over(generation->run) || (!fix_sure(dive) && !fix_likely(dive)) ||
        !master_solve(master, generation->run->deadline_us, &status))
      break;
    bool last = generation->n_blocks - dive->n_fixed <= LAST;
    if (!last && !generation_reprice(generation, reached))
      break;
  }
  return dive->n_fixed == generation->n_blocks;
}

/* Offers the rota that the master comes to, improved. */
static void offer(struct generation *generation, struct lns *lns)
{
  struct run *run = generation->run;
  g_autofree int64_t *left =
      g_new0(int64_t, (gsize)generation->decomposition->whole->n_columns + 1);
  master_read(generation->master, left);
  reduction_restore(&generation->reduction, left);
  g_autofree int64_t *x = /* a copy: what the reduction has fixed is to stay so there */
      g_memdup2(generation->reduction.x, (gsize)run->programme->n_columns * sizeof *x);
  double seconds = (double)(after_share(run, improving_share) - g_get_monotonic_time()) / 1e6;
  lns_improve(lns, x, seconds, idle_seconds);
  run_offer_values(run, x);
  generation_add_rota(generation, x);
  if (programme_first_broken(run->programme, x) < 0)
    pool_add(run->pool, x, programme_objective(run->programme, x));
}

static void add_best(struct generation *generation)
{
  gint version = -1;
  struct solution *best = solution_new(generation->run->view, NULL);
  run_read_best(generation->run, best, &version);
  generation_add_rota(generation, best->x);
  solution_free(best);
}

/* One rota. False: there is no way on. */
static bool dive(struct generation *generation, struct lns *lns, int number)
{
  struct run *run = generation->run;
  struct dive dive = {.generation = generation,
                      .dice = dice_numbered(run->settings->seed, (uint64_t)number),
                      .first = number == 0};
  generation->until_us = after_share(run, dive_share);
  if (!dive_down(&dive))
    return false;
  offer(generation, lns);
  for (int b = 0; b < generation->decomposition->count; b++)
    generation->master->fixed[b] = -1;
  return true;
}

/* False: mixtures of months cost no less than the best rota does. */
static bool generate(struct generation *generation)
{
  struct run *run = generation->run;
  int64_t best = INT64_MAX;
  generation->until_us = after_share(run, generation_share);
  if (!generation_work(generation))
    return false;
  run_best_cost(run, &best);
  return generation->master->cost + (double)generation->reduction.constant < (double)best;
}

void months_search(struct run *run, struct lns *lns)
{
  struct generation generation;
  if (!generation_open(&generation, run))
    return;
  for (int number = 0; !run_over(run) && generate(&generation) && dive(&generation, lns, number);
       number++)
    add_best(&generation);
  generation_close(&generation);
}
