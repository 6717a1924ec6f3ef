#include "planning/repair_orders.h"

#include "inputs/plain_file.h"
#include "inputs/repairs.h"
#include "inputs/rota_reader.h"
#include "planning/existing_rota.h"
#include "planning/lock_rows.h"

#include <string.h>

static void file_clear(gpointer data)
{
  struct folder_file *file = data;
  g_free(file->path);
  g_free(file->text);
}

struct repair_orders *repair_orders_new(const char *directory, const char *month_id)
{
  struct repair_orders *orders = g_new0(struct repair_orders, 1);
  orders->directory = g_strdup(directory);
  orders->month_id = g_strdup(month_id);
  orders->files = g_array_new(FALSE, FALSE, sizeof(struct folder_file));
  g_array_set_clear_func(orders->files, file_clear);
  orders->given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  return orders;
}

void repair_orders_free(struct repair_orders *orders)
{
  if (!orders)
    return;
  g_array_unref(orders->files);
  g_hash_table_unref(orders->given);
  g_free(orders->directory);
  g_free(orders->month_id);
  g_free(orders);
}

static bool is_taken(const struct repair_orders *orders, const char *path)
{
  g_autofree char *full = g_build_filename(orders->directory, path, NULL);
  for (guint i = 0; i < orders->files->len; i++)
    if (strcmp(g_array_index(orders->files, struct folder_file, i).path, path) == 0)
      return true;
  return g_file_test(full, G_FILE_TEST_EXISTS);
}

/* The same was said before, to the letter. */
static bool is_said(const struct repair_orders *orders, const struct folder_file *file)
{
  const char *reason;
  g_autofree char *full = g_build_filename(orders->directory, file->path, NULL);
  g_autofree char *before = plain_file_text(full, NULL, &reason);
  return before && strcmp(before, file->text) == 0;
}

/* Under that name, or with a number after it: what was said before stays. Takes the text. */
static void add(struct repair_orders *orders, const char *stem, const char *suffix, char *text)
{
  g_autofree char *folder = repairs_folder(orders->month_id);
  struct folder_file file = {g_strdup_printf("%s/%s%s", folder, stem, suffix), text};
  for (int n = 2; is_taken(orders, file.path); n++) {
    if (is_said(orders, &file)) {
      file_clear(&file);
      return;
    }
    g_free(file.path);
    file.path = g_strdup_printf("%s/%s-%d%s", folder, stem, n, suffix);
  }
  g_array_append_val(orders->files, file);
}

void repair_orders_absent(struct repair_orders *orders, const char *clinician, int from, int until,
                          const char *kind)
{
  char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  date_format(from, first);
  date_format(until, last);
  g_autofree char *stem = g_strdup_printf("%s-%s-%s", kind, clinician, first);
  add(orders, stem, ".csv",
      g_strdup_printf("clinician,from,to,kind\n%s,%s,%s,%s\n", clinician, first, last, kind));
}

void repair_orders_close(struct repair_orders *orders, const char *site, int from, int until)
{
  char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
  date_format(from, first);
  date_format(until, last);
  g_autofree char *stem = g_strdup_printf("closed-%s-%s", site, first);
  add(orders, stem, ".yaml",
      g_strdup_printf("closures:\n  - {site: %s, from: %s, to: %s}\n", site, first, last));
}

bool repair_orders_add_file(struct repair_orders *orders, const char *path, bool is_leave,
                            char **message)
{
  const char *reason = NULL;
  g_autofree char *name = g_path_get_basename(path);
  char *text = plain_file_text(path, NULL, &reason);
  if (!text) {
    *message = g_strdup_printf("'%s' can't be read: %s", path, *reason ? reason : "no such file");
    return false;
  }
  name[strcspn(name, ".")] = '\0';
  guint before = orders->files->len;
  add(orders, *name ? name : "change", is_leave ? ".csv" : ".yaml", text);
  if (orders->files->len > before) {
    const struct folder_file *copy = &g_array_index(orders->files, struct folder_file, before);
    g_hash_table_insert(orders->given, g_strdup(copy->path), g_strdup(path));
  }
  return true;
}

void repair_orders_cite_given(const struct repair_orders *orders, struct diagnostics *diagnostics)
{
  GHashTableIter each;
  void *copy, *path;
  g_hash_table_iter_init(&each, orders->given);
  while (g_hash_table_iter_next(&each, &copy, &path))
    diagnostics_cite(diagnostics, copy, path);
}

/* Of what is taken up it need not be said that no line locks it, and of days that never move it is
 * said once. */
static void forget_marks(struct existing_rota *rota, const struct lock_filter *filter,
                         struct diagnostics *diagnostics)
{
  struct lock_filter over = {.from = DATE_NONE, .until = filter->from - 1, .marked = true};
  int count = 0;
  char today[DATE_TEXT_SIZE];
  struct where first = {0};
  for (guint i = 0; i < rota->file->rows->len; i++) {
    struct rota_row *row = &g_array_index(rota->file->rows, struct rota_row, i);
    bool is_over = lock_rows_takes(rota, &over, row);
    first = is_over && count == 0 ? row->where : first;
    if (is_over || lock_rows_takes(rota, filter, row))
      row->locked = NULL;
    count += is_over;
  }
  if (count > 1)
    diagnostics_warning(
        diagnostics, first,
        "%d rows from here on say 'locked: yes' of days before %s, which never move", count,
        date_format(filter->from, today));
  else if (count == 1)
    diagnostics_warning(diagnostics, first, "'locked: yes' of a day before %s, which never moves",
                        date_format(filter->from, today));
}

/* Adds the rows of the rota, which has been read with its folder. */
static enum status add_locks(struct repair_orders *orders, struct existing_rota *rota, int from,
                             struct diagnostics *diagnostics)
{
  const struct lock_filter filter = {.from = from, .until = DATE_NONE, .marked = true};
  const char *reason;
  int count = 0;
  struct folder_file file = {g_build_filename(orders->month_id, "locks.csv", NULL), NULL};
  g_autofree char *full = g_build_filename(orders->directory, file.path, NULL);
  g_autofree char *before = plain_file_text(full, NULL, &reason);
  file.text = lock_rows_text(rota, &filter, before, &count);
  forget_marks(rota, &filter, diagnostics);
  enum status status = file.text ? STATUS_OK : STATUS_BAD_INPUT;
  if (!file.text)
    diagnostics_error(diagnostics, (struct where){file.path, 1, 1},
                      "rows can't be added under this header");
  if (count > 0)
    g_array_append_val(orders->files, file);
  else
    file_clear(&file);
  return status;
}

enum status repair_orders_lock(struct repair_orders *orders, const char *path, int from,
                               struct diagnostics *diagnostics)
{
  struct existing_rota rota;
  struct diagnostics *unsaid = diagnostics_new();
  enum status status = existing_rota_open(path, diagnostics, &rota);
  if (status == STATUS_OK)
    existing_rota_place(&rota, orders->directory, orders->month_id);
  if (status == STATUS_OK && strcmp(rota.month_id, orders->month_id) != 0) {
    diagnostics_error(diagnostics, (struct where){path, 0, 0}, "is a rota of %s, not of %s",
                      rota.month_id, orders->month_id);
    status = STATUS_BAD_INPUT;
  }
  bool is_read = status == STATUS_OK && folder_read(orders->directory, orders->month_id, unsaid,
                                                    &rota.folder) == STATUS_OK;
  if (is_read)
    status = add_locks(orders, &rota, from, diagnostics);
  if (is_read && status == STATUS_OK)
    status = existing_rota_resolve(&rota, diagnostics);
  existing_rota_clear(&rota);
  diagnostics_free(unsaid);
  return status;
}
