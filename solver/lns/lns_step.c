#include "solver/lns/lns_step.h"

#include "solver/engine/outside.h"
#include "solver/pool.h"

#include <string.h>

enum {
  /* Simplex iterations after the root relaxation. Nodes take long (some 0.3 ms an
   * iteration), and most of the gain comes early: see docs/decisions/0012. */
  SUBPROBLEM_ITERATIONS = 300,
  CLINICIAN_ITERATIONS = 100,
  COUNTS_ITERATIONS = 100000,
  SUBPROBLEM_LIMIT_MS = 2000, /* a safeguard; iterations come first */
  /* A month that one person's own rules allow is found at once or not for long, as chance has
   * it: so it is sought anew, at other costs, rather than for longer. */
  MONTH_ITERATIONS = 300,
  MONTH_TRIES = 60,
  BEST_MONTH_ITERATIONS = 3000,
  WINDOW_ITERATIONS = 1500, /* a window that takes no more may be larger */
  WINDOW_NODES = 500,
  BETWEEN_ONCE_IN = 3, /* steps, as long as there is another rota to combine with */
  TOWARDS_ONCE_IN = 3, /* other windows, where there is a relaxation, and days bind or ... */
  TOWARDS_MOST = 8000, /* ... there are no more columns: on larger ones other windows gain more */
};

/* What the relaxation has less of is not in it. */
static const double share_least = 0.01;

/* Of CPU time, for a window; where work is counted, nodes alone end it. */
static const double window_seconds = 4;

void lns_worker_open(struct lns_worker *worker, struct run *run,
                     const struct placement_index *index)
{
  *worker = (struct lns_worker){.run = run,
                                .index = index,
                                .builder = subproblem_builder_new(run->view),
                                .base = solution_new(run->view, NULL),
                                .version = -1,
                                .picked = g_array_new(FALSE, FALSE, sizeof(int))};
}

void lns_worker_close(struct lns_worker *worker)
{
  subproblem_builder_free(worker->builder);
  solution_free(worker->base);
  g_array_free(worker->picked, TRUE);
}

void lns_step_clear(struct lns_step *step)
{
  g_free(step->changes);
  *step = (struct lns_step){0};
}

/* By GLPK, for costs up to `cutoff`; with `any`, the first solution will do. */
static void solve_here(struct lns_worker *worker, const struct subproblem *subproblem,
                       int64_t cutoff, bool any, int64_t *x, struct lns_step *step)
{
  struct run *run = worker->run;
  struct mip_limits limits = {.cutoff = cutoff, .iterations = step->allowed, .any = any};
  if (run->deadline_us > 0)
    limits.deadline_us =
        MIN(run->deadline_us, g_get_monotonic_time() + (gint64)SUBPROBLEM_LIMIT_MS * 1000);
  enum status status = mip_solve(subproblem->programme, &limits, x, &step->result);
  if (status != STATUS_OK) {
    step->result = (struct mip_result){.end = MIP_LIMIT};
    run_setback(run, status);
  }
}

static bool is_over(void *context)
{
  return run_over(context);
}

/* By the other engine, from what the base has there. */
static void solve_outside(struct lns_worker *worker, const struct subproblem *subproblem,
                          int64_t *x, struct lns_step *step)
{
  struct run *run = worker->run;
  bool lawful = subproblem->programme->n_columns == subproblem->n_free; /* no relief of rows */
  g_autofree int64_t *start = g_new(int64_t, (gsize)subproblem->n_free + 1);
  for (int k = 0; k < subproblem->n_free; k++)
    start[k] = worker->base->x[subproblem->columns[k]];
  const struct outside_task task = {.programme = subproblem->programme,
                                    .start = lawful ? start : NULL,
                                    .seconds = run->settings->deterministic ? 0 : window_seconds,
                                    .nodes = WINDOW_NODES,
                                    .deadline_us = run->deadline_us,
                                    .seed = step->number,
                                    .ended = is_over,
                                    .context = run};
  outside_solve(run->outside, &task, x, &step->result);
}

/* Solves a subproblem of worker->base for costs up to `cutoff`, or with `any` for a first
 * solution, and clears it. */
static void solve_for(struct lns_worker *worker, struct subproblem *subproblem, int64_t cutoff,
                      bool any, struct lns_step *step)
{
  g_autofree int64_t *x = g_new(int64_t, (gsize)subproblem->programme->n_columns + 1);
  if (step->window)
    solve_outside(worker, subproblem, x, step);
  else
    solve_here(worker, subproblem, cutoff, any, x, step);
  if (step->result.end == MIP_OPTIMAL || step->result.end == MIP_FOUND) {
    step->changes = g_new(struct change, (gsize)subproblem->n_free + 1);
    step->n_changes = subproblem_changes(subproblem, worker->base, x, step->changes);
  }
  subproblem_clear(subproblem);
}

static void solve_subproblem(struct lns_worker *worker, struct subproblem *subproblem,
                             int64_t cutoff, struct lns_step *step)
{
  solve_for(worker, subproblem, cutoff, false, step);
}

static void build_picked(struct lns_worker *worker, struct subproblem *subproblem)
{
  subproblem_build(worker->builder, worker->base, (const int *)(const void *)worker->picked->data,
                   (int)worker->picked->len, subproblem);
}

static void pick_where_differs(struct lns_worker *worker, const int64_t *other,
                               const struct choices *choices, const struct guide *guide,
                               struct dice *dice, struct lns_step *step)
{
  step->choice = choices_between(choices, dice);
  neighbourhood_between(worker->index, worker->base, other, guide ? guide->likely : NULL,
                        step->choice.size, dice, worker->picked);
}

/* Picks columns where the base and a rota of the pool differ. False: there is none. */
static bool pick_between(struct lns_worker *worker, const struct choices *choices,
                         const struct guide *guide, struct dice *dice, struct lns_step *step)
{
  const int64_t *other = pool_draw(worker->run->pool, dice);
  if (!other)
    return false;
  pick_where_differs(worker, other, choices, guide, dice, step);
  pool_drop(other);
  return worker->picked->len > 0;
}

/* Picks columns where the base and the relaxation differ (relaxation induced neighbourhoods: Danna,
 * Rothberg and Le Pape 2005). False: nowhere. */
static bool pick_towards(struct lns_worker *worker, const struct choices *choices,
                         const struct guide *guide, struct dice *dice, struct lns_step *step)
{
  int columns = worker->run->programme->n_columns;
  g_autofree int64_t *relaxed = g_new(int64_t, (gsize)columns + 1);
  for (int j = 0; j < columns; j++)
    relaxed[j] = guide->point[j] > share_least;
  pick_where_differs(worker, relaxed, choices, guide, dice, step);
  return worker->picked->len > 0;
}

static bool suits_towards(const struct run *run)
{
  return run_days_bind(run) || run->programme->n_columns <= TOWARDS_MOST;
}

/* Picks columns where the base differs from something else that is good. False: from nothing. */
static bool pick_differences(struct lns_worker *worker, const struct choices *choices,
                             const struct guide *guide, struct dice *dice, struct lns_step *step)
{
  if (!pool_is_empty(worker->run->pool) && dice_below(dice, BETWEEN_ONCE_IN) == 0 &&
      pick_between(worker, choices, guide, dice, step))
    return true;
  return step->window && guide && suits_towards(worker->run) &&
         dice_below(dice, TOWARDS_ONCE_IN) == 0 && pick_towards(worker, choices, guide, dice, step);
}

/* Picks the columns to free: by a choice, or around a broken row. */
static void pick(struct lns_worker *worker, const struct choices *choices, struct lns_step *step)
{
  struct guide *guide = run_guide(worker->run);
  struct dice dice = dice_numbered(worker->run->settings->seed, step->number + 1);
  struct choice *choice = &step->choice;
  if (worker->base->excess == 0 && pick_differences(worker, choices, guide, &dice, step)) {
    guide_drop(guide);
    return;
  }
  *choice = choices_draw(choices, guide != NULL, run_anneals_in_vain(worker->run), &dice);
  if (worker->base->excess > 0 && (step->mend > 0 || dice_below(&dice, 2) == 0))
    *choice = (struct choice){NEIGHBOURHOOD_BROKEN, BREADTH_ALL, choice->size};
  if (step->mend > 0)
    choice->size = step->mend;
  neighbourhood_draw(worker->index, choice->kind, worker->base,
                     guide && choice->breadth == BREADTH_LIKELY ? guide->likely : NULL,
                     choice->size, &dice, worker->picked);
  guide_drop(guide);
}

/* Does the base break a row of this clinician alone? */
static bool breaks_own(const struct lns_worker *worker, int clinician)
{
  const struct programme *p = worker->run->programme;
  for (int i = 0; i < p->n_rows; i++)
    if (solution_row_excess(worker->run->view, worker->base, i) > 0 &&
        column_view_row_owner(p, &p->rows[i]) == clinician)
      return true;
  return false;
}

/* Costs of placements drawn anew, about as high as the dearest; counts cost nothing, so that only
 * broken rows count beside them. */
static void draw_costs(struct subproblem *subproblem, struct dice *dice)
{
  struct programme *programme = subproblem->programme;
  int64_t dearest = 1;
  for (int j = 0; j < programme->n_columns; j++)
    if (programme->columns[j].placement)
      dearest = MAX(dearest, ABS(programme->columns[j].cost));
  for (int j = 0; j < subproblem->n_free; j++)
    if (!programme->columns[j].placement)
      programme->columns[j].cost = 0;
    else
      programme->columns[j].cost = dice_below(dice, (int)MIN(2 * dearest + 10, G_MAXINT));
}

/* A month that breaks no row of the clinician alone, whatever it costs, and others by less than
 * those were broken. */
static void solve_month(struct lns_worker *worker, struct lns_step *step)
{
  struct dice dice = dice_numbered(worker->run->settings->seed, step->number + 1);
  int64_t iterations = 0;
  step->allowed = MONTH_ITERATIONS;
  for (int k = 0; k < MONTH_TRIES && !step->changes && !run_over(worker->run); k++) {
    struct subproblem subproblem;
    subproblem_build_month(worker->builder, worker->base,
                           (const int *)(const void *)worker->picked->data,
                           (int)worker->picked->len, step->clinician, &subproblem);
    if (k > 0)
      draw_costs(&subproblem, &dice);
    solve_for(worker, &subproblem, subproblem.cost - 1, true, step);
    iterations += step->result.iterations;
    if (step->result.end == MIP_NONE)
      break;
  }
  step->result.iterations = iterations;
}

/* The month that costs least, or what is found of it in a while. */
static void solve_best_month(struct lns_worker *worker, struct lns_step *step)
{
  struct subproblem subproblem;
  step->allowed = BEST_MONTH_ITERATIONS;
  subproblem_build_month(worker->builder, worker->base,
                         (const int *)(const void *)worker->picked->data, (int)worker->picked->len,
                         step->clinician, &subproblem);
  solve_for(worker, &subproblem, subproblem.cost - 1, false, step);
}

void lns_worker_mend(struct lns_worker *worker, uint64_t number, int64_t *x)
{
  const struct column_view *view = worker->run->view;
  const GArray *clinicians = worker->index->clinicians;
  solution_free(worker->base);
  worker->base = solution_new(view, x);
  worker->version = -1;
  for (guint k = 0; k < clinicians->len && !run_over(worker->run); k++) {
    struct lns_step step = {.number = number, .clinician = g_array_index(clinicians, int, k)};
    if (!breaks_own(worker, step.clinician))
      continue;
    g_array_set_size(worker->picked, 0);
    neighbourhood_clinician(worker->index, step.clinician, worker->picked);
    solve_best_month(worker, &step);
    if (!step.changes)
      solve_month(worker, &step);
    solution_swap(view, worker->base, step.changes, step.n_changes);
    run_add_work(worker->run, step.result.iterations);
    lns_step_clear(&step);
  }
  memcpy(x, worker->base->x, (gsize)view->programme->n_columns * sizeof *x);
}

void lns_step_solve(struct lns_worker *worker, const struct choices *choices, struct lns_step *step)
{
  run_read_best(worker->run, worker->base, &worker->version);
  g_array_set_size(worker->picked, 0);
  if (step->clinician != NOBODY) {
    step->allowed = CLINICIAN_ITERATIONS;
    neighbourhood_clinician(worker->index, step->clinician, worker->picked);
    if (worker->base->excess > 0 && breaks_own(worker, step->clinician)) {
      solve_month(worker, step);
      return;
    }
  } else {
    step->allowed = step->window ? WINDOW_ITERATIONS : SUBPROBLEM_ITERATIONS;
    pick(worker, choices, step);
  }
  struct subproblem subproblem;
  build_picked(worker, &subproblem);
  solve_subproblem(worker, &subproblem, subproblem.cost - 1, step);
}

/* Puts the step's placements into worker->base and picks the counts of their rows. Returns
 * the changes, with the values from before. */
static GArray *move_placements(struct lns_worker *worker, const struct lns_step *step)
{
  const struct column_view *view = worker->run->view;
  GArray *moved = g_array_new(FALSE, FALSE, sizeof(struct change));
  g_array_set_size(worker->picked, 0);
  for (int k = 0; k < step->n_changes; k++) {
    int column = step->changes[k].column;
    if (!view->programme->columns[column].placement)
      continue;
    g_array_append_val(moved, step->changes[k]);
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = view->entries[e].row;
      g_array_append_vals(worker->picked, view->counts + view->row_first[row],
                          (guint)(view->row_first[row + 1] - view->row_first[row]));
    }
  }
  solution_swap(view, worker->base, (struct change *)(void *)moved->data, (int)moved->len);
  return moved;
}

/* When others have changed the best meanwhile: makes the step's changes of placements to it
 * and solves for the counts again. */
static bool offer_moved(struct lns_worker *worker, const struct lns_step *step)
{
  const struct column_view *view = worker->run->view;
  run_read_best(worker->run, worker->base, &worker->version);
  int64_t excess = worker->base->excess, cost = worker->base->cost;
  GArray *moved = move_placements(worker, step);
  struct lns_step counts = {.allowed = SUBPROBLEM_ITERATIONS};
  struct subproblem subproblem;
  build_picked(worker, &subproblem);
  solve_subproblem(worker, &subproblem, INT64_MAX, &counts);
  if (counts.n_changes > 0)
    g_array_append_vals(moved, counts.changes, (guint)counts.n_changes);
  solution_swap(view, worker->base, counts.changes, counts.n_changes);
  bool kept = false;
  if (solution_is_better(worker->base, excess, cost)) {
    for (guint k = 0; k < moved->len; k++) {
      struct change *change = &g_array_index(moved, struct change, k);
      change->value = worker->base->x[change->column];
    }
    kept = run_offer(worker->run, (struct change *)(void *)moved->data, (int)moved->len);
  }
  worker->version = -1; /* the base is no longer what it was */
  lns_step_clear(&counts);
  g_array_free(moved, TRUE);
  return kept;
}

void lns_step_offer(struct lns_worker *worker, struct lns_step *step)
{
  if (step->n_changes == 0)
    return;
  g_autofree struct change *changes =
      g_memdup2(step->changes, (gsize)step->n_changes * sizeof *changes);
  step->better = run_offer(worker->run, changes, step->n_changes) || offer_moved(worker, step);
}

void lns_step_settle_counts(struct lns_worker *worker)
{
  struct lns_step step = {.allowed = COUNTS_ITERATIONS};
  struct subproblem subproblem;
  run_read_best(worker->run, worker->base, &worker->version);
  subproblem_build_counts(worker->builder, worker->base, &subproblem);
  solve_subproblem(worker, &subproblem, subproblem.cost - 1, &step);
  run_offer(worker->run, step.changes, step.n_changes);
  lns_step_clear(&step);
}
