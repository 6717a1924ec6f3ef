#include "model/team_time.h"

#include "model/rule.h"

#include <string.h>

bool team_time_may_meet(const struct problem *problem, const struct rule_use *use, int clinician,
                        int slot)
{
  const struct service *service = problem->service;
  const struct slot *at = &problem->month->slots[slot];
  if (strcmp(use->rule->name, "team_meeting") != 0 ||
      at->minutes < rule_use_value(use, "minutes") || !scope_has_slot(&use->scope, problem, slot) ||
      !scope_has_on(&use->scope, problem, clinician, at->date))
    return false;
  bool together = rule_use_value(use, "together") != 0;
  int team = clinician_on(service, clinician, at->date)->team;
  for (int c = 0; c < service->n_clinicians && (together || team != NONE); c++)
    if (c != clinician && problem_present(problem, c, slot) &&
        (together || clinician_on(service, c, at->date)->team == team) &&
        scope_has_on(&use->scope, problem, c, at->date))
      return true;
  return false;
}

int team_time_in(const struct problem *problem, int clinician, int slot)
{
  int minutes = 0;
  for (int u = 0; u < problem->service->n_uses; u++)
    if (team_time_may_meet(problem, &problem->service->uses[u], clinician, slot))
      minutes += rule_use_value(&problem->service->uses[u], "minutes");
  return minutes;
}
