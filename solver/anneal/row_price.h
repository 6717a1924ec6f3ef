/* What each row charges for the activity of its columns, when the counts that
 * occur in no other row make the best of it: a convex price with a penalty
 * beyond what they can take up. */
#ifndef ROTA_SOLVER_ANNEAL_ROW_PRICE_H
#define ROTA_SOLVER_ANNEAL_ROW_PRICE_H

#include "solver/column_view.h"

/* A count of one row, as that row's way to come nearer a bound. */
struct slope {
  int64_t step, units, cost; /* activity and cost of a unit; how many there are */
  int column;
  bool rises; /* the count goes up, from its lower end */
};

/* Of one row: bounds with such counts at their cheaper ends, its smallest
 * coefficient, and which slopes raise its activity from there, and lower it,
 * cheapest first. */
struct row_price {
  int64_t low, high, unit;
  int up, n_up, down, n_down;
};

struct row_prices {
  const struct column_view *view;
  bool *own;              /* [columns] counts of one row */
  struct row_price *rows; /* [rows] */
  struct slope *slopes;
  int64_t penalty; /* for each unit beyond */
};

void row_prices_open(struct row_prices *row_prices, const struct column_view *view,
                     int64_t penalty);
void row_prices_close(struct row_prices *row_prices);

/* The end where a count costs least. */
int64_t row_price_cheap_end(const struct column *column);
/* The price of a row at the activity of all but its own counts. The row_price may be a
 * copy of row_prices->rows[row], kept where it is at hand. */
int64_t row_price_at(const struct row_prices *row_prices, const struct row_price *row_price,
                     int64_t activity);
/* Sets the row's own counts, now at their cheaper ends, to what it is charged for. */
void row_price_read(const struct row_prices *row_prices, int row, int64_t activity, int64_t *x);

#endif
