#include "planning/build.h"

#include "model/formulation.h"
#include "planning/conflict.h"
#include "planning/decide.h"
#include "solver/solver.h"

#include <math.h>

/* --- settings --------------------------------------------------------------- */

struct build_settings build_default_settings(void)
{
  struct solver_settings solver = solver_default_settings();
  return (struct build_settings){
      .seconds = 60, .threads = solver.threads, .seed = (gint64)solver.seed};
}

struct build_settings build_part_settings(const struct build_settings *settings, int seconds)
{
  struct build_settings part = *settings;
  part.seconds = seconds;
  part.threads = 1;
  part.gap_percent = 0;
  part.report = NULL;
  part.report_context = NULL;
  return part;
}

bool build_is_stopped(const struct build_settings *settings)
{
  return settings->stop && *settings->stop;
}

bool build_has_engine(const char *name, char **out_reason)
{
  enum solver_engine engine;
  if (!solver_engine_parse(name, &engine))
    *out_reason =
        g_strdup_printf("there is no engine '%s'; there are auto, glpk, cbc and highs", name);
  else if (!solver_has_engine(engine))
    *out_reason = g_strdup_printf("the program '%s' is not on the path", name);
  else
    return true;
  return false;
}

static void pass_progress(void *context, const struct solver_progress *progress)
{
  const struct build_settings *settings = context;
  const struct build_progress passed = {progress->seconds, progress->best, progress->bound,
                                        progress->phase};
  settings->report(settings->report_context, &passed);
}

struct solver_settings build_solver_settings(const struct build_settings *settings)
{
  struct solver_settings out = solver_default_settings();
  out.time_limit_ms = settings->seconds * 1000;
  out.gap_limit = settings->gap_percent / 100;
  out.threads = settings->threads;
  out.seed = (uint64_t)settings->seed;
  if (settings->engine)
    solver_engine_parse(settings->engine, &out.engine);
  out.deterministic = settings->deterministic;
  out.stop = settings->stop;
  if (settings->report) {
    out.report = pass_progress;
    out.report_context = (void *)(gpointer)settings;
  }
  return out;
}

int64_t *build_start_values(const struct problem *problem, const struct programme *programme,
                            const struct rota *rota)
{
  int64_t *values = g_new0(int64_t, (gsize)programme->n_columns + 1);
  for (int i = 0; i < rota->count; i++)
    values[problem_candidate(problem, &rota->items[i])] = 1;
  return values;
}

/* --- solve, audit, refuse --------------------------------------------------- */

char *build_disagreement_words(int64_t objective, int64_t cost)
{
  return g_strdup_printf("the solver's objective is %" G_GINT64_FORMAT
                         ", but the rules count %" G_GINT64_FORMAT,
                         objective, cost);
}

static GArray *find_disagreements(const struct programme *programme, const int64_t *x,
                                  const struct audit *audit)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct build_disagreement));
  int n_uses = audit->problem->service->n_uses;
  g_autofree int64_t *costs = g_new0(int64_t, (gsize)n_uses + 1);
  for (int j = 0; j < programme->n_columns; j++) {
    const struct column *column = &programme->columns[j];
    if (!column->placement && column->label.use != NONE)
      costs[column->label.use] += column->cost * x[j];
  }
  for (int u = 0; u < n_uses; u++) {
    const struct build_disagreement one = {u, costs[u], audit->uses[u].cost};
    if (one.solver && one.solver != one.rules)
      g_array_append_val(out, one);
  }
  return out;
}

static void end(struct build_result *out, enum build_verdict verdict, char *reason)
{
  out->verdict = verdict;
  out->reason = reason;
}

/* What wishes come to at the relaxation's point. */
static struct provenance_relaxation weigh_relaxation(const struct programme *programme,
                                                     const double *point)
{
  double cost = 0, wishes = 0;
  for (int j = 0; point && j < programme->n_columns; j++) {
    cost += (double)programme->columns[j].cost * point[j];
    wishes -= (double)programme->columns[j].wish * point[j];
  }
  return (struct provenance_relaxation){point != NULL, llround(cost), llround(wishes)};
}

/* There is a rota: the rules check it without the rows. */
static void check(const struct problem *problem, const struct programme *programme,
                  struct solver_result *solved, struct build_result *out)
{
  out->rota = formulation_rota(problem, solved->x);
  out->audit = audit_new(problem, out->rota);
  out->proven = solved->verdict == SOLVER_OPTIMAL;
  out->has_bound = solved->has_bound;
  out->bound = solved->bound;
  out->bound_by = solved->bound_claimed ? solved->engine : NULL;
  out->relaxation = weigh_relaxation(programme, solved->point);
  out->prices = g_steal_pointer(&solved->prices);
  if (out->audit->cost == solved->objective)
    return;
  end(out, BUILD_REFUSED, build_disagreement_words(solved->objective, out->audit->cost));
  out->disagreements = find_disagreements(programme, solved->x, out->audit);
}

/* What making the programme took is the build's time too, though half of it at least is for the
 * search. */
static struct solver_settings settings_left(const struct build_settings *settings, gint64 from_us)
{
  struct solver_settings left = build_solver_settings(settings);
  int gone_ms = (int)((g_get_monotonic_time() - from_us) / 1000);
  if (!settings->deterministic)
    left.time_limit_ms = MAX(left.time_limit_ms / 2, left.time_limit_ms - gone_ms);
  return left;
}

static void solve(const struct build_request *request, const struct programme *programme,
                  gint64 from_us, struct build_result *out)
{
  const struct solver_settings settings = settings_left(request->settings, from_us);
  g_autofree int64_t *values =
      request->start ? build_start_values(request->problem, programme, request->start) : NULL;
  struct solver_result solved = {0};
  enum status status = solver_solve(programme, &settings, values, &solved);
  out->stopped = build_is_stopped(request->settings);
  out->seconds = solved.seconds;
  out->first_seconds = solved.first_seconds;
  out->gain_seconds = solved.gain_seconds;
  out->engines = g_steal_pointer(&solved.engines);
  out->engine_fault = g_steal_pointer(&solved.engine_fault);
  if (status != STATUS_OK)
    end(out, BUILD_FAILED, g_strdup("the solver failed"));
  else if (solved.verdict == SOLVER_INFEASIBLE)
    end(out, BUILD_INFEASIBLE,
        conflict_text(request->problem, programme, solved.conflict, solved.n_conflict,
                      solved.conflict_irreducible));
  else if (solved.verdict == SOLVER_NOTHING)
    end(out, BUILD_NOTHING,
        g_strdup_printf(out->stopped ? "no rota was found before it was stopped, after %.0f s"
                                     : "no rota was found in %.0f s; give it more with --time",
                        solved.seconds));
  else
    check(request->problem, programme, &solved, out);
  solver_result_clear(&solved);
}

void build_rota(const struct build_request *request, struct build_result *out)
{
  gint64 from_us = g_get_monotonic_time();
  struct programme *made = request->programme ? NULL : formulation_build(request->problem);
  const struct programme *programme = request->programme ? request->programme : made;
  char *impossible = decide_text(request->problem, programme, made != NULL);
  *out = (struct build_result){.verdict = BUILD_DONE};
  if (impossible)
    end(out, BUILD_INFEASIBLE, impossible);
  else
    solve(request, programme, from_us, out);
  programme_free(made);
}

char *build_more_time(const struct build_result *result, const struct build_settings *settings)
{
  enum { RECENT = 3, LONGER = 5 };
  double recent = settings->seconds - (double)settings->seconds / RECENT;
  if (result->verdict != BUILD_DONE || result->proven || result->stopped ||
      settings->deterministic || result->gain_seconds < recent)
    return NULL;
  GString *out = g_string_new(NULL);
  g_string_append_printf(
      out, "more time: the rota still became better after %.0f of %d s; --time %" G_GINT64_FORMAT,
      result->gain_seconds, settings->seconds, (gint64)settings->seconds * LONGER);
  g_string_append(out, " goes on from it");
  if (result->has_bound)
    g_string_append_printf(out, ", for at most %" G_GINT64_FORMAT " points",
                           result->audit->cost - result->bound);
  return g_string_free(out, FALSE);
}

void build_result_clear(struct build_result *result)
{
  g_free(result->reason);
  g_free(result->engines);
  g_free(result->engine_fault);
  audit_free(result->audit);
  rota_free(result->rota);
  g_free(result->prices);
  if (result->disagreements)
    g_array_unref(result->disagreements);
  *result = (struct build_result){0};
}

/* As rota.json states them, so that what is told of a build is told of its file too. */
static double to_hundredths(double seconds)
{
  return (double)(int64_t)(seconds * 100 + 0.5) / 100;
}

struct provenance build_provenance(const struct build_result *result,
                                   const struct build_settings *settings)
{
  return (struct provenance){
      .has_bound = result->has_bound,
      .bound = result->bound,
      .bound_by = result->bound_by,
      .relaxation = result->relaxation,
      .engines = result->engines,
      .interrupted = result->stopped,
      .deterministic = settings->deterministic,
      .seconds = to_hundredths(result->seconds),
      .first_seconds = to_hundredths(result->first_seconds),
      .time_limit_seconds = settings->seconds,
      .threads = settings->threads,
      .seed = settings->seed,
  };
}
