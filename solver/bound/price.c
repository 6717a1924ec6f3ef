#include "solver/bound/price.h"

#include "solver/branch.h"
#include "solver/whole.h"

#include <glib.h>
#include <math.h>

/* A column beyond this is as good as endless: a price at which it would fill
 * up costs more than any solution. */
enum { ENDLESS = 500 };

/* No price is beyond this, so that overflow is far; where it comes all the same
 * there is no bound. */
static const double price_most = 1 << 20;

void pricing_open(struct pricing *pricing, const struct blocks *blocks)
{
  *pricing = (struct pricing){.blocks = blocks};
  pricing->prices = g_new0(int64_t, (gsize)blocks->whole->n_rows + 1);
  pricing->x = g_new0(int64_t, (gsize)blocks->whole->n_columns + 1);
}

void pricing_close(struct pricing *pricing)
{
  g_free(pricing->prices);
  g_free(pricing->x);
}

/* costs[columns] at the prices, scaled. NULL: too large a number. */
static int64_t *costs_at_prices(const struct pricing *pricing)
{
  const struct programme *p = pricing->blocks->whole;
  int64_t *costs = g_new(int64_t, (gsize)p->n_columns + 1);
  bool fine = true;
  for (int j = 0; j < p->n_columns; j++) {
    costs[j] = 0;
    fine = fine && whole_add_product(&costs[j], PRICE_SCALE, p->columns[j].cost);
  }
  for (int i = 0; i < p->n_rows; i++)
    if (pricing->blocks->couples[i] && pricing->prices[i] != 0)
      for (int k = p->rows[i].first; fine && k < p->rows[i].first + p->rows[i].count; k++)
        fine = whole_add_product(&costs[p->terms[k].column], -pricing->prices[i],
                                 p->terms[k].coefficient);
  if (fine)
    return costs;
  g_free(costs);
  return NULL;
}

/* A count with hardly any end must not gain by growing: lowers the price of its
 * row until it does not. */
static void rein_in(struct pricing *pricing)
{
  const struct programme *p = pricing->blocks->whole;
  g_autofree int64_t *costs = costs_at_prices(pricing);
  for (int i = 0; costs && i < p->n_rows; i++) {
    if (!pricing->blocks->couples[i])
      continue;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      const struct term *term = &p->terms[k];
      const struct column *column = &p->columns[term->column];
      int64_t a = term->coefficient, price = pricing->prices[i];
      if (column->label.clinician >= 0 || column->upper < ENDLESS || costs[term->column] >= 0 ||
          (a > 0) != (price > 0))
        continue;
      int64_t excess = (-costs[term->column] + ABS(a) - 1) / ABS(a);
      int64_t cut = MIN(excess, ABS(price));
      pricing->prices[i] += price > 0 ? -cut : cut;
      for (int t = p->rows[i].first; t < p->rows[i].first + p->rows[i].count; t++)
        costs[p->terms[t].column] += (price > 0 ? cut : -cut) * p->terms[t].coefficient;
    }
  }
}

void pricing_set(struct pricing *pricing, const double *prices)
{
  const struct programme *p = pricing->blocks->whole;
  for (int i = 0; i < p->n_rows; i++) {
    int64_t price = llround(CLAMP(prices[i], -price_most, price_most) * PRICE_SCALE);
    bool endless = price > 0 ? p->rows[i].lower <= -PROGRAMME_INFINITY
                             : p->rows[i].upper >= PROGRAMME_INFINITY;
    pricing->prices[i] = endless ? 0 : price;
  }
  rein_in(pricing);
}

/* The least a block costs; false when that is not known. */
static bool price_block(struct pricing *pricing, struct block *block, const int64_t *costs,
                        int64_t *least, enum status *status)
{
  struct programme *p = block->programme;
  int64_t dearest = 0;
  for (int k = 0; k < p->n_columns; k++) {
    p->columns[k].cost = costs[block->columns[k]];
    dearest = MAX(dearest, ABS(p->columns[k].cost));
  }
  struct branch_talk talk = {.context = pricing->context, .ended = pricing->ended};
  struct branch_limits limits = {.cutoff = INT64_MAX,
                                 .iterations = pricing->iterations_allowed,
                                 .deadline_us = pricing->deadline_us,
                                 .talk = &talk};
  struct branch_result result;
  g_autofree int64_t *x = g_new(int64_t, (gsize)p->n_columns + 1);
  *status = branch_solve(p, &limits, x, &result);
  if (*status != STATUS_OK)
    return false;
  pricing->work += result.iterations;
  if (result.end == BRANCH_OPTIMAL || result.end == BRANCH_FOUND)
    for (int k = 0; k < p->n_columns; k++)
      pricing->x[block->columns[k]] = x[k];
  /* a millionth of the sum and of its dearest, as terms may cancel, and a little:
   * more than GLPK's tolerances can hide */
  *least = result.bound - 4 - ABS(result.bound) / 1000000 - dearest / 1000000;
  return result.has_bound;
}

bool pricing_value(struct pricing *pricing, double *value, enum status *status)
{
  const struct programme *p = pricing->blocks->whole;
  g_autofree int64_t *costs = costs_at_prices(pricing);
  int64_t sum = 0;
  bool fine = costs != NULL;
  for (int i = 0; fine && i < p->n_rows; i++)
    if (pricing->blocks->couples[i] && pricing->prices[i] != 0)
      fine = whole_add_product(&sum, pricing->prices[i],
                               pricing->prices[i] > 0 ? p->rows[i].lower : p->rows[i].upper);
  for (int k = 0; fine && k < pricing->blocks->n_loose; k++) {
    int j = pricing->blocks->loose[k];
    int64_t end = costs[j] >= 0 ? p->columns[j].lower : p->columns[j].upper;
    pricing->x[j] = end;
    fine = end > -PROGRAMME_INFINITY && end < PROGRAMME_INFINITY &&
           whole_add_product(&sum, costs[j], end);
  }
  for (int b = 0; fine && b < pricing->blocks->count; b++) {
    int64_t least;
    fine = price_block(pricing, &pricing->blocks->items[b], costs, &least, status) &&
           whole_add_product(&sum, 1, least);
  }
  if (fine)
    *value = (double)sum / PRICE_SCALE;
  return fine;
}
