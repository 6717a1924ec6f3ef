/* Wishes that others of the same person say already. */
#ifndef ROTA_PLANNING_ASKS_COVERED_H
#define ROTA_PLANNING_ASKS_COVERED_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of each request for sessions that adds nothing, since in whatever it is about another wish
 * says the same as strongly or more: only the strongest counts (docs/model.md, section 6). Of
 * places and tasks nothing is said: to like a task and the place where it is done are two things.
 */
void asks_covered(const struct problem *problem, const struct preferences *asked,
                  struct diagnostics *out);

#endif
