/* What a month is asked for. */
#include "model/month.h"
#include "tests/support/check.h"

/* Three of seven people wrote: each of those is found, and nobody else is, be it before,
 * between or after them. */
static void test_preferences_are_found(void **state)
{
  (void)state;
  static const int who[] = {1, 2, 5};
  struct preferences preferences[3] = {{.clinician = 1}, {.clinician = 2}, {.clinician = 5}};
  struct month month = {.preferences = preferences, .n_preferences = 3};
  for (int c = 0, next = 0; c < 7; c++) {
    bool wrote = next < 3 && who[next] == c;
    assert_ptr_equal(month_preferences(&month, c), wrote ? &preferences[next] : NULL);
    next += wrote;
  }
  month.n_preferences = 0;
  assert_null(month_preferences(&month, 0));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_preferences_are_found),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
