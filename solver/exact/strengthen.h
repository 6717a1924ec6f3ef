/* A programme strengthened for branch and cut, with the same columns and solutions: rows
 * made sparse, coefficients tightened, counts probed, cuts added. */
#ifndef ROTA_SOLVER_EXACT_STRENGTHEN_H
#define ROTA_SOLVER_EXACT_STRENGTHEN_H

#include "solver/bound/cuts.h"
#include "solver/presolve/sparsify.h"

struct strengthened {
  struct programme *programme; /* rows of the original, sparse, then cuts */
  struct sparsified rows;      /* owns that programme */
  struct cuts *cuts;
  int64_t work; /* PDHG iterations */
};

/* Free with strengthen_clear. Where `ended` says so it stops early, with fewer cuts. */
void strengthen_make(const struct programme *programme, bool (*ended)(void *context), void *context,
                     struct strengthened *out);

/* Prices of the original's rows, from those of the first n_priced of its own. */
void strengthen_credit(const struct strengthened *strengthened, double *prices, int n_priced);

void strengthen_clear(struct strengthened *strengthened);

#endif
