#include "tests/support/second/second.h"

static void read_cell(const struct second_cell *cell, const struct rule_use *use,
                      struct second_sum *sum)
{
  const struct demand *line = cell->line;
  int64_t weight = use->hard ? 1 : use->weight;
  bool hard = use->hard || line->hard;
  int target = line->price_target == 0 ? cell->need : cell->target;
  second_find(sum, second_above(cell->need, cell->n),
              hard ? SECOND_HARD : weight * MAX(line->price_need, line->price_target));
  second_find(sum, second_above(target, MAX(cell->n, cell->need)), weight * line->price_target);
  second_find(sum, cell->need_lost, weight * MAX(line->price_need, line->price_target));
  if (line->price_target > 0)
    second_find(sum, second_above(cell->target_lost, cell->need_lost), weight * line->price_target);
  if (cell->most != UNLIMITED)
    second_find(sum, second_above(cell->n, cell->most),
                hard ? SECOND_HARD : weight * line->price_most);
}

static void read_cover(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  g_autoptr(GArray) cells = second_cells(second);
  for (guint i = 0; i < cells->len; i++) {
    const struct second_cell *cell = &g_array_index(cells, struct second_cell, i);
    if (cell->line->event == NONE)
      read_cell(cell, use, sum);
  }
}

const struct second_reading second_cover = {
    .rule = "cover",
    .read = read_cover,
    .uses = {""},
};
