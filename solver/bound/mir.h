/* Complemented mixed-integer rounding (Nemhauser and Wolsey 1990; Marchand and Wolsey 2001)
 * of an aggregation a x + slacks = b: columns are measured from the bound nearer to a
 * point, the row is divided by some number and rounded. In whole numbers, so that no
 * solution is cut off. */
#ifndef ROTA_SOLVER_BOUND_MIR_H
#define ROTA_SOLVER_BOUND_MIR_H

#include "solver/bound/aggregation.h"

struct mir {
  const struct programme *programme;
  int count, room;
  int *columns;      /* [count] of the programme; -1 - k: the slack of part k */
  int64_t *a;        /* [count] coefficients of y, the distances from a bound */
  bool *flipped;     /* complemented: measured from the upper bound */
  double *y;         /* the point */
  int64_t b;         /* a y <= b */
  int64_t *divisors; /* room for those to try */
};

void mir_open(struct mir *mir, const struct programme *programme);
void mir_close(struct mir *mir);

/* Takes an aggregation, the point x[columns], and the slack of each of its parts there.
 * False: it can't be rounded. */
bool mir_read(struct mir *mir, const struct aggregation *aggregation, const double *x,
              const double *slack);

/* Finds the divisor, and which columns to complement, that cut the point off furthest. How
 * far, as efficacy; 0: not at all. */
double mir_search(struct mir *mir, int64_t *divisor);

/* Adds the cut's terms to `programme`, for programme_add_row, and gives its upper bound.
 * False: numbers become too large; no terms are added. */
bool mir_write(const struct mir *mir, const struct aggregation *aggregation, int64_t divisor,
               struct programme *programme, int64_t *upper);

/* How much of the aggregation the cut holds, for each unit of it: the slope of the rounding
 * function. */
double mir_share(const struct mir *mir, int64_t divisor);

#endif
