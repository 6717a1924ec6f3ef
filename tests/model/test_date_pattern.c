#include "model/date.h"
#include "model/date_pattern.h"
#include "tests/support/check.h"

#include <glib.h>

static void test_what_a_pattern_is(void **state)
{
  (void)state;
  static const char *const whole[] = {"dd/mm/yyyy", "yyyy-mm-dd", "dd mmm yy", "mm.dd.yyyy",
                                      "yyyymmdd"};
  static const char *const lacking[] = {"",    "dd/mm", "mm/yyyy", "dd/dd/mm/yyyy", "mmm mm yyyy",
                                        "2027"};
  for (size_t i = 0; i < G_N_ELEMENTS(whole); i++)
    assert_true(date_pattern_is_whole(whole[i]));
  for (size_t i = 0; i < G_N_ELEMENTS(lacking); i++)
    assert_false(date_pattern_is_whole(lacking[i]));
}

static void test_reading(void **state)
{
  (void)state;
  static const struct {
    const char *pattern, *text;
    int day, month; /* of 2027; 0: it is none */
  } dates[] = {
      {"dd/mm/yyyy", "03/02/2027", 3, 2},       {"mm/dd/yyyy", "03/02/2027", 2, 3},
      {"dd/mm/yyyy", "3/2/2027", 3, 2},         {"dd-mmm-yyyy", "03-feb-2027", 3, 2},
      {"dd mmm yy", "3 Feb 27", 3, 2},          {"yyyymmdd", "20270203", 3, 2},
      {"dd/mm/yyyy", "03/02/2027 00:00", 3, 2}, {"yyyy-mm-dd", "2027-02-03T00:00:00", 3, 2},
      {"dd/mm/yyyy", "03/02/2027 09:00", 0, 0}, {"dd/mm/yyyy", "03/02/27", 0, 0},
      {"dd/mm/yyyy", "30/02/2027", 0, 0},       {"dd/mm/yyyy", "13/13/2027", 0, 0},
      {"dd/mm/yyyy", "03-02-2027", 0, 0},       {"dd/mm/yyyy", "", 0, 0},
      {"dd-mmm-yyyy", "03-Fev-2027", 0, 0},     {"dd mmm yy", "3 Feb 7", 0, 0},
      {"yyyy-mm-dd", "0027-02-03x", 0, 0},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
    int date = -1;
    bool is_date = date_pattern_parse(dates[i].pattern, dates[i].text, &date);
    assert_int_equal(is_date, dates[i].day != 0);
    assert_int_equal(date, is_date ? date_make(2027, dates[i].month, dates[i].day) : -1);
  }
}

static void test_there_and_back(void **state)
{
  (void)state;
  static const char *const patterns[] = {"dd/mm/yyyy", "mm.dd.yy", "dd mmm yyyy", "yyyymmdd"};
  for (int day = date_make(2027, 12, 1); day <= date_make(2029, 1, 31); day++)
    for (size_t i = 0; i < G_N_ELEMENTS(patterns); i++) {
      g_autofree char *text = date_pattern_format(patterns[i], day);
      int read = DATE_NONE;
      assert_true(date_pattern_parse(patterns[i], text, &read));
      assert_int_equal(read, day);
    }
  g_autofree char *short_year = date_pattern_format("dd-mmm-yy", date_make(2103, 9, 7));
  assert_string_equal(short_year, "07-Sep-03");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_a_pattern_is),
      cmocka_unit_test(test_reading),
      cmocka_unit_test(test_there_and_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
