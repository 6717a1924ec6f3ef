/* The Lagrangian relaxation: coupling rows are priced instead of kept, and each block is
 * solved by itself at the reduced costs (Geoffrion 1974). For any prices that is a bound.
 * Prices are multiples of 1 / LAGRANGIAN_SCALE, so that reduced costs and their sum are
 * exact integers; only what a block costs at least comes from floating point, less a
 * margin. */
#ifndef ROTA_SOLVER_BOUND_LAGRANGIAN_H
#define ROTA_SOLVER_BOUND_LAGRANGIAN_H

#include "model/status.h"
#include "solver/bound/decomposition.h"

enum { LAGRANGIAN_SCALE = 1048576 };

struct lagrangian {
  const struct decomposition *decomposition;
  int64_t *prices;            /* [rows] times LAGRANGIAN_SCALE; of coupling rows only */
  int64_t *costs;             /* [columns] reduced at the prices, times LAGRANGIAN_SCALE; NULL: none
                                 were set, or a number was too large */
  int64_t iterations_allowed; /* in the branch and cut of a block */
  int64_t deadline_us;        /* as of mip_limits; 0: none */
  bool (*ended)(void *context);
  void *context;
  int64_t work; /* simplex iterations so far */
};

void lagrangian_open(struct lagrangian *lagrangian, const struct decomposition *decomposition);
void lagrangian_close(struct lagrangian *lagrangian);

/* Rounds prices[rows]; a price on a side that has no bound becomes 0, and one at which an
 * unbounded column would pay is lowered. */
void lagrangian_set_prices(struct lagrangian *lagrangian, const double *prices);

/* What rows and the columns of no block come to at these prices, times LAGRANGIAN_SCALE: with what
 * each block costs at least, the bound. False: there is none. */
bool lagrangian_rest(const struct lagrangian *lagrangian, int64_t *sum);

/* The bound at these prices. False: there is none, for lack of time, because a column is
 * unbounded, or, with a status, because GLPK gave up. */
bool lagrangian_value(struct lagrangian *lagrangian, double *value, enum status *status);

/* The cheapest x[columns of the block] at these prices, or the cheapest that is found within the
 * iterations allowed, and what it costs there. False: none. */
bool lagrangian_price(struct lagrangian *lagrangian, int block, int64_t *x, double *cost,
                      enum status *status);

#endif
