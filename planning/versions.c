#include "planning/versions.h"

#include "inputs/plain_file.h"
#include "inputs/published.h"
#include "inputs/source.h"

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

char *versions_text(const char *path)
{
  const char *reason;
  return plain_file_text(path, NULL, &reason);
}

char *versions_sha256(const char *text)
{
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}

/* --- which there are ------------------------------------------------------------ */

static void version_clear(gpointer data)
{
  struct version *version = data;
  published_free(version->published);
  g_free(version->fault);
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

/* The numbers of the files that there are, ascending. */
static GArray *numbers_of(const char *directory, const char *month_id)
{
  struct source *source = source_folder(directory);
  g_autofree char *folder = g_build_filename("history", month_id, NULL);
  GArray *out = source_numbers(source, folder, "v");
  source_free(source);
  return out;
}

static struct published *read_quietly(const char *directory, const char *month_id, const char *path)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct published *out = published_read_file(directory, month_id, path, unsaid);
  diagnostics_free(unsaid);
  return out;
}

/* What its file says, which it owns from now on. */
static void take_published(struct version *version, struct published *published)
{
  version->published = published;
  version->origin = published->same_as ? published->same_as : version->number;
  version->on = published->on;
  version->until = published->until;
  version->reason = published->reason;
  version->assignments = (int)g_hash_table_size(published->assignments);
}

static void add_version(const char *directory, const char *month_id, int number, GArray *out)
{
  g_autofree char *full = versions_path(directory, month_id, number, ".yaml");
  g_autofree char *path = g_strdup_printf("history/%s/v%d.yaml", month_id, number);
  g_autofree char *text = versions_text(full);
  struct version version = {.number = number, .kept = true};
  struct published *published = text ? read_quietly(directory, month_id, path) : NULL;
  version.unreadable = !published || !published->whole;
  if (version.unreadable)
    version.fault = g_strdup_printf("'%s' %s", path, published ? "is cut short" : "can't be read");
  take_published(&version, published ? published : published_empty());
  g_autofree char *sha256 = versions_sha256(text ? text : "");
  g_strlcpy(version.sha256, sha256, sizeof version.sha256);
  g_array_append_val(out, version);
}

static gint by_version(gconstpointer left, gconstpointer right)
{
  return ((const struct version *)left)->number - ((const struct version *)right)->number;
}

/* Which is current? That of the same text, or, where its own file is gone, another. */
static void add_current(const char *directory, const char *month_id, GArray *out)
{
  g_autofree char *target = versions_current_path(directory, month_id);
  g_autofree char *path = g_strdup_printf("history/%s.yaml", month_id);
  g_autofree char *text = versions_text(target);
  struct published *published = text ? read_quietly(directory, month_id, path) : NULL;
  if (!published)
    return;
  g_autofree char *sha256 = versions_sha256(text);
  for (guint i = 0; i < out->len; i++) {
    struct version *version = &g_array_index(out, struct version, i);
    if (version->number != published->version)
      continue;
    version->current = true;
    version->altered = strcmp(version->sha256, sha256) != 0;
    if (version->altered && !version->fault)
      version->fault = g_strdup_printf("'%s' is other than history/%s/v%d.yaml", path, month_id,
                                       version->number);
    published_free(published);
    return;
  }
  struct version version = {.number = published->version, .current = true};
  take_published(&version, published);
  g_strlcpy(version.sha256, sha256, sizeof version.sha256);
  if (out->len > 0 || version.number > 1)
    version.fault = g_strdup_printf("history/%s/v%d.yaml is gone", month_id, version.number);
  g_array_append_val(out, version);
  g_array_sort(out, by_version);
}

/* Each against the one before. */
static void compare_all(GArray *versions)
{
  for (guint i = 0; i < versions->len; i++) {
    struct version *version = &g_array_index(versions, struct version, i);
    const struct version *before = i ? &g_array_index(versions, struct version, i - 1) : NULL;
    if (before)
      version->changed =
          count_changes(before->published->assignments, version->published->assignments);
    if (version->fault || version->number == 1)
      continue;
    if (!before || before->number + 1 < version->number)
      version->fault = g_strdup_printf("version %d before it is gone", version->number - 1);
    else if (g_strcmp0(version->published->replaces_sha256, before->sha256) != 0)
      version->fault = g_strdup("the version before has changed since");
  }
}

GArray *versions_read(const char *directory, const char *month_id)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct version));
  g_autoptr(GArray) numbers = numbers_of(directory, month_id);
  g_array_set_clear_func(out, version_clear);
  for (guint i = 0; i < numbers->len; i++)
    add_version(directory, month_id, g_array_index(numbers, int, i), out);
  add_current(directory, month_id, out);
  compare_all(out);
  return out;
}

const struct version *versions_current(const GArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    if (g_array_index(versions, struct version, i).current)
      return &g_array_index(versions, struct version, i);
  return versions->len ? &g_array_index(versions, struct version, versions->len - 1) : NULL;
}

const struct version *versions_find(const GArray *versions, int number)
{
  for (guint i = 0; i < versions->len; i++)
    if (g_array_index(versions, struct version, i).number == number)
      return &g_array_index(versions, struct version, i);
  return NULL;
}

int versions_next(const GArray *versions)
{
  return versions->len ? g_array_index(versions, struct version, versions->len - 1).number + 1 : 1;
}

/* --- one more ------------------------------------------------------------------- */

/* The path, which the list keeps. */
static const char *kept_path(GPtrArray *kept, char *path)
{
  g_ptr_array_add(kept, path);
  return path;
}

/* What somebody has written into the month's history file would be lost. */
static enum status refuse_altered(const struct version *current, const char *month_id,
                                  char **message)
{
  *message = g_strdup_printf(
      "'history/%s.yaml' is other than 'history/%s/v%d.yaml', and would be "
      "lost; copy the right one over the other",
      month_id, month_id, current->number);
  return STATUS_BAD_INPUT;
}

/* A pipe, a folder or what nobody may read is no version that could be kept. */
static bool is_readable(const char *path, char **message)
{
  const char *reason = "";
  g_autofree char *text = plain_file_text(path, NULL, &reason);
  if (!text && *reason)
    *message = g_strdup_printf("'%s' can't be read: %s", path, reason);
  return text || !*reason;
}

enum status versions_add(const char *directory, const char *month_id, const GArray *versions,
                         const struct version_texts *texts, struct file_set *files, GPtrArray *kept,
                         char **message)
{
  const struct version *current = versions_current(versions);
  int number = versions_next(versions);
  const char *target = kept_path(kept, versions_current_path(directory, month_id));
  const char *own = kept_path(kept, versions_path(directory, month_id, number, ".yaml"));
  g_autofree char *folder = g_path_get_dirname(own);
  if (current && current->altered)
    return refuse_altered(current, month_id, message);
  if (!is_readable(target, message))
    return STATUS_BAD_INPUT;
  enum status status = file_set_make_folder(folder, message);
  if (status != STATUS_OK)
    return status;
  if (current && !current->kept) {
    const char *text = kept_path(kept, versions_text(target));
    file_set_add(
        files, kept_path(kept, versions_path(directory, month_id, current->number, ".yaml")), text);
  }
  if (texts->json)
    file_set_add(files, kept_path(kept, versions_path(directory, month_id, number, ".json")),
                 texts->json);
  if (texts->csv)
    file_set_add(files, kept_path(kept, versions_path(directory, month_id, number, ".csv")),
                 texts->csv);
  file_set_add(files, own, texts->history);
  file_set_add(files, target, texts->history);
  return status;
}
