#include "planning/batch_manifest.h"

#include "inputs/manifest_writer.h"
#include "inputs/source.h"

#include <math.h>

char *batch_inputs_hash(struct source *source, const struct variant *variant)
{
  g_autoptr(GString) list = g_string_new(NULL);
  int count = 0;
  const struct source_file *const *files = source_files(source, &count);
  for (int i = 0; i < count; i++)
    g_string_append_printf(list, "%s %s\n", files[i]->sha256, files[i]->path);
  if (variant->scenario)
    g_string_append_printf(list, "%s\n", variant->scenario->sha256);
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, list->str, -1);
}

char *batch_manifest_text(const struct comparison *comparison,
                          const struct variant_settings *settings)
{
  g_autofree char *service = g_canonicalize_filename(comparison->directory, NULL);
  GString *out = g_string_new(NULL);
  for (int i = 0; i < comparison->count; i++) {
    const struct variant *variant = comparison->variants[i];
    g_autofree char *scenario = variant->path ? g_canonicalize_filename(variant->path, NULL) : NULL;
    g_autofree char *inputs = batch_inputs_hash(comparison->source, variant);
    const struct manifest_build build = {
        .service = service,
        .month = (char *)variant->month->id,
        .scenario = scenario,
        .inputs = inputs,
        .seconds = settings->build.seconds * (scenario ? 1 : COMPARISON_BASELINE_TIMES),
        .gap_hundredths = llround(100 * settings->build.gap_percent),
        .seed = settings->build.seed,
        .horizon_weeks = settings->horizon_weeks,
        .engine = settings->build.engine,
        .deterministic = settings->build.deterministic,
    };
    g_autofree char *line = manifest_line(&build);
    g_string_append(out, line);
  }
  return g_string_free(out, FALSE);
}
