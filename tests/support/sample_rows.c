#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>

int sample_column(struct programme *programme, int64_t lower, int64_t upper, int64_t cost)
{
  struct column column = {.lower = lower, .upper = upper, .cost = cost, .label = LABEL_NONE};
  return programme_add_column(programme, column);
}

int sample_placement(struct programme *programme, int clinician, int slot, int64_t cost)
{
  struct column column = {.upper = 1, .cost = cost, .placement = true, .label = LABEL_NONE};
  column.label.clinician = clinician;
  column.label.slot = slot;
  return programme_add_column(programme, column);
}

int sample_row(struct programme *programme, int64_t lower, const int64_t *coefficients,
               int64_t upper)
{
  for (int j = 0; j < programme->n_columns; j++)
    if (coefficients[j] != 0)
      programme_add_term(programme, j, coefficients[j]);
  return programme_add_row(programme, lower, upper, LABEL_NONE);
}

double sample_dual_value(const struct programme *programme, const double *prices)
{
  const struct programme *p = programme;
  g_autofree double *costs = g_new(double, (gsize)p->n_columns + 1);
  double value = 0;
  for (int j = 0; j < p->n_columns; j++)
    costs[j] = (double)p->columns[j].cost;
  for (int i = 0; i < p->n_rows; i++) {
    int64_t end = prices[i] > 0 ? p->rows[i].lower : p->rows[i].upper;
    if (fabs(prices[i]) < 1e-9)
      continue;
    if (programme_is_infinite(end))
      return -INFINITY;
    value += prices[i] * (double)end;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      costs[p->terms[k].column] -= prices[i] * (double)p->terms[k].coefficient;
  }
  for (int j = 0; j < p->n_columns; j++)
    value += costs[j] * (double)(costs[j] > 0 ? p->columns[j].lower : p->columns[j].upper);
  return value;
}

struct programme *sample_two_sessions(void)
{
  static const int64_t rows[][6] = {{1, 0, 1, 0, 1, 0}, {0, 1, 0, 1, 0, 1}, {1, 1, 0, 0, 0, 0}};
  struct programme *p = programme_new();
  for (int j = 0; j < 4; j++)
    sample_placement(p, j / 2, j % 2, j < 2 ? 0 : 3);
  sample_column(p, 0, 1, 7);
  sample_column(p, 0, 1, 7);
  for (int i = 0; i < 2; i++)
    sample_row(p, 1, rows[i], PROGRAMME_INFINITY);
  sample_row(p, 0, rows[2], 1);
  return p;
}
