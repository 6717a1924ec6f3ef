#include "model/waiting/capacity.h"

#include <assert.h>

/* What a week offers, in parts of slots. */
struct offer {
  double slots[CAPACITY_KINDS];
  int attendees;
  double open;
};

/* The usual offer of a weekday, as it is on that date. */
static double usual_on(const struct capacity *capacity, int date, int kind)
{
  double slots = capacity->usual[date_weekday(date)][kind];
  for (int i = 0; i < capacity->n_changes; i++) {
    const struct capacity_change *change = &capacity->changes[i];
    if (date >= change->from && (change->until == DATE_NONE || date <= change->until))
      slots += change->usual[date_weekday(date)][kind];
  }
  return slots > 0 ? slots : 0; /* who leaves a site that closes is taken out twice */
}

static void add_changes(const struct capacity *capacity, int date, struct offer *offer)
{
  for (int i = 0; i < capacity->n_changes; i++)
    if (capacity->changes[i].from == date)
      offer->attendees += capacity->changes[i].attendees;
}

static void add_day(const struct capacity *capacity, int date, double factor, struct offer *offer)
{
  const struct service *service = capacity->problem->service;
  const struct month *month = capacity->problem->month;
  int d = date - month->days[0].date, weekday = date_weekday(date);
  if (d >= 0 && d < month->n_days) {
    for (int k = 0; k < CAPACITY_KINDS; k++)
      offer->slots[k] += capacity->days[d].slots[k];
    offer->attendees += capacity->days[d].attendees;
    offer->open += capacity->days[d].open;
    return;
  }
  add_changes(capacity, date, offer);
  if (service->week.blocks[weekday] && !service_is_holiday(service, date)) {
    for (int k = 0; k < CAPACITY_KINDS; k++)
      offer->slots[k] += usual_on(capacity, date, k) * factor;
    offer->open += 1;
  }
}

struct capacity_horizon *capacity_carry_on(const struct capacity *capacity, int n_weeks,
                                           double leave_rate)
{
  assert(n_weeks >= 1 && n_weeks <= WAITING_WEEKS_MAX);
  struct capacity_horizon *horizon = g_new0(struct capacity_horizon, 1);
  const struct day *first = &capacity->problem->month->days[0];
  double there = 1 - capacity->on_leave, left[CAPACITY_KINDS] = {0};
  double factor = leave_rate < 0 ? 1 : there > 0 ? (1 - leave_rate) / there : 0;
  horizon->n_weeks = n_weeks;
  horizon->monday = first->date - first->weekday;
  for (int k = 0; k < CAPACITY_KINDS; k++)
    horizon->slots[k] = g_new0(int, n_weeks);
  horizon->attendees = g_new0(int, n_weeks);
  horizon->open_days = g_new0(double, n_weeks);
  for (int w = 0; w < n_weeks; w++) {
    struct offer offer = {.open = 0};
    for (int d = 0; d < WEEK_DAYS; d++)
      add_day(capacity, horizon->monday + w * WEEK_DAYS + d, factor, &offer);
    /* Parts of a slot are kept for the weeks after, so that none is lost; the
     * tiny amount makes up for sums such as ten tenths. */
    for (int k = 0; k < CAPACITY_KINDS; k++) {
      left[k] += offer.slots[k];
      horizon->slots[k][w] = (int)(left[k] + 1e-6);
      left[k] -= horizon->slots[k][w];
    }
    horizon->attendees[w] = offer.attendees;
    horizon->open_days[w] = offer.open;
  }
  return horizon;
}

void capacity_horizon_free(struct capacity_horizon *horizon)
{
  if (!horizon)
    return;
  for (int k = 0; k < CAPACITY_KINDS; k++)
    g_free(horizon->slots[k]);
  g_free(horizon->attendees);
  g_free(horizon->open_days);
  g_free(horizon);
}

struct waiting_supply capacity_supply(const struct capacity_horizon *horizon)
{
  return (struct waiting_supply){
      .n_weeks = horizon->n_weeks,
      .new_slots = horizon->slots[CAPACITY_NEW],
      .follow_ups = horizon->slots[CAPACITY_FOLLOW_UP],
      .attendees = horizon->attendees,
  };
}
