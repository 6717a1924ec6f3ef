#include "model/manifest.h"

#include <string.h>

static void build_free(gpointer data)
{
  struct manifest_build *build = data;
  g_free(build->service);
  g_free(build->month);
  g_free(build->scenario);
  g_free(build->inputs);
  g_free(build->engine);
  g_free(build->key);
  g_free(build);
}

struct manifest *manifest_new(void)
{
  struct manifest *manifest = g_new0(struct manifest, 1);
  manifest->builds = g_ptr_array_new_with_free_func(build_free);
  return manifest;
}

void manifest_free(struct manifest *manifest)
{
  if (!manifest)
    return;
  g_ptr_array_unref(manifest->builds);
  g_free(manifest);
}

struct manifest_build *manifest_add(struct manifest *manifest)
{
  struct manifest_build *build = g_new0(struct manifest_build, 1);
  g_ptr_array_add(manifest->builds, build);
  return build;
}

const struct manifest_build *manifest_at(const struct manifest *manifest, int build)
{
  return manifest->builds->pdata[build];
}

int manifest_baseline(const struct manifest *manifest, int build)
{
  const struct manifest_build *wanted = manifest_at(manifest, build);
  if (!wanted->scenario)
    return build;
  for (int i = 0; i < (int)manifest->builds->len; i++) {
    const struct manifest_build *other = manifest_at(manifest, i);
    if (!other->scenario && strcmp(other->service, wanted->service) == 0 &&
        strcmp(other->month, wanted->month) == 0)
      return i;
  }
  return -1;
}
