/* Lines about people who are not there in the month, or whom nobody can tell apart. */
#ifndef ROTA_PLANNING_ASKS_PEOPLE_H
#define ROTA_PLANNING_ASKS_PEOPLE_H

#include "model/diagnostics.h"
#include "model/problem.h"

/* Warns of wishes and leave of those who have left or are not here yet, of people of one name, and
 * of contracts that a pattern can't hold. */
void asks_people(const struct problem *problem, struct diagnostics *out);

#endif
