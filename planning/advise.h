/* What would help a month: it is built as it is; then come the limits that bind, the
 * absences that lose cover, and what might help, built. */
#ifndef ROTA_PLANNING_ADVISE_H
#define ROTA_PLANNING_ADVISE_H

#include "planning/advice.h"
#include "planning/compare.h"
#include "planning/parallel.h"

struct advise_settings {
  struct variant_settings each; /* of a candidate; the month as it is gets longer, as in
                                   compare.h, and reports its progress */
  bool absences;                /* try everybody's */
  bool pairs;                   /* and those of any two in the same week */
  int candidates;               /* build so many at most; 0: none */
};

/* Who is told how far it has come. */
struct advise_watch {
  void (*built)(const struct outcome *baseline); /* the month as it is; NULL: nobody */
  struct parallel_watch parts;                   /* limits, then absences, as they are tried */
  struct variant_queue_watch candidates;
};

/* `month`: a comparison that nothing is built of yet; its scenarios are left alone.
 * Without a rota there is nothing but the outcome in the advice. For advice_free. */
struct advice *advise_month(struct comparison *month, const struct advise_settings *settings,
                            const struct advise_watch *watch);

#endif
