#include "solver/months/generation.h"

#include "model/integer.h"

#include <math.h>
#include <string.h>

enum {
  STALE_ROUNDS = 2,     /* in a row: prices move on faster */
  PROVING_MOST = 40,    /* rounds */
  REPRICINGS_MOST = 20, /* rounds, after assignments are fixed */
  MORE_PATHS = 3,       /* times as many, where a proof needs more, */
  PATHS_MOST = 10000,   /* up to this */
};

/* Prices are a mixture of those that bound best so far, and the master's, which swing as long as it
 * knows few months (Wentges 1997): of the former this, less and less, down to the least. */
static const double centre_first = 0.85, centre_falls = 0.6, centre_least = 0.15;
/* A round's gain, as a share of the cost, that is worth another; and what a cost rises by, after
 * assignments were fixed, that others are worth to be sought for. */
static const double gain_least = 7e-4, rise_least = 5e-4;
/* A month is better when it is cheaper by so much, in points. */
static const double cheaper_least = 0.5;
/* Of the time that is left, for a proof. */
static const double proof_share = 0.05;
/* Of the master's cost, what is no difference. */
static const double cost_least = 1e-6;

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

/* The cheapest month of those that cost less than `most`, by the diagram of block k, into
 * generation->x; what all of them cost at least into *bound. */
static bool find_path(struct generation *generation, int k, int64_t most, int64_t *bound)
{
  const struct diagonal_block *block = &generation->decomposition->items[generation->blocks[k]];
  int64_t cost;
  for (int c = 0; c < block->programme->n_columns; c++) {
    generation->costs[c] = generation->lagrangian.costs[block->columns[c]];
    generation->fixed[c] = generation->master->fixed[block->columns[c]];
  }
  return cheapest_month_find(&generation->cheapest[k], generation->costs, generation->fixed, most,
                             generation->x, &cost, bound);
}

/* The same by GLPK, or the cheapest that it finds in a while. */
static bool find_by_glpk(struct generation *generation, int k, double most)
{
  const struct diagonal_block *block = &generation->decomposition->items[generation->blocks[k]];
  enum status status;
  double cost;
  for (int c = 0; c < block->programme->n_columns; c++) {
    const struct column *column = &generation->decomposition->whole->columns[block->columns[c]];
    int fixed = generation->master->fixed[block->columns[c]];
    block->programme->columns[c].lower = fixed < 0 ? column->lower : fixed;
    block->programme->columns[c].upper = fixed < 0 ? column->upper : fixed;
  }
  bool found = lagrangian_price(&generation->lagrangian, generation->blocks[k], generation->x,
                                &cost, &status);
  if (status != STATUS_OK)
    run_setback(generation->run, status);
  return found && cost < most;
}

/* Adds the cheapest month of a clinician at the prices set, if it costs less than `most`, in
 * points; what every month costs at least is *bound, or INT64_MIN. */
static bool add_month(struct generation *generation, int k, double most, int64_t *bound)
{
  bool found;
  *bound = INT64_MIN;
  if (!generation->lagrangian.costs)
    return false;
  if (generation->diagrams[k])
    found = find_path(generation, k, isfinite(most) ? llround(most * LAGRANGIAN_SCALE) : INT64_MAX,
                      bound);
  else
    found = find_by_glpk(generation, k, most);
  if (found)
    master_add(generation->master, generation->blocks[k], generation->x);
  return found;
}

/* What the month costs that the mixture has for a clinician, at its own prices. */
static double cost_in_mixture(const struct generation *generation, int k)
{
  const struct master *master = generation->master;
  return master->duals[master->n_coupling + generation->blocks[k]];
}

/* What the cheapest months of all come to, times LAGRANGIAN_SCALE, bounds every rota; the prices
 * that bound best are the centre of those to come. */
static void take_value(struct generation *generation, int64_t value)
{
  gsize rows = (gsize)generation->decomposition->whole->n_rows;
  if (value <= generation->centre_value)
    return;
  generation->centre_value = value;
  memcpy(generation->centre, generation->prices, rows * sizeof *generation->centre);
  run_raise_bound(generation->run,
                  integer_divide_up(value, LAGRANGIAN_SCALE) + generation->reduction.constant);
}

/* A month for each clinician, at prices that are the centre's to a part, while nothing is fixed.
 * False: the master could not be solved. */
static bool price_round(struct generation *generation, double part)
{
  int64_t sum, bound;
  set_prices(generation, part);
  bool proves = lagrangian_rest(&generation->lagrangian, &sum);
  for (int k = 0; k < generation->n_blocks; k++) {
    if (generation_is_over(generation)) {
      proves = false;
      break;
    }
    add_month(generation, k, INFINITY, &bound);
    proves = proves && bound > INT64_MIN && integer_add_product(&sum, 1, bound);
  }
  if (proves)
    take_value(generation, sum);
  return solve_master(generation);
}

/* Rounds until they bring little. False: the master could not be solved. */
static bool settle(struct generation *generation)
{
  double last = INFINITY, part = centre_first;
  if (!price_round(generation, 1))
    return false;
  for (int stale = 0; stale < STALE_ROUNDS && !generation_is_over(generation);) {
    if (!price_round(generation, part))
      return false;
    double cost = generation->master->cost;
    stale = last - cost <= gain_least * fabs(cost) ? stale + 1 : 0;
    last = cost;
    if (stale == STALE_ROUNDS && part * centre_falls >= centre_least) {
      part *= centre_falls;
      stale = 0;
    }
  }
  return true;
}

/* The cheapest month at the master's own prices, as far as it is cheaper than what the mixture has.
 * True: one was added, or the next time more paths are followed. */
static bool prove_month(struct generation *generation, int k, int64_t *bound)
{
  double most = cost_in_mixture(generation, k) - cheaper_least / generation->n_blocks;
  int *paths = &generation->proving_paths[k];
  struct cheapest_month *cheapest = &generation->cheapest[k];
  cheapest->paths_most = *paths;
  cheapest->until_us = generation->until_us;
  bool found = add_month(generation, k, most, bound);
  cheapest->paths_most = GENERATION_PATHS;
  cheapest->until_us = 0;
  if (found || !generation->diagrams[k] || (double)*bound >= most * LAGRANGIAN_SCALE ||
      *paths >= PATHS_MOST)
    return found;
  *paths *= MORE_PATHS;
  return true;
}

gint64 generation_after_share(const struct run *run, double share)
{
  gint64 now = g_get_monotonic_time();
  return run->deadline_us > 0 ? now + (gint64)(share * (double)(run->deadline_us - now))
                              : G_MAXINT64;
}

/* A month for each clinician for whom one is cheaper; what the cheapest of all cost, at the same
 * prices, is a bound. *more: something is left to do. False: the master could not be solved. */
static bool prove_round(struct generation *generation, bool *more)
{
  int64_t sum, bound;
  set_prices(generation, 0);
  bool proves = lagrangian_rest(&generation->lagrangian, &sum);
  *more = false;
  for (int k = 0; k < generation->n_blocks; k++) {
    if (generation_is_over(generation))
      return true;
    *more = prove_month(generation, k, &bound) || *more;
    proves = proves && bound > INT64_MIN && integer_add_product(&sum, 1, bound);
  }
  if (proves)
    take_value(generation, sum);
  return !*more || solve_master(generation);
}

bool generation_prove(struct generation *generation)
{
  bool more = true;
  if (!solve_master(generation))
    return false;
  if (generation->master->cost >= generation->settled - cost_least)
    return true; /* the mixture is as it was when this was last done */
  generation->until_us = generation_after_share(generation->run, proof_share);
  for (int k = 0; k < PROVING_MOST && more && !generation_is_over(generation); k++)
    if (!prove_round(generation, &more))
      return false;
  generation->settled = generation->master->cost;
  return true;
}

static void add_best(struct generation *generation)
{
  gint version = -1;
  struct solution *best = solution_new(generation->run->view, NULL);
  run_read_best(generation->run, best, &version);
  generation_add_rota(generation, best->x);
  solution_free(best);
}

bool generation_work(struct generation *generation)
{
  generation_find_centre(generation);
  add_best(generation);
  return solve_master(generation) && settle(generation) && generation_prove(generation);
}

/* A month for each clinician for whom one is cheaper than what the mixture has, at its prices.
 * False: the master could not be solved. */
static bool cheaper_round(struct generation *generation)
{
  int64_t bound;
  set_prices(generation, 0);
  for (int k = 0; k < generation->n_blocks && !generation_is_over(generation); k++)
    add_month(generation, k, cost_in_mixture(generation, k) - cheaper_least, &bound);
  return solve_master(generation);
}

bool generation_reprice(struct generation *generation)
{
  const struct master *master = generation->master;
  double reached = master->cost, last = INFINITY;
  if (!solve_master(generation))
    return false;
  for (int k = 0; k < REPRICINGS_MOST && master->cost > reached + rise_least * fabs(reached); k++) {
    if (last - master->cost < rise_least * fabs(last) || generation_is_over(generation))
      break;
    last = master->cost;
    if (!cheaper_round(generation))
      return false;
  }
  return true;
}
