#include "model/scenario.h"

#include <glib.h>

struct scenario *scenario_new(void)
{
  struct scenario *scenario = g_new0(struct scenario, 1);
  scenario->arena = arena_new();
  scenario->horizon_weeks = SCENARIO_WEEKS;
  return scenario;
}

void scenario_free(struct scenario *scenario)
{
  if (!scenario)
    return;
  arena_free(scenario->arena);
  g_free(scenario);
}
