/* Why nobody does what is asked for, in one sentence of counts. */
#ifndef ROTA_PLANNING_REASON_H
#define ROTA_PLANNING_REASON_H

#include "model/problem.h"
#include "model/why.h"

/* "of 6 who can do it, 2 are away, 3 are busy elsewhere and 1 is kept off by
 * travel"; without a rota who could be there at all. g_free it. */
char *reason_text(const struct problem *problem, const struct why *why);

#endif
