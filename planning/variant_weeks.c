#include "planning/variant_weeks.h"

#include "model/waiting/capacity.h"
#include "planning/recurring_weeks.h"
#include "scenarios/scenarios.h"

enum { HORIZON_DAYS = WAITING_WEEKS_MAX * WEEK_DAYS };

static int monday_from(int date)
{
  return date + (WEEK_DAYS - date_weekday(date)) % WEEK_DAYS;
}

/* --- when the service becomes another -------------------------------------------- */

static void note(const struct variant *variant, GArray *dates, int date)
{
  int last = variant->month->until;
  bool known = date == DATE_NONE || date <= last || date > last + HORIZON_DAYS;
  for (guint i = 0; i < dates->len; i++)
    known = known || g_array_index(dates, int, i) == date;
  if (!known)
    g_array_append_val(dates, date);
}

static gint by_date(gconstpointer left, gconstpointer right)
{
  const int *a = left, *b = right;
  return (*a > *b) - (*a < *b);
}

/* The day after the month, and each on which somebody joins, is gone or has another post, or from
 * which a site stays closed (int); g_array_unref it. */
static GArray *find_dates(const struct variant *variant)
{
  const struct service *service = variant->service;
  const struct scenario *scenario = variant->scenario;
  GArray *dates = g_array_new(FALSE, FALSE, sizeof(int));
  note(variant, dates, variant->month->until + 1);
  for (int c = 0; c < service->n_clinicians; c++) {
    note(variant, dates, service->clinicians[c].joins);
    if (service->clinicians[c].leaves != DATE_NONE)
      note(variant, dates, service->clinicians[c].leaves + 1);
  }
  for (int p = 0; p < service->n_posts; p++)
    note(variant, dates, service->posts[p].from);
  for (int i = 0; scenario && i < scenario->n_later; i++)
    if (scenario->later[i].until == DATE_NONE)
      note(variant, dates, scenario->later[i].from);
  g_array_sort(dates, by_date);
  return dates;
}

/* --- the weeks ------------------------------------------------------------------- */

/* Where they are read from. */
struct place {
  struct source *source, *scenarios;
  double leave; /* the month's share, of those who are there as the service stands */
  struct diagnostics *diagnostics;
  struct variant *variant;
};

static enum status add(const struct place *place, int from, const struct scenario_weeks *weeks)
{
  struct variant *variant = place->variant;
  const char *path = variant->scenario ? variant->scenario->path : NULL;
  struct variant_weeks out = {.from = from,
                              .exception = weeks->exception != NONE || weeks->recurring,
                              .recurring = weeks->recurring};
  enum status status =
      scenario_read_weeks(place->source, place->scenarios, path, variant->month->id, weeks,
                          place->diagnostics, &out.service, &out.month);
  if (status != STATUS_OK)
    return status;
  out.problem = problem_new(out.service, out.month);
  g_array_append_val(variant->weeks, out);
  return STATUS_OK;
}

static enum status add_ordinary(const struct place *place)
{
  g_autoptr(GArray) dates = find_dates(place->variant);
  enum status status = STATUS_OK;
  for (guint i = 0; i < dates->len && status == STATUS_OK; i++) {
    int from = g_array_index(dates, int, i);
    const struct scenario_weeks weeks = {monday_from(from), NONE, place->leave, false};
    status = add(place, from, &weeks);
  }
  return status;
}

/* What takes long is in several, one after the other. */
static enum status add_exceptions(const struct place *place)
{
  const struct scenario *scenario = place->variant->scenario;
  enum status status = STATUS_OK;
  for (int i = 0; scenario && i < scenario->n_later; i++) {
    const struct later *later = &scenario->later[i];
    struct scenario_weeks weeks = {later->from - date_weekday(later->from), i, place->leave, false};
    for (; later->until != DATE_NONE && weeks.monday <= later->until && status == STATUS_OK;
         weeks.monday += SCENARIO_ORDINARY_WEEKS * WEEK_DAYS)
      status = add(place, weeks.monday, &weeks);
  }
  return status;
}

static enum status add_recurring(const struct place *place)
{
  const struct variant *variant = place->variant;
  enum status status = STATUS_OK;
  if (variant->scenario && !variant->scenario->recurring)
    return STATUS_OK;
  g_autoptr(GArray) mondays = recurring_weeks_find(variant->service, variant->month->until);
  for (guint i = 0; i < mondays->len && status == STATUS_OK; i++) {
    int monday = g_array_index(mondays, int, i);
    const struct scenario_weeks weeks = {monday, NONE, place->leave, true};
    status = add(place, monday, &weeks);
  }
  return status;
}

enum status variant_weeks_read(struct source *source, struct source *scenarios,
                               struct diagnostics *diagnostics, struct variant *variant)
{
  const struct scenario *scenario = variant->scenario;
  if (!variant->service->waiting_list)
    return STATUS_OK;
  const struct place place = {source, scenarios,
                              capacity_leave(variant->problem, scenario ? scenario->is_new : NULL),
                              diagnostics, variant};
  enum status status = add_ordinary(&place);
  if (status == STATUS_OK)
    status = add_exceptions(&place);
  return status == STATUS_OK ? add_recurring(&place) : status;
}

void variant_weeks_clear(struct variant *variant)
{
  for (guint i = 0; i < variant->weeks->len; i++) {
    struct variant_weeks *weeks = &g_array_index(variant->weeks, struct variant_weeks, i);
    problem_free(weeks->problem);
    month_free(weeks->month);
    service_free(weeks->service);
  }
  g_array_unref(variant->weeks);
}
