/* What was asked for and not met, out of an audit. */
#ifndef ROTA_PLANNING_SHORTFALL_H
#define ROTA_PLANNING_SHORTFALL_H

#include "model/assessment.h"

/* struct shortfall, without a why, in order of kind (need, cover and not offered together), price
 * of one unit and number (most first), session, site, task and clinician.
 * g_array_unref it; the audit must outlive it. */
GArray *shortfalls_new(const struct audit *audit);

/* Gaps in what is needed, people or units: of need and cover, and not offered. */
int64_t shortfalls_gaps(const GArray *shortfalls);

/* Is the shortfall such a gap? */
bool shortfall_is_gap(const struct shortfall *shortfall);

#endif
