/* The time that meetings of teams may take of people's sessions, as far as is known before there
 * is a rota. For emit; a check has model/reckoning_team.h. */
#ifndef ROTA_MODEL_TEAM_TIME_H
#define ROTA_MODEL_TEAM_TIME_H

#include "model/problem.h"

/* May the clinician have a meeting by that use in the slot: one of `team_meeting` that fits, with
 * another member who is here? */
bool team_time_may_meet(const struct problem *problem, const struct rule_use *use, int clinician,
                        int slot);

/* The minutes of all meetings that the clinician may have in the slot by the one above. */
int team_time_in(const struct problem *problem, int clinician, int slot);

#endif
