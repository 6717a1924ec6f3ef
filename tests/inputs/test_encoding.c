/* Files as spreadsheets and editors save them: what is no matter is read, and what is said of
 * the rest is how to save it. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

#include <glib.h>
#include <string.h>

#define ROWS "clinician,from,to,kind\r\nann,2027-02-01,2027-02-02,annual\r\n"

/* All that is said where a file of the tiny service holds these bytes. */
static char *said_of(const char *path, const char *bytes, size_t length)
{
  struct source *source = mistake_source(NULL, 0);
  source_add_bytes(source, path, bytes, length);
  char *report = written_report(source, "2027-02");
  source_free(source);
  return report;
}

/* One sentence, at that place, which begins so and names the program to save it with. */
static void assert_how(const char *path, const char *bytes, size_t length, const char *begins,
                       const char *program)
{
  g_autofree char *report = said_of(path, bytes, length);
  if (!g_str_has_prefix(report, begins) || !strstr(report, program))
    fail_msg("'%s' and '%s' expected, found '%s'", begins, program, report);
  assert_ptr_equal(strchr(report, '\n') + 1, report + strlen(report));
}

static char *in(const char *encoding, const char *text, gsize *length)
{
  char *bytes = g_convert(text, -1, encoding, "UTF-8", NULL, length, NULL);
  assert_non_null(bytes);
  return bytes;
}

static void utf_16_is_told(void **state)
{
  (void)state;
  static const char *const encodings[] = {"UTF-16LE", "UTF-16BE"};
  for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++) {
    gsize marked, plain, short_one;
    g_autofree char *with = in(encodings[i], "\xef\xbb\xbf" ROWS, &marked);
    g_autofree char *without = in(encodings[i], ROWS, &plain);
    g_autofree char *yaml = in(encodings[i], "closures: []\n", &short_one);
    assert_how("2027-02/leave.csv", with, marked, "2027-02/leave.csv:1:1: this is UTF-16", "Excel");
    assert_how("2027-02/leave.csv", without, plain, "2027-02/leave.csv:1:1: this is UTF-16",
               "LibreOffice");
    assert_how("2027-02/month.yaml", yaml, short_one, "2027-02/month.yaml:1:1: this is UTF-16",
               "editor");
  }
}

static void windows_1252_is_told(void **state)
{
  (void)state;
  gsize length;
  g_autofree char *leave = in(
      "WINDOWS-1252", "clinician,from,to,kind\nann,2027-02-01,2027-02-02,cong\xc3\xa9\n", &length);
  assert_how("2027-02/leave.csv", leave, length,
             "2027-02/leave.csv:2:31: this is not UTF-8, but probably Windows-1252", "Excel");
  g_autofree char *month = in("WINDOWS-1252", "# d\xc3\xa9j\xc3\xa0 vu\n", &length);
  assert_how("2027-02/month.yaml", month, length, "2027-02/month.yaml:1:4: this is not UTF-8",
             "editor");
}

static void separators_are_told(void **state)
{
  (void)state;
  static const struct {
    const char *path, *text, *begins;
  } cases[] = {
      {"2027-02/leave.csv", "clinician;from;to;kind\nann;2027-02-01;2027-02-02;annual\n",
       "2027-02/leave.csv:1:1: the columns are separated by semicolons"},
      {"2027-02/leave.csv", "\"clinician\";\"from\";\"to\";\"kind\"\r\n",
       "2027-02/leave.csv:1:1: the columns are separated by semicolons"},
      {"2027-02/leave.csv",
       "\xef\xbb\xbf"
       "sep=;\r\nclinician;from;to;kind\r\n",
       "2027-02/leave.csv:1:1: the columns are separated by semicolons"},
      {"2027-02/locks.csv", "clinician\tdate\tsession\ttask\tsite\n",
       "2027-02/locks.csv:1:1: the columns are separated by tabs"},
      {"travel.csv", "from;to;minutes\rhove;stone;10\r",
       "travel.csv:1:1: the columns are separated by semicolons"},
      {"2027-02/leave.csv", "clinician,from,to,kind\rann,2027-02-01,2027-02-02,annual\r",
       "2027-02/leave.csv:1:1: the lines end in CR alone"},
      {"2027-02/leave.csv", "PK\x03\x04 and so on", "2027-02/leave.csv:1:1: this is a workbook"},
      {"2027-02/month.yaml", "PK\x03\x04 and so on", "2027-02/month.yaml:1:1: this is a workbook"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
    assert_how(cases[i].path, cases[i].text, strlen(cases[i].text), cases[i].begins, "save it in");
}

/* A byte order mark, lines of old Macs in YAML, and semicolons in a cell are no matter. */
static void what_is_no_matter_is_read(void **state)
{
  (void)state;
  static const char *const files[][2] = {
      {"2027-02/month.yaml",
       "\xef\xbb\xbf"
       "closures:\r\n  - {from: 2027-02-01}\r\n"},
      {"2027-02/month.yaml", "closures:\r  - {from: 2027-02-01}\r"},
      {"2027-02/preferences/ann.yaml",
       "\xef\xbb\xbf"
       "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\n"},
      {"2027-02/leave.csv", "\xef\xbb\xbf" ROWS},
      {"2027-02/leave.csv", "clinician,from,to,kind\nann,2027-02-01,2027-02-02,study; paid\n"},
      {"2027-02/leave.csv", "clinician,from,to,kind"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autofree char *report = said_of(files[i][0], files[i][1], strlen(files[i][1]));
    assert_string_equal(report, "");
  }
  g_autofree char *place = said_of("2027-02/month.yaml",
                                   "\xef\xbb\xbf"
                                   "closure: []\n",
                                   15);
  assert_true(g_str_has_prefix(place, "2027-02/month.yaml:1:1: unknown key"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(utf_16_is_told),
      cmocka_unit_test(windows_1252_is_told),
      cmocka_unit_test(separators_are_told),
      cmocka_unit_test(what_is_no_matter_is_read),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
