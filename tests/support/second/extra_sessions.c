#include "tests/support/second/second.h"

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  return second_in_scope(second, use, item) && second_extra(second, item->clinician, item->slot);
}

static void read_extra_sessions(const struct second *second, const struct rule_use *use,
                                struct second_sum *sum)
{
  int most = second_value(use, "most");
  for (int c = 0; c < second->service->n_clinicians; c++) {
    int64_t n = 0;
    for (int i = second->of[c]; i < second->of[c + 1]; i++)
      n += bars(second, use, &second->items[i]);
    for (int i = second->of[c]; i < second->of[c + 1]; i++)
      second_find(sum, bars(second, use, &second->items[i]), second_price(use));
    if (most != PARAM_UNSET)
      second_find(sum, second_above(n, most), SECOND_HARD);
  }
}

const struct second_reading second_extra_sessions = {
    .rule = "extra_sessions",
    .bars = bars,
    .read = read_extra_sessions,
    .uses = {"", "most: 1", "most: 3, weight: 7, task: clinic, sessions: all am", "hard: yes"},
};
