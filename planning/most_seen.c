#include "planning/most_seen.h"

#include "model/formulation.h"
#include "model/waiting/capacity.h"
#include "solver/solver.h"

/* New slots are counted in tenths here: a debrief leaves odd hundredths, and finer weights would
 * only make the numbers larger. */
enum { HUNDREDTHS_IN_ONE = 10 };

static int64_t common_divisor(int64_t a, int64_t b)
{
  while (b != 0) {
    int64_t rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/* [candidates] what each sees, in the largest units that all are whole numbers of; g_free it.
 * `*most`: no rota sees so many. */
static int64_t *weigh(const struct problem *problem, int64_t *most)
{
  int64_t *out = g_new0(int64_t, (gsize)problem->n_candidates + 1), unit = 0;
  int cells = problem->service->n_clinicians * problem->month->n_slots;
  for (int j = 0; j < problem->n_candidates; j++) {
    int seen = capacity_sees(problem, &problem->candidates[j]);
    out[j] = (seen + HUNDREDTHS_IN_ONE / 2) / HUNDREDTHS_IN_ONE;
    unit = common_divisor(out[j], unit);
  }
  *most = 1;
  for (int cell = 0; cell < cells && unit > 0; cell++) {
    int64_t best = 0;
    for (int j = problem->cell[cell]; j < problem->cell[cell + 1]; j++) {
      out[j] /= unit;
      best = MAX(best, out[j]);
    }
    *most += best;
  }
  return out;
}

/* A point costs more than all patients that can be seen are worth. */
static struct programme *with_patients(const struct problem *problem, const int64_t *seen,
                                       int64_t most)
{
  struct programme *out = formulation_build(problem);
  for (int j = 0; j < out->n_columns; j++)
    out->columns[j].cost *= most;
  for (int j = 0; j < problem->n_candidates; j++)
    out->columns[j].cost -= seen[j];
  return out;
}

static void take(const struct problem *problem, const struct solver_result *solved,
                 struct build_result *built)
{
  struct rota *rota = formulation_rota(problem, solved->x);
  struct audit *audit = audit_new(problem, rota);
  bool fine = audit->broken == 0 && audit->cost <= built->audit->cost;
  audit_free(fine ? built->audit : audit);
  rota_free(fine ? built->rota : rota);
  if (!fine)
    return;
  built->rota = rota;
  built->audit = audit;
  built->proven = built->proven || (built->has_bound && built->bound == audit->cost);
}

bool most_seen(const struct build_request *request, int seconds, struct build_result *built)
{
  const struct problem *problem = request->problem;
  int64_t most;
  if (built->verdict != BUILD_DONE || built->audit->broken > 0)
    return false;
  g_autofree int64_t *seen = weigh(problem, &most);
  if (most == 1)
    return built->proven;
  struct solver_settings settings = build_solver_settings(request->settings);
  settings.time_limit_ms = seconds * 1000;
  settings.gap_limit = 0;
  settings.report = NULL;
  struct programme *programme = with_patients(problem, seen, most);
  g_autofree int64_t *start = build_start_values(problem, programme, built->rota);
  struct solver_result solved = {0};
  bool proven = solver_solve(programme, &settings, start, &solved) == STATUS_OK &&
                solved.verdict == SOLVER_OPTIMAL;
  if (solved.x)
    take(problem, &solved, built);
  if (!built->engine_fault)
    built->engine_fault = g_steal_pointer(&solved.engine_fault);
  built->seconds += solved.seconds;
  solver_result_clear(&solved);
  programme_free(programme);
  return proven;
}
