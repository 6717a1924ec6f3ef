/* An aggregation: a sum of multiples of a programme's rows, as one row a x + slacks = b.
 * Each row, taken by its upper bound (times > 0) or its lower one (times < 0), brings a
 * slack of coefficient |times|, whole and at least 0 like any column; an equation brings
 * none. Whole numbers throughout. */
#ifndef ROTA_SOLVER_BOUND_AGGREGATION_H
#define ROTA_SOLVER_BOUND_AGGREGATION_H

#include "model/programme.h"

enum { AGGREGATION_PARTS_MOST = 8 };

struct aggregation_part {
  int row;
  int64_t times;
};

struct aggregation {
  const struct programme *programme;
  int *columns; /* [count] that have a coefficient, or had one before it became 0 */
  int count;
  int64_t *a; /* [columns of the programme] coefficients */
  int64_t b;
  struct aggregation_part parts[AGGREGATION_PARTS_MOST];
  int n_parts;
  bool *holds; /* [columns of the programme] is it among `columns`? */
};

/* The programme must outlive it; rows may be added to it. */
void aggregation_open(struct aggregation *aggregation, const struct programme *programme);
void aggregation_close(struct aggregation *aggregation);

/* One row by its upper bound (sign 1) or its lower (-1). False: there is none, or
 * its numbers are too large. */
bool aggregation_begin(struct aggregation *aggregation, int row, int sign);

/* Adds the multiple of another row that eliminates the column. False, and then it must
 * begin again: numbers become too large, or the row has no such bound. */
bool aggregation_eliminate(struct aggregation *aggregation, int column, int row);

/* Adds a multiple of a row that is no part yet. False, and then it must begin again: as above, or
 * there are too many parts. */
bool aggregation_add(struct aggregation *aggregation, int row, int64_t times);

#endif
