#include "planning/compare.h"

#include "inputs/source.h"
#include "model/waiting/waiting.h"

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
  for (guint i = 0; i < paths->len && variants[0]; i++) {
    enum status one =
        variant_read(comparison->source, month_id, paths->pdata[i], diagnostics, &variants[1 + i]);
    status = status == STATUS_OK ? one : status;
    check_name(comparison, 1 + (int)i, diagnostics);
  }
  return status == STATUS_OK && diagnostics_errors(diagnostics) > 0 ? STATUS_BAD_INPUT : status;
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

void comparison_build_scenarios(struct comparison *comparison,
                                const struct variant_settings *settings, const struct start *rota,
                                struct variant_queue_watch watch)
{
  variant_queue_build((const struct variant *const *)comparison->variants + 1,
                      comparison->count - 1, settings, rota, comparison->outcomes[0], watch,
                      comparison->outcomes + 1);
}
