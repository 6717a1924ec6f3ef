/* The first rota, and the first large improvement, without a linear programme:
 * each cell's cheapest placement in turn, then simulated annealing (Kirkpatrick,
 * Gelatt and Vecchi 1983) over the moves of moves.h, with a penalty for broken rows that
 * rises. Whole numbers throughout, so that it is the same on every machine. */
#ifndef ROTA_SOLVER_ANNEAL_ANNEAL_H
#define ROTA_SOLVER_ANNEAL_ANNEAL_H

#include "solver/anneal/shared_annealing.h"

/* Descends from the run's best and offers the result; a moment's work. */
void anneal_descend(struct run *run, const struct placement_index *index);

/* How those are mended whose own rows a round left broken, in x[columns]. */
struct mending {
  void (*mend)(void *context, int64_t *x);
  void *context;
};

/* Anneals from the run's best, and once from its guide's relaxation, for a share of the run's time
 * or work, in rounds, each longer than the one before, and offers the results. Only the first
 * round, which is short, with `once`; no more rounds when rows stay broken, as LNS mends those
 * better; but where days bind each other, rounds go on, and what they break is mended, unless it is
 * so much that annealing is in vain. Threads
 * that help are in shared_annealing_help, which returns when this does. */
void anneal_search(struct run *run, const struct placement_index *index,
                   struct shared_annealing *shared, bool once, const struct mending *mending);

/* One long round by this thread alone, from the relaxation, or without a guide from the run's
 * best; its rota goes to the pool too, to be combined with the best. */
void anneal_anew(struct run *run, const struct placement_index *index,
                 const struct mending *mending);

#endif
