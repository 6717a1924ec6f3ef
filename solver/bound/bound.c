#include "solver/bound/bound.h"

#include "solver/bound/basis.h"
#include "solver/bound/cuts.h"
#include "solver/bound/decomposition.h"
#include "solver/bound/lagrangian.h"
#include "solver/bound/narrowing.h"
#include "solver/bound/pdhg.h"
#include "solver/presolve/postsolve.h"
#include "solver/presolve/probing.h"
#include "solver/presolve/reduction.h"
#include "solver/presolve/sparsify.h"

#include <math.h>

enum {
  CHUNK = 100, /* PDHG iterations between looks at the clock */
  CHUNKS_A_VALUATION = 16,
  CHUNKS_FIRST = 100,   /* at most, before the first cuts */
  CHUNKS_LATER = 20,    /* at most, between cuts */
  CHUNKS_LAST = 200,    /* at most, after them */
  ROUNDS_FIRST = 8,     /* of cuts, whatever the time */
  CUTS_WORTH = 3,       /* with fewer new ones a point is no source of cuts any more */
  ROUNDS_STALE = 6,     /* in a row, without gain: no more is it */
  STALE_VALUATIONS = 4, /* in a row, without a better bound */
  BLOCK_ITERATIONS = 200,
};

/* In deterministic mode, this share of the work at most is spent here. */
static const double work_share = 0.3;
/* And this share of the time, where annealing waits for a guide. */
static const double advice_share = 0.15;
/* And this much the rounds of cuts may take of it, after the first: of a thread that has nothing
 * else to do yet, and of one that has. */
static const double rounds_share = 0.15, rounds_share_alone = 0.05;
/* The relaxation's error at which it may guide the search (guides of an error of 0.4 did
 * harm), at which it is cut, at which it is when that brings no more, and at which its prices are
 * final. */
static const double error_guide = 0.02, error_cuts = 3e-3, error_fine = 3e-4, error_good = 1e-4;
/* A round's gain, as a share of the bound, that is worth another. */
static const double gain_least = 1e-4;

struct bounding {
  struct run *run;
  int64_t roof; /* no solution that costs more is in it; INT64_MAX: all are */
  struct reduction reduction;
  struct sparsified rows; /* the reduced programme made sparse; cuts are added to it */
  struct cuts *cuts;
  struct decomposition *decomposition;
  struct pdhg *method;
  struct lagrangian lagrangian;
  int *was; /* [n_was] where each row was before cuts were dropped */
  int n_was;
  double *best;  /* [rows without cuts] prices of the best bound, cuts credited */
  double value;  /* that bound; -INFINITY before the first */
  int stale;     /* valuations since */
  double *point; /* [columns] */
  double told;   /* the error of the relaxation whose guide was offered */
  int rounds;    /* of cuts, so far */
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
  int64_t work = bounding->work + bounding->lagrangian.work;
  return run_over(bounding->run) || (limit > 0 && (double)work > work_share * (double)limit);
}

/* The bound at prices[rows], kept if it is the best. False: there is none. */
static bool value_at(struct bounding *bounding, const double *prices, enum status *status)
{
  int rows = bounding->decomposition->whole->n_rows;
  double value;
  lagrangian_set_prices(&bounding->lagrangian, prices);
  if (!lagrangian_value(&bounding->lagrangian, &value, status))
    return false;
  if (value <= bounding->value)
    return true;
  bounding->value = value;
  bounding->stale = 0;
  g_free(bounding->best);
  bounding->best = g_memdup2(prices, ((gsize)rows + 1) * sizeof *prices);
  for (int i = 0; i < rows; i++) /* as they were rounded and lowered */
    if (bounding->decomposition->couples[i])
      bounding->best[i] = (double)bounding->lagrangian.prices[i] / LAGRANGIAN_SCALE;
  cuts_credit(bounding->cuts, bounding->best, rows);
  int64_t bound = (int64_t)ceil(value) + bounding->reduction.constant;
  run_raise_bound(bounding->run, MIN(bound - 1, bounding->roof) + 1);
  return true;
}

/* The bound at the method's present prices. False: there is none. */
static bool price(struct bounding *bounding, enum status *status)
{
  g_autofree double *prices = g_new(double, (gsize)bounding->decomposition->whole->n_rows + 1);
  pdhg_duals(bounding->method, prices);
  bounding->stale++;
  return value_at(bounding, prices, status);
}

/* Offers a guide when the relaxation has become much more exact than at the last one. */
static void tell_guide(struct bounding *bounding, double error)
{
  struct run *run = bounding->run;
  if (bounding->roof < INT64_MAX || error > error_guide || error > bounding->told / 2)
    return;
  bounding->told = error;
  g_autofree double *prices = g_new(double, (gsize)bounding->rows.programme->n_rows + 1);
  pdhg_duals(bounding->method, prices);
  pdhg_values(bounding->method, bounding->point);
  struct guide *guide =
      guide_new(run->view, &bounding->reduction, bounding->rows.programme, prices, bounding->point);
  if (bounding->rounds == 0)
    run_offer_point(run, guide->point);
  run_offer_guide(run, guide);
}

/* Works on the relaxation until its error is small enough or the bound stops rising.
 * False: the search ends here. */
static bool relax(struct bounding *bounding, int chunks, double enough, enum status *status)
{
  double error = INFINITY;
  for (int chunk = 1; chunk <= chunks && error > enough; chunk++) {
    if (over(bounding))
      return false;
    error = pdhg_iterate(bounding->method, CHUNK);
    bounding->work += CHUNK;
    tell_guide(bounding, error);
    bool due = chunk % CHUNKS_A_VALUATION == 0 && error < 0.3;
    if ((due || error <= enough || chunk == chunks) && !price(bounding, status))
      return false;
    if (bounding->stale >= STALE_VALUATIONS)
      return true;
  }
  return true;
}

static void begin_relaxation(struct bounding *bounding)
{
  struct programme *p = bounding->rows.programme;
  struct pdhg *method = pdhg_new(p);
  if (bounding->method) {
    pdhg_warm_start(method, bounding->method, NULL, bounding->was, bounding->n_was);
    pdhg_free(bounding->method);
    lagrangian_close(&bounding->lagrangian);
    decomposition_free(bounding->decomposition);
  }
  int64_t work = bounding->lagrangian.work;
  bounding->method = method;
  bounding->decomposition = decomposition_new(p);
  lagrangian_open(&bounding->lagrangian, bounding->decomposition);
  bounding->lagrangian.iterations_allowed = BLOCK_ITERATIONS;
  bounding->lagrangian.deadline_us = bounding->run->deadline_us;
  bounding->lagrangian.ended = over;
  bounding->lagrangian.context = bounding;
  bounding->lagrangian.work = work;
  bounding->stale = 0;
  bounding->told = INFINITY;
}

/* Drops cuts that do nothing and adds new ones; how many. */
static int change_cuts(struct bounding *bounding)
{
  int rows = bounding->rows.programme->n_rows;
  g_autofree double *prices = g_new(double, (gsize)rows + 1);
  pdhg_duals(bounding->method, prices);
  pdhg_values(bounding->method, bounding->point);
  g_free(bounding->was);
  bounding->was = g_new(int, (gsize)rows + 1);
  cuts_drop(bounding->cuts, prices, rows, bounding->was);
  bounding->n_was = bounding->rows.programme->n_rows;
  return cuts_add(bounding->cuts, bounding->point);
}

/* Is there time for more rounds of cuts? Where work is counted, the first are all. */
static bool affords_rounds(const struct bounding *bounding, gint64 from)
{
  const struct run *run = bounding->run;
  bool little =
      run->settings->threads < 2 || run_anneals_in_vain(run) || bounding->roof < INT64_MAX;
  double share = little ? rounds_share_alone : rounds_share;
  double spent_ms = (double)(g_get_monotonic_time() - from) / 1e3;
  return !run->settings->deterministic && spent_ms < share * run->settings->time_limit_ms;
}

/* Rounds of cuts at a relaxation of this error, while they bring something. False: the search
 * ends here. */
static bool cut(struct bounding *bounding, double error, gint64 from, enum status *status)
{
  double reached = bounding->value;
  int stale = 0;
  for (int *round = &bounding->rounds; *round < ROUNDS_FIRST || affords_rounds(bounding, from);) {
    if (over(bounding))
      return false;
    ++*round;
    bool enough = change_cuts(bounding) < CUTS_WORTH;
    begin_relaxation(bounding);
    if (enough || stale == ROUNDS_STALE)
      break;
    if (!relax(bounding, CHUNKS_LATER, error, status))
      return false;
    bool gained = bounding->value > reached + gain_least * fabs(reached);
    stale = gained ? 0 : stale + 1;
    reached = gained ? bounding->value : reached;
  }
  return true;
}

static void search(struct bounding *bounding, enum status *status)
{
  gint64 from = g_get_monotonic_time();
  if (relax(bounding, CHUNKS_FIRST, error_cuts, status) &&
      cut(bounding, error_cuts, from, status) && cut(bounding, error_fine, from, status))
    relax(bounding, CHUNKS_LAST, error_good, status);
}

static void bounding_open(struct bounding *bounding)
{
  const struct programme *reduced = bounding->reduction.programme;
  bounding->rows = sparsify_make(reduced);
  bounding->cuts = cuts_new(bounding->rows.programme);
  cuts_end_when(bounding->cuts, over, bounding);
  bounding->point = g_new0(double, (gsize)reduced->n_columns + 1);
  bounding->value = -INFINITY;
  begin_relaxation(bounding);
}

static void bounding_close(struct bounding *bounding)
{
  lagrangian_close(&bounding->lagrangian);
  pdhg_free(bounding->method);
  decomposition_free(bounding->decomposition);
  cuts_free(bounding->cuts);
  g_free(bounding->point);
  g_free(bounding->best);
  g_free(bounding->was);
  sparsify_clear(&bounding->rows);
  reduction_clear(&bounding->reduction);
}

/* Offers the prices of the best bound. Rows inside a block have no Lagrangian price: theirs
 * is the relaxation's. */
static void tell_prices(struct bounding *bounding)
{
  struct run *run = bounding->run;
  g_autofree double *prices = g_new(double, (gsize)run->programme->n_rows + 1);
  sparsify_credit(&bounding->rows, bounding->best);
  postsolve_prices(run->programme, &bounding->reduction, bounding->best, prices);
  run_offer_prices(run, bounding->value + (double)bounding->reduction.constant, prices);
}

static struct bounding *make(struct run *run, const struct reduction *reduction, int64_t roof)
{
  struct bounding *bounding = g_new(struct bounding, 1);
  *bounding = (struct bounding){.run = run, .reduction = *reduction, .roof = roof};
  bounding_open(bounding);
  return bounding;
}

struct bounding *bounding_new(struct run *run)
{
  struct reduction reduction;
  if (!reduction_make(run->programme, &reduction))
    return NULL;
  probing_fix_counts(reduction.programme);
  return make(run, &reduction, INT64_MAX);
}

struct bounding *bounding_below(const struct bounding *bounding, int64_t roof)
{
  struct programme *narrowed = programme_copy(bounding->rows.programme);
  g_autofree double *prices = g_new(double, (gsize)narrowed->n_rows + 1);
  struct reduction reduction;
  pdhg_duals(bounding->method, prices);
  bool possible = narrowing_apply(narrowed, prices, roof - bounding->reduction.constant) &&
                  reduction_make(narrowed, &reduction);
  programme_free(narrowed);
  if (!possible)
    return NULL;
  gsize columns = (gsize)reduction.programme->n_columns + 1;
  g_autofree int *were = g_memdup2(reduction.kept, columns * sizeof *were);
  int n_rows = reduction.n_rows;
  reduction_lift(&reduction, &bounding->reduction, bounding->run->programme->n_columns);
  struct bounding *below = make(bounding->run, &reduction, roof);
  pdhg_warm_start(below->method, bounding->method, were, below->reduction.kept_rows, n_rows);
  return below;
}

void bounding_free(struct bounding *bounding)
{
  if (bounding)
    bounding_close(bounding);
  g_free(bounding);
}

void bounding_advise(struct bounding *bounding)
{
  const struct run *run = bounding->run;
  gint64 from = g_get_monotonic_time(), until = G_MAXINT64;
  if (run->deadline_us > 0)
    until = from + (gint64)(advice_share * (double)(run->deadline_us - from));
  while (!isfinite(bounding->told) && !over(bounding) && g_get_monotonic_time() < until) {
    double error = pdhg_iterate(bounding->method, CHUNK);
    bounding->work += CHUNK;
    tell_guide(bounding, error);
  }
}

void bounding_search(struct bounding *bounding)
{
  enum status status = STATUS_OK;
  search(bounding, &status);
  if (status != STATUS_OK)
    run_setback(bounding->run, status);
  if (isfinite(bounding->value) && bounding->roof == INT64_MAX)
    tell_prices(bounding);
  run_add_work(bounding->run, bounding->work + bounding->lagrangian.work);
}

void bound_search(struct run *run)
{
  struct bounding *bounding = bounding_new(run);
  if (bounding)
    bounding_search(bounding);
  bounding_free(bounding);
}

const struct programme *bounding_relaxation(const struct bounding *bounding)
{
  return bounding->rows.programme;
}

const struct reduction *bounding_reduction(const struct bounding *bounding)
{
  return &bounding->reduction;
}

char *bounding_basis(const struct bounding *bounding)
{
  const struct programme *p = bounding->rows.programme;
  g_autofree double *x = g_new(double, (gsize)p->n_columns + 1);
  g_autofree double *prices = g_new(double, (gsize)p->n_rows + 1);
  pdhg_values(bounding->method, x);
  pdhg_duals(bounding->method, prices);
  return basis_near(p, x, prices);
}
