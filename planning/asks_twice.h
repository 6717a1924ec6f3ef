/* What is written twice, and what one rule asks for that another forbids. */
#ifndef ROTA_PLANNING_ASKS_TWICE_H
#define ROTA_PLANNING_ASKS_TWICE_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of each line of demand, or need of an event, that says what one before it says: both
 * count. A line of the month that takes the place of one of the service's is none of these. */
void asks_lines_twice(const struct problem *problem, struct diagnostics *out);

/* Warns of each use of a rule that says what one before it says, and of a count that is asked
 * for though a hard `most` of the same people, work and time allows fewer. */
void asks_uses_twice(const struct service *service, struct diagnostics *out);

#endif
