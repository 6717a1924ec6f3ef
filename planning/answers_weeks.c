#include "planning/answers_weeks.h"

#include "planning/answers_clear.h"

#include <glib.h>
#include <math.h>

static const struct outcome *outcome_of(const struct answers_weeks *weeks, int column)
{
  return column == 0 ? weeks->baseline : weeks->scenarios[column - 1];
}

const struct outcome_spread *answers_weeks_of(const struct answers_weeks *weeks, int column,
                                              int week, int group, enum outcome_series series)
{
  const struct outcome *outcome = outcome_of(weeks, column);
  bool known = outcome->weeks && week <= outcome->n_weeks;
  return known ? &outcome->weeks[week].of[group][series] : NULL;
}

/* Does it say how far the column's figures are chance of the search? */
static bool is_searched(const struct outcome *outcome, const struct outcome *baseline)
{
  bool same = outcome != baseline && outcome_is_same_ahead(outcome, baseline);
  return outcome->others->len > 0 && !outcome->once && !outcome->once_ahead && !same;
}

/* The range over the column's searches, of that week or any near it: of rotas one as good as the
 * other one sees in this week whom another sees in the next, and three searches often agree on a
 * single week by chance. */
static int64_t range_of(const struct answers_weeks *weeks, int column, int week, int group,
                        enum outcome_series series)
{
  enum { NEAR = 4 };
  int64_t out = 0;
  for (int w = MAX(0, week - NEAR); w <= week + NEAR; w++) {
    const struct outcome_spread *spread = answers_weeks_of(weeks, column, w, group, series);
    if (spread)
      out = MAX(out, spread->most - spread->least);
  }
  return out;
}

/* How far the searches of the column and of the service as it is lie apart, added up: each its own
 * range, or the mean of all that were searched, where that is more. Further than any difference,
 * where none were. */
static int64_t reach_of(const struct answers_weeks *weeks, int column, int week, int group,
                        enum outcome_series series)
{
  int64_t sum = 0, count = 0;
  for (int c = 0; c <= weeks->n_scenarios; c++) {
    const struct outcome *outcome = outcome_of(weeks, c);
    if (!outcome->weeks || !is_searched(outcome, weeks->baseline))
      continue;
    sum += range_of(weeks, c, week, group, series);
    count++;
  }
  if (count == 0)
    return INT64_MAX;
  int64_t mean = (sum + count - 1) / count;
  return MAX(range_of(weeks, 0, week, group, series), mean) +
         MAX(range_of(weeks, column, week, group, series), mean);
}

/* In hundredths; of people who are counted one by one no less than the root of how many they are
 * says. */
static double error_of(const struct outcome_spread *spread)
{
  bool drawn = spread->low != spread->mean || spread->high != spread->mean;
  double people = 100 * sqrt((double)ABS(spread->mean) / 100) / sqrt(WAITING_REPLICATIONS);
  return drawn ? MAX(answers_clear_error((double)(spread->high - spread->low)), people) : 0;
}

/* Twice that. What 10% or 90% don't exceed errs by 1.7 times as much, in whole people. */
static int64_t chance_of(const struct outcome_spread *a, const struct outcome_spread *b,
                         bool quantile)
{
  double error = 2 * MAX(error_of(a), error_of(b));
  return (int64_t)(quantile ? 100 * ceil(1.7 * error / 100) : ceil(error));
}

bool answers_weeks_are_unclear(const struct answers_weeks *weeks, int column, int week, int group,
                               enum outcome_series series, bool quantile, int64_t difference)
{
  const struct outcome_spread *base = answers_weeks_of(weeks, 0, week, group, series);
  const struct outcome_spread *own = answers_weeks_of(weeks, column, week, group, series);
  if (own->mean != base->mean && outcome_is_within(own, base))
    return true;
  bool same = outcome_is_same_ahead(outcome_of(weeks, column), weeks->baseline);
  int64_t reach = same ? 0 : reach_of(weeks, column, week, group, series);
  return difference != 0 && ABS(difference) <= MAX(reach, chance_of(base, own, quantile));
}
