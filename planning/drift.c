#include "planning/drift.h"

#include "inputs/published.h"
#include "inputs/rota_reader.h"
#include "planning/month_order.h"
#include "planning/publish.h"
#include "planning/rota_files.h"

#include <string.h>

enum { ASSIGNMENTS_SHOWN = 3 };

/* --- the rota ---------------------------------------------------------------- */

static GHashTable *assignments_of(const GArray *rows)
{
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++) {
    const struct rota_row *row = &g_array_index(rows, struct rota_row, i);
    g_hash_table_replace(out, g_strdup_printf("%s %s %s", row->date, row->session, row->clinician),
                         g_strdup_printf("%s at %s", row->task, row->site));
  }
  return out;
}

static gint by_text(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The keys of both tables with another value in one than in the other, sorted; borrowed. */
static GPtrArray *keys_that_differ(GHashTable *before, GHashTable *now)
{
  GPtrArray *out = g_ptr_array_new();
  GHashTableIter at;
  gpointer key, value;
  g_hash_table_iter_init(&at, before);
  while (g_hash_table_iter_next(&at, &key, &value))
    if (g_strcmp0(value, g_hash_table_lookup(now, key)) != 0)
      g_ptr_array_add(out, key);
  g_hash_table_iter_init(&at, now);
  while (g_hash_table_iter_next(&at, &key, NULL))
    if (!g_hash_table_contains(before, key))
      g_ptr_array_add(out, key);
  g_ptr_array_sort(out, by_text);
  return out;
}

static const char *or_nothing(const char *text)
{
  return text ? text : "nothing";
}

/* "3 of 230 assignments differ", and the first `shown` of them; NULL: none differs. */
static char *rota_words(const struct published *published, const GArray *rows, guint shown)
{
  g_autoptr(GHashTable) now = assignments_of(rows);
  g_autoptr(GPtrArray) keys = keys_that_differ(published->assignments, now);
  if (keys->len == 0)
    return NULL;
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, "%u of %u assignments differ%s", keys->len,
                         g_hash_table_size(published->assignments), keys->len == 1 ? "s" : "");
  for (guint i = 0; i < keys->len && i < shown; i++)
    g_string_append_printf(out, "%s%s %s, not %s", i ? "; " : ": ", (const char *)keys->pdata[i],
                           or_nothing(g_hash_table_lookup(now, keys->pdata[i])),
                           or_nothing(g_hash_table_lookup(published->assignments, keys->pdata[i])));
  if (shown > 0 && keys->len > shown)
    g_string_append_printf(out, "; and %u more", keys->len - shown);
  return g_string_free(out, FALSE);
}

static void warn_of_rota(const struct published *published, const GArray *rows, const char *path,
                         struct diagnostics *diagnostics)
{
  g_autofree char *words = rota_words(published, rows, ASSIGNMENTS_SHOWN);
  if (words)
    diagnostics_warning(diagnostics, (struct where){path, 0, 0},
                        "not the rota of %s that is published; %s", published->month_id, words);
}

/* --- its inputs -------------------------------------------------------------- */

/* What a published month is held against. */
enum breadth {
  ITS_OWN,     /* the files of its folder */
  ITS_SERVICE, /* and those of the service as a whole */
  ALL_READ,    /* and those of other months, read for this one alone */
};

static bool is_in_month(const char *path)
{
  g_autofree char *folder = g_strndup(path, strcspn(path, "/"));
  int first;
  return folder[0] && path[strlen(folder)] == '/' && month_id_parse(folder, &first);
}

static bool is_asked_for(const struct published *published, const char *path, enum breadth breadth)
{
  if (g_str_has_prefix(path, "history/"))
    return breadth != ITS_OWN && strcmp(path, published->path) < 0;
  if (is_in_month(path) && breadth != ALL_READ)
    return g_str_has_prefix(path, published->month_id) && path[strlen(published->month_id)] == '/';
  return breadth != ITS_OWN || is_in_month(path);
}

/* "'service.yaml' has changed, '2027-01/leave.csv' is gone": hashes by path, before and in
 * what is read now; `published`: only what that month is held against; NULL: all. */
static char *inputs_words(GHashTable *before, const GArray *inputs,
                          const struct published *published, enum breadth breadth)
{
  g_autoptr(GHashTable) now = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint i = 0; i < inputs->len; i++) {
    const struct provenance_input *input = &g_array_index(inputs, struct provenance_input, i);
    g_hash_table_insert(now, (gpointer)input->path, (gpointer)input->sha256);
  }
  g_autoptr(GPtrArray) paths = keys_that_differ(before, now);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < paths->len; i++) {
    const char *path = paths->pdata[i];
    if (!published || is_asked_for(published, path, breadth))
      g_string_append_printf(out, "%s'%s' %s", out->len ? ", " : "", path,
                             !g_hash_table_contains(before, path) ? "is new"
                             : g_hash_table_contains(now, path)   ? "has changed"
                                                                  : "is gone");
  }
  return g_string_free(out, FALSE);
}

static void warn_of_inputs(const struct published *published, const GArray *inputs,
                           enum breadth breadth, struct diagnostics *diagnostics)
{
  g_autofree char *words =
      published->inputs ? inputs_words(published->inputs, inputs, published, breadth) : NULL;
  if (words && *words)
    diagnostics_warning(diagnostics, (struct where){published->path, 0, 0},
                        "since %s was published, %s", published->month_id, words);
}

/* --- together ---------------------------------------------------------------- */

/* The rota.json of a month's folder; NULL where there is none that can be read. */
static struct rota_file *read_rota(const char *path)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct rota_file *out = NULL;
  if (g_file_test(path, G_FILE_TEST_EXISTS))
    rota_file_read(path, unsaid, &out);
  diagnostics_free(unsaid);
  return out;
}

/* The published month; NULL: it is none, can't be read, or, with a warning, is cut short, so that
 * what is missing would be taken for what nobody does. */
static struct published *read_whole(const char *directory, const char *month_id,
                                    struct diagnostics *diagnostics)
{
  struct published *out = published_read(directory, month_id, diagnostics);
  if (!out || out->whole)
    return out;
  diagnostics_warning(diagnostics, (struct where){out->path, 0, 0},
                      "is cut short: its last line, the checksum, is missing; history/%s/ has each "
                      "version",
                      month_id);
  published_free(out);
  return NULL;
}

static void warn_of_month(const struct folder *folder, const char *directory, const char *month_id,
                          bool is_last, struct diagnostics *diagnostics)
{
  struct published *published = read_whole(directory, month_id, diagnostics);
  if (!published)
    return;
  g_autoptr(GArray) inputs = folder_inputs(folder);
  g_autofree char *month = g_build_filename(directory, month_id, NULL);
  g_autofree char *path = rota_files_json(month);
  g_autofree char *shown = rota_files_json(month_id);
  struct rota_file *file = read_rota(path);
  warn_of_inputs(published, inputs, is_last ? ITS_SERVICE : ITS_OWN, diagnostics);
  if (file)
    warn_of_rota(published, file->rows, shown, diagnostics);
  rota_file_free(file);
  published_free(published);
}

static void warn_of_gaps(const char *directory, const GPtrArray *published,
                         struct diagnostics *diagnostics)
{
  for (guint i = 1; i < published->len; i++) {
    g_autoptr(GPtrArray) skipped = month_order_skipped(directory, published->pdata[i]);
    g_autofree char *path = g_strdup_printf("history/%s.yaml", (const char *)published->pdata[i]);
    for (guint m = 0; m < skipped->len; m++) {
      const struct skipped *at = skipped->pdata[m];
      diagnostics_warning(diagnostics, (struct where){path, 0, 0},
                          "%s before it is not published: what was worked then is not known",
                          at->days ? at->days : at->id);
    }
  }
}

void drift_of_folder(const struct folder *folder, const char *directory,
                     struct diagnostics *diagnostics)
{
  g_autoptr(GPtrArray) published = publish_months(directory);
  const char *last = published->len ? published->pdata[published->len - 1] : "";
  for (int m = 0; m < folder->n_months; m++)
    warn_of_month(folder, directory, folder->months[m]->id,
                  strcmp(folder->months[m]->id, last) == 0, diagnostics);
  warn_of_gaps(directory, published, diagnostics);
}

void drift_of_rota(const struct existing_rota *rota, const char *directory, const char *path,
                   struct diagnostics *diagnostics)
{
  struct published *published = read_whole(directory, rota->month_id, diagnostics);
  if (!published)
    return;
  warn_of_inputs(published, rota->inputs, ALL_READ, diagnostics);
  warn_of_rota(published, rota->file->rows, path, diagnostics);
  published_free(published);
}

void drift_of_history(const char *directory, const char *month_id, struct diagnostics *diagnostics)
{
  published_free(read_whole(directory, month_id, diagnostics));
}

void drift_since_written(const struct existing_rota *rota, const char *path,
                         struct diagnostics *diagnostics)
{
  const json_t *stated = json_object_get(rota->document, "inputs");
  g_autoptr(GHashTable) before = g_hash_table_new(g_str_hash, g_str_equal);
  for (size_t i = 0; i < json_array_size(stated); i++) {
    const json_t *input = json_array_get(stated, i);
    const char *name = json_string_value(json_object_get(input, "path"));
    const char *sha256 = json_string_value(json_object_get(input, "sha256"));
    if (name && sha256)
      g_hash_table_insert(before, (gpointer)name, (gpointer)sha256);
  }
  g_autofree char *words =
      stated ? inputs_words(before, rota->inputs, NULL, ALL_READ) : g_strdup("");
  if (words[0])
    diagnostics_warning(diagnostics, (struct where){path, 0, 0}, "since this rota was written, %s",
                        words);
}

void drift_before_build(const char *directory, const char *month_id,
                        struct diagnostics *diagnostics)
{
  g_autoptr(GPtrArray) skipped = month_order_skipped(directory, month_id);
  g_autofree char *path = publish_path(directory, month_id);
  g_autofree char *shown = g_strdup_printf("history/%s.yaml", month_id);
  if (g_file_test(path, G_FILE_TEST_EXISTS))
    diagnostics_warning(diagnostics, (struct where){shown, 0, 0},
                        "%s is published, and stays as it is; what is built now is a working copy "
                        "in the month's folder",
                        month_id);
  for (guint i = 0; i < skipped->len; i++) {
    const struct skipped *at = skipped->pdata[i];
    diagnostics_warning(diagnostics, (struct where){at->days ? at->days : at->id, 0, 0},
                        "%s not published: the hours, rest and fairness of %s start without %s",
                        at->days ? "these days are" : "this month is", month_id,
                        at->days ? "them" : "it");
  }
}

char *drift_words(const char *directory, const char *month_id, const char *path)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct published *published = published_read(directory, month_id, unsaid);
  struct rota_file *file = published ? read_rota(path) : NULL;
  bool cut = published && !published->whole;
  char *out = cut    ? g_strdup("its file in the history is cut short")
              : file ? rota_words(published, file->rows, 0)
                     : NULL;
  rota_file_free(file);
  published_free(published);
  diagnostics_free(unsaid);
  return out;
}
