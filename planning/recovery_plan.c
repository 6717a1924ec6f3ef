#include "planning/recovery_plan.h"

#include "solver/solver.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Simplex iterations of one solve: a year of ten levers takes thousands. */
enum { WORK = 400000, ROUNDS = 12 };

/* Solves it for its units. Where GLPK stumbles over the numbers, coarser ones are another
 * programme to it. */
static enum status solve(const struct recovery_problem *problem, const struct recovery_ask *ask,
                         recovery_units *units, struct solver_result *out)
{
  static const int parts[] = {100, 37, 10};
  struct recovery_ask asked = *ask;
  enum status status = STATUS_INTERNAL;
  *out = (struct solver_result){.verdict = SOLVER_NOTHING};
  for (gsize i = 0; i < G_N_ELEMENTS(parts) && status == STATUS_INTERNAL; i++) {
    asked.parts = parts[i];
    struct programme *programme = recovery_programme(problem, &asked);
    solver_result_clear(out);
    status = solver_solve_exactly(programme, WORK, 0, out);
    programme_free(programme);
  }
  if (status == STATUS_OK && out->x && units)
    recovery_units_of(problem, out->x, units);
  return status;
}

static void judge(const struct recovery_problem *problem, const recovery_units *units,
                  uint64_t seed, struct recovery_verdict *goals)
{
  struct recovery_supply supply;
  recovery_supply_make(problem, units, &supply);
  for (int g = 0; g < problem->n_goals; g++) {
    recovery_verdict_clear(&goals[g]);
    recovery_judge(problem, &supply, &problem->goals[g], WAITING_REPLICATIONS, seed, &goals[g]);
  }
  recovery_supply_clear(&supply);
}

static bool is_over_in_some(const struct recovery_problem *problem,
                            const struct recovery_verdict *goal)
{
  for (int a = 0; a < problem->n_areas; a++)
    if (goal->in[a].over_high >= 1)
      return true;
  return false;
}

/* Asks more of the goals that the simulation says are missed: by so many people as were over in
 * each area. False: none is missed. */
static bool tighten(const struct recovery_problem *problem,
                    const struct recovery_settings *settings, const struct recovery_verdict *goals,
                    double *margin)
{
  bool missed = false;
  for (int g = 0; g < problem->n_goals; g++) {
    const struct recovery_verdict *goal = &goals[g];
    bool chancy = 100 * goal->chance < settings->sure_percent, over = goal->over >= 0.5;
    bool anywhere = !is_over_in_some(problem, goal);
    for (int a = 0; a < problem->n_areas && (over || chancy); a++) {
      bool here = chancy && (anywhere || goal->in[a].over_high >= 1);
      margin[g * problem->n_areas + a] +=
          MAX(over ? goal->in[a].over : 0, here ? ceil(MAX(goal->in[a].over_high, 2) / 2) : 0);
    }
    missed = missed || !recovery_is_met(goal, settings->sure_percent);
  }
  return missed;
}

static bool are_met(const struct recovery_problem *problem,
                    const struct recovery_settings *settings, const struct recovery_verdict *goals)
{
  bool out = true;
  for (int g = 0; g < problem->n_goals; g++)
    out = out && recovery_is_met(&goals[g], settings->sure_percent);
  return out;
}

/* `proven` in the plan says that there is none which meets the goals. Where the search for the
 * cheapest ended early, the nearest may turn out to meet them. */
static enum status find_nearest(const struct recovery_problem *problem,
                                const struct recovery_settings *settings,
                                struct recovery_plan *plan)
{
  struct recovery_ask ask = {.elastic = true};
  struct solver_result found;
  enum status status = solve(problem, &ask, plan->units, &found);
  plan->end = RECOVERY_NEAREST;
  plan->proven = plan->proven && found.verdict == SOLVER_OPTIMAL;
  plan->extra_slots = -1;
  solver_result_clear(&found);
  if (status != STATUS_OK)
    return status;
  plan->cost = recovery_cost(problem, plan->units);
  judge(problem, plan->units, settings->seed, plan->goals);
  if (are_met(problem, settings, plan->goals)) {
    plan->end = RECOVERY_PLANNED;
    plan->proven = false;
    return STATUS_OK;
  }
  ask = (struct recovery_ask){.extra = true, .margin = plan->margin};
  status = solve(problem, &ask, NULL, &found);
  if (status == STATUS_OK && found.verdict == SOLVER_OPTIMAL && found.objective > 0)
    plan->extra_slots = (int)found.objective;
  solver_result_clear(&found);
  return status;
}

/* A plan that keeps the goals, of the least cost where that is found in the work it has. A search
 * that ended early says nothing of there being none: then that with the fewest new slots beside
 * the levers is asked for, which is a plan if it needs none. */
static enum status find_plan(const struct recovery_problem *problem, struct recovery_plan *plan,
                             enum solver_verdict *verdict)
{
  struct recovery_ask ask = {.margin = plan->margin};
  struct solver_result found;
  enum status status = solve(problem, &ask, plan->units, &found);
  *verdict = found.verdict;
  solver_result_clear(&found);
  if (status != STATUS_OK || *verdict != SOLVER_NOTHING)
    return status;
  ask.extra = true;
  status = solve(problem, &ask, plan->units, &found);
  if (status == STATUS_OK && found.x && found.objective == 0)
    *verdict = SOLVER_FEASIBLE;
  solver_result_clear(&found);
  return status;
}

enum status recovery_plan_make(const struct recovery_problem *problem,
                               const struct recovery_settings *settings, struct recovery_plan *out)
{
  *out = (struct recovery_plan){
      .units = g_new0(recovery_units, problem->n_levers * problem->n_months + 1),
      .margin = g_new0(double, (gsize)(problem->n_goals * problem->n_areas) + 1),
      .goals = g_new0(struct recovery_verdict, problem->n_goals + 1),
  };
  enum status status = STATUS_OK;
  enum solver_verdict verdict = SOLVER_NOTHING;
  int round = 0;
  for (; round < ROUNDS && status == STATUS_OK; round++) {
    status = find_plan(problem, out, &verdict);
    if (status != STATUS_OK || verdict == SOLVER_NOTHING || verdict == SOLVER_INFEASIBLE)
      break;
    out->proven = verdict == SOLVER_OPTIMAL;
    out->cost = recovery_cost(problem, out->units);
    judge(problem, out->units, settings->seed, out->goals);
    if (!tighten(problem, settings, out->goals, out->margin))
      return STATUS_OK;
  }
  /* With margins for chance it would be no proof. */
  out->proven = verdict == SOLVER_INFEASIBLE && round == 0;
  if (status == STATUS_OK)
    status = find_nearest(problem, settings, out);
  if (status != STATUS_OK)
    recovery_plan_clear(problem, out);
  return status;
}

void recovery_plan_clear(const struct recovery_problem *problem, struct recovery_plan *plan)
{
  for (int g = 0; plan->goals && g < problem->n_goals; g++)
    recovery_verdict_clear(&plan->goals[g]);
  g_free(plan->goals);
  g_free(plan->margin);
  g_free(plan->units);
  *plan = (struct recovery_plan){.end = RECOVERY_NEAREST};
}

int64_t recovery_without(const struct recovery_problem *problem, const struct recovery_plan *plan,
                         const bool *left_out)
{
  recovery_units *cap = g_new(recovery_units, problem->n_levers);
  for (int l = 0; l < problem->n_levers; l++)
    cap[l] = left_out[l] ? 0 : problem->levers[l].most;
  const struct recovery_ask ask = {.margin = plan->margin, .cap = cap};
  struct solver_result found;
  enum status status = solve(problem, &ask, NULL, &found);
  int64_t out = -2;
  if (status == STATUS_OK && found.x)
    out = found.objective;
  else if (status == STATUS_OK && found.verdict == SOLVER_INFEASIBLE)
    out = -1;
  solver_result_clear(&found);
  g_free(cap);
  return out;
}

recovery_units *recovery_slipped(const struct recovery_problem *problem,
                                 const struct recovery_plan *plan, const bool *late)
{
  int months = problem->n_months;
  recovery_units *out = g_memdup2(plan->units, sizeof *out * (gsize)(problem->n_levers * months));
  for (int l = 0; l < problem->n_levers; l++) {
    recovery_units *units = &out[l * months];
    if (!late[l])
      continue;
    memmove(&units[1], units, sizeof *out * (gsize)(months - 1));
    units[0] = 0;
    if (problem->levers[l].week > 0)
      memset(units, 0, sizeof *out * (gsize)months);
  }
  return out;
}
