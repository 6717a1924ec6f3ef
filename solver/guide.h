/* Which placements are likely to be in a good rota: those whose reduced cost in the
 * relaxation is near 0 or below, about half of them all. (The kernel of a kernel search:
 * Angelelli, Mansini and Speranza 2010.) In floating point, so nothing exact may rest on
 * it. */
#ifndef ROTA_SOLVER_GUIDE_H
#define ROTA_SOLVER_GUIDE_H

#include "solver/presolve/reduction.h"

/* Does not change once it is made, so all threads may read it. */
struct guide {
  bool *likely; /* [columns of the programme]; true for every column that is no placement */
};

/* From the prices[rows] of `relaxed`, the reduction's programme or one of the same
 * columns. Shared: whoever keeps it takes a reference, and drops it (NULL is fine). */
struct guide *guide_new(const struct programme *programme, const struct reduction *reduction,
                        const struct programme *relaxed, const double *prices);
struct guide *guide_keep(struct guide *guide);
void guide_drop(struct guide *guide);

#endif
