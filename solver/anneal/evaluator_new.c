#include "solver/anneal/evaluator_inside.h"

#include <string.h>

G_STATIC_ASSERT(sizeof(struct row_state) == 64);

static void index_rows(struct evaluator *evaluator)
{
  const struct programme *p = evaluator->view->programme;
  GArray *shared = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < p->n_rows; i++) {
    struct row_state *line = &evaluator->lines[i];
    *line =
        (struct row_state){.row_price = evaluator->row_prices.rows[i], .shared = (int)shared->len};
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int column = p->terms[k].column;
      if (evaluator->row_prices.own[column])
        continue;
      line->activity += p->terms[k].coefficient * evaluator->x[column];
      if (!p->columns[column].placement)
        g_array_append_val(shared, column);
    }
    line->n_shared = (int)shared->len - line->shared;
  }
  evaluator->n_shared = (int)shared->len;
  evaluator->shared = (int *)(void *)g_array_free(shared, FALSE);
}

/* An equation whose only count has a coefficient of 1 or -1 defines it, such as a sum. */
static void find_defined(struct evaluator *evaluator)
{
  const struct column_view *view = evaluator->view;
  const struct row *rows = view->programme->rows;
  for (int j = 0; j < view->programme->n_columns; j++) {
    evaluator->defined[j] = -1;
    for (int e = view->first[j]; e < view->first[j + 1]; e++) {
      int i = view->entries[e].row;
      bool only =
          evaluator->lines[i].n_shared == 1 && view->row_first[i + 1] - view->row_first[i] == 1;
      if (only && rows[i].lower == rows[i].upper && ABS(view->entries[e].coefficient) == 1)
        evaluator->defined[j] = e;
    }
  }
}

/* All but the lists of shared counts. */
static struct evaluator *allocate(const struct column_view *view, int64_t penalty)
{
  gsize rows = (gsize)view->programme->n_rows + 1, columns = (gsize)view->programme->n_columns + 1;
  struct evaluator *evaluator = g_new0(struct evaluator, 1);
  evaluator->view = view;
  row_prices_open(&evaluator->row_prices, view, penalty);
  evaluator->lines = g_aligned_alloc(rows, sizeof *evaluator->lines, sizeof *evaluator->lines);
  evaluator->x = g_new0(int64_t, columns);
  evaluator->raised = g_new0(bool, columns);
  evaluator->defined = g_new0(int, columns);
  evaluator->queue = g_array_new(FALSE, FALSE, sizeof(int));
  evaluator->queued = g_new0(bool, columns);
  evaluator->held = g_new0(bool, columns);
  return evaluator;
}

struct evaluator *evaluator_new(const struct column_view *view, const int64_t *x, int64_t penalty)
{
  const struct programme *p = view->programme;
  struct evaluator *evaluator = allocate(view, penalty);
  for (int j = 0; j < p->n_columns; j++) {
    const struct column *column = &p->columns[j];
    evaluator->x[j] = x[j];
    evaluator->raised[j] = x[j] > column->lower;
    evaluator->cost +=
        column->cost * (evaluator->row_prices.own[j] ? row_price_cheap_end(column) : x[j]);
  }
  index_rows(evaluator);
  find_defined(evaluator);
  evaluator_price_rows(evaluator);
  evaluator_follow_everywhere(evaluator);
  evaluator_keep(evaluator);
  return evaluator;
}

struct evaluator *evaluator_copy(const struct evaluator *evaluator)
{
  const struct programme *p = evaluator->view->programme;
  gsize rows = (gsize)p->n_rows, columns = (gsize)p->n_columns;
  struct evaluator *copy = allocate(evaluator->view, evaluator->row_prices.penalty);
  memcpy(copy->lines, evaluator->lines, rows * sizeof *copy->lines);
  memcpy(copy->x, evaluator->x, columns * sizeof *copy->x);
  memcpy(copy->raised, evaluator->raised, columns * sizeof *copy->raised);
  memcpy(copy->held, evaluator->held, columns * sizeof *copy->held);
  memcpy(copy->defined, evaluator->defined, columns * sizeof *copy->defined);
  copy->shared = g_memdup2(evaluator->shared, (gsize)evaluator->n_shared * sizeof *copy->shared);
  copy->n_shared = evaluator->n_shared;
  copy->cost = evaluator->cost;
  return copy;
}

void evaluator_free(struct evaluator *evaluator)
{
  if (!evaluator)
    return;
  row_prices_close(&evaluator->row_prices);
  g_aligned_free(evaluator->lines);
  g_free(evaluator->shared);
  g_free(evaluator->x);
  g_free(evaluator->raised);
  g_free(evaluator->watched);
  g_free(evaluator->trail);
  g_array_free(evaluator->queue, TRUE);
  g_free(evaluator->queued);
  g_free(evaluator->held);
  g_free(evaluator->defined);
  g_free(evaluator);
}
