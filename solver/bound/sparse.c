#include "solver/bound/sparse.h"

#include <glib.h>
#include <math.h>

void sparse_open(struct sparse *s, const struct programme *p)
{
  gsize terms = (gsize)p->n_terms + 1;
  *s = (struct sparse){.m = p->n_rows, .n = p->n_columns};
  s->row_first = g_new0(int, (gsize)s->m + 1);
  s->column_first = g_new0(int, (gsize)s->n + 2);
  s->row_at = g_new(int, terms);
  s->column_at = g_new(int, terms);
  s->row_value = g_new(double, terms);
  s->column_value = g_new(double, terms);
  int at = 0;
  for (int i = 0; i < s->m; i++) {
    const struct row *row = &p->rows[i];
    for (int k = row->first; k < row->first + row->count; k++, at++) {
      s->row_at[at] = p->terms[k].column;
      s->row_value[at] = (double)p->terms[k].coefficient;
      s->column_first[p->terms[k].column +
                      2]++; /* counted two places on: filling moves each start back */
    }
    s->row_first[i + 1] = at;
  }
  for (int j = 1; j <= s->n; j++)
    s->column_first[j + 1] += s->column_first[j];
  for (int i = 0; i < s->m; i++)
    for (int k = s->row_first[i]; k < s->row_first[i + 1]; k++) {
      int place = s->column_first[s->row_at[k] + 1]++;
      s->column_at[place] = i;
      s->column_value[place] = s->row_value[k];
    }
}

void sparse_close(struct sparse *s)
{
  g_free(s->row_first);
  g_free(s->row_at);
  g_free(s->row_value);
  g_free(s->column_first);
  g_free(s->column_at);
  g_free(s->column_value);
}

static void multiply(struct sparse *s, const double *by_row, const double *by_column)
{
  for (int i = 0; i < s->m; i++)
    for (int k = s->row_first[i]; k < s->row_first[i + 1]; k++)
      s->row_value[k] *= by_row[i] * by_column[s->row_at[k]];
  for (int j = 0; j < s->n; j++)
    for (int k = s->column_first[j]; k < s->column_first[j + 1]; k++)
      s->column_value[k] *= by_column[j] * by_row[s->column_at[k]];
}

/* 1 / sqrt of the largest coefficient, or of the sum of coefficients, of each line. */
static void factors(const int *first, const double *value, int lines, bool summed, double *out)
{
  for (int i = 0; i < lines; i++) {
    double size = 0;
    for (int k = first[i]; k < first[i + 1]; k++)
      size = summed ? size + fabs(value[k]) : MAX(size, fabs(value[k]));
    out[i] = size > 0 ? 1 / sqrt(size) : 1;
  }
}

void sparse_scale(struct sparse *s, int rounds, double *rows, double *columns)
{
  g_autofree double *by_row = g_new0(double, (gsize)s->m + 1);
  g_autofree double *by_column = g_new0(double, (gsize)s->n + 1);
  for (int i = 0; i < s->m; i++)
    rows[i] = 1;
  for (int j = 0; j < s->n; j++)
    columns[j] = 1;
  /* First rows alone: a row of large coefficients is no reason to make
   * its columns small in all others. Then the largest entries (Ruiz), and the
   * sums once at the end (Pock, Chambolle). */
  for (int round = -1; round <= rounds; round++) {
    factors(s->row_first, s->row_value, s->m, round == rounds, by_row);
    factors(s->column_first, s->column_value, s->n, round == rounds, by_column);
    for (int i = 0; i < s->m && round < 0; i++)
      by_row[i] *= by_row[i];
    for (int j = 0; j < s->n && round < 0; j++)
      by_column[j] = 1;
    multiply(s, by_row, by_column);
    for (int i = 0; i < s->m; i++)
      rows[i] *= by_row[i];
    for (int j = 0; j < s->n; j++)
      columns[j] *= by_column[j];
  }
}

/* Four sums at a time, as each addition waits for the one before it. */
static double dot(const int *at, const double *value, int count, const double *x)
{
  double sums[4] = {0, 0, 0, 0};
  int k = 0;
  for (; k + 4 <= count; k += 4)
    for (int s = 0; s < 4; s++)
      sums[s] += value[k + s] * x[at[k + s]];
  for (; k < count; k++)
    sums[0] += value[k] * x[at[k]];
  return sums[0] + sums[1] + (sums[2] + sums[3]);
}

void sparse_times(const struct sparse *s, const double *x, double *out)
{
  for (int i = 0; i < s->m; i++) {
    int first = s->row_first[i];
    out[i] = dot(s->row_at + first, s->row_value + first, s->row_first[i + 1] - first, x);
  }
}

void sparse_times_transposed(const struct sparse *s, const double *y, double *out)
{
  for (int j = 0; j < s->n; j++) {
    int first = s->column_first[j];
    out[j] = dot(s->column_at + first, s->column_value + first, s->column_first[j + 1] - first, y);
  }
}
