#include "planning/month_order.h"

#include "inputs/month_folders.h"
#include "inputs/published.h"
#include "planning/publish.h"

#include <string.h>

/* The months that have a folder: struct month_folder. */
static GArray *folders_of(const char *directory)
{
  static const char *const none[] = {NULL};
  struct source *source = source_folder(directory);
  GArray *out = month_folders_read(source, NULL, none);
  source_free(source);
  return out;
}

/* The last day of a month that is published: of weeks, as its file says. */
static int last_day_of(const char *directory, const char *month_id)
{
  int first = DATE_NONE;
  month_id_parse(month_id, &first);
  if (!month_id_is_weeks(month_id))
    return month_id_last(first, 0);
  struct diagnostics *unsaid = diagnostics_new();
  struct published *published = published_read(directory, month_id, unsaid);
  int out = published ? published->until : month_id_last(first, 1);
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

char *month_order_next(const char *directory)
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

GPtrArray *month_order_skipped(const char *directory, const char *month_id)
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
