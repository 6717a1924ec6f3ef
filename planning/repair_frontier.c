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

/* Whatever is within fewer changes is within more: what these can't better, fewer can't either. */
static void prove_backwards(GArray *points)
{
  for (guint i = points->len; i > 1; i--) {
    const struct repair_point *more = &g_array_index(points, struct repair_point, i - 1);
    struct repair_point *point = &g_array_index(points, struct repair_point, i - 2);
    bool same = more->lost.value == point->lost.value;
    point->lost.proven = point->lost.proven || (same && more->lost.proven);
    point->price.proven = point->price.proven || (same && more->price.proven && more->lost.proven &&
                                                  more->price.value == point->price.value);
  }
}

GArray *repair_frontier_new(const struct repair_request *request,
                            const struct repair_result *result, int beyond)
{
  GArray *points = g_array_new(FALSE, FALSE, sizeof(struct repair_point));
  int first = fewest(request, result), last = (int)result->changes.value + beyond;
  struct build_settings settings = *request->settings;
  struct repair_request part = *request;
  part.settings = &settings;
  settings.seconds = MAX(1, settings.seconds / MAX(1, last - first + 1));
  for (int changes = first; changes <= last; changes++)
    repair_frontier_add(&part, changes, points);
  if (!request->keep_gaps)
    prove_backwards(points);
  return points;
}
