/* When preferences are late, on the day itself and around the turn of the year. */
#include "tests/support/check.h"
#include "tests/support/world.h"

static void assert_late_by(const char *month, const char *days, const char *submitted, bool late)
{
  g_autofree char *path = g_strdup_printf("%s/preferences/cat.yaml", month);
  g_autofree char *text =
      g_strdup_printf("clinician: cat\nmonth: %s\nsubmitted: %s\n", month, submitted);
  g_autofree char *criteria = g_strdup_printf("criteria: {%s, late: half}\n", days);
  g_autofree char *weeks = g_strdup_printf("period: {from: %s, weeks: 4}\n", month);
  struct rule_example example = {
      .month_id = month,
      .month = month_id_is_weeks(month) ? weeks : NULL,
      .service = criteria,
      .files = {{path, text}},
  };
  struct world *world = world_new(&example, NULL);
  int cat = service_clinician(world->service, "cat");
  const struct preferences *asked = month_preferences(world->month, cat);
  assert_non_null(asked);
  assert_int_equal(asked->late, late);
  assert_int_equal(asked->percent, late ? 50 : 100);
  assert_null(month_preferences(world->month, cat - 1));
  world_free(world);
}

static void assert_late(const char *month, const char *submitted, bool late)
{
  assert_late_by(month, "open: 2nd of the month before, close: 10th of the month before", submitted,
                 late);
}

static void test_the_day_itself_is_in_time(void **state)
{
  (void)state;
  assert_late("2027-02", "2027-01-02", false);
  assert_late("2027-02", "2027-01-10", false);
  assert_late("2027-02", "2027-01-11", true);
  assert_late("2027-02", "2027-02-01", true);
}

static void test_january_looks_at_december(void **state)
{
  (void)state;
  assert_late("2027-01", "2026-12-10", false);
  assert_late("2027-01", "2026-12-11", true);
  assert_late("2027-12", "2027-11-10", false);
  assert_late("2027-12", "2027-11-11", true);
}

/* The month before the one in which they begin, be it on its last day or in another year. */
static void test_weeks_look_at_the_month_before(void **state)
{
  (void)state;
  static const char *const begin[] = {"2027-02-01", "2027-02-15", "2027-02-28"};
  for (size_t i = 0; i < G_N_ELEMENTS(begin); i++) {
    assert_late(begin[i], "2027-01-10", false);
    assert_late(begin[i], "2027-01-11", true);
  }
  assert_late("2027-01-04", "2026-12-10", false);
  assert_late("2027-01-04", "2026-12-11", true);
}

/* Counted back from the first day, of weeks and of a month, over its ends. */
static void test_days_before(void **state)
{
  (void)state;
  static const char days[] = "open: 40 days before, close: 21 days before";
  assert_late_by("2027-02-15", days, "2027-01-25", false);
  assert_late_by("2027-02-15", days, "2027-01-26", true);
  assert_late_by("2027-02-15", days, "2027-01-06", false);
  assert_late_by("2027-01-04", days, "2026-12-14", false);
  assert_late_by("2027-01-04", days, "2026-12-15", true);
  assert_late_by("2027-03", days, "2027-02-08", false);
  assert_late_by("2027-03", days, "2027-02-09", true);
  assert_late_by("2027-03", "close: 1 day before", "2027-02-28", false);
  assert_late_by("2027-03", "close: 1 day before", "2027-03-01", true);
}

/* Of several files each is its own clinician's, and who sent none has none. */
static void test_each_has_their_own(void **state)
{
  (void)state;
  static const char *const ids[] = {"ann", "bob", "dan", "eve"};
  static const struct rule_example example = {
      .clinicians =
          "dan: {band: 6, works: {mon: [am]}}\n"
          "eve: {band: 6, works: {mon: [am]}}\n",
      .files = {{"2027-02/preferences/eve.yaml",
                 "clinician: eve\nmonth: 2027-02\nsubmitted: 2027-01-04\n"},
                {"2027-02/preferences/ann.yaml",
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-01\n"},
                {"2027-02/preferences/dan.yaml",
                 "clinician: dan\nmonth: 2027-02\nsubmitted: 2027-01-03\n"},
                {"2027-02/preferences/bob.yaml",
                 "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-02\n"}},
  };
  struct world *world = world_new(&example, NULL);
  for (int i = 0; i < 4; i++) {
    int clinician = service_clinician(world->service, ids[i]);
    assert_int_equal(month_preferences(world->month, clinician)->clinician, clinician);
    assert_int_equal(month_preferences(world->month, clinician)->submitted,
                     date_make(2027, 1, 1 + i));
  }
  assert_null(month_preferences(world->month, service_clinician(world->service, "cat")));
  assert_null(month_preferences(world->month, NONE));
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_day_itself_is_in_time),
      cmocka_unit_test(test_january_looks_at_december),
      cmocka_unit_test(test_weeks_look_at_the_month_before),
      cmocka_unit_test(test_days_before),
      cmocka_unit_test(test_each_has_their_own),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
