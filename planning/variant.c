#include "planning/variant.h"

#include "planning/variant_weeks.h"
#include "scenarios/scenarios.h"

static struct variant *variant_new(const char *path)
{
  struct variant *variant = g_new0(struct variant, 1);
  variant->path = path;
  variant->weeks = g_array_new(FALSE, FALSE, sizeof(struct variant_weeks));
  return variant;
}

/* `scenarios` is the variant's no more. */
static enum status read(struct source *source, struct source *scenarios, const char *month_id,
                        const char *path, struct diagnostics *diagnostics, struct variant *variant,
                        struct variant **out)
{
  const char *const months[] = {month_id, NULL};
  enum status status =
      path ? scenario_read(source, scenarios, path, month_id, diagnostics, &variant->scenario,
                           &variant->service, &variant->month)
           : inputs_read(source, months, diagnostics, &variant->service, &variant->month);
  if (status == STATUS_OK) {
    variant->problem = problem_new(variant->service, variant->month);
    status = variant_weeks_read(source, scenarios, diagnostics, variant);
  }
  source_free(scenarios);
  if (status != STATUS_OK) {
    variant_free(variant);
    return status;
  }
  *out = variant;
  return STATUS_OK;
}

enum status variant_read(struct source *source, const char *month_id, const char *path,
                         struct diagnostics *diagnostics, struct variant **out)
{
  return read(source, source_folder(""), month_id, path, diagnostics, variant_new(path), out);
}

enum status variant_read_text(struct source *source, const char *month_id, const char *text,
                              struct diagnostics *diagnostics, struct variant **out)
{
  static const char path[] = "scenario.yaml";
  struct source *scenarios = source_memory();
  source_add(scenarios, path, text);
  return read(source, scenarios, month_id, path, diagnostics, variant_new(NULL), out);
}

void variant_free(struct variant *variant)
{
  if (!variant)
    return;
  variant_weeks_clear(variant);
  if (variant->known)
    g_array_unref(variant->known);
  problem_free(variant->problem);
  month_free(variant->month);
  service_free(variant->service);
  scenario_free(variant->scenario);
  g_free(variant);
}

const char *variant_name(const struct variant *variant)
{
  return variant->scenario ? variant->scenario->name : "as it is";
}
