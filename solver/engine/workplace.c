#include "solver/engine/workplace.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

char *workplace_new(void)
{
  const char *given = g_getenv("TMPDIR"); /* as it is now: GLib asks once */
  char *path = g_build_filename(given && *given ? given : g_get_tmp_dir(), "rota-XXXXXX", NULL);
  if (!g_mkdtemp(path)) /* of mode 700 */
    g_clear_pointer(&path, g_free);
  return path;
}

/* What a link points at stays. */
static void remove_all(const char *path)
{
  GStatBuf found;
  if (g_lstat(path, &found) != 0)
    return;
  if (S_ISDIR(found.st_mode)) {
    g_chmod(path, S_IRWXU);
    GDir *folder = g_dir_open(path, 0, NULL);
    const char *name;
    while (folder && (name = g_dir_read_name(folder))) {
      g_autofree char *inner = g_build_filename(path, name, NULL);
      remove_all(inner);
    }
    if (folder)
      g_dir_close(folder);
  }
  g_remove(path);
}

void workplace_remove(char *folder)
{
  if (folder)
    remove_all(folder);
  g_free(folder);
}

int64_t workplace_size(const char *folder)
{
  int64_t size = 0;
  GDir *files = g_dir_open(folder, 0, NULL);
  const char *name;
  while (files && (name = g_dir_read_name(files))) {
    g_autofree char *path = g_build_filename(folder, name, NULL);
    GStatBuf found;
    if (g_lstat(path, &found) == 0)
      size += found.st_size;
  }
  if (files)
    g_dir_close(files);
  return size;
}
