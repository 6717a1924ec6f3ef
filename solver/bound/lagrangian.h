/* The Lagrangian value of prices on the coupling rows: a proven bound. Prices
 * are whole multiples of 1 / LAGRANGIAN_SCALE, so that costs at these prices and
 * their sum are exact integers; what each block costs at least at them comes
 * from branch and cut, less a margin for its floating point. */
#ifndef ROTA_SOLVER_BOUND_LAGRANGIAN_H
#define ROTA_SOLVER_BOUND_LAGRANGIAN_H

#include "model/status.h"
#include "solver/bound/decomposition.h"

enum { LAGRANGIAN_SCALE = 1048576 };

struct lagrangian {
  const struct decomposition *decomposition;
  int64_t *prices;            /* [rows], scaled; those of rows that don't couple are not read */
  int64_t iterations_allowed; /* of a block's branching */
  bool (*ended)(void *context);
  void *context;
  int64_t work; /* simplex iterations so far */
};

void lagrangian_open(struct lagrangian *lagrangian, const struct decomposition *decomposition);
void lagrangian_close(struct lagrangian *lagrangian);

/* Rounds prices, and moves those no solution can gain by. */
void lagrangian_set_prices(struct lagrangian *lagrangian, const double *prices);

/* False: no bound, for lack of time or because a column has no end. */
bool lagrangian_value(struct lagrangian *lagrangian, double *value, enum status *status);

#endif
