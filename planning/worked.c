#include "planning/worked.h"

#include "inputs/published.h"
#include "inputs/rota_reader.h"
#include "planning/assess.h"
#include "planning/repair_ground.h"

#include <string.h>

static bool is_nothing(const struct rota_row *row)
{
  return strcmp(row->task, "none") == 0;
}

/* The row as an assignment; of one of nothing, task and site are NONE. */
static bool read_row(const struct problem *problem, const struct rota_row *row,
                     struct diagnostics *diagnostics, struct assignment *out)
{
  const struct service *service = problem->service;
  int date = DATE_NONE, block = service_block(service, row->session);
  bool nothing = is_nothing(row), is_date = date_parse(row->date, &date);
  const char *unknown = NULL;
  *out = (struct assignment){
      .clinician = service_clinician(service, row->clinician),
      .slot = is_date && block != NONE ? month_slot(problem->month, date, block) : NONE,
      .task = nothing ? NONE : service_task(service, row->task),
      .site = nothing ? NONE : service_site(service, row->site)};
  if (out->clinician == NONE)
    unknown = row->clinician;
  else if (!nothing && out->task == NONE)
    unknown = row->task;
  else if (!nothing && out->site == NONE)
    unknown = row->site;
  if (unknown)
    diagnostics_error(diagnostics, row->where, "there is no '%s' in the service", unknown);
  else if (out->slot == NONE)
    diagnostics_error(diagnostics, row->where, "%s %s is no session of %s", row->date, row->session,
                      problem->month->id);
  return !unknown && out->slot != NONE;
}

/* What was published, but for the cells that the file speaks of, and then what it says of them. */
static struct rota *apply(const struct repair_ground *ground, const struct rota_file *file,
                          struct diagnostics *diagnostics)
{
  const struct problem *problem = ground->problem;
  int slots = problem->month->n_slots;
  g_autofree bool *said = g_new0(bool, (gsize)(problem->service->n_clinicians * slots) + 1);
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (guint i = 0; i < file->rows->len; i++) {
    const struct rota_row *row = &g_array_index(file->rows, struct rota_row, i);
    struct assignment at;
    if (!read_row(problem, row, diagnostics, &at))
      continue;
    bool *cell = &said[at.clinician * slots + at.slot];
    if (*cell)
      diagnostics_error(diagnostics, row->where, "'%s' has a row of %s %s already", row->clinician,
                        row->date, row->session);
    *cell = true;
    if (at.task != NONE)
      g_array_append_val(items, at);
  }
  for (guint i = 0; i < ground->items->len; i++) {
    const struct assignment *at = &g_array_index(ground->items, struct repair_item, i).at;
    if (!said[at->clinician * slots + at->slot])
      g_array_append_val(items, *at);
  }
  return rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
}

static void judge(struct existing_rota *out)
{
  struct provenance run = {0};
  out->inputs = folder_inputs(&out->folder);
  run.inputs = (const struct provenance_input *)(const void *)out->inputs->data;
  run.n_inputs = (int)out->inputs->len;
  out->audit = audit_new(out->folder.problem, out->rota);
  out->assessment = assess(out->audit, &run);
}

enum status worked_read(const char *directory, const char *month_id, const char *path,
                        struct diagnostics *diagnostics, struct existing_rota *out)
{
  struct published *published = NULL;
  *out = (struct existing_rota){0};
  enum status status = existing_rota_open(path, diagnostics, out);
  if (status == STATUS_OK && strcmp(out->month_id, month_id) != 0) {
    diagnostics_error(diagnostics, (struct where){path, 0, 0}, "says what was worked in %s, not %s",
                      out->month_id, month_id);
    status = STATUS_BAD_INPUT;
  }
  if (status == STATUS_OK)
    status = folder_read(directory, month_id, diagnostics, &out->folder);
  if (status == STATUS_OK)
    published = published_read(directory, month_id, diagnostics);
  if (status == STATUS_OK && !published) {
    diagnostics_error(diagnostics, (struct where){month_id, 0, 0}, "is not published");
    status = STATUS_BAD_INPUT;
  }
  if (status == STATUS_OK) {
    int errors = diagnostics_errors(diagnostics);
    struct repair_ground *ground =
        repair_ground_new(out->folder.problem, published, out->folder.month->days[0].date);
    out->rota = apply(ground, out->file, diagnostics);
    repair_ground_free(ground);
    judge(out);
    status = diagnostics_errors(diagnostics) == errors ? STATUS_OK : STATUS_BAD_INPUT;
  }
  published_free(published);
  return status;
}
