/* Wishes of which nothing can come. */
#ifndef ROTA_PLANNING_ASKS_WISHES_H
#define ROTA_PLANNING_ASKS_WISHES_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of each wish of somebody who is here that no assignment of theirs in the month could
 * meet or go against: for work that there is not, or a person whom they can't meet. Reading
 * the wishes has told of those for sessions without work, and of what somebody can't do. */
void asks_wishes(const struct problem *problem, struct diagnostics *out);

/* Is there a session, and a place that is not remote, in which both could be given work? */
bool asks_could_meet(const struct problem *problem, int clinician, int other);

#endif
