#include "planning/versions.h"

#include "inputs/history_writer.h"
#include "inputs/published.h"
#include "planning/rota_files.h"

#include <string.h>

char *versions_current_path(const char *directory, const char *month_id)
{
  g_autofree char *name = g_strconcat(month_id, ".yaml", NULL);
  return g_build_filename(directory, "history", name, NULL);
}

char *versions_path(const char *directory, const char *month_id, int number, const char *suffix)
{
  g_autofree char *name = g_strdup_printf("v%d%s", number, suffix);
  return g_build_filename(directory, "history", month_id, name, NULL);
}

static char *text_of(const char *path)
{
  char *text = NULL;
  g_file_get_contents(path, &text, NULL, NULL);
  return text;
}

static char *sha256_of(const char *text)
{
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

/* --- which there are ------------------------------------------------------------ */

static void version_clear(gpointer data)
{
  struct version *version = data;
  g_free(version->published);
  g_free(version->reason);
}

static int count_changes(GHashTable *before, GHashTable *now)
{
  GHashTableIter at;
  gpointer key, value;
  int out = 0;
  g_hash_table_iter_init(&at, now);
  while (g_hash_table_iter_next(&at, &key, &value))
    out += g_strcmp0(value, g_hash_table_lookup(before, key)) != 0;
  g_hash_table_iter_init(&at, before);
  while (g_hash_table_iter_next(&at, &key, NULL))
    out += !g_hash_table_contains(now, key);
  return out;
}

/* The value of a line "key: value" of the file's head; NULL: there is none. g_free it. */
static char *head_value(const char *text, const char *key)
{
  g_autofree char *start = g_strconcat("\n", key, ": ", NULL);
  const char *at = strstr(text, start);
  return at ? g_strndup(at + strlen(start), strcspn(at + strlen(start), "\n")) : NULL;
}

/* What is gathered from one version to the next. */
struct walk {
  const char *directory, *month_id, *current;
  struct published *before;
  char *sha256; /* of the version before */
  GArray *out;
};

static void add_version(struct walk *walk, int number, const char *path, const char *text)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct published *read = published_read_file(walk->directory, walk->month_id, path, unsaid);
  diagnostics_free(unsaid);
  if (!read)
    return;
  char on[DATE_TEXT_SIZE] = "";
  if (read->on != DATE_NONE)
    date_format(read->on, on);
  g_autofree char *replaces = head_value(text, "replaces_sha256");
  const struct version version = {
      .number = number,
      .published = g_strdup(on),
      .reason = g_strdup(read->reason ? read->reason : ""),
      .assignments = (int)g_hash_table_size(read->assignments),
      .changed = walk->before ? count_changes(walk->before->assignments, read->assignments) : 0,
      .chained = number == 1 || g_strcmp0(replaces, walk->sha256) == 0,
      .current = g_strcmp0(text, walk->current) == 0,
  };
  g_array_append_val(walk->out, version);
  published_free(walk->before);
  walk->before = read;
  g_free(walk->sha256);
  walk->sha256 = sha256_of(text);
}

GArray *versions_read(const char *directory, const char *month_id)
{
  g_autofree char *target = versions_current_path(directory, month_id);
  g_autofree char *current = text_of(target);
  struct walk walk = {.directory = directory, .month_id = month_id, .current = current};
  walk.out = g_array_new(FALSE, FALSE, sizeof(struct version));
  g_array_set_clear_func(walk.out, version_clear);
  for (int number = 1;; number++) {
    g_autofree char *full = versions_path(directory, month_id, number, ".yaml");
    g_autofree char *path = g_strdup_printf("history/%s/v%d.yaml", month_id, number);
    g_autofree char *text = text_of(full);
    if (!text)
      break;
    add_version(&walk, number, path, text);
  }
  g_autofree char *path = g_strdup_printf("history/%s.yaml", month_id);
  if (walk.out->len == 0 && current)
    add_version(&walk, 1, path, current);
  published_free(walk.before);
  g_free(walk.sha256);
  return walk.out;
}

/* --- one more ------------------------------------------------------------------- */

/* The path, which the list keeps. */
static const char *kept_path(GPtrArray *kept, char *path)
{
  g_ptr_array_add(kept, path);
  return path;
}

enum status versions_add(const char *directory, const char *month_id, int number,
                         const char *history, const char *json, const char *csv,
                         struct file_set *files, GPtrArray *kept, char **message)
{
  const char *target = kept_path(kept, versions_current_path(directory, month_id));
  const char *before = kept_path(kept, versions_path(directory, month_id, number - 1, ".yaml"));
  const char *own = kept_path(kept, versions_path(directory, month_id, number, ".yaml"));
  g_autofree char *folder = g_path_get_dirname(own);
  enum status status = file_set_make_folder(folder, message);
  if (status != STATUS_OK)
    return status;
  char *old = number > 1 && !g_file_test(before, G_FILE_TEST_EXISTS) ? text_of(target) : NULL;
  if (old)
    file_set_add(files, before, kept_path(kept, old));
  if (json)
    file_set_add(files, kept_path(kept, versions_path(directory, month_id, number, ".json")), json);
  if (csv)
    file_set_add(files, kept_path(kept, versions_path(directory, month_id, number, ".csv")), csv);
  file_set_add(files, own, history);
  file_set_add(files, target, history);
  return status;
}

/* --- back to the one before ------------------------------------------------------ */

static bool is_of_head(const char *line)
{
  static const char *const keys[] = {
      "published:", "version:", "reason:", "replaces_sha256:", "checksum:"};
  for (gsize k = 0; k < G_N_ELEMENTS(keys); k++)
    if (g_str_has_prefix(line, keys[k]))
      return true;
  return false;
}

/* The text of a version as another version. */
static char *as_version(const char *text, const char *today, int number, const char *reason,
                        const char *replaces_sha256)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autofree char *head = history_version_lines(number, reason, replaces_sha256);
  GString *out = g_string_new(NULL);
  for (char **line = lines; *line; line++) {
    if (is_of_head(*line) || (!line[1] && !**line))
      continue;
    g_string_append_printf(out, "%s\n", *line);
    if (g_str_has_prefix(*line, "written_by:"))
      g_string_append_printf(out, "published: %s\n%s", today, head);
  }
  g_autofree char *checksum = sha256_of(out->str);
  g_string_append_printf(out, "checksum: %s\n", checksum);
  return g_string_free(out, FALSE);
}

/* The rota of the version becomes the working copy as well. */
static void add_working_copy(const char *directory, const char *month_id, const char *json,
                             const char *csv, struct file_set *files, GPtrArray *kept)
{
  g_autofree char *folder = g_build_filename(directory, month_id, NULL);
  if (!json || !csv || !g_file_test(folder, G_FILE_TEST_IS_DIR))
    return;
  file_set_add(files, kept_path(kept, rota_files_csv(folder)), csv);
  file_set_add(files, kept_path(kept, rota_files_json(folder)), json);
}

static enum status write_undone(const char *directory, const char *month_id, const char *today,
                                int last, char **message)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *target = versions_current_path(directory, month_id), *now = text_of(target);
  g_autofree char *path = versions_path(directory, month_id, last - 1, ".yaml");
  g_autofree char *json_path = versions_path(directory, month_id, last - 1, ".json");
  g_autofree char *csv_path = versions_path(directory, month_id, last - 1, ".csv");
  g_autofree char *before = text_of(path), *json = text_of(json_path), *csv = text_of(csv_path);
  if (!before || !now) {
    *message = g_strdup_printf("can't read '%s'", before ? target : path);
    return STATUS_IO;
  }
  g_autofree char *sha256 = sha256_of(now);
  g_autofree char *reason = g_strdup_printf("back to version %d", last - 1);
  g_autofree char *history = as_version(before, today, last + 1, reason, sha256);
  struct file_set *files = file_set_new(directory);
  enum status status =
      versions_add(directory, month_id, last + 1, history, json, csv, files, kept, message);
  if (status == STATUS_OK) {
    add_working_copy(directory, month_id, json, csv, files, kept);
    status = file_set_write(files, message);
  }
  file_set_free(files);
  return status;
}

enum status versions_undo(const char *directory, const char *month_id, const char *today,
                          int *number, char **message)
{
  g_autoptr(GArray) versions = versions_read(directory, month_id);
  int last = (int)versions->len;
  if (last < 2) {
    *message = g_strdup_printf(last ? "%s has one version alone" : "%s is not published", month_id);
    return STATUS_BAD_INPUT;
  }
  *number = last + 1;
  return write_undone(directory, month_id, today, last, message);
}
