/* Mistakes in clinicians.yaml, and in travel.csv, which says how they get about. */
#include "tests/support/check.h"
#include "tests/support/mistake.h"

#include <glib.h>

static const struct mistake mistakes[] = {
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
    {"clinicians.yaml", "works: {mon: [am]}", "works: {cycle: 2027-01-05, weeks: [{mon: am}, {}]}",
     "clinicians.yaml:2:31: '2027-01-05' is no Monday; the one before it is 2027-01-04\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {cycle: 2027-01-04, week: [{mon: am}]}",
     "clinicians.yaml:2:23: a pattern in a cycle needs 'weeks'\n"
     "clinicians.yaml:2:43: unknown key in a pattern in a cycle: 'week'; did you mean 'weeks'?\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {weeks: []}",
     "clinicians.yaml:2:23: a pattern in a cycle needs 'cycle'\n"
     "clinicians.yaml:2:31: a cycle needs a week\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {cycle: 2027-01-04, weeks: [{mno: am}, {}]}",
     "clinicians.yaml:2:52: unknown weekday 'mno'; did you mean 'mon'?\n"},
    {"clinicians.yaml", "works: {mon: [am]}", "works: {cycle: 2027-01-04, weeks: [{sat: am}, {}]}",
     "clinicians.yaml:2:1: warning: 'bob' never works when the service is open\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, arrangements: [{never: mon, cycle: 2027-01-04, weeks: [1, 5]}]",
     "clinicians.yaml:2:74: expected a whole number from 1 to 4, found '5'\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, arrangements: [{never: mon, cycle: 2027-01-04, weeks: [1, 3], of: 2}]",
     "clinicians.yaml:2:74: expected a whole number from 1 to 2, found '3'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, arrangements: [{never: mon, weeks: [1, 3]}]",
     "clinicians.yaml:2:31: a cycle needs 'cycle' and 'weeks'\n"},
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
    /* changes */
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{wte: 0.5}]",
     "clinicians.yaml:2:26: a change needs 'from'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: {from: 2027-02-15, wte: 0.5}",
     "clinicians.yaml:2:25: expected a list for changes, found a mapping\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-15, wtee: 0.5}]",
     "clinicians.yaml:2:45: unknown key in a change: 'wtee'; did you mean 'wte'?\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-15, joins: 2027-03-01}]",
     "clinicians.yaml:2:45: unknown key in a change: 'joins'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-30, wte: 0.5}]",
     "clinicians.yaml:2:33: expected a date such as 2027-01-12, found '2027-02-30'\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, changes: [{from: 2027-02-15, wte: 0.5}, {from: 2027-02-15, wte: 0.6}]",
     "clinicians.yaml:2:63: this change is not after the one before it, of 2027-02-15\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, changes: [{from: 2027-03-15, wte: 0.5}, {from: 2027-02-15, wte: 0.6}]",
     "clinicians.yaml:2:63: this change is not after the one before it, of 2027-03-15\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, joins: 2027-02-15, changes: [{from: 2027-02-15, wte: 0.5}]",
     "clinicians.yaml:2:52: this change is not after the day on which 'bob' joins, 2027-02-15\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, leaves: 2027-02-15, changes: [{from: 2027-02-16, wte: 0.5}]",
     "clinicians.yaml:2:53: this change is after the last day of 'bob', 2027-02-15\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-15}]",
     "clinicians.yaml:2:26: warning: this changes nothing for 'bob'\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, changes: [{from: 2027-02-15, band: 6, wte: 1.0, works: {mon: am}}]",
     "clinicians.yaml:2:26: warning: this changes nothing for 'bob'\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-15, works: {sat: am}}]",
     "clinicians.yaml:2:26: warning: 'bob' never works when the service is open\n"},
    {"clinicians.yaml", "band: 6",
     "band: 6, base: hove, changes: [{from: 2027-02-15, sites: [remote]}]",
     "clinicians.yaml:2:64: the base 'hove' is not among the sites\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-15, skills: {mks: yes}}]",
     "clinicians.yaml:2:26: warning: no task needs the skill 'mks'; did you mean 'msk'?\n"},
    {"clinicians.yaml", "band: 6", "band: 6, changes: [{from: 2027-02-15, band: 99}]",
     "clinicians.yaml:2:51: expected a band from 2 to 9, or 8a to 8d, found '99'\n"},
    /* travel.csv */
    {"travel.csv", NULL, "from,to,minutes,without_car\nhove,stone,181,180\n",
     "travel.csv:2:1: warning: 'minutes' of 181 is over 3 hours one way; are these minutes?\n"},
    {"travel.csv", NULL, "from,to,minutes,without_car\nhove,stone,180,181\n",
     "travel.csv:2:1: warning: 'without_car' of 181 is over 3 hours one way; are these minutes?\n"},
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
