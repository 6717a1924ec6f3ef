#include "commands/load_rota.h"

#include "commands/command.h"
#include "commands/console.h"
#include "inputs/rota_writer.h"
#include "planning/assess.h"

#include <string.h>

static int read_file(struct load_rota *out, const char *path)
{
  struct diagnostics *diagnostics = diagnostics_new();
  enum status status = rota_file_read(path, diagnostics, &out->file);
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
  return status == STATUS_OK ? EXIT_DONE : EXIT_USAGE;
}

/* The bound can't be recomputed: it is as the file says. */
static void judge(struct load_rota *out)
{
  const json_t *bound = json_object_get(out->file->document, "bound");
  out->inputs = load_inputs(&out->load);
  const struct provenance run = {
      .version = ROTA_VERSION,
      .inputs = (const struct provenance_input *)(const void *)out->inputs->data,
      .n_inputs = (int)out->inputs->len,
      .has_bound = json_is_integer(bound),
      .bound = json_integer_value(bound),
  };
  out->audit = audit_new(out->load.problem, out->rota);
  out->assessment = assess(out->audit, &run);
}

static int resolve(struct load_rota *out)
{
  struct diagnostics *diagnostics = diagnostics_new();
  enum status status =
      rota_file_resolve(out->file, out->load.problem, diagnostics, &out->rota, out->misfits);
  console_diagnostics(diagnostics);
  diagnostics_free(diagnostics);
  if (status != STATUS_OK)
    return EXIT_USAGE;
  judge(out);
  return EXIT_DONE;
}

int load_rota(struct load_rota *out, const char *command, const char *directory, const char *path,
              const char *month)
{
  *out = (struct load_rota){.misfits = g_array_new(FALSE, FALSE, sizeof(struct rota_misfit))};
  if (!load_is_folder(directory) || (month && !load_month_id(command, month)))
    return EXIT_USAGE;
  int status = read_file(out, path);
  if (status != EXIT_DONE)
    return status;
  if (month && strcmp(month, out->file->month_id) != 0) {
    console_error("%s: '%s' is a rota of %s, not of %s", command, path, out->file->month_id, month);
    return EXIT_USAGE;
  }
  status = load_folder(&out->load, directory, out->file->month_id);
  return status == EXIT_DONE ? resolve(out) : status;
}

void load_rota_clear(struct load_rota *rota)
{
  assessment_free(rota->assessment);
  audit_free(rota->audit);
  rota_free(rota->rota);
  load_clear(&rota->load);
  rota_file_free(rota->file);
  g_array_free(rota->misfits, TRUE);
  if (rota->inputs)
    g_array_free(rota->inputs, TRUE);
}

json_t *load_rota_document(const struct load_rota *rota)
{
  const json_t *stated = rota->file->document;
  json_t *out = rota_json_document(rota->assessment);
  json_object_del(out, "checksum");
  if (json_is_string(json_object_get(stated, "program")))
    json_object_set(out, "program", json_object_get(stated, "program"));
  if (json_is_object(json_object_get(stated, "run")))
    json_object_set(out, "run", json_object_get(stated, "run"));
  return out;
}

void load_rota_misfits(const struct load_rota *rota, FILE *stream)
{
  const struct service *service = rota->load.service;
  for (guint i = 0; i < rota->misfits->len; i++) {
    const struct rota_misfit *misfit = &g_array_index(rota->misfits, struct rota_misfit, i);
    char date[DATE_TEXT_SIZE];
    fprintf(stream, "  availability: %s, %s at %s: %s %s is no session of %s\n",
            service->clinicians[misfit->clinician].name, service->tasks[misfit->task].name,
            service->sites[misfit->site].name, date_format(misfit->date, date),
            service->blocks[misfit->block].id, rota->load.month->id);
  }
}
