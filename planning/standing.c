#include "planning/standing.h"

#include "inputs/rota_reader.h"
#include "planning/rota_files.h"
#include "planning/start.h"

#include <string.h>

/* Does the document name just these files, each with this hash? */
static bool is_of_inputs(const json_t *document, const GArray *inputs)
{
  const json_t *stated = json_object_get(document, "inputs");
  bool same = json_array_size(stated) == inputs->len;
  for (guint i = 0; same && i < inputs->len; i++) {
    const struct provenance_input *input = &g_array_index(inputs, struct provenance_input, i);
    const json_t *one = json_array_get(stated, i);
    same = g_strcmp0(json_string_value(json_object_get(one, "path")), input->path) == 0 &&
           g_strcmp0(json_string_value(json_object_get(one, "sha256")), input->sha256) == 0;
  }
  return same;
}

static json_t *read_document(const char *month_folder)
{
  g_autofree char *path = rota_files_json(month_folder);
  g_autofree char *changed = rota_files_changed(month_folder);
  return changed ? NULL : rota_document_load(path);
}

/* The rota fits as a whole: is it also one that could be written again? */
static void judge(const struct folder *folder, const char *month_folder, struct standing *out)
{
  out->inputs = folder_inputs(folder);
  out->document = read_document(month_folder);
  if (!out->document || !is_of_inputs(out->document, out->inputs))
    return;
  out->run = rota_document_run(out->document);
  out->run.inputs = (const struct provenance_input *)(const void *)out->inputs->data;
  out->run.n_inputs = (int)out->inputs->len;
  out->audit = audit_new(folder->problem, out->rota);
  if (out->audit->broken) {
    audit_free(out->audit);
    out->audit = NULL;
  }
}

void standing_read(const struct folder *folder, const char *month_folder, struct standing *out)
{
  g_autofree char *path = rota_files_json(month_folder);
  struct start *start = start_read(path);
  int missed = 0;
  *out = (struct standing){0};
  if (!start)
    return;
  out->rota = start_match(start, folder->problem, &missed);
  if (missed == 0)
    judge(folder, month_folder, out);
  start_free(start);
}

void standing_clear(struct standing *standing)
{
  audit_free(standing->audit);
  rota_free(standing->rota);
  json_decref(standing->document);
  if (standing->inputs)
    g_array_unref(standing->inputs);
  *standing = (struct standing){0};
}

bool standing_is_better(const struct standing *standing, const struct build_result *built)
{
  if (!standing->audit || built->verdict == BUILD_NOTHING)
    return standing->audit != NULL;
  if (built->verdict != BUILD_DONE || standing->audit->cost != built->audit->cost)
    return built->verdict == BUILD_DONE && standing->audit->cost < built->audit->cost;
  return standing->run.has_bound && (!built->has_bound || built->bound < standing->run.bound);
}
