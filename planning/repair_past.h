/* What is as it is in a programme: a hard row that it alone breaks is held to no worse than it makes
 * it. In a repair that is the days past, whose placements are fixed; docs/repair.md says what that
 * means. */
#ifndef ROTA_PLANNING_REPAIR_PAST_H
#define ROTA_PLANNING_REPAIR_PAST_H

#include "model/programme.h"
#include "planning/repair_ground.h"

/* Fixes what was placed before the day of the repair at x[columns], and lets hard rows give way to
 * it as far as they must: those that could be kept, or are about days past alone, were it not for
 * that. */
void repair_past_fix(const struct repair_ground *ground, struct programme *programme,
                     const int64_t *x);

/* The same of a whole rota, x[columns], whose placements stay free: each hard row that it breaks
 * gives way to it. */
void repair_past_allow(struct programme *programme, const int64_t *x);

#endif
