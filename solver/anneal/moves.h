/* The moves of local search: another placement in a cell, exchanges between two cells, or
 * two pairs of cells, two exchanges that balance each other, placements begun together, and spans
 * of slots. */
#ifndef ROTA_SOLVER_ANNEAL_MOVES_H
#define ROTA_SOLVER_ANNEAL_MOVES_H

#include "solver/anneal/roster.h"
#include "solver/guide.h"

struct mover {
  struct roster roster;
  struct dice dice;
  GArray *cells;             /* that have a free placement, shuffled */
  const struct guide *guide; /* placements to prefer; NULL: none, as after mover_open */
  bool spans;                /* draws moves of several slots too; not after mover_open */
  int wish; /* the placement that the move just drawn is to set; ROSTER_NOTHING: any */
};

void mover_open(struct mover *mover, const struct placement_index *index,
                struct evaluator *evaluator, struct dice dice);
void mover_close(struct mover *mover);

/* Makes a random move, to be kept or undone. False: nothing was changed. */
bool mover_draw(struct mover *mover);

/* Descent: sets each cell in turn to its cheapest placement, or to none, and keeps that. How
 * many cells became better. */
int mover_descend(struct mover *mover);

#endif
