#include "solver/anneal/roster.h"

static int compare_labels(const void *left, const void *right, void *context)
{
  const struct column *columns = context;
  const struct label *a = &columns[*(const int *)left].label;
  const struct label *b = &columns[*(const int *)right].label;
  int slot = a->slot - b->slot, task = a->task - b->task, site = a->site - b->site;
  if (slot != 0 || task != 0)
    return slot != 0 ? slot : task;
  return site != 0 ? site : *(const int *)left - *(const int *)right;
}

static bool is_same(const struct label *a, const struct label *b)
{
  return a->slot == b->slot && a->task == b->task && a->site == b->site;
}

void roster_open(struct roster *roster, const struct placement_index *index,
                 struct evaluator *evaluator)
{
  const GArray *placements = index->placements;
  struct column *columns = index->view->programme->columns;
  int count = (int)placements->len;
  *roster = (struct roster){.index = index, .evaluator = evaluator};
  roster->alike = g_new(int, (gsize)count + 1);
  roster->group = g_new(int, (gsize)count + 1);
  roster->alike_at = g_new(int, (gsize)index->view->programme->n_columns + 1);
  roster->last_set = g_new0(int, (gsize)index->cells.count + 1);
  for (int cell = 0; cell < index->cells.count; cell++)
    if (index->cells.first[cell] < index->cells.first[cell + 1])
      roster->last_set[cell] = index->cells.columns[index->cells.first[cell]];
  for (int k = 0; k < count; k++)
    roster->alike[k] = g_array_index(placements, int, (guint)k);
  g_qsort_with_data(roster->alike, count, sizeof(int), compare_labels, columns);
  for (int k = 0, group = 0; k < count; k++) {
    if (k > 0 && !is_same(&columns[roster->alike[k - 1]].label, &columns[roster->alike[k]].label))
      group++;
    roster->group[k] = group;
    roster->alike_at[roster->alike[k]] = k;
  }
  roster->group[count] = -1;
}

void roster_close(struct roster *roster)
{
  g_free(roster->alike);
  g_free(roster->group);
  g_free(roster->alike_at);
  g_free(roster->last_set);
  *roster = (struct roster){0};
}

static const struct column *column_of(const struct roster *roster, int column)
{
  return &roster->index->view->programme->columns[column];
}

struct roster_cell roster_cell_at(const struct roster *roster, int cell)
{
  return (struct roster_cell){cell / roster->index->n_slots, cell % roster->index->n_slots};
}

int roster_cell_index(const struct roster *roster, struct roster_cell place)
{
  return place.clinician * roster->index->n_slots + place.slot;
}

bool roster_is_set(const struct roster *roster, int column)
{
  return evaluator_is_raised(roster->evaluator, column);
}

int roster_set_in(const struct roster *roster, int cell)
{
  const struct cells *cells = &roster->index->cells;
  if (cells->first[cell] == cells->first[cell + 1])
    return ROSTER_NOTHING;
  if (roster_is_set(roster, roster->last_set[cell]))
    return roster->last_set[cell];
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (roster_is_set(roster, cells->columns[k]))
      return roster->last_set[cell] = cells->columns[k];
  return ROSTER_NOTHING;
}

static bool is_same_work(const struct roster *roster, int column, int other)
{
  const struct label *a = &column_of(roster, column)->label;
  const struct label *b = &column_of(roster, other)->label;
  return a->task == b->task && a->site == b->site;
}

int roster_same_in(const struct roster *roster, int cell, int column)
{
  const struct cells *cells = &roster->index->cells;
  for (int k = cells->first[cell]; column != ROSTER_NOTHING && k < cells->first[cell + 1]; k++)
    if (is_same_work(roster, cells->columns[k], column))
      return cells->columns[k];
  return ROSTER_NOTHING;
}

bool roster_fits(const struct roster *roster, int cell, int column)
{
  return column == ROSTER_NOTHING || roster_same_in(roster, cell, column) != ROSTER_NOTHING;
}

int roster_task(const struct roster *roster, int column)
{
  return column == ROSTER_NOTHING ? ROSTER_NOTHING : column_of(roster, column)->label.task;
}

int roster_colleague(const struct roster *roster, int column, struct dice *dice)
{
  int found = ROSTER_NOTHING, seen = 0, from = roster->alike_at[column];
  int group = roster->group[from];
  while (from > 0 && roster->group[from - 1] == group)
    from--;
  for (int k = from; roster->group[k] == group; k++) {
    int other = roster->alike[k];
    if (other != column && roster_is_set(roster, other) && dice_below(dice, ++seen) == 0)
      found = other;
  }
  return found;
}

void roster_change(struct roster *roster, int from, int to)
{
  if (from != ROSTER_NOTHING)
    evaluator_set(roster->evaluator, from, column_of(roster, from)->lower);
  if (to != ROSTER_NOTHING)
    evaluator_set(roster->evaluator, to, column_of(roster, to)->upper);
}
