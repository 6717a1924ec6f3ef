#include "tests/rules/figures/figure.h"

/* One point for each assignment that is barred, so that the rows are compared too. */
#define SOFT "{weight: 1}"

const struct figure figures_availability[] = {
    {
        .name = "outside the working pattern",
        .world = {.use = "{}"},
        .rota = "bob 2027-02-02 eve clinic hove\n",
        .broken = 1,
        .says = "Bob Best can't be at hove on Tue 2 Feb eve: outside the working pattern "
                "(clinicians.yaml:4)",
    },
    {
        .name = "a soft use costs its weight each time",
        .world = {.use = "{hard: no}"},
        .rota = "bob 2027-02-02 eve clinic hove\n"
                "cat 2027-02-04 am clinic hove\n"
                "cat 2027-02-03 pm clinic hove\n",
        .cost = 2 * 1000,
        .says = "Cat Cole can't be at hove on Thu 4 Feb am: outside the working pattern "
                "(clinicians.yaml:7)",
    },
    {
        .name = "the first day and the last",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      joins: 2027-02-02, leaves: 2027-02-25}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-02 am support hove\n"
                "bob 2027-02-25 pm support hove\n",
    },
    {
        .name = "the day before the first",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      joins: 2027-02-02, leaves: 2027-02-25}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-01 pm support hove\n",
        .cost = 1,
        .says = "Bob Best can't be at hove on Mon 1 Feb pm: has not joined yet "
                "(clinicians.yaml:4)",
    },
    {
        .name = "the day after the last",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      joins: 2027-02-02, leaves: 2027-02-25}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-26 am support hove\n",
        .cost = 1,
        .says = "Bob Best can't be at hove on Fri 26 Feb am: has left (clinicians.yaml:4)",
    },
    {
        .name = "leave from its first day to its last, into the month and out of it",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "ann,2027-01-20,2027-02-02,annual,\n"
                             "ann,2027-02-25,2027-03-02,annual,\n"}},
                  .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-02 eve support hove\n"
                "ann 2027-02-03 am support hove\n"
                "ann 2027-02-24 pm support hove\n"
                "ann 2027-02-25 am support hove\n"
                "ann 2027-02-26 pm support hove\n",
        .cost = 4,
        .says = "Ann Able can't be at hove on Thu 25 Feb am: on leave "
                "(2027-02/leave.csv:3)",
    },
    {
        .name = "leave for one session of the day",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-03,2027-02-04,study,pm\n"}},
                  .use = SOFT},
        .rota = "bob 2027-02-03 am support hove\n"
                "bob 2027-02-03 pm support hove\n"
                "bob 2027-02-04 am support hove\n"
                "bob 2027-02-04 pm support hove\n"
                "bob 2027-02-05 pm support hove\n",
        .cost = 2,
        .says = "Bob Best can't be at hove on Wed 3 Feb pm: on leave "
                "(2027-02/leave.csv:2)",
    },
    {
        .name = "a closure of the service sends everybody home, that of a site nobody",
        .world = {.month = "closures:\n"
                           "  - {from: 2027-02-05, sessions: pm, reason: Audit}\n"
                           "  - {site: hove, from: 2027-02-12}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-05 am support hove\n"
                "ann 2027-02-05 pm support hove\n"
                "bob 2027-02-05 pm support remote\n"
                "bob 2027-02-12 am support hove\n",
        .cost = 2,
        .says = "Bob Best can't be at remote on Fri 5 Feb pm: the service is closed, "
                "Audit (2027-02/month.yaml:2)",
    },
    {
        /* 1 February 2027 is in ISO week 5. */
        .name = "odd weeks and even ones",
        .world = {.clinicians = "ann: {name: Ann Able, band: 7,\n"
                                "      works: {odd: {mon: [am]}, even: {tue: [pm]}}}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-02 pm support hove\n"
                "ann 2027-02-08 am support hove\n"
                "ann 2027-02-09 pm support hove\n"
                "ann 2027-02-22 am support hove\n",
        .cost = 3,
        .says = "Ann Able can't be at hove on Mon 8 Feb am: outside the working pattern "
                "(clinicians.yaml:1)",
    },
    {
        /* Friday 1 January is in week 53 of 2026, Monday the 4th in week 1: both odd. */
        .name = "two odd weeks in a row about the new year",
        .world = {.month_id = "2027-01",
                  .clinicians = "ann: {name: Ann Able, band: 7,\n"
                                "      works: {odd: {mon-fri: [am]}, even: {mon-fri: [pm]}}}\n",
                  .use = SOFT},
        .rota = "ann 2027-01-01 am support hove\n"
                "ann 2027-01-04 am support hove\n"
                "ann 2027-01-11 am support hove\n"
                "ann 2027-01-29 pm support hove\n",
        .cost = 1,
        .says = "Ann Able can't be at hove on Mon 11 Jan am: outside the working pattern "
                "(clinicians.yaml:1)",
    },
    {
        /* From Monday 15 February: the 1st begins week 2 of 4, the 8th week 3, the 22nd week
         * 2 again; the third is a week off. */
        .name = "four weeks in turn, before the first Monday too",
        .world = {.clinicians = "ann: {name: Ann Able, band: 7, works: {cycle: 2027-02-15,\n"
                                "      weeks: [{mon: [pm]}, {}, {mon: [am]}, {tue: [am]}]}}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n"
                "ann 2027-02-09 am support hove\n"
                "ann 2027-02-15 pm support hove\n"
                "ann 2027-02-22 am support hove\n",
        .cost = 2,
        .says = "Ann Able can't be at hove on Mon 22 Feb am: outside the working pattern "
                "(clinicians.yaml:1)",
    },
    {
        /* Weeks 1 and 3 of 4 begin on the 1st and the 15th, weeks 2 and 4 on the 8th and 22nd. */
        .name = "an arrangement every other week",
        .world = {.clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                                "      arrangements: [{every: mon, at: remote,\n"
                                "                      cycle: 2027-01-04, weeks: [1, 3]}]}\n",
                  .use = SOFT},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-08 am support hove\n"
                "ann 2027-02-15 am support hove\n"
                "ann 2027-02-16 am support hove\n"
                "ann 2027-02-22 am support hove\n",
        .cost = 2,
        .says = "Ann Able can't be at hove on Mon 15 Feb am: an arrangement says elsewhere "
                "(clinicians.yaml:2)",
    },
    {
        /* Two Tuesday evenings are agreed, and a day is given back for one of them; leave on
         * the 16th bars the evening that was agreed, and she goes to her own sites. */
        .name = "sessions swapped as agreed",
        .world = {.clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                                "      sites: [hove, remote]}\n",
                  .month = "agreed:\n"
                           "  - {clinician: ann, on: [2027-02-02 eve, 2027-02-09 eve]}\n"
                           "  - {clinician: ann, on: 2027-02-09 am pm, works: no}\n"
                           "  - {clinician: ann, on: 2027-02-16 eve}\n",
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "ann,2027-02-16,2027-02-16,annual,\n"}},
                  .use = SOFT},
        .rota = "ann 2027-02-02 eve support hove\n"
                "ann 2027-02-09 eve support crawley\n"
                "ann 2027-02-09 pm support hove\n"
                "ann 2027-02-16 eve support hove\n"
                "ann 2027-02-23 eve support hove\n",
        .cost = 4,
        .says = "Ann Able can't be at hove on Tue 9 Feb pm: is off, as agreed "
                "(2027-02/month.yaml:3)",
    },
    {
        .name = "a site where somebody is not sent",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      sites: [hove, remote]}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-01 am support hove\n"
                "bob 2027-02-01 pm support crawley\n",
        .cost = 1,
        .says = "Bob Best can't be at crawley on Mon 1 Feb pm: is not sent there "
                "(clinicians.yaml:4)",
    },
    {
        /* Every Monday remote: hove is barred. Every Tuesday clinics: support is. Both on
         * Wednesday: a clinic remotely is neither, and there is none; support at crawley. */
        .name = "arrangements that say where, what, or both",
        .world = {.clinicians =
                      "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                      "      arrangements:\n"
                      "        [{every: mon, at: remote}, {every: tue am, task: clinic},\n"
                      "         {every: wed, at: hove, task: clinic}]}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-01 am support hove\n"
                "bob 2027-02-01 pm support remote\n"
                "bob 2027-02-02 am support hove\n"
                "bob 2027-02-02 pm support hove\n"
                "bob 2027-02-03 am clinic hove\n"
                "bob 2027-02-03 pm clinic crawley\n"
                "bob 2027-02-10 pm support hove\n",
        .cost = 4,
        .says = "Bob Best can't be at crawley on Wed 3 Feb pm: an arrangement says elsewhere "
                "(clinicians.yaml:7)",
    },
    {
        .name = "never a clinic at crawley: both must be so",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      arrangements: [{never: mon-fri am, at: crawley, task: "
                                "clinic}]}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic crawley\n"
                "bob 2027-02-02 am support crawley\n"
                "bob 2027-02-03 am clinic crawley\n",
        .cost = 1,
        .says = "Bob Best can't be at crawley on Wed 3 Feb am: an arrangement says never "
                "(clinicians.yaml:5)",
    },
    {
        .name = "an arrangement on its first day, its last, and beyond",
        .world = {.clinicians =
                      "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                      "      arrangements: [{never: am, from: 2027-02-02, until: 2027-02-04}]}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-01 am support hove\n"
                "bob 2027-02-02 am support hove\n"
                "bob 2027-02-03 pm support hove\n"
                "bob 2027-02-04 am support hove\n"
                "bob 2027-02-05 am support hove\n",
        .cost = 2,
        .says = "Bob Best can't be at hove on Thu 4 Feb am: an arrangement says never "
                "(clinicians.yaml:5)",
    },
    {
        .name = "everybody in the sessions of the pattern",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-02 eve clinic hove\n"
                "bob 2027-02-26 pm clinic hove\n"
                "cat 2027-02-24 pm clinic crawley\n",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* Bob is at work on Thursday the 11th and no longer on the 18th; and no longer sent to
         * crawley from the 15th on. */
        .name = "a pattern and sites that change on the 15th",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      changes: [{from: 2027-02-15, sites: [hove],\n"
                                "                 works: {mon-wed: [am, pm]}}]}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-08 am support crawley\n"
                "bob 2027-02-11 am support hove\n"
                "bob 2027-02-15 am support crawley\n"
                "bob 2027-02-17 am support hove\n"
                "bob 2027-02-18 am support hove\n",
        .cost = 2,
        .says = "Bob Best can't be at hove on Thu 18 Feb am: outside the working pattern "
                "(clinicians.yaml:5)",
    },
    {
        .name = "what was agreed stands above a pattern that changes",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      changes: [{from: 2027-02-15, works: {mon: [am]}}]}\n",
                  .month = "agreed: [{clinician: bob, on: 2027-02-18 am}]\n",
                  .use = SOFT},
        .rota = "bob 2027-02-18 am support hove\n",
    },
    {.name = NULL},
};
