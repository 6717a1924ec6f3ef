/* The slots of a month that are counted together: a day, a week, the month. */
#ifndef ROTA_MODEL_SPAN_H
#define ROTA_MODEL_SPAN_H

#include "model/problem.h"

struct span {
  int first, end;  /* slots, from the first to before the end */
  int from, until; /* dates of the whole period, which may reach beyond the month */
};

/* Moves on to the next period that has slots, from all zero to the first; false
 * after the last. */
bool span_next(const struct month *month, enum period per, struct span *span);

/* The number of the period, as in struct demand_cell. */
int span_period(const struct month *month, enum period per, const struct span *span);

#endif
