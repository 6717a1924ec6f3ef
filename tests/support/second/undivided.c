#include "tests/support/second/second.h"

/* Is the session in that part of the day: morning, afternoon, evening? Whole days are one part. */
static bool is_in_part(const struct rule_use *use, const struct second_slot *slot, int part)
{
  if (!second_is(use, "of", "half day"))
    return part == 0;
  int of = 2;
  if (slot->from < 12 * 60)
    of = 0;
  else if (slot->from < 17 * 60)
    of = 1;
  return of == part;
}

static void read_undivided(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int d = 0; d < second->n_days; d++)
      for (int part = 0; part < 3; part++) {
        bool meant = false, other = false;
        for (int i = second->of[c]; i < second->of[c + 1]; i++) {
          const struct assignment *item = &second->items[i];
          const struct second_slot *slot = &second->slots[item->slot];
          if (slot->day == d && is_in_part(use, slot, part))
            *(second_in_scope(second, use, item) ? &meant : &other) = true;
        }
        second_find(sum, meant && other, second_price(use));
      }
}

const struct second_reading second_undivided = {
    .rule = "undivided",
    .read = read_undivided,
    .uses = {"task: support", "task: [clinic, duty], of: half day, who: {band: [5, 6]}",
             "task: support, at: remote, of: half day"},
};
