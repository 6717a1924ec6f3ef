/* The linear relaxation of a programme too large for the simplex method: a
 * first-order method, the primal-dual hybrid gradient with averaging, restarts
 * and adaptive steps (Applegate et al., Practical large-scale linear programming
 * using primal-dual hybrid gradient, 2021). What it gives is near the optimum,
 * not at it; whoever wants a proven bound has to compute it from the duals. */
#ifndef ROTA_SOLVER_BOUND_PDHG_H
#define ROTA_SOLVER_BOUND_PDHG_H

#include "model/programme.h"

struct pdhg;

/* The programme must outlive it. Free with pdhg_free (NULL is fine). */
struct pdhg *pdhg_new(const struct programme *programme);
void pdhg_free(struct pdhg *method);
/* Goes on where `from` is, a method for the same columns: row i was its rows[i] for
 * the first n_rows; others are new. NULL: the first n_rows are the same. */
void pdhg_warm_start(struct pdhg *method, const struct pdhg *from, const int *rows, int n_rows);
/* How many rows it has. */
int pdhg_rows(const struct pdhg *method);

/* Works on for some iterations. How far from optimal it is now: the largest of
 * the relative errors of rows, reduced costs and gap. */
double pdhg_iterate(struct pdhg *method, int iterations);

/* The price of each row as it is now: y[rows], positive where the row's lower
 * bound holds the cost up, and the columns' values x[columns]. */
void pdhg_duals(const struct pdhg *method, double *y);
void pdhg_values(const struct pdhg *method, double *x);

#endif
