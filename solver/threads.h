/* The threads of a solve, from the first rota to the last proof: who begins, who
 * leads, who helps, and when one part of the solver gives way to another. The
 * timeline is in docs/solver.md. */
#ifndef ROTA_SOLVER_THREADS_H
#define ROTA_SOLVER_THREADS_H

#include "solver/run.h"

/* Works on the run with as many threads as its settings say, until it is over. */
void threads_solve(struct run *run);

#endif
