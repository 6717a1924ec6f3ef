/* A programme taken apart by its labels: for each clinician the columns that
 * are theirs alone with the rows that hold only these (a block), and the rows
 * that couple blocks. Columns of no clinician stand alone. */
#ifndef ROTA_SOLVER_BOUND_BLOCKS_H
#define ROTA_SOLVER_BOUND_BLOCKS_H

#include "model/programme.h"

struct block {
  struct programme *programme; /* its own rows; costs are set at each pricing */
  int *columns;                /* [programme->n_columns] of the whole */
};

struct blocks {
  const struct programme *whole;
  struct block *items;
  int count;
  int *loose; /* columns of no block */
  int n_loose;
  bool *couples; /* [rows] */
  int n_coupling;
};

/* The programme must outlive the blocks. Free with blocks_free (NULL is fine). */
struct blocks *blocks_new(const struct programme *programme);
void blocks_free(struct blocks *blocks);

#endif
