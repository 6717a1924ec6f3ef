#include "planning/recurring_weeks.h"

#include "inputs/sections.h"
#include "model/scenario.h"
#include "model/waiting/outcome.h"

#include <math.h>

/* An event that has not come back by then is none of every month. */
enum { DAYS_AHEAD = 70, WEEKS_DAYS = SCENARIO_ORDINARY_WEEKS * WEEK_DAYS };

static int monday_of(int date)
{
  return date - date_weekday(date);
}

/* The first date from then on on which it takes place; DATE_NONE: not soon. */
static int next_of(const struct service *service, int event, int from)
{
  for (int date = from; date < from + DAYS_AHEAD; date++)
    if (recurring_blocks(service, &service->events[event], date))
      return date;
  return DATE_NONE;
}

static bool is_in(const struct service *service, int event, const GArray *mondays, int after)
{
  for (guint i = 0; i < mondays->len; i++) {
    int monday = g_array_index(mondays, int, i);
    int next = next_of(service, event, MAX(monday, after + 1));
    if (next != DATE_NONE && next < monday + WEEKS_DAYS)
      return true;
  }
  return false;
}

GArray *recurring_weeks_find(const struct service *service, int after)
{
  GArray *mondays = g_array_new(FALSE, FALSE, sizeof(int));
  for (int e = 0; e < service->n_events; e++) {
    int next = next_of(service, e, after + 1);
    if (next == DATE_NONE || is_in(service, e, mondays, after))
      continue;
    int monday = monday_of(next);
    g_array_append_val(mondays, monday);
  }
  return mondays;
}

/* --- which week is like which ------------------------------------------------------- */

/* A week of a service's days after the month. */
struct week {
  const struct service *service;
  int monday, after;
};

static uint8_t blocks_on(const struct week *week, int event, int weekday)
{
  int date = week->monday + weekday;
  return date > week->after ? recurring_blocks(week->service, &week->service->events[event], date)
                            : 0;
}

static bool has_any(const struct week *week)
{
  for (int e = 0; e < week->service->n_events; e++)
    for (int d = 0; d < WEEK_DAYS; d++)
      if (blocks_on(week, e, d))
        return true;
  return false;
}

/* Events that come back on the same weekday in both, less what only one of them has; below 1: they
 * have nothing to say of each other. */
static int likeness(const struct week *week, const struct week *other)
{
  int same = 0, apart = 0;
  for (int e = 0; e < week->service->n_events; e++)
    for (int d = 0; d < WEEK_DAYS; d++) {
      uint8_t blocks = blocks_on(week, e, d), others = blocks_on(other, e, d);
      same += blocks != 0 && blocks == others;
      apart += blocks != others;
    }
  enum { MOST = 1000 };
  return same > 0 ? MOST * same - apart : 0;
}

/* The day of `built`, and of which, with which the week most like it begins; NULL: none is. */
static const struct capacity *find_like(const struct week *week, const GPtrArray *built, int *day)
{
  const struct capacity *out = NULL;
  int best = 0;
  for (guint i = 0; i < built->len; i++) {
    const struct capacity *capacity = g_ptr_array_index(built, i);
    const struct month *month = capacity->problem->month;
    for (int d = 0; d < month->n_days; d += WEEK_DAYS) {
      const struct week other = {capacity->problem->service, month->days[d].date, week->after};
      int like = likeness(week, &other);
      if (like > best) {
        best = like;
        out = capacity;
        *day = d;
      }
    }
  }
  return out;
}

/* --- days --------------------------------------------------------------------------- */

static bool is_there(const GArray *days, int date)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index(days, struct outcome_day, i).date == date)
      return true;
  return false;
}

static void note_day(const struct capacity *month, const struct capacity_day *offers, int date,
                     GArray *days)
{
  enum { HUNDREDTHS = 100 * SCENARIO_ORDINARY_WEEKS };
  const struct capacity_pattern *usual = capacity_pattern_on(month, date);
  struct outcome_day out = {.date = date, .attendees = offers->attendees, .recurs = true};
  for (int k = 0; k < CAPACITY_KINDS; k++)
    out.more[k] = llround((offers->slots[k] - usual->usual[date_weekday(date)][k]) * HUNDREDTHS);
  g_array_append_val(days, out);
}

static gint by_date(gconstpointer left, gconstpointer right)
{
  const struct outcome_day *a = left, *b = right;
  return (a->date > b->date) - (a->date < b->date);
}

void recurring_weeks_note(const struct capacity *month, const GPtrArray *built, int end,
                          GArray *days)
{
  int after = month->problem->month->until;
  struct week week = {month->problem->service, monday_of(after + 1), after};
  for (; week.monday < end && built->len > 0; week.monday += WEEK_DAYS) {
    int first = 0;
    const struct capacity *like = has_any(&week) ? find_like(&week, built, &first) : NULL;
    for (int d = 0; like && d < WEEK_DAYS; d++) {
      int date = week.monday + d;
      if (date > after && date < end && !is_there(days, date))
        note_day(month, &like->days[first + d], date, days);
    }
  }
  g_array_sort(days, by_date);
}
