#include "solver/solver.h"

#include "solver/engine/outside.h"
#include "solver/gap.h"
#include "solver/run.h"
#include "solver/threads.h"

#include <math.h>
#include <string.h>

struct solver_settings solver_default_settings(void)
{
  return (struct solver_settings){
      .time_limit_ms = 60000, .threads = (int)g_get_num_processors(), .seed = 1};
}

bool solver_engine_parse(const char *name, enum solver_engine *out)
{
  static const char *const names[] = {[SOLVER_ENGINE_AUTO] = "auto",
                                      [SOLVER_ENGINE_GLPK] = "glpk",
                                      [SOLVER_ENGINE_CBC] = "cbc",
                                      [SOLVER_ENGINE_HIGHS] = "highs"};
  for (int k = 0; k < (int)G_N_ELEMENTS(names); k++)
    if (strcmp(name, names[k]) == 0) {
      *out = (enum solver_engine)k;
      return true;
    }
  return false;
}

bool solver_has_engine(enum solver_engine engine)
{
  struct outside *outside = outside_new(engine);
  bool has = outside || engine == SOLVER_ENGINE_AUTO || engine == SOLVER_ENGINE_GLPK;
  outside_free(outside);
  return has;
}

double solver_gap(const struct solver_result *result)
{
  if (!result->x || !result->has_bound)
    return INFINITY;
  return gap_of(result->objective, result->bound);
}

void solver_result_clear(struct solver_result *result)
{
  g_free(result->x);
  g_free(result->conflict);
  g_free(result->prices);
  g_free(result->point);
  g_free(result->engines);
  g_free(result->engine_fault);
  *result = (struct solver_result){0};
}

/* What is the same on every machine rests on GLPK alone, unless somebody asks for another. */
static struct outside *engine_beside(const struct solver_settings *settings)
{
  bool alone = settings->deterministic && settings->engine == SOLVER_ENGINE_AUTO;
  return alone ? NULL : outside_new(settings->engine);
}

enum status solver_solve(const struct programme *programme, const struct solver_settings *settings,
                         const int64_t *start, struct solver_result *out)
{
  *out = (struct solver_result){.verdict = SOLVER_NOTHING};
  struct column_view *view = column_view_new(programme);
  struct run run;
  run_begin(&run, view, settings, start);
  run.outside = engine_beside(settings);
  threads_solve(&run);
  enum status status = run_result(&run, out);
  outside_free(run.outside);
  run_clear(&run);
  column_view_free(view);
  return status;
}
