/* Destructive improvement (Klein and Scholl 1999): is there a solution that costs at most a roof
 * between the bound and the best? Of a programme of this size little is left below a low roof, so
 * that it is soon proven that there is none, which raises the bound, or found. */
#ifndef ROTA_SOLVER_EXACT_DESTRUCTIVE_H
#define ROTA_SOLVER_EXACT_DESTRUCTIVE_H

#include "solver/bound/bound.h"

/* One roof after the other, as long as that raises the bound or improves the best. `bounding`: the
 * relaxation, once bounding_search is through. A roof has a part of the time that is left. */
void destructive_search(struct run *run, const struct bounding *bounding);

#endif
