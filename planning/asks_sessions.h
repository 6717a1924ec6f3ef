/* Sessions that a line names and in which nothing can come of it. */
#ifndef ROTA_PLANNING_ASKS_SESSIONS_H
#define ROTA_PLANNING_ASKS_SESSIONS_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of each line of demand, rule that asks for cover, and arrangement, with the sessions that
 * it names in so many words ("fri am") and in which none of its sites is ever open. Where it
 * has no other sessions, or a site is open for half of one, that is told of elsewhere. */
void asks_sessions(const struct problem *problem, struct diagnostics *out);

#endif
