/* Cover and price against the number of changes. */
#ifndef ROTA_PLANNING_REPAIR_FRONTIER_H
#define ROTA_PLANNING_REPAIR_FRONTIER_H

#include "planning/repair.h"

/* The best within so many changes. */
struct repair_point {
  int changes;
  struct repair_aim lost, price;
};

/* From the fewest changes of any lawful rota to `beyond` more than `result`, which was made by
 * the request, has: struct repair_point. g_array_unref it. */
GArray *repair_frontier_new(const struct repair_request *request,
                            const struct repair_result *result, int beyond);

/* Appends the best within so many changes; false: nothing lawful was found within them. */
bool repair_frontier_add(const struct repair_request *request, int changes, GArray *points);

#endif
