/* Sparsify: a multiple of an equation is taken from a row that contains it. Where n counts
 * all duties, and an equation says that each session has one duty or one missing, n becomes
 * the sessions less those missing. The same solutions, with fewer terms, and the few
 * columns that matter side by side in one row. */
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

/* Turns the prices of the sparse rows into those of the rows they were made of. */
void sparsify_credit(const struct sparsified *rows, double *prices);

#endif
