#include "model/pattern.h"
#include "tests/support/check.h"

enum { AM, PM };

static void test_blocks_of_weekdays(void **state)
{
  (void)state;
  int monday = date_make(2027, 2, 1);
  struct pattern pattern = {.blocks = {[1] = 1U << PM, [6] = 1U << AM}};
  assert_false(pattern_has(&pattern, monday, AM));
  assert_false(pattern_has(&pattern, monday, PM));
  assert_false(pattern_has(&pattern, monday + 1, AM));
  assert_true(pattern_has(&pattern, monday + 1, PM));
  assert_true(pattern_has(&pattern, monday + 6, AM));
  assert_true(pattern_has(&pattern, monday + 8, PM));
}

static void test_first_and_last_date_belong_to_it(void **state)
{
  (void)state;
  int monday = date_make(2027, 2, 1);
  struct pattern pattern = pattern_always();
  assert_true(pattern_has(&pattern, monday, BLOCKS_MAX - 1));
  pattern.from = monday + 2;
  pattern.until = monday + 4;
  assert_false(pattern_has(&pattern, monday + 1, AM));
  assert_true(pattern_has(&pattern, monday + 2, AM));
  assert_true(pattern_has(&pattern, monday + 4, PM));
  assert_false(pattern_has(&pattern, monday + 5, AM));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_blocks_of_weekdays),
      cmocka_unit_test(test_first_and_last_date_belong_to_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
