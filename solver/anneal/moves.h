/* Moves of a rota, tried on its evaluator: what a clinician does in a slot, what two
 * clinicians, or one in two slots, exchange, and what some begin together. */
#ifndef ROTA_SOLVER_ANNEAL_MOVES_H
#define ROTA_SOLVER_ANNEAL_MOVES_H

#include "solver/anneal/roster.h"

struct mover {
  struct roster roster;
  struct dice dice;
  GArray *cells;      /* that have a placement to choose, shuffled */
  const bool *likely; /* [columns] placements to prefer; NULL: all, as after mover_open */
};

void mover_open(struct mover *mover, const struct placement_index *index,
                struct evaluator *evaluator, struct dice dice);
void mover_close(struct mover *mover);

/* Makes a move at random, to be kept or undone. False: this one changes nothing. */
bool mover_draw(struct mover *mover);

/* Sets the placements of each cell in turn to the cheapest, and keeps them. How
 * many cells became better. */
int mover_descend(struct mover *mover);

#endif
