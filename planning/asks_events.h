/* Events that are held otherwise than whoever wrote them may think. */
#ifndef ROTA_PLANNING_ASKS_EVENTS_H
#define ROTA_PLANNING_ASKS_EVENTS_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of events outside the hours of their site; and of two at one site in one session that
 * count the same people, or need more rooms than it has. */
void asks_events(const struct problem *problem, struct diagnostics *out);

#endif
