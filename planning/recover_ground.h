/* What a plan stands on: recovery.yaml as a recovery_problem, and a month of the service with a
 * plan's units in use. */
#ifndef ROTA_PLANNING_RECOVER_GROUND_H
#define ROTA_PLANNING_RECOVER_GROUND_H

#include "model/waiting/capacity.h"
#include "planning/recover.h"

struct recovery_file; /* inputs/recovery_file.h */

/* A lever of the problem: a line of the file, and of an event one of its dates. */
struct recover_lever {
  int line, date; /* date NONE: it is no event */
};

struct recover_month {
  char id[DATE_TEXT_SIZE];
  int from, until;
};

struct recover_area {
  struct waiting_list list;
  int *new_slots, *attendees; /* [n_weeks] */
};

struct recover_ground {
  struct source *source;
  struct recovery_file *file;
  struct variant *as_it_is; /* of the first month */
  struct recover_month *months;
  int monday;
  struct recover_lever *origins; /* [problem.n_levers] */
  struct recovery_problem problem;
  /* the problem's arrays */
  struct recover_area *each; /* [problem.n_areas] what the areas' point to */
  struct recovery_area *areas;
  int *follow_ups;
  double *share;
  struct recovery_goal *goals;
  struct recovery_lever *levers;
};

/* Reads all of it. STATUS_BAD_INPUT: the diagnostics say what is wrong. Either way it is the
 * caller's, for recover_ground_clear. There are no areas yet. */
enum status recover_ground_read(const struct recover_request *request,
                                struct diagnostics *diagnostics, struct recover_ground *out);
void recover_ground_clear(struct recover_ground *ground);

/* The month with those units in use (NULL: none); what the scenario says wrong is said of
 * recovery.yaml. NULL: a mistake. */
struct variant *recover_variant(const struct recover_ground *ground, int month,
                                const recovery_units *units, struct diagnostics *diagnostics);

/* The areas, with what they have of the list, of events and of what is of no place: their weeks
 * are those of the month as it is, carried on. */
void recover_ground_take_base(struct recover_ground *ground, const struct capacity *capacity);

/* The month whose days the date is among; NONE: none. */
int recover_month_of(const struct recover_ground *ground, int date);

#endif
