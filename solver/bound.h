/* The proven bound of a large programme: prices for the coupling rows from a
 * first-order solution of the relaxation, to which cuts are added in rounds,
 * valued by whole solutions of each clinician's block. */
#ifndef ROTA_SOLVER_BOUND_H
#define ROTA_SOLVER_BOUND_H

#include "solver/run.h"

/* Are there blocks to take apart? */
bool bound_suits(const struct run *run);
/* Raises the run's bound until it hardly rises any more, or the run is over. */
void bound_search(struct run *run);

#endif
