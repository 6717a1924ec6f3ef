/* Which weeks are said to be shared with a month that is not published. */
#include "planning/part_weeks.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#define HISTORY(id)                                                                                \
  {                                                                                                \
    "history/" id ".yaml", "month: " id "\nassignments:\nchecksum: none\n"                         \
  }

/* The sentences about the month, one after the other, "; " between them. */
static char *said(const struct rule_example *example, const char *rules)
{
  struct world *world = world_new(example, rules);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GPtrArray) weeks = part_weeks(problem);
  g_ptr_array_add(weeks, NULL);
  char *out = g_strjoinv("; ", (char **)weeks->pdata);
  problem_free(problem);
  world_free(world);
  return out;
}

#define WEEK_OF(monday, month)                                                                     \
  "the week of " monday " is shared with " month                                                   \
  ", which is not published: its part counts by itself, pro rata"

static const char by_week[] = "\n  - count_limit: {task: duty, per: week, most: 2}\n";

static void a_week_is_named_on_each_side(void **state)
{
  (void)state;
  const struct rule_example june = {.month_id = "2027-06"};
  g_autofree char *text = said(&june, by_week);
  assert_string_equal(text, WEEK_OF("Mon 31 May", "2027-05") "; " WEEK_OF("Mon 28 Jun", "2027-07"));
}

static void not_where_the_neighbour_is_published(void **state)
{
  (void)state;
  const struct rule_example june = {.month_id = "2027-06", .files = {HISTORY("2027-05")}};
  const struct rule_example both = {.month_id = "2027-06",
                                    .files = {HISTORY("2027-05"), HISTORY("2027-07")}};
  const struct rule_example missing = {.month_id = "2027-06",
                                       .files = {HISTORY("2027-04"), HISTORY("2027-08")}};
  g_autofree char *one = said(&june, by_week), *none = said(&both, by_week);
  g_autofree char *two = said(&missing, by_week);
  assert_string_equal(one, WEEK_OF("Mon 28 Jun", "2027-07"));
  assert_string_equal(none, "");
  assert_string_equal(two, WEEK_OF("Mon 31 May", "2027-05") "; " WEEK_OF("Mon 28 Jun", "2027-07"));
}

/* A month of whole weeks; one that begins on a Saturday and ends on a Monday; and with it a
 * service that is open at weekends. */
static void not_where_nothing_is_shared(void **state)
{
  (void)state;
  const struct rule_example february = {.month_id = "2027-02"}, may = {.month_id = "2027-05"};
  const struct rule_example open = {.month_id = "2027-05", .service = "week: {mon-sun: [am]}\n"};
  g_autofree char *whole = said(&february, by_week), *weekend = said(&may, by_week);
  g_autofree char *always = said(&open, by_week);
  assert_string_equal(whole, "");
  assert_string_equal(weekend, WEEK_OF("Mon 31 May", "2027-06"));
  assert_string_equal(always,
                      WEEK_OF("Mon 26 Apr", "2027-04") "; " WEEK_OF("Mon 31 May", "2027-06"));
}

static void only_where_something_counts_by_the_week(void **state)
{
  (void)state;
  static const char *const weekly[] = {"\n  - fcp_cover: {task: fcp}\n", "\n  - split_days: {}\n",
                                       "\n  - capacity_floor: {least: 5}\n"};
  static const char *const others[] = {"\n  - count_limit: {task: duty, per: month, most: 2}\n",
                                       "\n  - duty_cover: {task: duty}\n",
                                       "\n  - capacity_floor: {least: 5, per: month}\n"};
  const struct rule_example april = {.month_id = "2027-04"};
  const struct rule_example line = {.month_id = "2027-04",
                                    .service = "demand: [{task: clinic, per: week, need: 1}]\n"};
  const struct rule_example daily = {.month_id = "2027-04",
                                     .service = "demand: [{task: clinic, per: day, need: 1}]\n"};
  for (guint i = 0; i < G_N_ELEMENTS(weekly); i++) {
    g_autofree char *says = said(&april, weekly[i]), *silent = said(&april, others[i]);
    assert_string_equal(says, WEEK_OF("Mon 29 Mar", "2027-03"));
    assert_string_equal(silent, "");
  }
  g_autofree char *says = said(&line, NULL), *silent = said(&daily, NULL);
  assert_string_equal(says, WEEK_OF("Mon 29 Mar", "2027-03"));
  assert_string_equal(silent, "");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_week_is_named_on_each_side),
      cmocka_unit_test(not_where_the_neighbour_is_published),
      cmocka_unit_test(not_where_nothing_is_shared),
      cmocka_unit_test(only_where_something_counts_by_the_week),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
