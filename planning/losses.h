/* The cover that one rota has and another has not. */
#ifndef ROTA_PLANNING_LOSSES_H
#define ROTA_PLANNING_LOSSES_H

#include "model/audit.h"
#include "planning/advice.h"

/* Sessions of need and cover that nobody fills. */
int64_t losses_missing(const struct audit *audit);

/* Appends a struct advice_loss for whatever lacks more people in `after` than in
 * `before`, most first; both are of the same service and month but for who is away. */
void losses_add(const struct audit *before, const struct audit *after, GPtrArray *losses);

/* The same of what a repair loses (struct repair_loss). */
void losses_add_repaired(const struct problem *problem, const GArray *repaired, GPtrArray *losses);

#endif
