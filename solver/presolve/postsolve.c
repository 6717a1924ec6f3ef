#include "solver/presolve/postsolve.h"

#include <glib.h>
#include <math.h>

enum { PASSES = 3 };

/* In place of infinite bounds, so that slopes stay whole numbers in a double. */
static const double endless = 0x1p40;

/* A breakpoint of the Lagrangian value as a function of a price: there its slope falls. */
struct breakpoint {
  double price, fall;
};

static int compare_breakpoints(const void *a, const void *b)
{
  double p = ((const struct breakpoint *)a)->price, q = ((const struct breakpoint *)b)->price;
  return (p > q) - (p < q);
}

static double end_of(int64_t bound)
{
  return CLAMP((double)bound, -endless, endless);
}

/* The price of a row at which the value is highest, with `costs` of the columns
 * at the prices of all other rows. The value is concave: its slope falls where
 * the price changes sign, and where a column becomes worth its other end.
 * `breakpoints` has room for each term and one more. */
static double best_price(const struct programme *p, const struct row *row, const double *costs,
                         struct breakpoint *breakpoints)
{
  double slope = end_of(row->upper); /* at a price of minus infinity */
  int n = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &p->terms[k];
    double a = (double)term->coefficient;
    double low = end_of(p->columns[term->column].lower),
           high = end_of(p->columns[term->column].upper);
    slope -= a > 0 ? a * low : a * high;
    breakpoints[n++] = (struct breakpoint){costs[term->column] / a, fabs(a) * (high - low)};
  }
  breakpoints[n++] = (struct breakpoint){0, end_of(row->upper) - end_of(row->lower)};
  qsort(breakpoints, (size_t)n, sizeof *breakpoints, compare_breakpoints);
  for (int k = 0; k < n; k++) {
    slope -= breakpoints[k].fall;
    if (slope <= 0)
      return breakpoints[k].price;
  }
  return 0;
}

static void charge(const struct programme *p, int i, double price, double *costs)
{
  for (int k = p->rows[i].first; price != 0 && k < p->rows[i].first + p->rows[i].count; k++)
    costs[p->terms[k].column] -= price * (double)p->terms[k].coefficient;
}

/* Which columns were fixed by the reduction, or had their bounds tightened. */
static bool *find_tightened(const struct programme *p, const struct reduction *reduction)
{
  bool *out = g_new(bool, (gsize)p->n_columns + 1);
  for (int j = 0; j < p->n_columns; j++)
    out[j] = true;
  for (int k = 0; k < reduction->programme->n_columns; k++) {
    const struct column *left = &reduction->programme->columns[k];
    const struct column *column = &p->columns[reduction->kept[k]];
    out[reduction->kept[k]] = left->lower != column->lower || left->upper != column->upper;
  }
  return out;
}

/* A row with a lower bound and no price: may a column's tightened bound hide what it costs? */
static bool may_hide(const struct programme *p, const struct row *row, double price,
                     const bool *tightened)
{
  if (price != 0 || row->lower <= -PROGRAMME_INFINITY || row->upper < PROGRAMME_INFINITY)
    return false;
  for (int k = row->first; k < row->first + row->count; k++)
    if (tightened[p->terms[k].column])
      return true;
  return false;
}

void postsolve_prices(const struct programme *programme, const struct reduction *reduction,
                      const double *reduced, double *prices)
{
  const struct programme *p = programme;
  g_autofree bool *open = g_new(bool, (gsize)p->n_rows + 1); /* its price is still to be found */
  g_autofree bool *tightened = find_tightened(p, reduction);
  g_autofree double *costs = g_new(double, (gsize)p->n_columns + 1);
  int longest = 0;
  for (int j = 0; j < p->n_columns; j++)
    costs[j] = (double)p->columns[j].cost;
  for (int i = 0; i < p->n_rows; i++) {
    open[i] = true;
    prices[i] = 0;
    longest = MAX(longest, p->rows[i].count);
  }
  for (int k = 0; k < reduction->n_rows; k++) {
    int i = reduction->kept_rows[k];
    prices[i] = reduced[k] / (double)reduction->divisors[k];
    open[i] = may_hide(p, &p->rows[i], prices[i], tightened);
    charge(p, i, prices[i], costs);
  }
  g_autofree struct breakpoint *breakpoints = g_new(struct breakpoint, (gsize)longest + 1);
  for (int pass = 0; pass < PASSES; pass++)
    for (int i = 0; i < p->n_rows; i++) {
      if (!open[i])
        continue;
      charge(p, i, -prices[i], costs);
      prices[i] = best_price(p, &p->rows[i], costs, breakpoints);
      charge(p, i, prices[i], costs);
    }
}
