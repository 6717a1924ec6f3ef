/* Probing (Savelsbergh 1994): a 0-1 column that can't be 1, as propagation of its bound
 * shows, is 0 in every solution. One that can't be 0 is left alone: it says what something
 * missing costs, and a bound of the column in place of its row would hide that price. */
#ifndef ROTA_SOLVER_PRESOLVE_PROBING_H
#define ROTA_SOLVER_PRESOLVE_PROBING_H

#include "model/programme.h"

/* Probes the columns that are no placements, which are few and stand for several placements
 * at once, and fixes those that can only be 0. Returns how many. A programme without a
 * solution stays one. */
int probing_fix_counts(struct programme *programme);

/* Probes every 0-1 column at both of its values, through rows of any length: fixes those that have
 * one value left, and narrows what follows from that. False: there is no solution. */
bool probing_narrow(struct programme *programme);

#endif
