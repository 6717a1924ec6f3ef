#include "solver/months/generation.h"

#include "solver/bound/pdhg.h"

#include <math.h>

enum {
  CHUNK = 100,         /* PDHG iterations between looks at the clock */
  CHUNKS_MOST = 200,   /* for the first prices */
  ITERATIONS = 1000,   /* of the simplex method, for a month */
  MASTER_EVERY = 4,    /* months, it is solved anew: that takes little beside a month */
  STALE_ROUNDS = 2,    /* in a row: prices move on faster */
  REPRICINGS_MOST = 4, /* rounds, after months are fixed */
};

/* The relaxation's error at which its prices do to begin with. */
static const double error_enough = 1e-3;
/* Prices are a mixture of the relaxation's, which bound well, and the master's, which swing as long
 * as it knows few months (Wentges 1997): of the former this, less and less, down to the least. */
static const double centre_first = 0.7, centre_falls = 0.6, centre_least = 0.15;
/* A round's gain, as a share of the cost, that is worth another; and what a cost rises by, after
 * months were fixed, that others are worth to be sought for. */
static const double gain_least = 7e-4, rise_least = 5e-4;
/* A month is better when it is cheaper by so much, in points. */
static const double cheaper_least = 0.5;

bool generation_is_over(struct generation *generation)
{
  return run_over(generation->run) || g_get_monotonic_time() >= generation->until_us;
}

static bool over(void *context)
{
  return generation_is_over(context);
}

static void find_centre(struct generation *generation)
{
  struct pdhg *method = pdhg_new(generation->reduction.programme);
  double error = INFINITY;
  for (int k = 0; k < CHUNKS_MOST && error > error_enough && !run_over(generation->run); k++)
    error = pdhg_iterate(method, CHUNK);
  pdhg_duals(method, generation->centre);
  pdhg_free(method);
}

static void open_lagrangian(struct generation *generation)
{
  lagrangian_open(&generation->lagrangian, generation->decomposition);
  generation->lagrangian.iterations_allowed = ITERATIONS;
  generation->lagrangian.deadline_us = generation->run->deadline_us;
  generation->lagrangian.ended = over;
  generation->lagrangian.context = generation;
}

bool generation_open(struct generation *out, struct run *run)
{
  struct reduction reduction;
  if (!reduction_make(run->programme, &reduction))
    return false;
  const struct programme *p = reduction.programme;
  struct decomposition *decomposition = decomposition_new(p);
  *out = (struct generation){.run = run,
                             .reduction = reduction,
                             .decomposition = decomposition,
                             .master = master_new(decomposition),
                             .blocks = g_new(int, (gsize)decomposition->count + 1),
                             .centre = g_new0(double, (gsize)p->n_rows + 1),
                             .part = centre_first,
                             .prices = g_new0(double, (gsize)p->n_rows + 1),
                             .x = g_new0(int64_t, (gsize)p->n_columns + 1),
                             .until_us = G_MAXINT64};
  for (int b = 0; b < decomposition->count; b++)
    if (decomposition->items[b].programme->n_columns > 0)
      out->blocks[out->n_blocks++] = b;
  open_lagrangian(out);
  find_centre(out);
  lagrangian_set_prices(&out->lagrangian, out->centre);
  return true;
}

void generation_close(struct generation *generation)
{
  master_free(generation->master);
  lagrangian_close(&generation->lagrangian);
  decomposition_free(generation->decomposition);
  reduction_clear(&generation->reduction);
  g_free(generation->blocks);
  g_free(generation->centre);
  g_free(generation->prices);
  g_free(generation->x);
}

void generation_add_rota(struct generation *generation, const int64_t *x)
{
  for (int k = 0; k < generation->n_blocks; k++) {
    const struct diagonal_block *block = &generation->decomposition->items[generation->blocks[k]];
    for (int c = 0; c < block->programme->n_columns; c++)
      generation->x[c] = x[generation->reduction.kept[block->columns[c]]];
    master_add(generation->master, generation->blocks[k], generation->x);
  }
}

static bool solve_master(struct generation *generation)
{
  enum status status;
  bool solved = master_solve(generation->master, generation->run->deadline_us, &status);
  if (status != STATUS_OK)
    run_setback(generation->run, status);
  return solved;
}

static void set_prices(struct generation *generation, double part)
{
  master_prices(generation->master, generation->prices);
  for (int i = 0; i < generation->decomposition->whole->n_rows; i++)
    generation->prices[i] = part * generation->centre[i] + (1 - part) * generation->prices[i];
  lagrangian_set_prices(&generation->lagrangian, generation->prices);
}

/* The cheapest month of a block at the prices set, if it costs less than `most`. */
static bool add_month(struct generation *generation, int block, double most)
{
  double cost;
  enum status status;
  bool found = lagrangian_price(&generation->lagrangian, block, generation->x, &cost, &status);
  if (status != STATUS_OK)
    run_setback(generation->run, status);
  if (!found || cost >= most)
    return false;
  master_add(generation->master, block, generation->x);
  return true;
}

/* A month for each clinician; the master is solved on the way, and at the end. */
static bool price_round(struct generation *generation)
{
  for (int k = 0; k < generation->n_blocks && !generation_is_over(generation); k++) {
    add_month(generation, generation->blocks[k], INFINITY);
    if (k % MASTER_EVERY == MASTER_EVERY - 1) {
      if (!solve_master(generation))
        return false;
      set_prices(generation, generation->part);
    }
  }
  if (!solve_master(generation))
    return false;
  set_prices(generation, generation->part);
  return true;
}

bool generation_work(struct generation *generation)
{
  double last = INFINITY;
  for (int stale = 0; stale < STALE_ROUNDS && !generation_is_over(generation);) {
    if (!price_round(generation))
      return false;
    double cost = generation->master->cost;
    stale = last - cost <= gain_least * fabs(cost) ? stale + 1 : 0;
    last = cost;
    if (stale == STALE_ROUNDS && generation->part * centre_falls >= centre_least) {
      generation->part *= centre_falls;
      stale = 0;
    }
  }
  return true;
}

/* A month for each clinician who has none fixed, where one is cheaper than the mix. */
static bool reprice_round(struct generation *generation)
{
  struct master *master = generation->master;
  int added = 0;
  set_prices(generation, 0);
  for (int k = 0; k < generation->n_blocks && !generation_is_over(generation); k++) {
    int block = generation->blocks[k];
    if (master->fixed[block] >= 0)
      continue;
    double most = master->duals[master->n_coupling + block] - cheaper_least;
    if (!add_month(generation, block, most) || ++added % MASTER_EVERY != 0)
      continue;
    if (!solve_master(generation))
      return false;
    set_prices(generation, 0);
  }
  return solve_master(generation);
}

bool generation_reprice(struct generation *generation, double reached)
{
  const struct master *master = generation->master;
  double last = INFINITY;
  for (int k = 0; k < REPRICINGS_MOST && master->cost > reached + rise_least * fabs(reached); k++) {
    if (last - master->cost < rise_least * fabs(last) || generation_is_over(generation))
      break;
    last = master->cost;
    if (!reprice_round(generation))
      return false;
  }
  return true;
}
