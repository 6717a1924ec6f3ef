#include "solver/presolve/coefficient_tightening.h"

static int64_t size_of(int64_t number)
{
  return number < 0 ? -number : number;
}

/* The maximal activity of the row; false when it is unbounded. */
static bool most_of(const struct programme *p, const struct row *row, int64_t *most)
{
  *most = 0;
  for (int k = row->first; k < row->first + row->count; k++) {
    const struct term *term = &p->terms[k];
    const struct column *column = &p->columns[term->column];
    int64_t end = term->coefficient > 0 ? column->upper : column->lower;
    if (programme_is_infinite(end))
      return false;
    *most += term->coefficient * end;
  }
  return true;
}

/* For rows with an upper bound alone. */
static void tighten_row(struct programme *p, struct row *row)
{
  int64_t most;
  if (programme_is_infinite(row->upper) || !programme_is_infinite(row->lower) ||
      !most_of(p, row, &most))
    return;
  for (int k = row->first; k < row->first + row->count; k++) {
    struct term *term = &p->terms[k];
    const struct column *column = &p->columns[term->column];
    int64_t a = term->coefficient;
    if (column->lower != 0 || column->upper != 1)
      continue;
    int64_t spare = row->upper - (most - size_of(a)); /* with the term at its lesser bound */
    if (spare <= 0 || spare >= size_of(a))
      continue;
    if (a > 0) {
      term->coefficient -= spare;
      row->upper -= spare;
      most -= spare;
    } else {
      term->coefficient += spare;
    }
  }
}

static void turn_row(struct programme *p, struct row *row)
{
  int64_t lower = row->lower;
  row->lower = programme_is_infinite(row->upper) ? -PROGRAMME_INFINITY : -row->upper;
  row->upper = programme_is_infinite(lower) ? PROGRAMME_INFINITY : -lower;
  for (int k = row->first; k < row->first + row->count; k++)
    p->terms[k].coefficient = -p->terms[k].coefficient;
}

void coefficient_tightening_apply(struct programme *p)
{
  for (int i = 0; i < p->n_rows; i++) {
    struct row *row = &p->rows[i];
    tighten_row(p, row);
    turn_row(p, row);
    tighten_row(p, row);
    turn_row(p, row);
  }
}
