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

enum status solver_solve(const struct programme *programme, const struct solver_settings *settings,
                         const int64_t *start, struct solver_result *out)
{
  *out = (struct solver_result){.verdict = SOLVER_NOTHING};
  struct column_view *view = column_view_new(programme);
  struct run run;
  run_begin(&run, view, settings, start);
  threads_solve(&run);
  enum status status = run_result(&run, out);
  run_clear(&run);
  column_view_free(view);
  return status;
}
