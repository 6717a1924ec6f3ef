#include "solver/run.h"

#include "solver/engine/outside.h"
#include "solver/gap.h"
#include "solver/pool.h"

#include "solver/engine.h"

#include <inttypes.h>
#include <string.h>

/* Simplex iterations for each millisecond asked for, where work is counted
 * instead of time: about as many as subproblems take. */
enum { WORK_PER_MS = 20 };

void run_begin(struct run *run, const struct column_view *view,
               const struct solver_settings *settings, const int64_t *start)
{
  *run = (struct run){.programme = view->programme,
                      .settings = settings,
                      .view = view,
                      .started_us = g_get_monotonic_time(),
                      .has_start = start != NULL,
                      .pool = pool_new(view->programme->n_columns),
                      .best = solution_new(view, start),
                      .bound = INT64_MIN,
                      .first_seconds = -1,
                      .gain_seconds = -1,
                      .phase = "first rota"};
  g_mutex_init(&run->lock);
  if (!settings->deterministic)
    run->deadline_us = run->started_us + (gint64)settings->time_limit_ms * 1000;
  if (run->best->excess == 0)
    run->first_seconds = 0;
}

void run_clear(struct run *run)
{
  pool_free(run->pool);
  solution_free(run->best);
  g_free(run->prices);
  g_free(run->point);
  guide_drop(run->guide);
  if (run->conflict)
    g_array_free(run->conflict, TRUE);
  g_mutex_clear(&run->lock);
}

void run_end(struct run *run)
{
  g_atomic_int_set(&run->ended, 1);
}

bool run_over(struct run *run)
{
  if (g_atomic_int_get(&run->ended))
    return true;
  bool stop = run->settings->stop && *run->settings->stop;
  if (stop || (run->deadline_us > 0 && g_get_monotonic_time() >= run->deadline_us))
    run_end(run);
  if (run->within && run_over(run->within))
    run_end(run);
  return g_atomic_int_get(&run->ended) != 0;
}

void run_setback(struct run *run, enum status status)
{
  g_mutex_lock(&run->lock);
  bool failed = ++run->setbacks > RUN_SETBACKS_MOST;
  if (failed && run->status == STATUS_OK)
    run->status = status;
  g_mutex_unlock(&run->lock);
  if (failed)
    run_end(run);
}

double run_seconds(const struct run *run)
{
  return (double)(g_get_monotonic_time() - run->started_us) / 1e6;
}

void run_set_phase(struct run *run, const char *phase)
{
  g_mutex_lock(&run->lock);
  run->phase = phase;
  g_mutex_unlock(&run->lock);
}

int64_t run_work_limit(const struct run *run)
{
  if (!run->settings->deterministic)
    return 0;
  if (run->settings->work_limit > 0)
    return run->settings->work_limit;
  return MAX(1, (int64_t)run->settings->time_limit_ms * WORK_PER_MS);
}

int64_t run_work_left(struct run *run)
{
  int64_t limit = run_work_limit(run);
  if (limit == 0)
    return 0;
  g_mutex_lock(&run->lock);
  int64_t left = MAX(1, limit - run->work);
  g_mutex_unlock(&run->lock);
  return left;
}

void run_add_work(struct run *run, int64_t work)
{
  g_mutex_lock(&run->lock);
  run->work += work;
  bool over = run->settings->deterministic && run->work >= run_work_limit(run);
  g_mutex_unlock(&run->lock);
  if (over)
    run_end(run);
}

void run_read_best(struct run *run, struct solution *copy, gint *version)
{
  if (*version == g_atomic_int_get(&run->version))
    return;
  g_mutex_lock(&run->lock);
  solution_assign(run->view, copy, run->best);
  *version = run->version;
  g_mutex_unlock(&run->lock);
}

bool run_is_broken(struct run *run)
{
  int64_t cost;
  return !run_best_cost(run, &cost);
}

bool run_days_bind(const struct run *run)
{
  return g_atomic_int_get(&run->days_bind) != 0;
}

void run_set_days_bind(struct run *run, bool bind)
{
  g_atomic_int_set(&run->days_bind, bind);
}

bool run_anneals_in_vain(const struct run *run)
{
  return g_atomic_int_get(&run->anneals_in_vain) != 0;
}

void run_set_anneals_in_vain(struct run *run)
{
  g_atomic_int_set(&run->anneals_in_vain, true);
}

int64_t run_dearest_move(struct run *run, int64_t cost)
{
  g_mutex_lock(&run->lock);
  run->dearest_move = MAX(run->dearest_move, cost);
  cost = run->dearest_move;
  g_mutex_unlock(&run->lock);
  return cost;
}

bool run_best_cost(struct run *run, int64_t *cost)
{
  g_mutex_lock(&run->lock);
  bool lawful = run->best->excess == 0;
  if (lawful)
    *cost = run->best->cost;
  g_mutex_unlock(&run->lock);
  return lawful;
}

/* Under the lock: does a claim count? Those of an engine that was caught in a lie do not. */
static bool claim_counts(const struct run *run)
{
  return run->has_claim && !outside_lied(run->outside) &&
         (!run->has_bound || run->claim > run->bound);
}

/* Under the lock: the best of what is proven or claimed. */
static bool best_bound(const struct run *run, int64_t *bound)
{
  bool claimed = claim_counts(run);
  if (claimed || run->has_bound)
    *bound = claimed ? run->claim : run->bound;
  return claimed || run->has_bound;
}

/* Under the lock, when the best or a bound has changed: ends the run when the gap is closed,
 * and as an error when a bound of our own is above the cost. */
static void compare_with_bound(struct run *run)
{
  int64_t cost = run->best->cost, bound;
  if (run->best->excess != 0)
    return;
  if (run->has_bound && cost < run->bound && run->status == STATUS_OK)
    run->status = STATUS_INTERNAL;
  if (claim_counts(run) && cost < run->claim) {
    g_autofree char *words = g_strdup_printf("it claimed that nothing costs less than %" PRId64
                                             ", and a lawful rota costs %" PRId64,
                                             run->claim, cost);
    outside_blame(run->outside, words);
  }
  if (best_bound(run, &bound) && gap_of(cost, bound) <= run->settings->gap_limit)
    run_end(run);
}

bool run_offer(struct run *run, struct change *changes, int count)
{
  g_mutex_lock(&run->lock);
  int64_t excess = run->best->excess, cost = run->best->cost;
  solution_swap(run->view, run->best, changes, count);
  bool kept = solution_is_better(run->best, excess, cost);
  if (kept) {
    g_atomic_int_inc(&run->version);
    run->gain_seconds = run_seconds(run);
    if (run->best->excess == 0 && run->first_seconds < 0)
      run->first_seconds = run->gain_seconds;
    compare_with_bound(run);
  } else {
    solution_swap(run->view, run->best, changes, count);
  }
  g_mutex_unlock(&run->lock);
  return kept;
}

bool run_has_point(struct run *run)
{
  g_mutex_lock(&run->lock);
  bool has = run->point != NULL;
  g_mutex_unlock(&run->lock);
  return has;
}

bool run_offer_values(struct run *run, const int64_t *x)
{
  int columns = run->programme->n_columns;
  g_autofree struct change *changes = g_new(struct change, (gsize)columns + 1);
  for (int j = 0; j < columns; j++)
    changes[j] = (struct change){j, x[j]};
  return run_offer(run, changes, columns);
}

void run_raise_bound(struct run *run, int64_t bound)
{
  g_mutex_lock(&run->lock);
  if (!run->has_bound || bound > run->bound) {
    run->has_bound = true;
    run->bound = bound;
    compare_with_bound(run);
  }
  g_mutex_unlock(&run->lock);
}

void run_claim_bound(struct run *run, int64_t bound)
{
  g_mutex_lock(&run->lock);
  if (!run->has_claim || bound > run->claim) {
    run->has_claim = true;
    run->claim = bound;
    compare_with_bound(run);
  }
  g_mutex_unlock(&run->lock);
}

bool run_bound(struct run *run, int64_t *bound)
{
  g_mutex_lock(&run->lock);
  bool known = best_bound(run, bound);
  g_mutex_unlock(&run->lock);
  return known;
}

void run_offer_prices(struct run *run, double value, const double *prices)
{
  g_mutex_lock(&run->lock);
  if (!run->prices || value > run->priced) {
    g_free(run->prices);
    run->prices = g_new(double, (gsize)run->programme->n_rows + 1);
    memcpy(run->prices, prices, sizeof *prices * (gsize)run->programme->n_rows);
    run->priced = value;
  }
  g_mutex_unlock(&run->lock);
}

void run_offer_point(struct run *run, const double *point)
{
  gsize columns = (gsize)run->programme->n_columns;
  g_mutex_lock(&run->lock);
  g_free(run->point);
  run->point = g_new(double, columns + 1);
  memcpy(run->point, point, columns * sizeof *point);
  g_mutex_unlock(&run->lock);
}

void run_offer_guide(struct run *run, struct guide *guide)
{
  g_mutex_lock(&run->lock);
  guide_drop(run->guide);
  run->guide = guide;
  g_mutex_unlock(&run->lock);
}

struct guide *run_guide(struct run *run)
{
  g_mutex_lock(&run->lock);
  struct guide *guide = guide_keep(run->guide);
  g_mutex_unlock(&run->lock);
  return guide;
}

void run_set_conflict(struct run *run, const int *rows, int count, bool irreducible)
{
  g_mutex_lock(&run->lock);
  if (!run->conflict) {
    run->conflict = g_array_new(FALSE, FALSE, sizeof(int));
    if (count > 0)
      g_array_append_vals(run->conflict, rows, (guint)count);
    run->conflict_irreducible = irreducible;
  }
  g_mutex_unlock(&run->lock);
  run_end(run);
}

static void take_conflict(const struct run *run, struct solver_result *out)
{
  out->verdict = SOLVER_INFEASIBLE;
  out->n_conflict = (int)run->conflict->len;
  out->conflict = g_new(int, (gsize)out->n_conflict + 1);
  for (int k = 0; k < out->n_conflict; k++)
    out->conflict[k] = g_array_index(run->conflict, int, k);
  out->conflict_irreducible = run->conflict_irreducible;
}

static void take_solution(const struct run *run, struct solver_result *out)
{
  const struct programme *p = run->programme;
  out->x = g_memdup2(run->best->x, ((gsize)p->n_columns + 1) * sizeof *out->x);
  out->objective = run->best->cost;
  if (run->prices)
    out->prices = g_memdup2(run->prices, ((gsize)p->n_rows + 1) * sizeof *out->prices);
  if (run->point)
    out->point = g_memdup2(run->point, MAX(1, (gsize)p->n_columns) * sizeof *out->point);
  out->first_seconds = run->first_seconds;
  out->gain_seconds = run->gain_seconds;
  out->has_bound = best_bound(run, &out->bound);
  out->bound_claimed = claim_counts(run);
  out->verdict = out->has_bound && gap_of(out->objective, out->bound) <= run->settings->gap_limit
                     ? SOLVER_OPTIMAL
                     : SOLVER_FEASIBLE;
}

/* Which engines had a part in it, and what went wrong with one. */
static void take_engines(const struct run *run, struct solver_result *out)
{
  g_autofree char *other = run->outside ? outside_version(run->outside) : NULL;
  g_autofree char *fault = run->outside ? outside_fault(run->outside) : NULL;
  out->engine = run->outside ? outside_name(run->outside) : NULL;
  out->engines =
      g_strdup_printf("GLPK %s%s%s", engine_version(), other ? " and " : "", other ? other : "");
  if (fault)
    out->engine_fault = g_strdup_printf("%s: %s", outside_name(run->outside), fault);
}

enum status run_result(const struct run *run, struct solver_result *out)
{
  const struct programme *p = run->programme;
  bool lawful = run->best->excess == 0;
  if (run->status != STATUS_OK)
    return run->status;
  /* checked from scratch: what was kept up to date on the way may be wrong */
  if (lawful && (programme_first_broken(p, run->best->x) >= 0 ||
                 programme_objective(p, run->best->x) != run->best->cost))
    return STATUS_INTERNAL;
  *out = (struct solver_result){
      .verdict = SOLVER_NOTHING, .seconds = run_seconds(run), .work = run->work};
  take_engines(run, out);
  if (lawful)
    take_solution(run, out);
  else if (run->conflict)
    take_conflict(run, out);
  return STATUS_OK;
}
