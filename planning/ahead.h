/* What follows the month: the weeks that were read with a variant are built like the month itself,
 * and say what the days after it offer. docs/decisions/0052. */
#ifndef ROTA_PLANNING_AHEAD_H
#define ROTA_PLANNING_AHEAD_H

#include "planning/variant_build.h"

struct ahead {
  const struct variant *variant;
  const struct variant_settings *settings; /* of the month; the weeks get half its seconds each */
  const struct rota *rota;                 /* the month's, to go on from */
  const struct outcome *baseline;          /* NULL: there is none */
  struct outcome *outcome;                 /* the variant's: is told of ordinary weeks */
  int searches;                            /* of each of the weeks (searches.h), 1 or more */
  bool *open; /* set where some weeks were built of which it is not proven that no rota is better;
                 NULL: nobody asks */
};

/* Builds those of the weeks that lie within the horizon, and tells the month's capacity,
 * capacities[0], what the best search found, and capacities[i] what the i-th of the others did; the
 * best again, where there is no i-th. Ordinary weeks whose programme the outcome or the baseline
 * knows are not built again. NULL: done; otherwise why there is no answer, for g_free, and what
 * that makes of the outcome. */
char *ahead_build(const struct ahead *ahead, struct capacity *const *capacities,
                  enum outcome_status *status);

/* At most, for all of a variant's weeks. */
int ahead_seconds(const struct variant *variant, const struct variant_settings *settings);

#endif
