#include "solver/ascent.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Share of the latest solution in the average, and how the reach of steps
 * answers to success and the lack of it. */
static const double latest_share = 0.1;
static const double reach_first = 0.5, reach_most = 1.5, reach_least = 0.0005;
enum { FRUITLESS_MOST = 4 };

static double *doubles(int count)
{
  return g_new0(double, (gsize)count + 1);
}

void ascent_open(struct ascent *ascent, const struct blocks *blocks)
{
  int rows = blocks->whole->n_rows;
  *ascent = (struct ascent){.prices = doubles(rows),
                            .trial = doubles(rows),
                            .activity = doubles(rows),
                            .latest = doubles(rows),
                            .value = -INFINITY,
                            .reach = reach_first};
  pricing_open(&ascent->pricing, blocks);
}

void ascent_close(struct ascent *ascent)
{
  pricing_close(&ascent->pricing);
  g_free(ascent->prices);
  g_free(ascent->trial);
  g_free(ascent->activity);
  g_free(ascent->latest);
}

static void activities(const struct ascent *ascent, double *out)
{
  const struct blocks *blocks = ascent->pricing.blocks;
  for (int i = 0; i < blocks->whole->n_rows; i++)
    if (blocks->couples[i])
      out[i] = (double)programme_activity(blocks->whole, i, ascent->pricing.x);
}

static void keep_trial(struct ascent *ascent, double value)
{
  int rows = ascent->pricing.blocks->whole->n_rows;
  for (int i = 0; i < rows; i++) /* as they were rounded and reined in */
    ascent->prices[i] = (double)ascent->pricing.prices[i] / PRICE_SCALE;
  ascent->value = value;
  ascent->fruitless = 0;
}

bool ascent_start(struct ascent *ascent, const double *prices, const double *values,
                  enum status *status)
{
  const struct programme *p = ascent->pricing.blocks->whole;
  double value;
  pricing_set(&ascent->pricing, prices);
  if (!pricing_value(&ascent->pricing, &value, status))
    return false;
  if (value <= ascent->value)
    return true;
  keep_trial(ascent, value);
  for (int i = 0; i < p->n_rows; i++) {
    ascent->activity[i] = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      ascent->activity[i] += (double)p->terms[k].coefficient * values[p->terms[k].column];
  }
  return true;
}

/* How far the row is from where its price would have it. */
static double pull(const struct row *row, double activity, double price)
{
  if (row->lower > -PROGRAMME_INFINITY && (activity < (double)row->lower || price > 0))
    return (double)row->lower - activity;
  if (row->upper < PROGRAMME_INFINITY && (activity > (double)row->upper || price < 0))
    return (double)row->upper - activity;
  return 0;
}

static void step_prices(struct ascent *ascent, double target)
{
  const struct blocks *blocks = ascent->pricing.blocks;
  double square = 0;
  for (int i = 0; i < blocks->whole->n_rows; i++) {
    if (!blocks->couples[i])
      continue;
    double p = pull(&blocks->whole->rows[i], ascent->activity[i], ascent->prices[i]);
    square += p * p;
  }
  double length = square > 1e-9 ? ascent->reach * MAX(1e-3, target - ascent->value) / square : 0;
  for (int i = 0; i < blocks->whole->n_rows; i++) {
    if (!blocks->couples[i])
      continue;
    double before = ascent->prices[i];
    double after = before + length * pull(&blocks->whole->rows[i], ascent->activity[i], before);
    if ((before > 0 && after < 0) || (before < 0 && after > 0))
      after = 0; /* across zero the other bound of the row would hold */
    ascent->trial[i] = after;
  }
}

bool ascent_step(struct ascent *ascent, double target, enum status *status)
{
  const struct blocks *blocks = ascent->pricing.blocks;
  double value;
  step_prices(ascent, target);
  pricing_set(&ascent->pricing, ascent->trial);
  if (!pricing_value(&ascent->pricing, &value, status))
    return false;
  activities(ascent, ascent->latest);
  /* does the new solution pull the same way? Then longer steps will do */
  double along = 0;
  for (int i = 0; i < blocks->whole->n_rows; i++)
    if (blocks->couples[i])
      along += pull(&blocks->whole->rows[i], ascent->activity[i], ascent->prices[i]) *
               pull(&blocks->whole->rows[i], ascent->latest[i], ascent->prices[i]);
  for (int i = 0; i < blocks->whole->n_rows; i++)
    if (blocks->couples[i])
      ascent->activity[i] += latest_share * (ascent->latest[i] - ascent->activity[i]);
  if (value > ascent->value) {
    keep_trial(ascent, value);
    if (along > 0)
      ascent->reach = MIN(reach_most, ascent->reach * 1.1);
  } else if (++ascent->fruitless % FRUITLESS_MOST == 0) {
    ascent->reach = MAX(reach_least, ascent->reach * 0.66);
  }
  return true;
}
