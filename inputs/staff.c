/* staff.csv: what a personnel system knows of the people in clinicians.yaml. A row fills in what
 * their entry leaves out; where both say something, the entry counts, and a difference is named. */
#include "inputs/csv.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"

#include <string.h>

/* Only the names count here: the values are read with the rest of the entry. */
static const struct key columns_table[] = {
    {.name = "clinician", .read = key_clinician, .required = true},
    {.name = "name"},
    {.name = "role"},
    {.name = "email"},
    {.name = "band"},
    {.name = "wte"},
    {.name = "base"},
    {.name = "supervisor"},
    {.name = "joins", .read = key_date},
    {.name = "leaves", .read = key_date},
};
const struct keys staff_columns = KEYS_OF("a row", columns_table);

struct staff {
  GHashTable *entries; /* from id to struct clinician_entry */
  GHashTable *seen;    /* ids that have had their row */
};

/* "0.80" says what "0.8" says, and "8a" what "8" does: bands have no letters here. */
static bool is_same(const char *one, const char *two)
{
  char *end_one, *end_two;
  double first = g_ascii_strtod(one, &end_one), second = g_ascii_strtod(two, &end_two);
  bool are_numbers = end_one > one && end_two > two && strlen(end_one) <= 1 && strlen(end_two) <= 1;
  return are_numbers ? first == second : strcmp(one, two) == 0;
}

/* The entry's keys, and those of the row that it has not got. */
static const struct node *filled_in(struct reader *reader, const struct node *body,
                                    const struct node *row)
{
  struct node *out = ARENA_NEW(reader->nodes, struct node, 1);
  int room = body->count + row->count;
  const struct node **keys = ARENA_NEW(reader->nodes, const struct node *, room);
  const struct node **items = ARENA_NEW(reader->nodes, const struct node *, room);
  *out = *body;
  for (int i = 0; i < body->count; i++) {
    keys[i] = body->keys[i];
    items[i] = body->items[i];
  }
  for (int i = 0; i < row->count; i++) {
    const struct node *key = row->keys[i], *value = row->items[i];
    const struct node *written = node_get(body, key->text);
    if (strcmp(key->text, "clinician") == 0)
      continue;
    if (!written) {
      keys[out->count] = key;
      items[out->count++] = value;
    } else if (written->kind == NODE_SCALAR && !is_same(written->text, value->text)) {
      diagnostics_warning(reader->diagnostics, value->where,
                          "%s '%s': %s:%d says '%s', which counts", key->text, value->text,
                          written->where.file, written->where.line, written->text);
    }
  }
  out->keys = keys;
  out->items = items;
  return out;
}

static void take_row(struct reader *reader, const struct node *row, void *context)
{
  struct staff *staff = context;
  const struct node *id = node_get(row, "clinician");
  if (!id) {
    diagnostics_error(reader->diagnostics, row->where, "the row says of no clinician");
    return;
  }
  struct clinician_entry *entry = g_hash_table_lookup(staff->entries, id->text);
  if (!entry)
    diagnostics_warning(reader->diagnostics, id->where,
                        "'%s' has no entry in clinicians.yaml, and so no work; names.csv can say "
                        "who it is",
                        id->text);
  else if (!g_hash_table_add(staff->seen, (gpointer)entry->id->text))
    diagnostics_error(reader->diagnostics, id->where, "'%s' is here twice", id->text);
  else if (entry->body && entry->body->kind == NODE_MAP)
    entry->body = filled_in(reader, entry->body, row);
}

void staff_read(struct reader *reader, GPtrArray *entries)
{
  if (source_kind(reader->source, "staff.csv") == SOURCE_NOTHING)
    return;
  struct staff staff = {g_hash_table_new(g_str_hash, g_str_equal),
                        g_hash_table_new(g_str_hash, g_str_equal)};
  for (guint i = 0; i < entries->len; i++) {
    struct clinician_entry *entry = entries->pdata[i];
    g_hash_table_insert(staff.entries, (gpointer)entry->id->text, entry);
  }
  int errors = diagnostics_errors(reader->diagnostics);
  csv_read_export(reader, "staff.csv", &staff_columns, &reader->exchange->staff, take_row, &staff);
  for (guint i = 0; diagnostics_errors(reader->diagnostics) == errors && i < entries->len; i++) {
    const struct clinician_entry *entry = entries->pdata[i];
    if (!g_hash_table_contains(staff.seen, entry->id->text))
      diagnostics_warning(reader->diagnostics, entry->id->where, "'%s' has no row in staff.csv",
                          entry->id->text);
  }
  g_hash_table_unref(staff.entries);
  g_hash_table_unref(staff.seen);
}
