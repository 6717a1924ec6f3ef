/* Demand: how many people a task needs at a site, per session, day, week or
 * month; an event is a dated demand. */
#ifndef ROTA_MODEL_DEMAND_H
#define ROTA_MODEL_DEMAND_H

#include "model/pattern.h"
#include "model/where.h"

#include <stdbool.h>

struct service;

enum period { PERIOD_SESSION, PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIODS };
extern const char *const period_names[PERIODS]; /* session, day, week, month */

struct demand {
  int task;         /* the first, where there are several */
  bool *tasks;      /* [tasks] whose people are counted together; NULL: the task alone */
  bool *who;        /* [posts] of whom people are counted; NULL: everybody */
  const char *name; /* what reports call it; NULL: as its tasks */
  bool *sites;      /* [sites] where the people may be; NULL: wherever the task is done */
  bool each_site;   /* needed at every one of the sites, not in all of them together */
  enum period per;
  struct pattern when;
  bool *slots;              /* [month slots] for a dated demand; NULL: by pattern */
  int need, target, most;   /* people; need 0 or more; target >= need; most UNLIMITED */
  int patients_per_session; /* if set, a PCN needs `need` per so many patients, rounded up */
  int price_need, price_target, price_most; /* per person missing or over */
  bool hard;                                /* need and most can't be broken */
  bool beyond; /* it says itself what each above its most costs: more may be planned, at that */
  int event;   /* in month.events, or NONE */
  struct where where;
};

/* A line whose need follows the use of first contact at its PCN, before a month says what that
 * comes to: see struct by_use of model/month.h. */
struct demand_by_use {
  struct demand line; /* need 0 */
  int least;          /* the need is never less, nor more than the line's `most` */
};

/* Does the line speak of several tasks together, or of some people? It then says who are to be
 * among those there, and asks for work that no other line asks for. */
bool demand_is_joint(const struct demand *demand);
bool demand_has_task(const struct demand *demand, int task);
/* Is the site one of the line's, at which one of its tasks is done? */
bool demand_has_site(const struct service *service, const struct demand *demand, int site);
/* Is the person, on that date, one of those it counts? NONE: somebody who has left. */
bool demand_has_person(const struct service *service, const struct demand *demand, int clinician,
                       int date);

/* Does a line of the month's take the place of a line of the service's: same
 * tasks, people, sites, period and weekly pattern? */
bool demand_replaces(const struct service *service, const struct demand *newer,
                     const struct demand *older);

#endif
