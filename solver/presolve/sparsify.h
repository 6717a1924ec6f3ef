/* Rows that hold a whole equation in them, written without it: where n counts all
 * duties and an equation says that each session has one but for those missing, n
 * is the sessions less those missing. The same solutions, with fewer terms, and
 * with the few columns that matter side by side in one row. */
#ifndef ROTA_SOLVER_PRESOLVE_SPARSIFY_H
#define ROTA_SOLVER_PRESOLVE_SPARSIFY_H

#include "model/programme.h"

struct sparsified {
  struct programme *programme; /* columns and rows as they were, but for terms and bounds */
  struct subtraction *items;   /* what was taken from which row */
  int count;
};

struct sparsified sparsify_make(const struct programme *programme);
void sparsify_clear(struct sparsified *rows);

/* Prices of the rows as they were, from those of the rows written anew. */
void sparsify_credit(const struct sparsified *rows, double *prices);

#endif
