/* Moves of a rota, tried on its tally: what a clinician does in a slot, and what
 * two clinicians, or one in two slots, exchange. */
#ifndef ROTA_SOLVER_MOVES_H
#define ROTA_SOLVER_MOVES_H

#include "solver/atlas.h"
#include "solver/tally.h"

struct mover {
  const struct atlas *atlas;
  struct tally *tally;
  struct dice dice;
  GArray *cells; /* that have a placement to choose, shuffled */
  int *alike;    /* free placements in order of slot, task and site ... */
  int *group;    /* ... numbered by these, with -1 after the last */
  int *alike_at; /* [columns] where each is */
};

void mover_open(struct mover *mover, const struct atlas *atlas, struct tally *tally,
                struct dice dice);
void mover_close(struct mover *mover);

/* Makes a move at random, to be kept or undone. False: this one changes nothing. */
bool mover_draw(struct mover *mover);

/* Sets the placements of each cell in turn to the cheapest, and keeps them. How
 * many cells became better. */
int mover_descend(struct mover *mover);

#endif
