/* The waiting list that a rota leads to. */
#include "planning/outcome_measure.h"

#include <math.h>

/* The figure as a whole number; unknown where it is not finite. */
static int64_t whole(double value)
{
  return isfinite(value) ? (int64_t)llround(value) : OUTCOME_UNKNOWN;
}

static int64_t hundredths(double value)
{
  return whole(100 * value);
}

static struct outcome_spread spread_of(const struct waiting_figure *figure)
{
  int64_t mean = hundredths(figure->mean);
  return (struct outcome_spread){mean, hundredths(figure->low), hundredths(figure->high), mean,
                                 mean};
}

static enum waiting_quantity quantity_of(enum outcome_series series)
{
  static const enum waiting_quantity quantities[OUTCOME_SERIES] = {
      [SERIES_SIZE] = WAITING_SIZE,        [SERIES_LONG] = WAITING_LONG,
      [SERIES_REFERRED] = WAITING_ARRIVED, [SERIES_RETURNED] = WAITING_RETURNED,
      [SERIES_SEEN] = WAITING_SEEN,        [SERIES_MISSED] = WAITING_MISSED,
      [SERIES_REMOVED] = WAITING_REMOVED,  [SERIES_SLOTS] = WAITING_OFFERED,
  };
  bool is_band = series >= SERIES_BAND && series < SERIES_LONG;
  return is_band ? WAITING_BAND + (series - SERIES_BAND) : quantities[series];
}

static void measure_weeks(struct outcome *outcome, const struct waiting_forecast *forecast)
{
  outcome->n_weeks = forecast->n_weeks;
  outcome->weeks = g_new0(struct outcome_week, (gsize)forecast->n_weeks + 1);
  for (int w = 0; w <= forecast->n_weeks; w++)
    for (int g = 0; g < WAITING_GROUPS; g++) {
      const struct waiting_figure *from = forecast->weeks[w].of[g];
      struct outcome_spread *to = outcome->weeks[w].of[g];
      for (int s = 0; s < OUTCOME_SERIES; s++)
        to[s] = spread_of(&from[quantity_of((enum outcome_series)s)]);
    }
}

static void measure_standard(struct outcome_standard *out, const struct waiting_standard *standard)
{
  *out = (struct outcome_standard){
      .group = standard->group,
      .weeks = standard->weeks,
      .met = standard->met,
      .lasts = standard->lasts,
      .met_low = standard->met_low,
      .met_high = standard->met_high,
      .chance_met = hundredths(100 * standard->chance_met),
      .chance_lasts = hundredths(100 * standard->chance_lasts),
  };
}

/* Of all weeks together, by the mean of the replications. */
static double sum_of(const struct waiting_forecast *forecast, enum waiting_quantity quantity)
{
  double out = 0;
  for (int w = 1; w <= forecast->n_weeks; w++)
    out += forecast->weeks[w].of[WAITING_ALL][quantity].mean;
  return out;
}

/* Those at the end who have waited so many weeks. */
static double waiting_from(const struct waiting_forecast *forecast, int weeks)
{
  double out = 0;
  for (int b = 0; b < WAITING_BANDS; b++)
    if (waiting_bands[b].from >= weeks)
      out += forecast->weeks[forecast->n_weeks].of[WAITING_ALL][WAITING_BAND + b].mean;
  return out;
}

static void measure_end(struct outcome *outcome, const struct waiting_forecast *forecast)
{
  const struct waiting_week *now = &forecast->weeks[0], *end = &forecast->weeks[forecast->n_weeks];
  const struct waiting_figure *size = &end->of[WAITING_ALL][WAITING_SIZE];
  int64_t *values = outcome->values;
  values[MEASURE_LIST_NOW] = whole(now->of[WAITING_ALL][WAITING_SIZE].mean);
  values[MEASURE_LIST_END] = whole(size->mean);
  values[MEASURE_LIST_END_LOW] = whole(size->low);
  values[MEASURE_LIST_END_HIGH] = whole(size->high);
  values[MEASURE_PRIORITY_END] = whole(end->of[WAITING_PRIORITY][WAITING_SIZE].mean);
  values[MEASURE_ROUTINE_END] = whole(end->of[WAITING_ROUTINE][WAITING_SIZE].mean);
  values[MEASURE_OVER_18_END] = whole(waiting_from(forecast, 18));
  values[MEASURE_OVER_52_END] = whole(waiting_from(forecast, 52));
  values[MEASURE_SEEN] = whole(sum_of(forecast, WAITING_SEEN));
  values[MEASURE_SLOTS_LOST] = whole(sum_of(forecast, WAITING_LOST));
  values[MEASURE_SLOTS_UNUSED] = whole(sum_of(forecast, WAITING_UNUSED));
  values[MEASURE_FOLLOW_UPS_SHORT] = whole(forecast->follow_ups[0].shortfall);
}

void outcome_measure_sickness(struct outcome *outcome, const struct waiting_forecast *forecast,
                              const struct waiting_supply *supply)
{
  double planned = 0;
  for (int w = 0; w < supply->n_weeks; w++)
    planned += supply->new_slots[w] + supply->attendees[w];
  outcome->values[MEASURE_SLOTS_SICK] = whole(planned - sum_of(forecast, WAITING_OFFERED));
}

void outcome_measure_calls(struct outcome *outcome, const struct waiting_forecast *forecast,
                           const struct waiting_supply *supply, const struct waiting_list *list)
{
  double calls = 0;
  for (int w = 0; w < supply->n_weeks; w++)
    calls += supply->calls[w] * (1 - list->sickness);
  outcome->values[MEASURE_SETTLED] = whole(sum_of(forecast, WAITING_SETTLED));
  outcome->values[MEASURE_CALLS_UNUSED] = whole(calls - sum_of(forecast, WAITING_CALLED));
}

void outcome_measure_first_contact(struct outcome *outcome, const struct capacity_horizon *horizon,
                                   const struct waiting_supply *supply,
                                   const struct waiting_list *list)
{
  double lost = 0, referred = 0;
  for (int w = 1; w <= horizon->n_weeks; w++) {
    int64_t slots = INT64_C(100) * horizon->slots[CAPACITY_FCP][w - 1];
    outcome->weeks[w].of[WAITING_ALL][SERIES_FCP] =
        (struct outcome_spread){slots, slots, slots, slots, slots};
    lost += supply->lost_fcp ? supply->lost_fcp[w - 1] : 0;
    referred += waiting_for_want(list, supply, w);
  }
  if (!supply->lost_fcp)
    return;
  outcome->values[MEASURE_FCP_LOST] = whole(lost);
  outcome->values[MEASURE_FCP_LOST_SHARE] = hundredths(100 * list->lost_fcp);
  outcome->values[MEASURE_FCP_REFERRED] = whole(referred);
}

void outcome_measure_waiting(struct outcome *outcome, const struct waiting_forecast *forecast,
                             const struct waiting_check *checks)
{
  measure_weeks(outcome, forecast);
  measure_end(outcome, forecast);
  outcome->n_standards = WAITING_STANDARDS;
  for (int s = 0; s < WAITING_STANDARDS; s++)
    measure_standard(&outcome->standards[s], &forecast->standards[s]);
  for (int g = 0; g < WAITING_GROUPS; g++) {
    outcome->values[MEASURE_LOAD + g] = hundredths(100 * checks[g].load);
    outcome->values[MEASURE_TARGET_QUEUE + g] = whole(checks[g].target_queue);
    outcome->values[MEASURE_RELIEF + g] = whole(checks[g].relief_capacity);
  }
}
