/* What ended before any month that is here. */
#ifndef ROTA_PLANNING_ASKS_PAST_H
#define ROTA_PLANNING_ASKS_PAST_H

#include "model/diagnostics.h"
#include "model/service.h"

/* Warns of arrangements, lines of demand, recurring events and limits on being off whose last day
 * is before that date. What is still to begin is planning ahead. */
void asks_past(const struct service *service, int first_date, struct diagnostics *out);

#endif
