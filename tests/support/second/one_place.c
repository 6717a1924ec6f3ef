#include "tests/support/second/second.h"

static void read_one_place(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int s = 0; s < second->n_slots; s++) {
      int n = 0;
      for (int i = second->of[c]; i < second->of[c + 1]; i++)
        n += second->items[i].slot == s;
      second_find(sum, second_above(n, 1), second_price(use));
    }
}

const struct second_reading second_one_place = {
    .rule = "one_place",
    .read = read_one_place,
    .uses = {""},
};
