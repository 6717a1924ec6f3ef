/* Sums of rows with an odd right-hand side, which halved and rounded cut a point off: {0, 1/2}
 * cuts (Caprara and Fischetti, {0, 1/2}-Chvatal-Gomory cuts, 1996). The sums are found greedily,
 * row by row, as taken modulo 2 (Koster, Zymolka and Kutschka 2009 do so by elimination). */
#ifndef ROTA_SOLVER_BOUND_ZERO_HALF_H
#define ROTA_SOLVER_BOUND_ZERO_HALF_H

#include "solver/bound/aggregation.h"
#include "solver/column_view.h"

struct zero_half;

/* Sums of the rows of the view's programme at the point x[columns], where their activities are
 * activity[rows]. The view must outlive it, and no row may be added to what it is of before
 * it is made. Free with zero_half_free (NULL is fine). */
struct zero_half *zero_half_new(const struct column_view *view, const double *x,
                                const double *activity);
void zero_half_free(struct zero_half *zero_half);

/* A sum that begins with this end of the row (sign 1: its upper bound), as the rows to be added
 * once each: how many, 0: none was found. */
int zero_half_find(struct zero_half *zero_half, int row, int sign,
                   struct aggregation_part parts[AGGREGATION_PARTS_MOST]);

#endif
