#include "solver/bound/decomposition.h"

#include "solver/column_view.h"

#include <glib.h>

static void share_columns(struct decomposition *decomposition, int *place)
{
  const struct programme *p = decomposition->whole;
  g_autofree int *counts = g_new0(int, (gsize)decomposition->count + 1);
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].label.clinician >= 0)
      counts[p->columns[j].label.clinician]++;
  for (int b = 0; b < decomposition->count; b++) {
    decomposition->items[b].programme = programme_new();
    decomposition->items[b].columns = g_new(int, (gsize)counts[b] + 1);
    decomposition->items[b].falls = g_new(bool, (gsize)counts[b] + 1);
  }
  for (int j = 0; j < p->n_columns; j++) {
    int b = p->columns[j].label.clinician;
    if (b < 0) {
      decomposition->loose[decomposition->n_loose++] = j;
      continue;
    }
    struct diagonal_block *block = &decomposition->items[b];
    g_assert(block->columns);
    place[j] = programme_add_column(block->programme, p->columns[j]);
    block->columns[place[j]] = j;
    block->falls[place[j]] = !p->columns[j].placement && p->columns[j].cost >= 0;
  }
}

/* No column of a coupling row falls. */
static void hold_up(struct decomposition *decomposition, const struct row *row, const int *place)
{
  const struct programme *p = decomposition->whole;
  for (int k = row->first; k < row->first + row->count; k++) {
    int j = p->terms[k].column, b = p->columns[j].label.clinician;
    if (b >= 0)
      decomposition->items[b].falls[place[j]] = false;
  }
}

/* owners[rows]: whose block each is of; below 0: of none. */
static void find_owners(struct decomposition *decomposition, int *owners)
{
  const struct programme *p = decomposition->whole;
  g_autofree int *counts = g_new0(int, (gsize)decomposition->count + 1);
  for (int i = 0; i < p->n_rows; i++) {
    owners[i] = column_view_row_owner(p, &p->rows[i]);
    if (owners[i] >= 0)
      counts[owners[i]]++;
  }
  for (int b = 0; b < decomposition->count; b++)
    decomposition->items[b].rows = g_new(int, (gsize)counts[b] + 1);
}

static void share_rows(struct decomposition *decomposition, const int *place)
{
  const struct programme *p = decomposition->whole;
  g_autofree int *owners = g_new0(int, (gsize)p->n_rows + 1);
  find_owners(decomposition, owners);
  for (int i = 0; i < p->n_rows; i++) {
    const struct row *row = &p->rows[i];
    int owner = owners[i];
    if (owner < 0) {
      decomposition->couples[i] = true;
      hold_up(decomposition, row, place);
      continue;
    }
    struct programme *block = decomposition->items[owner].programme;
    g_assert(block);
    decomposition->items[owner].rows[block->n_rows] = i;
    for (int k = row->first; k < row->first + row->count; k++)
      programme_add_term(block, place[p->terms[k].column], p->terms[k].coefficient);
    programme_add_row(block, row->lower, row->upper, row->label);
  }
}

static struct decomposition *make(const struct programme *programme, int count)
{
  struct decomposition *decomposition = g_new0(struct decomposition, 1);
  decomposition->whole = programme;
  decomposition->count = count;
  decomposition->items = g_new0(struct diagonal_block, (gsize)count + 1);
  decomposition->loose = g_new(int, (gsize)programme->n_columns + 1);
  decomposition->couples = g_new0(bool, (gsize)programme->n_rows + 1);
  return decomposition;
}

struct decomposition *decomposition_loose(const struct programme *programme)
{
  struct decomposition *decomposition = make(programme, 0);
  for (int j = 0; j < programme->n_columns; j++)
    decomposition->loose[decomposition->n_loose++] = j;
  for (int i = 0; i < programme->n_rows; i++)
    decomposition->couples[i] = true;
  return decomposition;
}

struct decomposition *decomposition_new(const struct programme *programme)
{
  int count = 0;
  for (int j = 0; j < programme->n_columns; j++)
    count = MAX(count, programme->columns[j].label.clinician + 1);
  struct decomposition *decomposition = make(programme, count);
  g_autofree int *place = g_new0(int, (gsize)programme->n_columns + 1);
  share_columns(decomposition, place);
  share_rows(decomposition, place);
  return decomposition;
}

void decomposition_free(struct decomposition *decomposition)
{
  if (!decomposition)
    return;
  for (int b = 0; b < decomposition->count; b++) {
    programme_free(decomposition->items[b].programme);
    g_free(decomposition->items[b].columns);
    g_free(decomposition->items[b].rows);
    g_free(decomposition->items[b].falls);
  }
  g_free(decomposition->items);
  g_free(decomposition->loose);
  g_free(decomposition->couples);
  g_free(decomposition);
}
