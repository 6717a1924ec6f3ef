#include "model/programme.h"

#include <glib.h>

/* Numbers in the order of bytes that every machine agrees on. */
static void add(GChecksum *checksum, const int64_t *numbers, int count)
{
  for (int i = 0; i < count; i++) {
    gint64 number = GINT64_TO_LE(numbers[i]);
    g_checksum_update(checksum, (const guchar *)&number, sizeof number);
  }
}

static void add_column(GChecksum *checksum, const struct column *column)
{
  const struct label *at = &column->label;
  const int64_t bounds[] = {column->lower, column->upper, column->cost, column->placement};
  const int64_t place[] = {at->clinician, at->slot, at->task, at->site};
  add(checksum, bounds, G_N_ELEMENTS(bounds));
  if (column->placement)
    add(checksum, place, G_N_ELEMENTS(place));
}

char *programme_fingerprint(const struct programme *programme)
{
  GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);
  const int64_t sizes[] = {programme->n_columns, programme->n_rows, programme->n_terms};
  add(checksum, sizes, G_N_ELEMENTS(sizes));
  for (int j = 0; j < programme->n_columns; j++)
    add_column(checksum, &programme->columns[j]);
  for (int i = 0; i < programme->n_rows; i++) {
    const struct row *row = &programme->rows[i];
    const int64_t bounds[] = {row->lower, row->upper, row->count};
    add(checksum, bounds, G_N_ELEMENTS(bounds));
    for (int k = row->first; k < row->first + row->count; k++) {
      const int64_t term[] = {programme->terms[k].column, programme->terms[k].coefficient};
      add(checksum, term, G_N_ELEMENTS(term));
    }
  }
  char *out = g_strdup(g_checksum_get_string(checksum));
  g_checksum_free(checksum);
  return out;
}
