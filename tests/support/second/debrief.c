#include "tests/support/second/second.h"

/* The last ordinary slot of the day, in scope, in which the site is open; or NONE. */
static int last_slot(const struct second *second, const struct rule_use *use, int day, int site)
{
  int last = NONE;
  for (int s = 0; s < second->n_slots; s++)
    if (second->slots[s].day == day && second->slots[s].ordinary && second_when(second, use, s) &&
        second_open(second, s, site))
      last = s;
  return last;
}

static void read_debrief(const struct second *second, const struct rule_use *use,
                         struct second_sum *sum)
{
  const bool *leads = second_set(use, "leaders");
  for (int d = 0; d < second->n_days; d++)
    for (int p = 0; p < second->service->n_sites; p++) {
      bool used = false, led = false;
      int slot = last_slot(second, use, d, p);
      if (slot == NONE || second->service->sites[p].remote || !second_site(use, p))
        continue;
      for (int i = 0; i < second->count; i++) {
        const struct assignment *item = &second->items[i];
        used |= item->slot == slot && item->site == p;
        led |= item->slot == slot &&
               second_among(second, leads, item->clinician, second_date(second, slot)) &&
               (item->site == p || second->service->sites[item->site].remote);
      }
      second_find(sum, used && !led, second_price(use));
    }
}

const struct second_reading second_debrief = {
    .rule = "debrief",
    .read = read_debrief,
    .uses = {"leaders: {band: [7, 8]}",
             "leaders: {clinicians: [bob, dan]}, minutes: 20, at: [hub, library], sessions: [all "
             "am, tue eve], "
             "from: MONTH-03, until: MONTH-24"},
};
