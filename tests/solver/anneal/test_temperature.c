/* Metropolis's rule keeps as many as it should, and paths end where they say. */
#include "solver/anneal/temperature.h"
#include "tests/support/check.h"

#include <glib.h>
#include <math.h>

enum { DRAWS = 20000 };

static void what_costs_more_is_kept_by_its_share(void **state)
{
  (void)state;
  static const double costs[] = {0.1, 0.5, 1, 2, 4};
  for (gsize k = 0; k < G_N_ELEMENTS(costs); k++) {
    struct dice dice = dice_numbered(1, k);
    int64_t temperature = 100 * TEMPERATURE_ONE;
    int kept = 0;
    for (int draw = 0; draw < DRAWS; draw++)
      kept += temperature_accepts(temperature, (int64_t)(100 * costs[k]), &dice);
    assert_true(fabs((double)kept / DRAWS - exp(-costs[k])) < 0.012); /* 3 standard errors */
  }
}

static void what_costs_no_more_is_always_kept(void **state)
{
  (void)state;
  struct dice dice = dice_numbered(1, 1), as_it_was = dice;
  for (int draw = 0; draw < 1000; draw++) {
    assert_true(temperature_accepts(0, 0, &dice));
    assert_true(temperature_accepts(0, -5, &dice));
    assert_true(temperature_accepts(100, -1, &dice));
  }
  assert_memory_equal(&dice, &as_it_was, sizeof dice); /* no dice are thrown for these */
  for (int draw = 0; draw < 1000; draw++)
    assert_false(temperature_accepts(0, 1, &dice));
}

static void paths_end_at_their_factor(void **state)
{
  (void)state;
  for (int64_t factor = 1; factor <= 100; factor++) {
    assert_int_equal(temperature_along(1000, factor, 0, false), 1000);
    assert_int_equal(temperature_along(1000, factor, 1, false), 1000 * factor);
    assert_int_equal(temperature_along(100000, factor, 0, true), 100000);
    assert_int_equal(temperature_along(100000, factor, 1, true), 100000 / factor);
  }
  assert_int_equal(temperature_along(1, 5, 1, false), 5);
  assert_int_equal(temperature_along(1, 9, 1, false), 9);
}

/* Equal stretches multiply by the same: a half of the way by the square root. */
static void paths_are_geometric(void **state)
{
  (void)state;
  static const int64_t factors[] = {2, 5, 9, 16, 1000};
  const int64_t first = INT64_C(1) << 40;
  for (gsize k = 0; k < G_N_ELEMENTS(factors); k++) {
    int64_t before = first;
    for (int percent = 1; percent <= 100; percent++) {
      double way = percent / 100.0, is = pow((double)factors[k], way);
      int64_t up = temperature_along(first, factors[k], way, false);
      int64_t down = temperature_along(first, factors[k], way, true);
      assert_true(fabs((double)up / (double)first / is - 1) < 1e-5);
      assert_true(fabs((double)first / (double)down / is - 1) < 1e-5);
      assert_true(up > before);
      before = up;
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_costs_more_is_kept_by_its_share),
      cmocka_unit_test(what_costs_no_more_is_always_kept),
      cmocka_unit_test(paths_end_at_their_factor),
      cmocka_unit_test(paths_are_geometric),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
