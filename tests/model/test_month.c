/* What a month is asked for, called, and how far it looks back. */
#include "model/month.h"
#include "model/problem.h"
#include "model/reckoning.h"
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

static void test_names(void **state)
{
  (void)state;
  static const struct {
    int year, number, day, weeks;
    const char *id, *name, *until, *title;
  } cases[] = {
      {2027, 1, 1, 0, "2027-01", "2027-01", "2027-01-31", "January 2027"},
      {2028, 2, 1, 0, "2028-02", "2028-02", "2028-02-29", "February 2028"},
      {2027, 1, 1, 1, "2027-01-01", "the week from 2027-01-01", "2027-01-07",
       "1 January to 7 January 2027"},
      {2027, 2, 1, 4, "2027-02-01", "the 4 weeks from 2027-02-01", "2027-02-28",
       "1 February to 28 February 2027"},
      {2027, 12, 6, 13, "2027-12-06", "the 13 weeks from 2027-12-06", "2028-03-05",
       "6 December 2027 to 5 March 2028"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    int first = date_make(cases[i].year, cases[i].number, cases[i].day), read;
    struct month *month = month_new(first, cases[i].weeks);
    char until[DATE_TEXT_SIZE];
    g_autofree char *title = month_id_title(month->id, month->until);
    assert_string_equal(title, cases[i].title);
    assert_string_equal(month->id, cases[i].id);
    assert_string_equal(month->name, cases[i].name);
    assert_int_equal(month->from, first);
    assert_string_equal(date_format(month->until, until), cases[i].until);
    assert_true(month_id_parse(month->id, &read));
    assert_int_equal(read, first);
    assert_int_equal(month_id_is_weeks(month->id), cases[i].weeks > 0);
    month_free(month);
  }
  static const char *const none[] = {"",        "2027",    "2027-1",        "2027-13", "2027-02-30",
                                     "1999-12", "2200-01", "2027-01-04-05", "2027-01-"};
  for (size_t i = 0; i < G_N_ELEMENTS(none); i++) {
    int read;
    if (month_id_parse(none[i], &read))
      fail_msg("'%s' is taken for a month", none[i]);
  }
}

static void test_what_lies_in_the_folder(void **state)
{
  (void)state;
  struct month *january = month_new(date_make(2027, 1, 1), 0);
  struct month *weeks = month_new(date_make(2027, 1, 4), 4);
  assert_true(month_owns(january, "2027-01/leave.csv"));
  assert_false(month_owns(january, "2027-01-04/leave.csv"));
  assert_true(month_owns(weeks, "2027-01-04/leave.csv"));
  assert_false(month_owns(weeks, "2027-01/leave.csv"));
  month_free(january);
  month_free(weeks);
}

/* By the calendar: of this day, that many months on, is the other day reached? */
static bool is_within(int begun, int months, int now)
{
  int count = date_year(now) * 12 + date_month(now) - 1 - months, day = date_day(now), then;
  while (!(then = date_make(count / 12, count % 12 + 1, day)))
    day--;
  return begun >= then;
}

/* Whatever day a month begins on, and whatever days one before it began and ended on. */
static void test_looking_back(void **state)
{
  (void)state;
  struct past_month past = {.id = ""};
  struct problem problem = {NULL};
  for (int now = date_make(2028, 1, 25); now <= date_make(2028, 4, 3); now++) {
    struct month *month = month_new(now, 4);
    problem.month = month;
    month->history = (struct history){.months = &past, .n_months = 1};
    for (int begun = now - 125; begun < now; begun += 2)
      for (int months = 1; months <= 4; months++) {
        past.from = begun;
        past.until = MIN(begun + 20, now - 1);
        bool counts = is_within(begun, months, now);
        assert_int_equal(month_looks_back(month, months), counts ? begun : now);
        assert_int_equal(reckoning_looks_back(&problem, months, past.until), counts);
        assert_int_equal(reckoning_looks_back(&problem, months, begun), counts);
      }
    month_free(month);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_preferences_are_found),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_what_lies_in_the_folder),
      cmocka_unit_test(test_looking_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
