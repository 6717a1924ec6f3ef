/* Rows of leave and closures of which nothing comes. */
#ifndef ROTA_PLANNING_ASKS_ABSENCE_H
#define ROTA_PLANNING_ASKS_ABSENCE_H

#include "model/problem.h"
#include "planning/asks_ledger.h"

/* Notes of each row of leave whether it takes anybody from a session of theirs in the
 * month, and of each closure whether it closes anything; what another line takes away
 * already is taken away by that. */
void asks_absence(const struct problem *problem, struct asks_ledger *ledger);

/* Closures of one site, or all, in the same sessions that say different things of what becomes of
 * the work. */
void asks_closures_agree(const struct problem *problem, struct diagnostics *out);

#endif
