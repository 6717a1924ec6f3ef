#include "solver/engine.h"
#include "solver/mip.h"
#include "solver/solver.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Of the time that is left, so much is the exact search's; the rest is for a search that
 * promises nothing. Where work is counted instead: simplex iterations for a millisecond. */
enum { EXACT_SHARE = 60, PERCENT = 100, ITERATIONS_PER_MS = 2 };

/* How much above the relaxation is looked at, one after the other, before all is: each is
 * complete, and the first that has a solution has the best. */
static const int64_t rooms[] = {0, 1, 3, 8};

struct staging {
  const struct solver_settings *settings;
  struct programme *programme; /* with a row for each stage that is over, columns narrowed */
  gint64 deadline_us, exact_deadline_us;
  int64_t *x; /* [columns] the best of the stage at work, and then of the next */
  bool found;
  double relaxed;  /* of the stage at work, */
  double *reduced; /* [columns] and what each column costs beside it; */
  bool is_relaxed; /* once both are known */
  bool looking;    /* for these alone */
};

/* --- the programme ----------------------------------------------------------- */

/* From here on, only solutions that are as good in this stage. */
static void keep_value(struct programme *programme, const struct solver_stage *stage)
{
  for (int j = 0; j < programme->n_columns; j++)
    if (stage->costs[j] != 0)
      programme_add_term(programme, j, stage->costs[j]);
  programme_add_row(programme, -PROGRAMME_INFINITY, stage->value + stage->slack, LABEL_NONE);
}

/* The least whole cost that the relaxation allows. */
static int64_t least_value(const struct staging *staging)
{
  return (int64_t)ceil(staging->relaxed - 1e-3 - 1e-7 * fabs(staging->relaxed));
}

/* Reduced-cost fixing: no solution of that value moves a column so far from its cheaper bound. */
static void narrow(const struct staging *staging, int64_t value, struct programme *programme)
{
  double room = (double)value - staging->relaxed + 1e-3 + 1e-7 * fabs(staging->relaxed);
  for (int j = 0; j < programme->n_columns && room >= 0; j++) {
    struct column *column = &programme->columns[j];
    double cost = staging->reduced[j], width = (double)(column->upper - column->lower);
    if (column->lower == column->upper || fabs(cost) * width <= room)
      continue;
    int64_t most = (int64_t)floor(room / fabs(cost));
    if (cost > 0)
      column->upper = column->lower + most;
    else
      column->lower = column->upper - most;
  }
}

/* --- one stage --------------------------------------------------------------- */

static bool is_stopped(const struct staging *staging)
{
  return staging->settings->stop && *staging->settings->stop;
}

static bool ended(void *context)
{
  const struct staging *staging = context;
  return is_stopped(staging) || (staging->looking && staging->is_relaxed);
}

static void take_reduced(void *context, double value, const double *costs)
{
  struct staging *staging = context;
  if (!staging->looking)
    return;
  memcpy(staging->reduced, costs, sizeof *costs * (gsize)staging->programme->n_columns);
  staging->relaxed = value;
  staging->is_relaxed = true;
}

static bool is_late(const struct staging *staging)
{
  gint64 deadline = staging->exact_deadline_us;
  return is_stopped(staging) || (deadline > 0 && g_get_monotonic_time() >= deadline);
}

/* Looks for the best solution that costs at most `most`; INT64_MAX: any. */
static enum status search(struct staging *staging, const struct programme *programme, int64_t most,
                          enum mip_end *end)
{
  const struct mip_callbacks callbacks = {
      .context = staging, .ended = ended, .reduced = take_reduced};
  const struct solver_settings *settings = staging->settings;
  const struct mip_limits limits = {
      .cutoff = most,
      .deadline_us = staging->exact_deadline_us,
      .iterations =
          settings->deterministic ? (int64_t)settings->time_limit_ms * ITERATIONS_PER_MS : 0,
      .from_bounds = true,
      .callbacks = &callbacks};
  gsize columns = (gsize)programme->n_columns;
  g_autofree int64_t *x = g_new(int64_t, columns + 1);
  struct mip_result result;
  enum status status = mip_solve(programme, &limits, x, &result);
  *end = result.end;
  if (status == STATUS_OK && (result.end == MIP_OPTIMAL || result.end == MIP_FOUND)) {
    memcpy(staging->x, x, sizeof *x * columns);
    staging->found = true;
  }
  return status;
}

/* With all that costs no more than `most` still in it. */
static enum status search_narrowed(struct staging *staging, int64_t most, enum mip_end *end)
{
  struct programme *narrowed = programme_copy(staging->programme);
  narrow(staging, most, narrowed);
  enum status status = search(staging, narrowed, most, end);
  programme_free(narrowed);
  return status;
}

/* *proven: x is the best, or there is none. */
static enum status solve_exactly(struct staging *staging, bool *proven)
{
  int64_t known = staging->found ? programme_objective(staging->programme, staging->x) : INT64_MAX;
  enum mip_end end;
  staging->is_relaxed = false;
  staging->looking = true;
  enum status status = search(staging, staging->programme, known - (known < INT64_MAX), &end);
  staging->looking = false;
  *proven = end == MIP_OPTIMAL || end == MIP_NONE;
  for (gsize i = 0; status == STATUS_OK && !*proven && staging->is_relaxed &&
                    i < G_N_ELEMENTS(rooms) && least_value(staging) + rooms[i] < known;
       i++) {
    status = search_narrowed(staging, least_value(staging) + rooms[i], &end);
    *proven = end == MIP_OPTIMAL;
    if (is_late(staging))
      return status;
  }
  if (status != STATUS_OK || *proven || is_late(staging))
    return status;
  status = known == INT64_MAX ? search(staging, staging->programme, known, &end)
                              : search_narrowed(staging, known - 1, &end);
  *proven = end == MIP_OPTIMAL || end == MIP_NONE;
  return status;
}

/* Whatever else can be found in the time that is left. */
static enum status solve_somehow(struct staging *staging, const int64_t *start)
{
  struct solver_settings settings = *staging->settings;
  struct solver_result result;
  if (staging->deadline_us > 0)
    settings.time_limit_ms = (int)MAX(1, (staging->deadline_us - g_get_monotonic_time()) / 1000);
  enum status status = solver_solve(staging->programme, &settings, start, &result);
  if (status == STATUS_OK && result.x) {
    memcpy(staging->x, result.x, sizeof *result.x * (gsize)staging->programme->n_columns);
    staging->found = true;
  }
  solver_result_clear(&result);
  return status;
}

static void begin_stage(struct staging *staging, const struct solver_stage *stage)
{
  gint64 now = g_get_monotonic_time();
  for (int j = 0; j < staging->programme->n_columns; j++)
    staging->programme->columns[j].cost = stage->costs[j];
  if (staging->deadline_us > 0)
    staging->exact_deadline_us = now + (staging->deadline_us - now) * EXACT_SHARE / PERCENT;
}

static enum status run_stage(struct staging *staging, const int64_t *start,
                             struct solver_stage *stage)
{
  struct programme *programme = staging->programme;
  begin_stage(staging, stage);
  stage->proven = false;
  enum status status = solve_exactly(staging, &stage->proven);
  if (status == STATUS_OK && !stage->proven && !is_stopped(staging))
    status = solve_somehow(staging, staging->found ? staging->x : start);
  if (status != STATUS_OK || !staging->found)
    return status;
  stage->value = programme_objective(programme, staging->x);
  if (staging->is_relaxed)
    narrow(staging, stage->value + stage->slack, programme);
  keep_value(programme, stage);
  return STATUS_OK;
}

/* --- all of them ------------------------------------------------------------- */

enum status solver_solve_stages(const struct programme *programme,
                                const struct solver_settings *settings, const int64_t *start,
                                struct solver_stage *stages, int n_stages, int64_t *x,
                                enum solver_verdict *verdict)
{
  struct staging staging = {.settings = settings, .programme = programme_copy(programme), .x = x};
  staging.reduced = g_new(double, (gsize)programme->n_columns + 1);
  if (!settings->deterministic)
    staging.deadline_us = g_get_monotonic_time() + (gint64)settings->time_limit_ms * 1000;
  enum status status = STATUS_OK;
  bool proven = true;
  for (int s = 0; s < n_stages && status == STATUS_OK; s++) {
    status = run_stage(&staging, start, &stages[s]);
    proven = proven && stages[s].proven;
    if (!staging.found)
      break;
  }
  *verdict = staging.found ? (proven ? SOLVER_OPTIMAL : SOLVER_FEASIBLE)
                           : (proven ? SOLVER_INFEASIBLE : SOLVER_NOTHING);
  g_free(staging.reduced);
  programme_free(staging.programme);
  engine_leave();
  return status;
}
