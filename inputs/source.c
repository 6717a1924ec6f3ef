#include "inputs/source.h"

#include "inputs/encoding.h"
#include "inputs/plain_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { FILE_BYTES_MAX = 4 * 1024 * 1024, ALL_BYTES_MAX = 64 * 1024 * 1024 };

struct source {
  char *directory;      /* NULL: in memory */
  GHashTable *contents; /* path to GBytes: what is in memory, or laid over the folder */
  GHashTable *read;     /* path to struct source_file */
  size_t bytes;         /* of all that was read */
  GPtrArray *sorted;    /* of what was read, made anew for source_files */
};

static void file_free(gpointer data)
{
  struct source_file *file = data;
  g_free((char *)file->path);
  g_free((char *)file->text);
  g_free(file);
}

static void bytes_free(gpointer data)
{
  g_bytes_unref(data);
}

static struct source *source_new(const char *directory)
{
  struct source *source = g_new0(struct source, 1);
  source->directory = g_strdup(directory);
  source->contents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, bytes_free);
  source->read = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, file_free);
  source->sorted = g_ptr_array_new();
  return source;
}

struct source *source_folder(const char *directory)
{
  return source_new(directory);
}

struct source *source_memory(void)
{
  return source_new(NULL);
}

void source_free(struct source *source)
{
  if (!source)
    return;
  g_ptr_array_free(source->sorted, TRUE);
  g_hash_table_unref(source->read);
  g_hash_table_unref(source->contents);
  g_free(source->directory);
  g_free(source);
}

void source_add(struct source *source, const char *path, const char *text)
{
  source_add_bytes(source, path, text, strlen(text));
}

void source_add_bytes(struct source *source, const char *path, const void *bytes, size_t length)
{
  g_hash_table_replace(source->contents, g_strdup(path), g_bytes_new(bytes, length));
  g_hash_table_remove(source->read, path);
}

static GBytes *read_disk(const struct source *source, const char *path, const char **reason)
{
  g_autofree char *full = g_build_filename(source->directory, path, NULL);
  return plain_file_read(full, FILE_BYTES_MAX, reason);
}

static GBytes *fetch(const struct source *source, const char *path, const char **reason)
{
  GBytes *bytes = g_hash_table_lookup(source->contents, path);
  if (!bytes && source->directory)
    return read_disk(source, path, reason);
  *reason = "";
  return bytes ? g_bytes_ref(bytes) : NULL;
}

struct where source_place(const char *path, const char *text, size_t offset)
{
  struct where where = {.file = path, .line = 1, .column = 1};
  for (size_t i = 0; i < offset; i++) {
    if (text[i] == '\n') {
      where.line++;
      where.column = 1;
    } else if ((text[i] & 0xc0) != 0x80) {
      where.column++;
    }
  }
  return where;
}

static bool usable(const struct source *source, const char *path, GBytes *bytes,
                   struct diagnostics *diagnostics)
{
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  struct where whole = {path, 0, 0};
  size_t offset = 0;
  g_autofree char *fault = NULL;
  if (length > FILE_BYTES_MAX)
    diagnostics_error(diagnostics, whole, "the file is too large; at most %d MiB can be read",
                      FILE_BYTES_MAX / 1024 / 1024);
  else if (source->bytes + length > ALL_BYTES_MAX)
    diagnostics_error(diagnostics, whole,
                      "the files are too large together; at most %d MiB can be read",
                      ALL_BYTES_MAX / 1024 / 1024);
  else if ((fault = encoding_fault(path, text, length, &offset)))
    diagnostics_error(diagnostics, source_place(path, text, offset), "%s", fault);
  else
    return true;
  return false;
}

static struct source_file *keep(struct source *source, const char *path, GBytes *bytes)
{
  struct source_file *file = g_new0(struct source_file, 1);
  gsize length;
  const char *text = g_bytes_get_data(bytes, &length);
  g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
  g_strlcpy(file->sha256, sum, sizeof file->sha256);
  file->path = g_strdup(path);
  file->text = g_strndup(text ? text : "", length);
  file->length = length;
  source->bytes += length;
  g_hash_table_replace(source->read, (gpointer)file->path, file);
  return file;
}

const struct source_file *source_read(struct source *source, const char *path,
                                      struct diagnostics *diagnostics)
{
  struct source_file *file = g_hash_table_lookup(source->read, path);
  if (file) {
    file->aside = false;
    return file;
  }
  const char *reason;
  GBytes *bytes = fetch(source, path, &reason);
  if (bytes) {
    if (usable(source, path, bytes, diagnostics))
      file = keep(source, path, bytes);
    g_bytes_unref(bytes);
  } else if (reason && *reason) {
    diagnostics_error(diagnostics, (struct where){path, 0, 0}, "can't read the file: %s", reason);
  }
  return file;
}

/* The name of `path` right below the folder, for g_free; NULL: not in there. */
static char *name_below(const char *path, const char *folder)
{
  size_t length = strlen(folder);
  if (length > 0) {
    if (strncmp(path, folder, length) != 0 || path[length] != '/')
      return NULL;
    path += length + 1;
  }
  return g_strndup(path, strcspn(path, "/"));
}

static void list_memory(const struct source *source, const char *folder, GHashTable *names)
{
  GHashTableIter iter;
  gpointer path;
  g_hash_table_iter_init(&iter, source->contents);
  while (g_hash_table_iter_next(&iter, &path, NULL)) {
    char *name = name_below(path, folder);
    if (name)
      g_hash_table_add(names, name);
  }
}

static enum source_kind kind_on_disk(const struct source *source, const char *path)
{
  g_autofree char *full = g_build_filename(source->directory, path, NULL);
  struct stat about;
  if (stat(full, &about) == 0)
    return S_ISREG(about.st_mode)   ? SOURCE_FILE
           : S_ISDIR(about.st_mode) ? SOURCE_FOLDER
                                    : SOURCE_OTHER;
  if (errno != ENOENT && errno != ENOTDIR)
    return SOURCE_OTHER;
  return lstat(full, &about) == 0 ? SOURCE_LINK_TO_NOTHING : SOURCE_NOTHING;
}

enum source_kind source_kind(const struct source *source, const char *path)
{
  if (g_hash_table_contains(source->contents, path))
    return SOURCE_FILE;
  enum source_kind kind = source->directory ? kind_on_disk(source, path) : SOURCE_NOTHING;
  if (kind != SOURCE_NOTHING)
    return kind;
  g_auto(GStrv) names = source_list(source, path, "");
  return *names ? SOURCE_FOLDER : SOURCE_NOTHING;
}

const char *source_list_failure(const struct source *source, const char *folder)
{
  if (!source->directory)
    return NULL;
  g_autofree char *full = g_build_filename(source->directory, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open(full, 0, NULL);
  int failure = dir ? 0 : errno;
  if (failure == ENOENT) { /* of files that were added alone, a folder is nowhere else */
    g_auto(GStrv) added = source_list(source, folder, "");
    failure = *added ? 0 : failure;
  }
  return failure ? g_strerror(failure) : NULL;
}

static void list_disk(const struct source *source, const char *folder, GHashTable *names)
{
  g_autofree char *full = g_build_filename(source->directory, folder, NULL);
  GDir *dir = g_dir_open(full, 0, NULL);
  if (!dir)
    return;
  for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir))
    g_hash_table_add(names, g_strdup(name));
  g_dir_close(dir);
}

static gint by_name(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

char **source_list(const struct source *source, const char *folder, const char *suffix)
{
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  if (source->directory)
    list_disk(source, folder, names);
  list_memory(source, folder, names);
  GPtrArray *list = g_ptr_array_new();
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, &name, NULL))
    if (*(char *)name != '.' && g_str_has_suffix(name, suffix))
      g_ptr_array_add(list, g_strdup(name));
  g_hash_table_unref(names);
  g_ptr_array_sort(list, by_name);
  g_ptr_array_add(list, NULL);
  return (char **)g_ptr_array_free(list, FALSE);
}

static gint by_number(gconstpointer left, gconstpointer right)
{
  return *(const int *)left - *(const int *)right;
}

GArray *source_numbers(const struct source *source, const char *folder, const char *prefix)
{
  g_auto(GStrv) names = source_list(source, folder, ".yaml");
  GArray *out = g_array_new(FALSE, FALSE, sizeof(int));
  for (char **name = names; *name; name++) {
    int number = g_str_has_prefix(*name, prefix) ? atoi(*name + strlen(prefix)) : 0;
    g_autofree char *own = g_strdup_printf("%s%d.yaml", prefix, number);
    if (number > 0 && strcmp(own, *name) == 0)
      g_array_append_val(out, number);
  }
  g_array_sort(out, by_number);
  return out;
}

void source_set_aside(struct source *source, const char *path)
{
  struct source_file *file = g_hash_table_lookup(source->read, path);
  if (file)
    file->aside = true;
}

static gint by_path(gconstpointer left, gconstpointer right)
{
  const struct source_file *const *a = left, *const *b = right;
  return strcmp((*a)->path, (*b)->path);
}

const struct source_file *const *source_files(struct source *source, int *count)
{
  GHashTableIter iter;
  gpointer file;
  g_ptr_array_set_size(source->sorted, 0);
  g_hash_table_iter_init(&iter, source->read);
  while (g_hash_table_iter_next(&iter, NULL, &file))
    if (!((const struct source_file *)file)->aside)
      g_ptr_array_add(source->sorted, file);
  g_ptr_array_sort(source->sorted, by_path);
  *count = (int)source->sorted->len;
  return (const struct source_file *const *)source->sorted->pdata;
}
