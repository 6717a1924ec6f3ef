#include "planning/variant.h"

#include "scenarios/scenarios.h"

static enum status finish(struct variant *variant, enum status status, struct variant **out)
{
  if (status != STATUS_OK) {
    variant_free(variant);
    return status;
  }
  variant->problem = problem_new(variant->service, variant->month);
  *out = variant;
  return STATUS_OK;
}

static enum status read_changed(struct source *source, struct source *scenarios, const char *path,
                                const char *month_id, struct diagnostics *diagnostics,
                                struct variant *out)
{
  enum status status = scenario_read(source, scenarios, path, month_id, diagnostics, &out->scenario,
                                     &out->service, &out->month);
  source_free(scenarios);
  return status;
}

enum status variant_read(struct source *source, const char *month_id, const char *path,
                         struct diagnostics *diagnostics, struct variant **out)
{
  const char *const months[] = {month_id, NULL};
  struct variant *variant = g_new0(struct variant, 1);
  variant->path = path;
  enum status status =
      path ? read_changed(source, source_folder(""), path, month_id, diagnostics, variant)
           : inputs_read(source, months, diagnostics, &variant->service, &variant->month);
  return finish(variant, status, out);
}

enum status variant_read_text(struct source *source, const char *month_id, const char *text,
                              struct diagnostics *diagnostics, struct variant **out)
{
  static const char path[] = "scenario.yaml";
  struct variant *variant = g_new0(struct variant, 1);
  struct source *scenarios = source_memory();
  source_add(scenarios, path, text);
  enum status status = read_changed(source, scenarios, path, month_id, diagnostics, variant);
  return finish(variant, status, out);
}

void variant_free(struct variant *variant)
{
  if (!variant)
    return;
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
