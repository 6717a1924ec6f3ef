#include "planning/rota_diff.h"

#include "inputs/rota_reader.h"
#include "model/month_id.h"
#include "planning/existing_rota.h"
#include "planning/which_version.h"

#include <string.h>

/* --- reading ------------------------------------------------------------------ */

/* "2027-01-12 am amrita" to its row, borrowed from the file. */
static GHashTable *rows_of(const struct rota_file *file)
{
  GHashTable *out = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < file->rows->len; i++) {
    struct rota_row *row = &g_array_index(file->rows, struct rota_row, i);
    g_hash_table_replace(out, g_strdup_printf("%s %s %s", row->date, row->session, row->clinician),
                         row);
  }
  return out;
}

/* Sessions in the order in which the files have them in a day. */
static void rank_sessions(const struct rota_file *file, GHashTable *ranks)
{
  for (guint i = 0; i < file->rows->len; i++) {
    const char *session = g_array_index(file->rows, struct rota_row, i).session;
    if (!g_hash_table_contains(ranks, session))
      g_hash_table_insert(ranks, (gpointer)session, GINT_TO_POINTER((int)g_hash_table_size(ranks)));
  }
}

static struct diff_place place_of(const struct rota_row *row)
{
  return row ? (struct diff_place){row->task, row->site} : (struct diff_place){NULL, NULL};
}

static void add_changes(GHashTable *from, GHashTable *other, bool is_new, GArray *out)
{
  GHashTableIter at;
  gpointer key, value;
  g_hash_table_iter_init(&at, from);
  while (g_hash_table_iter_next(&at, &key, &value)) {
    const struct rota_row *row = value, *now = g_hash_table_lookup(other, key);
    if (is_new ? now != NULL
               : now && strcmp(row->task, now->task) == 0 && strcmp(row->site, now->site) == 0)
      continue;
    const struct diff_change change = {
        .date = row->date,
        .session = row->session,
        .clinician = row->clinician,
        .before = place_of(is_new ? NULL : row),
        .after = place_of(is_new ? row : now),
    };
    g_array_append_val(out, change);
  }
}

static gint by_session(gconstpointer left, gconstpointer right, gpointer ranks)
{
  const struct diff_change *a = left, *b = right;
  int order = strcmp(a->date, b->date);
  if (order == 0)
    order = GPOINTER_TO_INT(g_hash_table_lookup(ranks, a->session)) -
            GPOINTER_TO_INT(g_hash_table_lookup(ranks, b->session));
  return order ? order : strcmp(a->clinician, b->clinician);
}

/* --- people -------------------------------------------------------------------- */

static struct diff_person *person_of(struct rota_diff *diff, const char *clinician)
{
  for (guint i = 0; i < diff->people->len; i++) {
    struct diff_person *person = &g_array_index(diff->people, struct diff_person, i);
    if (strcmp(person->clinician, clinician) == 0)
      return person;
  }
  struct diff_person person = {clinician, g_array_new(FALSE, FALSE, sizeof(int)),
                               g_array_new(FALSE, FALSE, sizeof(int))};
  g_array_append_val(diff->people, person);
  return &g_array_index(diff->people, struct diff_person, diff->people->len - 1);
}

/* Nobody is together at a remote site. */
static bool is_together(const struct rota_diff *diff, const char *site, struct diff_place place)
{
  if (!place.site || strcmp(site, place.site) != 0)
    return false;
  int index = diff->service ? service_site(diff->service, site) : NONE;
  return index == NONE || !diff->service->sites[index].remote;
}

/* Tells whoever is at a site, in the new rota, of a colleague who came, went or does other work. */
static void tell_colleagues(struct rota_diff *diff, int index)
{
  const struct diff_change *change = &g_array_index(diff->changes, struct diff_change, index);
  for (guint i = 0; i < diff->new_file->rows->len; i++) {
    const struct rota_row *row = &g_array_index(diff->new_file->rows, struct rota_row, i);
    if (strcmp(row->date, change->date) == 0 && strcmp(row->session, change->session) == 0 &&
        strcmp(row->clinician, change->clinician) != 0 &&
        (is_together(diff, row->site, change->before) ||
         is_together(diff, row->site, change->after)))
      g_array_append_val(person_of(diff, row->clinician)->others, index);
  }
}

static gint by_id(gconstpointer left, gconstpointer right)
{
  return strcmp(((const struct diff_person *)left)->clinician,
                ((const struct diff_person *)right)->clinician);
}

static void find_people(struct rota_diff *diff)
{
  for (int i = 0; i < (int)diff->changes->len; i++) {
    const struct diff_change *change = &g_array_index(diff->changes, struct diff_change, i);
    g_array_append_val(person_of(diff, change->clinician)->yours, i);
    tell_colleagues(diff, i);
  }
  g_array_sort(diff->people, by_id);
}

/* --- all of it ------------------------------------------------------------------ */

static void person_clear(gpointer data)
{
  struct diff_person *person = data;
  g_array_unref(person->yours);
  g_array_unref(person->others);
}

static void compare(struct rota_diff *diff)
{
  GHashTable *before = rows_of(diff->old_file), *after = rows_of(diff->new_file);
  GHashTable *ranks = g_hash_table_new(g_str_hash, g_str_equal);
  rank_sessions(diff->new_file, ranks);
  rank_sessions(diff->old_file, ranks);
  add_changes(before, after, false, diff->changes);
  add_changes(after, before, true, diff->changes);
  g_array_sort_with_data(diff->changes, by_session, ranks);
  find_people(diff);
  g_hash_table_unref(ranks);
  g_hash_table_unref(before);
  g_hash_table_unref(after);
}

/* --- of one month ----------------------------------------------------------------- */

/* A table says no month: it is of the one that was named, or of the folder in which it lies, if
 * that is called like one, and otherwise of the other file's, where its first row can be in that;
 * or of its calendar month. */
static char *month_of(const struct rota_file *file, const struct rota_file *other,
                      const char *month_id)
{
  if (!file->document && month_id)
    return g_strdup(month_id);
  g_autofree char *path = g_path_get_dirname(file->path);
  char *folder = g_path_get_basename(path);
  int first, day;
  if (!file->document && month_id_parse(folder, &first))
    return folder;
  g_free(folder);
  bool has_row = !file->document && file->rows->len > 0 &&
                 date_parse(g_array_index(file->rows, struct rota_row, 0).date, &day);
  if (has_row && other->document && month_id_is_weeks(other->month_id) &&
      month_id_parse(other->month_id, &first) && day >= first &&
      day <= month_id_last(first, MONTH_WEEKS_MAX))
    return g_strdup(other->month_id);
  return g_strdup(file->month_id);
}

/* Are all days of a table in the month that it is said to be of? The first that is not is enough.
 */
static void check_days(const struct rota_file *file, const char *month_id,
                       struct diagnostics *diagnostics)
{
  int first, day;
  if (!month_id || file->document || !month_id_parse(month_id, &first))
    return;
  int last = month_id_last(first, month_id_is_weeks(month_id) ? MONTH_WEEKS_MAX : 0);
  for (guint i = 0; i < file->rows->len; i++) {
    const struct rota_row *row = &g_array_index(file->rows, struct rota_row, i);
    if (!date_parse(row->date, &day) || (day >= first && day <= last))
      continue;
    diagnostics_error(diagnostics, row->where, "'%s' is not in %s", row->date, month_id);
    return;
  }
}

/* Sets the month of the difference. */
static enum status compare_months(struct rota_diff *diff, const char *month_id,
                                  struct diagnostics *diagnostics)
{
  int errors = diagnostics_errors(diagnostics);
  check_days(diff->old_file, month_id, diagnostics);
  check_days(diff->new_file, month_id, diagnostics);
  if (diagnostics_errors(diagnostics) > errors)
    return STATUS_BAD_INPUT;
  g_autofree char *before = month_of(diff->old_file, diff->new_file, month_id);
  diff->month_id = month_of(diff->new_file, diff->old_file, month_id);
  if (strcmp(before, diff->month_id) == 0)
    return STATUS_OK;
  diagnostics_error(diagnostics, (struct where){diff->new_file->path, 0, 0},
                    "is a rota of %s, and '%s' is one of %s", diff->month_id, diff->old_file->path,
                    before);
  return STATUS_BAD_INPUT;
}

/* DATE_NONE: of how many weeks it is, nobody says. */
static int last_day(const struct rota_diff *diff, const char *directory)
{
  const struct rota_file *files[] = {diff->new_file, diff->old_file};
  int first = DATE_NONE, weeks = 0;
  month_id_parse(diff->month_id, &first);
  for (gsize i = 0; i < G_N_ELEMENTS(files) && weeks == 0; i++)
    weeks = (int)json_integer_value(json_object_get(files[i]->document, "weeks"));
  if (weeks > 0)
    return month_id_last(first, weeks);
  return directory ? existing_rota_last_day(directory, diff->month_id) : DATE_NONE;
}

static void name_both(struct rota_diff *diff, const char *directory)
{
  int last = last_day(diff, directory);
  diff->days = last == DATE_NONE ? g_strdup(diff->month_id) : month_id_days(diff->month_id, last);
  if (directory) {
    diff->old_is = which_version_words(directory, diff->month_id, diff->old_file, NULL);
    diff->new_is = which_version_words(directory, diff->month_id, diff->new_file, NULL);
  }
}

enum status rota_diff_read(const char *old_path, const char *new_path, const char *month_id,
                           const char *directory, const struct service *service,
                           struct diagnostics *diagnostics, struct rota_diff **out)
{
  struct rota_diff *diff = g_new0(struct rota_diff, 1);
  diff->service = service;
  diff->changes = g_array_new(FALSE, FALSE, sizeof(struct diff_change));
  diff->people = g_array_new(FALSE, FALSE, sizeof(struct diff_person));
  g_array_set_clear_func(diff->people, person_clear);
  enum status status = rota_file_read(old_path, diagnostics, &diff->old_file);
  if (status == STATUS_OK)
    status = rota_file_read(new_path, diagnostics, &diff->new_file);
  if (status == STATUS_OK)
    status = compare_months(diff, month_id, diagnostics);
  if (status != STATUS_OK) {
    rota_diff_free(diff);
    return status;
  }
  name_both(diff, directory);
  compare(diff);
  *out = diff;
  return status;
}

void rota_diff_free(struct rota_diff *diff)
{
  if (!diff)
    return;
  g_array_unref(diff->changes);
  g_array_unref(diff->people);
  rota_file_free(diff->old_file);
  rota_file_free(diff->new_file);
  g_free(diff->month_id);
  g_free(diff->days);
  g_free(diff->old_is);
  g_free(diff->new_is);
  g_free(diff);
}

const char *rota_diff_person(const struct rota_diff *diff, const char *id)
{
  int index = diff->service ? service_clinician(diff->service, id) : NONE;
  return index == NONE ? id : diff->service->clinicians[index].name;
}

const char *rota_diff_task(const struct rota_diff *diff, const char *id)
{
  int index = diff->service ? service_task(diff->service, id) : NONE;
  return index == NONE ? id : diff->service->tasks[index].name;
}

const char *rota_diff_site(const struct rota_diff *diff, const char *id)
{
  int index = diff->service ? service_site(diff->service, id) : NONE;
  return index == NONE ? id : diff->service->sites[index].name;
}

const char *rota_diff_email(const struct rota_diff *diff, const char *id)
{
  int index = diff->service ? service_clinician(diff->service, id) : NONE;
  return index == NONE ? NULL : diff->service->clinicians[index].email;
}
