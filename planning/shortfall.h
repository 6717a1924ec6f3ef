/* What was asked for and not met, out of an audit: every finding of an elastic
 * use of a rule, and which line of demand it is about. */
#ifndef ROTA_PLANNING_SHORTFALL_H
#define ROTA_PLANNING_SHORTFALL_H

#include "model/audit.h"
#include "model/demand_cell.h"

/* The worst first. */
enum shortfall_kind {
  SHORTFALL_NEED,   /* fewer people than a line of demand needs */
  SHORTFALL_COVER,  /* cover that a rule of its own asks for: duty, first contact ... */
  SHORTFALL_OTHER,  /* what else is asked for: support time, spread ... */
  SHORTFALL_TARGET, /* enough, but fewer than the target */
  SHORTFALL_OVER,   /* more than wanted */
  SHORTFALL_KINDS,
};
extern const char *const shortfall_kind_names[SHORTFALL_KINDS]; /* need, cover, other ... */

struct shortfall {
  enum shortfall_kind kind;
  const struct finding *finding; /* borrowed from the audit */
  struct demand_cell cell;       /* of need, target and over */
};

/* struct shortfall in order of kind (need and cover together), price and number
 * (most first), session,
 * site, task and clinician. g_array_unref it; the audit must outlive it. */
GArray *shortfalls_new(const struct audit *audit);

/* People or units missing in all of that kind. */
int64_t shortfalls_missing(const GArray *shortfalls, enum shortfall_kind kind);

#endif
