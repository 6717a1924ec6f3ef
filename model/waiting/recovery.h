/* A way back to short waits: the goals that a service has set itself, the levers it
 * has with what they cost, and the cheapest use of them, month by month, as an
 * integer programme over the weekly model of waiting.h. docs/recovery.md has the
 * mathematics. It knows nothing of rotas: what a lever brings comes in as numbers. */
#ifndef ROTA_MODEL_WAITING_RECOVERY_H
#define ROTA_MODEL_WAITING_RECOVERY_H

#include "model/programme.h"
#include "model/waiting/waiting.h"

enum {
  RECOVERY_MONTHS_MAX = 24,
  RECOVERY_GOALS_MAX = 12,
  RECOVERY_LEVERS_MAX = 40,
  RECOVERY_UNITS_MAX = 50,
};

/* From the week of its date on, to the end of the plan, nobody waits longer. */
struct recovery_goal {
  int group;      /* WAITING_PRIORITY, WAITING_ROUTINE; WAITING_ALL: both */
  int over_weeks; /* nobody has waited so long or longer */
  int week;       /* from the end of this week on, 1 ... n_weeks */
};

/* Where people wait in one list: all of them, or those of an area (areas.h). */
struct recovery_area {
  const struct waiting_list *list;
  struct waiting_supply base; /* without any lever; follow-ups are the problem's */
  double share;               /* of what is of no place, 0 ... 1: by referrals */
};

/* What can be done, in whole units. A figure "a week" is of a whole week in use. */
struct recovery_lever {
  int most;                            /* units at the same time */
  int first_month;                     /* the first in which one can be in use */
  bool lasting;                        /* once begun, it stays to the end of the plan */
  int only_month;                      /* NONE, or the only one: an event of that date */
  int week;                            /* of such an event; else 0 */
  int price;                           /* pounds, of a unit in use for a month */
  int price_once;                      /* and of each unit begun, which a month's use always is */
  double new_slots[WAITING_AREAS_MAX]; /* a week, more than without it, in each area */
  double attendees[WAITING_AREAS_MAX]; /* people seen at an event, in its week */
  double follow_ups;                   /* a week */
  double validated; /* people a month found to need nothing any more; longest waits first */
  double lost_fcp;  /* first contacts a week, fewer than without it */
  double dna_new;   /* the rate from then on, of all areas together; below 0: as it is */
  double pifu;      /* the share of follow-ups initiated by patients; below 0: as it is */
};

struct recovery_problem {
  const struct waiting_list *list; /* of everybody: its rates */
  int n_weeks;
  const int *follow_ups; /* [n_weeks] slots without any lever */
  const struct recovery_area *areas;
  int n_areas; /* 1 ... WAITING_AREAS_MAX */
  int n_months;
  const double *share; /* [n_months * n_weeks] how much of the week is in the month, 0 ... 1 */
  const struct recovery_goal *goals;
  int n_goals;
  const struct recovery_lever *levers;
  int n_levers;
};

/* Units in use, [n_levers * n_months]. Of a lasting lever they never fall. */
typedef int recovery_units;

/* What is asked of the programme beside the goals. */
struct recovery_ask {
  int parts;                 /* of a person that rows count in, 1 ...: 100 is fine enough */
  const double *margin;      /* [n_goals * n_areas] people fewer than nobody: room for chance;
                                NULL: 0 */
  const recovery_units *cap; /* [n_levers] units at most, in place of the levers'; NULL: theirs */
  bool elastic; /* goals may be missed: least people over, added up over goals and areas */
  bool extra;   /* or: the least new slots a week, on top of the levers, that meet them */
};

/* Free with programme_free. Its first columns are units begun, lever by lever and month by
 * month; then, where elastic, people over for each goal and area; or each area's extra slots a
 * week. */
struct programme *recovery_programme(const struct recovery_problem *problem,
                                     const struct recovery_ask *ask);
/* Units in use of its columns' values. */
void recovery_units_of(const struct recovery_problem *problem, const int64_t *x,
                       recovery_units *units);
/* Pounds in all; NULL: none. */
int64_t recovery_cost(const struct recovery_problem *problem, const recovery_units *units);

/* --- what a plan leads to ---------------------------------------------------- */

/* Week by week, of an area; whoever was validated is among the attendees: they leave the list
 * unmissed. */
struct recovery_flow {
  int *new_slots, *attendees; /* [n_weeks] */
  double *dna_new, *lost_fcp; /* [n_weeks] */
};
struct recovery_supply {
  int n_areas; /* 0: nothing */
  struct recovery_flow of[WAITING_AREAS_MAX];
  int *follow_ups; /* [n_weeks] */
};
/* Of the base with the units in use, NULL: none. Free with recovery_supply_clear. */
void recovery_supply_make(const struct recovery_problem *problem, const recovery_units *units,
                          struct recovery_supply *out);
/* Room for the problem's weeks and areas, all 0; likewise. */
void recovery_supply_begin(const struct recovery_problem *problem, struct recovery_supply *out);
void recovery_supply_clear(struct recovery_supply *supply);

/* How a supply does by one goal. */
struct recovery_verdict {
  int met;          /* the first week from whose end on it holds, 0 ... n_weeks; -1: not even at
                       the end; by expected values */
  double over;      /* most people over in any week from the goal's on, by expected values: of the
                       areas in which that is half a person or more */
  double over_high; /* what 90% of the replications stay at or under */
  double chance;    /* share of replications in which it holds from its week on */
  struct {
    double over, over_high; /* likewise, in the area alone */
  } in[WAITING_AREAS_MAX];
  double *expected, *high; /* [n_weeks + 1] people over, and what 90% stay under; g_free both */
};
/* By so many replications of the seed; 0: over_high, chance and high are left out. Of several
 * areas: all of them together, in one course of chance. */
void recovery_judge(const struct recovery_problem *problem, const struct recovery_supply *supply,
                    const struct recovery_goal *goal, int replications, uint64_t seed,
                    struct recovery_verdict *out);
void recovery_verdict_clear(struct recovery_verdict *verdict);
/* Is the goal met: by expected values, and in so many percent of the replications? */
bool recovery_is_met(const struct recovery_verdict *verdict, int sure_percent);

#endif
