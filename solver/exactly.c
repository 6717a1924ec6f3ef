/* A small programme, solved in one piece: presolve, relaxation, branch and cut, and no more. */
#include "solver/engine.h"
#include "solver/mip.h"
#include "solver/solver.h"

#include <glib.h>

enum status solver_solve_exactly(const struct programme *programme, int64_t work_limit,
                                 int64_t deadline_us, struct solver_result *out)
{
  static const enum solver_verdict verdicts[] = {
      [MIP_OPTIMAL] = SOLVER_OPTIMAL,
      [MIP_NONE] = SOLVER_INFEASIBLE,
      [MIP_FOUND] = SOLVER_FEASIBLE,
      [MIP_LIMIT] = SOLVER_NOTHING,
  };
  const struct mip_limits limits = {
      .cutoff = INT64_MAX, .iterations = work_limit, .deadline_us = deadline_us};
  struct mip_result found;
  *out = (struct solver_result){.x = g_new0(int64_t, (gsize)programme->n_columns + 1)};
  enum status status = mip_solve(programme, &limits, out->x, &found);
  engine_leave();
  if (status == STATUS_OK) {
    out->verdict = verdicts[found.end];
    out->objective = found.cost;
    out->work = found.iterations;
  }
  if (status != STATUS_OK || found.end == MIP_NONE || found.end == MIP_LIMIT)
    g_clear_pointer(&out->x, g_free);
  return status;
}
