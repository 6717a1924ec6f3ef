#include "tests/support/generated.h"

#include "tests/support/check.h"
#include "tests/support/written.h"

#include <string.h>

/* Some preferences are late on purpose, and reading them says so. */
static bool is_of_late_preferences(const char *line)
{
  return strstr(line, "/preferences/") && strstr(line, ": warning: late: ");
}

static char *without_late_preferences(char *said)
{
  GString *rest = g_string_new(NULL);
  g_auto(GStrv) lines = g_strsplit(said, "\n", -1);
  for (char **line = lines; *line; line++)
    if (**line && !is_of_late_preferences(*line))
      g_string_append_printf(rest, "%s\n", *line);
  g_free(said);
  return g_string_free(rest, FALSE);
}

struct generated generated_new(const struct generator_settings *settings)
{
  struct generated generated = {generator_files_make(settings), NULL, NULL};
  struct source *source = source_memory();
  for (guint i = 0; i < generated.files->len; i++) {
    const struct generator_file *file = g_ptr_array_index(generated.files, i);
    source_add(source, file->path, file->text);
  }
  struct diagnostics *diagnostics = diagnostics_new();
  char month[DATE_TEXT_SIZE];
  month_id_format(settings->first, settings->weeks, month);
  const char *const ids[] = {month, NULL};
  inputs_read(source, ids, diagnostics, &generated.service, &generated.month);
  g_autofree char *said = without_late_preferences(written_said(diagnostics));
  if (*said)
    fail_msg("%d clinicians, seed %" G_GUINT64_FORMAT ", %s:\n%s", settings->clinicians,
             settings->seed, month, said);
  diagnostics_free(diagnostics);
  source_free(source);
  return generated;
}

void generated_free(struct generated *generated)
{
  g_ptr_array_unref(generated->files);
  service_free(generated->service);
  month_free(generated->month);
}

const char *generated_text(const struct generated *generated, const char *path)
{
  for (guint i = 0; i < generated->files->len; i++) {
    const struct generator_file *file = g_ptr_array_index(generated->files, i);
    if (strcmp(file->path, path) == 0)
      return file->text;
  }
  return NULL;
}
