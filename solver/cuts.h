/* Cuts: rows that follow from a programme's rows and that all is whole, and that
 * cut off a point of its relaxation. By mixed-integer rounding (Nemhauser and
 * Wolsey 1990; Marchand and Wolsey 2001) of one row at a time: columns are
 * counted from whichever bound is nearer, the row is divided by some number and
 * rounded. All in whole numbers, so a cut can't cut off a solution. */
#ifndef ROTA_SOLVER_CUTS_H
#define ROTA_SOLVER_CUTS_H

#include "model/programme.h"

struct cuts;

/* Cuts for one programme, to which they are added as rows: those there now are
 * what they are made of. It must outlive the cuts. Free with cuts_free. */
struct cuts *cuts_new(struct programme *programme);
void cuts_free(struct cuts *cuts); /* NULL is fine */

/* Adds rows that the point x[columns] breaks; how many. */
int cuts_add(struct cuts *cuts, const double *x);

/* Gives the prices of the first n_priced rows' cuts to the rows they were made
 * of, as far as those count in them. */
void cuts_credit(const struct cuts *cuts, double *prices, int n_priced);

#endif
