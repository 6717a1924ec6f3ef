/* The numbers to be met: what each line of demand asks for in each of its periods.
 * For emit and for whoever reports; the check of rule `cover` works them out by
 * itself. */
#ifndef ROTA_MODEL_DEMAND_CELL_H
#define ROTA_MODEL_DEMAND_CELL_H

#include "model/problem.h"

/* One number to be met: a demand at a set of sites in one period. What a closure moves elsewhere
 * is in the cell of a line that asks for the same there, or else in one of its own, at a site
 * that is none of the line's. */
struct demand_cell {
  int demand; /* index in problem.demands */
  int site;   /* NONE: the demand's sites together */
  int period; /* slot, day, week, or 0 for the month */
  int open;   /* slots of it in which it is asked for; none where all of it is owed */
  int need, target, most;
  int need_owed, target_owed; /* what a closure, or hours that hold no session, take away */
};

/* All cells of problem.demands[index] in the problem's month, in order of site and period. A
 * demand by pattern is asked for in the service's ordinary sessions only, and
 * it asks for nothing while its site, or every one of its sites, is not open or
 * is taken up with its task by an event. A week cut short by the month's end, holidays or
 * closures needs pro rata, rounded to the nearest whole person; what closures take of it
 * is owed. Of one that a published month shares, the rest is needed, owed and allowed.
 * Free the array with g_free. */
struct demand_cell *demand_cells(const struct problem *problem, int index, int *count);

/* The slots of the cell's period: from `*from` to before `*end`. */
void demand_cell_slots(const struct problem *problem, const struct demand_cell *cell, int *from,
                       int *end);

/* The site of the cell, or the only one of its demand; NONE where there are several. */
int demand_cell_site(const struct problem *problem, const struct demand_cell *cell);

/* Is the cell about that site in that slot, where not all of its work is an event's? */
bool demand_cell_has(const struct problem *problem, const struct demand_cell *cell, int slot,
                     int site);
/* Does the assignment count in the cell? What is an event's work counts for the event alone. */
bool demand_cell_counts(const struct problem *problem, const struct demand_cell *cell,
                        const struct assignment *item);

#endif
