/* Sums of rows in whole numbers: at every point they are what the rows say, slacks and
 * all, and the column that was to go is gone. */
#include "solver/bound/aggregation.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

/* 2 x + 3 y <= 12;  4 x + z >= 6;  x + y + z = 5. */
static struct programme *three_rows(void)
{
  static const int64_t rows[][3] = {{2, 3, 0}, {4, 0, 1}, {1, 1, 1}};
  struct programme *p = programme_new();
  for (int j = 0; j < 3; j++)
    sample_column(p, 0, 9, 0);
  sample_row(p, -PROGRAMME_INFINITY, rows[0], 12);
  sample_row(p, 6, rows[1], PROGRAMME_INFINITY);
  sample_row(p, 5, rows[2], 5);
  return p;
}

/* a x + |times| slacks = b, whatever x is, when each slack is what its row leaves. */
static void assert_is_a_sum(const struct aggregation *aggregation)
{
  const struct programme *p = aggregation->programme;
  for (int point = 0; point < 1000; point++) {
    const int64_t x[] = {point % 10, point / 10 % 10, point / 100};
    int64_t sum = 0;
    for (int k = 0; k < aggregation->count; k++)
      sum += aggregation->a[aggregation->columns[k]] * x[aggregation->columns[k]];
    for (int k = 0; k < aggregation->n_parts; k++) {
      const struct aggregation_part *part = &aggregation->parts[k];
      int64_t activity = programme_activity(p, part->row, x);
      int64_t slack = part->times > 0 ? p->rows[part->row].upper - activity
                                      : activity - p->rows[part->row].lower;
      sum += ABS(part->times) * slack;
    }
    assert_int_equal(sum, aggregation->b);
  }
}

static void a_row_is_taken_by_an_end_it_has(void **state)
{
  (void)state;
  struct programme *p = three_rows();
  struct aggregation aggregation;
  aggregation_open(&aggregation, p);
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_int_equal(aggregation.b, 12);
  assert_is_a_sum(&aggregation);
  assert_false(aggregation_begin(&aggregation, 0, -1)); /* it has no lower bound */
  assert_true(aggregation_begin(&aggregation, 1, -1));
  assert_int_equal(aggregation.b, -6);
  assert_int_equal(aggregation.a[0], -4);
  assert_int_equal(aggregation.a[1], 0); /* nothing is left of the row before */
  assert_is_a_sum(&aggregation);
  aggregation_close(&aggregation);
  programme_free(p);
}

static void a_column_is_taken_out(void **state)
{
  (void)state;
  struct programme *p = three_rows();
  struct aggregation aggregation;
  aggregation_open(&aggregation, p);
  /* 2 (2 x + 3 y <= 12) - (4 x + z >= 6): 6 y - z <= 18 */
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_true(aggregation_eliminate(&aggregation, 0, 1));
  assert_int_equal(aggregation.a[0], 0);
  assert_int_equal(aggregation.a[1], 6);
  assert_int_equal(aggregation.a[2], -1);
  assert_int_equal(aggregation.b, 18);
  assert_int_equal(aggregation.n_parts, 2);
  assert_int_equal(aggregation.parts[0].times, 2);
  assert_int_equal(aggregation.parts[1].times, -1);
  assert_is_a_sum(&aggregation);
  /* and the equation once, for z: x + 7 y <= 23 */
  assert_true(aggregation_eliminate(&aggregation, 2, 2));
  assert_int_equal(aggregation.a[0], 1);
  assert_int_equal(aggregation.a[1], 7);
  assert_int_equal(aggregation.a[2], 0);
  assert_int_equal(aggregation.b, 23);
  assert_is_a_sum(&aggregation);
  assert_false(aggregation_eliminate(&aggregation, 2, 2)); /* it is gone */
  aggregation_close(&aggregation);
  programme_free(p);
}

/* A lower bound takes out what has the same sign, an upper one the opposite: there is
 * no other way to a sum of inequalities. */
static void the_end_is_that_of_the_sign(void **state)
{
  (void)state;
  static const int64_t row[] = {-1, 0, 1};
  struct programme *p = three_rows();
  struct aggregation aggregation;
  sample_row(p, -PROGRAMME_INFINITY, row, 2);
  aggregation_open(&aggregation, p);
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_true(aggregation_eliminate(&aggregation, 0, 3)); /* z - x <= 2: by its upper end */
  assert_int_equal(aggregation.parts[1].times, 2);
  assert_is_a_sum(&aggregation);
  assert_true(aggregation_begin(&aggregation, 1, -1));
  assert_false(aggregation_eliminate(&aggregation, 0, 3)); /* its lower end is none */
  aggregation_close(&aggregation);
  programme_free(p);
}

static void numbers_too_large_are_refused(void **state)
{
  (void)state;
  static const int64_t large[] = {1 << 30, 7}, other[] = {(1 << 30) - 1, 0};
  struct programme *p = programme_new();
  struct aggregation aggregation;
  sample_column(p, 0, 1, 0);
  sample_column(p, 0, 1, 0);
  sample_row(p, 1, large, 1);
  sample_row(p, 1, other, 1);
  aggregation_open(&aggregation, p);
  assert_true(aggregation_begin(&aggregation, 0, 1));
  assert_false(aggregation_eliminate(&aggregation, 0, 1));
  aggregation_close(&aggregation);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_row_is_taken_by_an_end_it_has),
      cmocka_unit_test(a_column_is_taken_out),
      cmocka_unit_test(the_end_is_that_of_the_sign),
      cmocka_unit_test(numbers_too_large_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
