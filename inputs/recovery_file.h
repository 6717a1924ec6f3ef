/* recovery.yaml: the goals a service has set itself, and the levers it has. docs/format.md has
 * the keys. */
#ifndef ROTA_INPUTS_RECOVERY_FILE_H
#define ROTA_INPUTS_RECOVERY_FILE_H

#include "inputs/reader.h"
#include "model/arena.h"
#include "model/status.h"
#include "model/waiting/recovery.h"

extern const struct keys recovery_keys;

struct recovery_goal_line {
  int group, over_weeks;
  int by; /* date */
  struct where where;
};

/* One change, as a scenario has it; of an event without its `on`. */
struct recovery_change {
  const char *text; /* on one line: "{add: {like: sofia}}" */
  struct where where;
};

/* One of an event's dates. */
struct recovery_date {
  int date;
  const char *on; /* "2027-02-13 am pm" */
  struct where where;
};

struct recovery_lever_line {
  const char *name;
  struct recovery_lever lever; /* months, weeks and what an area has of it are not set */
  double gives_new;            /* slots a week, as written */
  double attendees;            /* of an event */
  int at;                      /* its site; NONE: not written, or unknown */
  int lead_months;
  bool has_gives;     /* gives_new and follow_ups are as written */
  bool is_measured;   /* otherwise: some change is one that the rota feels */
  int wte_hundredths; /* of a unit in use for a month; of hours, what they come to */
  int band;           /* NONE: nobody's */
  struct recovery_change *changes;
  int n_changes;
  struct recovery_date *dates; /* of an event: each is a chance to hold one */
  int n_dates;
  struct where where;
};

struct recovery_file {
  struct arena *arena;
  int months;       /* that the plan has */
  int sure_percent; /* as in planning/recovery_plan.h */
  struct recovery_goal_line *goals;
  int n_goals;
  struct recovery_lever_line *levers;
  int n_levers;
  const char *costs; /* where the prices of staff come from, in words */
};

/* STATUS_OK: `out` is the caller's, for recovery_file_free; otherwise the diagnostics say what is
 * wrong. Changes are held against the service only when they are tried. */
enum status recovery_file_read(struct source *source, const struct service *service,
                               struct diagnostics *diagnostics, struct recovery_file **out);
void recovery_file_free(struct recovery_file *file); /* NULL is fine */

#endif
