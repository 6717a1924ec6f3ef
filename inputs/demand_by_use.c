#include "inputs/demand_by_use.h"

#include "inputs/fcp_use.h"
#include "model/waiting/capacity.h"

#include <math.h>

/* Older use than that says little of what is wanted now. */
enum { OLD_DAYS = 183, LEAST = 1 };

static int slots_of(const struct service *service, int task)
{
  int kind = vocabulary_find(&service->slot_kinds, capacity_kind_names[CAPACITY_FCP]);
  const int *slots = task == NONE ? NULL : service->tasks[task].slots;
  return kind == NONE || !slots ? 0 : slots[kind];
}

void demand_by_use_check(struct reader *reader, const struct node *node,
                         const struct demand_line *line)
{
  const struct demand *demand = &line->demand;
  struct diagnostics *diagnostics = reader->diagnostics;
  struct where where = node_get(node, "need")->where;
  if (reader->month)
    diagnostics_error(diagnostics, where,
                      "need from use is for the demand of service.yaml; a month's own line has a "
                      "number");
  if (demand_is_joint(demand))
    diagnostics_error(diagnostics, where, "need from use is of one task, and of everybody");
  if (demand->per != PERIOD_WEEK)
    diagnostics_error(diagnostics, where, "need from use is of a week: say 'per: week'");
  if (demand->task != NONE && slots_of(reader->service, demand->task) == 0)
    diagnostics_error(diagnostics, where, "need from use, but the task '%s' has no slots '%s'",
                      reader->service->tasks[demand->task].id, capacity_kind_names[CAPACITY_FCP]);
  if (demand->most != UNLIMITED && demand->most < line->least)
    diagnostics_error(diagnostics, node_get(node, "most")->where,
                      "at most %d is below the least of %d", demand->most, line->least);
  if (source_kind(reader->source, "fcp_use.csv") == SOURCE_NOTHING)
    diagnostics_error(diagnostics, where, "need from use, but there is no fcp_use.csv");
}

void demand_by_use_keep(struct reader *reader, const struct demand_line *line, int most)
{
  struct service *service = reader->draft;
  if (!service->by_use)
    service->by_use = ARENA_NEW(reader->arena, struct demand_by_use, most);
  service->by_use[service->n_by_use++] =
      (struct demand_by_use){line->demand, line->least == NONE ? LEAST : line->least};
}

/* --- in a month ------------------------------------------------------------ */

/* The use on the way into a month's lines. */
struct taking {
  struct reader *reader;
  const GArray *rows; /* struct fcp_use_row */
  struct fcp_use_span span;
  GArray *demands, *by_use; /* struct demand, struct by_use */
};

/* Does a line of the month's own take its place, or does it not run in the month? */
static bool is_left_out(const struct taking *taking, const struct demand *line)
{
  const struct month *month = taking->reader->month;
  const struct pattern *when = &line->when;
  for (guint i = 0; i < taking->demands->len; i++)
    if (demand_replaces(taking->reader->service, &g_array_index(taking->demands, struct demand, i),
                        line))
      return true;
  return (when->from != DATE_NONE && when->from > month->until) ||
         (when->until != DATE_NONE && when->until < month->from);
}

/* Without figures the least is asked for. */
static void warn_unknown(const struct taking *taking, const struct demand_by_use *by_use, int site)
{
  const char *id = taking->reader->service->sites[site].id;
  char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
  if (taking->span.until == DATE_NONE)
    diagnostics_warning(taking->reader->diagnostics, by_use->line.where,
                        "fcp_use.csv has no month before %s: at '%s' the least of %d is asked for",
                        taking->reader->month->name, id, by_use->least);
  else
    diagnostics_warning(
        taking->reader->diagnostics, by_use->line.where,
        "fcp_use.csv has no row of '%s' from %s to %s: the least of %d is asked for", id,
        month_id_format(taking->span.from, 0, from), month_id_format(taking->span.until, 0, until),
        by_use->least);
}

/* What a line by number, for the very same work, says counts no more. */
static void warn_replaced(const struct taking *taking, const struct demand *line)
{
  const struct service *service = taking->reader->service;
  for (int d = 0; d < service->n_demands; d++)
    if (demand_replaces(service, line, &service->demands[d]))
      diagnostics_warning(taking->reader->diagnostics, service->demands[d].where,
                          "the need from use of %s:%d takes the place of this", line->where.file,
                          line->where.line);
}

static void take_site(struct taking *taking, const struct demand_by_use *by_use, int site)
{
  const struct service *service = taking->reader->service;
  struct fcp_use_mean mean = fcp_use_mean(taking->rows, &taking->span, site);
  struct by_use item = {.demand = (int)taking->demands->len, .sessions = -1};
  struct demand line = by_use->line;
  if (mean.months > 0)
    item.sessions = fcp_use_sessions(&mean, slots_of(service, line.task));
  else
    warn_unknown(taking, by_use, site);
  line.need = MAX((int)lround(item.sessions), by_use->least);
  if (line.most != UNLIMITED)
    line.need = MIN(line.need, line.most);
  line.target = MAX(line.target, line.need);
  line.most = line.target;
  line.sites = ARENA_NEW(taking->reader->arena, bool, service->n_sites);
  line.sites[site] = true;
  warn_replaced(taking, &line);
  g_array_append_val(taking->demands, line);
  g_array_append_val(taking->by_use, item);
}

static void warn_old(const struct taking *taking, struct where where)
{
  const struct month *month = taking->reader->month;
  int last = taking->span.until;
  char id[DATE_TEXT_SIZE];
  if (last != DATE_NONE && month->from - month_id_last(last, 0) > OLD_DAYS)
    diagnostics_warning(taking->reader->diagnostics, where,
                        "the newest use in fcp_use.csv is of %s, over half a year before %s",
                        month_id_format(last, 0, id), month->name);
}

static void take_lines(struct taking *taking)
{
  const struct service *service = taking->reader->service;
  for (int i = 0; i < service->n_by_use; i++) {
    const struct demand_by_use *by_use = &service->by_use[i];
    if (!by_use->line.sites || is_left_out(taking, &by_use->line))
      continue;
    warn_old(taking, by_use->line.where);
    for (int s = 0; s < service->n_sites; s++)
      if (by_use->line.sites[s] && service->sites[s].pcn)
        take_site(taking, by_use, s);
  }
}

void demand_by_use_take(struct reader *reader, GArray *demands)
{
  struct month *month = reader->month;
  GArray *rows = NULL;
  if (reader->service->n_by_use == 0 ||
      source_kind(reader->source, "fcp_use.csv") == SOURCE_NOTHING ||
      fcp_use_read(reader->source, reader->service, reader->diagnostics, &rows) != STATUS_OK)
    return;
  struct taking taking = {reader, rows, fcp_use_span(rows, month->from), demands,
                          g_array_new(FALSE, FALSE, sizeof(struct by_use))};
  take_lines(&taking);
  month->by_use =
      arena_copy(month->arena, taking.by_use->data, taking.by_use->len, sizeof(struct by_use));
  month->n_by_use = (int)taking.by_use->len;
  month->use_from = taking.span.from;
  month->use_until = taking.span.until;
  g_array_unref(taking.by_use);
  g_array_unref(rows);
}
