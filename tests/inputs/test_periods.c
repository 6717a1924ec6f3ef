/* Periods of weeks, as they are written: which days they are, and what is wrong with them, in
 * their folders and in the history. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#define FOUR(first) "period: {from: " first ", weeks: 4}\n"
#define PUBLISHED(id, rest) "month: " id "\n" rest "accounts: {}\nassignments: {}\nchecksum: none\n"

struct written {
  const char *path, *text;
};

/* All that is said when these files lie beside the small service's, and the month is read. */
static void assert_said(const struct written *files, int count, const char *month, const char *said)
{
  struct source *source = mistake_source(NULL, 0);
  for (int i = 0; i < count; i++)
    source_add(source, files[i].path, files[i].text);
  g_autofree char *report = written_report(source, month);
  assert_string_equal(report, said);
  source_free(source);
}

#define SAID(month, said, ...)                                                                     \
  do {                                                                                             \
    static const struct written files[] = {__VA_ARGS__};                                           \
    assert_said(files, G_N_ELEMENTS(files), month, said);                                          \
  } while (0)

static void test_a_folder_says_how_many(void **state)
{
  (void)state;
  SAID("2027-03-08", "", {"2027-03-08/month.yaml", FOUR("2027-03-08")});
  SAID("2027-03-08", "", {"2027-03-08/month.yaml", "period: {from: 2027-03-08, weeks: 1}\n"});
  SAID("2027-03-10", "", {"2027-03-10/month.yaml", "period: {from: 2027-03-10, weeks: 13}\n"});
  SAID("2027-03-08",
       "2027-03-08/month.yaml:1:35: expected a whole number from 1 to 13, found '14'\n",
       {"2027-03-08/month.yaml", "period: {from: 2027-03-08, weeks: 14}\n"});
  SAID("2027-03-08",
       "2027-03-08/month.yaml:1:35: expected a whole number from 1 to 13, found '0'\n",
       {"2027-03-08/month.yaml", "period: {from: 2027-03-08, weeks: 0}\n"});
  SAID("2027-03-08",
       "2027-03-08/month.yaml:1:16: begins on 2027-03-09, in what is called '2027-03-08'; a "
       "period is called by its first day\n",
       {"2027-03-08/month.yaml", FOUR("2027-03-09")});
  SAID("2027-03-08", "2027-03-08/month.yaml:1:9: a period needs 'weeks'\n",
       {"2027-03-08/month.yaml", "period: {from: 2027-03-08}\n"});
  SAID("2027-03-08",
       "2027-03-08/month.yaml:0:0: a period of how many weeks? say 'period: {from: 2027-03-08, "
       "weeks: 4}'\n",
       {"2027-03-08/month.yaml", "[4]\n"});
}

static void test_without_a_word_of_it(void **state)
{
  (void)state;
  static const char said[] =
      "2027-03-08/month.yaml:0:0: a period of how many weeks? say 'period: "
      "{from: 2027-03-08, weeks: 4}'\n";
  assert_said(NULL, 0, "2027-03-08", said);
  SAID("2027-03-08", said, {"2027-03-08/month.yaml", ""});
  SAID("2027-03-08", said, {"2027-03-08/month.yaml", "closures: []\n"});
}

static void test_a_calendar_month_has_none(void **state)
{
  (void)state;
  SAID("2027-03",
       "2027-03/month.yaml:1:9: '2027-03' is a calendar month; a period of weeks is called by its "
       "first day, as in '2027-01-04'\n",
       {"2027-03/month.yaml", FOUR("2027-03-01")});
}

/* Each kind of date, on the last day and on the one after it. */
static void test_dates_are_within_it(void **state)
{
  (void)state;
  SAID("2027-03-08", "",
       {"2027-03-08/month.yaml", FOUR("2027-03-08") "closures: [{from: 2027-04-04}]\n"
                                                    "agreed: [{clinician: bob, on: 2027-04-02}]\n"},
       {"2027-03-08/locks.csv",
        "clinician,date,session,task,site\nann,2027-04-02,am,clinic,hove\n"});
  SAID("2027-03-08",
       "2027-03-08/locks.csv:2:5: 2027-04-05 is not in the 4 weeks from 2027-03-08\n"
       "2027-03-08/month.yaml:2:12: the closure is not in the 4 weeks from 2027-03-08\n"
       "2027-03-08/month.yaml:3:31: the date is not in the 4 weeks from 2027-03-08\n",
       {"2027-03-08/month.yaml", FOUR("2027-03-08") "closures: [{from: 2027-04-05}]\n"
                                                    "agreed: [{clinician: ann, on: 2027-03-05}]\n"},
       {"2027-03-08/locks.csv",
        "clinician,date,session,task,site\nann,2027-04-05,am,clinic,hove\n"});
}

/* Absence counts in every period, and month, that it reaches into, wherever it is written. */
static void test_absence_over_their_ends(void **state)
{
  (void)state;
  static const struct {
    const char *month, *weeks, *from, *until;
  } cases[] = {
      {"2027-02-08", FOUR("2027-02-08"), "2027-03-05", "2027-03-07"},
      {"2027-03-08", FOUR("2027-03-08"), "2027-03-08", "2027-04-04"},
      {"2027-04-05", "period: {from: 2027-04-05, weeks: 1}\n", "2027-04-05", "2027-04-09"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    struct rule_example example = {
        .month_id = cases[i].month,
        .month = cases[i].weeks,
        .files = {{"2027-03-08/leave.csv",
                   "clinician,from,to,kind,sessions\nann,2027-03-05,2027-04-09,annual,\n"}},
    };
    struct world *world = world_new(&example, NULL);
    char from[DATE_TEXT_SIZE], until[DATE_TEXT_SIZE];
    assert_int_equal(world->month->n_leaves, 1);
    assert_string_equal(date_format(world->month->leaves[0].from, from), cases[i].from);
    assert_string_equal(date_format(world->month->leaves[0].until, until), cases[i].until);
    world_free(world);
  }
}

static void test_absence_in_no_period(void **state)
{
  (void)state;
  SAID("2027-03-08",
       "2027-03-08/leave.csv:2:1: warning: 2027-04-05 is in no month that has a folder, so nothing "
       "comes of it\n"
       "2027-03-08/leave.csv:3:1: warning: 2026-03-31 is in no month that has a folder, so nothing "
       "comes of it; did you mean 2027-03-31?\n",
       {"2027-03-08/month.yaml", FOUR("2027-03-08")},
       {"2027-03-08/leave.csv",
        "clinician,from,to,kind\nann,2027-04-05,2027-04-06,annual\n"
        "ann,2026-03-31,2026-03-31,annual\n"});
  SAID("2027-03-08", "", {"2027-03-08/month.yaml", FOUR("2027-03-08")},
       {"2027-04-05/month.yaml", FOUR("2027-04-05")},
       {"2027-03-08/leave.csv", "clinician,from,to,kind\nann,2027-04-05,2027-04-06,annual\n"});
}

static void test_folders_with_days_in_common(void **state)
{
  (void)state;
  SAID("2027-03",
       "2027-03-08:0:0: warning: has days of 2027-03, which has a folder too: only one of the two "
       "can be published\n",
       {"2027-03/month.yaml", ""}, {"2027-03-08/month.yaml", FOUR("2027-03-08")});
  SAID("2027-04-05", "", {"2027-03/month.yaml", ""}, {"2027-03-08/month.yaml", FOUR("2027-03-08")},
       {"2027-04-05/month.yaml", FOUR("2027-04-05")});
  SAID("2027-04-05",
       "2027-04-05:0:0: warning: has days of 2027-03-09, which has a folder too: only one of the "
       "two can be published\n",
       {"2027-03-09/month.yaml", FOUR("2027-03-09")},
       {"2027-04-05/month.yaml", FOUR("2027-04-05")});
}

static void test_published_days_in_common(void **state)
{
  (void)state;
  SAID("2027-04",
       "history/2027-03-08.yaml:0:0: 2027-03-08 is published, and has days of 2027-04\n"
       "history/2027-03-08.yaml:0:0: warning: changed since it was published\n",
       {"history/2027-03-08.yaml", PUBLISHED("2027-03-08", FOUR("2027-03-08"))});
  SAID("2027-03", "history/2027-03-08.yaml:0:0: 2027-03-08 is published, and has days of 2027-03\n",
       {"history/2027-03-08.yaml", PUBLISHED("2027-03-08", FOUR("2027-03-08"))});
  SAID("2027-03-08",
       "history/2027-03.yaml:0:0: 2027-03 is published, and has days of the 4 weeks from "
       "2027-03-08\n"
       "history/2027-03.yaml:0:0: warning: changed since it was published\n",
       {"2027-03-08/month.yaml", FOUR("2027-03-08")},
       {"history/2027-03.yaml", PUBLISHED("2027-03", "")});
  SAID("2027-05",
       "history/2027-03-08.yaml:0:0: warning: changed since it was published\n"
       "history/2027-03.yaml:0:0: has days of 2027-03-08, which is published too\n"
       "history/2027-03.yaml:0:0: warning: changed since it was published\n",
       {"history/2027-03-08.yaml", PUBLISHED("2027-03-08", FOUR("2027-03-08"))},
       {"history/2027-03.yaml", PUBLISHED("2027-03", "")});
  /* by one day, and by none */
  SAID("2027-04",
       "history/2027-03-05.yaml:0:0: 2027-03-05 is published, and has days of 2027-04\n"
       "history/2027-03-05.yaml:0:0: warning: changed since it was published\n",
       {"history/2027-03-05.yaml", PUBLISHED("2027-03-05", FOUR("2027-03-05"))});
  SAID("2027-04", "history/2027-03-04.yaml:0:0: warning: changed since it was published\n",
       {"history/2027-03-04.yaml", PUBLISHED("2027-03-04", FOUR("2027-03-04"))});
  /* its own, and those that just touch it */
  SAID("2027-03-08",
       "history/2027-02-08.yaml:0:0: warning: changed since it was published\n"
       "history/2027-04-05.yaml:0:0: warning: changed since it was published\n",
       {"2027-03-08/month.yaml", FOUR("2027-03-08")},
       {"history/2027-02-08.yaml", PUBLISHED("2027-02-08", FOUR("2027-02-08"))},
       {"history/2027-03-08.yaml", PUBLISHED("2027-03-08", FOUR("2027-03-08"))},
       {"history/2027-04-05.yaml", PUBLISHED("2027-04-05", FOUR("2027-04-05"))});
}

static void test_a_history_that_does_not_say(void **state)
{
  (void)state;
  SAID("2027-05", "history/2027-03-08.yaml:0:0: a period of how many weeks? it does not say\n",
       {"history/2027-03-08.yaml", PUBLISHED("2027-03-08", "")});
  SAID("2027-05",
       "history/2027-03.yaml:0:0: warning: changed since it was published\n"
       "history/2027-03.yaml:2:9: '2027-03' is a calendar month; a period of weeks is called by "
       "its first day, as in '2027-01-04'\n",
       {"history/2027-03.yaml", PUBLISHED("2027-03", FOUR("2027-03-01"))});
}

/* A name that looks like a date is asked about. */
static void test_names_that_are_nearly_right(void **state)
{
  (void)state;
  SAID("2027-02", "2027-3-8:0:0: warning: this folder is not read; did you mean '2027-03-08'?\n",
       {"2027-3-8/month.yaml", FOUR("2027-03-08")});
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_folder_says_how_many),
      cmocka_unit_test(test_without_a_word_of_it),
      cmocka_unit_test(test_a_calendar_month_has_none),
      cmocka_unit_test(test_dates_are_within_it),
      cmocka_unit_test(test_absence_over_their_ends),
      cmocka_unit_test(test_absence_in_no_period),
      cmocka_unit_test(test_folders_with_days_in_common),
      cmocka_unit_test(test_published_days_in_common),
      cmocka_unit_test(test_a_history_that_does_not_say),
      cmocka_unit_test(test_names_that_are_nearly_right),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
