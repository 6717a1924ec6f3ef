#include "planning/existing_rota.h"

#include "inputs/month_folders.h"
#include "inputs/rota_reader.h"
#include "inputs/rota_writer.h"
#include "planning/assess.h"

#include <string.h>

enum status existing_rota_open(const char *path, struct diagnostics *diagnostics,
                               struct existing_rota *out)
{
  *out = (struct existing_rota){.misfits = g_array_new(FALSE, FALSE, sizeof(struct rota_misfit))};
  enum status status = rota_file_read(path, diagnostics, &out->file);
  if (status != STATUS_OK)
    return status;
  out->month_id = out->file->month_id;
  out->document = out->file->document;
  return STATUS_OK;
}

static bool is_folder_of(const char *path, const char *month_id)
{
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *name = g_path_get_basename(folder);
  return strcmp(name, month_id) == 0;
}

/* How surely a table with that row is the folder's month; 0: it is not. */
static int surety_of(const struct existing_rota *rota, const struct month_folder *folder, int date,
                     const char *month_id)
{
  if (date < folder->from || date > folder->until)
    return 0;
  if (month_id && strcmp(folder->id, month_id) == 0)
    return 4;
  if (is_folder_of(rota->file->path, folder->id))
    return 3;
  return month_id_is_weeks(folder->id) ? 1 : 2;
}

void existing_rota_place(struct existing_rota *rota, const char *directory, const char *month_id)
{
  const char *const asked[] = {month_id, NULL};
  const struct rota_row *first = &g_array_index(rota->file->rows, struct rota_row, 0);
  int date, best = 0;
  if (rota->document || !date_parse(first->date, &date))
    return;
  struct source *source = source_folder(directory);
  g_autoptr(GArray) folders = month_folders_read(source, NULL, asked);
  for (guint i = 0; i < folders->len; i++) {
    const struct month_folder *folder = &g_array_index(folders, struct month_folder, i);
    int surety = surety_of(rota, folder, date, month_id);
    if (surety > best)
      rota->month_id = folder->id;
    best = MAX(best, surety);
  }
  source_free(source);
}

int existing_rota_last_day(const char *directory, const char *month_id)
{
  const char *const asked[] = {month_id, NULL};
  struct source *source = source_folder(directory);
  g_autoptr(GArray) folders = month_folders_read(source, NULL, asked);
  int out = DATE_NONE;
  for (guint i = 0; i < folders->len; i++) {
    const struct month_folder *folder = &g_array_index(folders, struct month_folder, i);
    out = strcmp(folder->id, month_id) == 0 ? folder->until : out;
  }
  source_free(source);
  return out;
}

/* A rota is judged by what was published when it was made: what came after was published
 * upon it. A table does not say what was read for it, and is judged by all there is. */
static void forget_what_came_after(struct existing_rota *rota)
{
  const struct history *later = &rota->folder.month->later;
  const json_t *input;
  size_t i;
  if (!rota->document || later->n_months == 0)
    return;
  json_array_foreach(json_object_get(rota->document, "inputs"), i, input)
  {
    const char *path = json_string_value(json_object_get(input, "path"));
    if (g_strcmp0(path, later->months[0].where.file) == 0)
      return;
  }
  folder_forget_later(&rota->folder);
}

/* How it was made can't be recomputed: it is as the file says. */
static void judge(struct existing_rota *rota)
{
  struct provenance run = rota_document_run(rota->document);
  rota->inputs = folder_inputs(&rota->folder);
  run.inputs = (const struct provenance_input *)(const void *)rota->inputs->data;
  run.n_inputs = (int)rota->inputs->len;
  rota->audit = audit_new(rota->folder.problem, rota->rota);
  rota->assessment = assess(rota->audit, &run);
  rota->assessment->misfits = (int)rota->misfits->len;
}

enum status existing_rota_resolve(struct existing_rota *rota, struct diagnostics *diagnostics)
{
  const struct problem *problem = rota->folder.problem;
  enum status status =
      rota_file_resolve(rota->file, problem, diagnostics, &rota->rota, rota->misfits);
  if (status != STATUS_OK)
    return status;
  forget_what_came_after(rota);
  judge(rota);
  return status;
}

void existing_rota_clear(struct existing_rota *rota)
{
  assessment_free(rota->assessment);
  audit_free(rota->audit);
  rota_free(rota->rota);
  folder_clear(&rota->folder);
  rota_file_free(rota->file);
  if (rota->misfits)
    g_array_unref(rota->misfits);
  if (rota->inputs)
    g_array_unref(rota->inputs);
  *rota = (struct existing_rota){0};
}

json_t *existing_rota_document(const struct existing_rota *rota, const char *version)
{
  struct assessment stated = *rota->assessment;
  stated.run.version = version;
  json_t *out = rota_json_document(&stated);
  if (json_is_string(json_object_get(rota->document, "program")))
    json_object_set(out, "program", json_object_get(rota->document, "program"));
  if (json_is_object(json_object_get(rota->document, "run")))
    json_object_set(out, "run", json_object_get(rota->document, "run"));
  g_autofree char *checksum = rota_json_checksum(out);
  json_object_set_new(out, "checksum", json_string(checksum));
  return out;
}

char *existing_rota_misfit_lines(const struct existing_rota *rota)
{
  const struct service *service = rota->folder.service;
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < rota->misfits->len; i++) {
    const struct rota_misfit *misfit = &g_array_index(rota->misfits, struct rota_misfit, i);
    char date[DATE_TEXT_SIZE];
    g_string_append_printf(out, "  availability: %s, %s at %s: %s %s is no session of %s\n",
                           service->clinicians[misfit->clinician].name,
                           service->tasks[misfit->task].name, service->sites[misfit->site].name,
                           date_format(misfit->date, date), service->blocks[misfit->block].id,
                           rota->folder.month->name);
  }
  return g_string_free(out, FALSE);
}
