/* One build, from a variant to its outcome: the rota, checked and measured, and
 * what becomes of the waiting list with it. Shares nothing that changes, so that
 * many can run at the same time, or elsewhere. */
#ifndef ROTA_PLANNING_VARIANT_BUILD_H
#define ROTA_PLANNING_VARIANT_BUILD_H

#include "model/waiting/outcome.h"
#include "planning/build.h"
#include "planning/start.h"
#include "planning/variant.h"

struct variant_settings {
  struct build_settings build; /* the seed also of the waiting list's replications */
  int horizon_weeks;           /* of the waiting list: one for all that is compared */
  int searches;                /* of the month, and of each of the weeks after it (searches.h) */
};

/* So many say how far a figure is chance of the search, where figures are compared. */
enum { VARIANT_SEARCHES = 3 };

/* 20 seconds, 26 weeks, one search, otherwise as build.h has them. */
struct variant_settings variant_default_settings(void);

struct variant_result {
  struct outcome *outcome; /* whatever came of it */
  struct start *rota;      /* the rota's words; NULL unless built */
  double *prices;          /* [rows] of the variant's programme, as in build.h; NULL: not known */
};

/* Builds the variant from `start` (NULL: from nothing). If `baseline`, whose rota
 * `start` is, was of the very same programme, its rota and what was proven of it are
 * taken as they are; NULL: there is none. The result is the caller's, for
 * variant_result_clear. */
void variant_build(const struct variant *variant, const struct variant_settings *settings,
                   const struct start *start, const struct outcome *baseline,
                   struct variant_result *out);
void variant_result_clear(struct variant_result *result);

#endif
