#include "solver/solution.h"

#include <glib.h>
#include <string.h>

int64_t solution_row_excess(const struct column_view *view, const struct solution *solution,
                            int row)
{
  const struct row *r = &view->programme->rows[row];
  int64_t activity = solution->activity[row];
  if (activity < r->lower)
    return r->lower - activity;
  return activity > r->upper ? activity - r->upper : 0;
}

struct solution *solution_new(const struct column_view *view, const int64_t *start)
{
  const struct programme *p = view->programme;
  struct solution *solution = g_new0(struct solution, 1);
  solution->x = g_new0(int64_t, (gsize)p->n_columns + 1);
  solution->activity = g_new0(int64_t, (gsize)p->n_rows + 1);
  for (int j = 0; j < p->n_columns; j++) {
    int64_t value = start ? start[j] : 0;
    solution->x[j] = CLAMP(value, p->columns[j].lower, p->columns[j].upper);
  }
  solution->cost = programme_objective(p, solution->x);
  for (int i = 0; i < p->n_rows; i++) {
    solution->activity[i] = programme_activity(p, i, solution->x);
    solution->excess += solution_row_excess(view, solution, i);
  }
  return solution;
}

void solution_free(struct solution *solution)
{
  if (!solution)
    return;
  g_free(solution->x);
  g_free(solution->activity);
  g_free(solution);
}

void solution_assign(const struct column_view *view, struct solution *solution,
                     const struct solution *from)
{
  memcpy(solution->x, from->x, (size_t)view->programme->n_columns * sizeof *from->x);
  memcpy(solution->activity, from->activity,
         (size_t)view->programme->n_rows * sizeof *from->activity);
  solution->cost = from->cost;
  solution->excess = from->excess;
}

void solution_swap(const struct column_view *view, struct solution *solution,
                   struct change *changes, int count)
{
  for (int k = 0; k < count; k++) {
    int column = changes[k].column;
    int64_t before = solution->x[column], step = changes[k].value - before;
    if (step == 0)
      continue;
    solution->x[column] = changes[k].value;
    changes[k].value = before;
    solution->cost += step * view->programme->columns[column].cost;
    for (int e = view->first[column]; e < view->first[column + 1]; e++) {
      int row = view->entries[e].row;
      solution->excess -= solution_row_excess(view, solution, row);
      solution->activity[row] += step * view->entries[e].coefficient;
      solution->excess += solution_row_excess(view, solution, row);
    }
  }
}

bool solution_is_better(const struct solution *solution, int64_t excess, int64_t cost)
{
  return solution->excess < excess || (solution->excess == excess && solution->cost < cost);
}
