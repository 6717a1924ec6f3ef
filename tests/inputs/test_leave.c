/* Absence counts wherever it is written: leave.csv of all months, read for one. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

#include <glib.h>
#include <string.h>

#define HEADER "clinician,from,to,kind,sessions\n"

/* The tiny service with these rows in leave.csv of December, January, February 2027. */
static struct source *rows(const char *december, const char *january, const char *february)
{
  const char *const ids[] = {"2026-12", "2027-01", "2027-02"};
  const char *const texts[] = {december, january, february};
  struct source *source = mistake_source(NULL, 0);
  for (int i = 0; i < 3; i++) {
    g_autofree char *path = g_build_filename(ids[i], "leave.csv", NULL);
    g_autofree char *text = g_strconcat(HEADER, texts[i], NULL);
    if (*texts[i])
      source_add(source, path, text);
  }
  return source;
}

/* All that is said; frees the source. */
static char *said_of(struct source *source, const char *month_id)
{
  char *report = written_report(source, month_id);
  source_free(source);
  return report;
}

/* "ann 01-08 255 annual, ..." of the month, and all that is said; frees the source. */
static void assert_leave(struct source *source, const char *month_id, const char *wanted,
                         const char *said)
{
  const char *const ids[] = {month_id, NULL};
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_OK);
  g_autoptr(GString) found = g_string_new(NULL);
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    g_string_append_printf(found, "%s%s %02d-%02d %d %s", i > 0 ? ", " : "",
                           service->clinicians[leave->clinician].id, date_day(leave->from),
                           date_day(leave->until), leave->blocks, leave->kind);
  }
  assert_string_equal(found->str, wanted);
  g_autofree char *report = written_said(diagnostics);
  assert_string_equal(report, said);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

static void leave_runs_into_the_next_month(void **state)
{
  (void)state;
  const char *december = "ann,2026-12-21,2027-01-08,annual,\nbob,2027-02-01,2027-02-01,study,am\n";
  assert_leave(rows(december, "", ""), "2026-12", "ann 21-31 255 annual",
               "2026-12/leave.csv:3:1: warning: 2027-02-01 is in no month that has a folder, so "
               "nothing comes of it\n");
  assert_leave(rows(december, "", ""), "2027-01", "ann 01-08 255 annual", "");
  assert_leave(rows(december, "", ""), "2027-02", "bob 01-01 1 study", "");
  assert_leave(rows(december, "", ""), "2027-03", "", "");
}

/* A month's file may speak of an earlier one, as an export of late changes does. */
static void leave_runs_back(void **state)
{
  (void)state;
  assert_leave(rows("bob,2026-12-07,2026-12-07,sick,\n", "ann,2026-12-28,2027-01-05,annual,\n", ""),
               "2026-12", "bob 07-07 255 sick, ann 28-31 255 annual", "");
}

/* A year off is taken; more may be a year that was mistyped. */
static void more_than_a_year_is_asked_about(void **state)
{
  (void)state;
  assert_leave(rows("ann,2026-12-07,2027-12-08,maternity,\n", "", ""), "2026-12",
               "ann 07-31 255 maternity", "");
  assert_leave(rows("ann,2026-12-07,2027-12-09,maternity,\n", "", ""), "2026-12",
               "ann 07-31 255 maternity",
               "2026-12/leave.csv:2:1: warning: this is of more than a year, from 2026-12-07 to "
               "2027-12-09; are both years right?\n");
  assert_leave(rows("bob,2025-12-07,2026-12-09,sick,\n", "", ""), "2026-12", "bob 01-09 255 sick",
               "2026-12/leave.csv:2:1: warning: this is of more than a year, from 2025-12-07 to "
               "2026-12-09; are both years right?\n");
}

/* The month's own row first; what another file says again is not counted twice. */
static void what_is_said_twice_counts_once(void **state)
{
  (void)state;
  assert_leave(rows("ann,2026-12-21,2027-01-08,annual,\n",
                    "bob,2027-01-04,2027-01-04,sick,\nann,2026-12-21,2027-01-08,annual,am pm\n",
                    ""),
               "2027-01", "bob 04-04 255 sick, ann 01-08 3 annual", "");
}

static void a_later_file_that_says_less_is_named(void **state)
{
  (void)state;
  const char *december = "ann,2026-12-21,2027-01-08,annual,\n";
  const char *said =
      "2027-01/leave.csv:2:1: warning: shorter than 2026-12/leave.csv:2 says, and "
      "both count; if this is right, mend it there\n";
  assert_leave(rows(december, "ann,2027-01-01,2027-01-06,annual,\n", ""), "2027-01",
               "ann 01-06 255 annual, ann 01-08 255 annual", said);
  assert_leave(rows(december, "ann,2027-01-01,2027-01-08,annual,am\n", ""), "2027-01",
               "ann 01-08 1 annual, ann 01-08 255 annual", said);
  /* Mornings alone are shorter or not as whole days are. */
  assert_leave(
      rows("ann,2026-12-21,2027-01-08,annual,am\n", "ann,2027-01-01,2027-01-06,annual,am\n", ""),
      "2027-01", "ann 01-06 1 annual, ann 01-08 1 annual", said);
  assert_leave(
      rows("ann,2026-12-21,2027-01-08,annual,pm\n", "ann,2027-01-01,2027-01-06,annual,pm\n", ""),
      "2027-01", "ann 01-06 2 annual, ann 01-08 2 annual", said);
  /* What is left out are a Saturday and a Sunday: nobody works then. */
  assert_leave(
      rows("ann,2026-12-21,2027-01-10,annual,\n", "ann,2027-01-01,2027-01-08,annual,\n", ""),
      "2027-01", "ann 01-08 255 annual, ann 01-10 255 annual", "");
  /* Two rows of the later file say as much; and one of other days says nothing of it. */
  assert_leave(
      rows(december, "ann,2027-01-01,2027-01-05,annual,\nann,2027-01-06,2027-01-08,sick,\n", ""),
      "2027-01", "ann 01-05 255 annual, ann 06-08 255 sick", "");
  assert_leave(rows(december, "ann,2027-01-25,2027-01-26,annual,\n", ""), "2027-01",
               "ann 25-26 255 annual, ann 01-08 255 annual", "");
  /* Nobody is named where another person's leave is shorter. */
  assert_leave(rows(december, "bob,2027-01-04,2027-01-04,annual,\n", ""), "2027-01",
               "bob 04-04 255 annual, ann 01-08 255 annual", "");
}

static void last_years_date_is_named(void **state)
{
  (void)state;
  struct source *source = rows("", "", "ann,2027-02-01,2027-02-01,annual,\n");
  source_add(source, "2026-02/month.yaml", "closures: []\n");
  source_add(source, "2027-02/leave.csv", HEADER "ann,2026-02-01,2026-02-03,annual,\n");
  assert_leave(source, "2027-02", "",
               "2027-02/leave.csv:2:1: warning: 2026-02-01 is in another year than this folder's "
               "month; did you mean 2027-02-01?\n");
}

static void many_idle_rows_are_counted(void **state)
{
  (void)state;
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 30; i++)
    g_string_append(text, "ann,2030-01-01,2030-01-02,annual,\n");
  g_autofree char *report = said_of(rows("", text->str, ""), "2027-01");
  assert_non_null(strstr(report, "leave.csv:21:1: warning: 2030-01-01 is in no month"));
  assert_null(strstr(report, "leave.csv:22:1"));
  assert_non_null(strstr(report,
                         "2027-01/leave.csv:31:1: warning: the last of 30 such rows, of "
                         "which the first 20 are named\n"));
}

/* What another month's file says of other months is not looked into: who it names may have
 * left. What it says of this one must be right. */
static void other_months_rows(void **state)
{
  (void)state;
  g_autofree char *before = said_of(rows("gone,2026-12-01,2026-12-04,sick,\n", "", ""), "2027-01");
  assert_string_equal(before, "");
  g_autofree char *now = said_of(rows("gone,2026-12-01,2027-01-04,sick,\n", "", ""), "2027-01");
  assert_string_equal(now, "2026-12/leave.csv:2:1: unknown clinician 'gone'\n");
  g_autofree char *dates = said_of(rows("ann,2027-01-01,soon,sick,\n", "", ""), "2027-01");
  assert_string_equal(dates,
                      "2026-12/leave.csv:2:16: expected a date such as 2027-01-12, found "
                      "'soon'\n");
}

/* A file that says something of the month is among what it was built from; no other is. */
static void inputs_are_what_counted(void **state)
{
  (void)state;
  static const char *const wanted[] = {"2026-12/leave.csv", "2027-01/leave.csv", "clinicians.yaml",
                                       "service.yaml"};
  struct source *source =
      rows("ann,2026-12-21,2027-01-08,annual,\n", "ann,2027-01-11,2027-01-11,sick,\n",
           "bob,2027-02-01,2027-02-01,study,\n");
  g_autofree char *report = written_report(source, "2027-01");
  int count;
  const struct source_file *const *files = source_files(source, &count);
  assert_int_equal(count, 4);
  for (int i = 0; i < count; i++)
    assert_string_equal(files[i]->path, wanted[i]);
  g_autofree char *later = written_report(source, "2027-02");
  files = source_files(source, &count);
  assert_string_equal(files[0]->path, "2027-02/leave.csv");
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(more_than_a_year_is_asked_about),
      cmocka_unit_test(leave_runs_into_the_next_month),
      cmocka_unit_test(leave_runs_back),
      cmocka_unit_test(what_is_said_twice_counts_once),
      cmocka_unit_test(a_later_file_that_says_less_is_named),
      cmocka_unit_test(last_years_date_is_named),
      cmocka_unit_test(many_idle_rows_are_counted),
      cmocka_unit_test(other_months_rows),
      cmocka_unit_test(inputs_are_what_counted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
