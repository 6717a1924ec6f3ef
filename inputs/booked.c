#include "inputs/booked.h"

#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/value.h"

enum { PEOPLE_MAX = 1000 };

struct row {
  int clinician, date, block, people;
};

static const struct key columns_table[] = {
    {.name = "date", .read = key_date, .offset = offsetof(struct row, date), .required = true},
    {.name = "session", .read = key_block, .offset = offsetof(struct row, block), .required = true},
    {.name = "clinician",
     .read = key_clinician,
     .offset = offsetof(struct row, clinician),
     .required = true},
    {.name = "people",
     .read = key_number,
     .offset = offsetof(struct row, people),
     .most = PEOPLE_MAX,
     .required = true},
};
static const struct keys booked_columns = KEYS_OF("a row", columns_table);

/* Booking systems export what they have: other months, and sessions of other services, are no
 * mistake. */
static void take_row(struct reader *reader, const struct node *row, void *context)
{
  GArray *out = context;
  struct row values = {NONE, DATE_NONE, NONE, 0};
  reader_map(reader, row, &booked_columns, &values);
  if (values.clinician == NONE || values.date == DATE_NONE || values.block == NONE)
    return;
  struct booked booked = {values.clinician, month_slot(reader->month, values.date, values.block),
                          values.people};
  if (booked.slot != NONE)
    g_array_append_val(out, booked);
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
  csv_read(&reader, path, &booked_columns, take_row, rows);
  bool good = diagnostics_errors(diagnostics) == errors;
  if (good)
    *out = rows;
  else
    g_array_unref(rows);
  arena_free(reader.arena);
  arena_free(reader.nodes);
  source_free(source);
  return good ? STATUS_OK : STATUS_BAD_INPUT;
}
