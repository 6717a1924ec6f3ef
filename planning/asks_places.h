/* Lines of demand that are never asked for, tasks that nobody asks for, and networks that a rule
 * passes by. */
#ifndef ROTA_PLANNING_ASKS_PLACES_H
#define ROTA_PLANNING_ASKS_PLACES_H

#include "model/diagnostics.h"
#include "model/problem.h"
#include "planning/asks_ledger.h"

/* Notes of each line of demand whether it is asked for in the month. */
void asks_lines(const struct problem *problem, struct asks_ledger *ledger);

/* Notes of each task whether anybody asks for it in the month. */
void asks_tasks(const struct problem *problem, struct asks_ledger *ledger);

/* Warns of closures that move what is asked for to where it is not done, or not then. */
void asks_moves(const struct problem *problem, struct diagnostics *out);

/* Warns of networks without patients where a rule goes by patients. */
void asks_networks(const struct problem *problem, struct diagnostics *out);

#endif
