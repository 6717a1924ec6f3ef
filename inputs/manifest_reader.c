#include "inputs/manifest_reader.h"

#include "inputs/members.h"
#include "model/month_id.h"
#include "model/waiting/waiting.h"

#include <string.h>

enum { SECONDS_MOST = 7 * 24 * 3600, BUILDS_MOST = 100000 };

static void check_month(const struct members *members, const char *month)
{
  int first;
  if (!month_id_parse(month, &first))
    diagnostics_error(members->diagnostics, (struct where){.file = members->path},
                      "%s: '%s' is not a month; write it as 2027-01", members->at, month);
}

static void read_build(const struct members *members, struct manifest_build *build)
{
  if (!members_begin(members, 10))
    return;
  members_text(members, "service", &build->service);
  if (members_text(members, "month", &build->month))
    check_month(members, build->month);
  members_text_or_null(members, "scenario", &build->scenario);
  members_integer(members, "seconds", 1, SECONDS_MOST, &build->seconds);
  members_figure_or_null(members, "gap_percent", 2, 0, &build->gap_hundredths);
  members_integer(members, "seed", 0, INT64_MAX, &build->seed);
  members_text_or_null(members, "engine", &build->engine);
  members_switch(members, "deterministic", &build->deterministic);
  members_integer(members, "horizon_weeks", 1, WAITING_WEEKS_MAX, &build->horizon_weeks);
  members_text(members, "inputs", &build->inputs);
}

static void read_line(const char *line, int number, const char *path,
                      struct diagnostics *diagnostics, struct manifest *manifest)
{
  json_error_t error;
  g_autofree char *at = g_strdup_printf("line %d", number);
  json_t *document = json_loads(line, JSON_REJECT_DUPLICATES, &error);
  struct members members = {document, at, path, diagnostics};
  struct manifest_build *build = manifest_add(manifest);
  if (document)
    read_build(&members, build);
  else
    diagnostics_error(diagnostics, (struct where){path, number, MAX(error.column, 0)},
                      "is not a build of a manifest, in JSON: %s", error.text);
  build->key = g_compute_checksum_for_string(G_CHECKSUM_SHA256, line, -1);
  json_decref(document);
}

enum status manifest_parse(const char *text, const char *path, struct diagnostics *diagnostics,
                           struct manifest **out)
{
  int before = diagnostics_errors(diagnostics);
  struct manifest *manifest = manifest_new();
  g_auto(GStrv) lines = g_strsplit(text, "\n", BUILDS_MOST + 2);
  int count = (int)g_strv_length(lines);
  if (count > 0 && *lines[count - 1] == '\0')
    count--;
  if (count == 0)
    diagnostics_error(diagnostics, (struct where){.file = path}, "there is no build in it");
  else if (count > BUILDS_MOST)
    diagnostics_error(diagnostics, (struct where){.file = path}, "has more than %d builds",
                      BUILDS_MOST);
  else
    for (int i = 0; i < count; i++)
      read_line(lines[i], i + 1, path, diagnostics, manifest);
  if (diagnostics_errors(diagnostics) == before) {
    *out = manifest;
    return STATUS_OK;
  }
  manifest_free(manifest);
  return STATUS_BAD_INPUT;
}

enum status manifest_read(const char *path, struct diagnostics *diagnostics, struct manifest **out)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr(GError) error = NULL;
  struct where where = {.file = path};
  if (!g_file_get_contents(path, &text, &length, &error)) {
    diagnostics_error(diagnostics, where, "%s", error->message);
    return STATUS_IO;
  }
  if (strlen(text) == length)
    return manifest_parse(text, path, diagnostics, out);
  diagnostics_error(diagnostics, where, "a NUL byte");
  return STATUS_BAD_INPUT;
}
