/* The first rota, and the first large improvement, without a linear programme:
 * each cell's cheapest placement in turn, then simulated annealing (Kirkpatrick,
 * Gelatt and Vecchi 1983) over the moves of moves.h, in which broken rows are
 * cheap at first and become dear. Whole numbers throughout, so that it is the
 * same everywhere. */
#ifndef ROTA_SOLVER_ANNEAL_ANNEAL_H
#define ROTA_SOLVER_ANNEAL_ANNEAL_H

#include "solver/anneal/shared_annealing.h"

/* Descends from the run's best and offers what it comes to; a moment's work. */
void anneal_descend(struct run *run, const struct placement_index *index);

/* Anneals from the run's best, in rounds of which each is longer than the one
 * before, for a share of the run's time or work, and offers what each comes to. `once`, or
 * when that leaves rows broken, which subproblems mend better: only the first round,
 * which is short. The threads that help are those in shared_annealing_help, which it lets go. */
void anneal_search(struct run *run, const struct placement_index *index,
                   struct shared_annealing *shared, bool once);

#endif
