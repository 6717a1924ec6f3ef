#include "planning/journal.h"

#include "inputs/plain_file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How far it has come; each step is a line at the end of the file. */
enum step { STEP_NONE, STEP_BEGUN, STEP_WRITTEN, STEP_DONE };

static const char *const step_words[] = {
    [STEP_BEGUN] = "begun", [STEP_WRITTEN] = "written", [STEP_DONE] = "done"};

static const char head[] =
    "# Files that rota writes together. It was ended in the middle of it: the next rota command\n"
    "# puts them right, and removes this.\n";

struct journal {
  char *directory;  /* NULL: of no folder */
  char *own_path;   /* of the journal itself; NULL: of no folder */
  char suffix[16];  /* of the names beside a file's own */
  GPtrArray *files; /* struct journal_file */
  enum step step;
  int descriptor; /* of the file; -1: none is open */
};

static char *own_path_of(const char *directory)
{
  return g_build_filename(directory, ".rota-journal", NULL);
}

static void file_free(gpointer data)
{
  struct journal_file *file = data;
  g_free(file->path);
  g_free(file->temporary);
  g_free(file->before);
  g_free(file);
}

struct journal *journal_new(const char *directory)
{
  struct journal *journal = g_new0(struct journal, 1);
  if (directory) {
    journal->directory = g_strdup(directory);
    for (size_t end = strlen(directory); end > 0 && directory[end - 1] == '/'; end--)
      journal->directory[end - 1] = '\0';
    journal->own_path = own_path_of(directory);
  }
  g_snprintf(journal->suffix, sizeof journal->suffix, "%08x", g_random_int());
  journal->files = g_ptr_array_new_with_free_func(file_free);
  journal->descriptor = -1;
  return journal;
}

void journal_free(struct journal *journal)
{
  if (!journal)
    return;
  if (journal->descriptor >= 0)
    close(journal->descriptor);
  g_ptr_array_unref(journal->files);
  g_free(journal->directory);
  g_free(journal->own_path);
  g_free(journal);
}

const struct journal_file *journal_add(struct journal *journal, const char *path)
{
  struct journal_file *file = g_new0(struct journal_file, 1);
  struct stat info;
  file->path = g_strdup(path);
  file->temporary = g_strdup_printf("%s.%s", path, journal->suffix);
  file->before = g_strconcat(file->temporary, ".before", NULL);
  file->there = lstat(path, &info) == 0;
  g_ptr_array_add(journal->files, file);
  return file;
}

static struct journal_file *file_at(const struct journal *journal, guint at)
{
  return journal->files->pdata[at];
}

/* --- on the disk ---------------------------------------------------------------- */

/* On a disk that can't be told to keep something there is nothing to wait for. */
static int sync_descriptor(int descriptor)
{
  return fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno;
}

/* A name is safe once the folder is that it is in. */
static int sync_folder(const char *path)
{
  int descriptor = g_open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (descriptor < 0)
    return errno;
  int error = sync_descriptor(descriptor);
  return close(descriptor) == 0 || error ? error : errno;
}

static int sync_folders(const struct journal *journal)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  int error = 0;
  for (guint i = 0; journal->directory && i < journal->files->len && error == 0; i++) {
    char *folder = g_path_get_dirname(file_at(journal, i)->path);
    bool is_new = !g_hash_table_contains(seen, folder);
    error = is_new ? sync_folder(folder) : 0;
    g_hash_table_add(seen, folder);
  }
  return error;
}

int journal_write_text(int descriptor, const char *text)
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
  return sync_descriptor(descriptor);
}

static off_t length_of(int descriptor)
{
  struct stat info;
  return fstat(descriptor, &info) == 0 ? info.st_size : 0;
}

/* Whoever reads the file later must take the step for made just where this process does: a line
 * that stands there and can be neither trusted nor taken away counts. */
static int write_step(int descriptor, const char *line)
{
  off_t before = length_of(descriptor);
  int error = journal_write_text(descriptor, line);
  bool taken_back = error && ftruncate(descriptor, before) == 0;
  return taken_back || length_of(descriptor) != before + (off_t)strlen(line) ? error : 0;
}

static int note(struct journal *journal, enum step step, const char **path)
{
  int error = 0;
  if (journal->own_path) {
    g_autofree char *line = g_strconcat(step_words[step], "\n", NULL);
    *path = journal->own_path;
    error = write_step(journal->descriptor, line);
  }
  if (error == 0)
    journal->step = step;
  return error;
}

/* --- the steps ------------------------------------------------------------------ */

static char *list_of_files(const struct journal *journal)
{
  GString *out = g_string_new(head);
  g_string_append_printf(out, "suffix %s\n", journal->suffix);
  for (guint i = 0; i < journal->files->len; i++) {
    const struct journal_file *file = file_at(journal, i);
    size_t length = strlen(journal->directory);
    assert(strncmp(file->path, journal->directory, length) == 0 && file->path[length] == '/');
    g_autofree char *name = g_strescape(file->path + length + 1, NULL);
    g_string_append_printf(out, "%s %s\n", file->there ? "there" : "new", name);
  }
  return g_string_free(out, FALSE);
}

int journal_begin(struct journal *journal, const char **path)
{
  if (!journal->own_path)
    return note(journal, STEP_BEGUN, path);
  g_autofree char *text = list_of_files(journal);
  *path = journal->own_path;
  journal->descriptor =
      g_open(journal->own_path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0660);
  if (journal->descriptor < 0)
    return errno;
  int error = journal_write_text(journal->descriptor, text);
  if (error == 0)
    error = note(journal, STEP_BEGUN, path);
  return error ? error : sync_folder(journal->directory[0] ? journal->directory : "/");
}

int journal_written(struct journal *journal, const char **path)
{
  return note(journal, STEP_WRITTEN, path);
}

/* What was there gets another name besides its own, or, on a disk where a file has but
 * one, instead of it. */
static int keep_before(const struct journal_file *file)
{
  if (!file->there)
    return 0;
  if (g_file_test(file->path, G_FILE_TEST_IS_DIR))
    return EISDIR;
  return link(file->path, file->before) == 0 || g_rename(file->path, file->before) == 0 ? 0 : errno;
}

int journal_place(struct journal *journal, const char **path)
{
  guint count = journal->files->len;
  int error = 0;
  /* in memory alone, the last has no other to be undone for */
  guint kept = journal->own_path || count == 0 ? count : count - 1;
  for (guint i = 0; i < kept && error == 0; i++) {
    *path = file_at(journal, i)->path;
    error = keep_before(file_at(journal, i));
  }
  if (error == 0)
    error = sync_folders(journal);
  for (guint i = 0; i < count && error == 0; i++) {
    *path = file_at(journal, i)->path;
    error = g_rename(file_at(journal, i)->temporary, *path) == 0 ? 0 : errno;
  }
  if (error == 0)
    error = sync_folders(journal);
  return error ? error : note(journal, STEP_DONE, path);
}

/* --- its end -------------------------------------------------------------------- */

static int remove_name(const char *path)
{
  return g_unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR ? 0 : errno;
}

static bool is_there(const char *path)
{
  struct stat info;
  return lstat(path, &info) == 0;
}

/* Can be done again by the next, if this one is killed at it. */
static int undo_file(const struct journal_file *file, enum step step)
{
  int error = 0;
  if (step >= STEP_WRITTEN && file->there && is_there(file->before))
    error = g_rename(file->before, file->path) == 0 ? remove_name(file->before) : errno;
  else if (step >= STEP_WRITTEN && !file->there && !is_there(file->temporary))
    error = remove_name(file->path);
  return error ? error : remove_name(file->temporary);
}

static int end(struct journal *journal, const char **path)
{
  int error = 0;
  for (guint i = 0; i < journal->files->len && journal->step > STEP_NONE; i++) {
    const struct journal_file *file = file_at(journal, i);
    int one =
        journal->step == STEP_DONE ? remove_name(file->before) : undo_file(file, journal->step);
    *path = one ? file->path : *path;
    error = one ? one : error;
  }
  if (error || !journal->own_path)
    return error;
  *path = journal->own_path;
  error = journal->step > STEP_NONE ? sync_folders(journal) : 0;
  return error ? error : remove_name(journal->own_path);
}

/* --- what somebody left ---------------------------------------------------------- */

static bool is_inside(const char *name)
{
  g_auto(GStrv) parts = g_strsplit(name, "/", -1);
  return *name && *name != '/' && !g_strv_contains((const char *const *)parts, "..");
}

/* A line without its end is of a step that did not come to be. False: it is none of rota's. */
static bool read_line(struct journal *journal, const char *line)
{
  const char *rest = strchr(line, ' ');
  if (*line == '#' || !*line)
    return true;
  for (enum step step = STEP_BEGUN; step <= STEP_DONE; step++)
    if (strcmp(line, step_words[step]) == 0) {
      journal->step = step;
      return true;
    }
  if (!rest)
    return false;
  g_autofree char *value = g_strcompress(rest + 1);
  if (g_str_has_prefix(line, "suffix ")) {
    g_strlcpy(journal->suffix, value, sizeof journal->suffix);
    return value[strspn(value, "0123456789abcdef")] == '\0';
  }
  g_autofree char *path = g_strconcat(journal->directory, "/", value, NULL);
  if (!is_inside(value))
    return false;
  journal_add(journal, path);
  file_at(journal, journal->files->len - 1)->there = g_str_has_prefix(line, "there ");
  return g_str_has_prefix(line, "there ") || g_str_has_prefix(line, "new ");
}

static bool read_journal(struct journal *journal)
{
  const char *reason;
  g_autofree char *text = plain_file_text(journal->own_path, NULL, &reason);
  bool fine = text != NULL;
  for (char *line = text, *stop; fine && (stop = strchr(line, '\n')) != NULL; line = stop + 1) {
    *stop = '\0';
    fine = read_line(journal, line);
  }
  return fine;
}

bool journal_end(struct journal *journal)
{
  const char *path = NULL;
  /* one that was there before this one began is another's */
  if (journal->own_path && journal->descriptor < 0)
    return false;
  end(journal, &path);
  return journal->step == STEP_DONE;
}

bool journal_is_open(const char *directory)
{
  g_autofree char *path = own_path_of(directory);
  return is_there(path);
}

enum status journal_mend(const char *directory, char **message)
{
  if (!journal_is_open(directory))
    return STATUS_OK;
  struct journal *journal = journal_new(directory);
  const char *path = NULL;
  int error = 0;
  if (!read_journal(journal))
    *message = g_strdup_printf("'%s' is not as rota wrote it; move it away", journal->own_path);
  else if ((error = end(journal, &path)) != 0)
    *message = g_strdup_printf(
        "'%s': rota was ended while it wrote there, and that can't be put right: '%s': %s",
        directory, path, g_strerror(error));
  journal_free(journal);
  return *message ? STATUS_IO : STATUS_OK;
}
