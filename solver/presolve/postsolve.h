/* Dual postsolve: prices of all rows of a programme, from those of its reduction. */
#ifndef ROTA_SOLVER_PRESOLVE_POSTSOLVE_H
#define ROTA_SOLVER_PRESOLVE_POSTSOLVE_H

#include "solver/presolve/reduction.h"

/* prices[rows of the programme] from reduced[n_rows] of its reduction. Where the
 * reduction has dropped a row, or tightened a bound by it, that row's price is hidden in
 * the bounds of columns: it gets the price at which the Lagrangian value of the linear
 * programme is highest, the other prices being as they are. Positive where the row's lower
 * bound holds the cost up, negative where its upper does. */
void postsolve_prices(const struct programme *programme, const struct reduction *reduction,
                      const double *reduced, double *prices);

#endif
