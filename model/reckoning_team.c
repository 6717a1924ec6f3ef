#include "model/reckoning_team.h"

#include "model/rule.h"

/* Is the clinician, on that date, among those who meet by that use of `team_meeting`; with `other`
 * (NONE: whoever it is)? */
static bool is_of_meeting(const struct problem *problem, const struct rule_use *use, int clinician,
                          int other, int date)
{
  if (!scope_has_on(&use->scope, problem, clinician, date))
    return false;
  if (rule_use_value(use, "together"))
    return true;
  int team = clinician_on(problem->service, clinician, date)->team;
  return team != NONE &&
         (other == NONE || clinician_on(problem->service, other, date)->team == team);
}

bool reckoning_meets_team(const struct problem *problem, const struct rule_use *use, int clinician,
                          int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  if (g_strcmp0(use->rule->name, "team_meeting") != 0 ||
      rule_use_value(use, "minutes") > at->minutes ||
      !pattern_has(&use->scope.when, at->date, at->block) ||
      !is_of_meeting(problem, use, clinician, NONE, at->date))
    return false;
  for (int c = problem->service->n_clinicians - 1; c >= 0; c--)
    if (c != clinician && problem_present(problem, c, slot) &&
        is_of_meeting(problem, use, c, clinician, at->date))
      return true;
  return false;
}

int reckoning_team_minutes(const struct problem *problem, int clinician, int slot)
{
  int taken = 0;
  for (int u = 0; u < problem->service->n_uses; u++)
    if (reckoning_meets_team(problem, &problem->service->uses[u], clinician, slot))
      taken += rule_use_value(&problem->service->uses[u], "minutes");
  return taken;
}
