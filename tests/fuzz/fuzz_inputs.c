/* Fuzz target: a whole folder in one input, files apart by lines "=== path". What
 * can be read is audited as well. Built by scripts/fuzz with clang's libFuzzer. */
#include "model/audit.h"
#include "scenarios/scenarios.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char mark[] = "=== ";

/* The next line that begins a file, or `end`. */
static const char *next_mark(const char *at, const char *end)
{
  while (at < end) {
    if ((size_t)(end - at) >= strlen(mark) && memcmp(at, mark, strlen(mark)) == 0)
      return at;
    const char *newline = memchr(at, '\n', (size_t)(end - at));
    at = newline ? newline + 1 : end;
  }
  return end;
}

static void add_files(struct source *source, const char *text, size_t size)
{
  const char *end = text + size;
  for (const char *at = next_mark(text, end); at < end;) {
    const char *name = at + strlen(mark), *newline = memchr(at, '\n', (size_t)(end - at));
    const char *body = newline ? newline + 1 : end, *next = next_mark(body, end);
    g_autofree char *path = g_strndup(name, newline ? (gsize)(newline - name) : 0);
    source_add_bytes(source, path, body, (size_t)(next - body));
    at = next;
  }
}

static void audit(const struct problem *problem, int count)
{
  struct rota *rota = rota_new(problem, problem->candidates, count);
  audit_free(audit_new(problem, rota));
  rota_free(rota);
}

/* An empty rota and a small one, of a service that is not too large to try. */
static void audit_rotas(const struct service *service, const struct month *month)
{
  enum { MOST_TRIED = 1000000, FEW = 50 };
  int64_t people = service->n_clinicians, places = service->n_sites;
  if (people * month->n_slots * service->n_tasks * places > MOST_TRIED)
    return;
  struct problem *problem = problem_new(service, month);
  audit(problem, 0);
  audit(problem, MIN(problem->n_candidates, FEW));
  problem_free(problem);
}

static void read_scenarios(struct source *source)
{
  g_auto(GStrv) names = source_list(source, "scenarios", ".yaml");
  for (char **name = names; *name; name++) {
    struct diagnostics *diagnostics = diagnostics_new();
    struct scenario *scenario = NULL;
    struct service *service = NULL;
    struct month *month = NULL;
    g_autofree char *path = g_build_filename("scenarios", *name, NULL);
    enum status status =
        scenario_read(source, source, path, "2027-01", diagnostics, &scenario, &service, &month);
    if ((status == STATUS_OK) != (diagnostics_errors(diagnostics) == 0))
      abort();
    if (status == STATUS_OK)
      audit_rotas(service, month);
    month_free(month);
    service_free(service);
    scenario_free(scenario);
    diagnostics_free(diagnostics);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct source *source = source_memory();
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {"2027-01", NULL};
  int count;
  add_files(source, (const char *)data, size);
  enum status status = inputs_read(source, ids, diagnostics, &service, &month);
  diagnostics_sorted(diagnostics, &count);
  if ((status == STATUS_OK) != (diagnostics_errors(diagnostics) == 0))
    abort();
  if (status == STATUS_OK)
    audit_rotas(service, month);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  read_scenarios(source);
  source_free(source);
  return 0;
}
