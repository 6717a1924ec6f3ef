/* What is wrong in a preference file is left out, and all else goes on. */
#include "inputs/inputs.h"
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

#include <string.h>

#define ANN "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
#define BOB "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\n"

/* What is in a month's wishes: "ann: hove, fcp, bob, 6" (the line of a request). */
static char *kept_wishes(const struct service *service, const struct month *month)
{
  GString *out = g_string_new(NULL);
  for (int i = 0; i < month->n_preferences; i++) {
    const struct preferences *kept = &month->preferences[i];
    g_string_append_printf(out, "%s:", service->clinicians[kept->clinician].id);
    for (int w = 0; w < kept->n_sites; w++)
      g_string_append_printf(out, " %s", service->sites[kept->sites[w].item].id);
    for (int w = 0; w < kept->n_tasks; w++)
      g_string_append_printf(out, " %s", service->tasks[kept->tasks[w].item].id);
    for (int w = 0; w < kept->n_people; w++)
      g_string_append_printf(out, " %s", service->clinicians[kept->people[w].item].id);
    for (int r = 0; r < kept->n_requests; r++)
      g_string_append_printf(out, " %d", kept->requests[r].where.line);
    g_string_append_c(out, '\n');
  }
  return g_string_free(out, FALSE);
}

static void reads(const struct mistake *files, int count, const char *kept, int omitted)
{
  struct source *source = mistake_source(files, count);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {"2027-02", NULL};
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_OK);
  assert_int_equal(diagnostics_errors(diagnostics), 0);
  assert_int_equal(diagnostics_mistakes(diagnostics), omitted);
  assert_int_equal(month->n_omissions, omitted);
  for (int i = 0; i < omitted; i++) {
    assert_true(g_str_has_prefix(month->omissions[i].where.file, "2027-02/preferences/"));
    assert_true(strlen(month->omissions[i].text) > 0);
  }
  g_autofree char *found = kept_wishes(service, month);
  assert_string_equal(found, kept);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
}

/* One file of ann's, beside one of bob's that is good; the service may be edited first. */
static void ann_keeps(const struct mistake *edit, const char *written, const char *kept,
                      int omitted)
{
  struct mistake files[] = {
      {"2027-02/preferences/ann.yaml", NULL, written, NULL},
      {"2027-02/preferences/bob.yaml", NULL, BOB "locations: {hove: like}\n", NULL},
      edit ? *edit : (struct mistake){"travel.csv", NULL, "from,to,minutes\n", NULL},
  };
  g_autofree char *all = g_strconcat(kept, "bob: hove\n", NULL);
  reads(files, G_N_ELEMENTS(files), all, omitted);
}

static void a_file_that_can_not_be_read_is_left_out(void **state)
{
  (void)state;
  ann_keeps(NULL, "clinician: ann\n\tmonth: [\n", "", 1);
  ann_keeps(NULL, "", "", 1);
  ann_keeps(NULL, "clinician: anna\nmonth: 2027-02\nsubmitted: 2027-01-05\n", "", 1);
  ann_keeps(NULL, "clinician: bob\nmonth: 2027-02\nsubmitted: 2027-01-05\n", "", 1);
  ann_keeps(NULL, "clinician: ann\nmonth: 2027-01\nsubmitted: 2027-01-05\n", "", 1);
  ann_keeps(NULL, "month: 2027-02\nsubmitted: 2027-01-05\n", "", 1);
}

static void a_wish_that_is_wrong_is_left_out_alone(void **state)
{
  (void)state;
  ann_keeps(NULL, ANN "tasks: {clinc: love, fcp: like}\n", "ann: fcp\n", 1);
  ann_keeps(NULL, ANN "locations: {hove: adore, stone: like}\n", "ann: stone\n", 1);
  ann_keeps(NULL, ANN "people: {ann: love, bob: like}\n", "ann: bob\n", 1);
  ann_keeps(NULL, ANN "location: {hove: love}\ntasks: {fcp: like}\n", "ann: fcp\n", 1);
  ann_keeps(NULL,
            ANN
            "sessions:\n"
            "  - {on: 2027-03-02 pm, want: off}\n"
            "  - {on: 2027-02-02 pm, want: off, how: avoid}\n"
            "  - {on: 2027-02-02 pm, want: {task: dutty}}\n"
            "  - {on: 2027-02-03 pm, want: off}\n",
            "ann: 8\n", 3);
  ann_keeps(NULL, "clinician: ann\nmonth: 2027-02\nsubmitted: soon\ntasks: {fcp: like}\n",
            "ann: fcp\n", 1);
}

static void what_the_criteria_do_not_allow_is_left_out_in_order(void **state)
{
  (void)state;
  static const struct mistake four = {"service.yaml", "session_requests: {most: 1}",
                                      "session_requests: {most: 4}", NULL};
  ann_keeps(NULL, ANN "locations: {hove: avoid, stone: like}\ntasks: {clinic: avoid, fcp: avoid}\n",
            "ann: stone clinic\n", 2);
  ann_keeps(&four,
            ANN
            "sessions:\n"
            "  - {on: 2027-02-02 pm, want: off}\n"
            "  - {on: 2027-02-03 pm, want: off}\n"
            "  - {on: 2027-02-04 pm, want: off}\n"
            "  - {on: 2027-02-05 pm, want: off}\n"
            "  - {on: 2027-02-08 pm, want: off}\n"
            "  - {on: 2027-02-09 pm, want: off}\n",
            "ann: 5 6 7 8\n", 2);
}

/* Ann works two sessions on each of five days. */
static void every_session_of_the_week_counts(void **state)
{
  (void)state;
  static const struct mistake four = {"service.yaml", "session_requests: {most: 1}",
                                      "session_requests: {most: 4}", NULL};
  ann_keeps(&four,
            ANN
            "sessions:\n"
            "  - {every: mon, want: off}\n"
            "  - {every: tue, want: off}\n"
            "  - {every: thu, want: off}\n",
            "ann: 5 6\n", 1);
  ann_keeps(&four, ANN "sessions: [{every: mon tue thu am, want: off}]\n", "ann: 4\n", 0);
  ann_keeps(&four, ANN "sessions: [{every: pm, want: off}]\n", "ann:\n", 1);
  ann_keeps(&four, ANN "sessions: [{every: pm, want: {task: clinic}}]\n", "ann:\n", 1);
  /* a whole day is its two sessions, as it is with `every` */
  ann_keeps(&four,
            ANN
            "sessions:\n"
            "  - {on: 2027-02-02, want: off}\n"
            "  - {on: 2027-02-03, want: off}\n"
            "  - {on: 2027-02-04, want: off}\n",
            "ann: 5 6\n", 1);
  /* she never works on Saturdays */
  ann_keeps(&four,
            ANN
            "sessions:\n"
            "  - {every: sat sun, want: off}\n"
            "  - {every: mon tue, want: off}\n",
            "ann: 5 6\n", 0);
}

/* Duty, at hove and remote, can't be avoided; here as many requests as one likes. */
static void nobody_gets_round_what_can_not_be_avoided(void **state)
{
  (void)state;
  static const struct mistake any = {"service.yaml",
                                     "  session_requests: {most: 1}\n"
                                     "  avoid: {sites: 0, tasks: 1}\n",
                                     "", NULL};
  ann_keeps(&any, ANN "sessions: [{every: mon-fri, want: {task: duty}, how: avoid}]\n", "ann:\n",
            1);
  ann_keeps(&any, ANN "sessions: [{every: mon-fri, want: {task: duty}, how: dislike}]\n",
            "ann: 4\n", 0);
  ann_keeps(&any, ANN "locations: {hove: avoid, remote: avoid}\n", "ann: hove\n", 1);
  ann_keeps(&any,
            ANN
            "locations: {hove: avoid}\n"
            "sessions:\n"
            "  - {every: am, want: off}\n"
            "  - {every: pm, want: {at: remote}, how: avoid}\n",
            "ann: hove 6\n", 1);
}

/* The line of demand asks for duty on Monday mornings alone. */
static void nobody_is_off_whenever_there_is_duty(void **state)
{
  (void)state;
  static const struct mistake on_mondays = {"service.yaml",
                                            "demand:\n"
                                            "  - {task: clinic, at: hove, need: 1}\n"
                                            "rules:\n"
                                            "  - lone_working: {at: hove}\n"
                                            "criteria:\n"
                                            "  open: 2nd of the month before\n"
                                            "  close: 10th of the month before\n"
                                            "  session_requests: {most: 1}\n",
                                            "demand:\n"
                                            "  - {task: duty, sessions: mon am, need: 1}\n"
                                            "rules:\n"
                                            "  - lone_working: {at: hove}\n"
                                            "criteria:\n"
                                            "  open: 2nd of the month before\n"
                                            "  close: 10th of the month before\n",
                                            NULL};
  ann_keeps(&on_mondays,
            ANN
            "sessions:\n"
            "  - {every: tue, want: off}\n"
            "  - {every: mon am, want: off}\n"
            "  - {every: mon pm, want: off}\n",
            "ann: 5 7\n", 1);
}

static const char most_one[] = "session_requests: {most: 1}";

static void a_person_is_off_as_often_as_the_service_can_bear(void **state)
{
  (void)state;
  static const struct mistake mondays = {"service.yaml", most_one, "off: {sessions: mon, most: 1}",
                                         NULL};
  ann_keeps(&mondays,
            ANN
            "sessions:\n"
            "  - {on: 2027-02-01 am, want: off}\n"
            "  - {on: 2027-02-02, want: off}\n"
            "  - {on: 2027-02-08 am, want: off}\n"
            "  - {every: mon pm, want: {task: clinic}}\n",
            "ann: 5 6 8\n", 1);
  ann_keeps(&mondays, ANN "sessions: [{every: mon, want: off}]\n", "ann:\n", 1);
  static const struct mistake of_bob = {
      "service.yaml", most_one, "off: {who: {clinicians: bob}, sessions: mon, most: 0}", NULL};
  ann_keeps(&of_bob, ANN "sessions: [{every: mon, want: off}]\n", "ann: 4\n", 0);
}

/* Bob works on Monday mornings. */
static void who_asked_first_is_off(void **state)
{
  (void)state;
  static const char limit[] = "off: {per: session, most: 1}";
  static const struct {
    const char *ann, *bob, *kept;
    int omitted;
  } cases[] = {
      {"2027-01-05", "2027-01-04", "ann: 5\nbob: 5\n", 1},
      {"2027-01-04", "2027-01-05", "ann: 4 5\nbob:\n", 1},
      {"2027-01-05", "2027-01-05", "ann: 4 5\nbob:\n", 1},
      {"2027-01-05", "2027-01-11", "ann: 4 5\nbob: 5\n", 0}, /* too late to count */
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *ann = g_strdup_printf(
        "clinician: ann\nmonth: 2027-02\nsubmitted: %s\nsessions: "
        "[{on: 2027-02-01, want: off},\n"
        " {on: 2027-02-02, want: off}]\n",
        cases[i].ann);
    g_autofree char *bob = g_strdup_printf(
        "clinician: bob\nmonth: 2027-02\nsubmitted: %s\nsessions:\n"
        "  - {on: 2027-02-01 am, want: off}\n",
        cases[i].bob);
    const struct mistake files[] = {
        {"service.yaml", most_one, limit, NULL},
        {"2027-02/preferences/ann.yaml", NULL, ann, NULL},
        {"2027-02/preferences/bob.yaml", NULL, bob, NULL},
    };
    reads(files, G_N_ELEMENTS(files), cases[i].kept, cases[i].omitted);
  }
}

/* Ann is of band 7, Bob of band 6: of each the first that fits holds. */
static void criteria_differ_by_who(void **state)
{
  (void)state;
  static const struct mistake lists[] = {
      {"service.yaml",
       "criteria:\n"
       "  open: 2nd of the month before\n"
       "  close: 10th of the month before\n"
       "  session_requests: {most: 1}\n"
       "  avoid: {sites: 0, tasks: 1}\n"
       "  not_avoidable: [duty]\n",
       "criteria:\n"
       "  - {who: {band: 7}, session_requests: {most: 2}}\n"
       "  - {who: {band: [6, 7]}, session_requests: {most: 0}}\n"
       "  - {session_requests: {most: 1}}\n",
       NULL},
      {"2027-02/preferences/ann.yaml", NULL,
       ANN "sessions: [{every: mon am, want: off},\n"
           "  {every: tue am, want: off},\n"
           "  {every: wed am, want: off}]\n",
       NULL},
      {"2027-02/preferences/bob.yaml", NULL, BOB "sessions: [{on: 2027-02-01 am, want: off}]\n",
       NULL},
  };
  reads(lists, G_N_ELEMENTS(lists), "ann: 4 5\nbob:\n", 2);
}

static void nobody_is_off_all_month(void **state)
{
  (void)state;
  static const struct mistake none = {"service.yaml",
                                      "  session_requests: {most: 1}\n"
                                      "  avoid: {sites: 0, tasks: 1}\n"
                                      "  not_avoidable: [duty]\n",
                                      "", NULL};
  ann_keeps(&none,
            ANN
            "sessions:\n"
            "  - {every: mon-wed, want: off}\n"
            "  - {every: thu-fri, want: off}\n",
            "ann: 5\n", 1);
}

static void strict_reading_stops(void **state)
{
  (void)state;
  static const struct mistake slip = {"2027-02/preferences/ann.yaml", NULL,
                                      ANN "tasks: {clinc: love}\n", NULL};
  struct source *source = mistake_source(&slip, 1);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {"2027-02", NULL};
  diagnostics_set_strict(diagnostics, true);
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_BAD_INPUT);
  assert_int_equal(diagnostics_errors(diagnostics), 1);
  diagnostics_free(diagnostics);
  source_free(source);
}

/* The same slip in a file of the service's own stops. */
static void the_service_stays_strict(void **state)
{
  (void)state;
  static const struct mistake lock = {"2027-02/locks.csv", NULL,
                                      "clinician,date,session,task,site\n"
                                      "ann,2027-02-02,am,clinc,hove\n",
                                      NULL};
  struct source *source = mistake_source(&lock, 1);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service = NULL;
  struct month *month = NULL;
  const char *const ids[] = {"2027-02", NULL};
  assert_int_equal(inputs_read(source, ids, diagnostics, &service, &month), STATUS_BAD_INPUT);
  diagnostics_free(diagnostics);
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_that_can_not_be_read_is_left_out),
      cmocka_unit_test(a_wish_that_is_wrong_is_left_out_alone),
      cmocka_unit_test(what_the_criteria_do_not_allow_is_left_out_in_order),
      cmocka_unit_test(every_session_of_the_week_counts),
      cmocka_unit_test(nobody_gets_round_what_can_not_be_avoided),
      cmocka_unit_test(nobody_is_off_whenever_there_is_duty),
      cmocka_unit_test(a_person_is_off_as_often_as_the_service_can_bear),
      cmocka_unit_test(who_asked_first_is_off),
      cmocka_unit_test(criteria_differ_by_who),
      cmocka_unit_test(nobody_is_off_all_month),
      cmocka_unit_test(strict_reading_stops),
      cmocka_unit_test(the_service_stays_strict),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
