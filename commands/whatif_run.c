#include "commands/whatif_run.h"

#include "commands/command.h"
#include "model/formulation.h"
#include "model/provenance.h"
#include "planning/assess.h"
#include "planning/conflict.h"
#include "planning/outcome_measure.h"

#include <math.h>

struct whatif_settings whatif_default_settings(void)
{
  struct solver_settings solver = solver_default_settings();
  return (struct whatif_settings){.seconds = 30,
                                  .threads = solver.threads,
                                  .seed = (int64_t)solver.seed,
                                  .horizon_weeks = SCENARIO_WEEKS};
}

/* What is at work. */
struct job {
  const struct whatif_case *c;
  const struct whatif_settings *settings;
  const struct start *start;
  const struct outcome *baseline;
  struct programme *programme;
  struct rota *from; /* the start's assignments that fit */
  int missed;        /* those that don't */
  struct solver_result result;
  struct rota *rota;
  struct outcome *outcome;
};

static void describe(struct job *job)
{
  const struct scenario *scenario = job->c->scenario;
  struct outcome *out = job->outcome;
  out->name = g_strdup(whatif_case_name(job->c));
  out->scenario = g_strdup(job->c->path);
  out->service = g_strdup(job->c->service->name);
  out->month = g_strdup(job->c->month->id);
  if (!scenario)
    return;
  g_strfreev(out->changes);
  out->changes = g_new0(char *, scenario->n_changes + 1);
  for (int i = 0; i < scenario->n_changes; i++)
    out->changes[i] = g_strdup(scenario->changes[i]);
}

static void fail(struct job *job, enum outcome_status status, char *reason)
{
  job->outcome->status = status;
  g_free(job->outcome->reason);
  job->outcome->reason = reason;
}

static bool is_stopped(const struct job *job)
{
  return job->settings->stop && *job->settings->stop;
}

struct solver_settings whatif_solver_settings(const struct whatif_settings *settings)
{
  struct solver_settings out = solver_default_settings();
  out.time_limit_ms = settings->seconds * 1000;
  out.gap_limit = settings->gap_percent / 100;
  out.threads = settings->threads;
  out.seed = (uint64_t)settings->seed;
  out.deterministic = settings->deterministic;
  out.stop = settings->stop;
  out.report = settings->report;
  out.report_context = settings->report_context;
  return out;
}

struct solver_settings whatif_part_settings(const struct whatif_settings *settings, int seconds)
{
  struct whatif_settings part = *settings;
  part.seconds = seconds;
  part.threads = 1;
  part.gap_percent = 0;
  part.report = NULL;
  part.report_context = NULL;
  return whatif_solver_settings(&part);
}

static void take_result(struct job *job)
{
  const struct solver_result *result = &job->result;
  const struct provenance run = {.has_bound = result->has_bound, .bound = result->bound};
  int64_t *values = job->outcome->values;
  values[MEASURE_SECONDS] = llround(100 * result->seconds);
  if (!result->has_bound)
    return;
  values[MEASURE_BOUND] = result->bound;
  values[MEASURE_GAP] = provenance_gap_hundredths(&run, result->objective);
}

/* Sets job->rota, or says in the outcome why there is none. */
static void solve(struct job *job)
{
  const struct problem *problem = job->c->problem;
  struct solver_settings settings = whatif_solver_settings(job->settings);
  g_autofree int64_t *values = job->from ? start_values(problem, job->programme, job->from) : NULL;
  const struct solver_result *result = &job->result;
  if (solver_solve(job->programme, &settings, values, &job->result) != STATUS_OK)
    fail(job, OUTCOME_FAILED, g_strdup("the solver failed"));
  else if (result->verdict == SOLVER_INFEASIBLE)
    fail(job, OUTCOME_UNLAWFUL,
         conflict_text(problem, job->programme, result->conflict, result->n_conflict,
                       result->conflict_irreducible));
  else if (result->verdict == SOLVER_NOTHING && is_stopped(job))
    fail(job, OUTCOME_INTERRUPTED, g_strdup("stopped before a rota was found"));
  else if (result->verdict == SOLVER_NOTHING)
    fail(job, OUTCOME_NOTHING,
         g_strdup_printf("no rota was found in %.0f s; give it more with --time", result->seconds));
  else
    job->rota = formulation_rota(problem, result->x);
  job->outcome->stopped_early = job->rota && is_stopped(job);
  if (job->rota)
    take_result(job);
}

/* The baseline was of this very programme: its answer is this one's too. */
static bool take_baseline(struct job *job)
{
  static const enum outcome_measure taken[] = {MEASURE_BOUND, MEASURE_GAP, MEASURE_SECONDS};
  const struct outcome *baseline = job->baseline;
  if (!baseline || g_strcmp0(job->outcome->fingerprint, baseline->fingerprint) != 0)
    return false;
  if (baseline->status == OUTCOME_UNLAWFUL) {
    fail(job, OUTCOME_UNLAWFUL, g_strdup(baseline->reason));
    return true;
  }
  if (baseline->status != OUTCOME_BUILT || !job->from || job->missed > 0)
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(taken); i++)
    job->outcome->values[taken[i]] = baseline->values[taken[i]];
  job->outcome->stopped_early = baseline->stopped_early;
  job->rota = job->from;
  job->from = NULL;
  return true;
}

static void measure_waiting(struct job *job, const struct capacity *capacity)
{
  const struct waiting_list *list = job->c->service->waiting_list;
  const struct waiting_settings settings = {WAITING_REPLICATIONS, (uint64_t)job->settings->seed};
  struct capacity_horizon *horizon =
      capacity_carry_on(capacity, job->settings->horizon_weeks, UNLIMITED);
  struct waiting_supply supply = capacity_supply(horizon);
  struct waiting_forecast *forecast = waiting_forecast_new(list, &supply, &settings);
  struct waiting_check checks[WAITING_GROUPS];
  waiting_checks(list, &supply, checks);
  outcome_measure_waiting(job->outcome, forecast, checks);
  waiting_forecast_free(forecast);
  capacity_horizon_free(horizon);
}

static void measure(struct job *job)
{
  const struct waiting_list *list = job->c->service->waiting_list;
  struct capacity *capacity = capacity_new(job->c->problem, job->rota);
  if (job->c->scenario)
    capacity_later(capacity, job->rota, job->c->scenario->later, job->c->scenario->n_later);
  outcome_measure_capacity(job->outcome, capacity, list);
  if (list)
    measure_waiting(job, capacity);
  capacity_free(capacity);
}

/* Each rota is checked without the rows; then it is measured. */
static void check(struct job *job, int64_t objective)
{
  struct audit *audit = audit_new(job->c->problem, job->rota);
  if (audit->broken > 0)
    fail(job, OUTCOME_FAILED,
         g_strdup_printf("the rota breaks %d hard limits by the rules' own check", audit->broken));
  else if (audit->cost != objective)
    fail(job, OUTCOME_FAILED,
         g_strdup_printf("the solver's objective is %" G_GINT64_FORMAT
                         ", but the rules count %" G_GINT64_FORMAT,
                         objective, audit->cost));
  else {
    job->outcome->status = OUTCOME_BUILT;
    struct assessment *assessment = assess(audit, NULL);
    outcome_measure_rota(job->outcome, assessment);
    assessment_free(assessment);
    measure(job);
  }
  audit_free(audit);
}

static void build(struct job *job)
{
  const struct problem *problem = job->c->problem;
  if (is_stopped(job)) {
    fail(job, OUTCOME_INTERRUPTED, g_strdup("stopped before it was begun"));
    return;
  }
  job->programme = formulation_build(problem);
  job->outcome->fingerprint = programme_fingerprint(job->programme);
  if (job->start)
    job->from = start_match(job->start, problem, &job->missed);
  bool taken = take_baseline(job);
  if (!taken)
    solve(job);
  if (job->rota)
    check(job, taken ? job->baseline->values[MEASURE_COST] : job->result.objective);
}

struct outcome *whatif_run_priced(const struct whatif_case *c,
                                  const struct whatif_settings *settings, const struct start *start,
                                  const struct outcome *baseline, struct start **rota,
                                  double **prices)
{
  struct job job = {
      .c = c, .settings = settings, .start = start, .baseline = baseline, .outcome = outcome_new()};
  describe(&job);
  build(&job);
  bool built = job.outcome->status == OUTCOME_BUILT;
  if (rota)
    *rota = built ? start_of_rota(c->problem, job.rota) : NULL;
  if (prices)
    *prices = built && job.result.prices
                  ? g_memdup2(job.result.prices, sizeof(double) * (gsize)job.programme->n_rows)
                  : NULL;
  rota_free(job.rota);
  rota_free(job.from);
  solver_result_clear(&job.result);
  programme_free(job.programme);
  return job.outcome;
}

int whatif_exit_status(const struct outcome *outcome)
{
  static const int statuses[OUTCOME_STATUSES] = {
      [OUTCOME_BUILT] = EXIT_DONE,        [OUTCOME_UNLAWFUL] = EXIT_BROKEN,
      [OUTCOME_NOTHING] = EXIT_LIMIT,     [OUTCOME_FAILED] = EXIT_INTERNAL,
      [OUTCOME_INTERRUPTED] = EXIT_LIMIT,
  };
  return statuses[outcome->status];
}

struct outcome *whatif_run(const struct whatif_case *c, const struct whatif_settings *settings,
                           const struct start *start, const struct outcome *baseline,
                           struct start **rota)
{
  return whatif_run_priced(c, settings, start, baseline, rota, NULL);
}
