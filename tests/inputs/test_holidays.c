/* The table of bank holidays against the rules they follow: Easter by the calendar's
 * own arithmetic (the anonymous Gregorian algorithm, Nature, 1876), the first and last
 * Mondays, and substitute days. */
#include "tests/support/check.h"
#include "tests/support/written.h"

enum { FIRST_YEAR = 2026, LAST_YEAR = 2028, EACH_YEAR = 8 };

static int easter_sunday(int year)
{
  int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int g = (b - (b + 8) / 25 + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  int l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451;
  int sum = h + l - 7 * m + 114;
  return date_make(year, sum / 31, sum % 31 + 1);
}

/* The first Monday on or after a date. */
static int monday_from(int date)
{
  return date + (7 - date_weekday(date)) % 7;
}

/* The holiday, or, at a weekend, the next day that is none and no Christmas. */
static int substitute(int date, int not_this)
{
  while (date_weekday(date) >= 5 || date == not_this)
    date++;
  return date;
}

static int add_year(int year, int *out)
{
  int christmas = substitute(date_make(year, 12, 25), 0);
  int boxing = substitute(date_make(year, 12, 26), christmas);
  const int days[EACH_YEAR] = {
      substitute(date_make(year, 1, 1), 0),
      easter_sunday(year) - 2,
      easter_sunday(year) + 1,
      monday_from(date_make(year, 5, 1)),
      monday_from(date_make(year, 5, 25)),
      monday_from(date_make(year, 8, 25)),
      MIN(christmas, boxing),
      MAX(christmas, boxing),
  };
  for (int i = 0; i < EACH_YEAR; i++)
    out[i] = days[i];
  return EACH_YEAR;
}

static struct service *read(const char *holidays)
{
  struct source *source = source_memory();
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  g_autofree char *text = g_strdup_printf(
      "service: Test\n%s"
      "sessions: {am: {from: \"08:30\", to: \"12:15\"}}\n"
      "week: {mon-fri: [am]}\n"
      "sites: {hove: {kind: hub}}\n"
      "tasks: {clinic: {at: hub}}\n",
      holidays);
  source_add(source, "service.yaml", text);
  source_add(source, "clinicians.yaml", "ann: {band: 6, works: {mon-fri: [am]}}\n");
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  diagnostics_free(diagnostics);
  source_free(source);
  return service;
}

static void test_bank_holidays(void **state)
{
  (void)state;
  int expected[EACH_YEAR * 3], count = 0;
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
    count += add_year(year, expected + count);
  struct service *service = read("holidays: england-and-wales\n");
  assert_int_equal(service->n_holidays, count);
  for (int i = 0; i < count; i++)
    assert_int_equal(service->holidays[i], expected[i]);
  assert_int_equal(service->holidays_from, date_make(FIRST_YEAR, 1, 1));
  assert_int_equal(service->holidays_until, date_make(LAST_YEAR, 12, 31));
  service_free(service);
}

/* A list is put in order; none, or nothing written, is none. */
static void test_lists(void **state)
{
  (void)state;
  struct service *service = read("holidays: [2027-05-03, 2027-01-01, 2027-03-26]\n");
  assert_int_equal(service->n_holidays, 3);
  assert_int_equal(service->holidays[0], date_make(2027, 1, 1));
  assert_int_equal(service->holidays[2], date_make(2027, 5, 3));
  service_free(service);
  service = read("holidays: none\n");
  assert_int_equal(service->n_holidays, 0);
  service_free(service);
  service = read("");
  assert_int_equal(service->n_holidays, 0);
  service_free(service);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_bank_holidays),
      cmocka_unit_test(test_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
