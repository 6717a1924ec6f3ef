/* What stops one clinician from one piece of work, in words. */
#ifndef ROTA_PLANNING_STOPS_H
#define ROTA_PLANNING_STOPS_H

#include "planning/why.h"

/* "is on leave then (2027-01/leave.csv:4)", "is already at Hove hub, MSK clinic", "kept off by
 * named_fcp (service.yaml:70): ..."; without a rota nobody is busy. g_free it. */
char *stop_text(const struct problem *problem, const struct rota *rota,
                const struct why_verdict *verdict);

/* "would break rooms (service.yaml:70) and rest", of struct service's uses[int]. g_free it. */
char *stop_breaks_text(const struct problem *problem, const GArray *breaks);

#endif
