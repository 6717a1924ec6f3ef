/* A programme strengthened has the same solutions, a better relaxation, and prices that
 * go back to the rows they belong to. */
#include "solver/exact/strengthen.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { PROGRAMMES = 300 };

static bool never(void *context)
{
  (void)context;
  return false;
}

static void strengthening_keeps_the_optimum(void **state)
{
  (void)state;
  int cut = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct strengthened strengthened;
    int64_t before = 0, after = 0;
    strengthen_make(programme, never, NULL, &strengthened);
    bool lawful = sample_enumerate(programme, &before);
    assert_int_equal(sample_enumerate(strengthened.programme, &after), lawful);
    assert_int_equal(before, after);
    cut += strengthened.programme->n_rows > programme->n_rows;
    strengthen_clear(&strengthened);
    programme_free(programme);
  }
  assert_true(cut > PROGRAMMES / 4);
}

/* 2 x + 2 y <= 5 of whole numbers up to 2, for which there is a cut; and an equation of
 * four that is all of a longer row but its last term. */
static struct programme *two_parts(void)
{
  static const int64_t rows[][7] = {{2, 2}, {0, 0, 1, 1, 1, 1}, {0, 0, 1, 1, 1, 1, 5}};
  struct programme *p = programme_new();
  sample_column(p, 0, 2, -2);
  sample_column(p, 0, 2, -1);
  for (int j = 0; j < 5; j++)
    sample_placement(p, j, 0, 1);
  sample_row(p, -PROGRAMME_INFINITY, rows[0], 5);
  sample_row(p, 1, rows[1], 1);
  sample_row(p, -PROGRAMME_INFINITY, rows[2], 4);
  return p;
}

static void prices_go_back_to_the_rows(void **state)
{
  (void)state;
  struct programme *p = two_parts();
  struct strengthened strengthened;
  strengthen_make(p, never, NULL, &strengthened);
  assert_int_equal(strengthened.programme->n_rows, 4);
  assert_int_equal(strengthened.programme->rows[2].count, 1);
  double prices[] = {0, 0, -3, -1};
  strengthen_credit(&strengthened, prices, 4);
  assert_true(prices[0] < -0.3); /* the cut's */
  assert_true(prices[1] == 3);   /* taken from the row once */
  assert_true(prices[2] == -3);
  double before[] = {0, 0, 0, -1};
  strengthen_credit(&strengthened, before, 3); /* the cut's price is not known */
  assert_true(before[0] == 0);
  strengthen_clear(&strengthened);
  programme_free(p);
}

static bool at_once(void *context)
{
  int *asked = context;
  ++*asked;
  return true;
}

static void it_may_be_stopped(void **state)
{
  (void)state;
  struct programme *p = two_parts();
  struct strengthened stopped, whole;
  int asked = 0;
  strengthen_make(p, at_once, &asked, &stopped);
  strengthen_make(p, never, NULL, &whole);
  assert_int_equal(asked, 1);
  assert_int_equal(stopped.work, 0);
  assert_int_equal(stopped.programme->n_rows, p->n_rows);
  assert_true(whole.work > 0);
  assert_int_equal(whole.programme->n_rows, p->n_rows + 1);
  strengthen_clear(&stopped);
  strengthen_clear(&whole);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(strengthening_keeps_the_optimum),
      cmocka_unit_test(prices_go_back_to_the_rows),
      cmocka_unit_test(it_may_be_stopped),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
