/* Which placements are likely to be in a good rota: those whose reduced cost in the
 * relaxation is near 0 or below, about half of them all. (The kernel of a kernel search:
 * Angelelli, Mansini and Speranza 2010.) In floating point, so nothing exact may rest on
 * it. */
#ifndef ROTA_SOLVER_GUIDE_H
#define ROTA_SOLVER_GUIDE_H

#include "solver/column_view.h"
#include "solver/presolve/reduction.h"

/* Does not change once it is made, so all threads may read it. */
struct guide {
  bool *likely;  /* [columns of the programme]; true for every column that is no placement */
  double *point; /* [columns of the programme] values in the relaxation */
  /* Counts of several rows that rest at their lower bound, and would cost much more than a
   * placement to raise: decisions that the relaxation has taken, such as to hold an event. */
  int *held;
  int n_held;
  int *wanted; /* free placements of which the relaxation has more than a little */
  int n_wanted;
};

/* From the prices[rows] and values[columns] of `relaxed`, the reduction's programme or one of
 * the same columns. Shared: whoever keeps it takes a reference, and drops it (NULL is fine). */
struct guide *guide_new(const struct column_view *view, const struct reduction *reduction,
                        const struct programme *relaxed, const double *prices,
                        const double *values);
struct guide *guide_keep(struct guide *guide);
void guide_drop(struct guide *guide);

#endif
