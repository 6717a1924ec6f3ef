#include "model/waiting/capacity.h"

#include <string.h>

void capacity_go_on(struct capacity *capacity, int from, double usual[WEEK_DAYS][CAPACITY_KINDS])
{
  struct capacity_pattern pattern = {.from = from};
  memcpy(pattern.usual, usual, sizeof pattern.usual);
  g_array_append_val(capacity->patterns, pattern);
}

void capacity_go_on_as(struct capacity *capacity, const struct capacity *other)
{
  g_array_append_vals(capacity->patterns, other->patterns->data, other->patterns->len);
  g_array_append_vals(capacity->exceptions, other->exceptions->data, other->exceptions->len);
}

const struct capacity_pattern *capacity_pattern_on(const struct capacity *capacity, int date)
{
  const GArray *all = capacity->patterns;
  const struct capacity_pattern *out = NULL;
  for (guint i = 0; i < all->len; i++) {
    const struct capacity_pattern *pattern = &g_array_index(all, struct capacity_pattern, i);
    if (i == 0 || pattern->from <= date)
      out = pattern;
  }
  return out;
}

void capacity_except_on(struct capacity *capacity, const struct capacity_exception *exception)
{
  g_array_append_vals(capacity->exceptions, exception, 1);
}

void capacity_except(struct capacity *capacity, const struct capacity *weeks)
{
  int last = capacity->problem->month->until;
  for (int d = 0; d < weeks->problem->month->n_days; d++) {
    const struct day *day = &weeks->problem->month->days[d];
    const struct capacity_day *offers = &weeks->days[d];
    const struct capacity_pattern *usual = capacity_pattern_on(capacity, day->date);
    struct capacity_exception exception = {.date = day->date, .attendees = offers->attendees};
    for (int k = 0; k < CAPACITY_KINDS; k++)
      exception.more[k] = offers->slots[k] - usual->usual[day->weekday][k];
    if (day->date > last)
      g_array_append_val(capacity->exceptions, exception);
  }
}
