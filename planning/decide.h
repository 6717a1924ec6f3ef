/* What can be decided without a search: before a rota is looked for, what no rota can
 * keep. Each mistake found is certain, whatever else is in the rota: a lock that a hard
 * rule bars, a hard row that presence can't reach, locks that leave a hard rule no way
 * out, hard needs that ask for more people than there are (a flow from what is needed to
 * who is there), and, of a whole problem, what a short search of its hard rules shows. What is not
 * found may still be impossible: then the solver says so. */
#ifndef ROTA_PLANNING_DECIDE_H
#define ROTA_PLANNING_DECIDE_H

#include "model/demand_cell.h"
#include "model/diagnostics.h"
#include "model/problem.h"
#include "model/programme.h"

/* Adds an error for each thing that no lawful rota can keep, and a warning for each
 * line of demand or event that has its price and can't be met whatever is done; one
 * cause is told once, at its line, and cites the others. */
void decide(const struct problem *problem, struct diagnostics *out);

/* Of these what can't be kept by itself, and the warnings. */
void decide_alone(const struct problem *problem, struct diagnostics *out);

/* The warnings alone: errors are told of as decide_text does. */
void decide_warnings(const struct problem *problem, struct diagnostics *out);

/* How many people or sessions could count in the cell, whatever else is in the rota, counting no
 * further than `enough`. */
int decide_possible(const struct problem *problem, const struct demand_cell *cell, int enough);

/* Why there is no lawful rota, for people, in several lines; NULL where nothing was
 * decided. `programme`: of the problem, NULL: made for this; whole, and searched too, or with
 * columns fixed. g_free it. */
char *decide_text(const struct problem *problem, const struct programme *programme, bool whole);

#endif
