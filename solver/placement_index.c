#include "solver/placement_index.h"

int placement_index_cell(const struct placement_index *index, const struct label *label)
{
  int clinician = label->clinician >= 0 ? label->clinician : index->n_clinicians - 1;
  int slot = label->slot >= 0 ? label->slot : index->n_slots - 1;
  return clinician * index->n_slots + slot;
}

static void fill_cells(struct placement_index *index)
{
  const struct column *columns = index->view->programme->columns;
  struct cells *cells = &index->cells;
  cells->count = index->n_clinicians * index->n_slots;
  cells->first = g_new0(int, (gsize)cells->count + 2);
  cells->columns = g_new(int, (gsize)index->placements->len + 1);
  for (guint k = 0; k < index->placements->len; k++) {
    int column = g_array_index(index->placements, int, k);
    /* counted two places on: filling moves each start back */
    cells->first[placement_index_cell(index, &columns[column].label) + 2]++;
  }
  for (int k = 1; k <= cells->count; k++)
    cells->first[k + 1] += cells->first[k];
  for (guint k = 0; k < index->placements->len; k++) {
    int column = g_array_index(index->placements, int, k);
    int cell = placement_index_cell(index, &columns[column].label);
    cells->columns[cells->first[cell + 1]++] = column;
  }
}

/* The two cells of one clinician of which a row weighs what is done in one against what is done in
 * the other, in units of opposite signs; false: there are not just two, or it weighs nothing. */
static bool weighs_two(const struct placement_index *index, const struct row *row, int cells[2])
{
  const struct programme *p = index->view->programme;
  int count = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct column *column = &p->columns[p->terms[k].column];
    if (!column->placement)
      continue;
    int cell = placement_index_cell(index, &column->label), at = p->terms[k].coefficient > 0;
    if (count == 0)
      cells[0] = cells[1] = -1;
    if (cells[!at] == cell || (cells[at] >= 0 && cells[at] != cell))
      return false;
    cells[at] = cell;
    count++;
  }
  return count > 0 && cells[0] >= 0 && cells[1] >= 0 &&
         cells[0] / index->n_slots == cells[1] / index->n_slots;
}

static void find_mates(struct placement_index *index)
{
  const struct programme *p = index->view->programme;
  index->mates = g_new(int, (gsize)index->cells.count + 1);
  for (int cell = 0; cell < index->cells.count; cell++)
    index->mates[cell] = -1;
  for (int i = 0; i < p->n_rows; i++) {
    int cells[2];
    if (!weighs_two(index, &p->rows[i], cells) || index->mates[cells[0]] >= 0 ||
        index->mates[cells[1]] >= 0)
      continue;
    index->mates[cells[0]] = cells[1];
    index->mates[cells[1]] = cells[0];
    index->has_mates = true;
  }
}

struct placement_index *placement_index_new(const struct column_view *view)
{
  const struct programme *p = view->programme;
  struct placement_index *index = g_new0(struct placement_index, 1);
  index->view = view;
  index->n_clinicians = view->n_clinicians + 1;
  index->n_slots = view->n_slots + 1;
  index->placements = g_array_new(FALSE, FALSE, sizeof(int));
  index->clinicians = g_array_new(FALSE, FALSE, sizeof(int));
  for (int j = 0; j < p->n_columns; j++)
    if (p->columns[j].placement && p->columns[j].lower < p->columns[j].upper)
      g_array_append_val(index->placements, j);
  fill_cells(index);
  find_mates(index);
  for (int c = 0; c < index->n_clinicians; c++)
    if (index->cells.first[(c + 1) * index->n_slots] > index->cells.first[c * index->n_slots])
      g_array_append_val(index->clinicians, c);
  return index;
}

void placement_index_free(struct placement_index *index)
{
  if (!index)
    return;
  g_free(index->cells.first);
  g_free(index->cells.columns);
  g_free(index->mates);
  g_array_free(index->clinicians, TRUE);
  g_array_free(index->placements, TRUE);
  g_free(index);
}
