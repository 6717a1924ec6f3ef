#include "tests/support/second/second.h"

static void read_support_time(const struct second *second, const struct rule_use *use,
                              struct second_sum *sum)
{
  int64_t share = second_value(use, "share"), unit = second_value(use, "per_minutes");
  int64_t tolerance = second_value(use, "tolerance_minutes");
  for (int c = 0; c < second->service->n_clinicians; c++) {
    int64_t minutes = 0;
    for (int i = second->of[c]; i < second->of[c + 1]; i++)
      if (second_in_scope(second, use, &second->items[i]) &&
          !second_extra(second, c, second->items[i].slot))
        minutes += second->slots[second->items[i].slot].minutes;
    if (second_who(second, use, c))
      second_find(
          sum,
          second_started(share * second_contract(second, use, c) - 100 * minutes - 100 * tolerance,
                         100 * unit),
          second_price(use));
  }
}

const struct second_reading second_support_time = {
    .rule = "support_time",
    .read = read_support_time,
    .uses = {"task: support",
             "task: [support, duty], share: 50, per_minutes: 100, who: {not: {band: 5}}",
             "task: support, share: 30, per_minutes: 225, tolerance_minutes: 112"},
};
