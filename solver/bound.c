#include "solver/bound.h"

#include "solver/ascent.h"
#include "solver/duals.h"
#include "solver/firstorder.h"
#include "solver/reduce.h"

#include <math.h>

enum {
  CHUNK = 100, /* first-order iterations between looks at the clock */
  CHUNKS_A_PRICING = 5,
  CHUNKS_MOST = 300,
  STALE_PRICINGS = 4, /* fruitless, before prices are left to the ascent */
  STALE_STEPS = 60,   /* fruitless, before the ascent is given up */
  BLOCK_ITERATIONS = 200,
};

/* Where one thread does it all, this share of the work, or of the time that is
 * left, is spent here at most. */
static const double share = 0.3;
static const double error_good = 2e-4;

struct bounding {
  struct run *run;
  gint64 deadline_us; /* 0: none but the run's */
  struct reduction reduction;
  struct blocks *blocks;
  struct firstorder *method;
  struct ascent ascent;
  double *prices, *values;
  int64_t work;
};

bool bound_suits(const struct run *run)
{
  return run->view->n_clinicians > 1;
}

static bool over(void *context)
{
  struct bounding *bounding = context;
  int64_t limit = run_work_limit(bounding->run);
  int64_t work = bounding->work + bounding->ascent.pricing.work;
  return run_over(bounding->run) || (limit > 0 && (double)work > share * (double)limit) ||
         (bounding->deadline_us > 0 && g_get_monotonic_time() >= bounding->deadline_us);
}

/* What the cost of a solution is, or could be, in the reduced programme. */
static double target(const struct bounding *bounding)
{
  int64_t cost;
  if (run_best_cost(bounding->run, &cost))
    return (double)(cost - bounding->reduction.constant);
  return bounding->ascent.value + 0.02 * fabs(bounding->ascent.value) + 1;
}

static void tell(struct bounding *bounding)
{
  if (isfinite(bounding->ascent.value))
    run_raise_bound(bounding->run,
                    (int64_t)ceil(bounding->ascent.value) + bounding->reduction.constant);
}

/* Prices from the relaxation, the better the longer it is worked on. False:
 * pricing failed. */
static bool relax(struct bounding *bounding, enum status *status)
{
  int stale = 0;
  double error = INFINITY;
  for (int chunk = 1; chunk <= CHUNKS_MOST && stale < STALE_PRICINGS; chunk++) {
    if (over(bounding))
      return true;
    error = firstorder_work(bounding->method, CHUNK);
    bounding->work += CHUNK;
    if (chunk % CHUNKS_A_PRICING != 0 && error > error_good)
      continue;
    double before = bounding->ascent.value;
    firstorder_duals(bounding->method, bounding->prices);
    firstorder_values(bounding->method, bounding->values);
    if (!ascent_start(&bounding->ascent, bounding->prices, bounding->values, status))
      return false;
    tell(bounding);
    bool risen = !(bounding->ascent.value <= before + 1e-4 * fabs(before));
    stale = risen || error > 0.3 ? 0 : stale + 1;
    if (error <= error_good)
      break;
  }
  return true;
}

static void climb(struct bounding *bounding, enum status *status)
{
  while (!over(bounding) && bounding->ascent.fruitless < STALE_STEPS) {
    if (!ascent_step(&bounding->ascent, target(bounding), status))
      return;
    tell(bounding);
  }
}

static void bounding_open(struct bounding *bounding)
{
  const struct programme *reduced = bounding->reduction.programme;
  bounding->blocks = blocks_new(reduced);
  bounding->method = firstorder_new(reduced);
  bounding->prices = g_new0(double, (gsize)reduced->n_rows + 1);
  bounding->values = g_new0(double, (gsize)reduced->n_columns + 1);
  ascent_open(&bounding->ascent, bounding->blocks);
  bounding->ascent.pricing.iterations_allowed = BLOCK_ITERATIONS;
  bounding->ascent.pricing.ended = over;
  bounding->ascent.pricing.context = bounding;
}

static void bounding_close(struct bounding *bounding)
{
  ascent_close(&bounding->ascent);
  firstorder_free(bounding->method);
  blocks_free(bounding->blocks);
  g_free(bounding->prices);
  g_free(bounding->values);
  reduction_clear(&bounding->reduction);
}

/* The best prices of the coupling rows; those of the others, which the blocks
 * are solved with and not priced by, are the relaxation's. */
static void tell_prices(struct bounding *bounding)
{
  struct run *run = bounding->run;
  g_autofree double *prices = g_new(double, (gsize)run->programme->n_rows + 1);
  firstorder_duals(bounding->method, bounding->prices);
  for (int i = 0; i < bounding->reduction.programme->n_rows; i++)
    if (bounding->blocks->couples[i])
      bounding->prices[i] = bounding->ascent.prices[i];
  duals_restore(run->programme, &bounding->reduction, bounding->prices, prices);
  run_offer_prices(run, bounding->ascent.value + (double)bounding->reduction.constant, prices);
}

static gint64 own_deadline(const struct run *run)
{
  gint64 now = g_get_monotonic_time();
  if (run->settings->threads > 1 || run->deadline_us == 0)
    return 0;
  return now + (gint64)(share * (double)(run->deadline_us - now));
}

void bound_search(struct run *run)
{
  struct bounding bounding = {.run = run, .deadline_us = own_deadline(run)};
  if (!reduction_make(run->programme, &bounding.reduction))
    return; /* no solution at all: whoever looks for one will find out why */
  bounding_open(&bounding);
  enum status status = STATUS_OK;
  if (relax(&bounding, &status) && isfinite(bounding.ascent.value))
    climb(&bounding, &status);
  if (status != STATUS_OK)
    run_fail(run, status);
  else if (isfinite(bounding.ascent.value))
    tell_prices(&bounding);
  run_add_work(run, bounding.work + bounding.ascent.pricing.work);
  bounding_close(&bounding);
}
