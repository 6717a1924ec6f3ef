#include "solver/moves.h"

enum { NOTHING = -1 }; /* for a column: no placement */

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

static void sort_alike(struct mover *mover)
{
  const GArray *placements = mover->atlas->placements;
  struct column *columns = mover->atlas->view->programme->columns;
  int count = (int)placements->len;
  mover->alike = g_new(int, (gsize)count + 1);
  mover->group = g_new(int, (gsize)count + 1);
  mover->alike_at = g_new(int, (gsize)mover->atlas->view->programme->n_columns + 1);
  for (int k = 0; k < count; k++)
    mover->alike[k] = g_array_index(placements, int, (guint)k);
  g_qsort_with_data(mover->alike, count, sizeof(int), compare_labels, columns);
  for (int k = 0, group = 0; k < count; k++) {
    if (k > 0 && !is_same(&columns[mover->alike[k - 1]].label, &columns[mover->alike[k]].label))
      group++;
    mover->group[k] = group;
    mover->alike_at[mover->alike[k]] = k;
  }
  mover->group[count] = -1;
}

void mover_open(struct mover *mover, const struct atlas *atlas, struct tally *tally,
                struct dice dice)
{
  *mover = (struct mover){.atlas = atlas, .tally = tally, .dice = dice};
  mover->cells = g_array_new(FALSE, FALSE, sizeof(int));
  for (int cell = 0; cell < atlas->cells.n_keys; cell++)
    if (atlas->cells.first[cell] < atlas->cells.first[cell + 1])
      g_array_append_val(mover->cells, cell);
  for (guint k = mover->cells->len; k-- > 1;) {
    guint at = (guint)dice_below(&mover->dice, (int)k + 1);
    int cell = g_array_index(mover->cells, int, k);
    g_array_index(mover->cells, int, k) = g_array_index(mover->cells, int, at);
    g_array_index(mover->cells, int, at) = cell;
  }
  sort_alike(mover);
}

void mover_close(struct mover *mover)
{
  g_array_free(mover->cells, TRUE);
  g_free(mover->alike);
  g_free(mover->group);
  g_free(mover->alike_at);
}

static const struct column *column_of(const struct mover *mover, int column)
{
  return &mover->atlas->view->programme->columns[column];
}

static void turn(struct mover *mover, int column, bool on)
{
  const struct column *c = column_of(mover, column);
  tally_set(mover->tally, column, on ? c->upper : c->lower);
}

static const struct label *label_of(const struct mover *mover, int column)
{
  return &column_of(mover, column)->label;
}

static int clinician_of(const struct mover *mover, int cell)
{
  return cell / mover->atlas->n_slots;
}

static int slot_of(const struct mover *mover, int cell)
{
  return cell % mover->atlas->n_slots;
}

static int cell_at(const struct mover *mover, int clinician, int slot)
{
  return clinician * mover->atlas->n_slots + slot;
}

static int any_cell(struct mover *mover)
{
  return g_array_index(mover->cells, int, (guint)dice_below(&mover->dice, (int)mover->cells->len));
}

static bool is_set(const struct mover *mover, int column)
{
  return tally_value(mover->tally, column) > column_of(mover, column)->lower;
}

/* The placement that is set in the cell, or NOTHING. */
static int set_in(const struct mover *mover, int cell)
{
  const struct shelf *cells = &mover->atlas->cells;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (is_set(mover, cells->columns[k]))
      return cells->columns[k];
  return NOTHING;
}

static bool is_same_work(const struct mover *mover, int column, int other)
{
  const struct label *a = label_of(mover, column), *b = label_of(mover, other);
  return a->task == b->task && a->site == b->site;
}

/* The cell's placement of the same task and site as `column`, or NOTHING. */
static int same_in(const struct mover *mover, int cell, int column)
{
  const struct shelf *cells = &mover->atlas->cells;
  for (int k = cells->first[cell]; column != NOTHING && k < cells->first[cell + 1]; k++)
    if (is_same_work(mover, cells->columns[k], column))
      return cells->columns[k];
  return NOTHING;
}

static void change(struct mover *mover, int from, int to)
{
  if (from != NOTHING)
    turn(mover, from, false);
  if (to != NOTHING)
    turn(mover, to, true);
}

/* Anybody else who does the same in that slot, or NOTHING. */
static int any_colleague(struct mover *mover, int column)
{
  int found = NOTHING, seen = 0, from = mover->alike_at[column];
  int group = mover->group[from];
  while (from > 0 && mover->group[from - 1] == group)
    from--;
  for (int k = from; mover->group[k] == group; k++) {
    int other = mover->alike[k];
    if (other != column && is_set(mover, other) && dice_below(&mover->dice, ++seen) == 0)
      found = other;
  }
  return found;
}

/* Another placement in the cell, or none. With `hand_over`, whoever did that
 * work takes over what was done here, or has nothing to do. */
static bool draw_change(struct mover *mover, int cell, bool hand_over)
{
  const struct shelf *cells = &mover->atlas->cells;
  int from = set_in(mover, cell);
  int count = cells->first[cell + 1] - cells->first[cell];
  int at = dice_below(&mover->dice, count + (from != NOTHING));
  int to = at < count ? cells->columns[cells->first[cell] + at] : NOTHING;
  if (to == from)
    return false;
  int colleague = hand_over && to != NOTHING ? any_colleague(mover, to) : NOTHING;
  change(mover, from, to);
  if (colleague != NOTHING)
    change(mover, colleague,
           same_in(mover, atlas_cell(mover->atlas, label_of(mover, colleague)), from));
  return true;
}

/* Two cells exchange their work. */
static bool draw_exchange(struct mover *mover, int cell, int other)
{
  int here = set_in(mover, cell), there = set_in(mover, other);
  if (cell == other || (here == NOTHING && there == NOTHING))
    return false;
  int to_here = same_in(mover, cell, there), to_there = same_in(mover, other, here);
  bool fits = (there == NOTHING || to_here != NOTHING) && (here == NOTHING || to_there != NOTHING);
  if (!fits || to_here == here)
    return false;
  change(mover, here, to_here);
  change(mover, there, to_there);
  return true;
}

static bool draw(struct mover *mover)
{
  int cell = any_cell(mover);
  int clinician = clinician_of(mover, cell), slot = slot_of(mover, cell);
  switch (dice_below(&mover->dice, 4)) {
  case 0:
    return draw_change(mover, cell, false);
  case 1:
    return draw_change(mover, cell, true);
  case 2:
    clinician = dice_below(&mover->dice, mover->atlas->n_clinicians);
    return draw_exchange(mover, cell, cell_at(mover, clinician, slot));
  default:
    slot = dice_below(&mover->dice, mover->atlas->n_slots);
    return draw_exchange(mover, cell, cell_at(mover, clinician, slot));
  }
}

bool mover_draw(struct mover *mover)
{
  if (mover->cells->len == 0 || !draw(mover))
    return false;
  tally_follow(mover->tally);
  return true;
}

/* Sets this placement of a cell, or NOTHING, and no other. */
static void choose(struct mover *mover, int cell, int column)
{
  const struct shelf *cells = &mover->atlas->cells;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    turn(mover, cells->columns[k], cells->columns[k] == column);
  tally_follow(mover->tally);
}

/* The cheapest placement of a cell, or none, if that costs less than it does now. */
static bool descend_cell(struct mover *mover, int cell)
{
  const struct shelf *cells = &mover->atlas->cells;
  struct tally *tally = mover->tally;
  int64_t least = tally_cost(tally);
  int cheapest = NOTHING;
  bool better = false;
  guint start = tally_mark(tally);
  for (int k = cells->first[cell] - 1; k < cells->first[cell + 1]; k++) {
    int column = k < cells->first[cell] ? NOTHING : cells->columns[k];
    choose(mover, cell, column);
    if (tally_cost(tally) < least) {
      least = tally_cost(tally);
      cheapest = column;
      better = true;
    }
    tally_undo(tally, start);
  }
  if (better)
    choose(mover, cell, cheapest);
  tally_keep(tally);
  return better;
}

int mover_descend(struct mover *mover)
{
  int better = 0;
  tally_keep(mover->tally);
  for (guint k = 0; k < mover->cells->len; k++)
    better += descend_cell(mover, g_array_index(mover->cells, int, k));
  return better;
}
