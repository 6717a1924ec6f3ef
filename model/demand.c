#include "model/demand.h"

#include "model/service.h"

#include <string.h>

const char *const period_names[PERIODS] = {"session", "day", "week", "month"};

static bool same_set(const bool *a, const bool *b, int count)
{
  if (!a || !b)
    return a == b;
  return memcmp(a, b, sizeof *a * (size_t)count) == 0;
}

bool demand_is_joint(const struct demand *demand)
{
  return demand->tasks || demand->who;
}

bool demand_has_task(const struct demand *demand, int task)
{
  return demand->tasks ? task != NONE && demand->tasks[task] : task == demand->task;
}

bool demand_has_site(const struct service *service, const struct demand *demand, int site)
{
  if (demand->sites)
    return demand->sites[site];
  if (!demand->tasks)
    return service->tasks[demand->task].at[site];
  for (int t = 0; t < service->n_tasks; t++)
    if (demand_has_task(demand, t) && service->tasks[t].at[site])
      return true;
  return false;
}

bool demand_has_person(const struct service *service, const struct demand *demand, int clinician,
                       int date)
{
  return !demand->who ||
         (clinician != NONE && service_has_post(service, demand->who, clinician, date));
}

bool demand_replaces(const struct service *service, const struct demand *newer,
                     const struct demand *older)
{
  return newer->event == NONE && newer->task == older->task && newer->per == older->per &&
         newer->each_site == older->each_site &&
         same_set(newer->sites, older->sites, service->n_sites) &&
         same_set(newer->tasks, older->tasks, service->n_tasks) &&
         same_set(newer->who, older->who, service->n_posts) &&
         memcmp(newer->when.blocks, older->when.blocks, sizeof newer->when.blocks) == 0;
}
