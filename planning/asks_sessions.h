/* Sessions that a line names and in which nothing can come of it. */
#ifndef ROTA_PLANNING_ASKS_SESSIONS_H
#define ROTA_PLANNING_ASKS_SESSIONS_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of each line of demand, and rule that asks for cover, with the sessions that it names in
 * so many words ("fri am") and in which none of its sites is ever open; where it has no other
 * sessions, or a site is open for half of one, that is told of elsewhere. And of each arrangement
 * that leaves its person nothing to do, alone or with another, or is for sessions that they never
 * work. */
void asks_sessions(const struct problem *problem, struct diagnostics *out);

#endif
