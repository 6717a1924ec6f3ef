/* Cuts: rows that every solution satisfies and a point of the relaxation does not. By
 * mixed-integer rounding (mir.h) of single rows, and of aggregations of a few rows that
 * eliminate columns between their bounds (Marchand and Wolsey, Aggregation and mixed
 * integer rounding to solve MIPs, 2001). */
#ifndef ROTA_SOLVER_BOUND_CUTS_H
#define ROTA_SOLVER_BOUND_CUTS_H

#include "model/programme.h"

#include <stdbool.h>

struct cuts;

/* Cuts of one programme, made of the rows that it has now and added to it as rows. It must
 * outlive the cuts. Free with cuts_free. */
struct cuts *cuts_new(struct programme *programme);
void cuts_free(struct cuts *cuts); /* NULL is fine */

/* From now on cuts_add ends early, with what it has, where `ended` says so. */
void cuts_end_when(struct cuts *cuts, bool (*ended)(void *context), void *context);

/* Adds rows that the point x[columns] breaks; how many. */
int cuts_add(struct cuts *cuts, const double *x);

/* Drops the cuts whose price is next to nothing. prices[n_priced] are those of the first
 * rows; later ones stay. The order is kept: row i is now what was row rows[i], an array
 * with room for all of them. */
void cuts_drop(struct cuts *cuts, const double *prices, int n_priced, int *rows);

/* Adds the prices of cuts among the first n_priced rows to those of the rows they were made
 * of, by their shares. */
void cuts_credit(const struct cuts *cuts, double *prices, int n_priced);

#endif
