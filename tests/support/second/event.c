#include "tests/support/second/second.h"

static int target_of(const struct second_cell *cell)
{
  return cell->line->price_target == 0 ? cell->need : cell->target;
}

static int64_t need_price(const struct second_cell *cell)
{
  return MAX(cell->line->price_need, cell->line->price_target);
}

static void read_held(const struct second_cell *cell, const struct rule_use *use,
                      struct second_sum *sum)
{
  int64_t weight = use->hard ? 1 : use->weight;
  second_find(sum, second_above(target_of(cell), MAX(cell->n, cell->need)),
              weight * cell->line->price_target);
  if (cell->most != UNLIMITED)
    second_find(sum, second_above(cell->n, cell->most),
                use->hard || cell->line->hard ? SECOND_HARD : weight * cell->line->price_most);
}

static void read_cancelled(const struct second_cell *cell, int64_t weight, struct second_sum *sum)
{
  second_find(sum, cell->need, weight * need_price(cell));
  second_find(sum, target_of(cell) - cell->need, weight * cell->line->price_target);
  second_find(sum, cell->n, weight * cell->line->price_most);
}

static void read_event_of(const GArray *cells, int event, const struct rule_use *use,
                          struct second_sum *sum)
{
  bool must = use->hard, held = true;
  for (guint i = 0; i < cells->len; i++) {
    const struct second_cell *cell = &g_array_index(cells, struct second_cell, i);
    if (cell->line->event != event)
      continue;
    must |= cell->line->hard;
    held &= cell->n >= cell->need;
  }
  for (guint i = 0; i < cells->len; i++) {
    const struct second_cell *cell = &g_array_index(cells, struct second_cell, i);
    if (cell->line->event != event)
      continue;
    if (held)
      read_held(cell, use, sum);
    else if (must)
      second_find(sum, second_above(cell->need, cell->n), SECOND_HARD);
    else
      read_cancelled(cell, use->weight, sum);
  }
}

static void read_event(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  g_autoptr(GArray) cells = second_cells(second);
  for (int e = 0; e < second->month->n_events; e++)
    read_event_of(cells, e, use, sum);
}

const struct second_reading second_event = {
    .rule = "event",
    .read = read_event,
    .uses = {""},
};
