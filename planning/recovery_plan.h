/* The cheapest plan that meets the goals of a recovery.h, by solving its programme; and what
 * can be said around it. */
#ifndef ROTA_PLANNING_RECOVERY_PLAN_H
#define ROTA_PLANNING_RECOVERY_PLAN_H

#include "model/status.h"
#include "model/waiting/recovery.h"

struct recovery_settings {
  int sure_percent; /* in so many of 100 replications each goal is to hold; 0: by expected values */
  uint64_t seed;
};

enum recovery_end {
  RECOVERY_PLANNED, /* a plan that meets all goals */
  RECOVERY_NEAREST, /* none was found: the one with the fewest people over, and of these the
                       cheapest that was found */
};

struct recovery_plan {
  enum recovery_end end;
  recovery_units *units; /* [n_levers * n_months] in use */
  int64_t cost;          /* pounds */
  bool proven;           /* no plan of the programme is cheaper; or there is none that meets the
                            goals, and none has fewer over */
  double *margin;  /* [n_goals * n_areas] people that it was asked to do better by, for chance */
  int extra_slots; /* where there is no plan: the least new slots a week, besides all
                      levers, with which there is one; -1: not known */
  struct recovery_verdict *goals; /* [n_goals] of the plan, replicated */
};

/* STATUS_INTERNAL: GLPK gave up. Otherwise `out` is the caller's, for recovery_plan_clear. */
enum status recovery_plan_make(const struct recovery_problem *problem,
                               const struct recovery_settings *settings, struct recovery_plan *out);
void recovery_plan_clear(const struct recovery_problem *problem, struct recovery_plan *plan);

/* The cost of the cheapest plan with the same margins that leaves out those levers, [n_levers];
 * -1: there is none; -2: not found in the work it was given. */
int64_t recovery_without(const struct recovery_problem *problem, const struct recovery_plan *plan,
                         const bool *left_out);

/* The plan with every unit of those levers, [n_levers], a month later: what falls beyond the end
 * is lost, and so is an event, which has its date. [n_levers * n_months]; g_free it. */
recovery_units *recovery_slipped(const struct recovery_problem *problem,
                                 const struct recovery_plan *plan, const bool *late);

#endif
