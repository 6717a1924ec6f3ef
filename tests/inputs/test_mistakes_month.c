/* Mistakes in a month's folder: month.yaml, leave, locks and preferences. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"
#include "tests/support/written.h"

#include <glib.h>

static const struct mistake mistakes[] = {
    /* month.yaml */
    {"2027-02/month.yaml", NULL, "closure: []\n",
     "2027-02/month.yaml:1:1: unknown key in month.yaml: 'closure'; did you mean 'closures'?\n"},
    {"2027-02/month.yaml", NULL, "closures: [{from: 2027-03-01}]\n",
     "2027-02/month.yaml:1:12: the closure is not in 2027-02\n"},
    {"2027-02/month.yaml", NULL, "closures: [{from: 2027-02-03, to: 2029-02-03}]\n",
     "2027-02/month.yaml:1:12: warning: this is of more than a year, from 2027-02-03 to "
     "2029-02-03; "
     "are both years right?\n"},
    {"2027-02/month.yaml", NULL,
     "closures: [{from: 2027-02-03, to: 2027-02-01}, {site: hov, from: 2027-02-03}, {}]\n",
     "2027-02/month.yaml:1:12: ends on 2027-02-01, before it begins on 2027-02-03\n"
     "2027-02/month.yaml:1:55: unknown site 'hov'; did you mean 'hove'?\n"
     "2027-02/month.yaml:1:79: a closure needs 'from'\n"},
    {"2027-02/month.yaml", NULL,
     "closures:\n"
     "  - {site: hove, from: 2027-02-03, moves_to: hov}\n"
     "  - {site: hove, from: 2027-02-03, moves_to: hove}\n"
     "  - {from: 2027-02-03, moves_to: hove}\n"
     "  - {site: hove, from: 2027-02-03, moves_to: stone, owed: no}\n"
     "  - {site: hove, from: 2027-02-03, owed: some}\n",
     "2027-02/month.yaml:2:46: unknown site 'hov'; did you mean 'hove'?\n"
     "2027-02/month.yaml:3:46: this is the site that is closed\n"
     "2027-02/month.yaml:4:34: the whole service is closed, and has nowhere to move to; name the "
     "'site'\n"
     "2027-02/month.yaml:5:46: what moves is asked for there; leave out 'owed' or 'moves_to'\n"
     "2027-02/month.yaml:6:42: expected yes or no, found 'some'\n"},
    {"2027-02/month.yaml", NULL, "agreed: [{clinician: bob, on: 2027-02-02 pm, works: exra}]\n",
     "2027-02/month.yaml:1:53: expected yes, no or extra, found 'exra'\n"},
    {"2027-02/month.yaml", NULL,
     "events: {fair: {at: hove, on: 2027-03-01 am, need: [{task: fcp, need: 1}]}}\n",
     "2027-02/month.yaml:1:31: the date is not in 2027-02\n"
     "2027-02/month.yaml:1:53: the task 'fcp' is not done at 'hove'\n"},
    {"2027-02/month.yaml", NULL,
     "events: {fair: {at: hove, on: 2027-02-06 eve, need: {task: clinic}}}\n",
     "2027-02/month.yaml:1:31: unknown session 'eve'\n"
     "2027-02/month.yaml:1:53: expected a list for need, found a mapping\n"},
    {"2027-02/month.yaml", NULL,
     "events: {fair: {at: hove, on: 2027-02-06 am, need: [{task: [clinic, fcp], who: {band: 7}, "
     "need: 1}]}}\n",
     "2027-02/month.yaml:1:53: the task 'fcp' is not done at 'hove'\n"},
    {"2027-02/repairs/fair.yaml", NULL,
     "events: {fair: {at: hove, on: 2027-02-06 am,\n"
     "  need: [{task: [clinic, dutty], who: {bnad: 7}, need: 1}]}}\n",
     "2027-02/repairs/fair.yaml:2:26: unknown task 'dutty'; did you mean 'duty'?\n"
     "2027-02/repairs/fair.yaml:2:40: unknown key in who: 'bnad'; did you mean 'band'?\n"},
    {"2027-02/month.yaml", NULL, "events: {fair: {on: saturday, need: []}}\n",
     "2027-02/month.yaml:1:16: an event needs 'at'\n"
     "2027-02/month.yaml:1:21: expected a date such as 2027-01-12, found 'saturday'\n"},
    {"2027-02/month.yaml", NULL, "demand: [{task: clinic}]\n",
     "2027-02/month.yaml:1:10: says neither 'need' nor 'target' nor 'most'\n"},
    /* what is agreed: bob works on Monday mornings, ann from Monday to Friday */
    {"2027-02/month.yaml", NULL,
     "agreed: [{clinician: bob, on: [2027-02-02 pm, 2027-02-05]},\n"
     "         {clinician: bob, on: 2027-02-08 am, works: no}]\n",
     ""},
    {"2027-02/month.yaml", NULL,
     "agreed: [{clinician: bbo, on: 2027-02-02 pm}, {on: 2027-02-02 pm, work: no}, {clinician: "
     "bob}]\n",
     "2027-02/month.yaml:1:22: unknown clinician 'bbo'; did you mean 'bob'?\n"
     "2027-02/month.yaml:1:47: what is agreed needs 'clinician'\n"
     "2027-02/month.yaml:1:67: unknown key in what is agreed: 'work'; did you mean 'works'?\n"
     "2027-02/month.yaml:1:78: what is agreed needs 'on'\n"},
    {"2027-02/month.yaml", NULL,
     "agreed: [{clinician: bob, on: 2027-03-02 pm}, {clinician: bob, on: 2027-02-06},\n"
     "         {clinician: bob, on: 2027-02-06 am}, {clinician: bob, on: tue}]\n",
     "2027-02/month.yaml:1:31: the date is not in 2027-02\n"
     "2027-02/month.yaml:1:68: there is no session on 2027-02-06: the service is closed then\n"
     "2027-02/month.yaml:2:31: there is no session 'am' on 2027-02-06: the service is closed "
     "then\n"
     "2027-02/month.yaml:2:68: expected a date such as 2027-01-12, found 'tue'\n"},
    {"2027-02/month.yaml", NULL,
     "agreed:\n"
     "  - {clinician: bob, on: 2027-02-02}\n"
     "  - {clinician: bob, on: 2027-02-02 pm, works: no}\n",
     "2027-02/month.yaml:3:5: this is agreed with 'bob' already, on line 2\n"
     "2027-02/month.yaml:3:5: warning: 'bob' does not work then anyway\n"},
    {"2027-02/month.yaml", NULL,
     "agreed:\n"
     "  - {clinician: bob, on: 2027-02-01 am}\n"
     "  - {clinician: bob, on: 2027-02-02, works: no}\n",
     "2027-02/month.yaml:2:5: warning: 'bob' works then anyway\n"
     "2027-02/month.yaml:3:5: warning: 'bob' does not work then anyway\n"},
    {"2027-02/month.yaml", NULL,
     "closures: [{from: 2027-02-04, sessions: pm}]\n"
     "agreed: [{clinician: bob, on: 2027-02-04}]\n",
     "2027-02/month.yaml:2:10: warning: 'bob' is away on 2027-02-04 pm all the same "
     "(2027-02/month.yaml:1)\n"},
    {"2027-02/month.yaml", NULL, "5\n",
     "2027-02/month.yaml:1:1: expected a mapping for month.yaml, found '5'\n"},
    /* leave.csv */
    {"2027-02/leave.csv", NULL,
     "clinician,from,to,kind\n"
     "anne,2027-02-01,2027-02-02,annual\n"
     "ann,2027-02-05,2027-02-02,annual\n"
     "ann,2027-02-xx,2027-02-02,annual\n"
     "ann,,2027-02-02,annual\n"
     "ann,2026-12-01,2026-12-02,annual\n",
     "2027-02/leave.csv:2:1: unknown clinician 'anne'; did you mean 'ann'?\n"
     "2027-02/leave.csv:3:1: ends on 2027-02-02, before it begins on 2027-02-05\n"
     "2027-02/leave.csv:4:5: expected a date such as 2027-01-12, found '2027-02-xx'\n"
     "2027-02/leave.csv:5:1: a row needs 'from'\n"
     "2027-02/leave.csv:6:1: warning: 2026-12-01 is in no month that has a folder, so nothing "
     "comes of it\n"},
    {"2027-02/leave.csv", NULL,
     "clinician,from,to,kind\n"
     "ann,2026-02-03,2026-02-05,annual\n"
     "ann,2028-02-29,2028-02-29,annual\n"
     "ann,2027-01-30,2027-02-01,annual\n",
     "2027-02/leave.csv:2:1: warning: 2026-02-03 is in no month that has a folder, so nothing "
     "comes of it; did you mean 2027-02-03?\n"
     "2027-02/leave.csv:3:1: warning: 2028-02-29 is in no month that has a folder, so nothing "
     "comes of it\n"},
    {"2027-02/leave.csv", NULL,
     "clinician,from,until\n"
     "ann,2027-02-01,2027-02-02\n",
     "2027-02/leave.csv:1:1: the column 'to' is missing\n"
     "2027-02/leave.csv:1:1: the column 'kind' is missing\n"
     "2027-02/leave.csv:1:16: unknown column 'until'\n"},
    /* locks.csv */
    {"2027-02/locks.csv", NULL,
     "clinician,date,session,task,site\n"
     "ann,2027-02-01,am,clinic,hove\n"
     "ann,2027-02-01,am,duty,hove\n"
     "ann,2027-02-06,am,duty,hove\n"
     "ann,2027-03-01,am,duty,hove\n"
     "ann,2027-02-01,eve,duty,hove\n"
     "ann,2027-02-02,am,clinic,remote\n"
     "bob,2027-02-02,am,clinc,hovee\n",
     "2027-02/locks.csv:3:1: 'ann' is locked in this session already, on line 2\n"
     "2027-02/locks.csv:4:1: the service is closed on 2027-02-06 am\n"
     "2027-02/locks.csv:5:5: 2027-03-01 is not in 2027-02\n"
     "2027-02/locks.csv:6:16: unknown session 'eve'\n"
     "2027-02/locks.csv:7:1: the task 'clinic' is not done at 'remote'\n"
     "2027-02/locks.csv:8:19: unknown task 'clinc'; did you mean 'clinic'?\n"
     "2027-02/locks.csv:8:25: unknown site 'hovee'; did you mean 'hove'?\n"},
    /* preferences */
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "locations: {hov: love, remote: adore}\n",
     "2027-02/preferences/ann.yaml:4:13: unknown site 'hov'; did you mean 'hove'?\n"
     "2027-02/preferences/ann.yaml:4:32: expected one of love, like, dislike, avoid, found "
     "'adore'\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "locations: {hove: avoid}\n",
     "2027-02/preferences/ann.yaml:4:13: the first site to avoid; the service allows 0 "
     "(service.yaml:21)\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "tasks: {duty: avoid, fcp: avoid}\n",
     "2027-02/preferences/ann.yaml:4:9: 'duty' can't be asked to be avoided (service.yaml:22)\n"
     "2027-02/preferences/ann.yaml:4:22: the second task to avoid; the service allows 1 "
     "(service.yaml:21)\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "sessions:\n"
     "  - {on: 2027-02-02 pm, want: off}\n"
     "  - {every: mon, want: off}\n"
     "  - {every: tue, want: {task: duty}, how: hate}\n",
     "2027-02/preferences/ann.yaml:6:5: the second and third session request, one for each "
     "session; the service allows 1 (service.yaml:20)\n"
     "2027-02/preferences/ann.yaml:7:43: expected one of love, like, dislike, avoid, found "
     "'hate'\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "sessions: [{on: 2027-03-02, want: off}]\n",
     "2027-02/preferences/ann.yaml:4:17: the date is not in 2027-02\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "sessions: [{want: on}]\n",
     "2027-02/preferences/ann.yaml:4:12: a session request needs 'on' or 'every'\n"
     "2027-02/preferences/ann.yaml:4:19: expected off, or {task: ..., at: ...}, found 'on'\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "sessions: [{on: 2027-02-02, every: mon, want: {at: stone, task: duty}}]\n",
     "2027-02/preferences/ann.yaml:4:12: a session request needs 'on' or 'every', not both\n"
     "2027-02/preferences/ann.yaml:4:47: the task 'duty' is not done at 'stone'\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "sessions: [{on: 2027-02-02, want: off, how: avoid}]\n",
     "2027-02/preferences/ann.yaml:4:45: off is asked for at 'love' or 'like'\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "sessions: [{on: 2027-02-06, want: off}]\n",
     "2027-02/preferences/ann.yaml:4:12: warning: this is no wish, and counts as none: 'ann' does "
     "not work in these sessions anyway\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n"
     "people: {ann: love, bbo: like}\n",
     "2027-02/preferences/ann.yaml:4:10: nobody is with or without themselves\n"
     "2027-02/preferences/ann.yaml:4:21: unknown clinician 'bbo'; did you mean 'bob'?\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-01\n"
     "submitted: 2027-01-05\n",
     "2027-02/preferences/ann.yaml:2:8: for '2027-01', but in the folder of 2027-02\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: bob\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n",
     "2027-02/preferences/ann.yaml:1:12: 'bob' in a file that is named for 'ann'\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: anna\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n",
     "2027-02/preferences/ann.yaml:1:12: unknown clinician 'anna'; did you mean 'ann'?\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-11\n",
     "2027-02/preferences/ann.yaml:3:12: warning: late: requests for 2027-02 closed on 2027-01-10; "
     "this counts 0% (service.yaml:19)\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-01\n",
     "2027-02/preferences/ann.yaml:3:12: submitted before 2027-01-02, when requests for 2027-02 "
     "open\n"},
    {"2027-02/preferences/ann.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n",
     "2027-02/preferences/ann.yaml:0:0: warning: no 'submitted' date; taken to be in time\n"},
    {"2027-02/preferences/anne.yaml", NULL,
     "clinician: ann\n"
     "month: 2027-02\n"
     "submitted: 2027-01-05\n",
     "2027-02/preferences/anne.yaml:1:12: 'ann' in a file that is named for 'anne'\n"},
    {"2027-02/preferences/ann.yaml", NULL, "",
     "2027-02/preferences/ann.yaml:1:1: expected a mapping for a preferences file, found "
     "nothing\n"},
};

static void each_mistake_is_said_in_its_place(void **state)
{
  (void)state;
  mistakes_are_said(mistakes, G_N_ELEMENTS(mistakes));
}

/* Ann asks for the last Monday off, when she does not work: said to her, unless that is
 * because she leaves within the month. */
static void a_wish_for_after_the_last_day_is_no_mistake(void **state)
{
  (void)state;
  static const struct {
    const char *hours;
    bool said;
  } cases[] = {
      {"works: {mon-fri: [am, pm]}, leaves: 2027-02-15", false},
      {"works: {mon-fri: [am, pm]}, leaves: 2027-02-21", false},
      {"works: {tue-fri: [am, pm]}, leaves: 2027-02-28", true},
      {"works: {tue-fri: [am, pm]}, leaves: 2027-03-01", true},
      {"works: {tue-fri: [am, pm]}, leaves: 2029-12-31", true},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    const struct mistake edits[] = {
        {"clinicians.yaml", "works: {mon-fri: [am, pm]}", cases[i].hours, NULL},
        {"2027-02/preferences/ann.yaml", NULL,
         "clinician: ann\n"
         "month: 2027-02\n"
         "submitted: 2027-01-05\n"
         "sessions: [{on: 2027-02-22, want: off}]\n",
         NULL},
    };
    struct source *source = mistake_source(edits, G_N_ELEMENTS(edits));
    g_autofree char *report = written_report(source, "2027-02");
    assert_string_equal(
        report, cases[i].said ? "2027-02/preferences/ann.yaml:4:12: warning: this is no wish, "
                                "and counts as none: 'ann' does not work in these sessions "
                                "anyway\n"
                              : "");
    source_free(source);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_mistake_is_said_in_its_place),
      cmocka_unit_test(a_wish_for_after_the_last_day_is_no_mistake),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
