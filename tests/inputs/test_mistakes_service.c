/* Mistakes in service.yaml: hours, sessions, sites, PCNs and tasks. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"

#include <glib.h>

static const struct mistake mistakes[] = {
    /* service.yaml as a whole */
    {"service.yaml", NULL, "", "service.yaml:0:0: the file is empty\n"},
    {"service.yaml", NULL, "[1, 2]\n",
     "service.yaml:1:1: expected a mapping for service.yaml, found a list\n"},
    {"service.yaml", "service: Tiny", "servise: Tiny",
     "service.yaml:1:1: unknown key in service.yaml: 'servise'; did you mean 'service'?\n"
     "service.yaml:1:1: service.yaml needs 'service'\n"},
    {"service.yaml", "service: Tiny\n", "", "service.yaml:1:1: service.yaml needs 'service'\n"},
    {"service.yaml", "service: Tiny", "service: [Tiny]",
     "service.yaml:1:10: expected a text, found a list\n"},
    {"service.yaml", "service: Tiny",
     "service:", "service.yaml:1:9: expected a text, found nothing\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "service: Two",
     "service.yaml:2:1: 'service' is here twice; first on line 1\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "? {a: 1}\n"
     ": 2",
     "service.yaml:2:3: a key must be a word\n"},
    /* events that come back */
    {"service.yaml", "demand:",
     "events: {fair: {at: hove, on: {every: 2nd wed pm}, need: [{task: clinic, need: "
     "1}]}}\ndemand:",
     ""},
    {"service.yaml", "demand:",
     "events: {fair: {at: hove, on: 2027-02-03 pm, need: [{task: clinic, need: 1}]}}\ndemand:",
     "service.yaml:13:31: an event of the service recurs, 'on: {every: 2nd wed pm}'; one with a "
     "date goes into its month\n"},
    {"service.yaml", "demand:",
     "events: {fair: {at: hove, on: {every: 2nd pm}, need: [{task: fcp, need: 1}]}}\ndemand:",
     "service.yaml:13:39: say of which weekday, such as \"2nd wed pm\"\n"
     "service.yaml:13:55: the task 'fcp' is not done at 'hove'\n"},
    {"service.yaml",
     "demand:", "events: {fair: {at: hov, on: {every: 2nd wen pm, til: 2027-03-01}}}\ndemand:",
     "service.yaml:13:16: an event needs 'need'\n"
     "service.yaml:13:21: unknown site 'hov'; did you mean 'hove'?\n"
     "service.yaml:13:38: unknown weekday or session 'wen'; did you mean 'wed'?\n"
     "service.yaml:13:50: unknown key in an event that recurs: 'til'\n"},
    /* holidays and hours */
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "holidays: england",
     "service.yaml:2:11: expected one of england-and-wales, none, found 'england'\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "holidays: {a: 1}",
     "service.yaml:2:11: expected a list for holidays, found a mapping\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "holidays: [2027-02-30]",
     "service.yaml:2:12: expected a date such as 2027-01-12, found '2027-02-30'\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "holidays: [2027-02-01, 0001-01-01]",
     "service.yaml:2:24: 0001-01-01 is out of range; expected a date from 1900 to 2200\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "full_time_hours: 99",
     "service.yaml:2:18: expected a number from 1.00 to 60.00, at most two decimals, found '99'\n"},
    {"service.yaml", "service: Tiny",
     "service: Tiny\n"
     "full_time_hours: 37.555",
     "service.yaml:2:18: expected a number from 1.00 to 60.00, at most two decimals, found "
     "'37.555'\n"},
    /* sessions */
    {"service.yaml", "to: \"12:15\"", "to: \"8:15\"",
     "service.yaml:2:12: the session 'am' ends before it begins\n"},
    {"service.yaml", "to: \"12:15\"", "to: \"14:15\"",
     "service.yaml:2:46: the session 'pm' begins before 'am' has ended\n"},
    {"service.yaml", "to: \"12:15\"", "to: noon",
     "service.yaml:2:36: expected a time such as \"08:30\", found 'noon'\n"},
    {"service.yaml", ", to: \"12:15\"", "", "service.yaml:2:16: a session needs 'to'\n"},
    {"service.yaml", "am: {from", "AM: {from",
     "service.yaml:2:12: 'AM' can't be the id of a session: use small letters, digits, '-' and '_' "
     "only\n"},
    {"service.yaml", "am: {from", "mon: {from",
     "service.yaml:2:12: 'mon' can't be the id of a session: the word has a meaning of its own\n"},
    {"service.yaml", "sessions: {",
     "sessions: {a1: {from: \"01:00\", to: \"01:10\"}, a2: {from: \"02:00\", to: \"02:10\"}, a3: "
     "{from: \"03:00\", to: \"03:10\"}, a4: {from: \"04:00\", to: \"04:10\"}, a5: {from: "
     "\"05:00\", to: \"05:10\"}, a6: {from: \"06:00\", to: \"06:10\"}, a7: {from: \"07:00\", to: "
     "\"07:10\"}, ",
     "service.yaml:2:11: 9 sessions; at most 8 can be read\n"},
    {"service.yaml", "week: {mon-fri: [am, pm]}", "week: {mon-fry: [am, pn]}",
     "service.yaml:3:8: unknown weekday 'fry'; did you mean 'fri'?\n"
     "service.yaml:3:22: unknown session 'pn'; did you mean 'pm'?\n"},
    {"service.yaml", "week: {mon-fri: [am, pm]}", "week: {}",
     "service.yaml:3:7: the service is never open\n"},
    {"service.yaml", "week: {mon-fri: [am, pm]}", "week: all",
     "service.yaml:3:7: expected a mapping for a week, found 'all'\n"},
    {"service.yaml", "week: {mon-fri: [am, pm]}", "week: {mon-fri: {am: yes}}",
     "service.yaml:3:17: expected sessions such as am, found a mapping\n"},
    /* sites and PCNs */
    {"service.yaml", "kind: hub", "knd: hub",
     "service.yaml:5:10: unknown key in a site: 'knd'; did you mean 'kind'?\n"},
    {"service.yaml", "kind: hub", "kind: Hub",
     "service.yaml:5:16: 'Hub' can't be the id of a kind of site: use small letters, digits, '-' "
     "and '_' only\n"},
    {"service.yaml", "rooms: 2", "rooms: -1",
     "service.yaml:5:28: expected a whole number from 0 to 1000, found '-1'\n"},
    {"service.yaml", "rooms: 2", "rooms: {gym: lots}",
     "service.yaml:5:34: expected a whole number from 0 to 1000, found 'lots'\n"},
    {"service.yaml", "rooms: 2", "room: 2",
     "service.yaml:5:21: unknown key in a site: 'room'; did you mean 'rooms'?\n"},
    {"service.yaml", "rooms: 2", "rooms: 2, open: {mon: \"20:00-08:00\"}",
     "service.yaml:5:43: 20:00-08:00 ends before it begins\n"},
    {"service.yaml", "rooms: 2", "rooms: 2, open: {mon: 9 to 5}",
     "service.yaml:5:43: expected times such as \"07:30-20:00\", found '9 to 5'\n"},
    {"service.yaml", "  remote:",
     "  hub: {kind: remote}\n"
     "  remote:",
     "service.yaml:6:3: 'hub' is also a kind, of other sites; give this site another id\n"
     "service.yaml:7:3: 'remote' is also a kind, of other sites; give this site another id\n"},
    {"service.yaml", "  remote:",
     "  am: {kind: remote}\n"
     "  remote:",
     "service.yaml:6:3: 'am' is also a session; give this site another id\n"
     "service.yaml:7:3: 'remote' is also a kind, of other sites; give this site another id\n"},
    {"service.yaml",
     "  stone:", "  hove:", "service.yaml:8:3: 'hove' is a site already, on line 5\n"},
    {"service.yaml", "  stone: {patients: 9000,",
     "  hill: {ods: U46447}\n  dale: {ods: U46448}\n  stone: {ods: U46447, patients: 9000,",
     "service.yaml:10:3: the code 'U46447' is that of 'hill' already, on line 8\n"},
    {"service.yaml", "kind: remote", "kind: pcn",
     "service.yaml:6:3: 'remote' is also a kind, of other sites; give this site another id\n"
     "service.yaml:6:18: a PCN is written under 'pcns'\n"},
    {"service.yaml", "named: [ann]", "named: [anne]",
     "service.yaml:8:41: unknown clinician 'anne'; did you mean 'ann'?\n"},
    {"service.yaml", "named: [ann]", "named: [ann], deputy: [ann]",
     "service.yaml:8:32: 'ann' is both named and deputy\n"},
    {"service.yaml", "named: [ann]", "named: [ann, ann]",
     "service.yaml:8:46: 'ann' is here twice\n"},
    {"service.yaml", "patients: 9000", "patients: 9000000",
     "service.yaml:8:21: expected a whole number from 0 to 1000000, found '9000000'\n"},
    {"service.yaml", "  hove:", "  Hove:",
     "service.yaml:5:3: 'Hove' can't be the id of a site: use small letters, digits, '-' and '_' "
     "only\n"},
    /* tasks */
    {"service.yaml", "at: pcn", "at: pcm",
     "service.yaml:12:25: unknown site 'pcm'; did you mean 'pcn'?\n"},
    {"service.yaml", "at: hub}", "at: hub, room: gim}",
     "service.yaml:10:39: unknown kind of room 'gim'\n"},
    {"service.yaml", "at: hub}", "at: hub, rooms: 2}",
     "service.yaml:10:40: rooms can only be 0, for none; a kind of room is written under 'room'\n"},
    {"service.yaml", "at: hub}", "at: hub, rooms: 0, room: none}",
     "service.yaml:10:40: either 'room' or 'rooms', not both\n"},
    {"service.yaml", "clinic: {skill: msk", "clinic: {skill: mks",
     "service.yaml:10:3: warning: nobody has the skill 'mks'; did you mean 'msk'?\n"},
    {"service.yaml", "at: hub}", "at: hub, slots: {new: 0, follow_up: 0}}",
     "service.yaml:10:40: warning: no contacts are offered by this: leave 'slots' out if that is "
     "meant\n"},
    {"service.yaml", "at: hub}", "at: hub, slots: {new: 0, follow_up: 1}}", ""},
    {"service.yaml", "service: Tiny", "service: Tiny\ntravel: {default: 181, home_minutes: 180}",
     "service.yaml:2:9: warning: 'default' of 181 is over 3 hours one way; are these minutes?\n"},
    {"service.yaml", "service: Tiny", "service: Tiny\ntravel: {default: 180, home_minutes: 181}",
     "service.yaml:2:9: warning: 'home_minutes' of 181 is over 3 hours one way; are these "
     "minutes?\n"},
    {"service.yaml", "duty: {at", "duty: {min_stage: 1, at",
     "service.yaml:11:21: 'min_stage' without a 'skill'\n"},
    {"service.yaml", "duty: {at", "duty: {min_band: 10, at",
     "service.yaml:11:20: expected a band from 2 to 9, or 8a to 8d, found '10'\n"},
    {"service.yaml", "duty: {at", "duty: {stream: general, at",
     "service.yaml:11:18: expected one of neither, generalist, specialist, found 'general'\n"},
    {"service.yaml", "duty: {at", "duty: {slots: {New: 2}, at",
     "service.yaml:11:18: 'New' can't be the id of a kind of slot: use small letters, digits, '-' "
     "and '_' only\n"},
    {"service.yaml", "at: [hub, remote]", "at: []", "service.yaml:11:14: the list is empty\n"},
    {"service.yaml", "  duty:",
     "  duty: {}\n"
     "  duty:",
     "service.yaml:12:3: 'duty' is here twice; first on line 11\n"},
};

static void each_mistake_is_said_in_its_place(void **state)
{
  (void)state;
  mistakes_are_said(mistakes, G_N_ELEMENTS(mistakes));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_mistake_is_said_in_its_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
