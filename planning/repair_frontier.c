#include "planning/repair_frontier.h"

bool repair_frontier_add(const struct repair_request *request, int changes, GArray *points)
{
  struct repair_request within = *request;
  struct repair_result result;
  within.budget = changes;
  repair_rota(&within, &result);
  bool found = result.verdict == BUILD_DONE;
  if (found) {
    const struct repair_point point = {changes, result.lost, result.price};
    g_array_append_val(points, point);
  }
  repair_result_clear(&result);
  return found;
}

/* The fewest changes of any lawful rota, whatever cover it loses. */
static int fewest(const struct repair_request *request, const struct repair_result *result)
{
  struct repair_request first = *request;
  struct repair_result lawful;
  first.keep_gaps = true;
  repair_rota(&first, &lawful);
  int out = (int)(lawful.verdict == BUILD_DONE ? lawful.changes.value : result->changes.value);
  repair_result_clear(&lawful);
  return out;
}

GArray *repair_frontier_new(const struct repair_request *request,
                            const struct repair_result *result, int beyond)
{
  GArray *points = g_array_new(FALSE, FALSE, sizeof(struct repair_point));
  int last = (int)result->changes.value + beyond;
  for (int changes = fewest(request, result); changes <= last; changes++)
    repair_frontier_add(request, changes, points);
  return points;
}
