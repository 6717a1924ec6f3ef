#include "inputs/fcp_use.h"

#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/value.h"
#include "model/arena.h"
#include "model/month_id.h"

enum { APPOINTMENTS_MAX = 100000, DAYS_MAX = 365 };

static void read_month(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  int first;
  (void)key;
  if (month_id_parse(value->text, &first) && !month_id_is_weeks(value->text))
    *(int *)field = first;
  else
    diagnostics_error(reader->diagnostics, value->where,
                      "expected a month such as 2027-01, found %s", reader_describe(reader, value));
}

#define APPOINTMENTS(column)                                                                       \
  {                                                                                                \
    .name = #column, .read = key_number, .offset = offsetof(struct fcp_use_row, column),           \
    .least = 0, .most = APPOINTMENTS_MAX, .required = true                                         \
  }

static const struct key columns_table[] = {
    {.name = "month",
     .read = read_month,
     .offset = offsetof(struct fcp_use_row, month),
     .required = true},
    {.name = "pcn",
     .read = key_site,
     .offset = offsetof(struct fcp_use_row, site),
     .required = true},
    APPOINTMENTS(offered),
    APPOINTMENTS(booked),
    APPOINTMENTS(attended),
    {.name = "days_to_third",
     .read = key_number,
     .offset = offsetof(struct fcp_use_row, days_to_third),
     .least = 0,
     .most = DAYS_MAX},
};
const struct keys fcp_use_columns = KEYS_OF("a row", columns_table);

static const struct fcp_use_row *find(const GArray *rows, int site, int month)
{
  for (guint i = 0; i < rows->len; i++) {
    const struct fcp_use_row *row = &g_array_index(rows, struct fcp_use_row, i);
    if (row->site == site && row->month == month)
      return row;
  }
  return NULL;
}

static void take_row(struct reader *reader, const struct node *node, void *context)
{
  GArray *rows = context;
  struct fcp_use_row row = {.month = DATE_NONE,
                            .site = NONE,
                            .offered = NONE,
                            .booked = NONE,
                            .attended = NONE,
                            .days_to_third = NONE,
                            .where = node->where};
  reader_map(reader, node, &fcp_use_columns, &row);
  if (row.month == DATE_NONE || row.site == NONE || row.offered == NONE || row.booked == NONE ||
      row.attended == NONE)
    return;
  const struct site *site = &reader->service->sites[row.site];
  const struct fcp_use_row *before = find(rows, row.site, row.month);
  if (!site->pcn)
    diagnostics_error(reader->diagnostics, row.where, "'%s' is no PCN", site->id);
  else if (row.booked > row.offered)
    diagnostics_error(reader->diagnostics, row.where, "%d are booked of %d offered", row.booked,
                      row.offered);
  else if (row.attended > row.booked)
    diagnostics_error(reader->diagnostics, row.where, "%d attended of %d booked", row.attended,
                      row.booked);
  else if (before)
    diagnostics_error(reader->diagnostics, row.where, "'%s' has this month already, in line %d",
                      site->id, before->where.line);
  else
    g_array_append_val(rows, row);
}

enum status fcp_use_read(struct source *source, const struct service *service,
                         struct diagnostics *diagnostics, GArray **out)
{
  struct arena *arena = arena_new(), *nodes = arena_new();
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .service = service,
                          .arena = arena,
                          .nodes = nodes};
  int errors = diagnostics_errors(diagnostics);
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct fcp_use_row));
  csv_read(&reader, "fcp_use.csv", &fcp_use_columns, take_row, rows);
  for (guint i = 0; i < rows->len; i++) /* the arena goes */
    g_array_index(rows, struct fcp_use_row, i).where.file = "fcp_use.csv";
  arena_free(nodes);
  if (diagnostics_errors(diagnostics) > errors) {
    g_array_unref(rows);
    arena_free(arena);
    return STATUS_BAD_INPUT;
  }
  arena_free(arena);
  *out = rows;
  return STATUS_OK;
}
