#include "tests/support/second/second.h"

static bool bars(const struct second *second, const struct rule_use *use,
                 const struct assignment *item)
{
  (void)use;
  return !second_can(second, item->clinician, item->task,
                     second->days[second->slots[item->slot].day].date);
}

const struct second_reading second_skill = {
    .rule = "skill",
    .bars = bars,
    .uses = {""},
};
