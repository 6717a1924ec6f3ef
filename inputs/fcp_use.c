#include "inputs/fcp_use.h"

#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/value.h"

enum { APPOINTMENTS_MAX = 100000, DAYS_MAX = 365 };

#define APPOINTMENTS(column)                                                                       \
  {                                                                                                \
    .name = #column, .read = key_number, .offset = offsetof(struct fcp_use_row, column),           \
    .least = 0, .most = APPOINTMENTS_MAX, .required = true                                         \
  }

static const struct key columns_table[] = {
    {.name = "month",
     .read = key_calendar_month,
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
                            .where = {"fcp_use.csv", node->where.line, node->where.column}};
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
  int errors = diagnostics_errors(diagnostics);
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct fcp_use_row));
  csv_read_apart(source, service, diagnostics, "fcp_use.csv", &fcp_use_columns, take_row, rows);
  if (diagnostics_errors(diagnostics) > errors) {
    g_array_unref(rows);
    return STATUS_BAD_INPUT;
  }
  *out = rows;
  return STATUS_OK;
}
