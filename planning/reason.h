/* Why a shortfall could not be filled, in one sentence of counts. */
#ifndef ROTA_PLANNING_REASON_H
#define ROTA_PLANNING_REASON_H

#include "planning/shortfall.h"
#include "planning/why.h"

/* "of 6 who can do it, 2 are away, 3 are busy elsewhere and 1 is kept off by
 * travel". Those who are free are tried one by one, at most `*trials` of them
 * in all, each the cost of an audit. NULL if it is about no task. g_free it. */
char *reason_text(const struct audit *audit, const struct shortfall *shortfall, int *trials);

/* Without a rota: who could be there at all. */
char *reason_without_rota(const struct problem *problem, const struct why_question *question);

#endif
