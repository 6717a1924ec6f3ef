#include "model/audit.h"
#include "model/rule.h"
#include "model/waiting/capacity.h"

#include <string.h>

/* May those who meet by the use do so in a session that offers contacts? */
static bool may_take(const struct problem *problem, const struct rule_use *use)
{
  const struct service *service = problem->service;
  if (strcmp(use->rule->name, "supervision") != 0 && strcmp(use->rule->name, "team_meeting") != 0)
    return false;
  for (int t = 0; t < service->n_tasks; t++)
    for (int k = 0; k < service->slot_kinds.count && scope_has_task(&use->scope, t); k++)
      if (service->tasks[t].slots[k] > 0)
        return true;
  return false;
}

/* Is the assignment that of somebody who takes part? */
static bool takes_part(const struct problem *problem, const struct meeting *meeting,
                       const struct assignment *item)
{
  const struct scope *scope = &problem->service->uses[meeting->use].scope;
  int clinician = item->clinician, date = problem->month->slots[item->slot].date;
  if (!scope_has_task(scope, item->task) || !scope_has_site(scope, item->site))
    return false;
  if (meeting->clinician != NONE)
    return clinician == meeting->clinician || clinician == meeting->supervisor;
  return scope_has_on(scope, problem, clinician, date) &&
         (meeting->team == NONE ||
          clinician_on(problem->service, clinician, date)->team == meeting->team);
}

static void take(const struct problem *problem, const struct assignment *item, int minutes,
                 int slots[][CAPACITY_KINDS])
{
  const struct slot *slot = &problem->month->slots[item->slot];
  for (int k = 0; k < CAPACITY_KINDS; k++) {
    int offers = capacity_offers(problem, item, (enum capacity_kind)k);
    int taken = (2 * offers * MIN(minutes, slot->minutes) + slot->minutes) / (2 * slot->minutes);
    slots[slot->day][k] = MAX(0, slots[slot->day][k] - taken);
  }
}

void capacity_take_meetings(const struct problem *problem, const struct rota *rota,
                            int slots[][CAPACITY_KINDS])
{
  bool any = false;
  for (int u = 0; u < problem->service->n_uses; u++)
    any = any || may_take(problem, &problem->service->uses[u]);
  struct audit *audit = any ? audit_new(problem, rota) : NULL;
  for (guint m = 0; audit && m < audit->meetings->len; m++) {
    const struct meeting *meeting = &g_array_index(audit->meetings, struct meeting, m);
    for (int i = 0; meeting->slot != NONE && i < rota->count; i++)
      if (rota->items[i].slot == meeting->slot && takes_part(problem, meeting, &rota->items[i]))
        take(problem, &rota->items[i], meeting->minutes, slots);
  }
  audit_free(audit);
}
