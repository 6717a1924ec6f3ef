#include "inputs/waiting_counts.h"

#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/value.h"
#include "model/month_id.h"

#include <string.h>

enum { PEOPLE_MAX = 100000, OLD_DAYS = 183 };

static const char *const classes[] = {"priority", "routine", NULL};

#define PEOPLE(column, at)                                                                         \
  {                                                                                                \
    .name = (column), .read = key_number, .offset = offsetof(struct waiting_count, at),            \
    .least = 0, .most = PEOPLE_MAX                                                                 \
  }

static void read_pcn(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  int site = NONE;
  key_site(reader, key, value, &site);
  if (site != NONE && !reader->service->sites[site].pcn)
    diagnostics_error(reader->diagnostics, value->where, "'%s' is no PCN",
                      reader->service->sites[site].id);
  *(int *)field = site;
}

static const struct key columns_table[] = {
    {.name = "month",
     .read = key_calendar_month,
     .offset = offsetof(struct waiting_count, month),
     .required = true},
    {.name = "class",
     .read = key_choice,
     .offset = offsetof(struct waiting_count, class),
     .words = classes,
     .required = true},
    {.name = "pcn", .read = read_pcn, .offset = offsetof(struct waiting_count, pcn)},
    PEOPLE("0-1", list[0]),
    PEOPLE("1-2", list[1]),
    PEOPLE("2-4", list[2]),
    PEOPLE("4-12", list[3]),
    PEOPLE("12-18", list[4]),
    PEOPLE("18-52", list[5]),
    PEOPLE("over 52", list[6]),
    PEOPLE("referrals", referrals),
    PEOPLE("seen", seen),
    PEOPLE("dna", dna),
};
const struct keys waiting_counts_columns = KEYS_OF("a row", columns_table);

static gint by_month(gconstpointer left, gconstpointer right)
{
  const struct waiting_count *a = left, *b = right;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return a->pcn != b->pcn ? a->pcn - b->pcn : a->class - b->class;
}

static void take_row(struct reader *reader, const struct node *node, void *context)
{
  GArray *rows = context;
  struct waiting_count row = {.month = DATE_NONE,
                              .class = NONE,
                              .pcn = NONE,
                              .referrals = NONE,
                              .seen = NONE,
                              .dna = NONE,
                              .where = {"waiting.csv", node->where.line, node->where.column}};
  reader_map(reader, node, &waiting_counts_columns, &row);
  if (row.month != DATE_NONE && row.class != NONE)
    g_array_append_val(rows, row);
}

/* --- each month whole ----------------------------------------------------------------- */

/* "class 'routine' of 'goldstone'"; g_free it. */
static char *of_whom(const struct service *service, const struct waiting_count *row,
                     const char *class)
{
  return row->pcn == NONE
             ? g_strdup_printf("class '%s'", class)
             : g_strdup_printf("class '%s' of '%s'", class, service->sites[row->pcn].id);
}

static bool is_beside(const struct waiting_count *one, const struct waiting_count *other)
{
  return one->month == other->month && one->pcn == other->pcn;
}

/* A class that the service has, and a month leaves out for a PCN, would be a list of nobody.
 * `first` is the first row of that month and PCN. */
static void check_classes(const struct service *service, struct diagnostics *diagnostics,
                          const GArray *rows, guint first)
{
  const struct waiting_count *at = &g_array_index(rows, struct waiting_count, first);
  bool has[WAITING_CLASSES] = {false};
  char id[DATE_TEXT_SIZE];
  for (guint r = first; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    if (!is_beside(at, row))
      break;
    has[row->class] = true;
  }
  for (int c = 0; c < WAITING_CLASSES; c++) {
    g_autofree char *whom = of_whom(service, at, classes[c]);
    if (!has[c] && service->waiting_list && service->waiting_list->classes[c].where.file)
      diagnostics_error(diagnostics, at->where, "%s has no row of %s",
                        month_id_format(at->month, 0, id), whom);
  }
}

/* Sorted already. */
static void check(const struct service *service, struct diagnostics *diagnostics,
                  const GArray *rows)
{
  char id[DATE_TEXT_SIZE];
  for (guint r = 0; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    const struct waiting_count *before = r > 0 ? row - 1 : NULL;
    g_autofree char *whom = of_whom(service, row, classes[row->class]);
    if (!before || !is_beside(before, row))
      check_classes(service, diagnostics, rows, r);
    else if (before->class == row->class)
      diagnostics_error(diagnostics, row->where, "%s has %s already, in line %d",
                        month_id_format(row->month, 0, id), whom, before->where.line);
  }
}

enum status waiting_counts_read(struct source *source, const struct service *service,
                                struct diagnostics *diagnostics, GArray **out)
{
  int errors = diagnostics_errors(diagnostics);
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct waiting_count));
  csv_read_apart(source, service, diagnostics, "waiting.csv", &waiting_counts_columns, take_row,
                 rows);
  g_array_sort(rows, by_month);
  check(service, diagnostics, rows);
  if (diagnostics_errors(diagnostics) > errors) {
    g_array_unref(rows);
    return STATUS_BAD_INPUT;
  }
  *out = rows;
  return STATUS_OK;
}

/* --- the list of now -------------------------------------------------------------------- */

/* The first day of the last of the months; far off where there is none. */
static int day_after_list(const char *const *month_ids)
{
  int out = DATE_NONE, first;
  for (const char *const *id = month_ids; *id; id++)
    if (month_id_parse(*id, &first))
      out = MAX(out, first);
  return out == DATE_NONE ? G_MAXINT : out;
}

/* The last month that ended before that day; DATE_NONE: there is none. */
static int newest_month(const GArray *rows, int before)
{
  int newest = DATE_NONE;
  for (guint r = 0; r < rows->len; r++) {
    int month = g_array_index(rows, struct waiting_count, r).month;
    newest = month_id_last(month, 0) < before ? MAX(newest, month) : newest;
  }
  return newest;
}

/* What a scenario has written of a band stands. */
static void take_row_of(struct waiting_referrals *class, const struct waiting_count *row,
                        bool first)
{
  for (int b = 0; b < WAITING_BANDS; b++)
    if (!class->assumed[b])
      class->list[b] = (first ? 0 : class->list[b]) + row->list[b];
}

static void take_pcn(struct reader *reader, struct waiting_referrals *class,
                     const struct waiting_count *row)
{
  if (!class->list_at)
    class->list_at =
        arena_alloc(reader->arena, (size_t)reader->service->n_sites, sizeof *class->list_at);
  memcpy(class->list_at[row->pcn], row->list, sizeof row->list);
}

static void take_month(struct reader *reader, const GArray *rows, int month)
{
  struct waiting_list *list = reader->draft->waiting_list;
  bool taken[WAITING_CLASSES] = {false};
  for (guint r = 0; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    if (row->month != month)
      continue;
    take_row_of(&list->classes[row->class], row, !taken[row->class]);
    taken[row->class] = true;
    if (row->pcn != NONE)
      take_pcn(reader, &list->classes[row->class], row);
  }
  list->counted_on = month_id_last(month, 0);
}

/* Counts that are not those of now: another year may have been meant. */
static void warn_not_of_now(struct reader *reader, const GArray *rows, int newest, int before)
{
  char day[DATE_TEXT_SIZE], id[DATE_TEXT_SIZE];
  if (rows->len == 0 || before == G_MAXINT)
    return;
  const struct waiting_count *row = &g_array_index(rows, struct waiting_count, 0);
  while (newest != DATE_NONE && row->month != newest)
    row++;
  if (newest == DATE_NONE)
    diagnostics_warning(reader->diagnostics, row->where,
                        "no month that is counted ends before %s: the list is that of service.yaml",
                        date_format(before, day));
  else if (before - month_id_last(newest, 0) > OLD_DAYS)
    diagnostics_warning(reader->diagnostics, row->where,
                        "the newest list is of %s, over half a year before %s",
                        month_id_format(newest, 0, id), date_format(before, day));
}

void waiting_counts_apply(struct reader *reader, const char *const *month_ids)
{
  struct service *service = reader->draft;
  GArray *rows = NULL;
  if (waiting_counts_read(reader->source, service, reader->diagnostics, &rows) != STATUS_OK)
    return;
  int before = day_after_list(month_ids), newest = newest_month(rows, before);
  if (service->waiting_list)
    warn_not_of_now(reader, rows, newest, before);
  if (service->waiting_list && newest != DATE_NONE)
    take_month(reader, rows, newest);
  g_array_unref(rows);
}
