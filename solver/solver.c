#include "solver/solver.h"

#include "solver/gap.h"
#include "solver/run.h"
#include "solver/threads.h"

#include <math.h>

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
  threads_solve(&run);
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
