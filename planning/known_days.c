#include "planning/known_days.h"

#include "inputs/month_folders.h"
#include "inputs/source.h"
#include "planning/month_rota.h"

static void add_days(const struct folder *folder, const struct rota *rota, GArray *days)
{
  struct capacity *capacity = capacity_new(folder->problem, rota);
  for (int d = 0; d < folder->month->n_days; d++) {
    const struct known_day day = {folder->month->days[d].date, capacity->days[d]};
    g_array_append_val(days, day);
  }
  capacity_free(capacity);
}

/* Errors alone: what else there is to say of that month is said where it is built. */
static void pass_on(struct diagnostics *from, struct diagnostics *to)
{
  int count;
  const struct diagnostic *items = diagnostics_sorted(from, &count);
  for (int i = 0; i < count; i++)
    if (items[i].severity == SEVERITY_ERROR)
      diagnostics_error(to, items[i].where, "%s", items[i].text);
}

static enum status add_month(const char *directory, const char *month_id,
                             struct diagnostics *diagnostics, GArray *days)
{
  struct diagnostics *own = diagnostics_new();
  struct folder folder;
  bool published;
  enum status status = folder_read(directory, month_id, own, &folder);
  struct rota *rota = status == STATUS_OK ? month_rota_new(&folder, directory, &published) : NULL;
  if (rota)
    add_days(&folder, rota, days);
  pass_on(own, diagnostics);
  diagnostics_free(own);
  rota_free(rota);
  folder_clear(&folder);
  return status;
}

static gint by_date(gconstpointer left, gconstpointer right)
{
  const struct known_day *a = left, *b = right;
  return (a->date > b->date) - (a->date < b->date);
}

/* The ids of such months. */
static GPtrArray *find_months(const char *directory, int after)
{
  static const char *const none[] = {NULL};
  struct source *source = source_folder(directory);
  g_autoptr(GArray) folders = month_folders_read(source, NULL, none);
  GPtrArray *out = g_ptr_array_new();
  for (guint f = 0; f < folders->len; f++) {
    const struct month_folder *folder = &g_array_index(folders, struct month_folder, f);
    if (folder->from > after && month_rota_is_there(directory, folder->id))
      g_ptr_array_add(out, (gpointer)folder->id);
  }
  source_free(source);
  return out;
}

enum status known_days_read(const char *directory, int after, struct diagnostics *diagnostics,
                            GArray **out)
{
  g_autoptr(GPtrArray) months = find_months(directory, after);
  GArray *days = g_array_new(FALSE, FALSE, sizeof(struct known_day));
  enum status status = STATUS_OK;
  for (guint m = 0; m < months->len && status == STATUS_OK; m++)
    status = add_month(directory, months->pdata[m], diagnostics, days);
  g_array_sort(days, by_date);
  if (status != STATUS_OK)
    g_clear_pointer(&days, g_array_unref);
  *out = days;
  return status;
}

bool known_days_may_be(const char *directory, int after)
{
  g_autoptr(GPtrArray) months = find_months(directory, after);
  return months->len > 0;
}
