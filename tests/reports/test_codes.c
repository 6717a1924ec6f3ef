/* Short names: as long as fits, and never the same for two. */
#include "reports/terminal_parts.h"
#include "tests/support/check.h"

#include <string.h>

static void test_prefixes(void **state)
{
  (void)state;
  const char *const ids[] = {"clinic", "duty", "calls-remote", "h-h"};
  g_auto(GStrv) codes = terminal_codes(ids, 4, 5);
  assert_string_equal(codes[0], "clini");
  assert_string_equal(codes[1], "duty");
  assert_string_equal(codes[2], "calls");
  assert_string_equal(codes[3], "h-h");
}

static void test_unique_at_any_width(void **state)
{
  (void)state;
  enum { COUNT = 120 };
  char ids[COUNT][24];
  const char *pointers[COUNT];
  for (int i = 0; i < COUNT; i++) {
    g_snprintf(ids[i], sizeof ids[i], "community-%d", i);
    pointers[i] = ids[i];
  }
  for (int width = 3; width <= 7; width++) {
    g_auto(GStrv) codes = terminal_codes(pointers, COUNT, width);
    for (int i = 0; i < COUNT; i++) {
      assert_true(strlen(codes[i]) <= (size_t)width);
      for (int j = 0; j < i; j++)
        assert_string_not_equal(codes[i], codes[j]);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_prefixes),
      cmocka_unit_test(test_unique_at_any_width),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
