/* The whole programme by branch and cut, beside the improvement: takes its
 * solutions as cut-offs, gives it better ones, and raises the bound. */
#ifndef ROTA_SOLVER_EXACT_EXACT_H
#define ROTA_SOLVER_EXACT_EXACT_H

#include "solver/run.h"

/* Is the programme small enough for it to be worth while? */
bool exact_suits(const struct run *run);
/* So small that it is the first thing to do, before any other bound? */
bool exact_comes_first(const struct run *run);
/* Ends the run when it proves a solution optimal. */
void exact_search(struct run *run);

#endif
