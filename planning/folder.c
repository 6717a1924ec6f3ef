#include "planning/folder.h"

#include "inputs/booked.h"
#include "inputs/fcp_use.h"
#include "inputs/inputs.h"
#include "inputs/month_folders.h"
#include "inputs/recovery_file.h"
#include "inputs/source.h"

static enum status read_months(const char *const *ids, struct diagnostics *diagnostics,
                               struct folder *out)
{
  out->n_months = (int)g_strv_length((char **)(gpointer)ids);
  out->months = g_new0(struct month *, (gsize)out->n_months + 1);
  return inputs_read(out->source, ids, diagnostics, &out->service, out->months);
}

enum status folder_read(const char *directory, const char *month_id,
                        struct diagnostics *diagnostics, struct folder *out)
{
  return folder_read_over(directory, month_id, NULL, 0, diagnostics, out);
}

enum status folder_read_over(const char *directory, const char *month_id,
                             const struct folder_file *files, int n_files,
                             struct diagnostics *diagnostics, struct folder *out)
{
  const char *const ids[] = {month_id, NULL};
  *out = (struct folder){.source = source_folder(directory)};
  for (int i = 0; i < n_files; i++)
    source_add(out->source, files[i].path, files[i].text);
  enum status status = read_months(ids, diagnostics, out);
  source_set_aside(out->source, "waiting.csv"); /* a rota is no other for it */
  if (status != STATUS_OK || !month_id)
    return status;
  out->month = out->months[0];
  out->problem = problem_new(out->service, out->month);
  return STATUS_OK;
}

/* What is of no month: recovery.yaml and fcp_use.csv, if they are there, for their mistakes alone.
 */
static enum status check_besides(struct folder *folder, struct diagnostics *diagnostics)
{
  struct recovery_file *file = NULL;
  GArray *rows = NULL;
  enum status status = fcp_use_read(folder->source, folder->service, diagnostics, &rows), plan;
  if (rows)
    g_array_unref(rows);
  if (source_kind(folder->source, "recovery.yaml") == SOURCE_NOTHING)
    return status;
  plan = recovery_file_read(folder->source, folder->service, diagnostics, &file);
  recovery_file_free(file);
  return status != STATUS_OK ? status : plan;
}

enum status folder_read_all(const char *directory, struct diagnostics *diagnostics,
                            struct folder *out)
{
  *out = (struct folder){.source = source_folder(directory)};
  g_auto(GStrv) ids = month_folders_list(out->source);
  enum status status = read_months((const char *const *)ids, diagnostics, out);
  return status == STATUS_OK ? check_besides(out, diagnostics) : status;
}

void folder_check_booked(const struct folder *folder, const char *directory,
                         struct diagnostics *diagnostics)
{
  for (int i = 0; i < folder->n_months; i++) {
    GArray *rows = NULL;
    if (booked_read(directory, folder->service, folder->months[i], diagnostics, &rows) == STATUS_OK)
      g_array_unref(rows);
  }
}

void folder_clear(struct folder *folder)
{
  problem_free(folder->problem);
  for (int i = 0; i < folder->n_months; i++)
    month_free(folder->months[i]);
  g_free(folder->months);
  service_free(folder->service);
  source_free(folder->source);
  *folder = (struct folder){0};
}

void folder_forget_later(struct folder *folder)
{
  struct month *month = folder->months[0];
  if (month->later.n_months == 0)
    return;
  source_set_aside(folder->source, month->later.months[0].where.file);
  month->later = (struct history){0};
}

GArray *folder_inputs(const struct folder *folder)
{
  int count = 0;
  const struct source_file *const *files = source_files(folder->source, &count);
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct provenance_input));
  for (int i = 0; i < count; i++) {
    struct provenance_input input = {files[i]->path, files[i]->sha256};
    g_array_append_val(out, input);
  }
  return out;
}
