#include "model/waiting/waiting.h"

#include <math.h>

const char *const waiting_group_names[WAITING_GROUPS] = {"priority", "routine", "all"};

const struct waiting_band waiting_bands[WAITING_BANDS] = {
    {"0-1", 0, 1},     {"1-2", 1, 2},     {"2-4", 2, 4},        {"4-12", 4, 12},
    {"12-18", 12, 18}, {"18-52", 18, 52}, {"over 52", 52, 104},
};

const char *const waiting_quantity_names[WAITING_QUANTITIES] = {
    [WAITING_ARRIVED] = "arrived",
    [WAITING_SEEN] = "seen",
    [WAITING_SEEN_LATE] = "seen_late",
    [WAITING_AT_EVENTS] = "at_events",
    [WAITING_SETTLED] = "settled",
    [WAITING_CALLED] = "called",
    [WAITING_WEEKS] = "weeks_waited",
    [WAITING_MISSED] = "missed",
    [WAITING_RETURNED] = "returned",
    [WAITING_REMOVED] = "removed",
    [WAITING_SIZE] = "waiting",
    [WAITING_LATE] = "late",
    [WAITING_BAND] = "0-1",
    [WAITING_BAND + 1] = "1-2",
    [WAITING_BAND + 2] = "2-4",
    [WAITING_BAND + 3] = "4-12",
    [WAITING_BAND + 4] = "12-18",
    [WAITING_BAND + 5] = "18-52",
    [WAITING_BAND + 6] = "over 52",
    [WAITING_LONG] = "over 24",
    [WAITING_OFFERED] = "offered",
    [WAITING_LOST] = "lost",
    [WAITING_UNUSED] = "unused",
};

double waiting_capacity(const struct waiting_list *list, double new_slots)
{
  return new_slots * (1 - list->dna_new * (1 - list->backfill));
}

double waiting_for_want(const struct waiting_list *list, const struct waiting_supply *supply,
                        int week)
{
  return supply->lost_fcp ? list->lost_fcp * supply->lost_fcp[week - 1] : 0;
}

int waiting_size(const struct waiting_list *list, int class)
{
  int size = 0;
  for (int b = 0; b < WAITING_BANDS; b++)
    size += list->classes[class].list[b];
  return size;
}

double waiting_mean_weeks(const double list[WAITING_BANDS])
{
  double people = 0, weeks = 0;
  for (int b = 0; b < WAITING_BANDS; b++) {
    people += list[b];
    weeks += list[b] * (waiting_bands[b].from + waiting_bands[b].until - 1) / 2.0;
  }
  return people > 0 ? weeks / people : 0;
}

/* The checks of a queue whose target is known. */
static struct waiting_check check(double demand, double capacity, double queue, double target_queue,
                                  double weeks)
{
  struct waiting_check out = {
      .demand = demand,
      .capacity = capacity,
      .load = capacity > 0 ? demand / capacity
              : demand > 0 ? (double)INFINITY
                           : 0,
      .queue = queue,
      .target_wait = demand > 0 ? target_queue / demand : 0,
      .target_queue = target_queue,
      .relief = queue > 2 * target_queue,
  };
  if (out.relief)
    out.relief_capacity = demand + (queue - target_queue) / weeks;
  return out;
}

/* The mean wait is to be a quarter of the standard, and Little's law makes a
 * queue of it. */
struct waiting_check waiting_check(double demand, double capacity, double queue,
                                   double standard_weeks, double weeks)
{
  struct waiting_check out = check(demand, capacity, queue, demand * standard_weeks / 4, weeks);
  out.target_wait = standard_weeks / 4;
  return out;
}

/* Of all weeks together, what is offered and who comes. */
struct totals {
  double slots, attendees, calls;
  double for_want;  /* referred for want of first contact: routine */
  double to_settle; /* who wait or are referred: nobody is called twice */
};

static struct totals add_up(const struct waiting_list *list, const struct waiting_supply *supply)
{
  struct totals out = {0};
  for (int w = 0; w < supply->n_weeks; w++) {
    out.slots += supply->new_slots[w] * (1 - list->sickness);
    out.attendees += supply->attendees ? supply->attendees[w] : 0;
    out.calls += supply->calls ? supply->calls[w] * (1 - list->sickness) : 0;
    out.for_want += waiting_for_want(list, supply, w + 1);
  }
  out.to_settle = out.for_want;
  for (int c = 0; c < WAITING_CLASSES; c++)
    out.to_settle += waiting_size(list, c) + list->classes[c].a_week * supply->n_weeks;
  return out;
}

void waiting_checks(const struct waiting_list *list, const struct waiting_supply *supply,
                    struct waiting_check out[WAITING_GROUPS])
{
  const struct totals all = add_up(list, supply);
  double called = all.calls < all.to_settle ? all.calls : all.to_settle;
  double others = all.attendees + called * list->calls_settled;
  double capacity = (waiting_capacity(list, all.slots) + others) / supply->n_weeks;
  double demand = 0, queue = 0, target = 0;
  for (int c = 0; c < WAITING_CLASSES; c++) {
    const struct waiting_referrals *class = &list->classes[c];
    double left = capacity > demand ? capacity - demand : 0;
    double a_week = class->a_week + (c == WAITING_ROUTINE ? all.for_want / supply->n_weeks : 0);
    out[c] =
        waiting_check(a_week, left, waiting_size(list, c), class->standard_weeks, supply->n_weeks);
    demand += a_week;
    queue += out[c].queue;
    target += out[c].target_queue;
  }
  out[WAITING_ALL] = check(demand, capacity, queue, target, supply->n_weeks);
}
