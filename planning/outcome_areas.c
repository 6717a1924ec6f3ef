/* The waiting list of each area, where there are several. */
#include "model/waiting/areas.h"
#include "planning/outcome_measure.h"

#include <math.h>

static int64_t people(const struct waiting_week *week, enum waiting_quantity quantity)
{
  return llround(week->of[WAITING_ALL][quantity].mean);
}

/* The mean wait of those who wait, in hundredths. */
static int64_t mean_weeks(const struct waiting_week *week)
{
  double list[WAITING_BANDS];
  for (int b = 0; b < WAITING_BANDS; b++)
    list[b] = week->of[WAITING_ALL][WAITING_BAND + b].mean;
  return llround(100 * waiting_mean_weeks(list));
}

static void measure_area(struct outcome *outcome, const struct service *service, int index,
                         const struct waiting_forecast *forecast)
{
  const struct waiting_week *now = &forecast->weeks[0], *end = &forecast->weeks[forecast->n_weeks];
  struct outcome_area *area = outcome_add_area(outcome);
  area->name = waiting_area_name(service, index);
  area->waiting_now = people(now, WAITING_SIZE);
  area->waiting_end = people(end, WAITING_SIZE);
  area->late_end = people(end, WAITING_LATE);
  area->weeks_now = mean_weeks(now);
  area->weeks_end = mean_weeks(end);
}

static void measure_gap(struct outcome *outcome)
{
  int64_t longest = 0, shortest = INT64_MAX;
  for (guint i = 0; i < outcome->areas->len; i++) {
    const struct outcome_area *area = g_ptr_array_index(outcome->areas, i);
    longest = MAX(longest, area->weeks_end);
    shortest = MIN(shortest, area->weeks_end);
  }
  outcome->values[MEASURE_AREA_GAP] = longest - shortest;
}

struct waiting_forecast *outcome_forecast_areas(struct outcome *outcome,
                                                const struct service *service,
                                                const struct capacity_horizon *horizon,
                                                const struct waiting_supply *supply,
                                                const struct waiting_settings *settings)
{
  GArray *parts = waiting_parts_new(service, horizon, supply);
  const struct waiting_list *lists[WAITING_AREAS_MAX];
  const struct waiting_supply *supplies[WAITING_AREAS_MAX];
  struct waiting_forecast *each[WAITING_AREAS_MAX];
  for (guint a = 0; a < parts->len; a++) {
    lists[a] = &g_array_index(parts, struct waiting_part, a).list;
    supplies[a] = &g_array_index(parts, struct waiting_part, a).supply;
  }
  struct waiting_forecast *forecast =
      waiting_forecast_join(lists, supplies, (int)parts->len, settings, each);
  for (guint a = 0; a < parts->len; a++) {
    measure_area(outcome, service, (int)a, each[a]);
    waiting_forecast_free(each[a]);
  }
  measure_gap(outcome);
  g_array_unref(parts);
  return forecast;
}
