/* The bank holidays that rules give against those that were published or are in an
 * almanac: dates written out, no rule a second time. */
#include "tests/support/check.h"
#include "tests/support/written.h"

enum { FIRST_YEAR = 2026, LAST_YEAR = 2035 };

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

static bool closed(const struct service *service, const char *text)
{
  int date = DATE_NONE;
  assert_true(date_parse(text, &date));
  return service_is_holiday(service, date);
}

static int count_of(const struct service *service, int year)
{
  int count = 0;
  for (int i = 0; i < service->n_holidays; i++)
    count += date_year(service->holidays[i]) == year;
  return count;
}

/* www.gov.uk/bank-holidays, as published for 2026 to 2028. */
static const char *const published[] = {
    "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
    "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03",
    "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28", "2028-01-03", "2028-04-14",
    "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26",
};

/* The days themselves, where they fall on a weekend and a substitute was published. */
static const char *const weekends[] = {"2026-12-26", "2027-12-25", "2027-12-26", "2028-01-01"};

static void test_as_published(void **state)
{
  (void)state;
  struct service *service = read("holidays: england-and-wales\n");
  for (size_t i = 0; i < G_N_ELEMENTS(published); i++)
    assert_true(closed(service, published[i]));
  for (size_t i = 0; i < G_N_ELEMENTS(weekends); i++)
    assert_true(closed(service, weekends[i]));
  int count = 0;
  for (int year = 2026; year <= 2028; year++)
    count += count_of(service, year);
  assert_int_equal(count, G_N_ELEMENTS(published) + G_N_ELEMENTS(weekends));
  service_free(service);
}

/* Easter Mondays of the almanac, and each way in which Christmas and New Year can fall. */
static void test_later_years(void **state)
{
  (void)state;
  static const char *const almanac[] = {
      "2029-04-02", "2030-04-22", "2031-04-14", "2032-03-29", "2033-04-18",
      "2034-04-10", "2035-03-26", "2029-03-30", "2032-03-26", "2035-03-23",
      "2029-05-07", "2029-05-28", "2029-08-27", "2030-05-06", "2030-05-27",
      "2030-08-26", "2031-05-05", "2031-05-26", "2031-08-25", "2031-12-26",
      "2032-12-25", "2032-12-26", "2032-12-27", "2032-12-28", /* Saturday and Sunday */
      "2033-01-01", "2033-01-03",                             /* Saturday */
      "2033-12-25", "2033-12-26", "2033-12-27",               /* Sunday and Monday */
      "2034-01-01", "2034-01-02",                             /* Sunday */
      "2035-12-25", "2035-12-26",
  };
  static const int counts[] = {8, 8, 8, 10, 10, 9, 8}; /* 2029 to 2035 */
  struct service *service = read("holidays: england-and-wales\n");
  for (size_t i = 0; i < G_N_ELEMENTS(almanac); i++)
    assert_true(closed(service, almanac[i]));
  for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
    assert_int_equal(count_of(service, 2029 + (int)i), counts[i]);
  assert_false(closed(service, "2033-12-28"));
  assert_int_equal(service->holidays_from, date_make(FIRST_YEAR, 1, 1));
  assert_int_equal(service->holidays_until, date_make(LAST_YEAR, 12, 31));
  for (int i = 1; i < service->n_holidays; i++)
    assert_true(service->holidays[i - 1] < service->holidays[i]);
  service_free(service);
}

/* What was proclaimed is written beside the name of the rest. */
static void test_with_a_special_day(void **state)
{
  (void)state;
  struct service *service = read("holidays: [2030-06-03, england-and-wales, 2026-01-02]\n");
  struct service *rest = read("holidays: [england-and-wales, england-and-wales]\n");
  assert_true(closed(service, "2030-06-03") && closed(service, "2026-01-02"));
  assert_true(closed(service, "2030-12-25"));
  assert_false(closed(rest, "2030-06-03"));
  assert_int_equal(service->n_holidays, rest->n_holidays + 2);
  assert_int_equal(service->holidays[1], date_make(2026, 1, 2));
  assert_int_equal(service->holidays_until, date_make(LAST_YEAR, 12, 31));
  service_free(service);
  service_free(rest);
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
      cmocka_unit_test(test_as_published),
      cmocka_unit_test(test_later_years),
      cmocka_unit_test(test_with_a_special_day),
      cmocka_unit_test(test_lists),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
