/* A month of a recovery plan says what changes in it, and of the rest how much there is. */
#include "reports/recovery_words.h"
#include "tests/support/check.h"

#include <string.h>

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

static bool says(char *text, const char *what)
{
  bool out = strstr(text, what) != NULL;
  g_free(text);
  return out;
}

/* A plan whose months, once they are built, do not keep it up says so, and so does one that stands
 * on rotas that may not be the best. */
static void test_sure(void **state)
{
  (void)state;
  struct recovery_month month = {.from = 740000, .built = OUTCOME_BUILT};
  struct recovery_answer goals[] = {
      {.group = WAITING_ALL, .over_weeks = 12, .by = 740000, .built = {.chance = 0.9}},
      {.group = WAITING_PRIORITY, .over_weeks = 2, .by = 740000, .built = {.chance = 0.89}},
  };
  struct recovery recovery = {.end = RECOVERY_PLANNED,
                              .proven = true,
                              .sure_percent = 90,
                              .months = &month,
                              .n_months = 1,
                              .goals = goals,
                              .n_goals = 2,
                              .measured = 6,
                              .open = 2};
  assert_true(says(recovery_summary(&recovery), "not as sure as asked: no priority over 2 weeks"));
  assert_true(says(recovery_summary(&recovery), "in 89 of 100 courses."));
  goals[0].built.over = 3;
  assert_true(says(recovery_summary(&recovery), "nobody over 12 weeks"));
  month.built = OUTCOME_NOTHING;
  assert_false(says(recovery_summary(&recovery), "as sure"));
  recovery.proven = false;
  assert_true(says(recovery_summary(&recovery), "The cheapest plan found that meets the goals"));
  /* So does one that there is not. */
  assert_true(says(recovery_summary(&recovery), "6 rotas of ordinary weeks, of which 2 are not"));
  recovery.end = RECOVERY_NEAREST;
  assert_true(says(recovery_summary(&recovery), "6 rotas of ordinary weeks, of which 2 are not"));
  recovery.open = 0;
  assert_false(says(recovery_summary(&recovery), "ordinary weeks"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_actions), cmocka_unit_test(test_sure)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
