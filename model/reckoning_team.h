/* The time that meetings of teams may take of people's sessions, worked out from docs/model.md a
 * second time. For check only: emit has model/team_time.h. */
#ifndef ROTA_MODEL_RECKONING_TEAM_H
#define ROTA_MODEL_RECKONING_TEAM_H

#include "model/problem.h"

/* Does a meeting of that use take the clinician's time in the slot, if it is held then? */
bool reckoning_meets_team(const struct problem *problem, const struct rule_use *use, int clinician,
                          int slot);

/* r(c, s) of docs/model.md: the minutes of all meetings that do. */
int reckoning_team_minutes(const struct problem *problem, int clinician, int slot);

#endif
