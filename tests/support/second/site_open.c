#include "tests/support/second/second.h"

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  (void)use;
  bool usual = second->slots[item->slot].ordinary && second_open(second, item->slot, item->site);
  return !second->service->tasks[item->task].at[item->site] ||
         second_closed(second, item->slot, item->site) ||
         (!usual && !second_event_work(second, item));
}

const struct second_reading second_site_open = {
    .rule = "site_open",
    .bars = bars,
    .uses = {""},
};
