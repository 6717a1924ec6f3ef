/* A programme taken apart by its labels: for each clinician the columns that
 * are theirs alone with the rows that hold only these (a block), and the rows
 * that couple blocks. Columns of no clinician stand alone. */
#ifndef ROTA_SOLVER_BOUND_DECOMPOSITION_H
#define ROTA_SOLVER_BOUND_DECOMPOSITION_H

#include "model/programme.h"

struct diagonal_block {
  struct programme *programme; /* its own rows; costs are set at each valuation */
  int *columns;                /* [programme->n_columns] of the whole */
};

struct decomposition {
  const struct programme *whole;
  struct diagonal_block *items;
  int count;
  int *loose; /* columns of no block */
  int n_loose;
  bool *couples; /* [rows] */
};

/* The programme must outlive it. Free with decomposition_free (NULL is fine). */
struct decomposition *decomposition_new(const struct programme *programme);
void decomposition_free(struct decomposition *decomposition);

#endif
