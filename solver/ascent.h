/* Raises the Lagrangian value by moving the prices: the volume algorithm
 * (Barahona and Anbil, 2000), a subgradient method that steers by a running
 * average of the solutions priced so far. */
#ifndef ROTA_SOLVER_ASCENT_H
#define ROTA_SOLVER_ASCENT_H

#include "solver/price.h"

struct ascent {
  struct pricing pricing;
  double *prices;   /* [rows] the best so far */
  double *trial;    /* [rows] */
  double *activity; /* [rows] of the average of solutions */
  double *latest;   /* [rows] of the last priced */
  double value;     /* at the best prices; -INFINITY before the first */
  double reach;     /* share of the way to the target in a step */
  int fruitless;    /* steps since the last better value */
};

void ascent_open(struct ascent *ascent, const struct blocks *blocks);
void ascent_close(struct ascent *ascent);

/* Prices these, and begins anew from them if they are better. False: no value
 * (see pricing_value). */
bool ascent_start(struct ascent *ascent, const double *prices, const double *values,
                  enum status *status);
/* One step towards a value a little above `target` at most. */
bool ascent_step(struct ascent *ascent, double target, enum status *status);

#endif
