#include "tests/support/second/second.h"

static bool names(const struct arrangement *arrangement, const struct assignment *item)
{
  return (!arrangement->sites || arrangement->sites[item->site]) &&
         (!arrangement->tasks || arrangement->tasks[item->task]);
}

static bool goes_against(const struct second *second, const struct arrangement *arrangement,
                         const struct assignment *item)
{
  const struct second_slot *at = &second->slots[item->slot];
  return second_falls(&arrangement->when, second->days[at->day].date, at->block) &&
         names(arrangement, item) == arrangement->never;
}

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  (void)use;
  const struct clinician *person = &second->service->clinicians[item->clinician];
  if (!second_present(second, item->clinician, item->slot) ||
      !second_post(second, item->clinician, second_date(second, item->slot))->sites[item->site])
    return true;
  for (int i = 0; i < person->n_arrangements; i++)
    if (goes_against(second, &person->arrangements[i], item))
      return true;
  return false;
}

const struct second_reading second_availability = {
    .rule = "availability",
    .bars = bars,
    .uses = {""},
};
