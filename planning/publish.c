#include "planning/publish.h"

#include "inputs/history_writer.h"
#include "inputs/inputs.h"
#include "inputs/plain_file.h"
#include "inputs/published.h"
#include "inputs/rota_csv.h"
#include "model/json.h"
#include "planning/file_set.h"
#include "planning/versions.h"

#include <string.h>

char *publish_path(const char *directory, const char *month_id)
{
  return versions_current_path(directory, month_id);
}

static gint by_id(gconstpointer left, gconstpointer right)
{
  return strcmp(*(char *const *)left, *(char *const *)right);
}

GPtrArray *publish_months(const char *directory)
{
  g_autofree char *folder = g_build_filename(directory, "history", NULL);
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  GPtrArray *out = g_ptr_array_new_with_free_func(g_free);
  int first;
  for (const char *name = NULL; entries && (name = g_dir_read_name(entries));) {
    g_autofree char *id = g_str_has_suffix(name, ".yaml")
                              ? g_strndup(name, strlen(name) - strlen(".yaml"))
                              : g_strdup("");
    if (month_id_parse(id, &first))
      g_ptr_array_add(out, g_steal_pointer(&id));
  }
  g_ptr_array_sort(out, by_id);
  return out;
}

char *publish_short_notice(const struct existing_rota *rota, int today)
{
  const struct month *month = rota->folder.month;
  const struct criteria *criteria = &rota->folder.service->criteria;
  int due = month_due(month, rota->folder.service), notice = month->days[0].date - today;
  if (due == DATE_NONE || today <= due)
    return NULL;
  g_autofree char *when =
      notice > 0
          ? g_strdup_printf("%d %s before %s", notice, notice == 1 ? "day" : "days", month->name)
      : notice == 0
          ? g_strdup_printf("on the day %s begin%s", month->name, month->weeks > 1 ? "" : "s")
          : g_strdup_printf("after %s began", month->name);
  return g_strdup_printf("published %s; the service's criteria say %d (%s:%d)", when,
                         criteria->publish_days_before, criteria->where_publish.file,
                         criteria->where_publish.line);
}

struct notice publish_notice(const char *directory, const struct month *month, int today)
{
  g_autofree char *path = publish_path(directory, month->id);
  struct notice out = {.published = g_file_test(path, G_FILE_TEST_EXISTS), .from = today};
  if (out.published) {
    struct diagnostics *unsaid = diagnostics_new();
    struct published *published = published_read(directory, month->id, unsaid);
    out.from = published ? published->on : DATE_NONE;
    published_free(published);
    diagnostics_free(unsaid);
  }
  out.days = month->days[0].date - out.from;
  return out;
}

static char *sha256_of_file(const char *path)
{
  const char *reason;
  gsize length = 0;
  g_autofree char *text = plain_file_text(path, &length, &reason);
  if (!text)
    return NULL;
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
}

/* One hash for all that was read: of its paths and their hashes. */
static char *sha256_of_inputs(const GArray *inputs)
{
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < inputs->len; i++) {
    const struct provenance_input *input = &g_array_index(inputs, struct provenance_input, i);
    g_string_append_printf(text, "%s %s\n", input->sha256, input->path);
  }
  return g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, (gssize)text->len);
}

/* The hash of the history file that comes before the month; NULL: none. */
static char *sha256_of_previous(const struct folder *folder, const char *directory)
{
  const struct history *history = &folder->month->history;
  if (history->n_months == 0)
    return NULL;
  const char *file = history->months[history->n_months - 1].where.file;
  g_autofree char *path = g_build_filename(directory, file, NULL);
  return sha256_of_file(path);
}

/* The text, with a word on it where a later month is published already. */
static char *write_sealed(const struct existing_rota *rota, const char *directory,
                          struct history_seal seal)
{
  g_autoptr(GPtrArray) months = publish_months(directory);
  const char *last = months->len ? months->pdata[months->len - 1] : NULL;
  g_autofree char *last_path = last ? publish_path(directory, last) : NULL;
  g_autofree char *last_sha256 = last ? sha256_of_file(last_path) : NULL;
  char on[DATE_TEXT_SIZE];
  seal.published = date_format(date_today(), on);
  const struct history_late late = {on, last, last_sha256};
  /* later months have read the first version: another is no month that came late */
  seal.late = seal.number == 1 && last_sha256 && strcmp(last, rota->month_id) > 0 ? &late : NULL;
  return history_write(rota->assessment, &seal);
}

/* The rota's own file is kept as it is, if it is one of rota's. */
static enum status write_version(const struct existing_rota *rota, const char *directory,
                                 const char *path, const char *version, const GArray *versions,
                                 const char *text, char **message)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *csv = rota_csv_text(rota->folder.problem, rota->rota, NULL);
  g_autofree char *json = NULL;
  struct file_set *files = file_set_new(directory);
  if (rota->document)
    json = versions_text(path);
  else
    json = json_text(existing_rota_document(rota, version));
  enum status status = versions_add(directory, rota->month_id, versions,
                                    &(struct version_texts){text, json, csv}, files, kept, message);
  if (status == STATUS_OK)
    status = file_set_write(files, message);
  file_set_free(files);
  return status;
}

enum status publish_rota(const struct existing_rota *rota, const char *directory, const char *path,
                         const char *version, const char *reason, char **message)
{
  g_autoptr(GArray) versions = versions_read(directory, rota->month_id);
  const struct version *current = versions_current(versions);
  g_autofree char *sha256 = sha256_of_file(path), *inputs = sha256_of_inputs(rota->inputs);
  g_autofree char *previous = sha256_of_previous(&rota->folder, directory);
  const struct history_seal seal = {
      .version = version,
      .inputs = (const struct provenance_input *)(const void *)rota->inputs->data,
      .n_inputs = (int)rota->inputs->len,
      .inputs_sha256 = inputs,
      .rota_sha256 = sha256,
      .previous_sha256 = previous,
      .number = versions_next(versions),
      .reason = reason ? reason : "published again",
      .replaces_sha256 = current ? current->sha256 : NULL,
  };
  g_autofree char *text = write_sealed(rota, directory, seal);
  return write_version(rota, directory, path, version, versions, text, message);
}
