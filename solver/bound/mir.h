/* Mixed-integer rounding (Nemhauser and Wolsey 1990; Marchand and Wolsey 2001) of
 * a x + slacks = b: columns are counted from whichever bound is nearer to a point,
 * all is divided by some number and rounded. In whole numbers, so what comes of it
 * can't cut off a solution. */
#ifndef ROTA_SOLVER_BOUND_MIR_H
#define ROTA_SOLVER_BOUND_MIR_H

#include "solver/bound/aggregation.h"

struct mir {
  const struct programme *programme;
  int count, room;
  int *columns;      /* [count] of the programme; -1 - part: a slack */
  int64_t *a;        /* [count] coefficients of y, the distance from a bound */
  bool *flipped;     /* from the upper bound */
  double *y;         /* the point */
  int64_t b;         /* a y <= b */
  int64_t *divisors; /* room for what is tried */
};

void mir_open(struct mir *mir, const struct programme *programme);
void mir_close(struct mir *mir);

/* Reads the aggregation at the point x[columns] with the slack of each of its parts.
 * False: it can't be rounded. */
bool mir_read(struct mir *mir, const struct aggregation *aggregation, const double *x,
              const double *slack);

/* The divisor, and the ends to count from, by which the point is cut off most. By
 * how much, in multiples of the cut's norm; 0: not at all. */
double mir_search(struct mir *mir, int64_t *divisor);

/* Collects the terms of the rounded row in `programme`, and its upper bound.
 * False: numbers become too large; nothing is collected then. */
bool mir_write(const struct mir *mir, const struct aggregation *aggregation, int64_t divisor,
               struct programme *programme, int64_t *upper);

/* What the rounded row counts for each unit of the aggregation, nearly. */
double mir_share(const struct mir *mir, int64_t divisor);

#endif
