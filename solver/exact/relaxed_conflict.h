/* Rows that not even shares of placements can satisfy together: what the relaxation alone proves of
 * a programme without a solution. The dual simplex method ends there with a combination of rows
 * (Farkas 1902); rounded to whole numbers it is checked against all bounds exactly. */
#ifndef ROTA_SOLVER_EXACT_RELAXED_CONFLICT_H
#define ROTA_SOLVER_EXACT_RELAXED_CONFLICT_H

#include "solver/run.h"

/* Adds them to `rows`. False: the relaxation has a solution, or a small part of the run's time or
 * work was over first. */
bool relaxed_conflict_find(struct run *run, GArray *rows);

#endif
