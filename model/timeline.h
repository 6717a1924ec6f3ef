/* A clinician's days as emit sees them: the past, which is known, and then the
 * days of the month, on which columns decide. A day is worked when an
 * assignment in scope falls on it. Days count from the month's first, which is
 * 0; the past has negative ones. For emit only: see workdays.h for check. */
#ifndef ROTA_MODEL_TIMELINE_H
#define ROTA_MODEL_TIMELINE_H

#include "model/formulation.h"

enum { TIMELINE_PAST = 63, TIMELINE_MONTH = 31 };

struct timeline {
  int clinician;
  bool past[TIMELINE_PAST];        /* [k]: worked k + 1 days before the month */
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
 * the past contributes is returned instead: 0, or the coefficient. */
int64_t timeline_term(const struct timeline *timeline, struct formulation *formulation, int day,
                      int64_t coefficient);

/* About the clinician on that day of the month. */
struct label timeline_label(const struct timeline *timeline, const struct formulation *formulation,
                            int day);

#endif
