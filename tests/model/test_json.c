#include "model/json.h"
#include "tests/support/check.h"

static void assert_hundredths(gint64 hundredths, const char *wanted)
{
  json_t *list = json_array();
  json_array_append_new(list, json_hundredths(hundredths));
  g_autofree char *text = json_text(list);
  g_autofree char *line = g_strdup_printf("[\n %s\n]\n", wanted);
  assert_string_equal(text, line);
}

/* Two decimals are written as just those, however they are held. */
static void test_hundredths(void **state)
{
  (void)state;
  assert_hundredths(1234, "12.34");
  assert_hundredths(-57, "-0.57");
  assert_hundredths(0, "0.0");
  assert_hundredths(100, "1.0");
  assert_hundredths(9007199254, "90071992.54");
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_hundredths)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
