#include "commands/whatif_cases.h"

#include "commands/command.h"
#include "commands/console.h"
#include "commands/load.h"
#include "model/audit.h"
#include "model/waiting/waiting.h"

#include <string.h>

/* Tables and files tell scenarios apart by their names. */
static void check_name(const struct whatif_cases *cases, int index, struct diagnostics *diagnostics)
{
  const struct whatif_case *c = cases->items[index];
  for (int i = 0; c && i < index; i++) {
    const struct whatif_case *other = cases->items[i];
    if (!other || strcmp(whatif_case_name(c), whatif_case_name(other)) != 0)
      continue;
    struct where where = {.file = c->path};
    diagnostics_error(diagnostics, where, "the name '%s' is that of %s", whatif_case_name(c),
                      other->path ? other->path : "the service as it stands");
    return;
  }
}

static void read_all(struct whatif_cases *cases, const char *month_id, const GPtrArray *paths,
                     struct diagnostics *diagnostics)
{
  if (whatif_case_read(cases->source, month_id, NULL, diagnostics, &cases->items[0]) != STATUS_OK)
    return;
  for (guint i = 0; i < paths->len; i++) {
    whatif_case_read(cases->source, month_id, paths->pdata[i], diagnostics, &cases->items[1 + i]);
    check_name(cases, 1 + (int)i, diagnostics);
  }
}

int whatif_cases_read(const char *directory, const char *month_id, const GPtrArray *paths,
                      struct whatif_cases **out)
{
  struct whatif_cases *cases = g_new0(struct whatif_cases, 1);
  struct diagnostics *diagnostics = diagnostics_new();
  cases->source = source_folder(directory);
  cases->count = 1 + (int)paths->len;
  cases->items = g_new0(struct whatif_case *, (gsize)cases->count + 1);
  read_all(cases, month_id, paths, diagnostics);
  bool fine = console_diagnostics(diagnostics) == 0;
  if (!fine)
    load_count_mistakes(diagnostics);
  for (int i = 0; fine && i < cases->count; i++) {
    fine = cases->items[i] != NULL;
    if (!fine)
      console_error("'%s' can't be read", i == 0 ? directory : (char *)paths->pdata[i - 1]);
  }
  diagnostics_free(diagnostics);
  if (!fine) {
    whatif_cases_free(cases);
    return EXIT_USAGE;
  }
  *out = cases;
  return EXIT_DONE;
}

void whatif_cases_free(struct whatif_cases *cases)
{
  if (!cases)
    return;
  for (int i = 0; i < cases->count; i++)
    whatif_case_free(cases->items[i]);
  g_free(cases->items);
  source_free(cases->source);
  g_free(cases);
}

int whatif_cases_horizon(const struct whatif_cases *cases)
{
  int out = 0;
  for (int i = 1; i < cases->count; i++)
    out = MAX(out, cases->items[i]->scenario->horizon_weeks);
  return out == 0 ? SCENARIO_WEEKS : MIN(out, WAITING_WEEKS_MAX);
}

struct start *whatif_cases_written_rota(const struct whatif_case *c, const char *directory)
{
  g_autofree char *path = g_build_filename(directory, c->month->id, "rota.json", NULL);
  struct start *start = start_read(path);
  if (!start)
    return NULL;
  int missed;
  struct rota *rota = start_match(start, c->problem, &missed);
  struct audit *audit = audit_new(c->problem, rota);
  bool fine = missed == 0 && audit->broken == 0;
  audit_free(audit);
  rota_free(rota);
  if (fine)
    return start;
  start_free(start);
  return NULL;
}
