#include "tests/support/second/second.h"

static int sessions_on(const struct second *second, int event, int day)
{
  int n = 0;
  for (int s = 0; s < second->n_slots; s++)
    n += second->slots[s].day == day && second->month->events[event].slots[s];
  return n;
}

/* What the clinician has in the slot: anything, and the event's. */
static void see_slot(const struct second *second, int event, int clinician, int slot, bool *any,
                     bool *of_event)
{
  *any = *of_event = false;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot) {
      *any = true;
      *of_event |= second_event_has(second, event, &second->items[i]);
    }
}

static void read_person(const struct second *second, const struct rule_use *use, int event,
                        int clinician, int day, struct second_sum *sum)
{
  bool goes = false;
  int64_t violation = 0;
  for (int s = 0; s < second->n_slots; s++) {
    bool any, of_event;
    if (second->slots[s].day != day)
      continue;
    see_slot(second, event, clinician, s, &any, &of_event);
    goes |= of_event;
    violation += second->month->events[event].slots[s] ? !of_event : any;
  }
  if (goes)
    second_find(sum, violation, second_price(use));
}

static void read_event_day(const struct second *second, const struct rule_use *use,
                           struct second_sum *sum)
{
  for (int e = 0; e < second->month->n_events; e++)
    for (int d = 0; d < second->n_days; d++)
      if (sessions_on(second, e, d) >= second_value(use, "least_sessions"))
        for (int c = 0; c < second->service->n_clinicians; c++)
          read_person(second, use, e, c, d, sum);
}

const struct second_reading second_event_day = {
    .rule = "event_day",
    .read = read_event_day,
    .uses = {"", "least_sessions: 1", "least_sessions: 3"},
};
