/* A line of demand at one place, slot by slot: is it asked for there, does it move, is it
 * owed? And what a number comes to in so many slots of a period. Cells are made of it
 * (model/demand_cell.h). */
#ifndef ROTA_MODEL_DEMAND_PLACE_H
#define ROTA_MODEL_DEMAND_PLACE_H

#include "model/problem.h"

struct demand_place {
  const struct problem *problem;
  const struct demand *demand;
  int site;     /* NONE: the line's sites together */
  bool shut;    /* the hours hold no session of it, and somebody asks all the same */
  int ordinary; /* sessions of a week of the service, for a week's line; otherwise 0 */
};

enum demand_fate {
  DEMAND_NONE,  /* not the line's slot, or nobody asks */
  DEMAND_ASKED, /* here */
  DEMAND_MOVED, /* asked for at another site */
  DEMAND_OWED,  /* and not to be had */
};

struct demand_place demand_place(const struct problem *problem, const struct demand *demand,
                                 int site);

/* What becomes of it in that slot; `to`, which may be NULL, is set to where it moves, or NONE. */
enum demand_fate demand_place_fate(const struct demand_place *place, int slot, int *to);

/* Is the line about that slot at all? */
bool demand_runs(const struct problem *problem, const struct demand *demand, int slot);
/* Is the line about that site? */
bool demand_at(const struct problem *problem, const struct demand *demand, int site);
/* The line's only site, or NONE. */
int demand_only_site(const struct problem *problem, const struct demand *demand);

/* The period of such a length that the slot is in, and how many there are. */
int demand_period(const struct problem *problem, enum period per, int slot);
int demand_periods(const struct problem *problem, enum period per);

/* What the line needs there in a whole period. */
int demand_place_need(const struct demand_place *place);
/* The part of `people` that so many slots of a period come to, to the nearest; halves go up. */
int demand_place_part(const struct demand_place *place, int people, int slots);

#endif
