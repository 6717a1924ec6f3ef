/* Files of other systems, laid into the folder as they are. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

#include <glib.h>

#define COLUMNS                                                                                    \
  "leave:\n"                                                                                       \
  "  columns: {Employee: clinician, First: from, Last: to, Type: kind, No: ignore}\n"              \
  "  dates: dd/mm/yyyy\n"
#define NAMES "name,clinician\n\"Best, Bob\",bob\nAnn One,ann\n\"Else, Somebody\",\n"

struct file {
  const char *path, *text;
};

/* The tiny service with these files beside it. */
static struct source *with(const struct file *files, int count)
{
  struct source *source = mistake_source(NULL, 0);
  for (int i = 0; i < count; i++)
    source_add(source, files[i].path, files[i].text);
  return source;
}

static void assert_said(const struct file *files, int count, const char *said)
{
  struct source *source = with(files, count);
  g_autofree char *report = written_report(source, "2027-02");
  assert_string_equal(report, said);
  source_free(source);
}

static void an_export_is_read_as_it_is(void **state)
{
  (void)state;
  static const struct file files[] = {
      {"columns.yaml", COLUMNS},
      {"names.csv", NAMES},
      {"2027-02/leave.csv",
       "No,Employee,First,Last,Type\n"
       "7,\"Best, Bob\",01/02/2027,03/02/2027 00:00,annual\n"
       "8,\"Else, Somebody\",01/02/2027,03/02/2027,annual\n"
       "9,ann,8/2/2027,8/2/2027,study\n"},
  };
  struct source *source = with(files, G_N_ELEMENTS(files));
  const char *const ids[] = {"2027-02", NULL};
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_OK);
  assert_int_equal(month->n_leaves, 2);
  assert_string_equal(service->clinicians[month->leaves[0].clinician].id, "bob");
  assert_int_equal(month->leaves[0].until, date_make(2027, 2, 3));
  assert_int_equal(month->leaves[0].where.line, 2);
  assert_string_equal(service->clinicians[month->leaves[1].clinician].id, "ann");
  assert_int_equal(month->leaves[1].from, date_make(2027, 2, 8));
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

static void what_does_not_fit_is_named(void **state)
{
  (void)state;
  static const struct file files[] = {
      {"columns.yaml", COLUMNS},
      {"names.csv", NAMES},
      {"2027-02/leave.csv", "Employee,First,Last,Type,Note\n"},
  };
  assert_said(files, G_N_ELEMENTS(files),
              "2027-02/leave.csv:1:1: warning: there is no column 'No', of which columns.yaml:2 "
              "speaks\n"
              "2027-02/leave.csv:1:26: unknown column 'Note'\n");
  static const struct file rows[] = {
      {"columns.yaml", COLUMNS},
      {"names.csv", NAMES},
      {"2027-02/leave.csv",
       "No,Employee,First,Last,Type\n"
       "7,\"Best, Rob\",01/02/2027,03/02/2027,annual\n"
       "8,ann,02/13/2027,03/02/2027,annual\n"},
  };
  assert_said(rows, G_N_ELEMENTS(rows),
              "2027-02/leave.csv:2:3: unknown clinician 'Best, Rob'\n"
              "2027-02/leave.csv:3:7: '02/13/2027' is no date such as dd/mm/yyyy "
              "(columns.yaml:3)\n");
}

static void mistakes_in_the_tables(void **state)
{
  (void)state;
  static const struct file files[] = {
      {"columns.yaml", "leave: {columns: {Employee: clinican}, dates: dd/mm}\nlocks: {}\n"},
      {"names.csv", "name,clinician\nAnn One,ann\nAnn One,bob\nann,bob\nZoe,zoe\n"},
  };
  assert_said(files, G_N_ELEMENTS(files),
              "columns.yaml:1:29: unknown column 'clinican'; did you mean 'clinician'?\n"
              "columns.yaml:1:47: expected the pattern of a date, such as dd/mm/yyyy or "
              "dd-mmm-yyyy, found 'dd/mm'\n"
              "columns.yaml:2:1: unknown key in columns.yaml: 'locks'\n"
              "names.csv:3:1: 'Ann One' is here twice\n"
              "names.csv:4:1: 'ann' is the id of a clinician, and can't be the name of another\n"
              "names.csv:5:5: unknown clinician 'zoe'\n");
}

static void staff_fill_in_what_entries_leave_out(void **state)
{
  (void)state;
  static const struct file files[] = {
      {"columns.yaml", "staff: {columns: {Who: clinician, Ends: leaves}, dates: dd/mm/yyyy}\n"},
      {"names.csv", NAMES},
      {"staff.csv",
       "Who,band,wte,role,Ends\n"
       "\"Best, Bob\",6,0.5,Physiotherapist,28/02/2027\n"
       "Carl,5,1,,\n"
       "\"Else, Somebody\",5,1,,\n"},
  };
  assert_said(files, G_N_ELEMENTS(files),
              "clinicians.yaml:1:1: warning: 'ann' has no row in staff.csv\n"
              "staff.csv:3:1: warning: 'Carl' has no entry in clinicians.yaml, and so no work; "
              "names.csv can say who it is\n");
  struct source *source = with(files, G_N_ELEMENTS(files));
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  const struct clinician *bob = &service->clinicians[service_clinician(service, "bob")];
  assert_string_equal(bob->role, "Physiotherapist");
  assert_int_equal(bob->leaves, date_make(2027, 2, 28));
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

static void entries_count_where_staff_differ(void **state)
{
  (void)state;
  static const struct file files[] = {
      {"staff.csv", "clinician,band,wte\nann,8a,1.00\nbob,6,1\nbob,6,1\n"},
  };
  assert_said(files, G_N_ELEMENTS(files),
              "staff.csv:2:5: warning: band '8a': clinicians.yaml:1 says '7', which counts\n"
              "staff.csv:4:1: 'bob' is here twice\n");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_export_is_read_as_it_is),
      cmocka_unit_test(what_does_not_fit_is_named),
      cmocka_unit_test(mistakes_in_the_tables),
      cmocka_unit_test(staff_fill_in_what_entries_leave_out),
      cmocka_unit_test(entries_count_where_staff_differ),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
