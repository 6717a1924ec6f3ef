/* Days past as facts in the programme of a repair: their placements are fixed, and a hard row that
 * they alone break is held to no worse than they make it. docs/repair.md says what that means. */
#ifndef ROTA_PLANNING_REPAIR_PAST_H
#define ROTA_PLANNING_REPAIR_PAST_H

#include "model/programme.h"
#include "planning/repair_ground.h"

/* Fixes what was placed before the day of the repair at x[columns], and lets hard rows give way to
 * it as far as they must: those that could be kept, or are about days past alone, were it not for
 * that. */
void repair_past_fix(const struct repair_ground *ground, struct programme *programme,
                     const int64_t *x);

#endif
