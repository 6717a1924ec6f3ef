/* What the relaxation says of the placements: which may well be in a good rota.
 * Those it would pay to set at its prices, near enough; about half of them all.
 * Advice, by floating point: nothing exact may rest on it. */
#ifndef ROTA_SOLVER_GUIDE_H
#define ROTA_SOLVER_GUIDE_H

#include "solver/presolve/reduction.h"

/* Never changes once it is made, and so can be read by all threads. */
struct guide {
  bool *likely; /* [columns of the programme]; all but placements are */
};

/* From the prices[rows] of `relaxed`, the reduction's programme or one of the same
 * columns. Shared: whoever keeps it takes a reference, and drops it (NULL is fine). */
struct guide *guide_new(const struct programme *programme, const struct reduction *reduction,
                        const struct programme *relaxed, const double *prices);
struct guide *guide_keep(struct guide *guide);
void guide_drop(struct guide *guide);

#endif
