/* The rota on an evaluator by its cells, one for each clinician and slot: what moves read
 * and change. */
#ifndef ROTA_SOLVER_ANNEAL_ROSTER_H
#define ROTA_SOLVER_ANNEAL_ROSTER_H

#include "model/dice.h"
#include "solver/anneal/evaluator.h"
#include "solver/placement_index.h"

enum { ROSTER_NOTHING = -1 }; /* in place of a column: no placement */

struct roster {
  const struct placement_index *index;
  struct evaluator *evaluator;
  int *alike;       /* free placements, sorted by slot, task and site */
  int *group;       /* which of them are alike: a number each */
  int *group_first; /* [groups + 1] where each begins in `alike` */
  int *alike_at;    /* [columns] its place in `alike` */
  int *last_set; /* [cells] what was set there when last looked at; where it still is, it is it */
  int *work;     /* [columns] a number for each task at each site */
  int *cell_of;  /* [columns] */
  int n_tasks, slot_words;
  struct evaluator_bits *bits; /* [columns] of `set` */
  const uint64_t *set;         /* what is: by place in `alike`, then by clinician, task and slot */
  int by_clinician;            /* where these begin */
  uint64_t *usable;            /* [clinicians][slot_words] cells with placements, by slot */
};

/* A cell, as a number: clinician * index->n_slots + slot. */
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
/* The cell's placement of the same task and site as `column`, or ROSTER_NOTHING. */
int roster_same_in(const struct roster *roster, int cell, int column);
/* Has the cell a placement of the same task and site? Always, for ROSTER_NOTHING. */
bool roster_fits(const struct roster *roster, int cell, int column);
bool roster_is_set(const struct roster *roster, int column);
/* The task of a placement; ROSTER_NOTHING of none. */
int roster_task(const struct roster *roster, int column);

/* Of the 64 slots from 64 * word on, those in which the clinician has this task (roster_task), a
 * bit each; one more or less where two placements are set in a cell. */
uint64_t roster_slots(const struct roster *roster, int clinician, int task, int word);

/* The placement of anybody else who does the same in that slot, or ROSTER_NOTHING. */
int roster_colleague(const struct roster *roster, int column, struct dice *dice);

/* Unsets one and sets the other; each may be ROSTER_NOTHING. */
void roster_change(struct roster *roster, int from, int to);

#endif
