/* Tries counts out: a 0-1 column that at 1 makes some row impossible, all that
 * follows by bounds being followed, is 0 in every solution. One that can't be 0 is
 * left alone: that is what something lacking costs, and a bound of the column in
 * place of its row would hide the price. */
#ifndef ROTA_SOLVER_PRESOLVE_PROBING_H
#define ROTA_SOLVER_PRESOLVE_PROBING_H

#include "model/programme.h"

/* Fixes such columns of the programme, trying those that are no placements: there
 * are few of them, and they stand for several placements at once. How many. A
 * programme without a solution stays one. */
int probing_fix_counts(struct programme *programme);

#endif
