/* Mistakes in the policy of service.yaml: demand, rules and criteria. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"

#include <glib.h>

static const struct mistake mistakes[] = {
    /* demand */
    {"service.yaml", "{task: clinic, at: hove", "{task: clinc, at: hove",
     "service.yaml:14:12: unknown task 'clinc'; did you mean 'clinic'?\n"},
    {"service.yaml", "{task: clinic, at", "{task: [clinic, spin], at",
     "service.yaml:14:21: unknown task 'spin'\n"},
    {"service.yaml", "{task: clinic, at", "{task: [], at",
     "service.yaml:14:12: the list is empty\n"},
    {"service.yaml", "need: 1}", "need: 1, who: {bnad: 7}}",
     "service.yaml:14:45: unknown key in who: 'bnad'; did you mean 'band'?\n"},
    {"service.yaml", "{task: clinic, ", "{", "service.yaml:14:5: a demand needs 'task'\n"},
    {"service.yaml", ", need: 1}", "}",
     "service.yaml:14:5: says neither 'need' nor 'target' nor 'most'\n"},
    {"service.yaml", "need: 1}", "need: 0}",
     "service.yaml:14:5: warning: this asks for nobody; where none may be there, say 'most: 0'\n"},
    {"service.yaml", "need: 1}", "need: 0, most: 0}", ""},
    {"service.yaml", "need: 1}", "need: 3, target: 2}",
     "service.yaml:14:47: the target of 2 is below the need of 3\n"},
    {"service.yaml", "task: clinic, at: hove, need: 1}",
     "task: fcp, at: every pcn, need: 1 per 4000 patients, prices: {most: 5}}",
     "service.yaml:14:74: warning: a price above 'most' needs a 'most' where the need is by "
     "patients\n"},
    {"service.yaml", "task: clinic, at: hove, need: 1}",
     "task: fcp, at: every pcn, need: 1 per 4000 patients, target: 2, prices: {most: 5}}",
     "service.yaml:14:85: warning: a price above 'most' needs a 'most' where the need is by "
     "patients\n"},
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
     "service.yaml:14:36: expected a number, \"1 per 4000 patients\" or \"from use\", found '1 per "
     "patient'\n"},
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
    {"service.yaml", "need: 1}", "need: 1, per: day, cycle: 2027-01-04, weeks: [1, 3]}", ""},
    {"service.yaml", "need: 1}", "need: 1, per: week, cycle: 2027-01-04, weeks: 1}",
     "service.yaml:14:57: a cycle goes with what is asked per session or day\n"},
    {"service.yaml", "need: 1}", "need: 1, weeks: 1}",
     "service.yaml:14:5: a cycle needs 'cycle' and 'weeks'\n"},
    {"service.yaml", "need: 1}", "need: 1, cycle: 2027-01-05, weeks: 1}",
     "service.yaml:14:46: '2027-01-05' is no Monday; the one before it is 2027-01-04\n"},
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
    {"service.yaml", "- lone_working: {at: hove}", "- team_meeting: {quorum: 60}",
     "service.yaml:16:5: team_meeting needs 'task', as no 'support_time' names one\n"},
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
     "or \"21 days before\", found '31st of the month before'\n"},
    {"service.yaml", "close: 10th", "close: 1st",
     "service.yaml:19:10: closes on day 1, before it opens on day 2\n"},
    {"service.yaml", "close: 10th of the month before", "close: soon",
     "service.yaml:19:10: expected a day such as \"10th of the month before\", at most the 28th, "
     "or \"21 days before\", found 'soon'\n"},
    {"service.yaml", "close: 10th of the month before", "close: 366 days before",
     "service.yaml:19:10: expected a day such as \"10th of the month before\", at most the 28th, "
     "or \"21 days before\", found '366 days before'\n"},
    {"service.yaml", "close: 10th of the month before", "close: 0 days before",
     "service.yaml:19:10: expected a day such as \"10th of the month before\", at most the 28th, "
     "or \"21 days before\", found '0 days before'\n"},
    {"service.yaml", "close: 10th of the month before", "close: 21 days before",
     "service.yaml:19:10: say both as days of the month before, or both as days before\n"},
    {"service.yaml", "{most: 1}", "{most: -1}",
     "service.yaml:20:28: expected a whole number from 0 to 500, found '-1'\n"},
    {"service.yaml", "not_avoidable: [duty]", "not_avoidable: [dutty]",
     "service.yaml:22:19: unknown task 'dutty'; did you mean 'duty'?\n"},
    {"service.yaml", "not_avoidable: [duty]", "weights: {love: 1, like: 2}",
     "service.yaml:22:12: levels go from the most wished for to the least: 'love' (1) stands "
     "before 'like' (2)\n"},
    {"service.yaml", "not_avoidable: [duty]", "weights: {lov: 3, avoid: 1, love: 0}",
     "service.yaml:22:12: levels go from the most wished for to the least: 'love' (0) stands "
     "before 'like' (1)\n"
     "service.yaml:22:13: unknown level 'lov'; did you mean 'love'?\n"
     "service.yaml:22:28: 'avoid' is worth 0 or less\n"
     "service.yaml:22:37: 'love' is worth 1 or more\n"},
    {"service.yaml", "not_avoidable: [duty]",
     "levels: {must: 3, nice: 0, never: {points: -3, off: 1}}",
     "service.yaml:22:27: a level is for something, above 0, or against it, below 0\n"
     "service.yaml:22:55: to be off is asked for at a level above 0\n"},
    {"service.yaml", "not_avoidable: [duty]", "levels: {nice: 1, must: 3}",
     "service.yaml:22:11: levels go from the most wished for to the least: 'nice' (1) stands "
     "before 'must' (3)\n"},
    {"service.yaml", "not_avoidable: [duty]", "levels: {never: -1}",
     "service.yaml:22:11: no level is for something: one at least is above 0\n"},
    {"service.yaml", "not_avoidable: [duty]", "levels: {must: 1}\n  who: {band: 7}",
     "service.yaml:22:11: levels are the same words for all; they belong to the criteria without "
     "'who', and 'weights' here says what they are worth\n"},
    {"service.yaml", "not_avoidable: [duty]", "late: never",
     "service.yaml:22:9: expected one of ignore, half, count, found 'never'\n"},
    {"service.yaml", "not_avoidable: [duty]", "off: {per: week, most: 1}",
     "service.yaml:22:14: expected one of person, session, found 'week'\n"},
    {"service.yaml", "not_avoidable: [duty]", "off: {sessions: mon}",
     "service.yaml:22:8: a limit on being off needs 'most'\n"},
    {"service.yaml", "not_avoidable: [duty]", "points: {}",
     "service.yaml:22:11: points needs 'most'\n"},
    {"service.yaml", "not_avoidable: [duty]", "publish: {days_before: 1}\n  who: {band: 7}",
     "service.yaml:22:12: the whole rota is published at once; this belongs to the criteria "
     "without 'who'\n"},
    {"service.yaml", "not_avoidable: [duty]", "who: {band: 5}",
     "service.yaml:22:8: warning: nobody is meant by this\n"},
    {"service.yaml", "not_avoidable: [duty]", "publish: 14",
     "service.yaml:22:12: expected a mapping for publish, found '14'\n"},
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
