/* What each row charges for the activity of its columns, when the counts that
 * occur in no other row make the best of it: a convex price with a penalty
 * beyond what they can take up. */
#ifndef ROTA_SOLVER_ANNEAL_TOLL_H
#define ROTA_SOLVER_ANNEAL_TOLL_H

#include "solver/view.h"

/* A count of one row, as that row's way to come nearer a bound. */
struct slope {
  int64_t step, units, cost; /* activity and cost of a unit; how many there are */
  int column;
  bool rises; /* the count goes up, from its lower end */
};

/* Of one row: bounds with such counts at their cheaper ends, its smallest
 * coefficient, and which slopes raise its activity from there, and lower it,
 * cheapest first. */
struct toll {
  int64_t low, high, unit;
  int up, n_up, down, n_down;
};

struct tolls {
  const struct view *view;
  bool *own;         /* [columns] counts of one row */
  struct toll *rows; /* [rows] */
  struct slope *slopes;
  int64_t penalty; /* for each unit beyond */
};

void tolls_open(struct tolls *tolls, const struct view *view, int64_t penalty);
void tolls_close(struct tolls *tolls);

/* The end where a count costs least. */
int64_t toll_cheap_end(const struct column *column);
/* The price of a row at the activity of all but its own counts. The toll may be a
 * copy of tolls->rows[row], kept where it is at hand. */
int64_t toll_price(const struct tolls *tolls, const struct toll *toll, int64_t activity);
/* Sets the row's own counts, now at their cheaper ends, to what it is charged for. */
void toll_read(const struct tolls *tolls, int row, int64_t activity, int64_t *x);

#endif
