/* The Lagrangian value of prices on the coupling rows: a proven bound. Prices
 * are whole multiples of 1 / PRICE_SCALE, so that costs at these prices and
 * their sum are exact integers; what each block costs at least at them comes
 * from branch and cut, less a margin for its floating point. */
#ifndef ROTA_SOLVER_BOUND_PRICE_H
#define ROTA_SOLVER_BOUND_PRICE_H

#include "model/status.h"
#include "solver/bound/blocks.h"

enum { PRICE_SCALE = 1048576 };

struct pricing {
  const struct blocks *blocks;
  int64_t *prices;            /* [rows], scaled; those of rows that don't couple are not read */
  int64_t *x;                 /* [columns] the cheapest at these prices, as far as known */
  int64_t iterations_allowed; /* of a block's branching */
  int64_t deadline_us;        /* 0: none */
  bool (*ended)(void *context);
  void *context;
  int64_t work; /* simplex iterations so far */
};

void pricing_open(struct pricing *pricing, const struct blocks *blocks);
void pricing_close(struct pricing *pricing);

/* Rounds prices, and moves those no solution can gain by. */
void pricing_set(struct pricing *pricing, const double *prices);

/* False: no bound, for lack of time or because a column has no end. */
bool pricing_value(struct pricing *pricing, double *value, enum status *status);

#endif
