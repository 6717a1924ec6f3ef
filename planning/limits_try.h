/* Prices, put to the test: is so much saved when the limit gives way? */
#ifndef ROTA_PLANNING_LIMITS_TRY_H
#define ROTA_PLANNING_LIMITS_TRY_H

#include "planning/advice.h"
#include "planning/build.h"
#include "planning/parallel.h"

enum { LIMITS_TRIED = 30, LIMIT_SECONDS = 3 }; /* the dearest ones; at most, for each */

/* For a rota that is proven to be the best: solves the problem again with each of
 * the dearest limits one session looser in every row, sets what it saves where that
 * is proven too, drops those that save nothing, and sorts the list. */
void limits_try(const struct problem *problem, const struct programme *programme,
                const struct rota *rota, int64_t cost, const struct build_settings *settings,
                GPtrArray *limits, struct parallel_watch watch);

#endif
