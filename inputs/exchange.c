#include "inputs/exchange.h"

#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "model/date_pattern.h"

#include <string.h>

/* --- columns.yaml ------------------------------------------------------------------------ */

/* What is said of one file. */
static const struct key file_table[] = {
    {.name = "columns", .read = key_node, .offset = offsetof(struct csv_dialect, columns)},
    {.name = "dates", .read = key_node, .offset = offsetof(struct csv_dialect, dates)},
};
static const struct keys file_keys = KEYS_OF("a file of another system", file_table);

static bool check_column(struct reader *reader, const struct keys *columns, const struct node *name)
{
  const char *known[CSV_COLUMNS_MAX + 1];
  for (int i = 0; i < columns->count; i++)
    known[i] = columns->items[i].name;
  known[columns->count] = "ignore";
  if (name->kind == NODE_SCALAR &&
      (strcmp(name->text, "ignore") == 0 || reader_has_key(columns, name->text)))
    return true;
  reader_unknown(reader, name->where, "column", name->text ? name->text : "", known,
                 columns->count + 1);
  return false;
}

static void check_columns(struct reader *reader, const struct keys *columns,
                          struct csv_dialect *dialect)
{
  const struct node *map = dialect->columns;
  bool good = !map || reader_is_map(reader, map, "columns");
  for (int i = 0; map && good && i < map->count; i++)
    good = check_column(reader, columns, map->items[i]);
  if (!good)
    dialect->columns = NULL;
}

static void check_dates(struct reader *reader, struct csv_dialect *dialect)
{
  const struct node *dates = dialect->dates;
  if (!dates || (dates->kind == NODE_SCALAR && date_pattern_is_whole(dates->text)))
    return;
  diagnostics_error(reader->diagnostics, dates->where,
                    "expected the pattern of a date, such as dd/mm/yyyy or dd-mmm-yyyy, found %s",
                    reader_describe(reader, dates));
  dialect->dates = NULL;
}

static void read_dialect(struct reader *reader, const struct keys *columns, const struct node *node,
                         struct csv_dialect *out)
{
  reader_map(reader, node, &file_keys, out);
  check_columns(reader, columns, out);
  check_dates(reader, out);
}

static void read_leave(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)key;
  read_dialect(reader, &leave_columns, value, &((struct exchange *)field)->leave);
}

static void read_booked(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  (void)key;
  read_dialect(reader, &booked_columns, value, &((struct exchange *)field)->booked);
}

static void read_staff(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  (void)key;
  read_dialect(reader, &staff_columns, value, &((struct exchange *)field)->staff);
}

static const struct key exchange_table[] = {
    {.name = "leave", .read = read_leave, .inside = &file_keys},
    {.name = "booked", .read = read_booked, .inside = &file_keys},
    {.name = "staff", .read = read_staff, .inside = &file_keys},
};
static const struct keys exchange_keys = KEYS_OF("columns.yaml", exchange_table);

/* --- names.csv --------------------------------------------------------------------------- */

struct row {
  const char *name;
  int clinician;
};

static const struct key name_table[] = {
    {.name = "name", .read = key_text, .offset = offsetof(struct row, name), .required = true},
    {.name = "clinician", .read = key_clinician, .offset = offsetof(struct row, clinician)},
};
static const struct keys name_columns = KEYS_OF("a row", name_table);

static void take_name(struct reader *reader, const struct node *row, void *context)
{
  GHashTable *names = context;
  struct row values = {.clinician = NONE};
  int errors = diagnostics_errors(reader->diagnostics);
  reader_map(reader, row, &name_columns, &values);
  if (diagnostics_errors(reader->diagnostics) != errors)
    return;
  int *clinician = ARENA_NEW(reader->arena, int, 1);
  *clinician = values.clinician;
  if (service_clinician(reader->service, values.name) != NONE)
    diagnostics_error(reader->diagnostics, row->where,
                      "'%s' is the id of a clinician, and can't be the name of another",
                      values.name);
  else if (!g_hash_table_insert(names, (gpointer)values.name, clinician))
    diagnostics_error(reader->diagnostics, row->where, "'%s' is here twice", values.name);
}

/* ----------------------------------------------------------------------------------------- */

struct exchange *exchange_read(struct reader *reader)
{
  struct exchange *out = g_new0(struct exchange, 1);
  out->arena = arena_new();
  out->names = g_hash_table_new(g_str_hash, g_str_equal);
  struct reader inner = *reader;
  inner.nodes = inner.arena = out->arena;
  const struct node *file = reader_tree(&inner, "columns.yaml", NULL);
  if (file && !node_is_empty(file))
    reader_map(&inner, file, &exchange_keys, out);
  csv_read(&inner, "names.csv", &name_columns, take_name, out->names);
  return out;
}

void exchange_free(struct exchange *exchange)
{
  if (!exchange)
    return;
  g_hash_table_unref(exchange->names);
  arena_free(exchange->arena);
  g_free(exchange);
}
