/* Another month for each clinician whose own rows a rota breaks: that which keeps them all and
 * changes the fewest assignments. */
#ifndef ROTA_SOLVER_MONTHS_NEAREST_MONTHS_H
#define ROTA_SOLVER_MONTHS_NEAREST_MONTHS_H

#include "solver/lns/lns.h"

/* Offers the run's solution with such months. */
void nearest_months(struct run *run, struct lns *lns);

#endif
