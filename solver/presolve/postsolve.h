/* Prices for all rows of a programme, from those of its reduction. */
#ifndef ROTA_SOLVER_PRESOLVE_POSTSOLVE_H
#define ROTA_SOLVER_PRESOLVE_POSTSOLVE_H

#include "solver/presolve/reduction.h"

/* prices[rows of the programme] from reduced[n_rows] of its reduction. What a row
 * costs that the reduction has dropped, or that asks for more than columns with
 * bounds of their own can give, may be hidden in a column's bounds: such a row is
 * given the price at which the Lagrangian value of the linear programme
 * is highest, the others staying as they are. Positive where the row's lower
 * bound holds the cost up, negative where its upper does. */
void postsolve_prices(const struct programme *programme, const struct reduction *reduction,
                      const double *reduced, double *prices);

#endif
