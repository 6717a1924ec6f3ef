/* One clinician away for a week of a finished rota: what cover is lost? */
#ifndef ROTA_PLANNING_ABSENCE_H
#define ROTA_PLANNING_ABSENCE_H

#include "planning/advice.h"
#include "planning/build.h"

/* What all absences are tried on; borrowed, and nothing in it changes. */
struct absence_ground {
  const struct problem *problem;
  const struct rota *rota;
  const struct audit *audit; /* of the rota */
  GHashTable *missing;       /* what it is short of already, as in repair_missing.h */
  const struct build_settings *settings;
};

enum { ABSENCE_SECONDS = 5 }; /* at most, to mend a week */

/* Takes each week in which the clinician works, and lets the others make up for it in that week by
 * a repair (repair.h): no need is met less than can be kept; all other weeks stay as they are. One
 * thread's work, sharing nothing that changes; for advice_absence_free. */
struct advice_absence *absence_try(const struct absence_ground *ground, int clinician);

#endif
