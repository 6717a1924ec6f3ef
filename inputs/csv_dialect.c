#include "inputs/csv_dialect.h"

#include "inputs/refer.h"
#include "inputs/value.h"
#include "model/date_pattern.h"

#include <string.h>

static const struct node *with_text(struct reader *reader, const struct node *cell,
                                    const char *text)
{
  struct node *out = ARENA_NEW(reader->nodes, struct node, 1);
  *out = *cell;
  out->text = arena_strdup(reader->nodes, text);
  return out;
}

enum csv_meaning csv_dialect_column(struct reader *reader, const struct csv_dialect *dialect,
                                    const struct node **cell)
{
  const struct node *name =
      dialect && dialect->columns ? node_get(dialect->columns, (*cell)->text) : NULL;
  if (!name)
    return CSV_MEANS;
  if (strcmp(name->text, "ignore") == 0)
    return CSV_IGNORED;
  *cell = with_text(reader, *cell, name->text);
  return CSV_MEANS;
}

static enum csv_meaning translate_date(struct reader *reader, const struct node *dates,
                                       const struct node **cell)
{
  char text[DATE_TEXT_SIZE];
  int date;
  if (!date_pattern_parse(dates->text, (*cell)->text, &date)) {
    diagnostics_error(reader->diagnostics, (*cell)->where, "'%s' is no date such as %s (%s:%d)",
                      (*cell)->text, dates->text, dates->where.file, dates->where.line);
    return CSV_WRONG;
  }
  *cell = with_text(reader, *cell, date_format(date, text));
  return CSV_MEANS;
}

static enum csv_meaning translate_person(struct reader *reader, const struct node **cell)
{
  if (service_clinician(reader->service, (*cell)->text) != NONE)
    return CSV_MEANS;
  const int *clinician =
      reader->exchange ? g_hash_table_lookup(reader->exchange->names, (*cell)->text) : NULL;
  if (clinician && *clinician == NONE)
    return CSV_IGNORED;
  if (clinician)
    *cell = with_text(reader, *cell, reader->service->clinicians[*clinician].id);
  return CSV_MEANS;
}

enum csv_meaning csv_dialect_cell(struct reader *reader, const struct csv_dialect *dialect,
                                  const struct key *key, const struct node **cell)
{
  if (key->read == key_date && dialect && dialect->dates)
    return translate_date(reader, dialect->dates, cell);
  return key->read == key_clinician ? translate_person(reader, cell) : CSV_MEANS;
}

void csv_dialect_check(struct reader *reader, const struct csv_dialect *dialect,
                       const struct node *const *header, int count)
{
  for (int i = 0; dialect && dialect->columns && i < dialect->columns->count; i++) {
    const struct node *name = dialect->columns->keys[i];
    bool is_there = false;
    for (int j = 0; j < count && !is_there; j++)
      is_there = strcmp(header[j]->text, name->text) == 0;
    if (!is_there)
      diagnostics_warning(reader->diagnostics, header[0]->where,
                          "there is no column '%s', of which %s:%d speaks", name->text,
                          name->where.file, name->where.line);
  }
}
