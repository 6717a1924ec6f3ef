#include "tests/support/second/second.h"

/* Is it the last level, and one against? */
static bool is_strongest(const struct second *second, int level)
{
  const struct levels *levels = &second->service->levels;
  return level >= levels->wished && level == levels->count - 1;
}

static bool avoids(const struct second *second, const struct wish *wishes, int count, int item)
{
  for (int i = 0; i < count; i++)
    if (wishes[i].item == item && is_strongest(second, wishes[i].level))
      return true;
  return false;
}

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  const struct preferences *asked = second_preferences_of(second, item->clinician);
  if (!asked || asked->percent == 0 || !second_who_last(second, use, item->clinician))
    return false;
  for (int i = 0; i < asked->n_requests; i++)
    if (asked->requests[i].off && asked->requests[i].level == 0 &&
        second_speaks(second, &asked->requests[i], item->slot))
      return true;
  return avoids(second, asked->sites, asked->n_sites, item->site) ||
         avoids(second, asked->tasks, asked->n_tasks, item->task);
}

static void read_hard(const struct second *second, const struct rule_use *use, int clinician,
                      struct second_sum *sum)
{
  const struct preferences *asked = second_preferences_of(second, clinician);
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    second_find(sum, bars(second, use, &second->items[i]), SECOND_HARD);
  if (!asked || asked->percent == 0)
    return;
  for (int other = 0; other < second->service->n_clinicians; other++)
    for (int s = 0; s < second->n_slots && avoids(second, asked->people, asked->n_people, other);
         s++)
      for (int p = 0; p < second->service->n_sites; p++)
        second_find(sum, second_meets(second, clinician, other, s, p), SECOND_HARD);
}

static void read_preferences(const struct second *second, const struct rule_use *use,
                             struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++) {
    if (!second_who_last(second, use, c))
      continue;
    if (use->hard)
      read_hard(second, use, c, sum);
    else
      second_find(sum, -second_points(second, c), use->weight);
  }
}

const struct second_reading second_preferences = {
    .rule = "preferences",
    .bars = bars,
    .read = read_preferences,
    .uses = {"", "who: {team: hove}"},
};
