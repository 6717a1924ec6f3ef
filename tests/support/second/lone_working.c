#include "tests/support/second/second.h"

static bool is_there(const struct second *second, const struct rule_use *use, int clinician,
                     int slot, int site)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot && second->items[i].site == site &&
        second_in_scope(second, use, &second->items[i]))
      return true;
  return false;
}

static void read_lone_working(const struct second *second, const struct rule_use *use,
                              struct second_sum *sum)
{
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < second->service->n_sites; p++) {
      if (second->service->sites[p].remote)
        continue;
      int people = 0;
      for (int c = 0; c < second->service->n_clinicians; c++)
        people += is_there(second, use, c, s, p);
      if (people > 0)
        second_find(sum, second_above(second_value(use, "least"), people), second_price(use));
    }
}

const struct second_reading second_lone_working = {
    .rule = "lone_working",
    .read = read_lone_working,
    .uses = {"", "task: [clinic, spine], at: hub, least: 3",
             "sessions: [tue eve, sat], from: MONTH-05, until: MONTH-20, least: 4"},
};
