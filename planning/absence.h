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
  const struct build_settings *settings;
};

enum { ABSENCE_SECONDS = 5 }; /* at most, to solve a week */

/* Takes the week in which most cover hangs on the clinician, and lets the others
 * make up for it in that week; all their other weeks stay as they are. One
 * thread's work, sharing nothing that changes; for advice_absence_free. */
struct advice_absence *absence_try(const struct absence_ground *ground, int clinician);

#endif
