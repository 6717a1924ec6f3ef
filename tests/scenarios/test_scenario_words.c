/* What reports say that a scenario changes: in people's words, without a path, an id or a date
 * of the files. */
#include "scenarios/scenarios.h"
#include "tests/support/made.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct {
  const char *change, *words;
} cases[] = {
    {"set: {rules.ratio.generalist: 70, rules.ratio.specialist: 30}",
     "80:20 becomes 70:30, generalist to specialist, of the service"},
    {"set: {rules.ratio.specialist: 40}",
     "80:20 becomes 80:40, generalist to specialist, of the service"},
    {"set: {rules.ratio.within: 8}", "ratio: within 8 instead of 5"},
    {"set: {sites.crawley.rooms: 1}", "Crawley hub: 1 room instead of 7"},
    {"set: {tasks.clinic.slots.follow_up: 6}", "MSK clinic: 6 follow-ups a session instead of 5"},
    {"set: {demand.spine: off}", "Spinal clinic at Hove hub: no more"},
    {"set: {\"demand.clinic[hub].target\": 4}", "MSK clinic at every hub: target 4 instead of 3"},
    {"set: {\"rules.count_limit[duty].most\": 3}",
     "count limit (service.yaml:45): most 3 instead of 1"},
    {"set: {waiting_list.dna.new: 0.08}", "waiting list: dna new 0.08 instead of 0.093"},
    {"set: {clinicians.lee.works: {mon: [am, pm], tue: am}}",
     "Lee Park: works mon am and pm, tue am instead of mon-fri am and pm"},
    {"set: {\"demand.clinic[all].target\": 4}", "MSK clinic, each: target 4 instead of 3"},
    {"set: {sessions.late: {from: \"20:00\", to: \"21:00\"}}",
     "sessions: late from 20:00, to 21:00"},
    {"add: {like: lee, from: 2027-02-01}",
     "one more of band 6 at Crawley hub, like Lee Park, from 1 February 2027"},
    {"add: {clinicians: 2, like: amrita, band: 6, base: hove, wte: 0.6}",
     "2 more of band 6 at Hove hub, like Amrita Shah: wte 0.6"},
    {"remove: {clinicians: [tom], from: 2027-01-25}", "without Tom Baker from 25 January 2027"},
    {"close: {site: library, from: 2027-01-25, until: 2027-01-25}",
     "Crawley library closed on 25 January 2027"},
    {"open: {site: horsham, like: crawley, name: Horsham hub, rooms: 4, minutes: {hove: 35}, "
     "from: 2027-01-11, until: 2027-12-31, staff: [amrita]}",
     "Horsham hub opens from 11 January 2027 until 31 December 2027, like Crawley hub: rooms 4, "
     "minutes Hove hub 35, staff Amrita Shah"},
    {"event: {kind: community day, at: library, on: 2027-01-30, sessions: [am, pm], "
     "attendees: 260}",
     "one more community day at Crawley library on 30 January 2027 am, pm, for 260 people"},
    {"event: {kind: drop-in, at: library, on: 2027-01-30 am, need: [{task: screening, need: 1}]}",
     "one more drop-in at Crawley library on 30 January 2027 am"},
    {"cover: {task: calls, at: remote, sessions: mon am, per: session, need: 1}",
     "asked for: What matters calls at remote, mon am: per session, need 1"},
    {"evenings: {at: hove, sessions: thu eve, task: clinic, people: 1, from: 2027-01-11}",
     "MSK clinic at Hove hub on thu eve too from 11 January 2027, by Tom Baker"},
    {"follow_ups: {per_new: 2.1, patient_initiated: 0.35}",
     "2.1 follow-ups for each first appointment instead of 2.4, 35% of follow-ups only if the "
     "patient asks instead of 20%"},
    {"dna: {backfill: 0.5}", "50% of missed slots are filled again instead of 20%"},
};

static void changes_are_said_in_peoples_words(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *change = g_strdup_printf("  - %s\n", cases[i].change);
    struct made made = made_new(change);
    assert_int_equal(made.scenario->n_changes, 1);
    assert_string_equal(made.scenario->changes[0], cases[i].words);
    made_free(&made);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(changes_are_said_in_peoples_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
