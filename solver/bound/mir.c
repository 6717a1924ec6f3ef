#include "solver/bound/mir.h"

#include "model/integer.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

enum {
  DIVISORS_MOST = 60, /* tried for an aggregation */
  FLIPS_MOST = 25,    /* columns tried complemented the other way */
  PARTS = 4,          /* a divisor may be 1, 1/2 or 1/4 of a coefficient */
};

/* At less than this a column is at its bound. */
static const double small = 1e-6;

void mir_open(struct mir *r, const struct programme *programme)
{
  gsize room = (gsize)programme->n_columns + AGGREGATION_PARTS_MOST;
  *r = (struct mir){.programme = programme,
                    .columns = g_new(int, room),
                    .a = g_new(int64_t, room),
                    .flipped = g_new(bool, room),
                    .y = g_new(double, room),
                    .divisors = g_new(int64_t, PARTS * DIVISORS_MOST + 1)};
}

void mir_close(struct mir *r)
{
  g_free(r->columns);
  g_free(r->a);
  g_free(r->flipped);
  g_free(r->y);
  g_free(r->divisors);
}

/* Complements the k-th column: measures it from its other bound. False: it has none. */
static bool flip(struct mir *r, int k)
{
  if (r->columns[k] < 0)
    return false;
  const struct column *column = &r->programme->columns[r->columns[k]];
  if (programme_is_infinite(column->lower) || programme_is_infinite(column->upper) ||
      !integer_add_product(&r->b, -r->a[k], column->upper - column->lower))
    return false;
  r->a[k] = -r->a[k];
  r->y[k] = (double)(column->upper - column->lower) - r->y[k];
  r->flipped[k] = !r->flipped[k];
  return true;
}

static bool read_column(struct mir *r, int j, int64_t a, double x)
{
  const struct column *column = &r->programme->columns[j];
  if (column->lower == column->upper)
    return integer_add_product(&r->b, -a, column->lower);
  if (programme_is_infinite(column->lower) || !integer_add_product(&r->b, -a, column->lower))
    return false;
  int k = r->count++;
  r->columns[k] = j;
  r->a[k] = a;
  r->flipped[k] = false;
  r->y[k] = x - (double)column->lower;
  bool far = !programme_is_infinite(column->upper) &&
             (double)(column->upper - column->lower) < 2 * r->y[k];
  return !far || flip(r, k);
}

bool mir_read(struct mir *r, const struct aggregation *aggregation, const double *x,
              const double *slack)
{
  r->count = 0;
  r->b = aggregation->b;
  for (int k = 0; k < aggregation->count; k++) {
    int j = aggregation->columns[k];
    if (aggregation->a[j] != 0 && !read_column(r, j, aggregation->a[j], x[j]))
      return false;
  }
  for (int k = 0; k < aggregation->n_parts; k++) {
    const struct row *row = &r->programme->rows[aggregation->parts[k].row];
    if (row->lower == row->upper)
      continue;
    r->columns[r->count] = -1 - k;
    r->a[r->count] = ABS(aggregation->parts[k].times);
    r->flipped[r->count] = false;
    r->y[r->count++] = MAX(0, slack[k]);
  }
  return ABS(r->b) < PROGRAMME_INFINITY;
}

/* The MIR coefficient of a / divisor, times (divisor - rest), with rest = b mod divisor. */
static int64_t rounded(int64_t a, int64_t divisor, int64_t rest)
{
  int64_t down = integer_divide_down(a, divisor);
  return down * (divisor - rest) + MAX(0, a - down * divisor - rest);
}

/* The efficacy of the cut by this divisor. */
static double violation(const struct mir *r, int64_t divisor)
{
  int64_t down = integer_divide_down(r->b, divisor), rest = r->b - down * divisor;
  double activity = -(double)down * (double)(divisor - rest), square = 0;
  if (rest == 0 || ABS(down) > INT64_C(1) << 20)
    return 0;
  for (int k = 0; k < r->count; k++) {
    double a = (double)rounded(r->a[k], divisor, rest);
    activity += a * r->y[k];
    square += a * a;
  }
  return square > 0 ? activity / sqrt(square) : 0;
}

static int compare_falling(const void *a, const void *b)
{
  int64_t p = *(const int64_t *)a, q = *(const int64_t *)b;
  return (p < q) - (p > q);
}

/* Divisors to try: coefficients of columns between their bounds, and parts of them. */
static int list_divisors(struct mir *r)
{
  int n = 0, kept = 0;
  int64_t largest = 0;
  for (int k = 0; k < r->count; k++) {
    if (r->y[k] <= small)
      continue;
    largest = MAX(largest, ABS(r->a[k]));
    for (int part = 1; part <= PARTS; part *= 2)
      if (ABS(r->a[k]) / part > 1 && n < PARTS * DIVISORS_MOST)
        r->divisors[n++] = ABS(r->a[k]) / part;
  }
  if (largest > 0)
    r->divisors[n++] = largest + 1;
  qsort(r->divisors, (size_t)n, sizeof *r->divisors, compare_falling);
  for (int k = 0; k < n; k++)
    if (kept == 0 || r->divisors[kept - 1] != r->divisors[k])
      r->divisors[kept++] = r->divisors[k];
  return MIN(kept, DIVISORS_MOST);
}

double mir_search(struct mir *r, int64_t *divisor)
{
  double best = 0;
  int n = list_divisors(r), flips = 0;
  for (int k = 0; k < n; k++) {
    double found = violation(r, r->divisors[k]);
    if (found > best) {
      best = found;
      *divisor = r->divisors[k];
    }
  }
  for (int k = 0; best > 0 && k < r->count && flips < FLIPS_MOST; k++) {
    if (r->y[k] <= small || !flip(r, k))
      continue;
    flips++;
    double found = violation(r, *divisor);
    if (found > best + 1e-9)
      best = found;
    else
      flip(r, k);
  }
  return best;
}

/* Replaces a slack of coefficient `a` by the row that it is the slack of. */
static bool write_slack(const struct aggregation *aggregation, int part, int64_t a,
                        struct programme *programme, int64_t *upper)
{
  const struct aggregation_part *from = &aggregation->parts[part];
  const struct row *row = &programme->rows[from->row];
  int64_t sign = from->times > 0 ? -1 : 1;
  bool fine = integer_add_product(upper, sign * a, from->times > 0 ? row->upper : row->lower);
  for (int k = row->first; fine && k < row->first + row->count; k++) {
    int64_t product = 0;
    struct term term = programme->terms[k];
    fine = integer_add_product(&product, sign * a, term.coefficient) &&
           ABS(product) < PROGRAMME_INFINITY;
    if (fine)
      programme_add_term(programme, term.column, product);
  }
  return fine;
}

bool mir_write(const struct mir *r, const struct aggregation *aggregation, int64_t divisor,
               struct programme *programme, int64_t *upper)
{
  int64_t down = integer_divide_down(r->b, divisor), rest = r->b - down * divisor;
  bool fine = true;
  *upper = 0;
  fine = integer_add_product(upper, down, divisor - rest);
  for (int k = 0; k < r->count && fine; k++) {
    int64_t a = rounded(r->a[k], divisor, rest);
    int j = r->columns[k];
    if (a == 0)
      continue;
    if (ABS(a) >= PROGRAMME_INFINITY) {
      fine = false;
    } else if (j < 0) {
      fine = write_slack(aggregation, -1 - j, a, programme, upper);
    } else {
      const struct column *column = &r->programme->columns[j];
      fine = r->flipped[k] ? integer_add_product(upper, -a, column->upper)
                           : integer_add_product(upper, a, column->lower);
      programme_add_term(programme, j, r->flipped[k] ? -a : a);
    }
  }
  fine = fine && ABS(*upper) < PROGRAMME_INFINITY;
  if (!fine)
    programme_drop_terms(programme);
  return fine;
}

double mir_share(const struct mir *r, int64_t divisor)
{
  int64_t down = integer_divide_down(r->b, divisor), rest = r->b - down * divisor;
  return (double)(divisor - rest) / (double)divisor;
}
