/* Does a rule ask for anything in a month? It is tried alone, without a search. */
#ifndef ROTA_PLANNING_ASKS_USE_H
#define ROTA_PLANNING_ASKS_USE_H

#include "model/problem.h"

/* Can a rota break the use, or cost by it? Its weight is no matter. */
bool asks_use(const struct problem *problem, const struct rule_use *use);

/* Does its parameter ask for anything beside the others? */
bool asks_param(const struct problem *problem, const struct rule_use *use, int param);

/* What is missing where the scope of the use is empty ("no session is meant by this"), or
 * NULL. */
const char *asks_scope(const struct problem *problem, const struct rule_use *use);

/* Are any of its dates in the month? */
bool asks_dates(const struct problem *problem, const struct rule_use *use);

#endif
