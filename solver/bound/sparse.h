/* The coefficients of a programme in floating point, by rows and by columns. */
#ifndef ROTA_SOLVER_BOUND_SPARSE_H
#define ROTA_SOLVER_BOUND_SPARSE_H

#include "model/programme.h"

struct sparse {
  int m, n;
  int *row_first, *row_at; /* of row i: columns row_at[row_first[i]] ... */
  int *column_first, *column_at;
  double *row_value, *column_value;
};

void sparse_open(struct sparse *sparse, const struct programme *programme);
void sparse_close(struct sparse *sparse);

/* Scales rows and columns towards largest coefficients of 1, in so many rounds. The factors
 * are given in rows[m] and columns[n]. */
void sparse_scale(struct sparse *sparse, int rounds, double *rows, double *columns);

void sparse_times(const struct sparse *sparse, const double *x, double *out);
void sparse_times_transposed(const struct sparse *sparse, const double *y, double *out);

#endif
