#include "planning/coverage.h"

#include "model/demand_cell.h"

static void row_free(void *data)
{
  struct coverage_row *row = data;
  g_array_unref(row->cells);
  g_free(row);
}

static int planned_in(const struct problem *problem, const struct rota *rota,
                      const struct demand_cell *cell, int from, int end)
{
  int planned = 0;
  for (int slot = from; slot < end; slot++)
    for (int i = rota->slot[slot]; i < rota->slot[slot + 1]; i++) {
      const struct assignment *item = &rota->items[rota->in_slot[i]];
      planned += demand_cell_counts(problem, cell, item);
    }
  return planned;
}

static bool is_free(const struct coverage_row *row, int from, int end)
{
  for (guint i = 0; i < row->cells->len; i++) {
    const struct coverage_cell *cell = &g_array_index(row->cells, struct coverage_cell, i);
    if (from < cell->end && cell->from < end)
      return false;
  }
  return true;
}

/* The first row of its kind that has room for the cell, or a new one. */
static struct coverage_row *row_for(GPtrArray *rows, const struct coverage_row *kind, int from,
                                    int end)
{
  for (guint i = 0; i < rows->len; i++) {
    struct coverage_row *row = rows->pdata[i];
    if (row->task == kind->task && row->site == kind->site && row->per == kind->per &&
        row->line == kind->line && is_free(row, from, end))
      return row;
  }
  struct coverage_row *row = g_new(struct coverage_row, 1);
  *row = *kind;
  row->cells = g_array_new(FALSE, FALSE, sizeof(struct coverage_cell));
  g_ptr_array_add(rows, row);
  return row;
}

static void add_cell(GPtrArray *rows, const struct problem *problem, const struct rota *rota,
                     const struct demand_cell *cell)
{
  const struct demand *line = &problem->demands[cell->demand];
  struct coverage_row kind = {.task = line->task,
                              .line = demand_is_joint(line) || line->name ? line : NULL,
                              .site = demand_cell_site(problem, cell),
                              .per = line->per};
  struct coverage_cell covered = {
      .need = cell->need, .target = cell->target, .most = cell->most, .owed = cell->target_owed};
  demand_cell_slots(problem, cell, &covered.from, &covered.end);
  covered.planned = planned_in(problem, rota, cell, covered.from, covered.end);
  if (covered.from < covered.end)
    g_array_append_val(row_for(rows, &kind, covered.from, covered.end)->cells, covered);
}

static int compare_rows(const void *a, const void *b)
{
  const struct coverage_row *left = *(struct coverage_row *const *)a;
  const struct coverage_row *right = *(struct coverage_row *const *)b;
  if (left->site != right->site)
    return left->site < right->site ? -1 : 1;
  if (left->task != right->task)
    return left->task < right->task ? -1 : 1;
  if (left->per != right->per)
    return (int)left->per - (int)right->per;
  return (left->line > right->line) - (left->line < right->line);
}

static int compare_cells(const void *a, const void *b)
{
  return ((const struct coverage_cell *)a)->from - ((const struct coverage_cell *)b)->from;
}

GPtrArray *coverage_new(const struct problem *problem, const struct rota *rota)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
  for (int d = 0; d < problem->n_demands; d++) {
    int count;
    g_autofree struct demand_cell *cells = demand_cells(problem, d, &count);
    for (int i = 0; i < count; i++)
      add_cell(rows, problem, rota, &cells[i]);
  }
  g_ptr_array_sort(rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_array_sort(((struct coverage_row *)rows->pdata[i])->cells, compare_cells);
  return rows;
}
