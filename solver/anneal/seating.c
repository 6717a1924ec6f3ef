#include "solver/anneal/seating.h"

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

void seating_open(struct seating *seating, const struct atlas *atlas, struct tally *tally)
{
  const GArray *placements = atlas->placements;
  struct column *columns = atlas->view->programme->columns;
  int count = (int)placements->len;
  *seating = (struct seating){.atlas = atlas, .tally = tally};
  seating->alike = g_new(int, (gsize)count + 1);
  seating->group = g_new(int, (gsize)count + 1);
  seating->alike_at = g_new(int, (gsize)atlas->view->programme->n_columns + 1);
  for (int k = 0; k < count; k++)
    seating->alike[k] = g_array_index(placements, int, (guint)k);
  g_qsort_with_data(seating->alike, count, sizeof(int), compare_labels, columns);
  for (int k = 0, group = 0; k < count; k++) {
    if (k > 0 && !is_same(&columns[seating->alike[k - 1]].label, &columns[seating->alike[k]].label))
      group++;
    seating->group[k] = group;
    seating->alike_at[seating->alike[k]] = k;
  }
  seating->group[count] = -1;
}

void seating_close(struct seating *seating)
{
  g_free(seating->alike);
  g_free(seating->group);
  g_free(seating->alike_at);
  *seating = (struct seating){0};
}

static const struct column *column_of(const struct seating *seating, int column)
{
  return &seating->atlas->view->programme->columns[column];
}

struct seat seating_seat(const struct seating *seating, int cell)
{
  return (struct seat){cell / seating->atlas->n_slots, cell % seating->atlas->n_slots};
}

int seating_cell(const struct seating *seating, struct seat seat)
{
  return seat.clinician * seating->atlas->n_slots + seat.slot;
}

bool seating_is_set(const struct seating *seating, int column)
{
  return tally_is_raised(seating->tally, column);
}

int seating_set_in(const struct seating *seating, int cell)
{
  const struct shelf *cells = &seating->atlas->cells;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (seating_is_set(seating, cells->columns[k]))
      return cells->columns[k];
  return SEATING_NOTHING;
}

static bool is_same_work(const struct seating *seating, int column, int other)
{
  const struct label *a = &column_of(seating, column)->label;
  const struct label *b = &column_of(seating, other)->label;
  return a->task == b->task && a->site == b->site;
}

int seating_same_in(const struct seating *seating, int cell, int column)
{
  const struct shelf *cells = &seating->atlas->cells;
  for (int k = cells->first[cell]; column != SEATING_NOTHING && k < cells->first[cell + 1]; k++)
    if (is_same_work(seating, cells->columns[k], column))
      return cells->columns[k];
  return SEATING_NOTHING;
}

bool seating_fits(const struct seating *seating, int cell, int column)
{
  return column == SEATING_NOTHING || seating_same_in(seating, cell, column) != SEATING_NOTHING;
}

int seating_task(const struct seating *seating, int column)
{
  return column == SEATING_NOTHING ? SEATING_NOTHING : column_of(seating, column)->label.task;
}

int seating_colleague(const struct seating *seating, int column, struct dice *dice)
{
  int found = SEATING_NOTHING, seen = 0, from = seating->alike_at[column];
  int group = seating->group[from];
  while (from > 0 && seating->group[from - 1] == group)
    from--;
  for (int k = from; seating->group[k] == group; k++) {
    int other = seating->alike[k];
    if (other != column && seating_is_set(seating, other) && dice_below(dice, ++seen) == 0)
      found = other;
  }
  return found;
}

void seating_change(struct seating *seating, int from, int to)
{
  if (from != SEATING_NOTHING)
    tally_set(seating->tally, from, column_of(seating, from)->lower);
  if (to != SEATING_NOTHING)
    tally_set(seating->tally, to, column_of(seating, to)->upper);
}
