#include "solver/bound/aggregation.h"

#include "model/integer.h"

#include <glib.h>

/* Larger numbers are refused, so that what is made of the sum can't overflow. */
static const int64_t number_most = INT64_C(1) << 40;

void aggregation_open(struct aggregation *aggregation, const struct programme *programme)
{
  gsize columns = (gsize)programme->n_columns + 1;
  *aggregation = (struct aggregation){.programme = programme,
                                      .columns = g_new(int, columns),
                                      .a = g_new0(int64_t, columns),
                                      .holds = g_new0(bool, columns)};
}

void aggregation_close(struct aggregation *aggregation)
{
  g_free(aggregation->columns);
  g_free(aggregation->a);
  g_free(aggregation->holds);
}

static bool is_fine(int64_t number)
{
  return number < number_most && number > -number_most;
}

/* *sum = s * *sum + t * a. False: too large. */
static bool combine(int64_t *sum, int64_t s, int64_t t, int64_t a)
{
  int64_t left, right;
  return !__builtin_mul_overflow(s, *sum, &left) && !__builtin_mul_overflow(t, a, &right) &&
         !__builtin_add_overflow(left, right, sum) && is_fine(*sum);
}

/* The aggregation `scale` times, and `times` times the row. */
static bool add_row(struct aggregation *m, int64_t scale, int i, int64_t times)
{
  const struct programme *p = m->programme;
  const struct row *row = &p->rows[i];
  int64_t end = times > 0 ? row->upper : row->lower;
  bool fine = ABS(end) < PROGRAMME_INFINITY && combine(&m->b, scale, times, end);
  for (int k = 0; k < m->count && fine && scale != 1; k++)
    fine = combine(&m->a[m->columns[k]], scale, 0, 0);
  for (int k = 0; k < m->n_parts && fine; k++)
    fine = combine(&m->parts[k].times, scale, 0, 0);
  for (int k = row->first; k < row->first + row->count && fine; k++) {
    int j = p->terms[k].column;
    fine = combine(&m->a[j], 1, times, p->terms[k].coefficient);
    if (!m->holds[j])
      m->columns[m->count++] = j;
    m->holds[j] = true;
  }
  m->parts[m->n_parts++] = (struct aggregation_part){i, times};
  return fine && is_fine(times);
}

bool aggregation_begin(struct aggregation *m, int row, int sign)
{
  for (int k = 0; k < m->count; k++) {
    m->a[m->columns[k]] = 0;
    m->holds[m->columns[k]] = false;
  }
  m->count = m->n_parts = 0;
  m->b = 0;
  return add_row(m, 1, row, sign);
}

bool aggregation_add(struct aggregation *m, int row, int64_t times)
{
  return m->n_parts < AGGREGATION_PARTS_MOST && add_row(m, 1, row, times);
}

bool aggregation_eliminate(struct aggregation *m, int column, int row)
{
  const struct programme *p = m->programme;
  int64_t a = m->a[column], other = 0;
  for (int k = p->rows[row].first; k < p->rows[row].first + p->rows[row].count; k++)
    if (p->terms[k].column == column)
      other = p->terms[k].coefficient;
  if (m->n_parts == AGGREGATION_PARTS_MOST || a == 0 || other == 0)
    return false;
  int64_t divisor = integer_gcd(a, other);
  return add_row(m, ABS(other) / divisor, row, (other > 0 ? -a : a) / divisor);
}
