#include "model/debrief.h"

#include "model/rule.h"

#include <string.h>

int debrief_slot(const struct problem *problem, const struct rule_use *use, const struct day *day,
                 int site)
{
  if (problem->service->sites[site].remote || !scope_has_site(&use->scope, site))
    return NONE;
  for (int s = day->first_slot + day->n_slots - 1; s >= day->first_slot; s--)
    if (problem->month->slots[s].ordinary && scope_has_slot(&use->scope, problem, s) &&
        problem_site_open(problem, s, site))
      return s;
  return NONE;
}

/* Who can lead joins the debriefs that sites have just then. */
static bool joins(const struct problem *problem, const struct rule_use *use, const struct day *day,
                  const struct assignment *assignment)
{
  const struct service *service = problem->service;
  const bool *leaders = use->sets[rule_param(use->rule, "leaders")];
  if (!service->sites[assignment->site].remote ||
      !service_has_post(service, leaders, assignment->clinician, day->date))
    return false;
  for (int site = 0; site < service->n_sites; site++)
    if (debrief_slot(problem, use, day, site) == assignment->slot)
      return true;
  return false;
}

int debrief_minutes(const struct problem *problem, const struct assignment *assignment)
{
  const struct slot *slot = &problem->month->slots[assignment->slot];
  const struct day *day = &problem->month->days[slot->day];
  int longest = 0;
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (strcmp(use->rule->name, "debrief") != 0)
      continue;
    if (debrief_slot(problem, use, day, assignment->site) == assignment->slot ||
        joins(problem, use, day, assignment))
      longest = MAX(longest, rule_use_value(use, "minutes"));
  }
  return MIN(longest, slot->minutes);
}
