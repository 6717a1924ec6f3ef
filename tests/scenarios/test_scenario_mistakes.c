/* Golden mistakes in scenarios: each change by itself, and all that is said. */
#include "scenarios/scenarios.h"
#include "tests/support/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct mistake {
  const char *change; /* the one change of the scenario */
  const char *said;   /* a line each */
};

static const struct mistake mistakes[] = {
    {"add",
     "scenarios/test.yaml:3:5: expected one change, such as set: {tasks.clinic.slots.new: 4}, "
     "found 'add'\n"},
    {"{add: {like: tom}, remove: {clinicians: tom}}",
     "scenarios/test.yaml:3:5: expected one change, such as set: {tasks.clinic.slots.new: 4}, "
     "found a mapping\n"},
    {"ad: {like: tom}", "scenarios/test.yaml:3:5: unknown change 'ad'; did you mean 'add'?\n"},
    {"sett: {a: 1}", "scenarios/test.yaml:3:5: unknown change 'sett'; did you mean 'set'?\n"},
    {"set: 4", "scenarios/test.yaml:3:10: expected a mapping for paths and values, found '4'\n"},
    {"set: {task.clinic.slots.new: 4}",
     "scenarios/test.yaml:3:11: unknown path: 'task'; did you mean 'tasks'?\n"},
    {"set: {tasks.clinik.slots.new: 4}",
     "scenarios/test.yaml:3:17: unknown task 'clinik'; did you mean 'clinic'?\n"},
    {"set: {tasks.clinic.slot.new: 4}",
     "scenarios/test.yaml:3:24: unknown key in a task: 'slot'; did you mean 'slots'?\n"},
    {"set: {tasks.clinic.slots.new: many}",
     "scenarios/test.yaml:3:35: expected a whole number from 0 to 500, found 'many'\n"},
    {"set: {tasks: {clinic: {slots: {new: 4}}}}",
     "scenarios/test.yaml:3:11: 'tasks' is too much to be set; go on, as in 'tasks.clinic'\n"},
    {"set: {tasks.clinic: 4}",
     "scenarios/test.yaml:3:25: expected a mapping for a task, found '4'\n"},
    {"set: {tasks..slots: 4}", "scenarios/test.yaml:3:17: the path has no word here\n"},
    {"set: {tasks.clinic.: 4}", "scenarios/test.yaml:3:17: the path has no word here\n"},
    {"set: {tasks.clinic.skill.x: 4}",
     "scenarios/test.yaml:3:30: the path goes on, but there is only 'msk' there\n"},
    {"set: {sites.goldstone.rooms: 3}",
     "scenarios/test.yaml:3:17: 'goldstone' is a PCN; its path begins with 'pcns.goldstone'\n"},
    {"set: {\"clinicians.tim.wte\": 1}",
     "scenarios/test.yaml:3:23: unknown clinician 'tim'; did you mean 'tom'?\n"},
    {"set: {clinicians.tom: 1}",
     "scenarios/test.yaml:3:22: say what of 'tom' is set, such as 'clinicians.tom.wte'\n"},
    {"set: {clinicians.tom.wte: 1.3}",
     "scenarios/test.yaml:3:31: expected a number from 0.01 to 1.20, at most two decimals, found "
     "'1.3'\n"},
    {"set: {month.event.cad.attendees: 3}",
     "scenarios/test.yaml:3:17: unknown path: 'event'; did you mean 'events'?\n"},
    {"set: {month.events.cat.attendees: 3}",
     "scenarios/test.yaml:3:24: unknown event 'cat'; did you mean 'cad'?\n"},
    {"set: {rules.ratoi.specialist: 30}",
     "scenarios/test.yaml:3:17: unknown rule 'ratoi'; did you mean 'ratio'?\n"},
    {"set: {rules.count_limit.most: 3}",
     "scenarios/test.yaml:3:11: 'rules.count_limit' may be any of 3, or [all]: "
     "rules.count_limit[1] {task: duty, per: week, most: 1} (service.yaml:45), "
     "rules.count_limit[2] {name: few calls for the newly qualified, who: {band: [5, 6], ...}, "
     "...} (service.yaml:46), rules.count_limit[3] {who: {clinicians: lee, skill: msk, base: hub}, "
     "at: crawley, ...} (service.yaml:53)\n"},
    {"set: {\"rules.count_limit[7].most\": 3}", "scenarios/test.yaml:3:29: none of 3 is [7]\n"},
    {"set: {\"rules.count_limit[spine].most\": 3}",
     "scenarios/test.yaml:3:29: none of 3 is [spine]\n"},
    {"set: {\"rules.count_limit[1.most\": 3}",
     "scenarios/test.yaml:3:29: the bracket is never closed\n"},
    {"set: {\"rules.count_limit[1]most\": 3}",
     "scenarios/test.yaml:3:32: expected '.' or '[' in the path here\n"},
    {"set: {rules.ratio.specalist: 30}",
     "scenarios/test.yaml:3:23: unknown key in ratio: 'specalist'; did you mean 'specialist'?\n"},
    {"set: {rules.ratio.weight: lots}",
     "scenarios/test.yaml:3:31: expected a whole number from 0 to 1000000, found 'lots'\n"},
    {"set: {rules.one_place: {weight: 3}}", "scenarios/test.yaml:3:37: one_place is always hard\n"},
    {"set: {demand.spin.need: 2}",
     "scenarios/test.yaml:3:18: unknown task in the lines of demand 'spin'; did you mean "
     "'spine'?\n"},
    {"set: {demand.clinic.need: 6}",
     "service.yaml:39:77: the target of 3 is below the need of 6, after the changes of "
     "'scenarios/test.yaml'\n"},
    {"set: {\"clinicians.lee.arrangements[1].every\": mon}",
     "scenarios/test.yaml:3:39: the path has no word here\n"},
    {"set: {clinicians.amrita.arrangements.every: mon}",
     "scenarios/test.yaml:3:42: this is in a list of 3; say which, as in '[1]', or [all]\n"},
    {"add: {}", "scenarios/test.yaml:3:10: add needs 'like'\n"},
    {"add: {like: amrit}",
     "scenarios/test.yaml:3:17: unknown clinician 'amrit'; did you mean 'amrita'?\n"},
    {"add: {like: amrita, clinicians: 0}",
     "scenarios/test.yaml:3:37: expected a whole number from 1 to 200, found '0'\n"},
    {"add: {like: amrita, bse: hove}",
     "scenarios/test.yaml:3:25: unknown key in add: 'bse'; did you mean 'base'?\n"},
    {"add: {like: amrita, clinicians: 2, base: hovee, band: 12}",
     "scenarios/test.yaml:3:46: unknown site 'hovee'; did you mean 'hove'?\n"
     "scenarios/test.yaml:3:59: expected a band from 2 to 9, or 8a to 8d, found '12'\n"},
    {"add: {like: amrita, from: tomorrow}",
     "scenarios/test.yaml:3:31: expected a date such as 2027-01-12, found 'tomorrow'\n"},
    {"add: {like: amrita, named_fcp: hove}", "scenarios/test.yaml:3:36: 'hove' is no PCN\n"},
    {"remove: {}", "scenarios/test.yaml:3:13: remove needs 'clinicians'\n"},
    {"remove: {clinicians: [tom, tom, bob]}",
     "scenarios/test.yaml:3:32: 'tom' is here twice\n"
     "scenarios/test.yaml:3:37: unknown clinician 'bob'\n"},
    {"remove: {clinicians: tom, from: 2027-02-30}",
     "scenarios/test.yaml:3:37: expected a date such as 2027-01-12, found '2027-02-30'\n"},
    {"remove: {clinicians: amrita, from: 2029-01-01}",
     "scenarios/test.yaml:3:26: 'amrita' leaves on 2028-08-31 anyway\n"},
    {"vacancy: {who: {band: 7}}", "scenarios/test.yaml:3:14: vacancy needs 'wte'\n"},
    {"vacancy: {who: {band: 7}, wte: 3}",
     "scenarios/test.yaml:3:36: only 0.80 WTE are meant by 'who'\n"},
    {"vacancy: {who: {band: 7}, wte: 0.01}", "scenarios/test.yaml:3:36: no post is so small\n"},
    {"vacancy: {who: {band: 70}, wte: 1}",
     "scenarios/test.yaml:3:27: expected a band from 2 to 9, or 8a to 8d, found '70'\n"},
    {"close: {from: 2027-01-04}", "scenarios/test.yaml:3:12: close needs 'site'\n"},
    {"close: {site: hoove}",
     "scenarios/test.yaml:3:19: unknown site 'hoove'; did you mean 'hove'?\n"},
    {"close: {site: hove, from: 2027-01-20, until: 2027-01-10}",
     "scenarios/test.yaml:3:12: ends on 2027-01-10, before it begins on 2027-01-20\n"},
    {"close: {site: hove, from: 2026-12-20, until: 2026-12-24}",
     "scenarios/test.yaml:3:50: this is before 2027-01\n"},
    {"close: {site: hove, sessions: night}", "scenarios/test.yaml:3:35: unknown session 'night'\n"},
    {"close: {site: hove, staff_to: hoove}",
     "scenarios/test.yaml:3:35: unknown site 'hoove'; did you mean 'hove'?\n"},
    {"open: {site: hove}",
     "scenarios/test.yaml:3:18: 'hove' has no closure in 2027-01 to be lifted, and nothing else is "
     "said of it\n"},
    {"open: {site: hove, like: crawley}",
     "scenarios/test.yaml:3:30: 'hove' is a site already; 'like' is for new ones\n"},
    {"open: {site: Horsham}",
     "scenarios/test.yaml:3:18: 'Horsham' can't be the id of a site: use small letters, digits, "
     "'-' and '_' only\n"},
    {"open: {site: [a]}", "scenarios/test.yaml:3:18: expected a site, found a list\n"},
    {"open: {site: horsham, like: goldstone}",
     "scenarios/test.yaml:3:33: 'goldstone' is a PCN, and a new site is none; a PCN is added with "
     "'set: {pcns.ID: {...}}'\n"},
    {"open: {site: worthing, rooms: lots, minutes: {hoove: 10, hove: 1000}, cover: [{task: spin, "
     "need: 1}]}",
     "scenarios/test.yaml:3:35: expected a whole number from 0 to 1000, found 'lots'\n"
     "scenarios/test.yaml:3:51: unknown site 'hoove'; did you mean 'hove'?\n"
     "scenarios/test.yaml:3:68: expected a whole number from 0 to 600, found '1000'\n"
     "scenarios/test.yaml:3:90: unknown task 'spin'; did you mean 'spine'?\n"},
    {"open: {site: lewes, from: 2027-03-01}",
     "scenarios/test.yaml:3:18: opens after 2027-01; try it in a month in which it is open\n"},
    {"open: {site: mon}",
     "scenarios/test.yaml:3:18: 'mon' can't be the id of a site: the word has a meaning of its "
     "own\n"},
    {"event: {}",
     "scenarios/test.yaml:3:12: event needs 'kind'\n"
     "scenarios/test.yaml:3:12: event needs 'at'\n"
     "scenarios/test.yaml:3:12: event needs 'on'\n"},
    {"event: {kind: bus day, at: bus, on: 2027-01-20 am}",
     "scenarios/test.yaml:3:12: event needs 'need': 2027-01 has no event of the kind 'bus day' to "
     "take it from, only community day\n"},
    {"event: {kind: community day, at: hove, on: 2027-01-20 am}",
     "2027-01/month.yaml:12:9: the task 'screening' is not done at 'hove', after the changes of "
     "'scenarios/test.yaml'\n"
     "2027-01/month.yaml:13:9: the task 'screening' is not done at 'hove', after the changes of "
     "'scenarios/test.yaml'\n"},
    {"event: {kind: talk, at: library, on: 2027-01-20 am, need: [{task: [screening, calls], "
     "need: 1}]}",
     "scenarios/test.yaml:3:64: the task 'calls' is not done at 'library'\n"},
    {"event: {kind: community day, at: library, on: 2027-01-40}",
     "scenarios/test.yaml:3:51: expected a date such as 2027-01-12, found '2027-01-40'\n"},
    {"event: {kind: community day, at: library, on: 2026-12-20}",
     "scenarios/test.yaml:3:51: the date is not in 2027-01\n"},
    {"event: {kind: community day, at: library, on: []}",
     "scenarios/test.yaml:3:51: no session is named\n"},
    {"event: {kind: mass clinic, at: hove, on: 2027-03-10, need: [{task: spine, need: 2}]}",
     "scenarios/test.yaml:3:12: event needs 'attendees' when it is after 2027-01\n"},
    {"cover: 3", "scenarios/test.yaml:3:12: expected a mapping for cover, found '3'\n"},
    {"cover: {task: spin, need: 1}",
     "scenarios/test.yaml:3:19: unknown task 'spin'; did you mean 'spine'?\n"},
    {"cover: {task: spine, at: crawley, need: 3, target: 1}",
     "scenarios/test.yaml:3:56: the target of 1 is below the need of 3\n"},
    {"evenings: {at: hove, sessions: thu eve, task: clinic}",
     "scenarios/test.yaml:3:15: evenings needs 'clinicians' or 'people'\n"},
    {"evenings: {at: hove, sessions: thu eve, task: clinic, people: 5}",
     "scenarios/test.yaml:3:67: only 2 can do 'clinic' at 'hove' and are not there then already\n"},
    {"evenings: {at: hove, sessions: thu night, task: clinic, people: 1}",
     "scenarios/test.yaml:3:36: unknown weekday or session 'night'\n"},
    {"evenings: {at: library, sessions: thu eve, task: clinic, clinicians: tom, need: 3}",
     "scenarios/test.yaml:3:20: the task 'clinic' is not done there\n"},
    {"move: {from: spine, to: clinic, sessions: 2}", "scenarios/test.yaml:3:11: move needs 'at'\n"},
    {"move: {from: spine, to: clinic, sessions: 9, at: hove}",
     "scenarios/test.yaml:3:47: 'spine' is asked for in 2 sessions a week at 'hove'; 9 can't be "
     "moved\n"},
    {"move: {from: calls, to: clinic, sessions: 2, at: hove}",
     "scenarios/test.yaml:3:18: no line of demand asks for 'calls' at 'hove' in each session, to "
     "be moved from; say where with 'from_at'\n"},
    {"move: {from: spine, to: clinic, sessions: 1, at: library, from_at: hove}",
     "scenarios/test.yaml:3:54: the task 'clinic' is not done at 'library'\n"
     "scenarios/test.yaml:3:54: the task 'clinic' is not done there\n"},
    {"leave: {}", "scenarios/test.yaml:3:12: leave needs 'rate'\n"},
    {"leave: {rate: 13}",
     "scenarios/test.yaml:3:19: expected a number from 0 to 1, at most four decimals, found "
     "'13'\n"},
    {"sickness: {rate: 0.05, seed: -1}",
     "scenarios/test.yaml:3:34: expected a whole number from 0 to 1000000, found '-1'\n"},
    {"demand: {growth: lots}",
     "scenarios/test.yaml:3:22: expected a number from -1 to 10, at most four decimals, found "
     "'lots'\n"},
    {"demand: {growth: 0.1, at: hoove}",
     "scenarios/test.yaml:3:31: unknown site 'hoove'; did you mean 'hove'?\n"},
    {"demand: {growth: 0.1, at: hove, class: urgent}",
     "scenarios/test.yaml:3:31: the priority referrals of the service are not given by locality\n"
     "scenarios/test.yaml:3:44: expected one of priority, routine, found 'urgent'\n"},
    {"demand: {growth: 0.1, at: hove, class: priority}",
     "scenarios/test.yaml:3:31: the priority referrals of the service are not given by locality\n"},
    {"dna: {now: 0.1}",
     "scenarios/test.yaml:3:11: unknown key in dna: 'now'; did you mean 'new'?\n"},
    {"dna: {new: 1.1}",
     "scenarios/test.yaml:3:16: expected a number from 0 to 1, at most four decimals, found "
     "'1.1'\n"},
    {"dna: 3", "scenarios/test.yaml:3:10: expected a mapping for dna, found '3'\n"},
    {"follow_ups: {per_new: -1}",
     "scenarios/test.yaml:3:27: expected a number from 0 to 20, at most four decimals, found "
     "'-1'\n"},
    {"list: {validation_removes: 2}",
     "scenarios/test.yaml:3:32: expected a number from 0 to 1, at most four decimals, found '2'\n"},
    {"set: {tasks.clinic.slots: off}",
     "scenarios/test.yaml:3:31: expected a mapping for slots, found 'off'\n"},
    {"set: {clinicians.amrita.arrangements.every: mon}",
     "scenarios/test.yaml:3:42: this is in a list of 3; say which, as in '[1]', or [all]\n"},
    {"set: {\"clinicians.amrita.arrangements[1].every\": someday}",
     "scenarios/test.yaml:3:54: unknown weekday or session 'someday'\n"},
    {"set: {rules: 4}", "scenarios/test.yaml:3:18: expected a list for rules, found '4'\n"},
    {"set: {demand: [4]}",
     "scenarios/test.yaml:3:20: expected a mapping for a demand, found '4'\n"},
    {"set: {pcns.goldstone.patients: 9, sites.crawly.rooms: 2}",
     "scenarios/test.yaml:3:45: unknown site 'crawly'; did you mean 'crawley'?\n"},
    {"set: {\"\": 3}", "scenarios/test.yaml:3:12: unknown path: ''\n"},
    {"set: {month: 3}",
     "scenarios/test.yaml:3:11: 'month' is too much to be set; go on, as in 'month.events'\n"},
    {"set: {rules.supervison.minutes: 40}",
     "scenarios/test.yaml:3:17: unknown rule 'supervison'; did you mean 'supervision'?\n"},
    {"set: {rules.supervision.minuts: 40}",
     "scenarios/test.yaml:3:17: supervision needs 'task', as no 'support_time' names one\n"
     "scenarios/test.yaml:3:29: unknown key in supervision: 'minuts'; did you mean 'minutes'?\n"},
    {"set: {waiting_list.dna.new: 2}",
     "scenarios/test.yaml:3:33: expected a number from 0 to 1, at most four decimals, found '2'\n"},
    {"set: {sessions.am.from: \"12:00\", sessions.am.to: \"11:00\"}",
     "service.yaml:6:3: the session 'am' ends before it begins, after the changes of "
     "'scenarios/test.yaml'\n"},
    {"set: {clinicians.tom: {band: 7}}",
     "scenarios/test.yaml:3:22: say what of 'tom' is set, such as 'clinicians.tom.wte'\n"},
    {"set: {clinicians.lee.band: }",
     "scenarios/test.yaml:3:32: expected a band from 2 to 9, or 8a to 8d, found nothing\n"},
    {"close: {site: [hove, hoove]}",
     "scenarios/test.yaml:3:26: unknown site 'hoove'; did you mean 'hove'?\n"},
    {"close: {site: hove, reason: [a]}",
     "scenarios/test.yaml:3:33: expected a text, found a list\n"},
    {"open: {site: lewes, kind: hub, like: hub}", "scenarios/test.yaml:3:42: unknown site 'hub'\n"},
    {"event: {kind: community day, at: hoove, on: 2027-02-10}",
     "scenarios/test.yaml:3:38: unknown site 'hoove'; did you mean 'hove'?\n"},
    {"event: {kind: community day, at: [hove], on: 2027-01-10}",
     "scenarios/test.yaml:3:38: expected a site, found a list\n"},
    {"add: 3", "scenarios/test.yaml:3:10: expected a mapping for add, found '3'\n"},
    {"remove: tom", "scenarios/test.yaml:3:13: expected a mapping for remove, found 'tom'\n"},
    {"leave: 0.13", "scenarios/test.yaml:3:12: expected a mapping for leave, found '0.13'\n"},
};

static struct source *example(void)
{
  struct source *source = source_memory();
  for (const struct written_file *file = written_example(); file->path; file++)
    source_add(source, file->path, file->text);
  return source;
}

static void expect(struct source *source, const char *text, const char *said)
{
  g_autofree char *report = made_report(source, text);
  if (strcmp(report, said) != 0)
    fail_msg("%s\nexpected:\n%s\nfound:\n%s", text, said, report);
}

static void every_mistake_is_cited(void **state)
{
  (void)state;
  struct source *source = example();
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    g_autofree char *text = g_strdup_printf("scenario: x\nchanges:\n  - %s\n", mistakes[i].change);
    expect(source, text, mistakes[i].said);
  }
  source_free(source);
}

static void all_mistakes_are_said_at_once(void **state)
{
  (void)state;
  struct source *source = example();
  expect(
      source,
      "scenario: x\n"
      "changes:\n"
      "  - add: {like: tim}\n"
      "  - set: {tasks.clinic.slots.new: many}\n"
      "  - close: {site: hoove}\n"
      "  - demand: {growth: lots}\n"
      "horizon: soon\n",
      "scenarios/test.yaml:3:17: unknown clinician 'tim'; did you mean 'tom'?\n"
      "scenarios/test.yaml:4:35: expected a whole number from 0 to 500, found 'many'\n"
      "scenarios/test.yaml:5:19: unknown site 'hoove'; did you mean 'hove'?\n"
      "scenarios/test.yaml:6:22: expected a number from -1 to 10, at most four decimals, found "
      "'lots'\n"
      "scenarios/test.yaml:7:10: expected weeks, from \"1 week\" to \"260 weeks\", found 'soon'\n");
  source_free(source);
}

static void a_file_is_a_scenario(void **state)
{
  (void)state;
  struct source *source = example();
  expect(source, "", "scenarios/test.yaml:1:1: expected a mapping for a scenario, found nothing\n");
  expect(source, "[1]",
         "scenarios/test.yaml:1:1: expected a mapping for a scenario, found a list\n");
  expect(source, "changes: []", "scenarios/test.yaml:1:1: a scenario needs 'scenario'\n");
  expect(source, "scenario: x\nchages: []",
         "scenarios/test.yaml:2:1: unknown key in a scenario: 'chages'; did you mean 'changes'?\n");
  expect(source, "scenario: x\nchanges: 3",
         "scenarios/test.yaml:2:10: expected a list for changes, found '3'\n");
  expect(source, "scenario: x\nhorizon: 300 weeks",
         "scenarios/test.yaml:2:10: expected weeks, from \"1 week\" to \"260 weeks\", found '300 "
         "weeks'\n");
  expect(source, "scenario: x\nhorizon: [1]",
         "scenarios/test.yaml:2:10: expected weeks, from \"1 week\" to \"260 weeks\", found a "
         "list\n");
  expect(source, "scenario: x\nhorizon: 1 week", "");
  expect(source, "scenario: \xff",
         "scenarios/test.yaml:1:11: this is not UTF-8, but probably Windows-1252; save it "
         "in the editor with \"Save As\" and the encoding \"UTF-8\"\n");
  expect(source, "scenario: [",
         "scenarios/test.yaml:2:1: not proper YAML: did not find expected node content while "
         "parsing a flow node (from line 2)\n");
  source_free(source);
}

static void a_missing_file_is_a_mistake(void **state)
{
  (void)state;
  struct source *source = example();
  struct diagnostics *diagnostics = diagnostics_new();
  struct scenario *scenario = NULL;
  struct service *service = NULL;
  struct month *month = NULL;
  assert_int_equal(scenario_read(source, source, "scenarios/none.yaml", "2027-01", diagnostics,
                                 &scenario, &service, &month),
                   STATUS_BAD_INPUT);
  g_autofree char *report = written_said(diagnostics);
  assert_string_equal(report, "scenarios/none.yaml:0:0: there is no such file\n");
  diagnostics_free(diagnostics);
  source_free(source);
}

/* The service's own mistakes come first, and are no doing of the scenario's. */
static void the_service_itself_may_be_wrong(void **state)
{
  (void)state;
  struct source *source = example();
  source_add(source, "travel.csv", "from,to,minutes\nhove,hoove,10\n");
  expect(source, "scenario: x\nchanges: [{close: {site: hoove}}]\n",
         "travel.csv:2:6: unknown site 'hoove'; did you mean 'hove'?\n");
  source_free(source);
}

/* What the service warns of by itself is not said again; what is new is. */
static void warnings_are_of_the_scenario(void **state)
{
  (void)state;
  struct source *source = example();
  source_add(source, "2027-01/preferences/lee.yaml",
             "clinician: lee\nmonth: 2027-01\nlocations: {hove: like}\n");
  expect(source, "scenario: x\nchanges: []\n", "");
  expect(source, "scenario: x\nchanges: [{set: {clinicians.lee.sites: [crawley]}}]\n",
         "2027-01/preferences/lee.yaml:3:13: warning: 'lee' is never sent to 'hove', after the "
         "changes of 'scenarios/test.yaml'\n");
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_mistake_is_cited),
      cmocka_unit_test(all_mistakes_are_said_at_once),
      cmocka_unit_test(a_file_is_a_scenario),
      cmocka_unit_test(a_missing_file_is_a_mistake),
      cmocka_unit_test(the_service_itself_may_be_wrong),
      cmocka_unit_test(warnings_are_of_the_scenario),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
