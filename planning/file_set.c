#include "planning/file_set.h"

#include "planning/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A rota is personal data: new files are for the owner and the group, as far as the umask lets. */
enum { RIGHTS_NEW = 0660, RIGHTS_FOLDER = 0770, RIGHTS_ALL = 07777 };

struct file {
  const struct journal_file *at;
  const char *text;
};

struct file_set {
  struct journal *journal;
  GArray *files; /* struct file */
};

struct file_set *file_set_new(const char *directory)
{
  struct file_set *set = g_new0(struct file_set, 1);
  set->journal = journal_new(directory);
  set->files = g_array_new(FALSE, FALSE, sizeof(struct file));
  return set;
}

void file_set_free(struct file_set *set)
{
  if (!set)
    return;
  journal_free(set->journal);
  g_array_unref(set->files);
  g_free(set);
}

void file_set_add(struct file_set *set, const char *path, const char *text)
{
  const struct file file = {journal_add(set->journal, path), text};
  g_array_append_val(set->files, file);
}

/* --- each step returns 0 or what went wrong ----------------------------------- */

/* Who may read a file that is there, may still when it is written anew. */
static void keep_rights(const char *path, int descriptor)
{
  struct stat there;
  if (stat(path, &there) == 0 && S_ISREG(there.st_mode) &&
      fchmod(descriptor, there.st_mode & RIGHTS_ALL) != 0)
    errno = 0; /* on a disk that knows no rights there is nothing to keep */
}

static int write_temporary(const struct file *file)
{
  int descriptor = g_open(file->at->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, RIGHTS_NEW);
  if (descriptor < 0)
    return errno;
  keep_rights(file->at->path, descriptor);
  int error = journal_write_text(descriptor, file->text);
  if (close(descriptor) != 0 && error == 0)
    error = errno;
  return error;
}

static int write_temporaries(const struct file_set *set, const char **path)
{
  int error = 0;
  for (guint i = 0; i < set->files->len && error == 0; i++) {
    const struct file *file = &g_array_index(set->files, struct file, i);
    *path = file->at->path;
    error = write_temporary(file);
  }
  return error;
}

enum status file_set_write(struct file_set *set, char **message)
{
  const char *path = NULL;
  int error = journal_begin(set->journal, &path);
  if (error == 0)
    error = write_temporaries(set, &path);
  if (error == 0)
    error = journal_written(set->journal, &path);
  if (error == 0)
    error = journal_place(set->journal, &path);
  if (journal_end(set->journal))
    return STATUS_OK;
  *message = g_strdup_printf("can't write '%s': %s", path, g_strerror(error));
  return STATUS_IO;
}

enum status file_set_write_one(const char *path, const char *text, char **message)
{
  struct file_set *set = file_set_new(NULL);
  file_set_add(set, path, text);
  enum status status = file_set_write(set, message);
  file_set_free(set);
  return status;
}

enum status file_set_make_folder(const char *path, char **message)
{
  if (g_mkdir_with_parents(path, RIGHTS_FOLDER) == 0)
    return STATUS_OK;
  *message = g_strdup_printf("can't make the folder '%s': %s", path, g_strerror(errno));
  return STATUS_IO;
}
