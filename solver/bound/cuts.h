/* Cuts: rows that follow from a programme's rows and that all is whole, and that
 * cut off a point of its relaxation. By mixed-integer rounding (mir.h) of single rows, and
 * of sums of a few from which columns between their bounds are gone: the way of
 * Marchand and Wolsey (Aggregation and mixed integer rounding, 2001). */
#ifndef ROTA_SOLVER_BOUND_CUTS_H
#define ROTA_SOLVER_BOUND_CUTS_H

#include "model/programme.h"

struct cuts;

/* Cuts for one programme, to which they are added as rows: those there now are
 * what they are made of. It must outlive the cuts. Free with cuts_free. */
struct cuts *cuts_new(struct programme *programme);
void cuts_free(struct cuts *cuts); /* NULL is fine */

/* Adds rows that the point x[columns] breaks; how many. */
int cuts_add(struct cuts *cuts, const double *x);

/* Takes out the cuts that cost next to nothing at those prices[rows], which are
 * known for the first n_priced rows. The rows that stay keep their order; from
 * now on row i is what was rows[i], which has room for all of them. */
void cuts_drop(struct cuts *cuts, const double *prices, int n_priced, int *rows);

/* Gives the prices of the first n_priced rows' cuts to the rows they were made
 * of, as far as those count in them. */
void cuts_credit(const struct cuts *cuts, double *prices, int n_priced);

#endif
