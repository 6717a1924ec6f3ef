#include "solver/anneal/tally_inside.h"

#include <string.h>

G_STATIC_ASSERT(sizeof(struct line) == 64);

static void index_rows(struct tally *tally)
{
  const struct programme *p = tally->view->programme;
  GArray *shared = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < p->n_rows; i++) {
    struct line *line = &tally->lines[i];
    *line = (struct line){.toll = tally->tolls.rows[i], .shared = (int)shared->len};
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int column = p->terms[k].column;
      if (tally->tolls.own[column])
        continue;
      line->activity += p->terms[k].coefficient * tally->x[column];
      if (!p->columns[column].placement)
        g_array_append_val(shared, column);
    }
    line->n_shared = (int)shared->len - line->shared;
  }
  tally->n_shared = (int)shared->len;
  tally->shared = (int *)(void *)g_array_free(shared, FALSE);
}

/* An equation in which a count of coefficient 1 or -1 is the only one, such as
 * that of a sum, defines it. */
static void find_defined(struct tally *tally)
{
  const struct view *view = tally->view;
  const struct row *rows = view->programme->rows;
  for (int j = 0; j < view->programme->n_columns; j++) {
    tally->defined[j] = -1;
    for (int e = view->first[j]; e < view->first[j + 1]; e++) {
      int i = view->entries[e].row;
      bool only = tally->lines[i].n_shared == 1 && view->row_first[i + 1] - view->row_first[i] == 1;
      if (only && rows[i].lower == rows[i].upper && ABS(view->entries[e].coefficient) == 1)
        tally->defined[j] = e;
    }
  }
}

/* Room for everything but the index of rows. */
static struct tally *allocate(const struct view *view, int64_t penalty)
{
  gsize rows = (gsize)view->programme->n_rows + 1, columns = (gsize)view->programme->n_columns + 1;
  struct tally *tally = g_new0(struct tally, 1);
  tally->view = view;
  tolls_open(&tally->tolls, view, penalty);
  tally->lines = g_aligned_alloc(rows, sizeof *tally->lines, sizeof *tally->lines);
  tally->x = g_new0(int64_t, columns);
  tally->raised = g_new0(bool, columns);
  tally->defined = g_new0(int, columns);
  tally->queue = g_array_new(FALSE, FALSE, sizeof(int));
  tally->queued = g_new0(bool, columns);
  return tally;
}

struct tally *tally_new(const struct view *view, const int64_t *x, int64_t penalty)
{
  const struct programme *p = view->programme;
  struct tally *tally = allocate(view, penalty);
  for (int j = 0; j < p->n_columns; j++) {
    const struct column *column = &p->columns[j];
    tally->x[j] = x[j];
    tally->raised[j] = x[j] > column->lower;
    tally->cost += column->cost * (tally->tolls.own[j] ? toll_cheap_end(column) : x[j]);
  }
  index_rows(tally);
  find_defined(tally);
  tally_price_rows(tally);
  tally_follow_everywhere(tally);
  tally_keep(tally);
  return tally;
}

struct tally *tally_copy(const struct tally *tally)
{
  const struct programme *p = tally->view->programme;
  gsize rows = (gsize)p->n_rows, columns = (gsize)p->n_columns;
  struct tally *copy = allocate(tally->view, tally->tolls.penalty);
  memcpy(copy->lines, tally->lines, rows * sizeof *copy->lines);
  memcpy(copy->x, tally->x, columns * sizeof *copy->x);
  memcpy(copy->raised, tally->raised, columns * sizeof *copy->raised);
  memcpy(copy->defined, tally->defined, columns * sizeof *copy->defined);
  copy->shared = g_memdup2(tally->shared, (gsize)tally->n_shared * sizeof *copy->shared);
  copy->n_shared = tally->n_shared;
  copy->cost = tally->cost;
  return copy;
}

void tally_free(struct tally *tally)
{
  if (!tally)
    return;
  tolls_close(&tally->tolls);
  g_aligned_free(tally->lines);
  g_free(tally->shared);
  g_free(tally->x);
  g_free(tally->raised);
  g_free(tally->trail);
  g_array_free(tally->queue, TRUE);
  g_free(tally->queued);
  g_free(tally->defined);
  g_free(tally);
}
