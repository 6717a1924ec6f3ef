/* A clinician's days as emit sees them: the past, which is known, then the days of the
 * month, on which columns decide, and those of the month after, where it is published. A day is
 * worked when an assignment in scope falls on it. Days count from the month's first, which is
 * 0; the past has negative ones. For emit only: see workdays.h for check. */
#ifndef ROTA_MODEL_TIMELINE_H
#define ROTA_MODEL_TIMELINE_H

#include "model/formulation.h"

enum { TIMELINE_PAST = 63, TIMELINE_MONTH = MONTH_DAYS_MAX };

struct timeline {
  int clinician;
  int n_days, n_later;             /* of the month; of the one after, 0 if it is not published */
  bool past[TIMELINE_PAST];        /* [k]: worked k + 1 days before the month */
  bool later[TIMELINE_MONTH];      /* [k]: worked k + 1 days after its last */
  GArray *columns[TIMELINE_MONTH]; /* of int: candidates, or what indicator_make put there */
  bool made[TIMELINE_MONTH];
};

/* Release what it holds with timeline_clear. */
void timeline_init(struct timeline *timeline, const struct problem *problem,
                   const struct scope *scope, int clinician);
void timeline_clear(struct timeline *timeline);

/* Was the day worked, or can it be? */
bool timeline_can(const struct timeline *timeline, int day);

/* Readies the columns of the days from `first` to `last`; before a row is begun. */
void timeline_make(struct timeline *timeline, struct formulation *formulation, int first, int last);

/* Adds `coefficient` times "works on that day" to the row in the making. What
 * is known, outside the month, is returned instead: 0, or the coefficient. */
int64_t timeline_term(const struct timeline *timeline, struct formulation *formulation, int day,
                      int64_t coefficient);

/* About the clinician on that day of the month, or on its last. */
struct label timeline_label(const struct timeline *timeline, const struct formulation *formulation,
                            int day);

#endif
