/* Several objectives over one programme, each of more weight than all that follow: the least
 * cost of the first, then of the second among the solutions that have it, and so on. Meant for
 * programmes with an optimum near `start`, where the dual simplex has little to do and what no
 * solution of that value can use is fixed from stage to stage; elsewhere the limit comes first. */
#ifndef ROTA_SOLVER_STAGES_H
#define ROTA_SOLVER_STAGES_H

#include "solver/solver.h"

struct solver_stage {
  const int64_t *costs; /* [columns] what this stage minimises; borrowed */
  int64_t slack;        /* the stages that follow may cost so much more in this one */
  /* what comes of it */
  int64_t value; /* of the solution */
  bool proven;   /* no solution that is as good in the stages before costs less */
};

/* Solves them in turn, from `start` (values of all columns). SOLVER_OPTIMAL: every stage is
 * proven; SOLVER_FEASIBLE: x[columns] is a solution, and each stage says whether it is proven;
 * SOLVER_INFEASIBLE: there is none; SOLVER_NOTHING: none was found in the time. The programme's
 * own costs count for nothing. STATUS_INTERNAL: GLPK gave up. */
enum status solver_solve_stages(const struct programme *programme,
                                const struct solver_settings *settings, const int64_t *start,
                                struct solver_stage *stages, int n_stages, int64_t *x,
                                enum solver_verdict *verdict);

#endif
