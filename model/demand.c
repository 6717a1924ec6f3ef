#include "model/demand.h"

#include "model/service.h"

#include <string.h>

const char *const period_names[PERIODS] = {"session", "day", "week", "month"};

static bool same_sites(const bool *a, const bool *b, int count)
{
  if (!a || !b)
    return a == b;
  return memcmp(a, b, sizeof *a * (size_t)count) == 0;
}

bool demand_replaces(const struct service *service, const struct demand *newer,
                     const struct demand *older)
{
  return newer->event == NONE && newer->task == older->task && newer->per == older->per &&
         newer->each_site == older->each_site &&
         same_sites(newer->sites, older->sites, service->n_sites) &&
         memcmp(newer->when.blocks, older->when.blocks, sizeof newer->when.blocks) == 0;
}
