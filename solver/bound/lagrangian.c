#include "solver/bound/lagrangian.h"

#include "model/integer.h"
#include "solver/mip.h"

#include <glib.h>
#include <math.h>

/* A column with a larger upper bound counts as unbounded: were its reduced cost negative,
 * the bound would be worth nothing. */
enum { ENDLESS = 500 };

/* Prices are clamped to this, so that sums seldom overflow; where one does there is no
 * bound. */
static const double price_most = 1 << 20;

void lagrangian_open(struct lagrangian *lagrangian, const struct decomposition *decomposition)
{
  *lagrangian = (struct lagrangian){.decomposition = decomposition};
  lagrangian->prices = g_new0(int64_t, (gsize)decomposition->whole->n_rows + 1);
}

void lagrangian_close(struct lagrangian *lagrangian)
{
  g_free(lagrangian->prices);
  g_free(lagrangian->costs);
}

/* Reduced costs[columns] at the prices, scaled. NULL: a number is too large. */
static int64_t *costs_at_prices(const struct lagrangian *lagrangian)
{
  const struct programme *p = lagrangian->decomposition->whole;
  int64_t *costs = g_new(int64_t, (gsize)p->n_columns + 1);
  bool fine = true;
  for (int j = 0; j < p->n_columns; j++) {
    costs[j] = 0;
    fine = fine && integer_add_product(&costs[j], LAGRANGIAN_SCALE, p->columns[j].cost);
  }
  for (int i = 0; i < p->n_rows; i++)
    if (lagrangian->decomposition->couples[i] && lagrangian->prices[i] != 0)
      for (int k = p->rows[i].first; fine && k < p->rows[i].first + p->rows[i].count; k++)
        fine = integer_add_product(&costs[p->terms[k].column], -lagrangian->prices[i],
                                   p->terms[k].coefficient);
  if (fine)
    return costs;
  g_free(costs);
  return NULL;
}

/* Lowers prices until no unbounded column has a negative reduced cost. */
static void lower_prices(struct lagrangian *lagrangian)
{
  const struct programme *p = lagrangian->decomposition->whole;
  int64_t *costs = lagrangian->costs;
  for (int i = 0; costs && i < p->n_rows; i++) {
    if (!lagrangian->decomposition->couples[i])
      continue;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      const struct term *term = &p->terms[k];
      const struct column *column = &p->columns[term->column];
      int64_t a = term->coefficient, price = lagrangian->prices[i];
      bool in_block = column->label.clinician >= 0 && lagrangian->decomposition->count > 0;
      if (in_block || column->upper < ENDLESS || costs[term->column] >= 0 || (a > 0) != (price > 0))
        continue;
      int64_t excess = (-costs[term->column] + ABS(a) - 1) / ABS(a);
      int64_t cut = MIN(excess, ABS(price));
      lagrangian->prices[i] += price > 0 ? -cut : cut;
      for (int t = p->rows[i].first; t < p->rows[i].first + p->rows[i].count; t++)
        costs[p->terms[t].column] += (price > 0 ? cut : -cut) * p->terms[t].coefficient;
    }
  }
}

void lagrangian_set_prices(struct lagrangian *lagrangian, const double *prices)
{
  const struct programme *p = lagrangian->decomposition->whole;
  for (int i = 0; i < p->n_rows; i++) {
    int64_t price = llround(CLAMP(prices[i], -price_most, price_most) * LAGRANGIAN_SCALE);
    bool endless = price > 0 ? p->rows[i].lower <= -PROGRAMME_INFINITY
                             : p->rows[i].upper >= PROGRAMME_INFINITY;
    lagrangian->prices[i] = endless ? 0 : price;
  }
  g_free(lagrangian->costs);
  lagrangian->costs = costs_at_prices(lagrangian);
  lower_prices(lagrangian);
}

/* The block at the reduced costs: x[its columns], and how it ended. */
static bool solve_block(struct lagrangian *lagrangian, struct diagonal_block *block, int64_t *x,
                        struct mip_result *result, enum status *status)
{
  struct programme *p = block->programme;
  for (int k = 0; k < p->n_columns; k++)
    p->columns[k].cost = lagrangian->costs[block->columns[k]];
  struct mip_callbacks callbacks = {.context = lagrangian->context, .ended = lagrangian->ended};
  struct mip_limits limits = {.cutoff = INT64_MAX,
                              .iterations = lagrangian->iterations_allowed,
                              .deadline_us = lagrangian->deadline_us,
                              .callbacks = &callbacks};
  *status = mip_solve(p, &limits, x, result);
  if (*status != STATUS_OK)
    return false;
  lagrangian->work += result->iterations;
  return true;
}

/* A lower bound of what a block costs at the prices; false: there is none. */
static bool value_block(struct lagrangian *lagrangian, struct diagonal_block *block, int64_t *least,
                        enum status *status)
{
  struct programme *p = block->programme;
  int64_t dearest = 0;
  struct mip_result result;
  g_autofree int64_t *x = g_new(int64_t, (gsize)p->n_columns + 1);
  if (!solve_block(lagrangian, block, x, &result, status))
    return false;
  for (int k = 0; k < p->n_columns; k++)
    dearest = MAX(dearest, ABS(p->columns[k].cost));
  /* less a millionth of the cost, a millionth of the dearest column, as costs may cancel,
   * and four units: more than GLPK's tolerances can hide */
  *least = result.bound - 4 - ABS(result.bound) / 1000000 - dearest / 1000000;
  return result.has_bound;
}

bool lagrangian_price(struct lagrangian *lagrangian, int block, int64_t *x, double *cost,
                      enum status *status)
{
  struct mip_result result;
  *status = STATUS_OK;
  if (!lagrangian->costs ||
      !solve_block(lagrangian, &lagrangian->decomposition->items[block], x, &result, status))
    return false;
  *cost = (double)result.cost / LAGRANGIAN_SCALE;
  return result.end == MIP_OPTIMAL || result.end == MIP_FOUND;
}

static bool has_time(const struct lagrangian *lagrangian)
{
  return lagrangian->deadline_us <= 0 || g_get_monotonic_time() < lagrangian->deadline_us;
}

bool lagrangian_rest(const struct lagrangian *lagrangian, int64_t *sum)
{
  const struct programme *p = lagrangian->decomposition->whole;
  const int64_t *costs = lagrangian->costs;
  bool fine = costs != NULL;
  *sum = 0;
  for (int i = 0; fine && i < p->n_rows; i++)
    if (lagrangian->decomposition->couples[i] && lagrangian->prices[i] != 0)
      fine = integer_add_product(sum, lagrangian->prices[i],
                                 lagrangian->prices[i] > 0 ? p->rows[i].lower : p->rows[i].upper);
  for (int k = 0; fine && k < lagrangian->decomposition->n_loose; k++) {
    int j = lagrangian->decomposition->loose[k];
    int64_t end = costs[j] >= 0 ? p->columns[j].lower : p->columns[j].upper;
    fine = end > -PROGRAMME_INFINITY && end < PROGRAMME_INFINITY &&
           integer_add_product(sum, costs[j], end);
  }
  return fine;
}

bool lagrangian_value(struct lagrangian *lagrangian, double *value, enum status *status)
{
  int64_t sum;
  bool fine = lagrangian_rest(lagrangian, &sum);
  for (int b = 0; fine && b < lagrangian->decomposition->count; b++) {
    int64_t least;
    fine = has_time(lagrangian) &&
           value_block(lagrangian, &lagrangian->decomposition->items[b], &least, status) &&
           integer_add_product(&sum, 1, least);
  }
  if (fine)
    *value = (double)sum / LAGRANGIAN_SCALE;
  return fine;
}
