/* Bank holidays against what was published, and dates worked out from a calendar. */
#include "model/bank_holidays.h"
#include "model/date.h"
#include "tests/support/check.h"

#include <glib.h>

static bool is_among(const int *dates, int count, int date)
{
  for (int i = 0; i < count; i++)
    if (dates[i] == date)
      return true;
  return false;
}

/* Good Friday and Easter Monday stand two days before and one day after the Easter
 * Sunday of the almanacs. */
static void test_easter(void **state)
{
  (void)state;
  static const struct {
    int year, month, day;
  } sundays[] = {
      {2010, 4, 4},  {2011, 4, 24}, {2012, 4, 8},  {2013, 3, 31}, {2014, 4, 20}, {2015, 4, 5},
      {2016, 3, 27}, {2017, 4, 16}, {2018, 4, 1},  {2019, 4, 21}, {2020, 4, 12}, {2021, 4, 4},
      {2022, 4, 17}, {2023, 4, 9},  {2024, 3, 31}, {2025, 4, 20}, {2026, 4, 5},  {2027, 3, 28},
      {2028, 4, 16}, {2029, 4, 1},  {2030, 4, 21}, {2031, 4, 13}, {2032, 3, 28}, {2033, 4, 17},
      {2034, 4, 9},  {2035, 3, 25},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(sundays); i++) {
    int dates[BANK_HOLIDAYS_MAX], count = bank_holidays_of_year(sundays[i].year, dates);
    int sunday = date_make(sundays[i].year, sundays[i].month, sundays[i].day);
    for (int off = -6; off <= 6; off++)
      assert_int_equal(is_among(dates, count, sunday + off), off == -2 || off == 1);
  }
}

/* All of a year, in any order. */
static void check_year(int year, const int (*expected)[2], int n_expected)
{
  int dates[BANK_HOLIDAYS_MAX], count = bank_holidays_of_year(year, dates);
  assert_int_equal(count, n_expected);
  for (int i = 0; i < n_expected; i++) {
    int date = date_make(year, expected[i][0], expected[i][1]);
    assert_true(is_among(dates, count, date));
    assert_true(bank_holidays_has(date));
  }
  int days = 0;
  for (int date = date_make(year, 1, 1); date <= date_make(year, 12, 31); date++)
    days += bank_holidays_has(date);
  assert_int_equal(days, n_expected);
}

/* Christmas Day on a Saturday, Boxing Day on a Sunday: the Monday and Tuesday besides. */
static void test_2027(void **state)
{
  (void)state;
  static const int dates[][2] = {{1, 1},  {3, 26},  {3, 29},  {5, 3},   {5, 31},
                                 {8, 30}, {12, 25}, {12, 26}, {12, 27}, {12, 28}};
  check_year(2027, dates, G_N_ELEMENTS(dates));
}

/* New Year's Day on a Saturday: the Monday besides. */
static void test_2028(void **state)
{
  (void)state;
  static const int dates[][2] = {{1, 1},  {1, 3},  {4, 14},  {4, 17}, {5, 1},
                                 {5, 29}, {8, 28}, {12, 25}, {12, 26}};
  check_year(2028, dates, G_N_ELEMENTS(dates));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_easter),
      cmocka_unit_test(test_2027),
      cmocka_unit_test(test_2028),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
