#include "planning/scenario_paths.h"

#include <stdbool.h>
#include <string.h>

static gint by_name(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

static bool add_folder(GPtrArray *out, const char *folder, char **message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open(folder, 0, &error);
  if (!dir) {
    *message = g_strdup_printf("can't read the folder '%s': %s", folder, error->message);
    return false;
  }
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
    if (name[0] != '.' && (g_str_has_suffix(name, ".yaml") || g_str_has_suffix(name, ".yml")))
      g_ptr_array_add(names, g_strdup(name));
  g_ptr_array_sort(names, by_name);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add(out, g_build_filename(folder, names->pdata[i], NULL));
  if (names->len == 0)
    *message = g_strdup_printf("there is no scenario (*.yaml) in the folder '%s'", folder);
  return names->len > 0;
}

GPtrArray *scenario_paths(char **words, int count, char **message)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  for (int i = 0; i < count; i++) {
    if (!g_file_test(words[i], G_FILE_TEST_IS_DIR)) {
      g_ptr_array_add(out, g_strdup(words[i]));
    } else if (!add_folder(out, words[i], message)) {
      g_ptr_array_unref(out);
      return NULL;
    }
  }
  return out;
}
