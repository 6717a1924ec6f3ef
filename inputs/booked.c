#include "inputs/booked.h"

#include "inputs/booked_row.h"
#include "inputs/csv.h"
#include "inputs/exchange.h"
#include "inputs/sections.h"

/* Booking systems export what they have: other months, and sessions of other services, are no
 * mistake. */
static void take_row(struct reader *reader, const struct node *row, void *context)
{
  GArray *out = context;
  struct booked_row values = {NONE, DATE_NONE, NONE, 0};
  reader_map(reader, row, &booked_columns, &values);
  if (values.clinician == NONE || values.date == DATE_NONE || values.block == NONE)
    return;
  struct booked booked = {values.clinician, values.people,
                          month_slot(reader->month, values.date, values.block)};
  g_array_append_val(out, booked);
}

/* A file of which nothing is of the month is another month's, or another service's. */
static void check_is_of_month(const struct reader *reader, const char *path, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index(rows, struct booked, i).slot != NONE)
      return;
  if (rows->len > 0)
    diagnostics_warning(reader->diagnostics, (struct where){path, 0, 0},
                        "no row of this is in a session of %s", reader->month->id);
}

enum status booked_read(const char *directory, const struct service *service,
                        const struct month *month, struct diagnostics *diagnostics, GArray **out)
{
  int errors = diagnostics_errors(diagnostics);
  g_autofree char *path = g_build_filename(month->id, "booked.csv", NULL);
  struct source *source = source_folder(directory);
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .service = service,
                          .month = (struct month *)(gpointer)month,
                          .arena = arena_new(),
                          .nodes = arena_new()};
  GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct booked));
  reader.exchange = exchange_read(&reader);
  csv_read_export(&reader, path, &booked_columns, &reader.exchange->booked, take_row, rows);
  exchange_free(reader.exchange);
  bool good = diagnostics_errors(diagnostics) == errors;
  if (good)
    check_is_of_month(&reader, path, rows);
  if (good)
    *out = rows;
  else
    g_array_unref(rows);
  arena_free(reader.arena);
  arena_free(reader.nodes);
  source_free(source);
  return good ? STATUS_OK : STATUS_BAD_INPUT;
}
