#include "model/waiting/capacity.h"

#include <assert.h>

/* What a week offers, in parts of slots. */
struct offer {
  double slots[CAPACITY_KINDS];
  int attendees;
  double open;
};

/* What the date offers besides what is usual. */
static void add_exceptions(const struct capacity *capacity, int date, struct offer *offer)
{
  for (guint i = 0; i < capacity->exceptions->len; i++) {
    const struct capacity_exception *exception =
        &g_array_index(capacity->exceptions, struct capacity_exception, i);
    if (exception->date != date)
      continue;
    offer->attendees += exception->attendees;
    for (int k = 0; k < CAPACITY_KINDS; k++)
      offer->slots[k] += exception->more[k];
  }
}

static void add_day(const struct capacity *capacity, int date, struct offer *offer)
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
  if (service_is_holiday(service, date))
    return;
  add_exceptions(capacity, date, offer);
  if (service->week.blocks[weekday]) {
    const struct capacity_pattern *pattern = capacity_pattern_on(capacity, date);
    for (int k = 0; k < CAPACITY_KINDS; k++)
      offer->slots[k] += (pattern ? pattern->usual : capacity->usual)[weekday][k];
    offer->open += 1;
  }
}

struct capacity_horizon *capacity_carry_on(const struct capacity *capacity, int n_weeks)
{
  assert(n_weeks >= 1 && n_weeks <= WAITING_WEEKS_MAX);
  struct capacity_horizon *horizon = g_new0(struct capacity_horizon, 1);
  const struct day *first = &capacity->problem->month->days[0];
  double left[CAPACITY_KINDS] = {0};
  horizon->n_weeks = n_weeks;
  horizon->clinicians = capacity->clinicians;
  horizon->monday = first->date - first->weekday;
  for (int k = 0; k < CAPACITY_KINDS; k++)
    horizon->slots[k] = g_new0(int, n_weeks);
  horizon->attendees = g_new0(int, n_weeks);
  horizon->open_days = g_new0(double, n_weeks);
  for (int w = 0; w < n_weeks; w++) {
    struct offer offer = {.open = 0};
    for (int d = 0; d < WEEK_DAYS; d++)
      add_day(capacity, horizon->monday + w * WEEK_DAYS + d, &offer);
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
      .calls = horizon->slots[CAPACITY_CALL],
      .removals = horizon->slots[CAPACITY_REMOVAL],
      .clinicians = horizon->clinicians,
  };
}
