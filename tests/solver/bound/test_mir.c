/* Whatever rows are added up, at whatever point and by whatever divisor they are
 * rounded: every solution satisfies what comes of it. */
#include "solver/bound/mir.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PROGRAMMES = 400, TIMES = 150 };

/* The last row breaks no lawful point of the rows before it. */
static void last_row_holds(struct programme *p)
{
  int n = p->n_columns, at = 0;
  g_autofree int64_t *x = g_new(int64_t, (gsize)n + 1);
  for (int j = 0; j < n; j++)
    x[j] = p->columns[j].lower;
  while (at < n) {
    int broken = programme_first_broken(p, x);
    assert_int_not_equal(broken, p->n_rows - 1);
    for (at = 0; at < n && x[at] == p->columns[at].upper; at++)
      x[at] = p->columns[at].lower;
    if (at < n)
      x[at]++;
  }
}

static bool holds(const struct programme *p, int row, int column)
{
  for (int k = p->rows[row].first; k < p->rows[row].first + p->rows[row].count; k++)
    if (p->terms[k].column == column)
      return true;
  return false;
}

/* Some rows added up, with columns taken out. False: they can't be. */
static bool add_some(struct aggregation *aggregation, GRand *rand, int rows)
{
  const struct programme *p = aggregation->programme;
  if (!aggregation_begin(aggregation, g_rand_int_range(rand, 0, rows),
                         g_rand_boolean(rand) ? 1 : -1) ||
      aggregation->count == 0)
    return false;
  for (int steps = g_rand_int_range(rand, 0, 4); steps > 0; steps--) {
    int column = aggregation->columns[g_rand_int_range(rand, 0, aggregation->count)];
    int row = g_rand_int_range(rand, 0, rows);
    if (aggregation->a[column] != 0 && holds(p, row, column) &&
        !aggregation_eliminate(aggregation, column, row))
      return false;
  }
  return true;
}

static void rounded_sums_keep_every_solution(void **state)
{
  (void)state;
  int single = 0, sums = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *p = sample_tiny(seed);
    GRand *rand = g_rand_new_with_seed((guint32)seed);
    g_autofree double *point = g_new(double, (gsize)p->n_columns + 1);
    struct aggregation aggregation;
    struct mir mir;
    double slack[AGGREGATION_PARTS_MOST];
    int rows = p->n_rows, made = 0;
    aggregation_open(&aggregation, p);
    mir_open(&mir, p);
    for (int times = 0; times < TIMES && rows > 0; times++) {
      int64_t divisor, upper;
      if (!add_some(&aggregation, rand, rows))
        continue;
      for (int j = 0; j < p->n_columns; j++)
        point[j] = g_rand_double_range(rand, (double)p->columns[j].lower,
                                       (double)p->columns[j].upper + 1e-9);
      for (int k = 0; k < aggregation.n_parts; k++)
        slack[k] = g_rand_double_range(rand, 0, 1);
      if (!mir_read(&mir, &aggregation, point, slack) || mir_search(&mir, &divisor) <= 0 ||
          !mir_write(&mir, &aggregation, divisor, p, &upper))
        continue;
      programme_add_row(p, -PROGRAMME_INFINITY, upper, LABEL_NONE);
      made++;
      single += aggregation.n_parts == 1;
      sums += aggregation.n_parts > 1;
      if (made <= 10)
        last_row_holds(p);
    }
    aggregation_close(&aggregation);
    mir_close(&mir);
    g_rand_free(rand);
    programme_free(p);
  }
  assert_true(single > PROGRAMMES);
  assert_true(sums > PROGRAMMES);
}

/* 5 x + 3 y <= 7, divided by 5: x takes 3 fifths of a unit of the rounded row's 3, y a
 * fifth, as 3 is 1 beyond the rest of 2. Complemented, x is 10 - x'. */
static void one_row_is_rounded_as_by_hand(void **state)
{
  (void)state;
  static const int64_t row[] = {5, 3};
  static const double low[] = {1.4, 0}, high[] = {9, 0}, slack[] = {0};
  struct programme *p = programme_new();
  struct aggregation aggregation;
  struct mir mir;
  int64_t upper;
  sample_column(p, 0, 10, 0);
  sample_column(p, 0, 10, 0);
  sample_row(p, -PROGRAMME_INFINITY, row, 7);
  aggregation_open(&aggregation, p);
  mir_open(&mir, p);
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_true(mir_read(&mir, &aggregation, low, slack));
  assert_true(mir_write(&mir, &aggregation, 5, p, &upper));
  assert_int_equal(p->n_terms - p->open_from, 2);
  assert_int_equal(p->terms[p->open_from].coefficient, 3);
  assert_int_equal(p->terms[p->open_from + 1].coefficient, 1);
  assert_int_equal(upper, 3);
  assert_true(mir_share(&mir, 5) > 0.599 && mir_share(&mir, 5) < 0.601);
  programme_drop_terms(p);
  assert_true(mir_read(&mir, &aggregation, high, slack)); /* -5 x' + 3 y <= -43 */
  assert_true(mir.flipped[0]);
  assert_int_equal(mir.b, -43);
  assert_true(mir_write(&mir, &aggregation, 5, p, &upper)); /* -3 x' + y <= -27 */
  assert_int_equal(p->terms[p->open_from].coefficient, 3);
  assert_int_equal(p->terms[p->open_from + 1].coefficient, 1);
  assert_int_equal(upper, 3);
  programme_drop_terms(p);
  mir_close(&mir);
  aggregation_close(&aggregation);
  programme_free(p);
}

/* One row a x <= b of a column without an end at the point: the efficacy that is found. */
static double efficacy_of(int64_t a, int64_t b, double point)
{
  static const double slack[] = {0};
  struct programme *p = programme_new();
  struct aggregation aggregation;
  struct mir mir;
  int64_t divisor;
  sample_column(p, 0, PROGRAMME_INFINITY, 0);
  sample_row(p, -PROGRAMME_INFINITY, &a, b);
  aggregation_open(&aggregation, p);
  mir_open(&mir, p);
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_true(mir_read(&mir, &aggregation, &point, slack));
  double found = mir_search(&mir, &divisor);
  mir_close(&mir);
  aggregation_close(&aggregation);
  programme_free(p);
  return found;
}

/* 5 x <= 7 cuts 1.4 off, 0.4 from x <= 1. What divides without a rest says no more than the
 * row, even of a point that breaks it; and 5 x <= 2^39 would be rounded by numbers that are
 * too large. */
static void only_a_rest_of_moderate_size_is_rounded(void **state)
{
  (void)state;
  const int64_t large = INT64_C(1) << 39, whole = large / 5;
  assert_true(fabs(efficacy_of(5, 7, 1.4) - 0.4) < 1e-9);
  assert_true(efficacy_of(5, 10, 2) == 0);
  assert_true(efficacy_of(1, 2, 2.5) == 0);
  assert_true(efficacy_of(5, large, (double)large / 5) == 0);
  assert_true(efficacy_of(5, large - 5 * whole + 10, (double)whole) > 0);
}

/* 2 x + 3 z <= 5, and twice w - x <= 1: 3 z + 2 w + s + 2 t = 7, s and t their slacks. By 3,
 * with a rest of 1, that is 2 z + w + t <= 4. At z = 13 / 6 and t = 1 / 4 it is broken by
 * 7 / 12. */
static void slacks_count_as_they_are(void **state)
{
  (void)state;
  static const int64_t rows[][3] = {{2, 3, 0}, {-1, 0, 1}};
  static const double point[] = {-0.75, 13.0 / 6, 0}, slack[] = {0, 0.25}, none[] = {-0.5, -1};
  struct programme *p = programme_new();
  struct aggregation aggregation;
  struct mir mir;
  int64_t divisor = 0;
  for (int j = 0; j < 3; j++)
    sample_column(p, j == 0 ? -9 : 0, PROGRAMME_INFINITY, 0);
  sample_row(p, -PROGRAMME_INFINITY, rows[0], 5);
  sample_row(p, -PROGRAMME_INFINITY, rows[1], 1);
  aggregation_open(&aggregation, p);
  mir_open(&mir, p);
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_true(aggregation_eliminate(&aggregation, 0, 1));
  assert_int_equal(aggregation.b, 7);
  assert_true(mir_read(&mir, &aggregation, point, slack));
  assert_true(mir.y[2] == 0 && mir.y[3] == 0.25);
  assert_true(fabs(mir_search(&mir, &divisor) - 7.0 / 12 / sqrt(4 + 1 + 1)) < 1e-9);
  assert_int_equal(divisor, 3);
  assert_true(mir_read(&mir, &aggregation, point, none)); /* a row that is broken has none */
  assert_true(mir.y[2] == 0 && mir.y[3] == 0);
  mir_close(&mir);
  aggregation_close(&aggregation);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rounded_sums_keep_every_solution),
      cmocka_unit_test(one_row_is_rounded_as_by_hand),
      cmocka_unit_test(only_a_rest_of_moderate_size_is_rounded),
      cmocka_unit_test(slacks_count_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
