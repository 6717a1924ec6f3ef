#include "planning/undo.h"

#include "inputs/history_writer.h"
#include "inputs/published.h"
#include "inputs/repairs.h"
#include "planning/rota_files.h"
#include "planning/versions.h"

#include <string.h>

/* --- the text ------------------------------------------------------------------- */

static bool is_of_head(const char *line)
{
  static const char *const keys[] = {
      "published:", "version:", "reason:", "replaces_sha256:", "same_as:", "checksum:"};
  for (gsize k = 0; k < G_N_ELEMENTS(keys); k++)
    if (g_str_has_prefix(line, keys[k]))
      return true;
  return false;
}

/* The text of a version as another version. */
static char *as_version(const char *text, const char *today, const struct undone *undone,
                        const char *replaces_sha256)
{
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  g_autofree char *reason = g_strdup_printf("back to version %d", undone->origin);
  g_autofree char *head =
      history_version_lines(undone->number, reason, replaces_sha256, undone->origin);
  GString *out = g_string_new(NULL);
  for (char **line = lines; *line; line++) {
    if (is_of_head(*line) || (!line[1] && !**line))
      continue;
    g_string_append_printf(out, "%s\n", *line);
    if (g_str_has_prefix(*line, "written_by:"))
      g_string_append_printf(out, "published: %s\n%s", today, head);
  }
  g_autofree char *checksum = versions_sha256(out->str);
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
  g_ptr_array_add(kept, rota_files_csv(folder));
  file_set_add(files, kept->pdata[kept->len - 1], csv);
  g_ptr_array_add(kept, rota_files_json(folder));
  file_set_add(files, kept->pdata[kept->len - 1], json);
}

static enum status write_undone(const char *directory, const char *month_id, const char *today,
                                const GArray *versions, const struct undone *undone, char **message)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *target = versions_current_path(directory, month_id),
                  *now = versions_text(target);
  g_autofree char *path = versions_path(directory, month_id, undone->origin, ".yaml");
  g_autofree char *json_path = versions_path(directory, month_id, undone->origin, ".json");
  g_autofree char *csv_path = versions_path(directory, month_id, undone->origin, ".csv");
  g_autofree char *before = versions_text(path), *json = versions_text(json_path),
                  *csv = versions_text(csv_path);
  if (!before || !now) {
    *message = g_strdup_printf("can't read '%s'", before ? target : path);
    return STATUS_IO;
  }
  g_autofree char *sha256 = versions_sha256(now);
  g_autofree char *history = as_version(before, today, undone, sha256);
  struct file_set *files = file_set_new(directory);
  enum status status =
      versions_add(directory, month_id, versions, &(struct version_texts){history, json, csv},
                   files, kept, message);
  if (status == STATUS_OK) {
    add_working_copy(directory, month_id, json, csv, files, kept);
    status = file_set_write(files, message);
  }
  file_set_free(files);
  return status;
}

/* --- which ---------------------------------------------------------------------- */

/* What was current before that which the current one is: going back twice goes back two. */
static const struct version *before_current(const GArray *versions)
{
  const struct version *current = versions_current(versions), *out = NULL;
  for (guint i = 0; i < versions->len; i++) {
    const struct version *version = &g_array_index(versions, struct version, i);
    if (version->number < current->origin)
      out = version;
  }
  return out ? versions_find(versions, out->origin) : NULL;
}

/* NULL: it can't be gone back to, and the message says why. */
static const struct version *choose(const GArray *versions, const char *month_id, int to,
                                    char **message)
{
  const struct version *current = versions_current(versions), *out = NULL;
  if (!current)
    *message = g_strdup_printf("%s is not published", month_id);
  else if (to != 0 && to == current->origin)
    *message = g_strdup_printf("%s is as in version %d already", month_id, to);
  else if (to != 0 && !(out = versions_find(versions, to)))
    *message = g_strdup_printf("%s has no version %d", month_id, to);
  else if (to == 0 && !(out = before_current(versions)))
    *message =
        g_strdup_printf("nothing is kept of %s before version %d", month_id, current->origin);
  if (!out || !out->unreadable)
    return out;
  *message = g_strdup(out->fault);
  return NULL;
}

enum status undo_version(const char *directory, const char *month_id, int to, const char *today,
                         struct undone *out, char **message)
{
  g_autoptr(GArray) versions = versions_read(directory, month_id);
  const struct version *chosen = choose(versions, month_id, to, message);
  if (!chosen)
    return STATUS_BAD_INPUT;
  const struct undone undone = {versions_next(versions), chosen->origin, chosen->until};
  enum status status = write_undone(directory, month_id, today, versions, &undone, message);
  if (status == STATUS_OK)
    *out = undone;
  return status;
}

/* --- what was said since ---------------------------------------------------------- */

static gint by_text(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *undo_repairs_since(const char *directory, const char *month_id)
{
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  struct diagnostics *unsaid = diagnostics_new();
  struct published *published = published_read(directory, month_id, unsaid);
  g_autofree char *folder = repairs_folder(month_id);
  g_autofree char *full = g_build_filename(directory, folder, NULL);
  g_autoptr(GDir) entries = g_dir_open(full, 0, NULL);
  for (const char *name = NULL; entries && (name = g_dir_read_name(entries));) {
    char *path = g_build_filename(folder, name, NULL);
    if (published && published->inputs && !g_hash_table_contains(published->inputs, path))
      g_ptr_array_add(out, path);
    else
      g_free(path);
  }
  g_ptr_array_sort(out, by_text);
  published_free(published);
  diagnostics_free(unsaid);
  return out;
}
