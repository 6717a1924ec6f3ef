#include "planning/compare.h"

#include "inputs/source.h"
#include "model/waiting/waiting.h"
#include "planning/known_days.h"

#include <string.h>

/* Tables and files tell scenarios apart by their names. */
static void check_name(const struct comparison *comparison, int index,
                       struct diagnostics *diagnostics)
{
  const struct variant *variant = comparison->variants[index];
  for (int i = 0; variant && i < index; i++) {
    const struct variant *other = comparison->variants[i];
    if (!other || strcmp(variant_name(variant), variant_name(other)) != 0)
      continue;
    struct where where = {.file = variant->path};
    diagnostics_error(diagnostics, where, "the name '%s' is that of %s", variant_name(variant),
                      other->path ? other->path : "the service as it stands");
    return;
  }
}

static enum status read_all(struct comparison *comparison, const char *month_id,
                            const GPtrArray *paths, struct diagnostics *diagnostics)
{
  struct variant **variants = comparison->variants;
  enum status status = variant_read(comparison->source, month_id, NULL, diagnostics, &variants[0]);
  if (status == STATUS_OK && variants[0]->service->waiting_list)
    status = known_days_read(comparison->directory, variants[0]->month->until, diagnostics,
                             &variants[0]->known);
  for (guint i = 0; i < paths->len && variants[0]; i++) {
    enum status one =
        variant_read(comparison->source, month_id, paths->pdata[i], diagnostics, &variants[1 + i]);
    status = status == STATUS_OK ? one : status;
    check_name(comparison, 1 + (int)i, diagnostics);
  }
  return status == STATUS_OK && diagnostics_errors(diagnostics) > 0 ? STATUS_BAD_INPUT : status;
}

static bool has_weeks(const struct variant *variant, int from)
{
  bool out = false;
  for (guint w = 0; w < variant->weeks->len; w++)
    out = out || g_array_index(variant->weeks, struct variant_weeks, w).from == from;
  return out;
}

/* What a scenario does after the weeks that are followed is felt nowhere. */
static void warn_unfelt(const struct comparison *comparison, int index,
                        struct diagnostics *diagnostics)
{
  const struct variant *variant = comparison->variants[index];
  int monday = variant->month->from - date_weekday(variant->month->from);
  int weeks = comparison_horizon_weeks(comparison), end = monday + weeks * WEEK_DAYS;
  struct where where = {.file = variant->path};
  char day[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  for (guint w = 0; w < variant->weeks->len; w++) {
    int from = g_array_index(variant->weeks, struct variant_weeks, w).from;
    if (from < end || has_weeks(comparison->variants[0], from))
      continue;
    diagnostics_warning(diagnostics, where,
                        "what changes on %s is not felt: %d weeks are followed, to %s; a longer "
                        "'horizon' has it",
                        date_format(from, day), weeks, date_format(end - 1, last));
  }
}

enum status comparison_read(const char *directory, const char *month_id, const GPtrArray *paths,
                            struct diagnostics *diagnostics, struct comparison **out)
{
  struct comparison *comparison = g_new0(struct comparison, 1);
  comparison->directory = g_strdup(directory);
  comparison->source = source_folder(directory);
  comparison->count = 1 + (int)paths->len;
  comparison->variants = g_new0(struct variant *, (gsize)comparison->count + 1);
  comparison->outcomes = g_new0(struct outcome *, (gsize)comparison->count + 1);
  enum status status = read_all(comparison, month_id, paths, diagnostics);
  for (int i = 1; i < comparison->count && status == STATUS_OK; i++)
    warn_unfelt(comparison, i, diagnostics);
  if (status == STATUS_OK)
    *out = comparison;
  else
    comparison_free(comparison);
  return status;
}

void comparison_free(struct comparison *comparison)
{
  if (!comparison)
    return;
  for (int i = 0; i < comparison->count; i++) {
    variant_free(comparison->variants[i]);
    outcome_free(comparison->outcomes[i]);
  }
  g_free(comparison->variants);
  g_free(comparison->outcomes);
  source_free(comparison->source);
  g_free(comparison->directory);
  g_free(comparison);
}

int comparison_horizon_weeks(const struct comparison *comparison)
{
  int out = 0;
  for (int i = 1; i < comparison->count; i++)
    out = MAX(out, comparison->variants[i]->scenario->horizon_weeks);
  return out == 0 ? SCENARIO_WEEKS : MIN(out, WAITING_WEEKS_MAX);
}

void comparison_build_baseline(struct comparison *comparison,
                               const struct variant_settings *settings, struct variant_result *out)
{
  const struct variant *variant = comparison->variants[0];
  struct variant_settings longer = *settings;
  struct start *start = start_written(variant->problem, comparison->directory);
  longer.build.seconds *= COMPARISON_BASELINE_TIMES;
  variant_build(variant, &longer, start, NULL, out);
  comparison->outcomes[0] = g_steal_pointer(&out->outcome);
  start_free(start);
}

/* --- the scenarios ----------------------------------------------------------------- */

static void build_all(const struct comparison *comparison, const struct variant_settings *settings,
                      const struct start *rota, struct variant_queue_watch watch,
                      struct outcome **outcomes, struct start **rotas)
{
  variant_queue_build((const struct variant *const *)comparison->variants + 1,
                      comparison->count - 1, settings, rota, comparison->outcomes[0], watch,
                      outcomes, rotas);
}

/* What the rota costs the service as it is; INT64_MAX: it is not lawful there. */
static int64_t cost_as_it_is(const struct comparison *comparison, const struct start *rota)
{
  const struct problem *problem = comparison->variants[0]->problem;
  int missed;
  struct rota *matched = start_match(rota, problem, &missed);
  struct audit *audit = audit_new(problem, matched);
  int64_t out = audit->broken > 0 ? INT64_MAX : audit->cost;
  audit_free(audit);
  rota_free(matched);
  return out;
}

/* The scenario's rota that is better than the one of the service as it is; NULL: there is none. */
static const struct start *find_better(const struct comparison *comparison,
                                       struct start *const *rotas)
{
  int64_t best = comparison->outcomes[0]->values[MEASURE_COST];
  const struct start *out = NULL;
  for (int i = 0; i < comparison->count - 1; i++) {
    int64_t cost = rotas[i] ? cost_as_it_is(comparison, rotas[i]) : INT64_MAX;
    if (cost >= best)
      continue;
    best = cost;
    out = rotas[i];
  }
  return out;
}

/* False: nothing came of it, and all stays as it was. */
static bool improve(struct comparison *comparison, const struct variant_settings *settings,
                    const struct start *better, struct variant_result *built)
{
  struct variant_result next;
  struct outcome **baseline = &comparison->outcomes[0];
  variant_build(comparison->variants[0], settings, better, NULL, &next);
  bool fine = next.outcome->status == OUTCOME_BUILT &&
              next.outcome->values[MEASURE_COST] < (*baseline)->values[MEASURE_COST];
  if (fine) {
    outcome_free(*baseline);
    *baseline = g_steal_pointer(&next.outcome);
    variant_result_clear(built);
    *built = next;
  } else
    variant_result_clear(&next);
  return fine;
}

/* Of one and the same programme the service as it is has the answer. */
static bool is_kept(const struct outcome *before, const struct outcome *after,
                    const struct outcome *baseline)
{
  return !outcome_is_same(after, baseline) && before->status == OUTCOME_BUILT &&
         (after->status != OUTCOME_BUILT ||
          before->values[MEASURE_COST] < after->values[MEASURE_COST]);
}

static void build_again(struct comparison *comparison, const struct variant_settings *settings,
                        const struct start *rota, struct variant_queue_watch watch)
{
  int count = comparison->count - 1;
  g_autofree struct outcome **again = g_new0(struct outcome *, (gsize)count + 1);
  struct variant_settings shorter = *settings;
  shorter.build.seconds = MAX(1, settings->build.seconds / 2);
  build_all(comparison, &shorter, rota, watch, again, NULL);
  for (int i = 0; i < count; i++) {
    struct outcome **at = &comparison->outcomes[1 + i];
    bool kept = is_kept(*at, again[i], comparison->outcomes[0]);
    outcome_free(kept ? again[i] : *at);
    *at = kept ? *at : again[i];
  }
}

void comparison_build_scenarios(struct comparison *comparison,
                                const struct variant_settings *settings,
                                struct variant_result *built, struct variant_queue_watch watch)
{
  int count = comparison->count - 1;
  g_autofree struct start **rotas = g_new0(struct start *, (gsize)count + 1);
  build_all(comparison, settings, built->rota, watch, comparison->outcomes + 1, rotas);
  bool has_rota = comparison->outcomes[0]->status == OUTCOME_BUILT;
  const struct start *better = has_rota ? find_better(comparison, rotas) : NULL;
  if (better && !build_is_stopped(&settings->build) && improve(comparison, settings, better, built))
    build_again(comparison, settings, built->rota, watch);
  for (int i = 0; i < count; i++)
    start_free(rotas[i]);
}
