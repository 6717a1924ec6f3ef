/* The columns of a clinician's block in the order of the month: placements by their slot, those of
 * which one row allows only one taken together, and each count as soon as what it counts is known.
 */
#ifndef ROTA_SOLVER_MONTHS_MONTH_ORDER_H
#define ROTA_SOLVER_MONTHS_MONTH_ORDER_H

#include "model/programme.h"

/* One column, or placements of which at most one is done; next to each other in the order. */
struct month_item {
  int first, count; /* in month_order.columns */
};

struct month_order {
  int *columns; /* [columns of the programme] */
  struct month_item *items;
  int n_items;
  bool
      *helps; /* [terms] can a larger value of the term's column bring its row within its bounds? */
};

/* falls[columns]: as in diagram_new. Close with month_order_close. */
void month_order_open(struct month_order *out, const struct programme *programme,
                      const bool *falls);
void month_order_close(struct month_order *order);

#endif
