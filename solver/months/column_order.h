/* The columns of a clinician's block in the order of the month: placements by their slot, and each
 * count as soon as what it counts is known. */
#ifndef ROTA_SOLVER_MONTHS_COLUMN_ORDER_H
#define ROTA_SOLVER_MONTHS_COLUMN_ORDER_H

#include "model/programme.h"

/* order[n_columns]. */
void column_order(const struct programme *programme, int *order);

#endif
