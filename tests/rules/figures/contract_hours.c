#include "tests/rules/figures/figure.h"

/* Bob works on Monday mornings, 225 minutes, and a tenth of full time is 225
 * minutes a week: he owes each Monday of the month as it is, 900 minutes of
 * February's four. */
#define BOB(more)                                                                                  \
  "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, skills: {msk: yes}" more "}\n"
#define USE(more) "{who: {clinicians: [bob]}" more "}"

#define BALANCE(minutes)                                                                           \
  {                                                                                                \
    "history/2027-01.yaml",                                                                        \
        "month: 2027-01\n"                                                                         \
        "accounts:\n"                                                                              \
        "  bob: {contract: 900, planned: 900, balance: " minutes                                   \
        "}\n"                                                                                      \
        "checksum: none\n"                                                                         \
  }

#define MONDAYS                                                                                    \
  "bob 2027-02-01 am clinic hove\n"                                                                \
  "bob 2027-02-08 am clinic hove\n"                                                                \
  "bob 2027-02-15 am clinic hove\n"                                                                \
  "bob 2027-02-22 am clinic hove\n"

const struct figure figures_contract_hours[] = {
    {
        /* 9720 minutes of pattern x 2250 / 2430 = 9000, or 600 quarters of an hour */
        .name = "a month owed in full",
        .world = {.use = "{who: {clinicians: [ann]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 600 - 15,
        .says = "Ann Able is planned 3 h 45 min, the contract asks for 150 h",
    },
    {
        .name = "planned as owed",
        .world = {.clinicians = BOB(""), .use = USE("")},
        .rota = MONDAYS,
    },
    /* --- what is owed ------------------------------------------------------ */
    {
        /* One session of 225 minutes at 0.9 is 202.5: 13.5 quarters, halves go up. */
        .name = "what is owed is rounded to a quarter of an hour",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.9,\n"
                                "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-02,2027-02-28,annual,\n"
                             "bob,2027-02-01,2027-02-01,annual,pm\n"}},
                  .use = USE("")},
        .rota = "",
        .cost = 14,
        .says = "Bob Best is planned 0 h, the contract asks for 3 h 30 min",
    },
    {
        /* One session at 0.76, 1710 minutes a week, is 171: 11.4 quarters. */
        .name = "less than half a quarter is dropped",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.76,\n"
                                "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-01,2027-02-25,annual,\n"
                             "bob,2027-02-26,2027-02-26,annual,am\n"}},
                  .use = USE("")},
        .rota = "",
        .cost = 11,
        .says = "Bob Best is planned 0 h, the contract asks for 2 h 45 min",
    },
    {
        /* 225 minutes in odd weeks and 180 in even ones: 202.5 on average, taken as 202. Of
         * February 810: 810 x 2250 / (15 x 202) = 601.49 quarters. */
        .name = "odd and even weeks have a mean, rounded down",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 1.0,\n"
                                "      works: {odd: {mon: [am]}, even: {tue: [eve]}}}\n",
                  .use = USE("")},
        .rota = "",
        .cost = 601,
        .says = "Bob Best is planned 0 h, the contract asks for 150 h 15 min",
    },
    {
        /* 225, 225 and 0 minutes: 150 on average. From 1 February in turn two weeks, one off,
         * one: 675 here, times 2250, over 15 x 150: 675 quarters. */
        .name = "three weeks in turn have their own mean",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 1.0, works: {cycle:\n"
                                "      2027-02-01, weeks: [{mon: [am]}, {mon: [am]}, {}]}}\n",
                  .use = USE("")},
        .rota = "",
        .cost = 675,
        .says = "Bob Best is planned 0 h, the contract asks for 168 h 45 min",
    },
    {
        /* The pattern is 225 minutes a week; she is there on four Mondays, less one that was
         * given back, and on a Tuesday evening of 180: 675 + 180 = 855, times 2250, over 15 x
         * 225: 570 quarters. */
        .name = "what is agreed for the month is owed, by the week of the pattern",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 1.0,\n"
                                "      works: {mon: [am]}}\n",
                  .month = "agreed:\n"
                           "  - {clinician: bob, on: 2027-02-02 eve}\n"
                           "  - {clinician: bob, on: 2027-02-08, works: no}\n",
                  .use = USE("")},
        .rota = "",
        .cost = 570,
        .says = "Bob Best is planned 0 h, the contract asks for 142 h 30 min",
    },
    {
        .name = "who joins on a Monday owes that Monday",
        .world = {.clinicians = BOB(", joins: 2027-02-15"), .use = USE("")},
        .rota = "",
        .cost = 2 * 15,
        .says = "Bob Best is planned 0 h, the contract asks for 7 h 30 min",
    },
    {
        .name = "who leaves on a Monday owes that Monday",
        .world = {.clinicians = BOB(", leaves: 2027-02-15"), .use = USE("")},
        .rota = "",
        .cost = 3 * 15,
        .says = "Bob Best is planned 0 h, the contract asks for 11 h 15 min",
    },
    {
        /* A holiday on the 8th, leave on the 15th, closed on the 22nd. */
        .name = "holidays, leave and closures take their share off",
        .world = {.service = "holidays: [2027-02-08]\n",
                  .clinicians = BOB(""),
                  .month = "closures: [{from: 2027-02-22, sessions: am}]\n",
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-15,2027-02-15,annual,am\n"}},
                  .use = USE("")},
        .rota = "",
        .cost = 15,
        .says = "Bob Best is planned 0 h, the contract asks for 3 h 45 min",
    },
    {
        /* Mondays of May 2027: the 3rd to the 31st */
        .name = "a fifth Monday on the last day of the month",
        .world = {.clinicians = BOB(""), .month_id = "2027-05", .use = USE("")},
        .rota = "",
        .cost = 5 * 15,
        .says = "Bob Best is planned 0 h, the contract asks for 18 h 45 min",
    },
    {
        .name = "a pattern outside the service's week owes nothing",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {sun: [am]}}\n",
                  .use = USE(", tolerance_minutes: 300")},
        .rota = "bob 2027-02-01 am support hove\n",
        .cost = 15,
        .says = "Bob Best is planned 3 h 45 min, the contract asks for 0 h",
    },
    /* --- off the contract -------------------------------------------------- */
    {
        /* 225 minutes are 3.75 hours, and a session over just what is tolerated */
        .name = "a session over, in started hours",
        .world = {.clinicians = BOB(""), .use = USE(", per_minutes: 60, weight: 2")},
        .rota = MONDAYS "bob 2027-02-01 pm clinic hove\n",
        .cost = 4 * 2,
        .says = "Bob Best is planned 18 h 45 min, the contract asks for 15 h",
    },
    {
        .name = "a session under, just one unit",
        .world = {.clinicians = BOB(""), .use = USE(", per_minutes: 225")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .cost = 1,
        .says = "Bob Best is planned 11 h 15 min, the contract asks for 15 h",
    },
    {
        .name = "a minute over one unit starts another",
        .world = {.clinicians = BOB(""), .use = USE(", per_minutes: 224")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .cost = 2,
        .says = "Bob Best is planned 11 h 15 min, the contract asks for 15 h",
    },
    {
        .name = "a minute over what is tolerated",
        .world = {.clinicians = BOB(""), .use = USE(", tolerance_minutes: 224")},
        .rota = MONDAYS "bob 2027-02-01 pm clinic hove\n",
        .cost = 15,
        .broken = 1,
        .says = "Bob Best is planned 18 h 45 min, at most 18 h 44 min",
    },
    {
        .name = "over what is tolerated, but not hard above",
        .world = {.clinicians = BOB(""),
                  .use = USE(", tolerance_minutes: 0, hard_above: no, weight: 3")},
        .rota = MONDAYS "bob 2027-02-01 pm clinic hove\n",
        .cost = 15 * 3,
        .says = "Bob Best is planned 18 h 45 min, the contract asks for 15 h",
    },
    /* --- one's own bounds -------------------------------------------------- */
    {
        .name = "an hour too many, started, and over one's own most",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 1.0, hours: {most: 3},\n"
                                "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
                  .use = "{who: {clinicians: [bob]}, per_minutes: 60}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 1,
        .broken = 1,
        .says = "Bob Best is planned 3 h 45 min, at most 3 h",
    },
    {
        /* fewest 1200 is above 900: it is the aim, and a session more is tolerated */
        .name = "one's own fewest above the contract",
        .world = {.clinicians = BOB(", hours: {fewest: 20}"), .use = USE("")},
        .rota = MONDAYS "bob 2027-02-01 pm clinic hove\n"
                        "bob 2027-02-08 pm clinic hove\n",
        .cost = 10,
        .says = "Bob Best is planned 22 h 30 min, the contract asks for 20 h",
    },
    {
        .name = "one's own most is just reached, though far over the contract",
        .world = {.clinicians = BOB(", hours: {most: 22.5}"), .use = USE("")},
        .rota = MONDAYS "bob 2027-02-01 pm clinic hove\n"
                        "bob 2027-02-08 pm clinic hove\n",
        .cost = 30,
        .says = "Bob Best is planned 22 h 30 min, the contract asks for 15 h",
    },
    /* --- what is carried --------------------------------------------------- */
    {
        .name = "what was worked over is taken off",
        .world = {.clinicians = BOB(""), .files = {BALANCE("100")}, .use = USE("")},
        .rota = "",
        .cost = 54, /* 800 minutes: 53.3 quarters */
        .says = "Bob Best is planned 0 h, the contract asks for 13 h 20 min",
    },
    {
        .name = "just as much as is evened out in a month",
        .world = {.clinicians = BOB(""), .files = {BALANCE("225")}, .use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
    },
    {
        .name = "more than is evened out in a month",
        .world = {.clinicians = BOB(""),
                  .files = {BALANCE("-900")},
                  .use = USE(", carry_minutes: 300")},
        .rota = MONDAYS,
        .cost = 20,
        .says = "Bob Best is planned 15 h, the contract asks for 20 h",
    },
    {
        .name = "nothing is carried",
        .world = {.clinicians = BOB(""),
                  .files = {BALANCE("-900")},
                  .use = USE(", carry_minutes: 0")},
        .rota = MONDAYS,
    },
    {
        .name = "more carried than owed: nothing is left to do",
        .world = {.clinicians = BOB(""),
                  .files = {BALANCE("1000")},
                  .use = USE(", carry_minutes: 1000")},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 15,
        .says = "Bob Best is planned 3 h 45 min, the contract asks for 0 h",
    },
    /* --- hard -------------------------------------------------------------- */
    {
        .name = "hard, on the lower bound",
        .world = {.clinicians = BOB(""), .use = USE(", hard: yes")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
    },
    {
        .name = "hard, a minute under the lower bound",
        .world = {.clinicians = BOB(""), .use = USE(", hard: yes, tolerance_minutes: 224")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .broken = 1,
        .says = "Bob Best is planned 11 h 15 min, at least 11 h 16 min",
    },
    {
        .name = "hard, under the contract but not under one's own fewest",
        .world = {.clinicians = BOB(", hours: {fewest: 3.75}"), .use = USE(", hard: yes")},
        .rota = "bob 2027-02-01 am clinic hove\n",
    },
    {
        .name = "hard, under one's own fewest",
        .world = {.clinicians = BOB(", hours: {fewest: 4}"), .use = USE(", hard: yes")},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "Bob Best is planned 3 h 45 min, at least 4 h",
    },
    {
        /* 20 hours are wanted, but the service has 4 sessions, 15 hours. */
        .name = "hard, all that is possible is enough",
        .world = {.service = "week: {mon: [am]}\n",
                  .clinicians = BOB(", hours: {fewest: 20}"),
                  .use = USE(", hard: yes")},
        .rota = MONDAYS,
    },
    {
        .name = "hard, less than is possible",
        .world = {.service = "week: {mon: [am]}\n",
                  .clinicians = BOB(", hours: {fewest: 20}"),
                  .use = USE(", hard: yes")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .broken = 1,
        .says = "Bob Best is planned 11 h 15 min, at least 15 h",
    },
    {
        /* Saturday mornings are in the pattern, though the service is closed on them. A fair on
         * one of them is worked, but no part of what is owed. */
        .name = "an event's session counts as planned",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.1,\n"
                                "      works: {mon: [am], sat: [am]}, skills: {msk: yes}}\n",
                  .month = "events: {fair: {at: hove, on: 2027-02-06 am,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n",
        .cost = 15,
        .says = "Bob Best is planned 11 h 15 min, the contract asks for 15 h",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* Mornings of two Mondays, then whole days of two: 2 x 225 + 2 x 450. */
        .name = "hours and pattern that change on the 15th",
        .world = {.clinicians = BOB(", changes: [{from: 2027-02-15, wte: 0.2,"
                                    " works: {mon: [am, pm]}}]"),
                  .use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .cost = 60,
        .says = "Bob Best is planned 7 h 30 min, the contract asks for 22 h 30 min",
    },
    {
        /* 157.5 minutes a week, that is 158; then 315; then 450 twice: 1373 are 91.5 quarters
         * and 8 minutes. */
        .name = "a phased return in three steps",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.07, works: {mon: [am]},\n"
                                "      changes: [{from: 2027-02-08, wte: 0.14},\n"
                                "                {from: 2027-02-15, wte: 0.2}]}\n",
                  .use = USE("")},
        .rota = "",
        .cost = 92,
        .says = "Bob Best is planned 0 h, the contract asks for 23 h",
    },
    {
        /* Two weeks of 225 minutes, 112.5 for half of them: 113 and 113, which are 15.07
         * quarters; in one, 226. */
        .name = "each post's minutes are whole ones",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.05, works: {mon: [am]},\n"
                                "      changes: [{from: 2027-02-08, works: {tue: [am]}},\n"
                                "                {from: 2027-02-15, works: {}}]}\n",
                  .use = USE(", per_minutes: 1")},
        .rota = "",
        .cost = 225,
        .says = "Bob Best is planned 0 h, the contract asks for 3 h 45 min",
    },
    {
        /* A change before the month holds from its first day, one after it not at all. */
        .name = "changes of other months",
        .world = {.clinicians = BOB(", changes: [{from: 2027-01-15, wte: 0.2,"
                                    " works: {mon: [am, pm]}}, {from: 2027-03-01, wte: 1.0}]"),
                  .use = USE("")},
        .rota = MONDAYS,
        .cost = 60,
        .says = "Bob Best is planned 15 h, the contract asks for 30 h",
    },
    {
        /* 14 days of 600 minutes and 14 of 601: 600.5, rounded up; 74 minutes over. */
        .name = "own hours are the mean of the days",
        .world = {.clinicians = BOB(", hours: {most: 10},"
                                    " changes: [{from: 2027-02-15, hours: {most: 10.01}}]"),
                  .use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .cost = 5,
        .broken = 1,
        .says = "Bob Best is planned 11 h 15 min, at most 10 h 1 min",
    },
    {
        .name = "own hours that hold for a part of the month are none",
        .world = {.clinicians =
                      BOB(", changes: [{from: 2027-02-15, hours: {fewest: 20, most: 30}}]"),
                  .use = USE("")},
        .rota = MONDAYS,
    },
    {
        /* Band 7 on the last day: the whole month's contract is asked for, once. */
        .name = "who is meant goes by the month's last day",
        .world = {.clinicians = BOB(", changes: [{from: 2027-02-15, band: 7}]"),
                  .use = "{who: {band: 6}}"},
        .rota = "",
    },
    {
        /* 4 x 225 minutes are owed and worked; neither her Tuesday nor Bob counts. */
        .name = "what is beyond the contract is not of it",
        .world =
            {.clinicians =
                 "ann: {band: 7, wte: 0.1, works: {mon: [am]}, skills: {msk: yes, spine: yes}}\n"
                 "bob: {band: 6, bank: yes, works: {mon-fri: [am, pm]},\n"
                 "      skills: {msk: yes}}\n",
             .month = "agreed: [{clinician: ann, on: 2027-02-02 am, works: extra}]\n",
             .use = "{who: {clinicians: [ann, bob]}, tolerance_minutes: 0}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-08 am clinic hove\n"
                "ann 2027-02-15 am clinic hove\n"
                "ann 2027-02-22 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {.name = NULL},
};
