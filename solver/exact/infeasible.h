/* When no lawful solution turns up: finds one, or an irreducible infeasible subsystem (IIS)
 * of rows. Rows are added as candidate solutions break them, so that programmes stay
 * small; from a set without a solution rows are then deleted until each is needed
 * (Chinneck and Dravnieks 1991). */
#ifndef ROTA_SOLVER_EXACT_INFEASIBLE_H
#define ROTA_SOLVER_EXACT_INFEASIBLE_H

#include "solver/run.h"

/* Can bounds and rows not all hold, as their propagation shows in a moment? */
bool infeasible_at_sight(const struct run *run);
/* Sets the run's conflict, and so ends it, where not even shares of placements keep the rows;
 * thinned out as far as a little more work goes. Takes a small part of the run's time. */
void infeasible_relaxed(struct run *run);
/* Offers a lawful solution to the run, or sets its conflict and so ends it.
 * Neither: the run was over before, or a programme was too hard. */
void infeasible_search(struct run *run);

#endif
