/* Branch and cut of the whole programme, beside the improvement: takes its solutions as
 * cut-offs, offers better ones, and raises the bound. */
#ifndef ROTA_SOLVER_EXACT_EXACT_H
#define ROTA_SOLVER_EXACT_EXACT_H

#include "solver/run.h"

/* Is the programme small enough? */
bool exact_suits(const struct run *run);
/* So small that it gives a better bound than bound.h? */
bool exact_comes_first(const struct run *run);
/* Branch and cut without strengthening, for a moment: its prices, and all there is to do where a
 * programme is easy. */
void exact_try(struct run *run);
/* Ends the run when it proves a solution optimal. Gives up after as much time, or work, as the run
 * has taken so far, but some seconds at least; `for_good`: never. False: it was given up. */
bool exact_search(struct run *run, bool for_good);

#endif
