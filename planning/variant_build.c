#include "planning/variant_build.h"

#include "model/formulation.h"
#include "planning/ahead.h"
#include "planning/assess.h"
#include "planning/hold_events.h"
#include "planning/outcome_measure.h"

#include <math.h>

struct variant_settings variant_default_settings(void)
{
  struct variant_settings out = {build_default_settings(), SCENARIO_WEEKS};
  out.build.seconds = 30;
  return out;
}

/* What is at work. */
struct job {
  const struct variant *variant;
  const struct variant_settings *settings;
  const struct outcome *baseline;
  struct programme *programme;
  struct rota *from; /* the start's assignments that fit; NULL without a start */
  int missed;        /* those that don't */
  struct build_result built;
  struct outcome *outcome;
};

static void describe(struct job *job)
{
  const struct scenario *scenario = job->variant->scenario;
  struct outcome *out = job->outcome;
  out->name = g_strdup(variant_name(job->variant));
  out->scenario = g_strdup(job->variant->path);
  out->service = g_strdup(job->variant->service->name);
  out->month = g_strdup(job->variant->month->id);
  if (!scenario)
    return;
  g_strfreev(out->changes);
  out->changes = g_new0(char *, scenario->n_changes + 1);
  for (int i = 0; i < scenario->n_changes; i++)
    out->changes[i] = g_strdup(scenario->changes[i]);
}

static void fail(struct job *job, enum outcome_status status, const char *reason)
{
  job->outcome->status = status;
  job->outcome->reason = g_strdup(reason);
}

static bool is_stopped(const struct job *job)
{
  return job->settings->build.stop && *job->settings->build.stop;
}

/* --- the rota --------------------------------------------------------------- */

static void take_proof(struct job *job)
{
  const struct build_result *built = &job->built;
  const struct provenance run = build_provenance(built, &job->settings->build);
  int64_t *values = job->outcome->values;
  values[MEASURE_SECONDS] = llround(100 * built->seconds);
  if (!built->has_bound)
    return;
  values[MEASURE_BOUND] = built->bound;
  job->outcome->bound_by = g_strdup(built->bound_by);
  values[MEASURE_GAP] = provenance_gap_hundredths(&run, built->audit->cost);
}

/* Sets job->built, or says in the outcome why there is no rota. */
static void solve(struct job *job)
{
  static const enum outcome_status statuses[] = {
      [BUILD_INFEASIBLE] = OUTCOME_UNLAWFUL,
      [BUILD_NOTHING] = OUTCOME_NOTHING,
      [BUILD_FAILED] = OUTCOME_FAILED,
      [BUILD_REFUSED] = OUTCOME_FAILED,
  };
  const struct build_request request = {job->variant->problem, job->programme, job->from,
                                        &job->settings->build};
  struct build_result *built = &job->built;
  build_rota(&request, built);
  g_autofree char *unstaffed = hold_events(&request, built);
  g_autofree char *unknown = unstaffed ? hold_events_words(unstaffed) : NULL;
  job->outcome->stopped_early = built->rota && built->stopped;
  job->outcome->engine_fault = g_steal_pointer(&built->engine_fault);
  if (built->verdict == BUILD_NOTHING && built->stopped)
    fail(job, OUTCOME_INTERRUPTED, "stopped before a rota was found");
  else if (built->verdict != BUILD_DONE)
    fail(job, statuses[built->verdict], built->reason);
  else if (unknown)
    fail(job, OUTCOME_UNSTAFFED, unknown);
  else
    take_proof(job);
}

/* The baseline was of this very programme: its answer is this one's too. */
static bool take_baseline(struct job *job)
{
  static const enum outcome_measure taken[] = {MEASURE_BOUND, MEASURE_GAP, MEASURE_SECONDS};
  const struct outcome *baseline = job->baseline;
  if (!baseline || g_strcmp0(job->outcome->fingerprint, baseline->fingerprint) != 0)
    return false;
  if (baseline->status == OUTCOME_UNLAWFUL || baseline->status == OUTCOME_UNSTAFFED) {
    fail(job, baseline->status, baseline->reason);
    return true;
  }
  if (baseline->status != OUTCOME_BUILT || !job->from || job->missed > 0)
    return false;
  for (gsize i = 0; i < G_N_ELEMENTS(taken); i++)
    job->outcome->values[taken[i]] = baseline->values[taken[i]];
  job->outcome->bound_by = g_strdup(baseline->bound_by);
  job->outcome->stopped_early = baseline->stopped_early;
  job->built.rota = g_steal_pointer(&job->from);
  job->built.audit = audit_new(job->variant->problem, job->built.rota);
  if (job->built.audit->cost != baseline->values[MEASURE_COST]) {
    g_autofree char *reason =
        build_disagreement_words(baseline->values[MEASURE_COST], job->built.audit->cost);
    fail(job, OUTCOME_FAILED, reason);
  }
  return true;
}

/* --- what comes of it ------------------------------------------------------- */

static void measure_waiting(struct job *job, const struct capacity *capacity)
{
  const struct waiting_list *list = job->variant->service->waiting_list;
  const struct waiting_settings settings = {WAITING_REPLICATIONS,
                                            (uint64_t)job->settings->build.seed};
  struct capacity_horizon *horizon = capacity_carry_on(capacity, job->settings->horizon_weeks);
  struct waiting_supply supply = capacity_supply(horizon);
  struct waiting_forecast *forecast = waiting_forecast_new(list, &supply, &settings);
  struct waiting_check checks[WAITING_GROUPS];
  waiting_checks(list, &supply, checks);
  outcome_measure_waiting(job->outcome, forecast, checks);
  waiting_forecast_free(forecast);
  capacity_horizon_free(horizon);
}

/* False, and the outcome says why: what follows the month could not be built. */
static bool look_ahead(struct job *job, struct capacity *capacity)
{
  const struct ahead ahead = {job->variant, job->settings, job->built.rota, job->baseline,
                              job->outcome};
  enum outcome_status status;
  g_autofree char *reason = ahead_build(&ahead, capacity, &status);
  if (reason)
    fail(job, status, reason);
  return !reason;
}

static void measure_capacity(struct job *job)
{
  const struct waiting_list *list = job->variant->service->waiting_list;
  struct capacity *capacity = capacity_new(job->variant->problem, job->built.rota);
  outcome_measure_capacity(job->outcome, capacity, list);
  if (list && look_ahead(job, capacity))
    measure_waiting(job, capacity);
  capacity_free(capacity);
}

static void measure(struct job *job)
{
  const struct audit *audit = job->built.audit;
  if (audit->broken > 0) {
    g_autofree char *reason =
        g_strdup_printf("the rota breaks %d hard limits by the rules' own check", audit->broken);
    fail(job, OUTCOME_FAILED, reason);
    return;
  }
  job->outcome->status = OUTCOME_BUILT;
  struct assessment *assessment = assess(audit, NULL);
  outcome_measure_rota(job->outcome, assessment);
  assessment_free(assessment);
  measure_capacity(job);
}

static void build(struct job *job, const struct start *start)
{
  if (is_stopped(job)) {
    fail(job, OUTCOME_INTERRUPTED, "stopped before it was begun");
    return;
  }
  job->programme = formulation_build(job->variant->problem);
  job->outcome->fingerprint = programme_fingerprint(job->programme);
  if (start)
    job->from = start_match(start, job->variant->problem, &job->missed);
  if (!take_baseline(job))
    solve(job);
  if (job->built.rota && !job->outcome->reason)
    measure(job);
}

void variant_build(const struct variant *variant, const struct variant_settings *settings,
                   const struct start *start, const struct outcome *baseline,
                   struct variant_result *out)
{
  struct job job = {
      .variant = variant, .settings = settings, .baseline = baseline, .outcome = outcome_new()};
  describe(&job);
  build(&job, start);
  bool built = job.outcome->status == OUTCOME_BUILT;
  *out = (struct variant_result){.outcome = job.outcome};
  out->rota = built ? start_of_rota(variant->problem, job.built.rota) : NULL;
  out->prices = built ? g_steal_pointer(&job.built.prices) : NULL;
  build_result_clear(&job.built);
  rota_free(job.from);
  programme_free(job.programme);
}

void variant_result_clear(struct variant_result *result)
{
  outcome_free(result->outcome);
  start_free(result->rota);
  g_free(result->prices);
  *result = (struct variant_result){0};
}
