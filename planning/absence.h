/* People away for each week of a finished rota in which they work. */
#ifndef ROTA_PLANNING_ABSENCE_H
#define ROTA_PLANNING_ABSENCE_H

#include "planning/absence_week.h"

/* Takes each week in which the clinician works, and lets the others make up for it in that week by
 * a repair (repair.h): no need is met less than can be kept; all other weeks stay as they are. One
 * thread's work, sharing nothing that changes; for advice_absence_free. `mended`: NULL, or filled,
 * by week, with the rota in which the others step in, where one was found, for rota_free. */
struct advice_absence *absence_try(const struct absence_ground *ground, int clinician,
                                   struct rota **mended);

/* The same of all of away[clinicians] at once; it is nobody's by name. */
struct advice_absence *absence_try_all(const struct absence_ground *ground, const bool *away);

#endif
