#include "planning/variant_build.h"

#include "model/formulation.h"
#include "planning/hold_events.h"
#include "planning/variant_measure.h"

#include <math.h>

struct variant_settings variant_default_settings(void)
{
  struct variant_settings out = {build_default_settings(), SCENARIO_WEEKS, 1};
  out.build.seconds = 20;
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
  struct searched searched;
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

/* --- the rota --------------------------------------------------------------- */

static void take_proof(struct job *job)
{
  const struct build_result *built = &job->searched.best;
  const struct provenance run = build_provenance(built, &job->settings->build);
  int64_t *values = job->outcome->values;
  values[MEASURE_SECONDS] = llround(100 * built->seconds);
  if (!built->has_bound)
    return;
  values[MEASURE_BOUND] = built->bound;
  job->outcome->bound_by = g_strdup(built->bound_by);
  values[MEASURE_GAP] = provenance_gap_hundredths(&run, built->audit->cost);
}

/* Sets job->searched.best, or says in the outcome why there is no rota. */
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
  struct build_result *built = &job->searched.best;
  searches_run(&request, MAX(1, job->settings->searches), &job->searched);
  g_autofree char *unknown =
      job->searched.unstaffed ? hold_events_words(job->searched.unstaffed) : NULL;
  job->outcome->stopped_early = built->rota && built->stopped;
  job->outcome->once = built->rota && job->searched.once;
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
  job->outcome->once = baseline->once;
  job->searched.best.rota = g_steal_pointer(&job->from);
  job->searched.best.audit = audit_new(job->variant->problem, job->searched.best.rota);
  if (job->searched.best.audit->cost != baseline->values[MEASURE_COST]) {
    g_autofree char *reason =
        build_disagreement_words(baseline->values[MEASURE_COST], job->searched.best.audit->cost);
    fail(job, OUTCOME_FAILED, reason);
  }
  return true;
}

/* --- all of it ---------------------------------------------------------------- */

static void build(struct job *job, const struct start *start)
{
  if (build_is_stopped(&job->settings->build)) {
    fail(job, OUTCOME_INTERRUPTED, "stopped before it was begun");
    return;
  }
  job->programme = formulation_build(job->variant->problem);
  job->outcome->fingerprint = programme_fingerprint(job->programme);
  if (start)
    job->from = start_match(start, job->variant->problem, &job->missed);
  if (!take_baseline(job))
    solve(job);
  if (job->searched.best.rota && !job->outcome->reason)
    variant_measure(job->variant, job->settings, &job->searched, job->baseline, job->outcome);
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
  out->rota = built ? start_of_rota(variant->problem, job.searched.best.rota) : NULL;
  out->prices = built ? g_steal_pointer(&job.searched.best.prices) : NULL;
  searched_clear(&job.searched);
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
