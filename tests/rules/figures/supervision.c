#include "tests/rules/figures/figure.h"

/* Ann supervises Bob and Cat. */
#define PEOPLE                                                                                     \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, supervisor: ann}\n"                  \
  "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]}, supervisor: ann}\n"
/* Ann supervises Bob, and Bob Cat and Dan. */
#define MIDDLE                                                                                     \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, supervisor: ann}\n"                  \
  "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]}, supervisor: bob}\n"                  \
  "dan: {name: Dan Day, band: 5, works: {mon-wed: [am, pm]}, supervisor: bob}\n"
#define CIRCLE                                                                                     \
  "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]}, supervisor: bob}\n"                  \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, supervisor: ann}\n"
/* The same, with Bob of Ann's team. */
#define TEAM                                                                                       \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, team: hove, supervisor: ann}\n"      \
  "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]}, supervisor: ann}\n"
#define MEETING(minutes) "{team_meeting: {task: support, weight: 0, minutes: " minutes "}}"
#define USE(more) "{task: support, sessions: mon am" more "}"
#define BOB(more) "{task: support, who: {clinicians: [bob]}" more "}"

const struct figure figures_supervision[] = {
    {
        .name = "neither meets the supervisor",
        .world = {.clinicians = PEOPLE, .use = USE("")},
        .rota = "",
        .cost = 2 * 60,
        .says = "Bob Best and supervisor Ann Able don't meet in 2027-02: in none of 4 sessions are "
                "both free for it",
    },
    {
        /* Twenty days from Monday to Friday, am and pm. */
        .name = "where every block of every day is a session, to the last of the month",
        .world = {.service = "week: {mon-sun: [am, pm, eve]}\n",
                  .clinicians = PEOPLE,
                  .use = BOB("")},
        .rota = "",
        .cost = 60,
        .says =
            "Bob Best and supervisor Ann Able don't meet in 2027-02: in none of 40 sessions are "
            "both free for it",
    },
    {
        .name = "both meet, at a site and remotely",
        .world = {.clinicians = PEOPLE, .use = USE("")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support remote\n",
    },
    {
        .name = "at another site, at another task, at another time",
        .world = {.clinicians = PEOPLE, .use = USE(", weight: 7")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support crawley\n"
                "cat 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am support hove\n"
                "bob 2027-02-02 am support hove\n",
        .cost = 2 * 7,
        .says = "Cat Cole and supervisor Ann Able don't meet in 2027-02: in none of 4 sessions are "
                "both free for it",
    },
    {
        /* Two meetings of 112 minutes are 224 of 225. */
        .name = "just time for two in one session",
        .world = {.clinicians = PEOPLE, .use = USE(", minutes: 112")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        .name = "a minute too little for two",
        .world = {.clinicians = PEOPLE, .use = USE(", minutes: 113")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Cat Cole and supervisor Ann Able don't meet in 2027-02: the 1 session that they "
                "could use is full",
    },
    {
        /* One a session: Bob must take the 8th, because Cat can't. */
        .name = "as many pairs as can be",
        .world = {.clinicians = PEOPLE, .use = USE(", minutes: 200")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n"
                "ann 2027-02-08 am support hove\n"
                "bob 2027-02-08 am support hove\n",
    },
    {
        .name = "a session just long enough",
        .world = {.clinicians = PEOPLE, .use = BOB(", sessions: tue, minutes: 225")},
        .rota = "ann 2027-02-02 am support hove\n"
                "bob 2027-02-02 am support hove\n",
    },
    {
        /* No session fits: neither is here in one that does. */
        .name = "sessions that are all too short ask for nothing",
        .world = {.clinicians = PEOPLE, .use = BOB(", sessions: tue, minutes: 226")},
        .rota = "ann 2027-02-02 am support hove\n"
                "bob 2027-02-02 am support hove\n",
    },
    {
        .name = "evenings that just fit a meeting",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {tue: [eve]},\n"
                                "      supervisor: ann}\n",
                  .use = BOB(", sessions: tue eve, minutes: 180")},
        .rota = "",
        .cost = 60,
        .says = "Bob Best and supervisor Ann Able don't meet in 2027-02: in none of 4 sessions are "
                "both free for it",
    },
    {
        .name = "who is away all month is not asked",
        .world = {.clinicians = PEOPLE,
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-01,2027-02-28,annual,\n"}},
                  .use = BOB("")},
        .rota = "",
    },
    {
        .name = "who is here on the last day alone is asked",
        .world = {.clinicians = PEOPLE,
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-01,2027-02-25,annual,\n"
                             "bob,2027-02-26,2027-02-26,annual,am\n"}},
                  .use = BOB("")},
        .rota = "ann 2027-02-26 pm support hove\n",
        .cost = 60,
        .says = "Bob Best and supervisor Ann Able don't meet in 2027-02: in none of 1 session are "
                "both free for it",
    },
    {
        /* Ann leaves on the 5th, Bob joins on the 8th. */
        .name = "never here together, both are asked",
        .world =
            {.clinicians =
                 "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                 "      leaves: 2027-02-05}\n"
                 "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, supervisor: ann,\n"
                 "      joins: 2027-02-08}\n",
             .use = BOB("")},
        .rota = "",
        .cost = 60,
        .says =
            "Bob Best and supervisor Ann Able don't meet in 2027-02: they are never here in the "
            "same session",
    },
    {
        .name = "a site and dates in scope, to the day",
        .world = {.clinicians = PEOPLE,
                  .use = BOB(", at: [hove, remote], from: 2027-02-02, until: 2027-02-25")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-02 am support crawley\n"
                "bob 2027-02-02 am support crawley\n"
                "ann 2027-02-26 am support hove\n"
                "bob 2027-02-26 am support hove\n",
        .cost = 60,
        .says =
            "Bob Best and supervisor Ann Able don't meet in 2027-02: in none of 36 sessions are "
            "both free for it",
    },
    {
        .name = "hard",
        .world = {.clinicians = PEOPLE, .use = USE(", hard: yes")},
        .rota = "ann 2027-02-22 am support hove\n"
                "bob 2027-02-22 am support hove\n",
        .broken = 1,
        .says = "Cat Cole and supervisor Ann Able don't meet in 2027-02: in none of 4 sessions are "
                "both free for it",
    },
    /* --- beside the meetings of teams -------------------------------------------- */
    {
        /* 225 minutes less 75 are 150, two meetings of 75. */
        .name = "a team meeting leaves time for just two",
        .world = {.clinicians = TEAM, .use = USE(", minutes: 75"), .beside = MEETING("75")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        .name = "a minute longer, and for one alone",
        .world = {.clinicians = TEAM, .use = USE(", minutes: 75"), .beside = MEETING("76")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Cat Cole and supervisor Ann Able don't meet in 2027-02: the 1 session that they "
                "could use is full",
    },
    {
        .name = "a meeting in other sessions takes none of this one",
        .world = {.clinicians = TEAM,
                  .use = USE(", minutes: 75"),
                  .beside = MEETING("76, sessions: tue")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        /* Bob and Cat are of no team. */
        .name = "who is alone in a team does not meet it",
        .world = {.clinicians = PEOPLE, .use = USE(", minutes: 112"), .beside = MEETING("60")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        /* 220 minutes are one of 112. */
        .name = "all who meet together need no team",
        .world = {.clinicians = PEOPLE,
                  .use = USE(", minutes: 112"),
                  .beside = MEETING("5, together: yes")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Cat Cole and supervisor Ann Able don't meet in 2027-02: the 1 session that they "
                "could use is full",
    },
    {
        /* Bob, all of Ann's team, is on leave on the 8th. */
        .name = "whose team is away has the whole session",
        .world = {.clinicians = TEAM "dan: {name: Dan Day, band: 5, works: {mon: [am]},\n"
                                     "      supervisor: ann}\n"
                                     "eve: {name: Eve East, band: 5, works: {mon: [am]},\n"
                                     "      supervisor: ann}\n",
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-08,2027-02-08,annual,\n"}},
                  .use = "{task: support, sessions: mon am, minutes: 112,\n"
                         " who: {clinicians: [dan, eve]}}",
                  .beside = MEETING("60")},
        .rota = "ann 2027-02-08 am support hove\n"
                "dan 2027-02-08 am support hove\n"
                "eve 2027-02-08 am support hove\n",
    },
    {
        /* Nothing is left of 225 for 200 beside 60. */
        .name = "one has a session in any case",
        .world = {.clinicians = TEAM, .use = USE(", minutes: 200"), .beside = MEETING("60")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-08 am support hove\n"
                "cat 2027-02-08 am support hove\n",
    },
    {
        /* 225 less 166 are 59, on the 1st and the 8th: two of the four Monday mornings. */
        .name = "a session that teams may fill is left to them, where half of all are free",
        .world = {.clinicians = TEAM,
                  .use = USE(", who: {clinicians: [bob]}"),
                  .beside = MEETING("166, sessions: mon am, until: 2027-02-14")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Bob Best and supervisor Ann Able don't meet in 2027-02: in none of 4 sessions are "
                "both free for it",
    },
    {
        .name = "on another day they meet",
        .world = {.clinicians = TEAM,
                  .use = USE(", who: {clinicians: [bob]}"),
                  .beside = MEETING("166, sessions: mon am, until: 2027-02-14")},
        .rota = "ann 2027-02-15 am support hove\n"
                "bob 2027-02-15 am support hove\n",
    },
    {
        /* Cat is of no team, but Ann has no time. */
        .name = "the supervisor's team is enough",
        .world = {.clinicians = TEAM,
                  .use = USE(", who: {clinicians: [cat]}"),
                  .beside = MEETING("166, sessions: mon am, until: 2027-02-14")},
        .rota = "ann 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Cat Cole and supervisor Ann Able don't meet in 2027-02: in none of 4 sessions are "
                "both free for it",
    },
    {
        .name = "just time for one beside the team",
        .world = {.clinicians = TEAM,
                  .use = USE(", who: {clinicians: [bob]}"),
                  .beside = MEETING("165, sessions: mon am, until: 2027-02-14")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
    },
    {
        /* The 1st, 8th and 15th, of four. */
        .name = "where most are so, none is left alone",
        .world = {.clinicians = TEAM,
                  .use = USE(", who: {clinicians: [bob]}"),
                  .beside = MEETING("166, sessions: mon am, until: 2027-02-21")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
    },
    /* --- who has meetings with those below and above ------------------------- */
    {
        /* Bob's two meetings of 112 minutes, of 225, are with Cat and Dan. */
        .name = "no time is left for the one above",
        .world = {.clinicians = MIDDLE, .use = USE(", minutes: 112")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n"
                "dan 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Bob Best and supervisor Ann Able don't meet in 2027-02: the 1 session that they "
                "could use is full",
    },
    {
        .name = "just time for all three",
        .world = {.clinicians = MIDDLE, .use = USE(", minutes: 75")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n"
                "dan 2027-02-01 am support hove\n",
    },
    {
        /* Bob meets Ann on the 1st, her only day, and so Dan goes to the 8th. */
        .name = "those below make room for the one above",
        .world = {.clinicians = MIDDLE, .use = USE(", minutes: 112")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n"
                "dan 2027-02-01 am support hove\n"
                "bob 2027-02-08 am support hove\n"
                "dan 2027-02-08 am support hove\n",
    },
    {
        .name = "two who supervise each other meet twice in a session",
        .world = {.clinicians = CIRCLE, .use = USE(", minutes: 112")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
    },
    {
        .name = "or once, where it is too short for two",
        .world = {.clinicians = CIRCLE, .use = USE(", minutes: 113")},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-01 am support hove\n",
        .cost = 60,
        .says = "Ann Able and supervisor Bob Best don't meet in 2027-02: the 1 session that they "
                "could use is full",
    },
    {.name = NULL},
};
