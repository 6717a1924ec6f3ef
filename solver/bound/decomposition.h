/* Block decomposition of a programme by its labels: the block of a clinician has their
 * columns and the rows that hold no others; all other rows couple. Columns of no clinician
 * are in no block. */
#ifndef ROTA_SOLVER_BOUND_DECOMPOSITION_H
#define ROTA_SOLVER_BOUND_DECOMPOSITION_H

#include "model/programme.h"

struct diagonal_block {
  struct programme *programme; /* its own rows; costs are set anew by lagrangian.c */
  int *columns, *rows;         /* [programme's] which of the whole they are */
  bool *falls; /* [the same] is it a count of which a lower value is never dearer, nor the worse for
                  a coupling row? */
};

struct decomposition {
  const struct programme *whole;
  struct diagonal_block *items;
  int count;
  int *loose; /* columns of no block */
  int n_loose;
  bool *couples; /* [rows] is it a coupling row? */
};

/* The programme must outlive it. Free with decomposition_free (NULL is fine). */
struct decomposition *decomposition_new(const struct programme *programme);
/* Without blocks: every row couples, and every column is loose. */
struct decomposition *decomposition_loose(const struct programme *programme);
void decomposition_free(struct decomposition *decomposition);

#endif
