#include "commands/whatif_manifest.h"

#include "inputs/manifest_writer.h"
#include "inputs/source.h"

#include <math.h>

char *whatif_inputs_hash(struct source *source, const struct whatif_case *c)
{
  g_autoptr(GString) list = g_string_new(NULL);
  int count = 0;
  const struct source_file *const *files = source_files(source, &count);
  for (int i = 0; i < count; i++)
    g_string_append_printf(list, "%s %s\n", files[i]->sha256, files[i]->path);
  if (c->scenario)
    g_string_append_printf(list, "%s\n", c->scenario->sha256);
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, list->str, -1);
}

char *whatif_manifest_text(const char *directory, struct source *source,
                           const struct whatif_case *const *cases, int count,
                           const struct whatif_settings *settings, int baseline_times)
{
  g_autofree char *service = g_canonicalize_filename(directory, NULL);
  GString *out = g_string_new(NULL);
  for (int i = 0; i < count; i++) {
    const struct whatif_case *c = cases[i];
    g_autofree char *scenario = c->path ? g_canonicalize_filename(c->path, NULL) : NULL;
    g_autofree char *inputs = whatif_inputs_hash(source, c);
    const struct manifest_build build = {
        .service = service,
        .month = (char *)c->month->id,
        .scenario = scenario,
        .inputs = inputs,
        .seconds = settings->seconds * (scenario ? 1 : baseline_times),
        .gap_hundredths = llround(100 * settings->gap_percent),
        .seed = settings->seed,
        .horizon_weeks = settings->horizon_weeks,
        .deterministic = settings->deterministic,
    };
    g_autofree char *line = manifest_line(&build);
    g_string_append(out, line);
  }
  return g_string_free(out, FALSE);
}
