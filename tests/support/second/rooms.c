#include "tests/support/second/second.h"

static int in_use(const struct second *second, int slot, int site, int kind)
{
  int n = 0;
  for (int i = 0; i < second->count; i++)
    n += second->items[i].slot == slot && second->items[i].site == site &&
         second->service->tasks[second->items[i].task].room == kind;
  return n;
}

static void read_rooms(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  for (int p = 0; p < second->service->n_sites; p++)
    for (int k = 0; k < second->service->room_kinds.count; k++) {
      const struct site *site = &second->service->sites[p];
      if (site->remote || site->rooms[k] == UNLIMITED)
        continue;
      for (int s = 0; s < second->n_slots; s++)
        second_find(sum, second_above(in_use(second, s, p, k), site->rooms[k]), second_price(use));
    }
}

const struct second_reading second_rooms = {
    .rule = "rooms",
    .read = read_rooms,
    .uses = {""},
};
