/* What was asked for and not met, out of an audit. */
#ifndef ROTA_PLANNING_SHORTFALL_H
#define ROTA_PLANNING_SHORTFALL_H

#include "model/audit.h"
#include "model/demand_cell.h"

struct shortfall {
  enum shortfall_kind kind;
  const struct finding *finding; /* borrowed from the audit */
};

/* struct shortfall in order of kind (need and cover together), price of one unit
 * and number (most first), session, site, task and clinician. g_array_unref it; the audit must outlive it. */
GArray *shortfalls_new(const struct audit *audit);

/* People or units missing in all of that kind. */
int64_t shortfalls_missing(const GArray *shortfalls, enum shortfall_kind kind);

#endif
