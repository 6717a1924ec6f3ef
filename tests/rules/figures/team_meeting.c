#include "tests/rules/figures/figure.h"

/* Ann and Bob are of team hove; Cat is all of team crawley, who meets nobody. */
#define HOVE(id, name, works) id ": {name: " name ", band: 6, works: {" works "}, team: hove}\n"

/* Beside it, all meet together, Cat with them. */
#define ALL(more) "{team_meeting: {task: support, together: yes, weight: 0, " more "}}"

#define CAT_OF_HOVE HOVE("cat", "Cat Cole", "mon-fri: [am, pm]")

const struct figure figures_team_meeting[] = {
    {
        .name = "a team that does not meet",
        .world = {.use = "{task: support}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 pm support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 1 on Mon 1 Feb am",
    },
    {
        .name = "a team that meets on the month's last day, at two sites",
        .world = {.use = "{task: support}"},
        .rota = "ann 2027-02-26 pm support hove\n"
                "bob 2027-02-26 pm support remote\n",
    },
    {
        .name = "nobody at all",
        .world = {.use = "{task: support, weight: 7}"},
        .rota = "ann 2027-02-26 pm clinic hove\n"
                "bob 2027-02-26 pm support hove\n"
                "cat 2027-02-26 pm support hove\n",
        .cost = 2 * 7,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 1 on Fri 26 Feb pm",
    },
    {
        /* 50% of 2 is 1. */
        .name = "one member is no meeting",
        .world = {.use = "{task: support, quorum: 50}"},
        .rota = "ann 2027-02-01 am support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 1 on Mon 1 Feb am",
    },
    {
        /* 66% of 3 is 1.98. */
        .name = "just the quorum",
        .world = {.clinicians = CAT_OF_HOVE, .use = "{task: support, quorum: 66}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
    },
    {
        /* 67% of 3 is 2.01. */
        .name = "a quorum is rounded up",
        .world = {.clinicians = CAT_OF_HOVE, .use = "{task: support, quorum: 67}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
        .cost = 3 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 3 members are needed, the most "
                "together are 2 on Mon 1 Feb am",
    },
    {
        .name = "two sessions of a day are one meeting",
        .world = {.use = "{task: support, meetings: 2}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n"
                "bob 2027-02-01 pm support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 1 of 2 days in 2027-02: 2 members are needed, the most "
                "together are 2 on Mon 1 Feb am",
    },
    {
        .name = "two days of three",
        .world = {.use = "{task: support, meetings: 3, weight: 7}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-02 pm support hove\n"
                "bob 2027-02-02 pm support hove\n",
        .cost = 2 * 7,
        .says = "team hove can meet on 2 of 3 days in 2027-02: 2 members are needed, the most "
                "together are 2 on Mon 1 Feb am",
    },
    {
        /* Mornings have three of them, afternoons two: 80% of 3 is 2.4. */
        .name = "of the most who are here in one session",
        .world = {.clinicians = HOVE("ann", "Ann Able", "mon-fri: [am]")
                      HOVE("bob", "Bob Best", "mon-fri: [am, pm]")
                          HOVE("cat", "Cat Cole", "mon-fri: [am, pm]"),
                  .use = "{task: support}"},
        .rota = "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 3 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 3 members are needed, the most "
                "together are 2 on Mon 1 Feb am",
    },
    {
        /* Ann is here in the mornings only, Bob in the afternoons: 2 at most with Cat, and 1.6. */
        .name = "not of all who are in the team",
        .world = {.clinicians = HOVE("ann", "Ann Able", "mon-fri: [am]")
                      HOVE("bob", "Bob Best", "mon-fri: [pm]")
                          HOVE("cat", "Cat Cole", "mon-fri: [am, pm]"),
                  .use = "{task: support}"},
        .rota = "bob 2027-02-01 pm support hove\n"
                "cat 2027-02-01 pm support hove\n",
    },
    {
        .name = "a team that is never two is not asked",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-01,2027-02-28,annual,\n"}},
                  .use = "{task: support}"},
        .rota = "",
    },
    {
        .name = "a team that is two on the last day is",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-01,2027-02-25,annual,\n"}},
                  .use = "{task: support}"},
        .rota = "",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    {
        .name = "members in scope alone",
        .world = {.use = "{task: support, who: {clinicians: [ann, cat]}}"},
        .rota = "",
    },
    {
        .name = "sites, sessions and dates in scope, to the day",
        .world = {.use = "{task: support, at: hove, sessions: am, meetings: 2, from: 2027-02-02,\n"
                         " until: 2027-02-25}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-02 am support hove\n"
                "bob 2027-02-02 am support hove\n"
                "ann 2027-02-03 pm support hove\n"
                "bob 2027-02-03 pm support hove\n"
                "ann 2027-02-04 am support hove\n"
                "bob 2027-02-04 am support crawley\n"
                "ann 2027-02-26 am support hove\n"
                "bob 2027-02-26 am support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 1 of 2 days in 2027-02: 2 members are needed, the most "
                "together are 2 on Tue 2 Feb am",
    },
    /* --- minutes, and across teams --------------------------------------------- */
    {
        /* Mornings are of 225 minutes. */
        .name = "a session just long enough",
        .world = {.use = "{task: support, minutes: 225}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
    },
    {
        .name = "where all sessions are too short nobody is asked",
        .world = {.use = "{task: support, minutes: 226}"},
        .rota = "",
    },
    {
        /* Evenings are of 180: who is here then alone does not count. */
        .name = "a session that is too short",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon: [am], tue: [eve]},\n"
                                "      team: hove}\n",
                  .use = "{task: support, minutes: 181}"},
        .rota = "ann 2027-02-02 eve support hove\n"
                "bob 2027-02-02 eve support hove\n"
                "ann 2027-02-08 am support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 1 on Mon 8 Feb am",
    },
    {
        /* All three are here from Monday to Wednesday: 80% are 2.4. */
        .name = "together, of two teams and at three sites",
        .world = {.use = "{task: support, together: yes}"},
        .rota = "ann 2027-02-24 pm support hove\n"
                "bob 2027-02-24 pm support remote\n"
                "cat 2027-02-24 pm support crawley\n",
    },
    {
        .name = "together, two of three",
        .world = {.use = "{task: support, together: yes, meetings: 2}"},
        .rota = "ann 2027-02-24 pm support hove\n"
                "bob 2027-02-24 pm support hove\n",
        .cost = 2 * 3 * 40,
        .says = "everybody can meet on 0 of 2 days in 2027-02: 3 members are needed, the most "
                "together are 2 on Wed 24 Feb pm",
    },
    {
        .name = "together, those who are meant",
        .world = {.use = "{task: support, name: msk meeting, together: yes,\n"
                         " who: {clinicians: [bob, cat]}, weight: 5}"},
        .rota = "ann 2027-02-24 pm support hove\n"
                "bob 2027-02-24 pm support hove\n",
        .cost = 2 * 5,
        .says = "msk meeting can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 1 on Wed 24 Feb pm",
    },
    {
        .name = "hard",
        .world = {.use = "{task: support, hard: yes}"},
        .rota = "",
        .broken = 1,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    /* --- two meetings of one person ------------------------------------------ */
    {
        /* 60 and 166 minutes are 226, of 225; Monday afternoons are 4 of their 44 sessions. */
        .name = "a team leaves the afternoon to an audit",
        .world = {.use = "{task: support}", .beside = ALL("minutes: 166, sessions: mon pm")},
        .rota = "ann 2027-02-08 pm support hove\n"
                "bob 2027-02-08 pm support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    {
        .name = "but not the morning of that day",
        .world = {.use = "{task: support}", .beside = ALL("minutes: 166, sessions: mon pm")},
        .rota = "ann 2027-02-08 am support hove\n"
                "bob 2027-02-08 am support hove\n",
    },
    {
        .name = "one after the other, to the minute",
        .world = {.use = "{task: support}", .beside = ALL("minutes: 165, sessions: mon pm")},
        .rota = "ann 2027-02-08 pm support hove\n"
                "bob 2027-02-08 pm support hove\n",
    },
    {
        .name = "the other meeting is of others",
        .world = {.use = "{task: support}",
                  .beside = ALL("minutes: 200, sessions: mon pm, who: {clinicians: [cat]}")},
        .rota = "ann 2027-02-08 pm support hove\n"
                "bob 2027-02-08 pm support hove\n",
    },
    {
        .name = "one who is of both is enough",
        .world = {.use = "{task: support}",
                  .beside = ALL("minutes: 200, sessions: mon pm, who: {clinicians: [bob, cat]}")},
        .rota = "ann 2027-02-08 pm support hove\n"
                "bob 2027-02-08 pm support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    {
        /* Bob is; two of three are the quorum. */
        .name = "unless that one is away",
        .world = {.clinicians = HOVE("dan", "Dan Day", "mon-fri: [am, pm]"),
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-10,2027-02-10,annual,\n"}},
                  .use = "{task: support, quorum: 60}",
                  .beside = ALL("minutes: 200, sessions: wed pm, who: {clinicians: [bob, cat]}")},
        .rota = "ann 2027-02-10 pm support hove\n"
                "dan 2027-02-10 pm support hove\n",
    },
    {
        /* The same sessions for both: the one written first has the first, third ... day. */
        .name = "two of the same sessions have the days in turn, the first of them the first",
        .world = {.use = "{task: support, minutes: 120}", .beside = ALL("minutes: 120")},
        .rota = "ann 2027-02-03 am support hove\n"
                "bob 2027-02-03 am support hove\n",
    },
    {
        .name = "and the other the second",
        .world = {.use = "{task: support, minutes: 120}", .beside = ALL("minutes: 120")},
        .rota = "ann 2027-02-02 am support hove\n"
                "bob 2027-02-02 am support hove\n"
                "ann 2027-02-04 pm support hove\n"
                "bob 2027-02-04 pm support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    {
        /* Of the use's 8 mornings 4 are the other's as well: it has half by itself. */
        .name = "who has half of the sessions alone gives way in the others",
        .world = {.use = "{task: support, minutes: 120, sessions: [mon am, tue am]}",
                  .beside = ALL("minutes: 120, sessions: mon am")},
        .rota = "ann 2027-02-08 am support hove\n"
                "bob 2027-02-08 am support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    {
        /* Of 12 mornings 8 are the other's as well: on the 1st, 8th ... that is first. */
        .name = "who has less than half has every second day",
        .world = {.use = "{task: support, minutes: 120, sessions: [mon-wed am]}",
                  .beside = ALL("minutes: 120, sessions: [mon-tue am]")},
        .rota = "ann 2027-02-09 am support hove\n"
                "bob 2027-02-09 am support hove\n",
    },
    {
        .name = "and not the first",
        .world = {.use = "{task: support, minutes: 120, sessions: [mon-wed am]}",
                  .beside = ALL("minutes: 120, sessions: [mon-tue am]")},
        .rota = "ann 2027-02-08 am support hove\n"
                "bob 2027-02-08 am support hove\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 0",
    },
    {
        /* The shorter list of sessions has way, whichever is written first. */
        .name = "the one with fewer sessions has them",
        .world = {.use = "{task: support, minutes: 120, sessions: mon am}",
                  .beside = ALL("minutes: 120, sessions: [mon am, tue am]")},
        .rota = "ann 2027-02-08 am support hove\n"
                "bob 2027-02-08 am support hove\n",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* Until the 14th Ann and Bob are hove; from then on Bob and Cat are crawley. */
        .name = "a rotation on the 15th",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      team: hove, skills: {msk: yes},\n"
                                "      changes: [{from: 2027-02-15, team: crawley}]}\n",
                  .use = "{task: support}"},
        .rota = "ann 2027-02-26 pm support hove\n"
                "bob 2027-02-26 pm support hove\n"
                "bob 2027-02-16 am support hove\n"
                "cat 2027-02-16 am support crawley\n",
        .cost = 2 * 40,
        .says = "team hove can meet on 0 of 1 day in 2027-02: 2 members are needed, the most "
                "together are 1 on Fri 26 Feb pm",
    },
    {.name = NULL},
};
