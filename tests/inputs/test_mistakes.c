/* Mistakes of YAML itself, and those of several files at once. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

static const struct mistake mistakes[] = {
    {"service.yaml", "sites:", "sites: {",
     "service.yaml:6:3: not proper YAML: did not find expected ',' or '}' while parsing a flow "
     "mapping (from line 4)\n"},
    {"service.yaml",
     "  hove:", "\thove:", "service.yaml:5:1: a tab can't be used here; use spaces\n"},
    {"service.yaml", "service: Tiny", "service: !!str Tiny",
     "service.yaml:1:10: tags such as '!!str' are not understood; leave it out\n"},
    {"service.yaml", "service: Tiny", "service: *tiny",
     "service.yaml:1:10: the alias '*tiny' stands for nothing\n"},
    {"service.yaml", "sites:",
     "sites: &s\n"
     "  loop: *s",
     "service.yaml:5:9: the alias '*s' is inside what it stands for\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "---\n"
     "service: Two",
     "service.yaml:2:1: a second document; only one is read\n"},
    {"service.yaml", "service: Tiny", "service: \"Tiny\\0\"",
     "service.yaml:1:10: a text with a NUL in it\n"},
    {"service.yaml", "service: Tiny", "service: \"Tiny \\uD800\"",
     "service.yaml:1:18: not proper YAML: found invalid Unicode character escape code while "
     "parsing a quoted scalar (from line 1)\n"},
    {"service.yaml", "service: Tiny", "service: \"Tiny\\nTwo\"",
     "service.yaml:1:10: expected one line of at most 100 characters, found 'Tiny?Two'\n"},
};

static void without_a_mistake_nothing_is_said(void **state)
{
  (void)state;
  struct source *source = mistake_source(NULL, 0);
  g_autofree char *report = written_report(source, "2027-02");
  assert_string_equal(report, "");
  source_free(source);
}

static void each_mistake_is_said_in_its_place(void **state)
{
  (void)state;
  mistakes_are_said(mistakes, G_N_ELEMENTS(mistakes));
}

static void mistakes_of_all_files_are_said_in_one_run(void **state)
{
  (void)state;
  static const struct mistake list[] = {
      {"service.yaml", "kind: hub", "kind: hub, colour: red", NULL},
      {"clinicians.yaml", "band: 7", "band: seven", NULL},
      {"travel.csv", NULL, "from,to,minutes\nhove,hull,5\n", NULL},
      {"2027-02/leave.csv", NULL, "clinician,from,to,kind\nbib,2027-02-01,2027-02-01,annual\n",
       NULL},
      {"2027-02/month.yaml", NULL, "closures: 5\n", NULL},
      {"2027-02/preferences/bob.yaml", NULL, "clinician: bob\nmonth: 2027-02\nsubmitted: soon\n",
       NULL},
  };
  struct source *source = mistake_source(list, G_N_ELEMENTS(list));
  g_autofree char *report = written_report(source, "2027-02");
  assert_string_equal(
      report,
      "2027-02/leave.csv:2:1: unknown clinician 'bib'; did you mean 'bob'?\n"
      "2027-02/month.yaml:1:11: expected a list for closures, found '5'\n"
      "2027-02/preferences/bob.yaml:3:12: expected a date such as 2027-01-12, found 'soon'\n"
      "clinicians.yaml:1:13: expected a band from 2 to 9, or 8a to 8d, found 'seven'\n"
      "service.yaml:5:21: unknown key in a site: 'colour'\n"
      "travel.csv:2:6: unknown site 'hull'\n");
  source_free(source);
}

static void a_month_must_be_a_month(void **state)
{
  (void)state;
  struct source *source = mistake_source(NULL, 0);
  static const char *const ids[] = {"2027-13", "2027-1",  "january",   "../2027-01",
                                    "",        "9999-01", "2027-02-30"};
  for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
    g_autofree char *report = written_report(source, ids[i]);
    g_autofree char *expected = g_strdup_printf(
        "%s:0:0: this is no month; write it as 2027-01, or, of weeks, as their "
        "first day\n",
        ids[i]);
    assert_string_equal(report, expected);
  }
  source_free(source);
}

static void holidays_end_somewhere(void **state)
{
  (void)state;
  static const struct mistake known = {"service.yaml", "service: Tiny",
                                       "service: Tiny\nholidays: england-and-wales", NULL};
  struct source *source = mistake_source(&known, 1);
  g_autofree char *inside = written_report(source, "2035-12");
  assert_string_equal(inside, "");
  g_autofree char *outside = written_report(source, "2036-01");
  assert_string_equal(outside,
                      "service.yaml:2:11: the holidays of 2036 are not known here; write a "
                      "list of dates\n");
  source_free(source);
}

/* 28 December 2026 begins week 53, and 4 January week 1; a year later nothing meets. */
static void two_odd_weeks_meet(void **state)
{
  (void)state;
  static const struct {
    const char *works, *month, *said;
  } cases[] = {
      {"works: {odd: {mon-tue: [am, pm], fri: am}, even: {wed: [pm]}}", "2026-12",
       "clinicians.yaml:2:23: warning: the weeks of 2026-12-28 and 2027-01-04 are both odd, so "
       "'bob' works the odd one twice; to take turns, write 'works: {cycle: 2026-12-28, weeks: "
       "[{mon-tue: [am, pm], fri: [am]}, {wed: [pm]}]}'\n"},
      {"works: {even: {wed: [pm]}}", "2027-01",
       "clinicians.yaml:2:23: warning: the weeks of 2026-12-28 and 2027-01-04 are both odd, so "
       "'bob' works the odd one twice; to take turns, write 'works: {cycle: 2026-12-28, weeks: "
       "[{}, {wed: [pm]}]}'\n"},
      {"works: {odd: {mon: am}, even: {mon: pm}}", "2032-12",
       "clinicians.yaml:2:23: warning: the weeks of 2032-12-27 and 2033-01-03 are both odd, so "
       "'bob' works the odd one twice; to take turns, write 'works: {cycle: 2032-12-27, weeks: "
       "[{mon: [am]}, {mon: [pm]}]}'\n"},
      {"works: {odd: {mon: am}, even: {mon: pm}}", "2027-02", ""},
      {"works: {odd: {mon: am}, even: {mon: pm}}", "2027-12", ""},
      {"works: {odd: {mon: am}, even: {mon: pm}}", "2028-01", ""},
      {"works: {odd: {mon: am}, even: {mon: am}}", "2027-01", ""},
      {"works: {cycle: 2026-12-28, weeks: [{mon: am}, {mon: pm}]}", "2027-01", ""},
      {"leaves: 2026-12-27, works: {odd: {mon: am}, even: {mon: pm}}", "2026-12", ""},
      {"joins: 2027-01-11, works: {odd: {mon: am}, even: {mon: pm}}", "2027-01", ""},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct mistake change = {"clinicians.yaml", "works: {mon: [am]}", cases[i].works, NULL};
    struct source *source = mistake_source(&change, 1);
    g_autofree char *said = written_report(source, cases[i].month);
    assert_string_equal(said, cases[i].said);
    source_free(source);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_a_mistake_nothing_is_said),
      cmocka_unit_test(each_mistake_is_said_in_its_place),
      cmocka_unit_test(mistakes_of_all_files_are_said_in_one_run),
      cmocka_unit_test(a_month_must_be_a_month),
      cmocka_unit_test(holidays_end_somewhere),
      cmocka_unit_test(two_odd_weeks_meet),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
