/* Rounding, divisors and sums of whole numbers, with signs and at the ends. */
#include "model/integer.h"
#include "tests/support/check.h"

static void division_rounds_as_it_says(void **state)
{
  (void)state;
  for (int64_t a = -30; a <= 30; a++)
    for (int64_t b = -7; b <= 7; b++) {
      if (b == 0)
        continue;
      int64_t down = integer_divide_down(a, b), up = integer_divide_up(a, b);
      int64_t below = a - down * b, above = up * b - a; /* of the divisor's sign, and less */
      assert_true(b > 0 ? below >= 0 && below < b : below <= 0 && below > b);
      assert_true(b > 0 ? above >= 0 && above < b : above <= 0 && above > b);
    }
}

static void the_divisor_is_the_greatest(void **state)
{
  (void)state;
  assert_int_equal(integer_gcd(0, 0), 0);
  assert_int_equal(integer_gcd(0, -7), 7);
  assert_int_equal(integer_gcd(-7, 0), 7);
  for (int64_t a = -24; a <= 24; a++)
    for (int64_t b = 1; b <= 24; b++) {
      int64_t greatest = 1;
      for (int64_t d = 1; d <= b; d++)
        if (a % d == 0 && b % d == 0)
          greatest = d;
      assert_int_equal(integer_gcd(a, b), greatest);
      assert_int_equal(integer_gcd(b, a), greatest);
    }
}

static void a_sum_too_large_is_refused(void **state)
{
  (void)state;
  int64_t sum = 5;
  assert_true(integer_add_product(&sum, -3, 4));
  assert_int_equal(sum, -7);
  assert_false(integer_add_product(&sum, INT64_MAX, 2));
  assert_int_equal(sum, -7);
  assert_false(integer_add_product(&sum, INT64_MIN, 1));
  assert_int_equal(sum, -7);
  assert_true(integer_add_product(&sum, INT64_MAX, 1));
  assert_int_equal(sum, INT64_MAX - 7);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(division_rounds_as_it_says),
      cmocka_unit_test(the_divisor_is_the_greatest),
      cmocka_unit_test(a_sum_too_large_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
