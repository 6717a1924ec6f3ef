/* What a scenario changes, besides what its own service and month say already.
 * Filled by inputs/; all memory belongs to the scenario's arena. */
#ifndef ROTA_MODEL_SCENARIO_H
#define ROTA_MODEL_SCENARIO_H

#include "model/arena.h"
#include "model/where.h"

#include <stdbool.h>
#include <stdint.h>

enum { SCENARIO_WEEKS = 26 }; /* the horizon, if nothing is said */

/* A change that begins, or ends, after the month: it is for the pattern that is
 * carried on over the horizon. What the month itself feels is in its struct. */
enum later_kind {
  LATER_GONE,   /* the sessions of `clinician` fall away */
  LATER_MORE,   /* `percent` of the sessions of `clinician` are done once more */
  LATER_CLOSED, /* the sessions at `site` fall away */
  LATER_EVENT,  /* `attendees` are seen, once, on the date `from` */
};

struct later {
  enum later_kind kind;
  int from, until; /* dates, after the month; until DATE_NONE: to the horizon */
  int clinician;   /* in the scenario's service, or NONE */
  int site;        /* likewise; of LATER_CLOSED, NONE: everywhere */
  int percent;
  int attendees;
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
};

/* An empty scenario; free with scenario_free (NULL is fine). */
struct scenario *scenario_new(void);
void scenario_free(struct scenario *scenario);

#endif
