#include "solver/solver.h"

#include "solver/bound/bound.h"
#include "solver/engine.h"
#include "solver/exact/exact.h"
#include "solver/exact/infeasible.h"
#include "solver/gap.h"
#include "solver/lns/lns.h"
#include "solver/run.h"

#include <math.h>

enum {
  PATIENCE = 300,      /* steps without gain before something else is tried */
  PATIENCE_EXACT = 20, /* the same, where a proof may end it all the sooner */
  REPORT_EVERY_MS = 200,
};

struct solver_settings solver_default_settings(void)
{
  return (struct solver_settings){
      .time_limit_ms = 60000, .threads = (int)g_get_num_processors(), .seed = 1};
}

double solver_gap(const struct solver_result *result)
{
  if (!result->x || !result->has_bound)
    return INFINITY;
  return gap_of(result->objective, result->bound);
}

void solver_result_clear(struct solver_result *result)
{
  g_free(result->x);
  g_free(result->conflict);
  g_free(result->prices);
  *result = (struct solver_result){0};
}

/* What the threads of a solve are given. */
struct crew {
  struct run *run;
  struct lns *lns;
  GMutex lock;
  GCond left;  /* somebody left */
  int at_work; /* threads; under the lock */
};

/* Is one thread to do everything in turn? */
static bool alone(const struct run *run)
{
  return run->settings->deterministic || run->settings->threads < 2;
}

/* Does the leader raise the bound as well, once there is a lawful rota? In
 * deterministic mode that comes before, for a share of the work. */
static bool leader_bounds(const struct run *run)
{
  return alone(run) && !run->settings->deterministic && !exact_comes_first(run) && bound_suits(run);
}

/* The first thread improves, and when that brings no more, proves: that there
 * is no lawful solution, or no better one. */
static void lead(struct crew *crew)
{
  struct run *run = crew->run;
  bool exact = exact_suits(run), tried = false;
  if (exact_comes_first(run) && !alone(run))
    exact = false; /* the second thread is at it */
  struct bounding *bounding = leader_bounds(run) ? bounding_new(run) : NULL;
  if (bounding && !run_is_broken(run))
    bounding_advise(bounding);
  if (!run->settings->deterministic)
    lns_anneal(crew->lns, exact_comes_first(run));
  lns_sweep(crew->lns); /* how patient to be depends on whether this is lawful */
  if (bounding && lns_first(crew->lns, PATIENCE))
    bounding_search(bounding);
  bounding_free(bounding);
  while (!run_over(run)) {
    int64_t cost;
    bool lawful = run_best_cost(run, &cost);
    lns_work(crew->lns, !lawful ? PATIENCE : exact && !tried ? PATIENCE_EXACT : 0);
    if (run_over(run))
      break;
    lawful = run_best_cost(run, &cost);
    if (!lawful) {
      infeasible_search(run);
    } else if (exact && !tried) {
      exact_search(run);
      tried = true;
    }
  }
}

static void leave(struct crew *crew)
{
  engine_leave();
  g_mutex_lock(&crew->lock);
  crew->at_work--;
  g_cond_signal(&crew->left);
  g_mutex_unlock(&crew->lock);
}

static gpointer lead_thread(gpointer data)
{
  struct crew *crew = data;
  lead(crew);
  run_end(crew->run);
  leave(crew);
  return NULL;
}

/* The others help to improve, one of them once it has raised the bound. */
static gpointer follow_thread(gpointer data)
{
  struct crew *crew = data;
  lns_help(crew->lns);
  leave(crew);
  return NULL;
}

static gpointer bound_thread(gpointer data)
{
  struct crew *crew = data;
  if (!alone(crew->run) && exact_comes_first(crew->run))
    exact_search(crew->run);
  else if (!alone(crew->run) && bound_suits(crew->run))
    bound_search(crew->run);
  return follow_thread(data);
}

static gpointer settle_thread(gpointer data)
{
  struct crew *crew = data;
  lns_settle(crew->lns);
  engine_leave();
  return NULL;
}

/* What comes before the rest; in deterministic mode the bound too, which elsewhere
 * has a thread of its own, or waits for a rota. */
static gpointer prepare_thread(gpointer data)
{
  struct crew *crew = data;
  lns_begin(crew->lns);
  const struct run *run = crew->run;
  if (run->settings->deterministic && !exact_comes_first(run) && bound_suits(run))
    bound_search(crew->run);
  if (run->settings->deterministic)
    lns_anneal(crew->lns, exact_comes_first(run));
  engine_leave();
  return NULL;
}

static void report(struct run *run)
{
  const struct solver_settings *settings = run->settings;
  if (!settings->report)
    return;
  struct solver_progress progress = {.seconds = run_seconds(run), .best = INT64_MAX};
  g_mutex_lock(&run->lock);
  if (run->best->excess == 0)
    progress.best = run->best->cost;
  progress.bound = run->has_bound ? run->bound : INT64_MIN;
  progress.phase = run->phase;
  g_mutex_unlock(&run->lock);
  settings->report(settings->report_context, &progress);
}

static void solve_with_threads(struct run *run)
{
  static const GThreadFunc roles[] = {lead_thread, bound_thread, follow_thread};
  int count = MAX(1, run->settings->threads);
  struct crew crew = {.run = run, .lns = lns_new(run), .at_work = count};
  g_mutex_init(&crew.lock);
  g_cond_init(&crew.left);
  g_autofree GThread **threads = g_new(GThread *, (gsize)count);
  g_thread_join(g_thread_new("prepare", prepare_thread, &crew));
  for (int k = 0; k < count; k++)
    threads[k] = g_thread_new("solve", roles[MIN(k, 2)], &crew);
  g_mutex_lock(&crew.lock);
  while (crew.at_work > 0) {
    g_mutex_unlock(&crew.lock);
    report(run);
    g_mutex_lock(&crew.lock);
    gint64 next = g_get_monotonic_time() + (gint64)REPORT_EVERY_MS * 1000;
    while (crew.at_work > 0 && g_cond_wait_until(&crew.left, &crew.lock, next))
      continue;
  }
  g_mutex_unlock(&crew.lock);
  for (int k = 0; k < count; k++)
    g_thread_join(threads[k]);
  /* Placements may have moved last, and time run out before the counts followed. */
  run->deadline_us = 0;
  g_thread_join(g_thread_new("settle", settle_thread, &crew));
  report(run);
  lns_free(crew.lns);
  g_mutex_clear(&crew.lock);
  g_cond_clear(&crew.left);
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

static enum status take_result(const struct run *run, struct solver_result *out)
{
  const struct programme *p = run->programme;
  out->verdict = SOLVER_NOTHING;
  out->seconds = run_seconds(run);
  out->work = run->work;
  if (run->conflict)
    take_conflict(run, out);
  if (run->best->excess > 0)
    return STATUS_OK;
  /* nothing that was kept up to date on the way is believed here */
  if (programme_first_broken(p, run->best->x) >= 0 ||
      programme_objective(p, run->best->x) != run->best->cost)
    return STATUS_INTERNAL;
  out->x = g_memdup2(run->best->x, ((gsize)p->n_columns + 1) * sizeof *out->x);
  out->objective = run->best->cost;
  if (run->prices)
    out->prices = g_memdup2(run->prices, ((gsize)p->n_rows + 1) * sizeof *out->prices);
  out->first_seconds = run->first_seconds;
  out->has_bound = run->has_bound;
  out->bound = MIN(run->bound, run->best->cost);
  out->verdict = out->has_bound && solver_gap(out) <= run->settings->gap_limit ? SOLVER_OPTIMAL
                                                                               : SOLVER_FEASIBLE;
  g_assert(!out->has_bound || out->bound <= out->objective);
  return STATUS_OK;
}

enum status solver_solve(const struct programme *programme, const struct solver_settings *settings,
                         const int64_t *start, struct solver_result *out)
{
  *out = (struct solver_result){.verdict = SOLVER_NOTHING};
  struct column_view *view = column_view_new(programme);
  struct run run;
  run_begin(&run, view, settings, start);
  solve_with_threads(&run);
  struct solver_result result = {0};
  enum status status = run.status == STATUS_OK ? take_result(&run, &result) : run.status;
  if (status == STATUS_OK)
    *out = result;
  else
    solver_result_clear(&result);
  run_clear(&run);
  column_view_free(view);
  return status;
}
