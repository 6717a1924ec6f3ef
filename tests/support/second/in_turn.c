#include "tests/support/second/second.h"

static bool is_counted(const struct second *second, const struct rule_use *use, int site)
{
  bool done = false, open = false;
  for (int t = 0; t < second->service->n_tasks; t++)
    done |= second_task(use, t) && second->service->tasks[t].at[site];
  for (int s = 0; s < second->n_slots; s++)
    open |= second_when(second, use, s) && second_open(second, s, site);
  return second_site(use, site) && done && open;
}

static int64_t sessions_at(const struct second *second, const struct rule_use *use, int site)
{
  int64_t n = 0;
  for (int i = 0; i < second->count; i++)
    n += second->items[i].site == site && second_in_scope(second, use, &second->items[i]);
  return n;
}

static void read_in_turn(const struct second *second, const struct rule_use *use,
                         struct second_sum *sum)
{
  int64_t fewest = INT64_MAX;
  for (int p = 0; p < second->service->n_sites; p++)
    if (is_counted(second, use, p))
      fewest = MIN(fewest, sessions_at(second, use, p));
  for (int p = 0; p < second->service->n_sites; p++)
    if (is_counted(second, use, p))
      second_find(sum,
                  second_above(sessions_at(second, use, p), fewest + second_value(use, "within")),
                  second_price(use));
}

const struct second_reading second_in_turn = {
    .rule = "in_turn",
    .read = read_in_turn,
    .uses = {"task: fcp, at: pcn",
             "task: [fcp, calls], at: [goldstone, deans], within: 0, sessions: [mon-wed, sat], "
             "from: MONTH-03, until: MONTH-24",
             "task: [fcp, clinic], at: [pcn, hub], within: 3"},
};
