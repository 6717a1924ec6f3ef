#include "planning/publish.h"

#include "inputs/history_writer.h"
#include "inputs/inputs.h"
#include "inputs/month_folders.h"
#include "inputs/published.h"
#include "planning/file_set.h"

#include <string.h>

char *publish_path(const char *directory, const char *month_id)
{
  g_autofree char *name = g_strconcat(month_id, ".yaml", NULL);
  return g_build_filename(directory, "history", name, NULL);
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

/* The months that have a folder: struct month_folder. */
static GArray *folders_of(const char *directory)
{
  static const char *const none[] = {NULL};
  struct source *source = source_folder(directory);
  GArray *out = month_folders_read(source, NULL, none);
  source_free(source);
  return out;
}

/* The last day of a month that is published. */
static int last_day_of(const char *directory, const char *month_id)
{
  struct diagnostics *unsaid = diagnostics_new();
  struct published *published = published_read(directory, month_id, unsaid);
  int first = DATE_NONE;
  month_id_parse(month_id, &first);
  int out = published ? published->until : month_id_last(first, month_id_is_weeks(month_id));
  published_free(published);
  diagnostics_free(unsaid);
  return out;
}

static int first_of_next_month(int date)
{
  return month_id_last(date - date_day(date) + 1, 0) + 1;
}

/* The folder of weeks that begins on that day; NULL: none does. */
static const struct month_folder *weeks_from(const GArray *folders, int date)
{
  for (guint i = 0; i < folders->len; i++) {
    const struct month_folder *folder = &g_array_index(folders, struct month_folder, i);
    if (folder->from == date && month_id_is_weeks(folder->id))
      return folder;
  }
  return NULL;
}

char *publish_next_month(const char *directory)
{
  g_autoptr(GPtrArray) months = publish_months(directory);
  if (months->len == 0)
    return NULL;
  g_autoptr(GArray) folders = folders_of(directory);
  int next = last_day_of(directory, months->pdata[months->len - 1]) + 1;
  const struct month_folder *weeks = weeks_from(folders, next);
  char id[DATE_TEXT_SIZE];
  if (!weeks && date_day(next) > 1)
    next = first_of_next_month(next);
  return g_strdup(weeks ? weeks->id : month_id_format(next, 0, id));
}

/* --- what a month would leave out ------------------------------------------------- */

static void skipped_free(gpointer skipped)
{
  struct skipped *of = skipped;
  g_free(of->id);
  g_free(of->days);
  g_free(of);
}

static void add_skipped(GPtrArray *out, const char *id, char *days)
{
  struct skipped *skipped = g_new0(struct skipped, 1);
  skipped->id = g_strdup(id);
  skipped->days = days;
  g_ptr_array_add(out, skipped);
}

/* Days that no month is for. */
static void add_hole(GPtrArray *out, int from, int until)
{
  char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  date_format(from, first);
  add_skipped(out, first,
              from == until ? g_strdup(first)
                            : g_strdup_printf("%s to %s", first, date_format(until, last)));
}

/* The last folder's month that ends before that day. */
static void add_last_folder(const GArray *folders, int before, GPtrArray *out)
{
  const char *last = NULL;
  for (guint i = 0; i < folders->len; i++) {
    const struct month_folder *folder = &g_array_index(folders, struct month_folder, i);
    if (folder->until < before)
      last = folder->id;
  }
  if (last)
    add_skipped(out, last, NULL);
}

/* The first day after that one, and not after `end`, on which weeks begin that have a folder. */
static int next_weeks(const GArray *folders, int date, int end)
{
  for (guint i = 0; i < folders->len; i++) {
    const struct month_folder *folder = &g_array_index(folders, struct month_folder, i);
    if (month_id_is_weeks(folder->id) && folder->from > date)
      end = MIN(end, folder->from);
  }
  return end;
}

/* From that day until before `end`: weeks that have a folder, calendar months, and what lies
 * between them. */
static void add_between(const GArray *folders, int date, int end, GPtrArray *out)
{
  char id[DATE_TEXT_SIZE];
  while (date < end) {
    const struct month_folder *weeks = weeks_from(folders, date);
    int month = first_of_next_month(date), most = next_weeks(folders, date, end);
    if (weeks && weeks->until < end) {
      add_skipped(out, weeks->id, NULL);
      date = weeks->until + 1;
    } else if (date_day(date) == 1 && month <= most) {
      add_skipped(out, month_id_format(date, 0, id), NULL);
      date = month;
    } else {
      add_hole(out, date, MIN(most, month) - 1);
      date = MIN(most, month);
    }
  }
}

GPtrArray *publish_skipped(const char *directory, const char *month_id)
{
  g_autoptr(GPtrArray) months = publish_months(directory);
  g_autoptr(GArray) folders = folders_of(directory);
  GPtrArray *out = g_ptr_array_new_with_free_func(skipped_free);
  guint before = months->len;
  int first = DATE_NONE;
  month_id_parse(month_id, &first);
  while (before > 0 && strcmp(months->pdata[before - 1], month_id) >= 0)
    before--;
  if (before == 0)
    add_last_folder(folders, first, out);
  else
    add_between(folders, last_day_of(directory, months->pdata[before - 1]) + 1, first, out);
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
  g_autofree char *text = NULL;
  gsize length = 0;
  if (!g_file_get_contents(path, &text, &length, NULL))
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
  seal.late = last_sha256 && strcmp(last, rota->month_id) > 0 ? &late : NULL;
  return history_write(rota->assessment, &seal);
}

enum status publish_rota(const struct existing_rota *rota, const char *directory, const char *path,
                         const char *version, char **message)
{
  g_autofree char *target = publish_path(directory, rota->month_id);
  g_autofree char *folder = g_path_get_dirname(target);
  g_autofree char *sha256 = sha256_of_file(path), *inputs = sha256_of_inputs(rota->inputs);
  g_autofree char *previous = sha256_of_previous(&rota->folder, directory);
  const struct history_seal seal = {
      .version = version,
      .inputs = (const struct provenance_input *)(const void *)rota->inputs->data,
      .n_inputs = (int)rota->inputs->len,
      .inputs_sha256 = inputs,
      .rota_sha256 = sha256,
      .previous_sha256 = previous,
  };
  g_autofree char *text = write_sealed(rota, directory, seal);
  enum status status = file_set_make_folder(folder, message);
  return status == STATUS_OK ? file_set_write_one(target, text, message) : status;
}
