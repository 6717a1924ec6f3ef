#include "tests/rules/figures/figure.h"

/* Ann and Bob are of team hove; Cat is all of team crawley, who meets nobody. */
#define HOVE(id, name, works) id ": {name: " name ", band: 6, works: {" works "}, team: hove}\n"

const struct figure figures_team_meeting[] = {
    {
        .name = "a team that does not meet",
        .world = {.use = "{task: support}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 pm support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 100,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 2 members are needed, the most "
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
        .cost = 7,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 2 members are needed, the most "
                "together are 1 on Fri 26 Feb pm",
    },
    {
        /* 50% of 2 is 1; 51% of 2 is 1.02. */
        .name = "just the quorum",
        .world = {.use = "{task: support, quorum: 50}"},
        .rota = "ann 2027-02-01 am support hove\n",
    },
    {
        .name = "a quorum is rounded up",
        .world = {.use = "{task: support, quorum: 51}"},
        .rota = "ann 2027-02-01 am support hove\n",
        .cost = 100,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 2 members are needed, the most "
                "together are 1 on Mon 1 Feb am",
    },
    {
        .name = "two sessions of a day are one meeting",
        .world = {.use = "{task: support, meetings: 2}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm support hove\n"
                "bob 2027-02-01 pm support hove\n",
        .cost = 100,
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
        .cost = 7,
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
        .cost = 100,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 3 members are needed, the most "
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
        .cost = 100,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 2 members are needed, the most "
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
        .cost = 100,
        .says = "team hove can meet on 1 of 2 days in 2027-02: 2 members are needed, the most "
                "together are 2 on Tue 2 Feb am",
    },
    {
        .name = "hard",
        .world = {.use = "{task: support, hard: yes}"},
        .rota = "",
        .broken = 1,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 2 members are needed, the most "
                "together are 0",
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
        .cost = 100,
        .says = "team hove can meet on 0 of 1 days in 2027-02: 2 members are needed, the most "
                "together are 1 on Fri 26 Feb pm",
    },
    {.name = NULL},
};
