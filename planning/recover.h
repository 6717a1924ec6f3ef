/* A recovery plan for a service: recovery.yaml and the waiting list in, the cheapest plan that
 * meets its goals out, month by month, and what comes of it once its months are built.
 * docs/recovery.md says how. */
#ifndef ROTA_PLANNING_RECOVER_H
#define ROTA_PLANNING_RECOVER_H

#include "planning/parallel.h"
#include "planning/recovery_plan.h"
#include "planning/variant_build.h"

struct recover_request {
  const char *directory, *month; /* the plan's first: a calendar month */
  const struct build_settings *build;
  bool prove;                               /* build the months that the plan says */
  struct parallel_watch measuring, proving; /* who is told of the builds */
};

/* One action: a lever in use. */
struct recovery_action {
  char *words; /* "One more like Sofia, 2" */
  bool begins; /* in this month, or more of it */
  bool fewer;  /* in this month than in the one before */
  bool ends;   /* with this month, before the plan's last */
  int64_t pounds;
  int wte_hundredths;
};

struct recovery_month {
  char *id; /* "2027-01" */
  int from, until;
  GPtrArray *actions; /* struct recovery_action */
  int64_t pounds;
  int wte_hundredths;
  double new_planned, new_built; /* slots of its days, events' attendees among them */
  enum outcome_status built;     /* OUTCOME_BUILT: the figures that follow are known */
  int64_t points;                /* what its rota costs */
  char *reason;                  /* why there is no rota; NULL */
};

/* One goal, as it is, by the plan, and by the months built. */
struct recovery_answer {
  int group, over_weeks, by, week;
  struct recovery_verdict as_it_is, planned, built; /* built: met is -1 where none was built */
};

/* What one lever does for the plan. */
struct recovery_share {
  char *name;
  int unit_months;          /* units in use, added up over the months; events held */
  int months, most_at_once; /* in which any is in use, and how many in one of them */
  int64_t pounds;
  double people;                /* off the list by it, to the end of the plan */
  bool measured;                /* what it gives was found by building a month with one unit */
  double new_slots, follow_ups; /* a week, of one unit */
  double lost_fcp;              /* first contacts a week that one unit takes away */
  int64_t without;              /* the cheapest plan without it; -1: there is none; -2: not known */
  int slip_goal;      /* the goal that is least sure if it comes a month later; NONE: all are as
                         sure as asked */
  double slip_chance; /* of that goal; and people over by expected values */
  double slip_over;
};

/* People waiting at the end of a week by weeks waited: under 2, 2-4, 4-12, 12-18, 18-24, 24-52,
 * 52 and over. */
enum { RECOVERY_EDGES = 7 };
extern const int recovery_edges[RECOVERY_EDGES]; /* 0, 2, 4, 12, 18, 24, 52: each from */
struct recovery_week {
  double waiting[RECOVERY_EDGES], as_it_is;
};

struct recovery {
  char *service;
  char *costs;  /* where prices of staff come from */
  char **areas; /* names of those that wait in lists of their own; NULL: there is one list */
  int lost_fcp_percent; /* of first contacts lost, referred */
  int counted_on; /* the day on which its list of now was counted; DATE_NONE: as service.yaml says
                   */
  int sure_percent;
  enum recovery_end end;
  bool proven;        /* never where it is not known what a lever gives */
  int measured, open; /* rotas of ordinary weeks that say what there is and what levers give, and
                         those of them that are not proven to be the best */
  int64_t pounds;
  int most_wte_hundredths; /* in any month */
  int extra_slots;         /* as in recovery_plan.h */
  int monday, n_weeks;     /* the end of week w is the Sunday monday + 7 w - 1 */
  struct recovery_month *months;
  int n_months;
  struct recovery_answer *goals;
  int n_goals;
  struct recovery_share *levers;
  int n_levers;
  struct recovery_week *weeks; /* [n_weeks + 1], by the plan, expected values */
  int rounds;  /* plans made: one more each time the months built brought other than planned */
  char *fault; /* why there is nothing of all this: no rota of the month as it is; NULL */
};

/* STATUS_OK: `out` is the caller's, for recovery_free. Otherwise the diagnostics say what is wrong
 * in what was written; or, STATUS_INTERNAL, GLPK gave up. */
enum status recover(const struct recover_request *request, struct diagnostics *diagnostics,
                    struct recovery **out);
void recovery_free(struct recovery *recovery); /* NULL is fine */

/* The day on which a week ends. */
int recovery_week_end(const struct recovery *recovery, int week);

#endif
