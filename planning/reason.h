/* Why nobody does what is asked for, in two lines: who comes closest and what stops them, and
 * everybody who could do it, counted under what is in the way. */
#ifndef ROTA_PLANNING_REASON_H
#define ROTA_PLANNING_REASON_H

#include "model/problem.h"
#include "model/why.h"

/* "Ann Lee could, for 35 points more (then MSK clinic at Hove hub: 1 of 2 people); Bob May would
 * break 'rest'": as many people as fit in two rows of a page, closest to a yes first. NULL: there
 * is nobody. g_free it. */
char *reason_closest(const struct problem *problem, const struct why *why);

/* "6 can do it: 3 would cost more elsewhere, 2 are away and 1 is kept off by 'travel'", closest to
 * a yes first; without a rota who could be there at all. g_free it. */
char *reason_text(const struct problem *problem, const struct why *why);

#endif
