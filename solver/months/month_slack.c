#include "solver/months/month_slack.h"

#include "model/integer.h"

#include <glib.h>
#include <limits.h>

enum { NO_ROW = -1, ROWS = -2 };

/* row_of[columns]: the only row of each. */
static void find_rows(const struct programme *p, int *row_of)
{
  for (int j = 0; j < p->n_columns; j++)
    row_of[j] = NO_ROW;
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int *row = &row_of[p->terms[k].column];
      *row = *row == NO_ROW ? i : ROWS;
    }
}

static void take(struct month_slacks *slacks, const struct row *row, int i, const struct term *term,
                 int64_t most)
{
  bool below = term->coefficient > 0;
  struct month_slack *slack = below ? &slacks->below[i] : &slacks->above[i];
  int64_t unit = ABS(term->coefficient);
  if (slack->column >= 0 || programme_is_infinite(below ? row->lower : row->upper))
    return;
  *slack = (struct month_slack){term->column, unit, MIN(most, INT_MAX / unit)};
}

void month_slacks_open(struct month_slacks *out, const struct programme *programme,
                       const bool *falls, int values)
{
  const struct programme *p = programme;
  gsize n = (gsize)p->n_rows + 1;
  g_autofree int *row_of = g_new(int, (gsize)p->n_columns + 1);
  *out = (struct month_slacks){.below = g_new(struct month_slack, n),
                               .above = g_new(struct month_slack, n)};
  find_rows(p, row_of);
  for (int i = 0; i < p->n_rows; i++) {
    out->below[i] = out->above[i] = (struct month_slack){.column = -1};
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      int j = p->terms[k].column;
      const struct column *column = &p->columns[j];
      if (falls[j] && row_of[j] == i && column->upper - column->lower >= values)
        take(out, &p->rows[i], i, &p->terms[k], column->upper - column->lower);
    }
  }
}

void month_slacks_close(struct month_slacks *slacks)
{
  g_free(slacks->below);
  g_free(slacks->above);
}

int64_t month_slack_needed(const struct month_slack *slack, int64_t missing)
{
  return missing > 0 ? integer_divide_up(missing, slack->unit) : 0;
}
