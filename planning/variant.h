/* One thing to be built: a month of a service, as it is or as a scenario changes
 * it. Read once, then used by whoever builds it; nothing in it changes. */
#ifndef ROTA_PLANNING_VARIANT_H
#define ROTA_PLANNING_VARIANT_H

#include "model/diagnostics.h"
#include "model/problem.h"
#include "model/scenario.h"
#include "model/status.h"

struct source; /* inputs/source.h */

/* Some weeks after the month, as the service then is (scenarios/scenarios.h). */
struct variant_weeks {
  int from;       /* the first date that they speak for */
  bool exception; /* something happens in them, and they speak for themselves alone; otherwise
                     they are ordinary, and speak for all dates until the next */
  bool recurring; /* an exception that speaks for all weeks in which the same comes back
                     (recurring_weeks.h); of the service as it is, and of scenarios that change that
                   */
  struct service *service;
  struct month *month;
  struct problem *problem;
};

struct variant {
  const char *path;          /* of the scenario's file, borrowed; NULL: there is none */
  struct scenario *scenario; /* NULL: none */
  struct service *service;
  struct month *month;
  struct problem *problem;
  GArray *known; /* struct known_day (known_days.h): what later months that have a rota already
                    offer; NULL: nobody looked; of the service as it is alone */
  GArray *weeks; /* struct variant_weeks: the ordinary ones in order of date, then the others; none
                    without a waiting list */
};

/* Reads the month of the source's service, changed by the scenario of that path
 * (NULL: as it is). On STATUS_OK `out` is the caller's, for variant_free;
 * otherwise the diagnostics say what is wrong. */
enum status variant_read(struct source *source, const char *month_id, const char *path,
                         struct diagnostics *diagnostics, struct variant **out);
/* The same of a scenario that is in no file: its text. */
enum status variant_read_text(struct source *source, const char *month_id, const char *text,
                              struct diagnostics *diagnostics, struct variant **out);
void variant_free(struct variant *variant); /* NULL is fine */

/* What it is called: the scenario's name, or "as it is". */
const char *variant_name(const struct variant *variant);

#endif
