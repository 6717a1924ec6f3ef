#include "solver/column_view.h"

#include <glib.h>

static void index_columns(struct column_view *view)
{
  const struct programme *p = view->programme;
  view->first = g_new0(int, (gsize)p->n_columns + 1);
  view->entries = g_new(struct entry, (gsize)p->n_terms + 1);
  for (int i = 0; i < p->n_rows; i++)
    for (int k = 0; k < p->rows[i].count; k++)
      view->first[p->terms[p->rows[i].first + k].column + 1]++;
  for (int j = 0; j < p->n_columns; j++)
    view->first[j + 1] += view->first[j];
  g_autofree int *next = g_new(int, (gsize)p->n_columns + 1);
  for (int j = 0; j < p->n_columns; j++)
    next[j] = view->first[j];
  for (int i = 0; i < p->n_rows; i++)
    for (int k = 0; k < p->rows[i].count; k++) {
      const struct term *term = &p->terms[p->rows[i].first + k];
      view->entries[next[term->column]++] = (struct entry){i, term->coefficient};
    }
}

static void index_counts(struct column_view *view)
{
  const struct programme *p = view->programme;
  GArray *counts = g_array_new(FALSE, FALSE, sizeof(int));
  view->row_first = g_new(int, (gsize)p->n_rows + 1);
  for (int i = 0; i < p->n_rows; i++) {
    view->row_first[i] = (int)counts->len;
    for (int k = 0; k < p->rows[i].count; k++) {
      int column = p->terms[p->rows[i].first + k].column;
      if (!p->columns[column].placement)
        g_array_append_val(counts, column);
    }
  }
  view->row_first[p->n_rows] = (int)counts->len;
  view->counts = (int *)(void *)g_array_free(counts, FALSE);
}

struct column_view *column_view_new(const struct programme *programme)
{
  struct column_view *view = g_new0(struct column_view, 1);
  view->programme = programme;
  index_columns(view);
  index_counts(view);
  for (int j = 0; j < programme->n_columns; j++) {
    const struct column *column = &programme->columns[j];
    view->n_placements += column->placement;
    view->n_clinicians = MAX(view->n_clinicians, column->label.clinician + 1);
    view->n_slots = MAX(view->n_slots, column->label.slot + 1);
  }
  return view;
}

void column_view_free(struct column_view *view)
{
  if (!view)
    return;
  g_free(view->entries);
  g_free(view->first);
  g_free(view->counts);
  g_free(view->row_first);
  g_free(view);
}

int column_view_row_owner(const struct programme *programme, const struct row *row)
{
  int owner = -1;
  for (int k = row->first; k < row->first + row->count; k++) {
    int clinician = programme->columns[programme->terms[k].column].label.clinician;
    if (clinician < 0 || (owner >= 0 && clinician != owner))
      return -1;
    owner = clinician;
  }
  return owner;
}
