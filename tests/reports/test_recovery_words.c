/* A month of a recovery plan says what changes in it, and of the rest how much there is. */
#include "reports/recovery_words.h"
#include "tests/support/check.h"

static void assert_words(const struct recovery_action *actions, int count, const char *expected)
{
  struct recovery_month month = {.actions = g_ptr_array_new()};
  for (int a = 0; a < count; a++)
    g_ptr_array_add(month.actions, (gpointer)&actions[a]);
  GPtrArray *lines = recovery_action_words(&month);
  g_ptr_array_add(lines, NULL);
  char *text = g_strjoinv("\n", (char **)lines->pdata);
  assert_string_equal(text, expected);
  g_free(text);
  g_ptr_array_unref(lines);
  g_ptr_array_unref(month.actions);
}

static void test_actions(void **state)
{
  (void)state;
  char bank[] = "Bank: 2", day[] = "Day", calls[] = "Calls", hire[] = "Hire";
  const struct recovery_action all[] = {
      {.words = bank, .fewer = true},
      {.words = calls},
      {.words = hire},
      {.words = day, .begins = true, .ends = true},
      {.words = calls, .ends = true},
      {.words = hire, .begins = true},
  };
  assert_words(all, 6,
               "fewer: Bank: 2\nthis month only: Day\nfor the last month: Calls\nbegin: Hire\n"
               "and 2 go on");
  assert_words(all + 2, 2, "this month only: Day\nand 1 goes on");
  assert_words(all + 1, 2, "2 go on");
  assert_words(all + 1, 1, "1 goes on");
  assert_words(all + 5, 1, "begin: Hire");
  assert_words(all, 0, "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_actions)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
