/* Presolve without losing the optimum: bounds tightened by the activity of rows, columns
 * fixed that no row locks, redundant rows dropped, rows divided by their common divisor,
 * coefficients tightened. (Savelsbergh 1994; Achterberg et al. 2020.) */
#ifndef ROTA_SOLVER_PRESOLVE_REDUCTION_H
#define ROTA_SOLVER_PRESOLVE_REDUCTION_H

#include "model/programme.h"

struct reduction {
  struct programme *programme; /* what is left */
  int *kept;                   /* [programme->n_columns] columns of the original, ascending */
  int64_t *x;                  /* [original columns] values of those that are gone */
  int64_t constant;            /* their cost */
  int n_rows;                  /* of the programme when it was made; cuts may be added */
  int *kept_rows;              /* [n_rows] rows of the original, ascending */
  int64_t *divisors;           /* [n_rows] what each was divided by */
};

/* False, and `out` untouched: the programme has no solution. Clear `out` with
 * reduction_clear. */
bool reduction_make(const struct programme *programme, struct reduction *out);
void reduction_clear(struct reduction *reduction);

/* Turns a reduction of outer->programme, or of one with the same columns, into one of the
 * programme[n_columns] that `outer` is of. What it says of rows becomes empty. */
void reduction_lift(struct reduction *reduction, const struct reduction *outer, int n_columns);

/* Values of all n_columns of the original, from those of the columns that were left; g_free them.
 */
int64_t *reduction_values(const struct reduction *reduction, const int64_t *left, int n_columns);

/* Completes reduction->x with the values of the columns that were left. */
void reduction_restore(struct reduction *reduction, const int64_t *left);

#endif
