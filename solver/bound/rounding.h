/* Mixed-integer rounding (Nemhauser and Wolsey 1990; Marchand and Wolsey 2001) of
 * a x + slacks = b: columns are counted from whichever bound is nearer to a point,
 * all is divided by some number and rounded. In whole numbers, so what comes of it
 * can't cut off a solution. */
#ifndef ROTA_SOLVER_BOUND_ROUNDING_H
#define ROTA_SOLVER_BOUND_ROUNDING_H

#include "solver/bound/mixture.h"

struct rounding {
  const struct programme *programme;
  int count, room;
  int *columns;      /* [count] of the programme; -1 - part: a slack */
  int64_t *a;        /* [count] coefficients of y, the distance from a bound */
  bool *flipped;     /* from the upper bound */
  double *y;         /* the point */
  int64_t b;         /* a y <= b */
  int64_t *divisors; /* room for what is tried */
};

void rounding_open(struct rounding *rounding, const struct programme *programme);
void rounding_close(struct rounding *rounding);

/* Reads the mixture at the point x[columns] with the slack of each of its parts.
 * False: it can't be rounded. */
bool rounding_read(struct rounding *rounding, const struct mixture *mixture, const double *x,
                   const double *slack);

/* The divisor, and the ends to count from, by which the point is cut off most. By
 * how much, in multiples of the cut's norm; 0: not at all. */
double rounding_search(struct rounding *rounding, int64_t *divisor);

/* Collects the terms of the rounded row in `programme`, and its upper bound.
 * False: numbers become too large; nothing is collected then. */
bool rounding_write(const struct rounding *rounding, const struct mixture *mixture, int64_t divisor,
                    struct programme *programme, int64_t *upper);

/* What the rounded row counts for each unit of the mixture, nearly. */
double rounding_share(const struct rounding *rounding, int64_t divisor);

#endif
