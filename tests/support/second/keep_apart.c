#include "tests/support/second/second.h"

/* Is the clinician at the site in the slot, at a task in scope? */
static bool is_there(const struct second *second, const struct rule_use *use, int clinician,
                     int slot, int site)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct assignment *item = &second->items[i];
    if (item->slot == slot && item->site == site && second_in_scope(second, use, item))
      return true;
  }
  return false;
}

static void read_keep_apart(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < second->service->n_sites; p++) {
      if (!use->scope.sites && second->service->sites[p].remote)
        continue;
      int people = 0;
      for (int c = 0; c < second->service->n_clinicians; c++)
        people += is_there(second, use, c, s, p);
      second_find(sum, second_above(people, 1), second_price(use));
    }
}

const struct second_reading second_keep_apart = {
    .rule = "keep_apart",
    .read = read_keep_apart,
    .uses = {"who: {clinicians: [ann, cat]}", "who: {band: [5, 6, 7]}",
             "who: {not: {team: crawley}}, task: [clinic, support], at: [hove, remote], sessions: "
             "mon-fri am, from: MONTH-02, until: MONTH-25"},
};
