/* What days that are over break, and no rota of the days to come can mend. */
#ifndef ROTA_PLANNING_PAST_BREAKS_H
#define ROTA_PLANNING_PAST_BREAKS_H

#include "planning/existing_rota.h"

/* Does the rota break hard limits only where days before `today` break them, those days being as
 * in the month's current version, and no more than they alone make it? What is recorded as worked
 * is over, and all days up to the last of it may be, whatever `today` is. False also where the
 * month is not published. */
bool past_breaks_alone(const struct existing_rota *rota, const char *directory, int today);

#endif
