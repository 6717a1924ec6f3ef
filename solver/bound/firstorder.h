/* The linear relaxation of a programme too large for the simplex method: a
 * first-order method, the primal-dual hybrid gradient with averaging, restarts
 * and adaptive steps (Applegate et al., Practical large-scale linear programming
 * using primal-dual hybrid gradient, 2021). What it gives is near the optimum,
 * not at it; whoever wants a proven bound has to compute it from the duals. */
#ifndef ROTA_SOLVER_BOUND_FIRSTORDER_H
#define ROTA_SOLVER_BOUND_FIRSTORDER_H

#include "model/programme.h"

struct firstorder;

/* The programme must outlive it. Free with firstorder_free (NULL is fine). */
struct firstorder *firstorder_new(const struct programme *programme);
void firstorder_free(struct firstorder *method);
/* Goes on where `from` is, a method for the same columns: row i was its rows[i] for
 * the first n_rows; others are new. NULL: the first n_rows are the same. */
void firstorder_follow(struct firstorder *method, const struct firstorder *from, const int *rows,
                       int n_rows);
/* How many rows it has. */
int firstorder_rows(const struct firstorder *method);

/* Works on for some iterations. How far from optimal it is now: the largest of
 * the relative errors of rows, reduced costs and gap. */
double firstorder_work(struct firstorder *method, int iterations);

/* The price of each row as it is now: y[rows], positive where the row's lower
 * bound holds the cost up, and the columns' values x[columns]. */
void firstorder_duals(const struct firstorder *method, double *y);
void firstorder_values(const struct firstorder *method, double *x);

#endif
