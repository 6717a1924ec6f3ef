#include "tests/rules/figures/figure.h"

#define EVERY_DAY "week: {mon-sun: [am, pm, eve]}\n"

/* Cat works six sessions a week, mornings and afternoons of Monday to Wednesday. */
#define CAT "who: {clinicians: [cat]}"
#define AWAY(lines)                                                                                \
  {                                                                                                \
    "2027-02/leave.csv", "clinician,from,to,kind,sessions\n" lines                                 \
  }

/* The week of Monday 29 March 2027 is March's until Wednesday, then April's. */
#define MARCH(lines)                                                                               \
  {                                                                                                \
    "history/2027-03.yaml", "month: 2027-03\nassignments:\n" lines "checksum: none\n"              \
  }
#define APRIL(lines)                                                                               \
  {                                                                                                \
    "history/2027-04.yaml", "month: 2027-04\nassignments:\n" lines "checksum: none\n"              \
  }
#define AM(date, what) "    - " date " am 08:30-12:15 " what "\n"

const struct figure figures_count_limit[] = {
    /* --- most -------------------------------------------------------------- */
    {
        .name = "twice on duty in a week where once is the most",
        .world = {.use = "{task: duty, most: 1}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-05 pm duty remote\n",
        .broken = 1,
        .says = "Ann Able has 2 sessions in the week of Mon 1 Feb, and the most is 1; only duty",
    },
    {
        .name = "just the most, with other tasks besides",
        .world = {.use = "{task: duty, most: 2, weight: 3}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-05 pm duty remote\n"
                "ann 2027-02-08 am duty remote\n",
    },
    {
        .name = "three tasks in a day where two are the most, of any number of sessions",
        .world = {.use = "{per: day, count: tasks, most: 2, weight: 6}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm spine hove\n"
                "ann 2027-02-02 eve support remote\n",
        .cost = 1 * 6,
        .says = "Ann Able has 3 tasks on Tue 2 Feb, and the most is 2",
    },
    {
        .name = "what is not meant is no task of these, in a month as in a day",
        .world = {.use = "{per: month, count: tasks, most: 1, at: hub}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 pm support remote\n"
                "ann 2027-02-26 am clinic crawley\n",
    },
    {
        .name = "hard, each task too many",
        .world = {.use = "{per: month, count: tasks, most: 0, at: hub}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-26 am spine hove\n",
        .broken = 1,
        .says = "Ann Able has 2 tasks in 2027-02, and the most is 0; only at hove or crawley",
    },
    {
        .name = "a Sunday is of the week before it, a Monday of the next",
        .world = {.service = EVERY_DAY, .use = "{most: 1, weight: 3}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-07 eve support hove\n"
                "ann 2027-02-08 am support hove\n",
        .cost = 1 * 3,
        .says = "Ann Able has 2 sessions in the week of Mon 1 Feb, and the most is 1",
    },
    {
        /* The month's Sunday and Monday are of two weeks; so are the 30th and 31st of May. */
        .name = "part weeks at the month's ends are weeks of their own",
        .world = {.service = EVERY_DAY, .month_id = "2027-05", .use = "{most: 1, weight: 3}"},
        .rota = "ann 2027-05-01 am support hove\n"
                "ann 2027-05-02 am support hove\n"
                "ann 2027-05-03 am support hove\n"
                "ann 2027-05-30 am support hove\n"
                "ann 2027-05-31 am support hove\n"
                "ann 2027-05-31 pm support hove\n"
                "ann 2027-05-31 eve support hove\n",
        .cost = (1 + 2) * 3,
        .says = "Ann Able has 3 sessions in the week of Mon 31 May, and the most is 1",
    },
    {
        .name = "sessions of a day",
        .world = {.use = "{per: day, most: 2, weight: 3}"},
        .rota = "ann 2027-02-01 pm support hove\n"
                "ann 2027-02-02 am support hove\n"
                "ann 2027-02-02 pm support hove\n"
                "ann 2027-02-02 eve support hove\n",
        .cost = 1 * 3,
        .says = "Ann Able has 3 sessions on Tue 2 Feb, and the most is 2",
    },
    {
        .name = "none at all in a month, its first and its last day",
        .world = {.use = "{per: month, most: 0, at: crawley, weight: 3}"},
        .rota = "bob 2027-02-01 am support crawley\n"
                "bob 2027-02-02 am support hove\n"
                "bob 2027-02-26 pm support crawley\n",
        .cost = 2 * 3,
        .says = "Bob Best has 2 sessions in 2027-02, and the most is 0; only at crawley",
    },
    {
        .name = "days are counted once",
        .world = {.use = "{count: days, most: 1, weight: 3}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n"
                "ann 2027-02-08 am support hove\n"
                "ann 2027-02-08 pm support hove\n"
                "ann 2027-02-10 pm support hove\n",
        .cost = 1 * 3,
        .says = "Ann Able has 2 days in the week of Mon 8 Feb, and the most is 1",
    },
    {
        .name = "from its first day until its last",
        .world = {.use = "{per: month, most: 1, sessions: am, from: 2027-02-02,\n"
                         " until: 2027-02-25, weight: 3}"},
        .rota = "bob 2027-02-01 am support hove\n"
                "bob 2027-02-02 am support hove\n"
                "bob 2027-02-03 pm support hove\n"
                "bob 2027-02-25 am support hove\n"
                "bob 2027-02-26 am support hove\n",
        .cost = 1 * 3,
        .says = "Bob Best has 2 sessions in 2027-02, and the most is 1; only mon-sun am, "
                "from 2027-02-02 to 2027-02-25",
    },
    /* --- least ------------------------------------------------------------- */
    {
        .name = "fewer than the fewest in a week",
        .world = {.use = "{" CAT ", least: 3, until: 2027-02-07, weight: 3}"},
        .rota = "cat 2027-02-03 pm support hove\n",
        .cost = 2 * 3,
        .says = "Cat Cole has 1 session in the week of Mon 1 Feb, and the fewest is 3; only for "
                "Cat Cole, until 2027-02-07",
    },
    {
        .name = "just the fewest",
        .world = {.use = "{" CAT ", least: 3, most: 3, until: 2027-02-07, weight: 3}"},
        .rota = "cat 2027-02-01 pm support hove\n"
                "cat 2027-02-02 pm support hove\n"
                "cat 2027-02-03 pm support hove\n",
    },
    {
        /* Away on Wednesday and on Tuesday afternoon: 3 of 6 sessions, 1.5 of 3 */
        .name = "half a session counts as one",
        .world = {.files = {AWAY("cat,2027-02-03,2027-02-03,annual,\n"
                                 "cat,2027-02-02,2027-02-02,annual,pm\n")},
                  .use = "{" CAT ", least: 3, until: 2027-02-07, weight: 3}"},
        .rota = "cat 2027-02-01 pm support hove\n",
        .cost = 1 * 3,
        .says = "Cat Cole has 1 session in the week of Mon 1 Feb, and the fewest is 2; only for "
                "Cat Cole, until 2027-02-07",
    },
    {
        /* 2 of 6 sessions of 4: 1.3 */
        .name = "less than half a session counts as none",
        .world = {.files = {AWAY("cat,2027-02-02,2027-02-04,annual,\n")},
                  .use = "{" CAT ", least: 4, until: 2027-02-07, weight: 3}"},
        .rota = "cat 2027-02-01 pm support hove\n",
    },
    {
        .name = "away all week, nothing is owed",
        .world = {.files = {AWAY("cat,2027-02-01,2027-02-07,annual,\n")},
                  .use = "{" CAT ", least: 6, until: 2027-02-07, weight: 3}"},
        .rota = "",
    },
    {
        /* On Wednesday an afternoon is left: 4 of 5 days, 2.4 of 3 */
        .name = "days that could be worked",
        .world = {.files = {AWAY("bob,2027-02-02,2027-02-02,annual,\n"
                                 "bob,2027-02-03,2027-02-03,annual,am\n")},
                  .use = "{who: {clinicians: [bob]}, least: 3, count: days, until: 2027-02-07,\n"
                         " weight: 3}"},
        .rota = "bob 2027-02-03 pm support hove\n",
        .cost = 1 * 3,
        .says = "Bob Best has 1 day in the week of Mon 1 Feb, and the fewest is 2; only for "
                "Bob Best, until 2027-02-07",
    },
    {
        /* Monday 31 May is 2 of Cat's 6 sessions of that week, 1 of 3. */
        .name = "a part week at the month's end owes its part",
        .world = {.month_id = "2027-05", .use = "{" CAT ", least: 3, from: 2027-05-25, weight: 3}"},
        .rota = "cat 2027-05-25 am support hove\n"
                "cat 2027-05-26 am support hove\n",
        .cost = 1 * 3,
        .says = "Cat Cole has 0 sessions in the week of Mon 31 May, and the fewest is 1; only "
                "for Cat Cole, from 2027-05-25",
    },
    {
        /* Cat joins on Wednesday the 3rd: 2 of 6 sessions; leaves on Tuesday the 9th: 4 of 6. */
        .name = "a joiner's first week and a leaver's last",
        .world = {.clinicians = "cat: {name: Cat Cole, band: 5, wte: 0.5,\n"
                                "      works: {mon-wed: [am, pm]},\n"
                                "      joins: 2027-02-03, leaves: 2027-02-09}\n",
                  .use = "{" CAT ", least: 3, weight: 3}"},
        .rota = "cat 2027-02-09 am support hove\n",
        .cost = (1 + 1) * 3,
        .says = "Cat Cole has 1 session in the week of Mon 8 Feb, and the fewest is 2; only for "
                "Cat Cole",
    },
    {
        /* 22 of the 24 sessions of February: least 12 becomes 11. */
        .name = "a holiday takes its share of a month's fewest",
        .world = {.service = "holidays: [2027-02-03]\n",
                  .use = "{" CAT ", least: 12, per: month, weight: 3}"},
        .rota = "cat 2027-02-01 am support hove\n",
        .cost = 10 * 3,
        .says = "Cat Cole has 1 session in 2027-02, and the fewest is 11; only for Cat Cole",
    },
    {
        /* Tuesday evenings are not in Cat's pattern: usual is 0. */
        .name = "sessions that somebody never works owe nothing",
        .world = {.use = "{" CAT ", least: 1, sessions: tue eve, weight: 3}"},
        .rota = "",
    },
    {
        /* Each week asks whoever could: Bob two, of Mondays, in four weeks. */
        .name = "hard, each week is a limit of its own",
        .world = {.use = "{who: {clinicians: [bob]}, least: 2, sessions: mon}"},
        .rota = "bob 2027-02-08 am support hove\n"
                "bob 2027-02-08 pm support hove\n",
        .broken = 3,
        .says = "Bob Best has 0 sessions in the week of Mon 22 Feb, and the fewest is 2; only "
                "mon am pm eve, for Bob Best",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* 20 of the month's 40 sessions are left from the 15th on: 5 of 10, and the one of the
         * 12th does not count. */
        .name = "the fewest, pro rata from a promotion on",
        .world = {.clinicians =
                      "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                      "      skills: {msk: yes}, changes: [{from: 2027-02-15, band: 8a}]}\n",
                  .use = "{who: {band: 8}, per: month, least: 10, weight: 3}"},
        .rota = "bob 2027-02-12 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n",
        .cost = 4 * 3,
        .says = "Bob Best has 1 session in 2027-02, and the fewest is 5; only for Bob Best",
    },
    {
        /* On Thursday the 11th Bob rotates to team crawley. */
        .name = "the most, until somebody leaves the team",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      team: hove, skills: {msk: yes},\n"
                                "      changes: [{from: 2027-02-11, team: crawley}]}\n",
                  .use = "{who: {team: hove}, task: clinic, most: 1, weight: 3}"},
        .rota = "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-10 am clinic hove\n"
                "bob 2027-02-11 am clinic hove\n"
                "bob 2027-02-12 am clinic hove\n"
                "bob 2027-02-15 am clinic hove\n"
                "bob 2027-02-16 am clinic hove\n",
        .cost = 1 * 3,
        .says = "Bob Best has 2 sessions in the week of Mon 8 Feb, and the most is 1; only clinic, "
                "for Ann Able or Bob Best",
    },
    /* --- weeks shared with a published month --------------------------------- */
    {
        /* Duty and clinics are published of the week; support is a third task of it, a clinic none.
         */
        .name = "different tasks of a week over the month's end",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "duty hove")
                                      AM("2027-03-30", "clinic hove"))},
                  .use = "{count: tasks, most: 2, weight: 3}"},
        .rota = "ann 2027-04-01 am clinic hove\n"
                "ann 2027-04-01 pm support hove\n",
        .cost = 1 * 3,
        .says = "Ann Able has 1 task in the week of Thu 1 Apr, and the most besides the 2 "
                "published is 0",
    },
    {
        /* Two of two are on the published days; what a person who has left did is not Ann's. */
        .name = "what the month before has of the week is used up",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-28", "duty hove")
                                      AM("2027-03-29", "duty hove") AM("2027-03-31", "duty remote")
                                          AM("2027-03-30", "clinic hove") "  gone:\n" AM(
                                              "2027-03-30", "duty hove"))},
                  .use = "{task: duty, most: 2, weight: 3}"},
        .rota = "ann 2027-04-01 am duty hove\n"
                "ann 2027-04-05 am duty hove\n"
                "ann 2027-04-06 am duty hove\n",
        .cost = 1 * 3,
        .says = "Ann Able has 1 session in the week of Thu 1 Apr, and the most besides the 2 "
                "published is 0; only duty",
    },
    {
        .name = "what was too many then is not found again",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "duty hove")
                                      AM("2027-03-31", "duty remote"))},
                  .use = "{task: duty, most: 1, weight: 3}"},
        .rota = "",
    },
    {
        .name = "and so is what the month after has",
        .world = {.month_id = "2027-03",
                  .files = {APRIL("  ann:\n" AM("2027-04-01", "duty hove")
                                      AM("2027-04-05", "duty hove"))},
                  .use = "{task: duty, most: 2}"},
        .rota = "ann 2027-03-29 am duty hove\n"
                "ann 2027-03-31 am duty hove\n",
        .broken = 1,
        .says = "Ann Able has 2 sessions in the week of Mon 29 Mar, and the most besides the 1 "
                "published is 1; only duty",
    },
    {
        /* Two sessions of the 30th are one day. */
        .name = "days beyond the month's end count once",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM(
                      "2027-03-30",
                      "support hove") "    - 2027-03-30 pm 13:15-17:00 support hove\n")},
                  .use = "{count: days, most: 2, weight: 3}"},
        .rota = "ann 2027-04-01 am support hove\n"
                "ann 2027-04-01 pm support hove\n",
    },
    {
        /* A month that does not reach up to April is not its neighbour. */
        .name = "a month before that is not published holds nothing",
        .world = {.month_id = "2027-05",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "duty hove"))},
                  .use = "{task: duty, most: 1}"},
        .rota = "ann 2027-05-03 am duty hove\n",
    },
    {
        /* Dates narrow the published days too: on 31 March the rule did not hold. */
        .name = "a use that begins with the month has all of its week",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-31", "duty hove"))},
                  .use = "{task: duty, most: 1, from: 2027-04-01}"},
        .rota = "ann 2027-04-01 am duty hove\n",
    },
    {
        /* Bob worked 5 sessions then and could work 4 now: 9 of his 10, 4 x 9 / 10 is 4. Three
         * of them are published. */
        .name = "the fewest of the week, less what is published",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(
                      "  bob:\n" AM("2027-03-29", "clinic hove") AM("2027-03-30", "support hove")
                          AM("2027-03-31",
                             "clinic crawley") "    - 2027-03-29 pm 13:15-17:00 support hove\n"
                                               "    - 2027-03-30 pm 13:15-17:00 support hove\n")},
                  .use = "{who: {clinicians: [bob]}, task: support, least: 4, until: 2027-04-04,\n"
                         " weight: 3}"},
        .rota = "",
        .cost = 1 * 3,
        .says = "Bob Best has 0 sessions in the week of Thu 1 Apr, and the fewest besides the 3 "
                "published is 1; only support, for Bob Best, until 2027-04-04",
    },
    {
        /* 8 of 10 sessions, of 7 round(5.6) is 6, none of which is published, and the two days
         * have 4. */
        .name = "no more than the part's own days can have",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(
                      "  bob:\n" AM("2027-03-29", "clinic hove") AM("2027-03-30", "clinic hove")
                          AM("2027-03-31",
                             "clinic crawley") "    - 2027-03-29 pm 13:15-17:00 clinic hove\n")},
                  .use = "{who: {clinicians: [bob]}, task: support, least: 7, until: 2027-04-04,\n"
                         " weight: 3}"},
        .rota = "",
        .cost = 4 * 3,
        .says = "Bob Best has 0 sessions in the week of Thu 1 Apr, and the fewest is 4; only "
                "support, for Bob Best, until 2027-04-04",
    },
    {
        /* On the 30th Bob comes to team crawley: what he did there on the Monday does not count. */
        .name = "published days count from a rotation on",
        .world = {.month_id = "2027-04",
                  .clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      team: hove, skills: {msk: yes},\n"
                                "      changes: [{from: 2027-03-30, team: crawley}]}\n",
                  .files = {MARCH("  bob:\n" AM("2027-03-29", "clinic hove")
                                      AM("2027-03-30", "clinic hove"))},
                  .use = "{who: {team: crawley}, task: clinic, most: 1, weight: 3}"},
        .rota = "bob 2027-04-01 am clinic hove\n",
        .cost = 1 * 3,
        .says = "Bob Best has 1 session in the week of Thu 1 Apr, and the most besides the 1 "
                "published is 0; only clinic, for Bob Best or Cat Cole",
    },
    {
        /* Of 10 sessions 4 are the month's and 2 are published since the rotation: of 5 in 6 of 10
         * three are asked, of which one is published. */
        .name = "and the fewest go by these days",
        .world = {.month_id = "2027-04",
                  .clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      team: hove, skills: {msk: yes},\n"
                                "      changes: [{from: 2027-03-30, team: crawley}]}\n",
                  .files = {MARCH("  bob:\n" AM("2027-03-29", "support hove") AM(
                      "2027-03-30", "support hove") AM("2027-03-31", "clinic hove"))},
                  .use = "{who: {team: crawley}, task: support, least: 5, until: 2027-04-04,\n"
                         " weight: 3}"},
        .rota = "",
        .cost = 2 * 3,
        .says = "Bob Best has 0 sessions in the week of Thu 1 Apr, and the fewest besides the 1 "
                "published is 2; only support, for Bob Best or Cat Cole, until 2027-04-04",
    },
    {
        /* Three sessions of 225 minutes are 675: 75 too many are two started hours of 60. */
        .name = "minutes, by the started hour",
        .world = {.use = "{count: minutes, most: 600, per_minutes: 60, weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "ann 2027-02-02 am clinic hove\n",
        .cost = 2 * 3,
        .says = "Ann Able has 675 minutes in the week of Mon 1 Feb, and the most is 600",
    },
    {
        /* A morning of 225 and an evening of 180. */
        .name = "just the most of minutes, an evening among them",
        .world = {.use = "{count: minutes, most: 405, weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
    },
    {
        /* Bob's week is ten sessions, 2250 minutes, of which 8 are left: of 1000 minutes 800 are
         * due, and 225 are 575 too few: 39 started quarters of an hour. */
        .name = "the fewest of minutes in a week with a day of leave",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-03,2027-02-03,annual,\n"}},
                  .use = "{who: {clinicians: [bob]}, count: minutes, least: 1000,\n"
                         " until: 2027-02-07, weight: 1}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 39,
        .says =
            "Bob Best has 225 minutes in the week of Mon 1 Feb, and the fewest is 800; only for "
            "Bob Best, until 2027-02-07",
    },
    {
        /* 360 less the 225 of March are 135; 90 too many are six quarters of an hour. */
        .name = "what is published of the week's minutes is used up",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  bob:\n" AM("2027-03-29", "clinic hove"))},
                  .use = "{count: minutes, most: 360, weight: 2}"},
        .rota = "bob 2027-04-01 am clinic hove\n",
        .cost = 6 * 2,
        .says = "Bob Best has 225 minutes in the week of Thu 1 Apr, and the most besides the 225 "
                "published is 135",
    },
    {.name = NULL},
};
