#include "tests/support/second/second.h"

static bool is_asked_of(const struct second *second, const struct rule_use *use, int site)
{
  return use->scope.sites ? use->scope.sites[site] : !second->service->sites[site].remote;
}

static void read_delegation(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  const bool *is_senior = second_set(use, "seniors");
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < second->service->n_sites; p++) {
      int support = 0, seniors = 0;
      if (!second_when(second, use, s) || !is_asked_of(second, use, p))
        continue;
      for (int i = 0; i < second->count; i++) {
        const struct assignment *item = &second->items[i];
        if (item->slot != s || item->site != p)
          continue;
        if (second_among(second, is_senior, item->clinician, second_date(second, s)))
          seniors++;
        else
          support += second_in_scope(second, use, item);
      }
      second_find(sum, second_above(support, second_value(use, "per_senior") * seniors),
                  second_price(use));
    }
}

const struct second_reading second_delegation = {
    .rule = "delegation",
    .read = read_delegation,
    .uses =
        {"who: {band: [4, 5]}, seniors: {band: [6, 7, 8]}, per_senior: 1",
         "who: {not: {team: hove}}, seniors: {clinicians: [ann, cat]}, task: [clinic, calls], at: "
         "[hove, remote], sessions: mon-fri, from: MONTH-02, until: MONTH-26, per_senior: 2",
         "who: {band: [4, 5, 6]}, seniors: {clinicians: dan}, sessions: all am"},
};
