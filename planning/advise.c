#include "planning/advise.h"

#include "model/formulation.h"
#include "planning/absences.h"
#include "planning/assess.h"
#include "planning/candidates.h"
#include "planning/documents.h"
#include "planning/ideas.h"
#include "planning/limits.h"
#include "planning/limits_try.h"
#include "planning/repair_missing.h"

/* What is at work. */
struct work {
  const struct comparison *month;
  const struct problem *problem;
  const struct advise_settings *settings;
  const struct advise_watch *watch;
  struct variant_result built; /* the month as it is; its outcome is the advice's */
  struct rota *rota;
  struct programme *programme;
  struct advice *advice;
};

/* Prices, and, where the rota is proven to be the best, what is behind them. */
static void price_limits(const struct work *work)
{
  const int64_t *values = work->advice->baseline->values;
  GPtrArray *limits = work->advice->limits;
  work->advice->priced = true;
  limits_add(work->problem, work->programme, work->built.prices, work->rota, limits);
  if (values[MEASURE_BOUND] == values[MEASURE_COST])
    limits_try(work->problem, work->programme, work->rota, values[MEASURE_COST],
               &work->settings->each.build, limits, work->watch->parts);
}

static void try_absences(const struct work *work)
{
  struct audit *audit = audit_new(work->problem, work->rota);
  struct assessment *assessment = assess(audit, NULL);
  json_t *document = documents_rota(assessment);
  const struct absence_ground ground = {work->problem, work->rota, audit,
                                        repair_missing_of_document(document),
                                        &work->settings->each.build};
  json_decref(document);
  assessment_free(assessment);
  work->advice->has_absences = true;
  absences_add(&ground, work->settings->pairs, work->advice, work->watch->parts);
  g_hash_table_unref(ground.missing);
  audit_free(audit);
}

static void build_candidates(const struct work *work)
{
  struct worth *worth = worth_new(work->problem, work->programme, work->built.prices);
  g_autoptr(GPtrArray) ideas = ideas_new(worth, work->settings->candidates);
  work->advice->has_candidates = true;
  candidates_add(work->month, ideas, &work->settings->each, work->built.rota,
                 work->watch->candidates, work->advice->candidates);
  worth_free(worth);
}

/* All that there is to say of a month that has a rota. */
static void look_closer(struct work *work)
{
  int missed;
  work->rota = start_match(work->built.rota, work->problem, &missed);
  work->programme = formulation_build(work->problem);
  if (work->built.prices)
    price_limits(work);
  if (work->settings->absences)
    try_absences(work);
  if (work->built.prices && work->settings->candidates > 0)
    build_candidates(work);
  programme_free(work->programme);
  rota_free(work->rota);
}

struct advice *advise_month(struct comparison *month, const struct advise_settings *settings,
                            const struct advise_watch *watch)
{
  const struct variant *variant = month->variants[0];
  struct work work = {.month = month,
                      .problem = variant->problem,
                      .settings = settings,
                      .watch = watch,
                      .advice = advice_new()};
  work.advice->service = g_strdup(variant->service->name);
  work.advice->month = g_strdup(variant->month->id);
  comparison_build_baseline(month, &settings->each, &work.built);
  if (watch->built)
    watch->built(month->outcomes[0]);
  work.advice->baseline = month->outcomes[0];
  if (work.advice->baseline->status == OUTCOME_BUILT)
    look_closer(&work);
  month->outcomes[0] = NULL;
  variant_result_clear(&work.built);
  return work.advice;
}
