/* What solutions of a cost of at most `roof` leave of a programme: reduced-cost fixing, and probing
 * with the reduced costs as a row of their own. Prices and reduced costs are whole numbers of
 * 1 / LAGRANGIAN_SCALE, so that nothing rests on floating point. */
#ifndef ROTA_SOLVER_BOUND_NARROWING_H
#define ROTA_SOLVER_BOUND_NARROWING_H

#include "model/programme.h"

/* Narrows the bounds of columns at prices[rows], any; the better they are, the more. False: no
 * solution costs so little. */
bool narrowing_apply(struct programme *programme, const double *prices, int64_t roof);

#endif
