/* All who can do something away in the same week: a team's away day, or what they share being shut.
 */
#ifndef ROTA_PLANNING_ABSENCE_ROLES_H
#define ROTA_PLANNING_ABSENCE_ROLES_H

#include "planning/absence_week.h"
#include "planning/parallel.h"

enum { ABSENCE_ROLES_MOST = 30 };

/* Sets `together` of each role (struct advice_role, in order of fewest holders) that two or more
 * people can do, but not everybody; those of the same people are tried once, and at most
 * ABSENCE_ROLES_MOST of them. */
void absence_roles_try(const struct absence_ground *ground, const GPtrArray *roles,
                       struct parallel_watch watch);

#endif
