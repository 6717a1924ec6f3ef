/* Who does what in which slot, on an evaluator: how moves read it and change it. */
#ifndef ROTA_SOLVER_ANNEAL_ROSTER_H
#define ROTA_SOLVER_ANNEAL_ROSTER_H

#include "model/dice.h"
#include "solver/anneal/evaluator.h"
#include "solver/placement_index.h"

enum { ROSTER_NOTHING = -1 }; /* for a column: no placement */

struct roster {
  const struct placement_index *index;
  struct evaluator *evaluator;
  int *alike;    /* free placements in order of slot, task and site ... */
  int *group;    /* ... numbered by these, with -1 after the last */
  int *alike_at; /* [columns] where each is */
};

/* A cell is clinician * index->n_slots + slot. */
struct roster_cell {
  int clinician, slot;
};

/* Both must outlive it. */
void roster_open(struct roster *roster, const struct placement_index *index,
                 struct evaluator *evaluator);
void roster_close(struct roster *roster);

struct roster_cell roster_cell_at(const struct roster *roster, int cell);
int roster_cell_index(const struct roster *roster, struct roster_cell place);

/* The placement that is set in the cell, or ROSTER_NOTHING. */
int roster_set_in(const struct roster *roster, int cell);
/* The cell's placement of the same task and site as `column`; ROSTER_NOTHING:
 * there is none, or `column` is that. */
int roster_same_in(const struct roster *roster, int cell, int column);
/* May the cell hold such work, or, for ROSTER_NOTHING, nothing? */
bool roster_fits(const struct roster *roster, int cell, int column);
bool roster_is_set(const struct roster *roster, int column);
/* The task of a placement; ROSTER_NOTHING of none. */
int roster_task(const struct roster *roster, int column);

/* Anybody else who does the same in that slot, or ROSTER_NOTHING. */
int roster_colleague(const struct roster *roster, int column, struct dice *dice);

/* Each may be ROSTER_NOTHING. */
void roster_change(struct roster *roster, int from, int to);

#endif
