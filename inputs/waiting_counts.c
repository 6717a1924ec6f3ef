#include "inputs/waiting_counts.h"

#include "inputs/csv.h"
#include "inputs/value.h"
#include "model/month_id.h"

enum { PEOPLE_MAX = 100000 };

static const char *const classes[] = {"priority", "routine", NULL};

#define PEOPLE(column, at)                                                                         \
  {                                                                                                \
    .name = (column), .read = key_number, .offset = offsetof(struct waiting_count, at),            \
    .least = 0, .most = PEOPLE_MAX                                                                 \
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
  return a->month != b->month ? (a->month > b->month) - (a->month < b->month) : a->class - b->class;
}

static void take_row(struct reader *reader, const struct node *node, void *context)
{
  GArray *rows = context;
  struct waiting_count row = {.month = DATE_NONE,
                              .class = NONE,
                              .referrals = NONE,
                              .seen = NONE,
                              .dna = NONE,
                              .where = {"waiting.csv", node->where.line, node->where.column}};
  reader_map(reader, node, &waiting_counts_columns, &row);
  if (row.month != DATE_NONE && row.class != NONE)
    g_array_append_val(rows, row);
}

/* --- each month whole ----------------------------------------------------------------- */

static bool has(const GArray *rows, int month, int class)
{
  for (guint r = 0; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    if (row->month == month && row->class == class)
      return true;
  }
  return false;
}

/* A class that the service has, and a month leaves out, would be a list of nobody. */
static void check_month(const struct service *service, struct diagnostics *diagnostics,
                        const GArray *rows, const struct waiting_count *first)
{
  char id[DATE_TEXT_SIZE];
  for (int c = 0; c < WAITING_CLASSES; c++)
    if (service->waiting_list && service->waiting_list->classes[c].where.file &&
        !has(rows, first->month, c))
      diagnostics_error(diagnostics, first->where, "%s has no row of class '%s'",
                        month_id_format(first->month, 0, id), classes[c]);
}

/* Sorted already. */
static void check(const struct service *service, struct diagnostics *diagnostics,
                  const GArray *rows)
{
  char id[DATE_TEXT_SIZE];
  for (guint r = 0; r < rows->len; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    const struct waiting_count *before = r > 0 ? row - 1 : NULL;
    if (!before || before->month != row->month)
      check_month(service, diagnostics, rows, row);
    else if (before->class == row->class)
      diagnostics_error(diagnostics, row->where, "%s has class '%s' already, in line %d",
                        month_id_format(row->month, 0, id), classes[row->class],
                        before->where.line);
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

static void take_list(struct waiting_list *list, const struct waiting_count *row)
{
  struct waiting_referrals *class = &list->classes[row->class];
  list->counted_on = month_id_last(row->month, 0);
  for (int b = 0; b < WAITING_BANDS; b++)
    if (!class->assumed[b])
      class->list[b] = row->list[b];
}

void waiting_counts_apply(struct reader *reader, const char *const *month_ids)
{
  struct service *service = reader->draft;
  GArray *rows = NULL;
  int before = day_after_list(month_ids);
  if (waiting_counts_read(reader->source, service, reader->diagnostics, &rows) != STATUS_OK)
    return;
  for (guint r = 0; r < rows->len && service->waiting_list; r++) {
    const struct waiting_count *row = &g_array_index(rows, struct waiting_count, r);
    if (month_id_last(row->month, 0) < before)
      take_list(service->waiting_list, row); /* the next month's, if there is one, replaces it */
  }
  g_array_unref(rows);
}
