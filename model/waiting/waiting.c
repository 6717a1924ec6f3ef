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

int waiting_size(const struct waiting_list *list, int class)
{
  int size = 0;
  for (int b = 0; b < WAITING_BANDS; b++)
    size += list->classes[class].list[b];
  return size;
}

double waiting_mean_weeks(const int list[WAITING_BANDS])
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

void waiting_checks(const struct waiting_list *list, const struct waiting_supply *supply,
                    struct waiting_check out[WAITING_GROUPS])
{
  double slots = 0, attendees = 0, demand = 0, queue = 0, target = 0;
  for (int w = 0; w < supply->n_weeks; w++) {
    slots += supply->new_slots[w];
    attendees += supply->attendees ? supply->attendees[w] : 0;
  }
  double capacity = (waiting_capacity(list, slots) + attendees) / supply->n_weeks;
  for (int c = 0; c < WAITING_CLASSES; c++) {
    const struct waiting_referrals *class = &list->classes[c];
    double left = capacity > demand ? capacity - demand : 0;
    out[c] = waiting_check(class->a_week, left, waiting_size(list, c), class->standard_weeks,
                           supply->n_weeks);
    demand += class->a_week;
    queue += out[c].queue;
    target += out[c].target_queue;
  }
  out[WAITING_ALL] = check(demand, capacity, queue, target, supply->n_weeks);
}
