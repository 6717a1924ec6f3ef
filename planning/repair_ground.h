/* What a repair stands on: the published rota, seen from the month as it is now. */
#ifndef ROTA_PLANNING_REPAIR_GROUND_H
#define ROTA_PLANNING_REPAIR_GROUND_H

#include "model/diagnostics.h"
#include "model/problem.h"
#include "model/status.h"

#include <glib.h>

struct published; /* inputs/published.h */

/* Something that was published. */
struct repair_item {
  struct assignment at;
  int candidate; /* of the problem; NONE: it is taken away */
  bool past;     /* it is over: it stays, or is taken away, and nothing else */
  int booked;    /* people whom the booking system has for it */
};

struct repair_ground {
  const struct problem *problem; /* the month's, with what stays of days past as candidates */
  const struct problem *plain;   /* the month's own, as all others see it */
  struct problem *worked;        /* owned; NULL: what stays is among the month's own */
  int today;                     /* the first day on which anything moves */
  int until;                     /* and the last: G_MAXINT, unless it is of one week alone */
  GArray *items;                 /* struct repair_item, in order of clinician and slot */
  int *cell;            /* [clinicians * slots] in items; NONE: nothing was published there */
  bool *recorded;       /* likewise: worked so, by the record; NULL: nothing is */
  GHashTable *missing;  /* of repair_missing.h, what was short as published; NULL: not known, and
                           then it is reckoned from the places themselves */
  int booked_elsewhere; /* rows of booked.csv for which nothing was published */
  char *published;      /* "history/2027-01.yaml, version 2"; NULL: not of a folder */
  GPtrArray *unknown;   /* "2027-01-12 am amrita: fcp at goldstone", sorted: no longer a person,
                           session, task or site of the month, and so taken away as well */
};

/* Both must outlive the ground. Free with repair_ground_free (NULL is fine). */
struct repair_ground *repair_ground_new(const struct problem *problem,
                                        const struct published *published, int today);
void repair_ground_free(struct repair_ground *ground);

/* The same of a rota that was built, nothing of which moves but from `today` until that day. */
struct repair_ground *repair_ground_of_rota(const struct problem *problem, const struct rota *rota,
                                            int today, int until);

/* The same of the month as it is published in the service's folder, with what was missing then
 * and booked.csv. STATUS_BAD_INPUT: the diagnostics say what is wrong. NULL, and STATUS_OK: the
 * month is not published. */
enum status repair_ground_open(const char *directory, const struct problem *problem, int today,
                               struct diagnostics *diagnostics, struct repair_ground **out);

/* Takes what was missing as published, and the reference to it. */
void repair_ground_take_missing(struct repair_ground *ground, GHashTable *missing);

/* What was published for the clinician in the slot; NULL: nothing. */
const struct repair_item *repair_ground_at(const struct repair_ground *ground, int clinician,
                                           int slot);
/* Is the slot's day over, or out of the days that may move, or is it recorded what the clinician
 * (NONE: of nobody in particular) worked in it? */
bool repair_ground_is_over(const struct repair_ground *ground, int clinician, int slot);
/* How many of the rota's cells are other than the published, what is taken away left out. */
int repair_ground_changes(const struct repair_ground *ground, const struct rota *rota);

#endif
