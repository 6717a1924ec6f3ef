#include "inputs/rota_reader.h"

#include "inputs/csv.h"
#include "inputs/day_first.h"
#include "inputs/plain_file.h"
#include "inputs/value.h"
#include "model/month_id.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

enum { ROWS_MOST = 200000 };

static struct where whole(const struct rota_file *file)
{
  return (struct where){.file = file->path};
}

/* The file's text, for g_free; NULL, and an error, if it can't be read. */
static char *read_text(const struct rota_file *file, struct diagnostics *diagnostics, gsize *length)
{
  GStatBuf info;
  char *text = NULL;
  const char *reason = NULL;
  if (g_stat(file->path, &info) != 0)
    diagnostics_error(diagnostics, whole(file), "can't be read: %s", g_strerror(errno));
  else if (S_ISDIR(info.st_mode))
    diagnostics_error(diagnostics, whole(file), "is a folder; a rota.json or rota.csv is wanted");
  else if (!S_ISREG(info.st_mode))
    diagnostics_error(diagnostics, whole(file), "is not a plain file");
  else if (!(text = plain_file_text(file->path, length, &reason)))
    diagnostics_error(diagnostics, whole(file), "can't be read: %s", reason);
  return text;
}

json_t *rota_document_load(const char *path)
{
  const char *reason = NULL;
  gsize length = 0;
  g_autofree char *text = plain_file_text(path, &length, &reason);
  return text ? json_loadb(text, length, JSON_REJECT_DUPLICATES, NULL) : NULL;
}

static json_t *parse_json(const struct rota_file *file, const char *text, gsize length,
                          struct diagnostics *diagnostics)
{
  json_error_t error;
  json_t *document = json_loadb(text, length, JSON_REJECT_DUPLICATES, &error);
  if (json_is_object(document))
    return document;
  if (document)
    diagnostics_error(diagnostics, whole(file), "is not a rota: it should be an object, { ... }");
  else {
    struct where where = {file->path, MAX(error.line, 0), MAX(error.column, 0)};
    diagnostics_error(diagnostics, where, "is not JSON: %s", error.text);
  }
  json_decref(document);
  return NULL;
}

/* The text of a member, borrowed from the document; NULL, and an error, if there is none. */
static const char *member(const struct rota_file *file, const json_t *object, const char *key,
                          const char *owner, struct diagnostics *diagnostics)
{
  const json_t *value = json_object_get(object, key);
  if (json_is_string(value))
    return json_string_value(value);
  diagnostics_error(diagnostics, whole(file), value ? "%s: '%s' should be a text" : "%s: no '%s'",
                    owner, key);
  return NULL;
}

static bool set_month(struct rota_file *file, const char *id)
{
  int first;
  if (!month_id_parse(id, &first))
    return false;
  g_strlcpy(file->month_id, id, sizeof file->month_id);
  return true;
}

static void add_json_row(struct rota_file *file, const json_t *item, size_t index,
                         struct diagnostics *diagnostics)
{
  g_autofree char *owner = g_strdup_printf("assignment %zu", index + 1);
  struct rota_row row = {.where = whole(file)};
  if (!json_is_object(item)) {
    diagnostics_error(diagnostics, whole(file), "%s should be an object, { ... }", owner);
    return;
  }
  row.date = member(file, item, "date", owner, diagnostics);
  row.session = member(file, item, "session", owner, diagnostics);
  row.clinician = member(file, item, "clinician", owner, diagnostics);
  row.task = member(file, item, "task", owner, diagnostics);
  row.site = member(file, item, "site", owner, diagnostics);
  g_array_append_val(file->rows, row);
}

static void read_document(struct rota_file *file, struct diagnostics *diagnostics)
{
  const char *month = member(file, file->document, "month", "the rota", diagnostics);
  if (month && !set_month(file, month))
    diagnostics_error(diagnostics, whole(file), "'%s' is not a month; write it as 2027-01", month);
  const json_t *items = json_object_get(file->document, "assignments");
  if (!json_is_array(items)) {
    diagnostics_error(diagnostics, whole(file),
                      items ? "'assignments' should be a list, [ ... ]"
                            : "the rota: no 'assignments'");
    return;
  }
  if (json_array_size(items) > ROWS_MOST) {
    diagnostics_error(diagnostics, whole(file), "more than %d assignments", ROWS_MOST);
    return;
  }
  for (size_t i = 0; i < json_array_size(items); i++)
    add_json_row(file, json_array_get(items, i), i, diagnostics);
}

static const struct key columns_table[] = {
    {.name = "date", .read = key_text, .offset = offsetof(struct rota_row, date), .required = true},
    {.name = "session",
     .read = key_text,
     .offset = offsetof(struct rota_row, session),
     .required = true},
    {.name = "from", .read = key_text, .offset = offsetof(struct rota_row, from)},
    {.name = "to", .read = key_text, .offset = offsetof(struct rota_row, to)},
    {.name = "clinician",
     .read = key_text,
     .offset = offsetof(struct rota_row, clinician),
     .required = true},
    {.name = "task", .read = key_text, .offset = offsetof(struct rota_row, task), .required = true},
    {.name = "site", .read = key_text, .offset = offsetof(struct rota_row, site), .required = true},
    {.name = "locked", .read = key_text, .offset = offsetof(struct rota_row, locked)},
};
static const struct keys columns = KEYS_OF("a row", columns_table);

/* What `rota worked` reads may say that nothing was worked, and nothing is at no site. */
static bool is_of_nothing(const struct node *cells)
{
  const struct node *task = node_get(cells, "task");
  return task && strcmp(task->text, "none") == 0;
}

static void read_cells(struct reader *reader, const struct node *cells, struct rota_row *row)
{
  struct key table[G_N_ELEMENTS(columns_table)];
  struct keys of_nothing = columns;
  memcpy(table, columns_table, sizeof table);
  for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
    table[i].required = table[i].required && strcmp(table[i].name, "site") != 0;
  of_nothing.items = table;
  row->site = "";
  reader_map(reader, cells, is_of_nothing(cells) ? &of_nothing : &columns, row);
}

/* As a British spreadsheet saves it: read day first, of which a day after the 12th leaves no doubt.
 */
static void put_right(struct rota_file *file, struct rota_row *row)
{
  int date;
  char text[DATE_TEXT_SIZE];
  if (row->date && day_first_parse(row->date, &date)) {
    row->date = arena_strdup(file->arena, date_format(date, text));
    row->day_first = true;
    file->surely_day_first = file->surely_day_first || date_day(date) > YEAR_MONTHS;
  }
}

static void take_row(struct reader *reader, const struct node *cells, void *context)
{
  struct rota_file *file = context;
  struct rota_row row = {.where = cells->where};
  int before = diagnostics_errors(reader->diagnostics);
  read_cells(reader, cells, &row);
  put_right(file, &row);
  if (diagnostics_errors(reader->diagnostics) == before)
    g_array_append_val(file->rows, row);
}

/* The month is that of the first row. */
static void find_month(struct rota_file *file, struct diagnostics *diagnostics)
{
  if (file->rows->len == 0) {
    diagnostics_error(diagnostics, whole(file), "has no assignments, so its month is unknown");
    return;
  }
  const struct rota_row *first = &g_array_index(file->rows, struct rota_row, 0);
  g_autofree char *month = g_strndup(first->date, strlen("2027-01"));
  if (!set_month(file, month))
    diagnostics_error(diagnostics, first->where, "'%s' is not a date; write it as 2027-01-12",
                      first->date);
}

/* Read day first, all must lie in one month: otherwise the day may not come first. */
static void check_day_first(const struct rota_file *file, struct diagnostics *diagnostics)
{
  for (guint i = 0; i < file->rows->len && !file->surely_day_first; i++) {
    const struct rota_row *row = &g_array_index(file->rows, struct rota_row, i);
    if (row->day_first && strncmp(row->date, file->month_id, strlen(file->month_id)) != 0)
      diagnostics_error(diagnostics, row->where,
                        "read day first this is %s, not in %s as the first row; write dates as "
                        "2027-01-31",
                        row->date, file->month_id);
  }
}

static void read_csv(struct rota_file *file, const char *text, gsize length,
                     struct diagnostics *diagnostics)
{
  struct reader reader = {
      .source = source_memory(),
      .diagnostics = diagnostics,
      .arena = file->arena,
      .nodes = arena_new(),
      .where = whole(file),
  };
  int before = diagnostics_errors(diagnostics);
  source_add_bytes(reader.source, file->path, text, length);
  csv_read(&reader, file->path, &columns, take_row, file);
  if (diagnostics_errors(diagnostics) == before)
    find_month(file, diagnostics);
  check_day_first(file, diagnostics);
  arena_free(reader.nodes);
  source_free(reader.source);
}

enum status rota_file_read(const char *path, struct diagnostics *diagnostics,
                           struct rota_file **out)
{
  struct rota_file *file = g_new0(struct rota_file, 1);
  file->path = path;
  file->rows = g_array_new(FALSE, FALSE, sizeof(struct rota_row));
  file->arena = arena_new();
  gsize length = 0;
  int before = diagnostics_errors(diagnostics);
  g_autofree char *text = read_text(file, diagnostics, &length);
  if (text && g_str_has_suffix(path, ".csv"))
    read_csv(file, text, length, diagnostics);
  else if (text)
    file->document = parse_json(file, text, length, diagnostics);
  if (file->document)
    read_document(file, diagnostics);
  if (diagnostics_errors(diagnostics) == before) {
    *out = file;
    return STATUS_OK;
  }
  rota_file_free(file);
  return text ? STATUS_BAD_INPUT : STATUS_IO;
}

void rota_file_free(struct rota_file *file)
{
  if (!file)
    return;
  json_decref(file->document);
  g_array_free(file->rows, TRUE);
  arena_free(file->arena);
  g_free(file);
}

struct provenance rota_document_run(const json_t *document)
{
  const json_t *run = json_object_get(document, "run");
  const json_t *bound = json_object_get(document, "bound");
  const json_t *relaxation = json_object_get(run, "relaxation");
  return (struct provenance){
      .has_bound = json_is_integer(bound),
      .bound = json_integer_value(bound),
      .bound_by = json_string_value(json_object_get(document, "bound_by")),
      .relaxation = {.known = json_is_object(relaxation),
                     .cost = json_integer_value(json_object_get(relaxation, "cost")),
                     .wishes = json_integer_value(json_object_get(relaxation, "wishes"))},
      .engines = json_string_value(json_object_get(run, "engines")),
      .interrupted = json_is_true(json_object_get(run, "interrupted")),
      .deterministic = json_is_true(json_object_get(run, "deterministic")),
      .seconds = json_number_value(json_object_get(run, "seconds")),
      .first_seconds = json_number_value(json_object_get(run, "first_rota_seconds")),
      .time_limit_seconds = (int)json_integer_value(json_object_get(run, "time_limit_seconds")),
      .threads = (int)json_integer_value(json_object_get(run, "threads")),
      .seed = json_integer_value(json_object_get(run, "seed")),
  };
}
