/* The cheapest month of a clinician: a shortest path through the diagram of their months that keeps
 * within its resources. Resources are priced first, which gives a bound (Lagrangian relaxation:
 * Handler and Zang 1980), and then the paths that may cost less than the cheapest known are
 * followed side by side, layer by layer (Irnich and Desaulniers 2005). All numbers are integers, so
 * that both are exact. */
#ifndef ROTA_SOLVER_MONTHS_CHEAPEST_MONTH_H
#define ROTA_SOLVER_MONTHS_CHEAPEST_MONTH_H

#include "solver/months/diagram.h"

struct cheapest_month {
  const struct diagram *diagram;
  int paths_most;   /* paths that are followed side by side; the best bounded of more */
  int64_t until_us; /* of g_get_monotonic_time: paths are then followed no further; 0: no limit */
  int64_t *prices;  /* [resources] where the last search ended, and the next begins */
  int64_t *togo;    /* [nodes] what the way to the end costs at least, at these prices */
  int64_t *costs;   /* [steps] of their columns; INT64_MAX: something else is fixed */
  int64_t *reduced; /* [steps] the same less the prices of what they use */
};

/* The diagram must outlive it. */
void cheapest_month_open(struct cheapest_month *out, const struct diagram *diagram, int paths_most);
void cheapest_month_close(struct cheapest_month *cheapest);

/* Where the next search begins: at these prices[rows], times `scale`. */
void cheapest_month_set_prices(struct cheapest_month *cheapest, const double *prices, double scale);

/* costs[columns of the block]; fixed[columns]: values that they have to have, -1: any. A month of
 * less than `most` into x[columns] and what it costs into *cost; and into *bound what every month
 * costs at least, if that is less than `most`. False: none was found. */
bool cheapest_month_find(struct cheapest_month *cheapest, const int64_t *costs, const int *fixed,
                         int64_t most, int64_t *x, int64_t *cost, int64_t *bound);

#endif
