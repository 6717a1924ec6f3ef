#include "inputs/csv.h"

#include "inputs/encoding.h"
#include "model/arena.h"

#include <string.h>

enum { ROWS_MAX = 50000, COLUMNS_MAX = CSV_COLUMNS_MAX, CELL_BYTES_MAX = 1000 };

struct csv {
  struct reader *reader;
  const char *at; /* the next character */
  const char *path;
  const struct keys *columns;
  const struct csv_dialect *dialect; /* NULL: ours */
  int line, column;
  bool failed; /* reported: stop */
};

static struct where here(const struct csv *csv)
{
  return (struct where){csv->path, csv->line, csv->column};
}

static char step(struct csv *csv)
{
  char c = *csv->at++;
  if (c == '\n') {
    csv->line++;
    csv->column = 1;
  } else if ((c & 0xc0) != 0x80) {
    csv->column++;
  }
  return c;
}

static bool at_row_end(const struct csv *csv)
{
  return *csv->at == '\0' || *csv->at == '\n' || (csv->at[0] == '\r' && csv->at[1] == '\n');
}

static void fail(struct csv *csv, struct where where, const char *text)
{
  csv->failed = true;
  diagnostics_error(csv->reader->diagnostics, where, "%s", text);
}

static void read_quoted(struct csv *csv, GString *into)
{
  struct where start = here(csv);
  step(csv);
  for (;;) {
    if (*csv->at == '\0') {
      fail(csv, start, "a quote is opened here and never closed");
      return;
    }
    char c = step(csv);
    if (c == '"' && *csv->at != '"')
      return;
    if (c == '"')
      step(csv);
    g_string_append_c(into, c);
  }
}

static const struct node *read_cell(struct csv *csv)
{
  struct node *cell = ARENA_NEW(csv->reader->nodes, struct node, 1);
  GString *text = g_string_new(NULL);
  cell->kind = NODE_SCALAR;
  cell->where = here(csv);
  if (*csv->at == '"') {
    read_quoted(csv, text);
    if (!csv->failed && *csv->at != ',' && !at_row_end(csv))
      fail(csv, here(csv), "expected a comma after the quote");
  } else {
    while (*csv->at != ',' && !at_row_end(csv))
      g_string_append_c(text, step(csv));
  }
  if (text->len > CELL_BYTES_MAX)
    fail(csv, cell->where, "too long a text; at most 1000 bytes");
  cell->text = arena_strdup(csv->reader->nodes, g_strstrip(text->str));
  cell->quoted = *cell->text != '\0'; /* what is in a cell is never YAML's nothing */
  g_string_free(text, TRUE);
  return cell;
}

/* One row's cells; NULL at the end of the file or when it can't be read. */
static GPtrArray *read_row(struct csv *csv)
{
  while (!csv->failed && at_row_end(csv) && *csv->at)
    step(csv);
  if (csv->failed || *csv->at == '\0')
    return NULL;
  GPtrArray *cells = g_ptr_array_new();
  g_ptr_array_add(cells, (gpointer)read_cell(csv));
  while (!csv->failed && *csv->at == ',') {
    step(csv);
    g_ptr_array_add(cells, (gpointer)read_cell(csv));
    if (cells->len > COLUMNS_MAX)
      fail(csv, here(csv), "too many columns; at most 32 can be read");
  }
  if (!csv->failed)
    return cells;
  g_ptr_array_free(cells, TRUE);
  return NULL;
}

static const struct key *find_column(const struct keys *columns, const char *name)
{
  for (int i = 0; i < columns->count; i++)
    if (strcmp(columns->items[i].name, name) == 0)
      return &columns->items[i];
  return NULL;
}

static bool has_column(const GPtrArray *header, const char *name, guint before)
{
  for (guint i = 0; i < before; i++) {
    const struct node *cell = header->pdata[i];
    if (cell && strcmp(cell->text, name) == 0)
      return true;
  }
  return false;
}

/* The names of the header as they are here; NULL for a column that is not to be read. */
static void translate_header(struct csv *csv, GPtrArray *header)
{
  csv_dialect_check(csv->reader, csv->dialect, (const struct node *const *)header->pdata,
                    (int)header->len);
  for (guint i = 0; i < header->len; i++) {
    const struct node *cell = header->pdata[i];
    bool ignored = csv_dialect_column(csv->reader, csv->dialect, &cell) == CSV_IGNORED;
    header->pdata[i] = ignored ? NULL : (gpointer)cell;
  }
}

static bool check_header(struct csv *csv, struct where first, const GPtrArray *header)
{
  const struct keys *columns = csv->columns;
  struct diagnostics *diagnostics = csv->reader->diagnostics;
  int errors = diagnostics_errors(diagnostics);
  const char *known[COLUMNS_MAX];
  for (int i = 0; i < columns->count; i++)
    known[i] = columns->items[i].name;
  for (guint i = 0; i < header->len; i++) {
    const struct node *cell = header->pdata[i];
    if (!cell)
      continue;
    if (!find_column(columns, cell->text))
      reader_unknown(csv->reader, cell->where, "column", cell->text, known, columns->count);
    else if (has_column(header, cell->text, i))
      diagnostics_error(diagnostics, cell->where, "the column '%s' is here twice", cell->text);
  }
  for (int i = 0; i < columns->count; i++)
    if (columns->items[i].required && !has_column(header, known[i], header->len))
      diagnostics_error(diagnostics, first, "the column '%s' is missing", known[i]);
  return diagnostics_errors(diagnostics) == errors;
}

static void hand_on(struct csv *csv, const GPtrArray *header, const GPtrArray *cells, csv_row *take,
                    void *context)
{
  const struct node *first = cells->pdata[0];
  if (cells->len != header->len) {
    diagnostics_error(csv->reader->diagnostics, first->where,
                      "expected as many cells as the header has, %u; found %u", header->len,
                      cells->len);
    return;
  }
  const struct node *keys[COLUMNS_MAX + 1], *items[COLUMNS_MAX + 1];
  struct node row = {.kind = NODE_MAP, .where = first->where, .keys = keys, .items = items};
  for (guint i = 0; i < cells->len; i++) {
    const struct node *cell = cells->pdata[i], *column = header->pdata[i];
    if (!column || *cell->text == '\0')
      continue;
    if (csv_dialect_cell(csv->reader, csv->dialect, find_column(csv->columns, column->text),
                         &cell) != CSV_MEANS)
      return;
    keys[row.count] = column;
    items[row.count++] = cell;
  }
  if (row.count > 0)
    take(csv->reader, &row, context);
}

static void read_rows(struct csv *csv, const GPtrArray *header, csv_row *take, void *context)
{
  GPtrArray *cells;
  for (int rows = 0; (cells = read_row(csv)); rows++) {
    if (rows == ROWS_MAX)
      fail(csv, here(csv), "too many rows; at most 50000 can be read");
    else
      hand_on(csv, header, cells, take, context);
    g_ptr_array_free(cells, TRUE);
  }
}

void csv_read_export(struct reader *reader, const char *path, const struct keys *columns,
                     const struct csv_dialect *dialect, csv_row *take, void *context)
{
  const struct source_file *file = source_read(reader->source, path, reader->diagnostics);
  if (!file)
    return;
  struct csv csv = {reader, file->text, arena_strdup(reader->arena, path), columns, dialect, 1,
                    1,      false};
  if (g_str_has_prefix(csv.at, "\xef\xbb\xbf"))
    csv.at += 3;
  g_autofree char *fault = encoding_csv_fault(csv.at);
  if (fault) {
    fail(&csv, here(&csv), fault);
    return;
  }
  GPtrArray *header = read_row(&csv);
  if (!header) {
    if (!csv.failed)
      diagnostics_error(reader->diagnostics, here(&csv), "the header row is missing");
    return;
  }
  struct where first = ((const struct node *)header->pdata[0])->where;
  translate_header(&csv, header);
  if (check_header(&csv, first, header))
    read_rows(&csv, header, take, context);
  g_ptr_array_free(header, TRUE);
}

void csv_read(struct reader *reader, const char *path, const struct keys *columns, csv_row *take,
              void *context)
{
  csv_read_export(reader, path, columns, NULL, take, context);
}

void csv_read_apart(struct source *source, const struct service *service,
                    struct diagnostics *diagnostics, const char *path, const struct keys *columns,
                    csv_row *take, void *context)
{
  struct arena *arena = arena_new();
  struct reader reader = {.source = source,
                          .diagnostics = diagnostics,
                          .service = service,
                          .arena = arena,
                          .nodes = arena};
  csv_read(&reader, path, columns, take, context);
  arena_free(arena);
}
