/* What became of the published months: as each was first published, and as it stands now, with all
 * that was mended since and what was recorded as worked. */
#ifndef ROTA_PLANNING_KEPT_H
#define ROTA_PLANNING_KEPT_H

#include "model/problem.h"

/* Sessions of work at a site, whoever does them; one is kept if somebody has the same task there in
 * the same session now. */
struct kept_sessions {
  int planned, kept;
  int now; /* all that there are, kept or new */
};

struct kept_month {
  char *title;              /* "January 2027" */
  bool known;               /* how it was first published; if not, planned and kept are 0 */
  struct kept_sessions *at; /* [sites] */
  int *planned_minutes;     /* [clinicians] by the accounts of then; -1: has none, or not known */
};

struct kept {
  struct kept_month *months; /* [n_months] those of problem->month->history */
  int n_months;
};

/* Free with kept_free (NULL is fine). */
struct kept *kept_new(const char *directory, const struct problem *problem);
void kept_free(struct kept *kept);

#endif
