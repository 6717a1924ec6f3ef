/* When no lawful solution turns up: finds one, or the rows that stand against
 * each other. Rows join as candidate solutions break them, so that programmes
 * stay small; a set without a solution is then thinned until each row is needed. */
#ifndef ROTA_SOLVER_EXACT_INFEASIBLE_H
#define ROTA_SOLVER_EXACT_INFEASIBLE_H

#include "solver/run.h"

/* Offers a lawful solution to the run, or sets its conflict and so ends it.
 * Neither: the run was over before, or a programme was too hard. */
void infeasible_search(struct run *run);

#endif
