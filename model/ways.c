#include "model/ways.h"

/* Adds whether one of the lines speaks of the task at all, and whether one asks for it in
 * the slot. */
static void look_for(const struct demand *demands, int count, int task, int slot,
                     const struct slot *at, bool *mentioned, bool *asked)
{
  for (int i = 0; i < count; i++) {
    const struct demand *demand = &demands[i];
    if (!demand_has_task(demand, task))
      continue;
    *mentioned = true;
    *asked |= demand->slots ? demand->slots[slot] : pattern_has(&demand->when, at->date, at->block);
  }
}

/* A task without a line of demand is asked for by a rule, at any time. */
static bool is_asked_for(const struct service *service, const struct month *month, int task,
                         int slot)
{
  const struct slot *at = &month->slots[slot];
  bool mentioned = false, asked = false;
  look_for(service->demands, service->n_demands, task, slot, at, &mentioned, &asked);
  look_for(month->demands, month->n_demands, task, slot, at, &mentioned, &asked);
  return asked || !mentioned;
}

bool ways_has(const struct service *service, const struct month *month, int clinician, int task,
              int slot, int site)
{
  int date = month->slots[slot].date;
  return service->tasks[task].at[site] && month_works(month, service, clinician, slot) &&
         clinician_can(service, clinician, task, date) &&
         clinician_on(service, clinician, date)->sites[site] &&
         is_asked_for(service, month, task, slot);
}
