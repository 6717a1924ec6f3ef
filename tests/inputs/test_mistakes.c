/* Golden mistakes: each edit of a small service, and all that is then said. */
#include "tests/support/written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct written_file service[] = {
    {"service.yaml",
     "service: Tiny\n"
     "sessions: {am: {from: \"08:30\", to: \"12:15\"}, pm: {from: \"13:15\", to: \"17:00\"}}\n"
     "week: {mon-fri: [am, pm]}\n"
     "sites:\n"
     "  hove: {kind: hub, rooms: 2}\n"
     "  remote: {kind: remote}\n"
     "pcns:\n"
     "  stone: {patients: 9000, fcp: {named: [ann]}}\n"
     "tasks:\n"
     "  clinic: {skill: msk, at: hub}\n"
     "  duty: {at: [hub, remote]}\n"
     "  fcp: {skill: fcp, at: pcn}\n"
     "demand:\n"
     "  - {task: clinic, at: hove, need: 1}\n"
     "rules:\n"
     "  - lone_working: {at: hove}\n"
     "criteria:\n"
     "  open: 2nd of the month before\n"
     "  close: 10th of the month before\n"
     "  session_requests: {most: 1}\n"
     "  avoid: {sites: 0, tasks: 1}\n"
     "  not_avoidable: [duty]\n"},
    {"clinicians.yaml",
     "ann: {band: 7, works: {mon-fri: [am, pm]}, skills: {msk: yes, fcp: yes}}\n"
     "bob: {band: 6, works: {mon: [am]}, skills: {msk: yes}}\n"},
};

struct mistake {
  const char *path;
  const char *find; /* NULL: the whole file, which may be a new one */
  const char *put;
  const char *said;
};

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
    /* demand */
    {"service.yaml", "{task: clinic, at: hove", "{task: clinc, at: hove",
     "service.yaml:14:12: unknown task 'clinc'; did you mean 'clinic'?\n"},
    {"service.yaml", "{task: clinic, ", "{", "service.yaml:14:5: a demand needs 'task'\n"},
    {"service.yaml", ", need: 1}", "}",
     "service.yaml:14:5: says neither 'need' nor 'target' nor 'most'\n"},
    {"service.yaml", "need: 1}", "need: 3, target: 2}",
     "service.yaml:14:47: the target of 2 is below the need of 3\n"},
    {"service.yaml", "need: 1}", "need: 3, most: 2}",
     "service.yaml:14:45: at most 2 is below the need of 3\n"},
    {"service.yaml", "need: 1}", "need: 1, target: 3, most: 2}",
     "service.yaml:14:56: at most 2 is below the target of 3\n"},
    {"service.yaml", "need: 1}", "need: 1 per 4000 patients}",
     "service.yaml:14:36: need by patients, but 'hove' is no PCN\n"},
    {"service.yaml", "at: hove, need: 1}", "need: 1 per 4000 patients}",
     "service.yaml:14:26: need by patients is for one PCN or \"at: every pcn\"\n"},
    {"service.yaml", "need: 1}", "need: one}",
     "service.yaml:14:36: expected a whole number from 0 to 1000, found 'one'\n"},
    {"service.yaml", "need: 1}", "need: 1 per patient}",
     "service.yaml:14:36: expected a number, or \"1 per 4000 patients\", found '1 per patient'\n"},
    {"service.yaml", "at: hove, need", "at: remote, need",
     "service.yaml:14:24: the task 'clinic' is not done there\n"},
    {"service.yaml", "at: hove, need", "at: every venue, need",
     "service.yaml:14:24: warning: no site is of the kind 'venue'\n"
     "service.yaml:14:24: no site to do 'clinic' at\n"},
    {"service.yaml", "at: hove, need", "at: every hoove, need",
     "service.yaml:14:24: unknown site 'hoove'; did you mean 'hove'?\n"},
    {"service.yaml", "need: 1}", "need: 1, per: fortnight}",
     "service.yaml:14:44: expected one of session, day, week, month, found 'fortnight'\n"},
    {"service.yaml", "need: 1}", "need: 1, sessions: sat am}",
     "service.yaml:14:5: the service is never open in these sessions\n"},
    {"service.yaml", "need: 1}", "need: 1, sessions: [mon am, twe pm]}",
     "service.yaml:14:58: unknown weekday or session 'twe'; did you mean 'tue'?\n"},
    {"service.yaml", "need: 1}", "need: 1, sessions: []}",
     "service.yaml:14:49: no session is named\n"},
    {"service.yaml", "need: 1}", "need: 1, hard: yes, prices: {need: 9}}",
     "service.yaml:14:58: a hard demand has no price for 'need' or 'most'\n"},
    {"service.yaml", "need: 1}", "need: 1, from: 2027-03-01, until: 2027-02-01}",
     "service.yaml:14:5: ends on 2027-02-01, before it begins on 2027-03-01\n"},
    {"service.yaml", "need: 1}", "need: 1, prices: {need: 9, mots: 2}}",
     "service.yaml:14:57: unknown key in prices: 'mots'; did you mean 'most'?\n"},
    {"service.yaml", "need: 1}", "need: 5000}",
     "service.yaml:14:36: expected a whole number from 0 to 1000, found '5000'\n"},
    {"service.yaml", "need: 1}", "need: 1, hard: maybe}",
     "service.yaml:14:45: expected yes or no, found 'maybe'\n"},
    /* rules */
    {"service.yaml", "lone_working:", "lone_worker:",
     "service.yaml:16:5: unknown rule 'lone_worker'; did you mean 'lone_working'?\n"},
    {"service.yaml", "- lone_working: {at: hove}", "- lone_working",
     "service.yaml:16:5: expected one rule, such as one_place: {}, found 'lone_working'\n"},
    {"service.yaml", "- lone_working: {at: hove}", "- {lone_working: {}, one_place: {}}",
     "service.yaml:16:5: expected one rule, such as one_place: {}, found a mapping\n"},
    {"service.yaml", "{at: hove}", "{at: hoves}",
     "service.yaml:16:24: unknown site 'hoves'; did you mean 'hove'?\n"},
    {"service.yaml", "{at: hove}", "{leest: 3}",
     "service.yaml:16:20: unknown key in lone_working: 'leest'; did you mean 'least'?\n"},
    {"service.yaml", "{at: hove}", "{least: 1}",
     "service.yaml:16:27: expected a whole number from 2 to 50, found '1'\n"},
    {"service.yaml", "{at: hove}", "{hard: yes, weight: 3}",
     "service.yaml:16:39: a hard rule has no weight; leave out 'hard' or 'weight'\n"},
    {"service.yaml", "{at: hove}", "{weight: 2000000}",
     "service.yaml:16:28: expected a whole number from 0 to 1000000, found '2000000'\n"},
    {"service.yaml", "{at: hove}", "{who: {band: 7}}",
     "service.yaml:16:20: unknown key in lone_working: 'who'\n"},
    {"service.yaml", "lone_working: {at: hove}", "one_place: {hard: no}",
     "service.yaml:16:23: one_place is always hard\n"},
    {"service.yaml", "lone_working: {at: hove}", "count_limit: {task: duty}",
     "service.yaml:16:18: count_limit needs 'least' or 'most'\n"},
    {"service.yaml", "lone_working: {at: hove}", "count_limit: {most: 1, task: duty, tasks: duty}",
     "service.yaml:16:47: either 'task' or 'tasks', not both\n"},
    {"service.yaml", "lone_working: {at: hove}", "count_limit: {most: 1, who: {band: 5}}",
     "service.yaml:16:33: warning: nobody is meant by this\n"},
    {"service.yaml", "lone_working: {at: hove}",
     "count_limit: {most: 1, who: {band: 11, team: a, tag: b, skill: mks, clinicians: [bobb], "
     "base: hoove, not: {bnad: 7}}}",
     "service.yaml:16:40: expected a band from 2 to 9, or 8a to 8d, found '11'\n"
     "service.yaml:16:50: unknown team 'a'\n"
     "service.yaml:16:58: unknown tag 'b'\n"
     "service.yaml:16:68: unknown skill 'mks'; did you mean 'msk'?\n"
     "service.yaml:16:86: unknown clinician 'bobb'; did you mean 'bob'?\n"
     "service.yaml:16:99: unknown site 'hoove'; did you mean 'hove'?\n"
     "service.yaml:16:112: unknown key in who: 'bnad'; did you mean 'band'?\n"},
    {"service.yaml", "lone_working: {at: hove}", "count_limit: {most: 1, per: weak}",
     "service.yaml:16:33: expected one of day, week, month, found 'weak'; did you mean 'week'?\n"},
    {"service.yaml", "lone_working: {at: hove}", "count_limit: [1]",
     "service.yaml:16:18: expected a mapping for count_limit, found a list\n"},
    {"service.yaml", "lone_working: {at: hove}",
     "count_limit: {most: 1, from: 2027-03-01, until: 2027-02-01}",
     "service.yaml:16:18: ends on 2027-02-01, before it begins on 2027-03-01\n"},
    {"service.yaml", "lone_working: {at: hove}", "fcp_cover: {}",
     "service.yaml:16:16: fcp_cover needs 'task'\n"},
    /* criteria */
    {"service.yaml", "close: 10th", "close: 31st",
     "service.yaml:19:10: expected a day such as \"10th of the month before\", at most the 28th, "
     "found '31st of the month before'\n"},
    {"service.yaml", "close: 10th", "close: 1st",
     "service.yaml:19:10: closes on day 1, before it opens on day 2\n"},
    {"service.yaml", "close: 10th of the month before", "close: soon",
     "service.yaml:19:10: expected a day such as \"10th of the month before\", at most the 28th, "
     "found 'soon'\n"},
    {"service.yaml", "{most: 1}", "{most: -1}",
     "service.yaml:20:28: expected a whole number from 0 to 100, found '-1'\n"},
    {"service.yaml", "not_avoidable: [duty]", "not_avoidable: [dutty]",
     "service.yaml:22:19: unknown task 'dutty'; did you mean 'duty'?\n"},
    {"service.yaml", "not_avoidable: [duty]", "weights: {love: 1, like: 2}",
     "service.yaml:22:12: 'like' must not outweigh 'love', nor 'dislike' 'avoid'\n"},
    {"service.yaml", "not_avoidable: [duty]", "late: never",
     "service.yaml:22:9: expected one of ignore, half, count, found 'never'\n"},
    {"service.yaml", "not_avoidable: [duty]", "publish: 14",
     "service.yaml:22:12: expected a mapping for publish, found '14'\n"},
    /* clinicians */
    {"clinicians.yaml", NULL, "",
     "clinicians.yaml:0:0: the service has no clinician\n"
     "service.yaml:8:41: unknown clinician 'ann'\n"
     "service.yaml:10:3: warning: nobody has the skill 'msk'\n"
     "service.yaml:12:3: warning: nobody has the skill 'fcp'\n"},
    {"clinicians.yaml", "band: 7", "band: 1",
     "clinicians.yaml:1:13: expected a band from 2 to 9, or 8a to 8d, found '1'\n"},
    {"clinicians.yaml", "band: 7, ", "", "clinicians.yaml:1:6: a clinician needs 'band'\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {sat: [am]}",
     "clinicians.yaml:2:1: warning: 'bob' never works when the service is open\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {odd: {mon: am}, evn: {tue: am}}",
     "clinicians.yaml:2:40: unknown week 'evn'; did you mean 'even'?\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {mon: [eve]}",
     "clinicians.yaml:2:30: unknown session 'eve'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, supervisor: bob",
     "clinicians.yaml:2:28: nobody supervises themselves\n"},
    {"clinicians.yaml", "band: 6", "band: 6, supervisor: an",
     "clinicians.yaml:2:28: unknown clinician 'an'; did you mean 'ann'?\n"},
    {"clinicians.yaml", "band: 6", "band: 6, base: remote, sites: [hub]",
     "clinicians.yaml:2:22: the base 'remote' is not among the sites\n"},
    {"clinicians.yaml", "band: 6", "band: 6, wte: 2",
     "clinicians.yaml:2:21: expected a number from 0.01 to 1.20, at most two decimals, found "
     "'2'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, wte: full",
     "clinicians.yaml:2:21: expected a number from 0.01 to 1.20, at most two decimals, found "
     "'full'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, hours: {fewest: 10, most: 5}",
     "clinicians.yaml:2:23: 'fewest' is above 'most'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, joins: 2027-02-01, leaves: 2027-01-01",
     "clinicians.yaml:2:6: ends on 2027-01-01, before it begins on 2027-02-01\n"},
    {"clinicians.yaml", "band: 6", "band: 6, drives: perhaps",
     "clinicians.yaml:2:24: expected yes or no, found 'perhaps'\n"},
    {"clinicians.yaml", "skills: {msk: yes}",
     "skills: {msk: {since: 2027-02-01, until: 2027-01-01}}",
     "clinicians.yaml:2:50: ends on 2027-01-01, before it begins on 2027-02-01\n"},
    {"clinicians.yaml", "skills: {msk: yes}", "skills: {mks: yes}",
     "clinicians.yaml:2:1: warning: no task needs the skill 'mks'; did you mean 'msk'?\n"},
    {"clinicians.yaml", "skills: {msk: yes}", "skills: [msk]",
     "clinicians.yaml:2:44: expected a mapping for skills, found a list\n"},
    {"clinicians.yaml", "band: 6", "band: 6, arrangements: [{every: mon am}]",
     "clinicians.yaml:2:31: an arrangement with 'every' needs 'at' or 'task'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, arrangements: [{every: mon, never: tue, at: hove}]",
     "clinicians.yaml:2:31: an arrangement needs 'every' or 'never', not both\n"},
    {"clinicians.yaml", "band: 6", "band: 6, arrangements: [{at: hove}]",
     "clinicians.yaml:2:31: an arrangement needs 'every' or 'never'\n"},
    {"clinicians.yaml",
     "bob:", "ann:", "clinicians.yaml:2:1: 'ann' is here twice; first on line 1\n"},
    {"clinicians/more.yaml", NULL, "bob: {band: 5, works: {mon: am}}\n",
     "clinicians/more.yaml:1:1: 'bob' is here twice; first at clinicians.yaml:2\n"},
    {"clinicians.yaml", "bob:", "all:",
     "clinicians.yaml:2:1: 'all' can't be the id of a clinician: the word has a meaning of its "
     "own\n"},
    {"clinicians.yaml", "bob:", "a_name_that_is_very_much_longer_than_anybody_needs:",
     "clinicians.yaml:2:1: 'a_name_that_is_very_much_longer_than_any...' can't be the id of a "
     "clinician: at most 40 letters\n"},
    /* travel.csv */
    {"travel.csv", NULL,
     "from,to,minuts\n"
     "hove,stone,5\n",
     "travel.csv:1:1: the column 'minutes' is missing\n"
     "travel.csv:1:9: unknown column 'minuts'; did you mean 'minutes'?\n"},
    {"travel.csv", NULL,
     "from,to,minutes\n"
     "hove,hove,5\n"
     "hove,ston,5\n"
     "hove,stone,x\n"
     "hove,stone,5\n"
     "hove,stone,6\n"
     "stone\n",
     "travel.csv:2:1: from 'hove' to itself\n"
     "travel.csv:3:6: unknown site 'ston'; did you mean 'stone'?\n"
     "travel.csv:4:12: expected a whole number from 0 to 600, found 'x'\n"
     "travel.csv:6:1: this journey is here twice; first on line 5\n"
     "travel.csv:7:1: expected as many cells as the header has, 3; found 1\n"},
    {"travel.csv", NULL, "", "travel.csv:1:1: the header row is missing\n"},
    {"travel.csv", NULL,
     "from,to,minutes\n"
     "\"hove,stone,5\n",
     "travel.csv:2:1: a quote is opened here and never closed\n"},
    {"travel.csv", NULL,
     "from,to,minutes\n"
     "\"hove\"x,stone,5\n",
     "travel.csv:2:7: expected a comma after the quote\n"},
    {"travel.csv", NULL, "from,to,to,minutes\n", "travel.csv:1:9: the column 'to' is here twice\n"},
    /* month.yaml */
    {"2027-02/month.yaml", NULL, "closure: []\n",
     "2027-02/month.yaml:1:1: unknown key in month.yaml: 'closure'; did you mean 'closures'?\n"},
    {"2027-02/month.yaml", NULL, "closures: [{from: 2027-03-01}]\n",
     "2027-02/month.yaml:1:12: the closure is not in 2027-02\n"},
    {"2027-02/month.yaml", NULL,
     "closures: [{from: 2027-02-03, to: 2027-02-01}, {site: hov, from: 2027-02-03}, {}]\n",
     "2027-02/month.yaml:1:12: ends on 2027-02-01, before it begins on 2027-02-03\n"
     "2027-02/month.yaml:1:55: unknown site 'hov'; did you mean 'hove'?\n"
     "2027-02/month.yaml:1:79: a closure needs 'from'\n"},
    {"2027-02/month.yaml", NULL,
     "events: {fair: {at: hove, on: 2027-03-01 am, need: [{task: fcp, need: 1}]}}\n",
     "2027-02/month.yaml:1:31: the date is not in 2027-02\n"
     "2027-02/month.yaml:1:53: the task 'fcp' is not done at 'hove'\n"},
    {"2027-02/month.yaml", NULL,
     "events: {fair: {at: hove, on: 2027-02-06 eve, need: {task: clinic}}}\n",
     "2027-02/month.yaml:1:31: unknown session 'eve'\n"
     "2027-02/month.yaml:1:53: expected a list for need, found a mapping\n"},
    {"2027-02/month.yaml", NULL, "events: {fair: {on: saturday, need: []}}\n",
     "2027-02/month.yaml:1:16: an event needs 'at'\n"
     "2027-02/month.yaml:1:21: expected a date such as 2027-01-12, found 'saturday'\n"},
    {"2027-02/month.yaml", NULL, "demand: [{task: clinic}]\n",
     "2027-02/month.yaml:1:10: says neither 'need' nor 'target' nor 'most'\n"},
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
     "2027-02/leave.csv:5:1: a row needs 'from'\n"},
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
     "2027-02/preferences/ann.yaml:6:5: the second session request; the service allows 1 "
     "(service.yaml:20)\n"
     "2027-02/preferences/ann.yaml:7:5: the third session request; the service allows 1 "
     "(service.yaml:20)\n"
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
     "2027-02/preferences/ann.yaml:4:12: warning: 'ann' does not work in these sessions anyway\n"},
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
    /* YAML itself */
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

static char *edited(const char *text, const char *find, const char *put)
{
  const char *at = strstr(text, find);
  assert_non_null(at);
  g_autofree char *before = g_strndup(text, (gsize)(at - text));
  return g_strconcat(before, put, at + strlen(find), NULL);
}

static struct source *with(const struct mistake *list, int count)
{
  struct source *source = source_memory();
  for (size_t f = 0; f < G_N_ELEMENTS(service); f++)
    source_add(source, service[f].path, service[f].text);
  for (int i = 0; i < count; i++) {
    g_autofree char *text = NULL;
    for (size_t f = 0; f < G_N_ELEMENTS(service) && list[i].find; f++)
      if (strcmp(service[f].path, list[i].path) == 0)
        text = edited(service[f].text, list[i].find, list[i].put);
    source_add(source, list[i].path, text ? text : list[i].put);
  }
  return source;
}

static void without_a_mistake_nothing_is_said(void **state)
{
  (void)state;
  struct source *source = with(NULL, 0);
  g_autofree char *report = written_report(source, "2027-02");
  assert_string_equal(report, "");
  source_free(source);
}

static void each_mistake_is_said_in_its_place(void **state)
{
  (void)state;
  int wrong = 0;
  for (size_t i = 0; i < G_N_ELEMENTS(mistakes); i++) {
    struct source *source = with(&mistakes[i], 1);
    g_autofree char *report = written_report(source, "2027-02");
    if (strcmp(report, mistakes[i].said) != 0) {
      print_error("'%s' in %s\nexpected:\n%sfound:\n%s", mistakes[i].put, mistakes[i].path,
                  mistakes[i].said, report);
      wrong++;
    }
    source_free(source);
  }
  assert_int_equal(wrong, 0);
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
  struct source *source = with(list, G_N_ELEMENTS(list));
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
  struct source *source = with(NULL, 0);
  static const char *const ids[] = {"2027-13", "2027-1", "january", "../2027-01", "", "9999-01"};
  for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
    g_autofree char *report = written_report(source, ids[i]);
    g_autofree char *expected =
        g_strdup_printf("%s:0:0: this is no month; write it as 2027-01\n", ids[i]);
    assert_string_equal(report, expected);
  }
  source_free(source);
}

static void holidays_end_somewhere(void **state)
{
  (void)state;
  static const struct mistake known = {"service.yaml", "service: Tiny",
                                       "service: Tiny\nholidays: england-and-wales", NULL};
  struct source *source = with(&known, 1);
  g_autofree char *inside = written_report(source, "2028-12");
  assert_string_equal(inside, "");
  g_autofree char *outside = written_report(source, "2029-01");
  assert_string_equal(outside,
                      "service.yaml:2:11: the holidays of 2029 are not known here; write a "
                      "list of dates\n");
  source_free(source);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_a_mistake_nothing_is_said),
      cmocka_unit_test(each_mistake_is_said_in_its_place),
      cmocka_unit_test(mistakes_of_all_files_are_said_in_one_run),
      cmocka_unit_test(a_month_must_be_a_month),
      cmocka_unit_test(holidays_end_somewhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
