/* Numbers that nothing in a month comes near. */
#ifndef ROTA_PLANNING_ASKS_REACH_H
#define ROTA_PLANNING_ASKS_REACH_H

#include "model/problem.h"
#include "planning/asks_ledger.h"

/* Notes of each line of demand whether its target can be reached in any of its sessions, days or
 * weeks, and of each rule whether its number can be met, or missed, at all: gaps longer than
 * there are open days, more people at once than can be there, fewer minutes than a session has, a
 * team of which no two work in the sessions in which it is to meet. */
void asks_reach(const struct problem *problem, struct asks_ledger *ledger);

/* Warns where the rota is due before requests close. */
void asks_deadlines(const struct problem *problem, struct diagnostics *out);

#endif
