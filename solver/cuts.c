#include "solver/cuts.h"

#include <glib.h>
#include <math.h>

enum {
  DIVISORS_MOST = 60, /* tried for a row */
  FLIPS_MOST = 25,    /* columns counted from the other end instead, for a row */
};

static const int64_t coefficient_most = INT64_C(1) << 32;

/* How far beyond a row, in multiples of its norm, a point has to be. */
static const double violation_least = 2e-3;

/* A row a x <= b as it is rounded: each column x is counted from one of its
 * bounds, so that y = x - lower or y = upper - x, and a y <= b. */
struct rounding {
  const struct programme *programme;
  int first, count; /* the row's terms */
  int64_t *a;       /* [count] coefficients of y */
  int64_t b;        /* what they may come to */
  bool *flipped;    /* y counts down from the upper bound */
  double *y;        /* [count] the point */
};

/* What a cut was made of. */
struct source {
  int row;
  double share; /* of the cut's unit in the row's */
};

struct cuts {
  struct programme *programme;
  int n_rows;       /* of the programme without its cuts */
  GHashTable *seen; /* of cuts made so far, by what they say */
  struct rounding rounding;
  GArray *sources;   /* of each cut */
  int64_t *divisors; /* room for what is tried */
};

struct cuts *cuts_new(struct programme *programme)
{
  struct cuts *cuts = g_new0(struct cuts, 1);
  int longest = 0;
  for (int i = 0; i < programme->n_rows; i++)
    longest = MAX(longest, programme->rows[i].count);
  cuts->programme = programme;
  cuts->n_rows = programme->n_rows;
  cuts->seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  cuts->sources = g_array_new(FALSE, FALSE, sizeof(struct source));
  cuts->rounding = (struct rounding){.programme = programme,
                                     .a = g_new(int64_t, (gsize)longest + 1),
                                     .flipped = g_new(bool, (gsize)longest + 1),
                                     .y = g_new(double, (gsize)longest + 1)};
  cuts->divisors = g_new(int64_t, 3 * (gsize)longest + 1);
  return cuts;
}

void cuts_free(struct cuts *cuts)
{
  if (!cuts)
    return;
  g_hash_table_destroy(cuts->seen);
  g_array_free(cuts->sources, TRUE);
  g_free(cuts->rounding.a);
  g_free(cuts->rounding.flipped);
  g_free(cuts->rounding.y);
  g_free(cuts->divisors);
  g_free(cuts);
}

static bool is_endless(int64_t bound)
{
  return bound <= -PROGRAMME_INFINITY || bound >= PROGRAMME_INFINITY;
}

/* sum += a * b, if that can be. */
static bool add_product(int64_t *sum, int64_t a, int64_t b)
{
  int64_t product;
  return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(*sum, product, sum);
}

static int64_t divide_down(int64_t a, int64_t b)
{
  g_assert(b > 0);
  int64_t q = a / b;
  return q - (a % b < 0);
}

static const struct column *column_of(const struct rounding *r, int k)
{
  return &r->programme->columns[r->programme->terms[r->first + k].column];
}

/* Counts the k-th column from its other bound. False: it has none. */
static bool flip(struct rounding *r, int k)
{
  const struct column *column = column_of(r, k);
  if (is_endless(column->lower) || is_endless(column->upper) ||
      !add_product(&r->b, -r->a[k], column->upper - column->lower))
    return false;
  r->a[k] = -r->a[k];
  r->y[k] = (double)(column->upper - column->lower) - r->y[k];
  r->flipped[k] = !r->flipped[k];
  return true;
}

/* Reads a row, `sign` -1 for its lower bound, with each column counted from the
 * bound that is nearer to the point. False: it can't be rounded. */
static bool read_row(struct rounding *r, const struct row *row, int sign, const double *x)
{
  r->first = row->first;
  r->count = row->count;
  r->b = sign > 0 ? row->upper : -row->lower;
  for (int k = 0; k < r->count; k++) {
    const struct column *column = column_of(r, k);
    r->a[k] = sign * r->programme->terms[r->first + k].coefficient;
    r->flipped[k] = false;
    if (is_endless(column->lower) || ABS(r->a[k]) > coefficient_most ||
        !add_product(&r->b, -r->a[k], column->lower))
      return false;
    r->y[k] = x[r->programme->terms[r->first + k].column] - (double)column->lower;
    if (!is_endless(column->upper) && (double)(column->upper - column->lower) < 2 * r->y[k] &&
        !flip(r, k))
      return false;
  }
  return ABS(r->b) < PROGRAMME_INFINITY;
}

/* What the rounded row says of a coefficient, with rest = b mod divisor. */
static int64_t rounded(int64_t a, int64_t divisor, int64_t rest)
{
  int64_t down = divide_down(a, divisor);
  return down * (divisor - rest) + MAX(0, a - down * divisor - rest);
}

/* By how much the point breaks the row rounded after division. */
static double violation(const struct rounding *r, int64_t divisor)
{
  int64_t down = divide_down(r->b, divisor), rest = r->b - down * divisor;
  double activity = -(double)(down * (divisor - rest)), square = 0;
  if (rest == 0)
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

/* Coefficients of what lies between its bounds, and parts of them. */
static int list_divisors(struct cuts *cuts)
{
  const struct rounding *r = &cuts->rounding;
  int n = 0, kept = 0;
  int64_t largest = 0;
  for (int k = 0; k < r->count; k++) {
    if (r->y[k] <= 1e-6)
      continue;
    largest = MAX(largest, ABS(r->a[k]));
    for (int part = 1; part <= 4; part *= 2)
      if (ABS(r->a[k]) / part > 1 && n < 3 * DIVISORS_MOST)
        cuts->divisors[n++] = ABS(r->a[k]) / part;
  }
  if (largest > 0)
    cuts->divisors[n++] = largest + 1;
  qsort(cuts->divisors, (size_t)n, sizeof *cuts->divisors, compare_falling);
  for (int k = 0; k < n; k++)
    if (kept == 0 || cuts->divisors[kept - 1] != cuts->divisors[k])
      cuts->divisors[kept++] = cuts->divisors[k];
  return MIN(kept, DIVISORS_MOST);
}

/* The best divisor, then the best ends to count from. How much the point
 * breaks the result. */
static double best_rounding(struct cuts *cuts, int64_t *divisor)
{
  struct rounding *r = &cuts->rounding;
  double best = 0;
  int n = list_divisors(cuts);
  for (int k = 0; k < n; k++) {
    double found = violation(r, cuts->divisors[k]);
    if (found > best) {
      best = found;
      *divisor = cuts->divisors[k];
    }
  }
  int flips = 0;
  for (int k = 0; best > 0 && k < r->count && flips < FLIPS_MOST; k++) {
    if (r->y[k] <= 1e-6 || !flip(r, k))
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

static void mix(int64_t *hash, int64_t value)
{
  *hash = (int64_t)(((uint64_t)*hash ^ (uint64_t)value) * UINT64_C(0x9e3779b97f4a7c15));
  *hash ^= (int64_t)((uint64_t)*hash >> 29);
}

/* Adds the rounded row in terms of the columns, unless it is there already. */
static bool add_cut(struct cuts *cuts, int64_t divisor, int row, int sign)
{
  const struct rounding *r = &cuts->rounding;
  int64_t down = divide_down(r->b, divisor), rest = r->b - down * divisor;
  int64_t upper = down * (divisor - rest), hash = 0;
  bool fine = true;
  for (int k = 0; k < r->count && fine; k++) {
    const struct column *column = column_of(r, k);
    int64_t a = rounded(r->a[k], divisor, rest);
    if (a == 0)
      continue;
    int j = r->programme->terms[r->first + k].column;
    fine =
        add_product(&upper, r->flipped[k] ? -a : a, r->flipped[k] ? column->upper : column->lower);
    programme_add_term(cuts->programme, j, r->flipped[k] ? -a : a);
    mix(&hash, j);
    mix(&hash, r->flipped[k] ? -a : a);
  }
  mix(&hash, upper);
  int64_t *key = g_memdup2(&hash, sizeof hash);
  if (!fine || !g_hash_table_add(cuts->seen, key)) {
    programme_drop_terms(cuts->programme);
    return false;
  }
  struct source source = {row, sign * (double)(divisor - rest) / (double)divisor};
  g_array_append_val(cuts->sources, source);
  programme_add_row(cuts->programme, -PROGRAMME_INFINITY, upper, cuts->programme->rows[row].label);
  return true;
}

/* Is the point so near this end of the row that rounding may cut it off? */
static bool is_near(const struct programme *p, const struct row *row, int sign, const double *x)
{
  int64_t end = sign > 0 ? row->upper : row->lower;
  if (is_endless(end))
    return false;
  double activity = 0, largest = 1;
  for (int k = row->first; k < row->first + row->count; k++) {
    activity += (double)p->terms[k].coefficient * x[p->terms[k].column];
    largest = MAX(largest, fabs((double)p->terms[k].coefficient));
  }
  return sign * ((double)end - activity) < 0.2 * largest;
}

int cuts_add(struct cuts *cuts, const double *x)
{
  struct programme *p = cuts->programme;
  int added = 0;
  for (int i = 0; i < cuts->n_rows; i++)
    for (int sign = -1; sign <= 1; sign += 2) {
      int64_t divisor = 0;
      if (!is_near(p, &p->rows[i], sign, x) || !read_row(&cuts->rounding, &p->rows[i], sign, x))
        continue;
      if (best_rounding(cuts, &divisor) > violation_least)
        added += add_cut(cuts, divisor, i, sign);
    }
  return added;
}

void cuts_credit(const struct cuts *cuts, double *prices, int n_priced)
{
  for (int i = cuts->n_rows; i < n_priced; i++) {
    const struct source *source = &g_array_index(cuts->sources, struct source, i - cuts->n_rows);
    prices[source->row] += source->share * prices[i];
  }
}
