#include "tests/support/sample.h"

#include <glib.h>

struct programme *sample_tiny(uint64_t seed)
{
  GRand *rand = g_rand_new_with_seed((guint32)seed);
  struct programme *p = programme_new();
  int columns = g_rand_int_range(rand, 1, 10);
  for (int j = 0; j < columns; j++) {
    struct column column = {.label = LABEL_NONE};
    column.placement = g_rand_int_range(rand, 0, 3) > 0;
    column.lower = column.placement ? 0 : g_rand_int_range(rand, -2, 1);
    column.upper = column.placement ? 1 : column.lower + g_rand_int_range(rand, 0, 4);
    column.cost = g_rand_int_range(rand, -9, 10);
    column.label.clinician = j % 3;
    column.label.slot = j / 3;
    programme_add_column(p, column);
  }
  int rows = g_rand_int_range(rand, 0, 9);
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < columns; j++)
      if (g_rand_boolean(rand))
        programme_add_term(p, j, g_rand_int_range(rand, -6, 7));
    int64_t lower = g_rand_int_range(rand, -12, 6);
    int64_t upper = lower + g_rand_int_range(rand, 0, 12);
    int kind = g_rand_int_range(rand, 0, 3);
    programme_add_row(p, kind == 1 ? -PROGRAMME_INFINITY : lower,
                      kind == 2 ? PROGRAMME_INFINITY : upper, LABEL_NONE);
  }
  g_rand_free(rand);
  return p;
}

bool sample_enumerate(const struct programme *programme, int64_t *cost)
{
  int n = programme->n_columns;
  g_autofree int64_t *x = g_new(int64_t, (gsize)n + 1);
  for (int j = 0; j < n; j++)
    x[j] = programme->columns[j].lower;
  bool found = false;
  for (int at = 0; at < n || n == 0;) {
    if (programme_first_broken(programme, x) < 0) {
      int64_t here = programme_objective(programme, x);
      *cost = found ? MIN(*cost, here) : here;
      found = true;
    }
    for (at = 0; at < n && x[at] == programme->columns[at].upper; at++)
      x[at] = programme->columns[at].lower;
    if (at == n)
      break;
    x[at]++;
  }
  return found;
}

bool sample_same_points(const struct programme *a, const struct programme *b)
{
  int n = a->n_columns, at = 0;
  g_autofree int64_t *x = g_new(int64_t, (gsize)n + 1);
  for (int j = 0; j < n; j++)
    x[j] = a->columns[j].lower;
  while (at < n) {
    if ((programme_first_broken(a, x) < 0) != (programme_first_broken(b, x) < 0))
      return false;
    for (at = 0; at < n && x[at] == a->columns[at].upper; at++)
      x[at] = a->columns[at].lower;
    if (at < n)
      x[at]++;
  }
  return true;
}

/* The columns with some of the rows, but for the one at `without`. */
static struct programme *with_rows(const struct programme *programme, const int *rows, int count,
                                   int without)
{
  struct programme *out = programme_new();
  for (int j = 0; j < programme->n_columns; j++)
    programme_add_column(out, programme->columns[j]);
  for (int k = 0; k < count; k++) {
    const struct row *row = &programme->rows[rows[k]];
    if (k == without)
      continue;
    for (int t = row->first; t < row->first + row->count; t++)
      programme_add_term(out, programme->terms[t].column, programme->terms[t].coefficient);
    programme_add_row(out, row->lower, row->upper, row->label);
  }
  return out;
}

bool sample_is_irreducible(const struct programme *programme, const int *rows, int count)
{
  bool irreducible = true;
  for (int without = -1; without < count; without++) {
    struct programme *some = with_rows(programme, rows, count, without);
    int64_t cost;
    irreducible = irreducible && sample_enumerate(some, &cost) == (without >= 0);
    programme_free(some);
  }
  return irreducible;
}
