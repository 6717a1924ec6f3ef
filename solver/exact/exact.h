/* Branch and cut of the whole programme, beside the improvement: takes its solutions as
 * cut-offs, offers better ones, and raises the bound. */
#ifndef ROTA_SOLVER_EXACT_EXACT_H
#define ROTA_SOLVER_EXACT_EXACT_H

#include "solver/run.h"

/* Is the programme small enough? */
bool exact_suits(const struct run *run);
/* So small that it gives a better bound than bound.h? */
bool exact_comes_first(const struct run *run);
/* The relaxation of the whole and its prices, and no more. */
void exact_price(struct run *run);
/* Ends the run when it proves a solution optimal. */
void exact_search(struct run *run);

#endif
