#include "solver/months/months.h"

#include "solver/months/generation.h"
#include "solver/pool.h"

#include <math.h>
#include <stdlib.h>

enum { PARTS_A_STEP = 10 /* one in so many is fixed at a time */ };

/* Of the time that is left: for months to be generated, and for a dive. */
static const double generation_share = 0.5, dive_share = 0.5;
/* Improving what a dive comes to takes so many times as long, and ends when nothing has come of it
 * for so long. */
static const double improving_times = 2, idle_seconds = 1;
/* A dive ends where it costs by so large a share more than the best. */
static const double dearer_most = 0.1;
/* How much more an assignment counts that the best rota has, in every other dive (guided dives:
 * Danna, Rothberg and Le Pape 2005). */
static const double as_in_best = 1.5;
/* A month that nobody has, or nearly, is lacking by so much. */
static const double lacking_much = 0.5;
/* What the mixture has less of, or lacks less of, is not in part. */
static const double part_least = 1e-4;

/* An assignment that the mixture has in part. */
struct part {
  int column;
  double weight;
};

struct dive {
  struct generation *generation;
  struct dice dice;
  bool first;
  const struct solution *near; /* whose assignments come first; NULL: none do */
  double most;                 /* that the master may come to */
  double *point;               /* [columns of the reduced programme] of the mixture */
  struct part *parts;          /* [the same] the last that were listed */
};

static int compare_parts(const void *a, const void *b)
{
  const struct part *one = a, *other = b;
  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  return (one->column > other->column) - (one->column < other->column);
}

/* The assignments that the mixture has in part, the largest parts first; later dives order them
 * by chance as well. How many. */
static int list_parts(struct dive *dive)
{
  struct part *parts = dive->parts;
  const struct programme *p = dive->generation->decomposition->whole;
  int n = 0;
  master_mix(dive->generation->master, dive->point);
  for (int j = 0; j < p->n_columns; j++) {
    double share = dive->point[j];
    if (!p->columns[j].placement || share < part_least || share > 1 - part_least)
      continue;
    double luck = dive->first ? 1 : 0.7 + 0.3 * dice_unit(&dive->dice);
    if (dive->near && dive->near->x[dive->generation->reduction.kept[j]] > 0)
      luck *= as_in_best;
    parts[n++] = (struct part){j, share * luck};
  }
  qsort(parts, (size_t)n, sizeof *parts, compare_parts);
  return n;
}

/* Fixes some of the assignments that the mixture has in part, or only one; they are in dive->parts.
 * How many were fixed; 0: it is a rota. */
static int fix_parts(struct dive *dive, bool only_one)
{
  int n = list_parts(dive), fixed = only_one ? MIN(n, 1) : MIN(n, 1 + n / PARTS_A_STEP);
  for (int k = 0; k < fixed; k++)
    dive->generation->master->fixed[dive->parts[k].column] = 1;
  return fixed;
}

/* Some clinician has no month with all that is fixed: takes back the last step, and if that was one
 * assignment, rules it out. */
static void take_back(struct dive *dive, int fixed)
{
  for (int k = 0; k < fixed; k++)
    dive->generation->master->fixed[dive->parts[k].column] = fixed == 1 ? 0 : -1;
}

static void fix_none(struct master *master)
{
  for (int j = 0; j < master->decomposition->whole->n_columns; j++)
    master->fixed[j] = -1;
}

/* Fixes assignments, those of which the mixture has the largest parts first, and generates months
 * with them. False: it came to no end, or to more than dive->most. */
static bool dive_down(struct dive *dive)
{
  struct generation *generation = dive->generation;
  const struct master *master = generation->master;
  int fixed;
  bool careful = false;
  while (master->cost <= dive->most && (fixed = fix_parts(dive, careful)) > 0) {
    double lacking = master->lacking;
    if (run_over(generation->run) || !generation_reprice(generation))
      return false;
    careful = master->lacking > lacking + lacking_much;
    if (!careful)
      continue;
    take_back(dive, fixed);
    if (run_over(generation->run) || !generation_reprice(generation))
      return false;
  }
  return master->cost <= dive->most;
}

/* x[columns of the run's programme] of what the master comes to, its counts following. */
static int64_t *read_rota(struct generation *generation, struct lns *lns)
{
  struct run *run = generation->run;
  g_autofree int64_t *left =
      g_new0(int64_t, (gsize)generation->decomposition->whole->n_columns + 1);
  master_read(generation->master, left);
  reduction_restore(&generation->reduction, left);
  int64_t *x = /* a copy: what the reduction has fixed is to stay so there */
      g_memdup2(generation->reduction.x, ((gsize)run->programme->n_columns + 1) * sizeof *x);
  lns_settle_values(lns, x);
  return x;
}

/* Makes the best of a rota x, by LNS. */
static void improve(struct generation *generation, struct lns *lns, int64_t *x, double seconds)
{
  struct run *run = generation->run;
  lns_improve(lns, x, seconds, idle_seconds);
  run_offer_values(run, x);
  if (programme_first_broken(run->programme, x) >= 0)
    return;
  pool_add(run->pool, x, programme_objective(run->programme, x));
  generation_add_rota(generation, x);
}

/* What the master may come to in a dive that may yet end well. */
static double most_worth(const struct generation *generation)
{
  int64_t best;
  if (!run_best_cost(generation->run, &best))
    return INFINITY;
  return (double)best + dearer_most * fabs((double)best) - (double)generation->reduction.constant;
}

/* One rota, perhaps. */
static void dive(struct generation *generation, struct lns *lns, int number)
{
  struct run *run = generation->run;
  gint64 from = g_get_monotonic_time();
  gsize columns = (gsize)generation->decomposition->whole->n_columns + 1;
  g_autofree double *point = g_new0(double, columns);
  g_autofree struct part *parts = g_new(struct part, columns);
  gint version = -1;
  struct solution *best = solution_new(run->view, NULL);
  run_read_best(run, best, &version);
  struct dive dive = {.generation = generation,
                      .dice = dice_numbered(run->settings->seed, (uint64_t)number),
                      .first = number == 0,
                      .near = number % 2 == 1 ? best : NULL,
                      .most = number == 0 ? INFINITY : most_worth(generation),
                      .point = point,
                      .parts = parts};
  generation->until_us = generation_after_share(run, dive_share);
  if (dive_down(&dive)) {
    g_autofree int64_t *x = read_rota(generation, lns);
    double seconds = (double)(g_get_monotonic_time() - from) / G_USEC_PER_SEC;
    improve(generation, lns, x, improving_times * seconds + idle_seconds);
  }
  fix_none(generation->master);
  solution_free(best);
}

/* Do mixtures of months cost less than the best rota? */
static bool is_way_on(const struct generation *generation)
{
  int64_t best;
  return !run_best_cost(generation->run, &best) ||
         generation->master->cost + (double)generation->reduction.constant < (double)best;
}

struct generation *months_new(struct run *run)
{
  struct generation *out = generation_new(run);
  if (out && (out->by_diagrams || run_anneals_in_vain(run)))
    return out;
  generation_free(out);
  return NULL;
}

void months_free(struct generation *months)
{
  generation_free(months);
}

void months_search(struct generation *months, struct lns *lns, int patience)
{
  struct run *run = months->run;
  int64_t best = INT64_MAX;
  run_set_phase(run, "composing months");
  months->until_us = generation_after_share(run, generation_share);
  bool fine = generation_work(months);
  for (int number = 0, vain = 0; fine && !run_over(run) && is_way_on(months); number++) {
    int64_t before = best;
    dive(months, lns, number);
    fine = generation_prove(months);
    vain = run_best_cost(run, &best) && best < before ? 0 : vain + 1;
    if (patience > 0 && vain >= patience)
      break;
  }
}
