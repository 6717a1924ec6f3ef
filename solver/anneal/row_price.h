/* The price of a row for the activity of its other columns, when the counts that are in no
 * other row (its own counts) take their cheapest values: piecewise linear and convex, with
 * a penalty beyond what they can take up. */
#ifndef ROTA_SOLVER_ANNEAL_ROW_PRICE_H
#define ROTA_SOLVER_ANNEAL_ROW_PRICE_H

#include "solver/column_view.h"

/* What a row's own count can do for it: `units` steps of the activity, each at a cost. */
struct slope {
  int64_t step, units, cost; /* `step` and `cost` are of one unit */
  int column;
  bool rises; /* the count goes up from its lower bound; otherwise down from its upper */
};

/* Of one row: its bounds on the activity of other columns while its own counts rest at their
 * cheaper ends, its smallest coefficient, and its slopes that raise the activity, and that
 * lower it, cheapest first. */
struct row_price {
  int64_t low, high, unit;
  int up, n_up, down, n_down;
};

struct row_prices {
  const struct column_view *view;
  bool *own;              /* [columns] is it a count of one row? */
  struct row_price *rows; /* [rows] */
  struct slope *slopes;
  int64_t penalty; /* for each `unit` beyond what slopes can take up */
};

void row_prices_open(struct row_prices *row_prices, const struct column_view *view,
                     int64_t penalty);
void row_prices_close(struct row_prices *row_prices);

/* The bound at which a count costs least. */
int64_t row_price_cheap_end(const struct column *column);
/* The price at an activity below `low`, and above `high`, for row_price_at. */
int64_t row_price_below(const struct row_prices *row_prices, const struct row_price *row_price,
                        int64_t activity);
int64_t row_price_above(const struct row_prices *row_prices, const struct row_price *row_price,
                        int64_t activity);
/* The price at an activity of all but the row's own counts. `row_price` is
 * row_prices->rows[row], or a copy of it. */
static inline int64_t row_price_at(const struct row_prices *row_prices,
                                   const struct row_price *row_price, int64_t activity)
{
  if (activity < row_price->low)
    return row_price_below(row_prices, row_price, activity);
  return activity > row_price->high ? row_price_above(row_prices, row_price, activity) : 0;
}
/* Sets the row's own counts in x[columns], where they are at their cheaper ends, to the
 * values that the price stands for. */
void row_price_read(const struct row_prices *row_prices, int row, int64_t activity, int64_t *x);

#endif
