#include "planning/variant_measure.h"

#include "planning/ahead.h"
#include "planning/assess.h"
#include "planning/held.h"
#include "planning/outcome_measure.h"

/* What is measured. */
struct measuring {
  const struct variant *variant;
  const struct variant_settings *settings;
  const struct searched *searched;
  const struct outcome *baseline;
  struct outcome *outcome;
  struct capacity *capacities[1 + SEARCHES_MOST]; /* of the best month, with each search of the
                                                     weeks after it */
  int count;
};

static void fail(struct measuring *at, enum outcome_status status, char *reason)
{
  at->outcome->status = status;
  at->outcome->reason = reason;
}

/* What search `index` of the month found; the best, where it found nothing that counts. */
static const struct build_result *month_of(const struct measuring *at, int index)
{
  const struct searched *searched = at->searched;
  return index > 0 && index <= searched->n_others ? &searched->others[index - 1] : &searched->best;
}

static void measure_month(const struct measuring *at, int index, struct outcome *outcome)
{
  const struct build_result *month = month_of(at, index);
  const struct problem *problem = at->variant->problem;
  struct assessment *assessment = assess(month->audit, NULL);
  outcome_measure_rota(outcome, assessment);
  assessment_free(assessment);
  struct capacity *capacity = capacity_new(problem, month->rota);
  outcome_measure_capacity(outcome, capacity, problem->service->waiting_list);
  capacity_free(capacity);
}

/* [n_weeks] first contacts fewer than the service as it is offers, for g_free; NULL: that isn't
 * known. Of one and the same programme both have the best rota, and all that may differ is how many
 * its sessions see. */
static double *find_lost_fcp(const struct measuring *at, const struct capacity_horizon *horizon)
{
  const struct outcome *now = at->baseline;
  int weeks = horizon->n_weeks;
  g_autofree double *out = g_new0(double, (gsize)weeks);
  if (!at->variant->scenario)
    return g_steal_pointer(&out);
  if (!now || !now->weeks || now->n_weeks < weeks)
    return NULL;
  bool same = outcome_is_same_ahead(at->outcome, now);
  struct capacity_horizon *best = same ? capacity_carry_on(at->capacities[0], weeks) : NULL;
  const int *slots = (best ? best : horizon)->slots[CAPACITY_FCP];
  for (int w = 1; w <= weeks; w++)
    out[w - 1] =
        MAX(0, (double)now->weeks[w].of[WAITING_ALL][SERIES_FCP].mean / 100 - slots[w - 1]);
  capacity_horizon_free(best);
  return g_steal_pointer(&out);
}

static void measure_waiting(const struct measuring *at, const struct capacity *capacity,
                            struct outcome *outcome)
{
  const struct service *service = at->variant->service;
  const struct waiting_list *list = service->waiting_list;
  const struct waiting_settings settings = {WAITING_REPLICATIONS,
                                            (uint64_t)at->settings->build.seed};
  struct capacity_horizon *horizon = capacity_carry_on(capacity, at->settings->horizon_weeks);
  struct waiting_supply supply = capacity_supply(horizon);
  g_autofree double *lost_fcp = find_lost_fcp(at, horizon);
  supply.lost_fcp = lost_fcp;
  struct waiting_forecast *forecast =
      list->n_areas > 1
          ? outcome_forecast_areas(outcome, at->variant->service, horizon, &supply, &settings)
          : waiting_forecast_new(list, &supply, &settings);
  struct waiting_check checks[WAITING_GROUPS];
  waiting_checks(list, &supply, checks);
  outcome_measure_waiting(outcome, forecast, checks);
  if (capacity_is_offered(service, CAPACITY_CALL))
    outcome_measure_calls(outcome, forecast, &supply, list);
  if (list->sickness > 0)
    outcome_measure_sickness(outcome, forecast, &supply);
  if (capacity_is_offered(service, CAPACITY_FCP))
    outcome_measure_first_contact(outcome, horizon, &supply, list);
  waiting_forecast_free(forecast);
  capacity_horizon_free(horizon);
}

/* False, and the outcome says why: what follows the month could not be built. */
static bool look_ahead(struct measuring *at)
{
  const struct ahead ahead = {.variant = at->variant,
                              .settings = at->settings,
                              .rota = at->searched->best.rota,
                              .baseline = at->baseline,
                              .outcome = at->outcome,
                              .searches = at->count};
  enum outcome_status status;
  char *reason = ahead_build(&ahead, at->capacities, &status);
  if (reason)
    fail(at, status, reason);
  return !reason;
}

/* --- the other searches ------------------------------------------------------------ */

/* From here to there: the bands of both. */
static void widen(struct outcome *outcome, const struct outcome *other)
{
  int64_t *values = outcome->values;
  values[MEASURE_LIST_END_LOW] =
      MIN(values[MEASURE_LIST_END_LOW], other->values[MEASURE_LIST_END_LOW]);
  values[MEASURE_LIST_END_HIGH] =
      MAX(values[MEASURE_LIST_END_HIGH], other->values[MEASURE_LIST_END_HIGH]);
  for (int w = 0; w <= outcome->n_weeks; w++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      for (int s = 0; s < OUTCOME_SERIES; s++) {
        struct outcome_spread *to = &outcome->weeks[w].of[g][s];
        const struct outcome_spread *from = &other->weeks[w].of[g][s];
        to->low = MIN(to->low, from->low);
        to->high = MAX(to->high, from->high);
      }
}

static void note_means(struct outcome *outcome, const struct outcome *other)
{
  for (int w = 0; w <= outcome->n_weeks; w++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      for (int s = 0; s < OUTCOME_SERIES; s++) {
        struct outcome_spread *to = &outcome->weeks[w].of[g][s];
        int64_t mean = other->weeks[w].of[g][s].mean;
        to->least = MIN(to->least, mean);
        to->most = MAX(to->most, mean);
      }
}

/* How far a single week is chance of the search: it has more of it than a sum over weeks, and rotas
 * of the month that are one as good as the other see their patients in other weeks. So the list is
 * followed with the search's own month as well. */
static void note_weeks(const struct measuring *at, int index)
{
  struct capacity *capacity = capacity_new(at->variant->problem, month_of(at, index)->rota);
  struct outcome *own = outcome_new();
  own->status = OUTCOME_BUILT;
  capacity_go_on_as(capacity, at->capacities[index]);
  measure_waiting(at, capacity, own);
  note_means(at->outcome, own);
  outcome_free(own);
  capacity_free(capacity);
}

static void add_other(struct measuring *at, int index)
{
  const struct build_result *month = month_of(at, index);
  struct outcome *other = outcome_add_other(at->outcome);
  measure_month(at, index, other);
  other->values[MEASURE_BOUND] = at->outcome->values[MEASURE_BOUND];
  if (month->has_bound)
    other->values[MEASURE_BOUND] = month->bound;
  if (!at->variant->service->waiting_list)
    return;
  measure_waiting(at, at->capacities[index], other);
  widen(at->outcome, other);
  note_weeks(at, index);
  g_clear_pointer(&other->weeks, g_free);
  other->n_weeks = 0;
}

/* --- all of it ----------------------------------------------------------------------- */

static void measure(struct measuring *at)
{
  at->outcome->status = OUTCOME_BUILT;
  measure_month(at, 0, at->outcome);
  held_find(at->searched->best.audit, at->outcome);
  if (at->variant->service->waiting_list) {
    if (!look_ahead(at))
      return;
    measure_waiting(at, at->capacities[0], at->outcome);
  }
  for (int i = 1; i < at->count; i++)
    add_other(at, i);
}

void variant_measure(const struct variant *variant, const struct variant_settings *settings,
                     const struct searched *searched, const struct outcome *baseline,
                     struct outcome *outcome)
{
  struct measuring at = {variant, settings, searched, baseline, outcome, {NULL}, 0};
  int broken = searched->best.audit->broken;
  if (broken > 0) {
    fail(&at, OUTCOME_FAILED,
         g_strdup_printf("the rota breaks %d hard limits by the rules' own check", broken));
    return;
  }
  at.count = CLAMP(settings->searches, 1, SEARCHES_MOST);
  for (int i = 0; i < at.count; i++)
    at.capacities[i] = capacity_new(variant->problem, searched->best.rota);
  measure(&at);
  for (int i = 0; i < at.count; i++)
    capacity_free(at.capacities[i]);
}
