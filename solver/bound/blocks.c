#include "solver/bound/blocks.h"

#include <glib.h>

/* The clinician all of a row's columns belong to; -1: more than one, or none. */
static int owner_of_row(const struct programme *p, const struct row *row)
{
  int owner = -1;
  for (int k = row->first; k < row->first + row->count; k++) {
    int clinician = p->columns[p->terms[k].column].label.clinician;
    if (clinician < 0 || (owner >= 0 && clinician != owner))
      return -1;
    owner = clinician;
  }
  return owner;
}

static void share_columns(struct blocks *blocks, int *place)
{
  const struct programme *p = blocks->whole;
  g_autofree int *counts = g_new0(int, (gsize)blocks->count + 1);
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].label.clinician >= 0)
      counts[p->columns[j].label.clinician]++;
  for (int b = 0; b < blocks->count; b++) {
    blocks->items[b].programme = programme_new();
    blocks->items[b].columns = g_new(int, (gsize)counts[b] + 1);
  }
  for (int j = 0; j < p->n_columns; j++) {
    int b = p->columns[j].label.clinician;
    if (b < 0) {
      blocks->loose[blocks->n_loose++] = j;
      continue;
    }
    struct block *block = &blocks->items[b];
    g_assert(block->columns);
    place[j] = programme_add_column(block->programme, p->columns[j]);
    block->columns[place[j]] = j;
  }
}

static void share_rows(struct blocks *blocks, const int *place)
{
  const struct programme *p = blocks->whole;
  for (int i = 0; i < p->n_rows; i++) {
    const struct row *row = &p->rows[i];
    int owner = owner_of_row(p, row);
    if (owner < 0) {
      blocks->couples[i] = true;
      blocks->n_coupling++;
      continue;
    }
    struct programme *block = blocks->items[owner].programme;
    for (int k = row->first; k < row->first + row->count; k++)
      programme_add_term(block, place[p->terms[k].column], p->terms[k].coefficient);
    programme_add_row(block, row->lower, row->upper, row->label);
  }
}

struct blocks *blocks_new(const struct programme *programme)
{
  struct blocks *blocks = g_new0(struct blocks, 1);
  blocks->whole = programme;
  for (int j = 0; j < programme->n_columns; j++)
    blocks->count = MAX(blocks->count, programme->columns[j].label.clinician + 1);
  blocks->items = g_new0(struct block, (gsize)blocks->count + 1);
  blocks->loose = g_new(int, (gsize)programme->n_columns + 1);
  blocks->couples = g_new0(bool, (gsize)programme->n_rows + 1);
  g_autofree int *place = g_new0(int, (gsize)programme->n_columns + 1);
  share_columns(blocks, place);
  share_rows(blocks, place);
  return blocks;
}

void blocks_free(struct blocks *blocks)
{
  if (!blocks)
    return;
  for (int b = 0; b < blocks->count; b++) {
    programme_free(blocks->items[b].programme);
    g_free(blocks->items[b].columns);
  }
  g_free(blocks->items);
  g_free(blocks->loose);
  g_free(blocks->couples);
  g_free(blocks);
}
