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

static void temperatures_halve_as_often_as_asked(void **state)
{
  (void)state;
  const int64_t first = 160000;
  for (int halvings = 0; halvings <= 5; halvings++) {
    assert_int_equal(temperature_falling(first, halvings, 0), first);
    assert_int_equal(temperature_falling(first, halvings, 1), first >> halvings);
    int64_t before = first;
    for (int percent = 1; percent <= 100 && halvings > 0; percent++) {
      int64_t now = temperature_falling(first, halvings, percent / 100.0);
      double is = (double)first * pow(2, -halvings * percent / 100.0);
      assert_true(now < before);
      assert_true((double)now > is - 1 && (double)now < 1.07 * is); /* a line above the curve */
      before = now;
    }
  }
}

/* 16 times 5 / 256 of 1024 are 320; twice a 3000th of 1024 would be none. */
static void a_temperature_begins_above_its_end(void **state)
{
  (void)state;
  assert_int_equal(temperature_first(5, 256, 4), 320);
  assert_int_equal(temperature_first(5, 256, 0), 20);
  assert_int_equal(temperature_first(3, 2048, 0), 1);
  assert_int_equal(temperature_first(3, 2048, 1), 3);
  assert_int_equal(temperature_first(1, 3000, 1), 1);
  for (int halvings = 0; halvings < 5; halvings++)
    assert_int_equal(temperature_falling(temperature_first(64, 256, halvings), halvings, 1), 256);
}

/* A step is taken when its end is reached and not before. */
static void a_step_is_the_last_one_reached(void **state)
{
  (void)state;
  assert_true(temperature_step(0, 4) == 0);
  assert_true(temperature_step(0.2499, 4) == 0);
  assert_true(temperature_step(0.25, 4) == 0.25);
  assert_true(temperature_step(0.4999, 4) == 0.25);
  assert_true(temperature_step(0.9999, 4) == 0.75);
  assert_true(temperature_step(1, 4) == 1);
  assert_true(temperature_step(1.6, 4) == 1);
}

static void paths_end_where_they_should(void **state)
{
  (void)state;
  for (int64_t factor = 1; factor <= 100; factor++) {
    assert_int_equal(temperature_path(7, 7 * factor, 0), 7);
    assert_int_equal(temperature_path(7, 7 * factor, 1), 7 * factor);
    assert_int_equal(temperature_path(700 * factor, 7, 1), 7);
  }
  assert_int_equal(temperature_path(1, 5, 1), 5);
  assert_int_equal(temperature_path(1, 9, 1), 9);
}

/* Equal stretches multiply by the same: a half of the way by the square root. */
static void paths_are_geometric(void **state)
{
  (void)state;
  static const int64_t factors[] = {2, 5, 9, 16, 1000};
  const int64_t first = INT64_C(1) << 40;
  assert_int_equal(temperature_path(3, 27, 0.5), 9);
  assert_int_equal(temperature_path(27, 3, 0.5), 9);
  for (gsize k = 0; k < G_N_ELEMENTS(factors); k++) {
    int64_t before = first;
    for (int percent = 1; percent <= 100; percent++) {
      double way = percent / 100.0, is = pow((double)factors[k], way);
      int64_t now = temperature_path(first, first * factors[k], way);
      assert_true(fabs((double)now / (double)first / is - 1) < 1e-5);
      assert_true(now > before);
      before = now;
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_costs_more_is_kept_by_its_share),
      cmocka_unit_test(what_costs_no_more_is_always_kept),
      cmocka_unit_test(temperatures_halve_as_often_as_asked),
      cmocka_unit_test(a_temperature_begins_above_its_end),
      cmocka_unit_test(a_step_is_the_last_one_reached),
      cmocka_unit_test(paths_end_where_they_should),
      cmocka_unit_test(paths_are_geometric),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
