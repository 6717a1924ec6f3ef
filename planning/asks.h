/* Does each line that somebody wrote ask for anything? What can't ask for anything in any
 * of the months that are read is named at its line, once. Only what is certain is said: a
 * rule asks for nothing where, alone in force, it adds to the programme no cost and no row
 * that a rota could break. */
#ifndef ROTA_PLANNING_ASKS_H
#define ROTA_PLANNING_ASKS_H

#include "model/diagnostics.h"
#include "model/problem.h"

struct asks;

/* Free with asks_free. The service and the diagnostics are borrowed. */
struct asks *asks_new(const struct service *service, struct diagnostics *out);
void asks_free(struct asks *asks);

/* Looks at one month, and warns of what is written for it and of who is not there. */
void asks_month(struct asks *asks, const struct problem *problem);

/* Warns of the rules and lines of demand that ask for nothing in any of the months. `all`: these
 * are all the months that the service has, so that dates in none of them are worth a word. */
void asks_end(struct asks *asks, bool all);

#endif
