#include "planning/publish.h"

#include "inputs/history_writer.h"
#include "planning/file_set.h"

#include <string.h>

char *publish_path(const char *directory, const char *month_id)
{
  g_autofree char *name = g_strconcat(month_id, ".yaml", NULL);
  return g_build_filename(directory, "history", name, NULL);
}

char *publish_next_month(const char *directory)
{
  g_autofree char *folder = g_build_filename(directory, "history", NULL);
  g_autofree char *last = NULL;
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  int date;
  for (const char *name = NULL; entries && (name = g_dir_read_name(entries));) {
    g_autofree char *first_day = g_strdup_printf("%.7s-01", name);
    if (g_str_has_suffix(name, ".yaml") && date_parse(first_day, &date) &&
        (!last || strcmp(first_day, last) > 0)) {
      g_free(last);
      last = g_steal_pointer(&first_day);
    }
  }
  if (!last || !date_parse(last, &date))
    return NULL;
  date += date_days_in_month(date_year(date), date_month(date));
  return g_strdup_printf("%04d-%02d", date_year(date), date_month(date));
}

char *publish_contradicted(const char *directory, const char *month_id)
{
  g_autofree char *folder = g_build_filename(directory, "history", NULL);
  g_autofree char *first = NULL;
  g_autoptr(GDir) entries = g_dir_open(folder, 0, NULL);
  for (const char *name = NULL; entries && (name = g_dir_read_name(entries));) {
    if (!g_str_has_suffix(name, ".yaml") || strncmp(name, month_id, strlen(month_id)) < 0 ||
        (first && strcmp(name, first) > 0))
      continue;
    g_free(first);
    first = g_strdup(name);
  }
  return first ? g_build_filename(folder, first, NULL) : NULL;
}

char *publish_short_notice(const struct existing_rota *rota, int today)
{
  const struct month *month = rota->folder.month;
  const struct criteria *criteria = &rota->folder.service->criteria;
  int due = month_due(month, rota->folder.service), notice = month->days[0].date - today;
  if (due == DATE_NONE || today <= due)
    return NULL;
  g_autofree char *when = notice > 0    ? g_strdup_printf("%d %s before %s", notice,
                                                       notice == 1 ? "day" : "days", month->id)
                          : notice == 0 ? g_strdup_printf("on the day %s begins", month->id)
                                        : g_strdup_printf("after %s began", month->id);
  return g_strdup_printf("published %s; the service's criteria say %d (%s:%d)", when,
                         criteria->publish_days_before, criteria->where_publish.file,
                         criteria->where_publish.line);
}

static char *sha256_of_file(const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  if (!g_file_get_contents(path, &text, &length, NULL))
    return NULL;
  return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
}

/* One hash for all that was read: of its paths and their hashes. */
static char *sha256_of_inputs(const struct folder *folder)
{
  g_autoptr(GArray) inputs = folder_inputs(folder);
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

enum status publish_rota(const struct existing_rota *rota, const char *directory, const char *path,
                         const char *version, char **message)
{
  g_autofree char *target = publish_path(directory, rota->month_id);
  g_autofree char *folder = g_path_get_dirname(target);
  g_autofree char *sha256 = sha256_of_file(path), *inputs = sha256_of_inputs(&rota->folder);
  g_autofree char *previous = sha256_of_previous(&rota->folder, directory);
  const struct history_seal seal = {version, inputs, sha256, previous};
  g_autofree char *text = history_write(rota->assessment, &seal);
  enum status status = file_set_make_folder(folder, message);
  return status == STATUS_OK ? file_set_write_one(target, text, message) : status;
}
