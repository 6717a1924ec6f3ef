#include "tests/support/second/second.h"

static void read_small_team(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  const bool *is_support = second_set(use, "support");
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < second->service->n_sites; p++) {
      int clinicians = 0, support = 0;
      if (!second_when(second, use, s) || !second_site(use, p))
        continue;
      for (int i = 0; i < second->count; i++)
        if (second->items[i].slot == s && second->items[i].site == p)
          *(is_support && second_among(second, is_support, second->items[i].clinician,
                                       second_date(second, s))
                ? &support
                : &clinicians) += 1;
      if (clinicians + support == 0)
        continue;
      second_find(sum, second_above(second_value(use, "least"), clinicians), second_price(use));
      second_find(sum, second_above(clinicians, second_value(use, "most")), second_price(use));
      if (is_support)
        second_find(sum, second_above(second_value(use, "support_least"), support),
                    second_price(use));
    }
}

const struct second_reading second_small_team = {
    .rule = "small_team",
    .read = read_small_team,
    .uses = {"at: library",
             "at: [library, hub], least: 3, most: 3, support: {tag: admin}, sessions: mon-thu, "
             "from: MONTH-02, until: MONTH-25",
             "at: hub, least: 0, most: 1, support: {band: [4, 5]}, support_least: 2"},
};
