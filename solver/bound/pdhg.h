/* The linear relaxation of a programme too large for the simplex method, by a first-order
 * method: primal-dual hybrid gradient with restarts (Applegate et al., Practical
 * large-scale linear programming using primal-dual hybrid gradient, 2021) and reflected
 * Halpern steps of a fixed size (Lu and Yang, Restarted Halpern PDHG, 2024). Its duals are
 * nearly optimal: lagrangian.h makes a proven bound of them. */
#ifndef ROTA_SOLVER_BOUND_PDHG_H
#define ROTA_SOLVER_BOUND_PDHG_H

#include "model/programme.h"

struct pdhg;

/* The programme must outlive it. Free with pdhg_free (NULL is fine). */
struct pdhg *pdhg_new(const struct programme *programme);
void pdhg_free(struct pdhg *method);
/* Starts from the point of `from`, where column j was columns[j] (NULL: column j), and, of the
 * first n_rows, row i was row rows[i] (NULL: row i); later rows are new. */
void pdhg_warm_start(struct pdhg *method, const struct pdhg *from, const int *columns,
                     const int *rows, int n_rows);
/* How many rows it has. */
int pdhg_rows(const struct pdhg *method);

/* Makes some iterations. The error afterwards: the largest of relative primal
 * infeasibility, dual infeasibility and gap. */
double pdhg_iterate(struct pdhg *method, int iterations);

/* The present duals y[rows], positive where the row's lower bound holds the cost up, and
 * values x[columns]. */
void pdhg_duals(const struct pdhg *method, double *y);
void pdhg_values(const struct pdhg *method, double *x);

#endif
