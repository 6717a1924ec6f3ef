/* What stands in a service, whatever the month, and can be of no use. */
#ifndef ROTA_PLANNING_ASKS_STANDING_H
#define ROTA_PLANNING_ASKS_STANDING_H

#include "model/diagnostics.h"
#include "model/service.h"

/* Warns of tasks that nobody can do, sites where nobody can do anything, journeys that
 * nobody makes, skills that nothing goes by, and the length of contacts that are not
 * counted. */
void asks_standing(const struct service *service, struct diagnostics *out);

#endif
