#include "planning/fcp_use.h"

#include "inputs/fcp_use.h"
#include "model/fcp_use.h"
#include "model/month_id.h"
#include "model/waiting/capacity.h"
#include "planning/folder.h"
#include "planning/start.h"

#include <math.h>

/* --- what was used -------------------------------------------------------------------- */

static enum fcp_verdict verdict_of(const struct fcp_use *use)
{
  double percent = use->offered > 0 ? 100 * use->booked / use->offered : 100;
  if (use->months == 0)
    return FCP_UNKNOWN;
  if (percent >= FCP_USE_FULL || use->days_to_third > FCP_USE_DAYS)
    return FCP_WAITING;
  return percent < FCP_USE_EMPTY ? FCP_EMPTY : FCP_FITS;
}

static void take_use(const struct fcp_uses *uses, const GArray *rows, int site,
                     const struct fcp_use_span *span, struct fcp_use *use)
{
  struct fcp_use_mean mean = fcp_use_mean(rows, span, site);
  use->months = mean.months;
  if (use->months == 0)
    return;
  use->offered = mean.offered;
  use->booked = mean.booked;
  use->attended = mean.attended;
  use->days_to_third = mean.days_to_third;
  if (use->patients > 0) {
    use->attended_per_10000 = use->attended * 10000 / use->patients;
    use->offered_per_10000 = use->offered * 10000 / use->patients;
  }
  use->verdict = verdict_of(use);
  if (uses->slots > 0)
    use->wanted = fcp_use_sessions(&mean, uses->slots);
}

/* --- what is provided ------------------------------------------------------------------ */

static void take_provided(struct fcp_uses *uses, const struct folder *folder, const char *directory,
                          const int *sites)
{
  int missed;
  struct start *start = start_written(folder->problem, directory);
  if (!start)
    return;
  struct rota *rota = start_match(start, folder->problem, &missed);
  struct capacity *capacity = capacity_new(folder->problem, rota);
  for (int i = 0; i < uses->count; i++)
    for (int p = 0; p < capacity->n_pcns; p++)
      if (capacity->pcns[p].site == sites[i])
        uses->pcns[i].provided = capacity->pcns[p].sessions_a_week;
  capacity_free(capacity);
  rota_free(rota);
  start_free(start);
}

/* --- all of it --------------------------------------------------------------------------- */

static void find_task(struct fcp_uses *uses, const struct service *service)
{
  int kind = vocabulary_find(&service->slot_kinds, capacity_kind_names[CAPACITY_FCP]);
  for (int t = 0; kind != NONE && t < service->n_tasks && !uses->task; t++)
    if (service->tasks[t].slots[kind] > 0) {
      uses->task = g_strdup(service->tasks[t].id);
      uses->slots = service->tasks[t].slots[kind];
    }
}

static char *month_text(int date)
{
  char id[DATE_TEXT_SIZE];
  return date == DATE_NONE ? NULL : g_strdup(month_id_format(date, 0, id));
}

static struct fcp_uses *uses_of(const struct folder *folder, const char *directory,
                                const GArray *rows)
{
  const struct service *service = folder->service;
  struct fcp_uses *out = g_new0(struct fcp_uses, 1);
  int before = folder->month ? folder->month->from : G_MAXINT;
  struct fcp_use_span span = fcp_use_span(rows, before);
  int *sites = g_new0(int, service->n_sites + 1);
  out->service = g_strdup(service->name);
  out->from = month_text(span.from);
  out->until = month_text(span.until);
  out->pcns = g_new0(struct fcp_use, service->n_sites + 1);
  find_task(out, service);
  for (int s = 0; s < service->n_sites; s++) {
    const struct site *site = &service->sites[s];
    if (!site->pcn)
      continue;
    sites[out->count] = s;
    struct fcp_use *use = &out->pcns[out->count++];
    *use = (struct fcp_use){.id = g_strdup(site->id),
                            .name = g_strdup(site->name),
                            .patients = site->pcn->patients,
                            .days_to_third = -1,
                            .attended_per_10000 = -1,
                            .offered_per_10000 = -1,
                            .provided = -1,
                            .wanted = -1,
                            .verdict = FCP_UNKNOWN};
    take_use(out, rows, s, &span, use);
  }
  if (folder->problem)
    take_provided(out, folder, directory, sites);
  g_free(sites);
  return out;
}

enum status fcp_uses_read(const char *directory, const char *month, struct diagnostics *diagnostics,
                          struct fcp_uses **out)
{
  struct folder folder;
  GArray *rows = NULL;
  enum status status = folder_read(directory, month, diagnostics, &folder);
  if (status == STATUS_OK)
    status = fcp_use_read(folder.source, folder.service, diagnostics, &rows);
  if (status == STATUS_OK)
    *out = uses_of(&folder, directory, rows);
  if (rows)
    g_array_unref(rows);
  folder_clear(&folder);
  return status;
}

void fcp_uses_free(struct fcp_uses *uses)
{
  if (!uses)
    return;
  for (int i = 0; i < uses->count; i++) {
    g_free(uses->pcns[i].id);
    g_free(uses->pcns[i].name);
  }
  g_free(uses->pcns);
  g_free(uses->service);
  g_free(uses->from);
  g_free(uses->until);
  g_free(uses->task);
  g_free(uses);
}

char *fcp_uses_scenario(const struct fcp_uses *uses)
{
  GString *out = g_string_new("scenario: First contact by its use\nchanges:\n");
  bool any = false;
  for (int i = 0; i < uses->count; i++) {
    const struct fcp_use *use = &uses->pcns[i];
    if (use->wanted < 0)
      continue;
    int sessions = MAX((int)lround(use->wanted), 1);
    g_string_append_printf(out, "  - cover: {task: %s, at: %s, per: week, need: %d, most: %d}\n",
                           uses->task, use->id, sessions, sessions);
    any = true;
  }
  if (any)
    return g_string_free(out, FALSE);
  g_string_free(out, TRUE);
  return NULL;
}
