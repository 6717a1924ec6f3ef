#include "tests/support/second/second.h"

static void read_fair_access(const struct second *second, const struct rule_use *use,
                             struct second_sum *sum)
{
  int64_t least = INT64_MAX, most = 0;
  for (int p = 0; p < second->service->n_sites; p++) {
    const struct pcn *pcn = second->service->sites[p].pcn;
    if (!pcn || pcn->patients == 0 || !second_site(use, p))
      continue;
    int64_t n = 0;
    for (int i = 0; i < second->count; i++)
      n += second->items[i].site == p && second_in_scope(second, use, &second->items[i]);
    least = MIN(least, 100000 * n / pcn->patients);
    most = MAX(most, 100000 * n / pcn->patients);
  }
  if (least != INT64_MAX)
    second_find(sum, second_above(most - least, 10 * second_value(use, "within")),
                second_price(use));
}

const struct second_reading second_fair_access = {
    .rule = "fair_access",
    .read = read_fair_access,
    .uses =
        {"task: fcp",
         "task: [fcp, calls], within: 0, sessions: [mon-wed, sat], from: MONTH-03, until: MONTH-24",
         "task: fcp, at: [goldstone, deans], within: 1"},
};
