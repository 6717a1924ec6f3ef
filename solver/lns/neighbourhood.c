#include "solver/lns/neighbourhood.h"

#include "solver/placement_index.h"

struct draw {
  const struct placement_index *index;
  const struct solution *solution;
  const int64_t *other; /* [columns] another rota; NULL: none */
  const bool *likely;   /* [columns]; NULL: all */
  struct dice *dice;
  guint size;
  GArray *out;
  bool *taken; /* [cells] */
};

static bool full(const struct draw *draw)
{
  return draw->out->len >= draw->size;
}

/* Is the column set, here or in the other rota? */
static bool is_set(const struct draw *draw, int column)
{
  return draw->solution->x[column] != 0 || (draw->other && draw->other[column] != 0);
}

static void take_cell(struct draw *draw, int cell)
{
  const struct cells *cells = &draw->index->cells;
  if (cells->first[cell] == cells->first[cell + 1] || draw->taken[cell])
    return;
  draw->taken[cell] = true;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++) {
    int column = cells->columns[k];
    if (!draw->likely || draw->likely[column] || is_set(draw, column))
      g_array_append_val(draw->out, column);
  }
}

struct slot_span {
  int from, to; /* slots, `to` not among them */
};

static struct slot_span all_slots(const struct draw *draw)
{
  return (struct slot_span){0, draw->index->n_slots};
}

static struct slot_span span_of(struct draw *draw, int length)
{
  int slots = draw->index->n_slots;
  int from = dice_below(draw->dice, slots);
  length = CLAMP(length, 1, slots);
  return (struct slot_span){MAX(0, MIN(from, slots - length)), MIN(slots, from + length)};
}

static void take_clinician(struct draw *draw, int clinician, struct slot_span span)
{
  for (int slot = span.from; slot < span.to; slot++)
    take_cell(draw, clinician * draw->index->n_slots + slot);
}

static int any_placement(struct draw *draw)
{
  const GArray *placements = draw->index->placements;
  return g_array_index(placements, int, (guint)dice_below(draw->dice, (int)placements->len));
}

/* Another column of some row of this column; itself when it has none. */
static int any_companion(struct draw *draw, int column)
{
  const struct column_view *view = draw->index->view;
  int entries = view->first[column + 1] - view->first[column];
  if (entries == 0)
    return column;
  int row = view->entries[view->first[column] + dice_below(draw->dice, entries)].row;
  const struct row *r = &view->programme->rows[row];
  return view->programme->terms[r->first + dice_below(draw->dice, r->count)].column;
}

/* A random walk from a placement through the rows: the clinicians it meets. */
static void draw_alike(struct draw *draw, struct slot_span span, int column)
{
  const struct column *columns = draw->index->view->programme->columns;
  int met = column;
  for (int tries = 0; tries < 400 && !full(draw); tries++) {
    if (columns[met].placement)
      take_clinician(draw,
                     placement_index_cell(draw->index, &columns[met].label) / draw->index->n_slots,
                     span);
    met = any_companion(draw, tries % 4 == 3 ? column : met);
  }
}

static void draw_slots(struct draw *draw)
{
  const GArray *clinicians = draw->index->clinicians;
  int slots = draw->index->n_slots, slot = dice_below(draw->dice, slots);
  for (int k = 0; k < slots && !full(draw); k++, slot = (slot + 1) % slots) {
    guint at = (guint)dice_below(draw->dice, (int)clinicians->len);
    for (guint c = 0; c < clinicians->len && !full(draw); c++, at = (at + 1) % clinicians->len)
      take_cell(draw, g_array_index(clinicians, int, at) * slots + slot);
  }
}

/* The clinicians of the row's placements, in the slots around these. */
static void draw_row(struct draw *draw, int row)
{
  const struct programme *p = draw->index->view->programme;
  const struct row *r = &p->rows[row];
  static const int margins[] = {0, 1, 3, 9, 1000};
  int margin = margins[dice_below(draw->dice, (int)G_N_ELEMENTS(margins))];
  if (r->count == 0)
    return;
  int at = dice_below(draw->dice, r->count);
  for (int k = 0; k < r->count && !full(draw); k++, at = (at + 1) % r->count) {
    const struct column *column = &p->columns[p->terms[r->first + at].column];
    if (!column->placement)
      continue;
    int cell = placement_index_cell(draw->index, &column->label), slots = draw->index->n_slots;
    int slot = cell % slots;
    take_clinician(draw, cell / slots,
                   (struct slot_span){MAX(0, slot - margin), MIN(slots, slot + margin + 1)});
  }
}

static void draw_broken(struct draw *draw)
{
  const struct column_view *view = draw->index->view;
  int drawn = -1, seen = 0;
  for (int i = 0; i < view->programme->n_rows; i++)
    if (solution_row_excess(view, draw->solution, i) > 0 && dice_below(draw->dice, ++seen) == 0)
      drawn = i;
  if (drawn < 0 || view->programme->rows[drawn].count == 0)
    return;
  draw_row(draw, drawn);
  if (!full(draw))
    draw_alike(draw, draw->out->len > 0 ? span_of(draw, 6) : all_slots(draw),
               view->programme->terms[view->programme->rows[drawn].first].column);
}

void neighbourhood_draw(const struct placement_index *index, enum neighbourhood kind,
                        const struct solution *solution, const bool *likely, int size,
                        struct dice *dice, GArray *out)
{
  if (index->placements->len == 0)
    return;
  struct draw draw = {.index = index,
                      .solution = solution,
                      .likely = likely,
                      .dice = dice,
                      .size = (guint)MAX(1, size),
                      .out = out,
                      .taken = g_new0(bool, (gsize)index->cells.count)};
  int column = any_placement(&draw), part = 1 + dice_below(dice, MAX(1, index->n_slots / 2));
  switch (kind) {
  case NEIGHBOURHOOD_SLOTS:
    draw_slots(&draw);
    break;
  case NEIGHBOURHOOD_BLOCK:
    draw_alike(&draw, span_of(&draw, part), column);
    break;
  case NEIGHBOURHOOD_PEOPLE:
    draw_alike(&draw, all_slots(&draw), column);
    break;
  case NEIGHBOURHOOD_BROKEN:
    draw_broken(&draw);
    break;
  case NEIGHBOURHOOD_BETWEEN: /* has a function of its own */
  case NEIGHBOURHOOD_KINDS:
    break;
  }
  g_free(draw.taken);
}

static bool differs(const struct draw *draw, int cell)
{
  const struct cells *cells = &draw->index->cells;
  for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++)
    if (draw->solution->x[cells->columns[k]] != draw->other[cells->columns[k]])
      return true;
  return false;
}

/* Cells that differ, from a random one on: clinician by clinician, or slot by slot. */
static void draw_between(struct draw *draw)
{
  int count = draw->index->cells.count, slots = draw->index->n_slots;
  int people = draw->index->n_clinicians, at = dice_below(draw->dice, count);
  bool by_slot = dice_below(draw->dice, 2) == 0;
  for (int k = 0; k < count && !full(draw); k++, at = (at + 1) % count) {
    int cell = by_slot ? at % people * slots + at / people : at;
    if (differs(draw, cell))
      take_cell(draw, cell);
  }
}

void neighbourhood_between(const struct placement_index *index, const struct solution *solution,
                           const int64_t *other, const bool *likely, int size, struct dice *dice,
                           GArray *out)
{
  g_autofree bool *taken = g_new0(bool, (gsize)index->cells.count + 1);
  g_autofree bool *none = g_new0(bool, (gsize)index->view->programme->n_columns + 1);
  bool set_only = dice_below(dice, 2) == 0;
  struct draw draw = {.index = index,
                      .solution = solution,
                      .other = other,
                      .likely = set_only ? none : likely,
                      .dice = dice,
                      .size = (guint)MAX(1, size),
                      .out = out,
                      .taken = taken};
  if (index->placements->len > 0)
    draw_between(&draw);
}

void neighbourhood_clinician(const struct placement_index *index, int clinician, GArray *out)
{
  const struct cells *cells = &index->cells;
  int from = cells->first[clinician * index->n_slots];
  int to = cells->first[(clinician + 1) * index->n_slots];
  g_array_append_vals(out, cells->columns + from, (guint)(to - from));
}
