/* The point of a programme's relaxation, for its own sake: of one small enough that nothing else
 * comes by it on the way. */
#ifndef ROTA_SOLVER_BOUND_RELAXED_POINT_H
#define ROTA_SOLVER_BOUND_RELAXED_POINT_H

#include "solver/run.h"

/* Offers it, unless one is known or it takes too long. */
void relaxed_point_find(struct run *run);

#endif
