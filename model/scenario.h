/* What a scenario changes, besides what its own service and month say already.
 * Filled by inputs/; all memory belongs to the scenario's arena. */
#ifndef ROTA_MODEL_SCENARIO_H
#define ROTA_MODEL_SCENARIO_H

#include "model/arena.h"
#include "model/where.h"

#include <stdbool.h>
#include <stdint.h>

enum { SCENARIO_WEEKS = 26 }; /* the horizon, if nothing is said */
/* As many stand for all that follow a month. */
enum { SCENARIO_ORDINARY_WEEKS = 4 };

/* What happens at a site after the month, or goes on after it. What the month itself feels is in
 * its struct, and who joins, leaves or changes is in the service, with dates. */
enum later_kind {
  LATER_CLOSED,
  LATER_EVENT, /* on the date `from` */
};

struct later {
  enum later_kind kind;
  int from, until; /* dates, after the month; until DATE_NONE: it lasts */
  struct where where;
};

struct scenario {
  struct arena *arena;
  const char *name;
  const char *path;     /* of its file, as it was given */
  char sha256[65];      /* of its text */
  int horizon_weeks;    /* counted from the month's first day */
  const char **changes; /* in words, a line each: "tasks.clinic.slots.new: 4 instead of 3" */
  int n_changes;        /* 0: it is the service as it stands */
  struct later *later;  /* in order of writing */
  int n_later;
  bool *is_new;   /* [clinicians of its service] nobody of the service as it stands */
  bool recurring; /* what comes back in every month is another */
};

/* An empty scenario; free with scenario_free (NULL is fine). */
struct scenario *scenario_new(void);
void scenario_free(struct scenario *scenario);

#endif
