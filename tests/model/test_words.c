/* What people read of times, amounts and scopes, to the letter. */
#include "model/problem.h"
#include "model/words.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static void test_minutes(void **state)
{
  (void)state;
  char text[WORDS_SIZE];
  assert_string_equal(words_minutes(225, text), "3 h 45 min");
  assert_string_equal(words_minutes(900, text), "15 h");
  assert_string_equal(words_minutes(45, text), "45 min");
  g_autofree char *more = words_minutes_asked(900, 675), *less = words_minutes_asked(675, 900);
  g_autofree char *even = words_minutes_asked(60, 60);
  assert_string_equal(more, "15 h, 3 h 45 min more than asked for");
  assert_string_equal(less, "11 h 15 min, 3 h 45 min less than asked for");
  assert_string_equal(even, "1 h, as asked for");
  assert_string_equal(words_minutes(60, text), "1 h");
  assert_string_equal(words_minutes(61, text), "1 h 1 min");
  assert_string_equal(words_minutes(0, text), "0 h");
}

static void test_where(void **state)
{
  (void)state;
  char text[WORDS_SIZE];
  assert_string_equal(words_where((struct where){"2027-02/leave.csv", 5, 1}, text),
                      " (2027-02/leave.csv:5)");
  assert_string_equal(words_where((struct where){NULL, 0, 0}, text), "");
}

/* The tiny month begins on a Monday; January 2027 on a Friday, so that its first
 * week has a first date of its own. */
static void test_periods(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  char text[WORDS_SIZE];
  int slot = month_slot(world->month, date_make(2027, 2, 12), 1);
  assert_string_equal(words_slot(problem, slot, text), "Fri 12 Feb pm");
  assert_string_equal(words_period(problem, PERIOD_SESSION, slot, text), "on Fri 12 Feb pm");
  assert_string_equal(words_period(problem, PERIOD_DAY, 11, text), "on Fri 12 Feb");
  assert_string_equal(words_period(problem, PERIOD_WEEK, 0, text), "in the week of Mon 1 Feb");
  assert_string_equal(words_period(problem, PERIOD_WEEK, 3, text), "in the week of Mon 22 Feb");
  assert_string_equal(words_period(problem, PERIOD_MONTH, 0, text), "in 2027-02");
  problem_free(problem);
  world_free(world);

  static const struct rule_example january = {.month_id = "2027-01"};
  world = world_new(&january, NULL);
  problem = problem_new(world->service, world->month);
  assert_string_equal(words_period(problem, PERIOD_WEEK, 0, text), "in the week of Fri 1 Jan");
  assert_string_equal(words_period(problem, PERIOD_WEEK, 1, text), "in the week of Mon 4 Jan");
  problem_free(problem);
  world_free(world);
}

/* The scope of a use that is written so, in words. */
static void assert_scope(const char *written, const char *words)
{
  g_autofree char *rules = g_strdup_printf("[{consecutive: {%s}}]", written);
  struct world *world = world_new(NULL, rules);
  struct problem *problem = problem_new(world->service, world->month);
  const struct rule_use *use = world->service->uses;
  while (!use->where.file)
    use++;
  g_autoptr(GString) out = g_string_new("all");
  words_scope(problem, &use->scope, out);
  assert_string_equal(out->str, words);
  problem_free(problem);
  world_free(world);
}

static void test_what_applies_everywhere_is_not_said(void **state)
{
  (void)state;
  assert_scope("weight: 1", "all");
  assert_scope("weight: 1, sessions: mon-sun", "all");
}

static void test_names_up_to_four(void **state)
{
  (void)state;
  assert_scope("task: clinic", "all; only clinic");
  assert_scope("tasks: [clinic, duty]", "all; only clinic or duty");
  assert_scope("tasks: [clinic, spine, duty, support]",
               "all; only clinic or spine or duty or support");
  assert_scope("tasks: [clinic, spine, fcp, duty, support]", "all; only 5 tasks");
  assert_scope("who: {clinicians: [ann, cat]}", "all; only for Ann Able or Cat Cole");
}

static void test_parts_in_order(void **state)
{
  (void)state;
  assert_scope("task: clinic, sessions: tue eve, who: {clinicians: [bob]}",
               "all; only clinic, tue eve, for Bob Best");
}

/* Days of the same sessions are joined, a day by itself is not. */
static void test_sessions(void **state)
{
  (void)state;
  assert_scope("sessions: mon-fri am", "all; only mon-fri am");
  assert_scope("sessions: mon am", "all; only mon am");
  assert_scope("sessions: [mon-tue am, fri pm]", "all; only mon-tue am, fri pm");
  assert_scope("sessions: [mon am, wed am pm]", "all; only mon am, wed am pm");
  assert_scope("sessions: [sat-sun]", "all; only sat-sun am pm eve");
  assert_scope("sessions: sun eve", "all; only sun eve");
}

static void test_dates(void **state)
{
  (void)state;
  assert_scope("from: 2027-02-03", "all; only from 2027-02-03");
  assert_scope("until: 2027-02-20", "all; only until 2027-02-20");
  assert_scope("from: 2027-02-03, until: 2027-02-20", "all; only from 2027-02-03 to 2027-02-20");
  assert_scope("task: clinic, until: 2027-02-20", "all; only clinic, until 2027-02-20");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_minutes),
      cmocka_unit_test(test_where),
      cmocka_unit_test(test_periods),
      cmocka_unit_test(test_what_applies_everywhere_is_not_said),
      cmocka_unit_test(test_names_up_to_four),
      cmocka_unit_test(test_parts_in_order),
      cmocka_unit_test(test_sessions),
      cmocka_unit_test(test_dates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
