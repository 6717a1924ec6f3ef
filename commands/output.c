#include "commands/output.h"

#include "commands/console.h"

#include <errno.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

bool output_write(const char *path, const char *text)
{
  if (strcmp(path, "-") == 0)
    return fputs(text, stdout) >= 0;
  g_autoptr(GError) error = NULL;
  if (g_file_set_contents_full(path, text, (gssize)strlen(text), G_FILE_SET_CONTENTS_CONSISTENT,
                               0666, &error))
    return true;
  console_error("can't write '%s': %s", path, error->message);
  return false;
}

char *output_temporary(const char *path)
{
  bool standard = strcmp(path, "-") == 0;
  g_autofree char *stem =
      standard ? g_build_filename(g_get_tmp_dir(), "rota", NULL) : g_strdup(path);
  char *name = g_strconcat(stem, ".XXXXXX", NULL);
  int file = g_mkstemp(name);
  if (file >= 0 && g_close(file, NULL))
    return name;
  console_error("can't write '%s': %s", name, g_strerror(errno));
  g_free(name);
  return NULL;
}

static bool copy_to_output(const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  g_autoptr(GError) error = NULL;
  if (g_file_get_contents(path, &text, &length, &error))
    return fwrite(text, 1, length, stdout) == length;
  console_error("%s", error->message);
  return false;
}

/* What a file made in the ordinary way would have; the temporary one is private. */
static mode_t usual_mode(void)
{
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

bool output_finish(const char *temporary, const char *path, bool complete)
{
  bool out = complete;
  if (complete && strcmp(path, "-") == 0)
    out = copy_to_output(temporary);
  else if (complete) {
    out = chmod(temporary, usual_mode()) == 0 && g_rename(temporary, path) == 0;
    if (!out)
      console_error("can't write '%s': %s", path, g_strerror(errno));
  }
  if (!out || strcmp(path, "-") == 0)
    g_unlink(temporary);
  return out;
}

bool output_is_free(const char *path, bool force)
{
  GStatBuf info;
  if (strcmp(path, "-") == 0)
    return true;
  if (g_lstat(path, &info) != 0) {
    if (errno == ENOENT)
      return true;
    console_error("can't write '%s': %s", path, g_strerror(errno));
    return false;
  }
  if (S_ISREG(info.st_mode) && force)
    return true;
  if (S_ISREG(info.st_mode))
    console_error("'%s' is there already; --force replaces it", path);
  else
    console_error("'%s' is not a plain file%s", path,
                  S_ISDIR(info.st_mode) ? "" : "; '-' writes to standard output");
  return false;
}

bool output_make_folder(const char *path)
{
  if (g_mkdir_with_parents(path, 0777) == 0)
    return true;
  console_error("can't make the folder '%s': %s", path, g_strerror(errno));
  return false;
}
