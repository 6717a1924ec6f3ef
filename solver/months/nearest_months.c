#include "solver/months/nearest_months.h"

#include "solver/bound/decomposition.h"
#include "solver/months/cheapest_month.h"
#include "solver/presolve/reduction.h"

#include <string.h>

enum { PATHS = 1000 };

/* costs[columns of the block]: those of the programme, and of a change of an assignment `x` more
 * than all of them. */
static void price_changes(const struct programme *block, const int64_t *x, int64_t *costs)
{
  int64_t dearest = 1;
  for (int c = 0; c < block->n_columns; c++)
    dearest += ABS(block->columns[c].cost);
  for (int c = 0; c < block->n_columns; c++) {
    costs[c] = block->columns[c].cost;
    if (block->columns[c].placement)
      costs[c] += x[c] > 0 ? -dearest : dearest;
  }
}

/* Changes x[columns of the block], if another month is found. */
static void change_month(const struct diagonal_block *of, int64_t *x)
{
  const struct programme *block = of->programme;
  struct diagram *diagram = diagram_new(block, of->falls);
  if (!diagram)
    return;
  struct cheapest_month cheapest;
  int64_t cost, bound;
  g_autofree int64_t *costs = g_new(int64_t, (gsize)block->n_columns + 1);
  g_autofree int *fixed = g_new(int, (gsize)block->n_columns + 1);
  for (int c = 0; c < block->n_columns; c++)
    fixed[c] = -1;
  price_changes(block, x, costs);
  cheapest_month_open(&cheapest, diagram, PATHS);
  cheapest_month_find(&cheapest, costs, fixed, INT64_MAX, x, &cost, &bound);
  cheapest_month_close(&cheapest);
  diagram_free(diagram);
}

/* Changes the months in reduction->x. */
static void change_months(struct run *run, struct reduction *reduction)
{
  struct decomposition *decomposition = decomposition_new(reduction->programme);
  g_autofree int64_t *x = g_new0(int64_t, (gsize)reduction->programme->n_columns + 1);
  for (int b = 0; b < decomposition->count && !run_over(run); b++) {
    const struct diagonal_block *block = &decomposition->items[b];
    for (int c = 0; c < block->programme->n_columns; c++)
      x[c] = reduction->x[reduction->kept[block->columns[c]]];
    if (programme_first_broken(block->programme, x) < 0)
      continue;
    change_month(block, x);
    for (int c = 0; c < block->programme->n_columns; c++)
      reduction->x[reduction->kept[block->columns[c]]] = x[c];
  }
  decomposition_free(decomposition);
}

void nearest_months(struct run *run, struct lns *lns)
{
  struct reduction reduction;
  gint version = -1;
  if (!reduction_make(run->programme, &reduction))
    return;
  struct solution *best = solution_new(run->view, NULL);
  run_read_best(run, best, &version);
  for (int k = 0; k < reduction.programme->n_columns; k++)
    reduction.x[reduction.kept[k]] = best->x[reduction.kept[k]];
  change_months(run, &reduction);
  g_autofree int64_t *x =
      g_memdup2(reduction.x, ((gsize)run->programme->n_columns + 1) * sizeof *x);
  lns_settle_values(lns, x);
  run_offer_values(run, x);
  solution_free(best);
  reduction_clear(&reduction);
}
