#include "planning/file_set.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A rota is personal data: new files are for the owner and the group, as far as the umask lets. */
enum { RIGHTS_NEW = 0660, RIGHTS_ALL = 07777 };

struct file {
  char *path;
  const char *text;
  char *temporary, *before;   /* names beside it; before: of what was there */
  bool written, kept, placed; /* is there a file `temporary`, `before`, a new one `path`? */
};

struct file_set {
  GPtrArray *files; /* struct file */
};

static void file_free(gpointer data)
{
  struct file *file = data;
  g_free(file->path);
  g_free(file->temporary);
  g_free(file->before);
  g_free(file);
}

struct file_set *file_set_new(void)
{
  struct file_set *set = g_new0(struct file_set, 1);
  set->files = g_ptr_array_new_with_free_func(file_free);
  return set;
}

void file_set_free(struct file_set *set)
{
  if (!set)
    return;
  g_ptr_array_unref(set->files);
  g_free(set);
}

void file_set_add(struct file_set *set, const char *path, const char *text)
{
  struct file *file = g_new0(struct file, 1);
  file->path = g_strdup(path);
  file->text = text;
  file->temporary = g_strconcat(path, ".XXXXXX", NULL);
  g_ptr_array_add(set->files, file);
}

/* --- one file: each step returns 0 or what went wrong ------------------------ */

static int write_all(int descriptor, const char *text)
{
  for (size_t left = strlen(text); left > 0;) {
    ssize_t count = write(descriptor, text, left);
    if (count < 0 && errno != EINTR)
      return errno;
    if (count > 0) {
      text += count;
      left -= (size_t)count;
    }
  }
  return fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
}

/* Who may read a file that is there, may still when it is written anew. */
static void keep_rights(const char *path, int descriptor)
{
  struct stat there;
  if (stat(path, &there) == 0 && S_ISREG(there.st_mode) &&
      fchmod(descriptor, there.st_mode & RIGHTS_ALL) != 0)
    errno = 0; /* on a disk that knows no rights there is nothing to keep */
}

static int write_temporary(struct file *file)
{
  int descriptor = g_mkstemp_full(file->temporary, O_WRONLY | O_CLOEXEC, RIGHTS_NEW);
  if (descriptor < 0)
    return errno;
  file->written = true;
  file->before = g_strconcat(file->temporary, ".before", NULL);
  keep_rights(file->path, descriptor);
  int error = write_all(descriptor, file->text);
  if (close(descriptor) != 0 && error == 0)
    error = errno;
  return error;
}

/* What was there gets another name besides its own, or, on a disk where a file has but
 * one, instead of it. */
static int keep_before(struct file *file)
{
  if (g_file_test(file->path, G_FILE_TEST_IS_DIR))
    return EISDIR;
  file->kept = link(file->path, file->before) == 0 || g_rename(file->path, file->before) == 0;
  return file->kept || errno == ENOENT ? 0 : errno;
}

static int place(struct file *file)
{
  if (g_rename(file->temporary, file->path) != 0)
    return errno;
  file->written = false;
  file->placed = true;
  return 0;
}

static void undo(struct file *file)
{
  if (file->kept)
    file->kept = g_rename(file->before, file->path) == 0; /* otherwise it stays where it is */
  else if (file->placed)
    g_unlink(file->path);
}

static void clean(struct file *file)
{
  if (file->written)
    g_unlink(file->temporary);
  if (file->kept)
    g_unlink(file->before); /* two names of one file: what undo did has left both */
}

/* --- all of them ------------------------------------------------------------- */

/* The last has no other to be undone for. */
static int place_all(struct file **files, guint count, guint *at)
{
  int error = 0;
  for (*at = 0; *at < count; ++*at) {
    if (*at + 1 < count)
      error = keep_before(files[*at]);
    if (error == 0)
      error = place(files[*at]);
    if (error)
      return error;
  }
  return 0;
}

enum status file_set_write(struct file_set *set, char **message)
{
  struct file **files = (struct file **)set->files->pdata;
  guint count = set->files->len, at = 0;
  int error = 0;
  for (; at < count && error == 0; at++)
    error = write_temporary(files[at]);
  at = error ? at - 1 : at;
  if (error == 0)
    error = place_all(files, count, &at);
  if (error)
    *message = g_strdup_printf("can't write '%s': %s", files[at]->path, g_strerror(error));
  for (guint i = 0; i < count; i++) {
    if (error)
      undo(files[i]);
    clean(files[i]);
  }
  return error ? STATUS_IO : STATUS_OK;
}

enum status file_set_write_one(const char *path, const char *text, char **message)
{
  struct file_set *set = file_set_new();
  file_set_add(set, path, text);
  enum status status = file_set_write(set, message);
  file_set_free(set);
  return status;
}

enum status file_set_make_folder(const char *path, char **message)
{
  if (g_mkdir_with_parents(path, 0777) == 0)
    return STATUS_OK;
  *message = g_strdup_printf("can't make the folder '%s': %s", path, g_strerror(errno));
  return STATUS_IO;
}
