#include "model/date.h"
#include "tests/support/check.h"

static void test_days_follow_each_other(void **state)
{
  (void)state;
  assert_int_equal(date_make(2027, 3, 1), date_make(2027, 2, 28) + 1);
  assert_int_equal(date_make(2028, 3, 1), date_make(2028, 2, 28) + 2);
  assert_int_equal(date_make(2027, 1, 1), date_make(2026, 12, 31) + 1);
}

static void test_no_such_date(void **state)
{
  (void)state;
  assert_int_equal(date_make(2027, 2, 29), DATE_NONE);
  assert_int_equal(date_make(2027, 13, 1), DATE_NONE);
  assert_int_equal(date_make(2027, 0, 1), DATE_NONE);
  assert_int_equal(date_make(2027, 4, 31), DATE_NONE);
  assert_int_equal(date_make(0, 1, 1), DATE_NONE);
  assert_int_equal(date_make(10000, 1, 1), DATE_NONE);
}

static void test_reads_one_form_only(void **state)
{
  (void)state;
  static const char *const wrong[] = {"",           "2027-1-12",   "12-01-2027",
                                      "2027/01/12", "2027-01-12 ", " 2027-01-12",
                                      "2027-02-30", "2027-01-1x"};
  int date = 7;
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    assert_false(date_parse(wrong[i], &date));
    assert_int_equal(date, 7);
  }
  assert_true(date_parse("2027-01-12", &date));
  assert_int_equal(date, date_make(2027, 1, 12));
}

static void test_writes(void **state)
{
  (void)state;
  char text[DATE_TEXT_SIZE];
  assert_string_equal(date_format(date_make(2027, 1, 2), text), "2027-01-02");
  assert_string_equal(date_format_short(date_make(2027, 1, 12), text), "Tue 12 Jan");
}

static void test_parts(void **state)
{
  (void)state;
  int date = date_make(2027, 2, 28);
  assert_int_equal(date_year(date), 2027);
  assert_int_equal(date_month(date), 2);
  assert_int_equal(date_day(date), 28);
  assert_int_equal(date_weekday(date), 6);
  assert_int_equal(date_weekday(date + 1), 0);
  assert_int_equal(date_days_in_month(2027, 2), 28);
  assert_int_equal(date_days_in_month(2028, 2), 29);
}

/* 1 January can be in the last week of the year before, 31 December in the first
 * of the next. */
static void test_iso_weeks(void **state)
{
  (void)state;
  assert_int_equal(date_iso_week(date_make(2027, 1, 1)), 53);
  assert_int_equal(date_iso_week(date_make(2027, 1, 3)), 53);
  assert_int_equal(date_iso_week(date_make(2027, 1, 4)), 1);
  assert_int_equal(date_iso_week(date_make(2024, 12, 31)), 1);
  assert_int_equal(date_iso_week(date_make(2027, 2, 1)), 5);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_days_follow_each_other),
      cmocka_unit_test(test_no_such_date),
      cmocka_unit_test(test_reads_one_form_only),
      cmocka_unit_test(test_writes),
      cmocka_unit_test(test_parts),
      cmocka_unit_test(test_iso_weeks),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
