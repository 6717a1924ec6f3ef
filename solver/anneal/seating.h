/* Who does what in which slot, on a tally: how moves read it and change it. */
#ifndef ROTA_SOLVER_ANNEAL_SEATING_H
#define ROTA_SOLVER_ANNEAL_SEATING_H

#include "solver/anneal/tally.h"
#include "solver/atlas.h"
#include "solver/dice.h"

enum { SEATING_NOTHING = -1 }; /* for a column: no placement */

struct seating {
  const struct atlas *atlas;
  struct tally *tally;
  int *alike;    /* free placements in order of slot, task and site ... */
  int *group;    /* ... numbered by these, with -1 after the last */
  int *alike_at; /* [columns] where each is */
};

/* A cell is clinician * atlas->n_slots + slot. */
struct seat {
  int clinician, slot;
};

/* Both must outlive it. */
void seating_open(struct seating *seating, const struct atlas *atlas, struct tally *tally);
void seating_close(struct seating *seating);

struct seat seating_seat(const struct seating *seating, int cell);
int seating_cell(const struct seating *seating, struct seat seat);

/* The placement that is set in the cell, or SEATING_NOTHING. */
int seating_set_in(const struct seating *seating, int cell);
/* The cell's placement of the same task and site as `column`; SEATING_NOTHING:
 * there is none, or `column` is that. */
int seating_same_in(const struct seating *seating, int cell, int column);
/* May the cell hold such work, or, for SEATING_NOTHING, nothing? */
bool seating_fits(const struct seating *seating, int cell, int column);
bool seating_is_set(const struct seating *seating, int column);
/* The task of a placement; SEATING_NOTHING of none. */
int seating_task(const struct seating *seating, int column);

/* Anybody else who does the same in that slot, or SEATING_NOTHING. */
int seating_colleague(const struct seating *seating, int column, struct dice *dice);

/* Each may be SEATING_NOTHING. */
void seating_change(struct seating *seating, int from, int to);

#endif
