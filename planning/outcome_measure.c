#include "planning/outcome_measure.h"

#include <string.h>

enum { QUARTERS_AN_HOUR = 4 };

static gint dearest_first(gconstpointer left, gconstpointer right)
{
  const struct outcome_shortfall *a = *(struct outcome_shortfall *const *)left;
  const struct outcome_shortfall *b = *(struct outcome_shortfall *const *)right;
  if (a->points != b->points)
    return a->points < b->points ? 1 : -1;
  int order = strcmp(a->rule, b->rule);
  return order ? order : strcmp(a->kind, b->kind);
}

static void measure_cover(struct outcome *outcome, const struct assessment *assessment)
{
  int64_t points = 0;
  for (guint i = 0; i < assessment->groups->len; i++) {
    const struct shortfall_group *group =
        &g_array_index(assessment->groups, struct shortfall_group, i);
    struct outcome_shortfall *item = outcome_add_shortfall(outcome);
    item->rule = g_strdup(group->name);
    item->kind = g_strdup(shortfall_kind_names[group->kind]);
    item->count = group->sum.count;
    item->missing = group->sum.missing;
    item->points = group->sum.cost;
    points += group->sum.cost;
  }
  g_ptr_array_sort(outcome->shortfalls, dearest_first);
  outcome->values[MEASURE_GAPS] = assessment->gaps.missing;
  outcome->values[MEASURE_BELOW_TARGET] = assessment->kinds[SHORTFALL_TARGET].missing;
  outcome->values[MEASURE_SHORTFALL_POINTS] = points;
}

static int64_t known(int64_t figure)
{
  return figure < 0 ? OUTCOME_UNKNOWN : figure;
}

void outcome_measure_rota(struct outcome *outcome, const struct assessment *assessment)
{
  const struct totals *totals = &assessment->totals;
  int64_t *values = outcome->values;
  values[MEASURE_COST] = assessment->audit->cost;
  values[MEASURE_SESSIONS] = assessment->rota->count;
  values[MEASURE_GENERALIST] = known(totals->streams.generalist_hundredths);
  values[MEASURE_SATISFACTION] = known(totals->satisfaction_percent);
  values[MEASURE_SATISFACTION_LEAST] = known(totals->least_percent);
  values[MEASURE_TRAVEL] = totals->travel_minutes;
  values[MEASURE_SPLIT_DAYS] = totals->acceptability.split_days;
  values[MEASURE_HOLE_DAYS] = totals->acceptability.hole_days;
  values[MEASURE_WITHOUT_TIME] = totals->acceptability.moves_without_time;
  values[MEASURE_NAMED] = known(totals->named_hundredths);
  values[MEASURE_AVOIDED] = known(totals->firmly_avoided_percent.sessions_met);
  values[MEASURE_PREMIUM] = known(totals->premium_quarters);
  if (totals->premium_quarters >= 0)
    values[MEASURE_PREMIUM] = totals->premium_quarters * 100 / QUARTERS_AN_HOUR;
  measure_cover(outcome, assessment);
}
