#include "commands/whatif_case.h"

static enum status read_plain(struct source *source, const char *month_id,
                              struct diagnostics *diagnostics, struct whatif_case *out)
{
  const char *const months[] = {month_id, NULL};
  return inputs_read(source, months, diagnostics, &out->service, &out->month);
}

static enum status read_changed(struct source *source, const char *month_id,
                                struct diagnostics *diagnostics, struct whatif_case *out)
{
  struct source *scenarios = source_folder("");
  enum status status = scenario_read(source, scenarios, out->path, month_id, diagnostics,
                                     &out->scenario, &out->service, &out->month);
  source_free(scenarios);
  return status;
}

enum status whatif_case_read(struct source *source, const char *month_id, const char *path,
                             struct diagnostics *diagnostics, struct whatif_case **out)
{
  struct whatif_case *c = g_new0(struct whatif_case, 1);
  c->path = path;
  enum status status = path ? read_changed(source, month_id, diagnostics, c)
                            : read_plain(source, month_id, diagnostics, c);
  if (status != STATUS_OK) {
    whatif_case_free(c);
    return status;
  }
  c->problem = problem_new(c->service, c->month);
  *out = c;
  return STATUS_OK;
}

void whatif_case_free(struct whatif_case *c)
{
  if (!c)
    return;
  problem_free(c->problem);
  month_free(c->month);
  service_free(c->service);
  scenario_free(c->scenario);
  g_free(c);
}

const char *whatif_case_name(const struct whatif_case *c)
{
  return c->scenario ? c->scenario->name : "as it is";
}
