/* People who are named for something: first contact practitioners and deputies, supervisors,
 * debriefers, leaders ... */
#ifndef ROTA_PLANNING_ASKS_NAMED_H
#define ROTA_PLANNING_ASKS_NAMED_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of each who can't be that in the month: who has left, is not here yet, can't do it,
 * is never sent there, or never works when it is needed. Leave is no matter, for it may
 * come late. */
void asks_named(const struct problem *problem, struct diagnostics *out);

/* "has left (2026-12-31)", or NULL where the person is here on a day of these. */
const char *asks_absence_between(const struct service *service, int clinician, int from, int until,
                                 char text[64]);
const char *asks_absence_in_month(const struct problem *problem, int clinician, char text[64]);

#endif
