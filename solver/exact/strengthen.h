/* A programme made tighter for branch and cut: the same columns and solutions,
 * coefficients tightened, counts probed, and cuts after them. */
#ifndef ROTA_SOLVER_EXACT_STRENGTHEN_H
#define ROTA_SOLVER_EXACT_STRENGTHEN_H

#include "solver/bound/cuts.h"
#include "solver/presolve/sparsify.h"

struct strengthened {
  struct programme *programme; /* rows of the original, thinned, then cuts */
  struct sparsified rows;      /* whose programme that is */
  struct cuts *cuts;
  int64_t work; /* first-order iterations */
};

/* Free with strengthen_clear. `ended` may stop it early: then there are fewer cuts. */
void strengthen_make(const struct programme *programme, bool (*ended)(void *context), void *context,
                     struct strengthened *out);

/* Prices of the original's rows, from those of the first n_priced of its own. */
void strengthen_credit(const struct strengthened *strengthened, double *prices, int n_priced);

void strengthen_clear(struct strengthened *strengthened);

#endif
