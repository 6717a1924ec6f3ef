/* Demand: how many people a task needs at a site, per session, day, week or
 * month; an event is a dated demand. */
#ifndef ROTA_MODEL_DEMAND_H
#define ROTA_MODEL_DEMAND_H

#include "model/pattern.h"
#include "model/where.h"

#include <stdbool.h>

struct problem;
struct service;

enum period { PERIOD_SESSION, PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIODS };
extern const char *const period_names[PERIODS]; /* session, day, week, month */

struct demand {
  int task;
  bool *sites;    /* [sites] where the people may be; NULL: wherever the task is done */
  bool each_site; /* needed at every one of the sites, not in all of them together */
  enum period per;
  struct pattern when;
  bool *slots;              /* [month slots] for a dated demand; NULL: by pattern */
  int need, target, most;   /* people; need 0 or more; target >= need; most UNLIMITED */
  int patients_per_session; /* if set, a PCN needs `need` per so many patients, rounded up */
  int price_need, price_target, price_most; /* per person missing or over */
  bool hard;                                /* need and most can't be broken */
  int event;                                /* in month.events, or NONE */
  struct where where;
};

/* One number to be met: a demand at a set of sites in one period. */
struct demand_cell {
  int demand; /* index in problem.demands */
  int site;   /* NONE: the demand's sites together */
  int period; /* slot, day, week, or 0 for the month */
  int need, target, most;
};

/* All cells of problem.demands[index] in the problem's month, in order of site and period. A
 * demand by pattern is asked for in the service's ordinary sessions only, and
 * it asks for nothing while its site, or every one of its sites, is not open.
 * A week cut short by the month's end, holidays or closures needs pro rata,
 * rounded to the nearest whole person. Free the array with g_free. */
struct demand_cell *demand_cells(const struct problem *problem, int index, int *count);

/* The slots of the cell's period: from `*from` to before `*end`. */
void demand_cell_slots(const struct problem *problem, const struct demand_cell *cell, int *from,
                       int *end);

/* Does an assignment of the demand's task at `site` in `slot` count in the cell? */
bool demand_cell_has(const struct problem *problem, const struct demand_cell *cell, int slot,
                     int site);

/* Does a line of the month's take the place of a line of the service's: same
 * task, sites, period and weekly pattern? */
bool demand_replaces(const struct service *service, const struct demand *newer,
                     const struct demand *older);

#endif
