/* The first rota, and the first large improvement, without a linear programme:
 * each cell's cheapest placement in turn, then simulated annealing (Kirkpatrick,
 * Gelatt and Vecchi 1983) over the moves of moves.h, in which broken rows are
 * cheap at first and become dear. Whole numbers throughout, so that it is the
 * same everywhere. */
#ifndef ROTA_SOLVER_ANNEAL_H
#define ROTA_SOLVER_ANNEAL_H

#include "solver/atlas.h"
#include "solver/run.h"

/* Descends from the run's best and offers what it comes to; a moment's work. */
void anneal_descend(struct run *run, const struct atlas *atlas);

/* Anneals from the run's best for a share of the time or work, and offers what
 * it comes to. `number` names its dice. */
void anneal_search(struct run *run, const struct atlas *atlas, uint64_t number);

#endif
