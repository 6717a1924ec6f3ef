#include "tests/rules/figures/figure.h"

#define ASKED(text)                                                                                \
  {                                                                                                \
    "2027-02/preferences/ann.yaml",                                                                \
        "clinician: ann\n"                                                                         \
        "month: 2027-02\n"                                                                         \
        "submitted: 2027-01-05\n" text                                                             \
  }

const struct figure figures_preferences[] = {
    {
        /* on leave then: no wish, so 2 points are asked for in all, and the cap cuts nothing */
        .name = "a request for a day of leave is no wish",
        .world = {.service = "criteria: {points: {most: 4}, session_requests: {most: 1}}\n",
                  .files = {ASKED("locations: {hove: love}\n"
                                  "sessions: [{on: 2027-02-02 am, want: off}]\n"),
                            {"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "ann,2027-02-02,2027-02-02,annual,am\n"}},
                  .use = "{weight: 5}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = -5 * 2,
        .says = "Ann Able gets what was asked for, 2 points",
    },
    {
        /* hove 2, bob 1; at work when off was wanted: 2 - 4; crawley and spine: -2 + 1 */
        .name = "points for places, tasks, sessions and people",
        .world = {.files = {{"2027-02/preferences/ann.yaml",
                             "clinician: ann\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "locations: {hove: love, crawley: avoid}\n"
                             "tasks: {spine: like}\n"
                             "sessions: [{on: 2027-02-02 am, want: off}]\n"
                             "people: {bob: like}\n"}},
                  .use = "{weight: 5}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am spine crawley\n",
        .cost = -5 * (2 + 1 + (2 - 4) + (-2 + 1)),
        .says = "Ann Able gets what was asked for, 3 points",
    },
    {
        /* hove 2, spine 2, and the session 4: 4; on another day 2; a wish for it and one
         * against it, 2 - 1 */
        .name = "one wish said in three ways counts once, at its strongest",
        .world = {.files = {ASKED("locations: {hove: love}\n"
                                  "tasks: {spine: love, clinic: dislike}\n"
                                  "sessions:\n"
                                  "  - {on: 2027-02-02 am, want: {task: spine, at: hove}}\n"
                                  "  - {every: tue am, want: {at: hove}, how: like}\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-02 am spine hove\n"
                "ann 2027-02-03 am spine hove\n"
                "ann 2027-02-04 am clinic hove\n",
        .cost = -(4 + 2 + (2 - 1)),
        .says = "Ann Able gets what was asked for, 7 points",
    },
    {
        /* Off twice over: once 4. */
        .name = "a session asked off in two lines is asked off once",
        .world = {.files = {ASKED("sessions:\n"
                                  "  - {on: 2027-02-02 am, want: off}\n"
                                  "  - {every: tue am, want: off, how: like}\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-02 am clinic crawley\n"
                "ann 2027-02-09 am clinic crawley\n",
        .cost = 4 + 2,
        .says = "against the wishes of Ann Able on Tue 2 Feb am: clinic at crawley, -4 points",
    },
    {
        /* hove must 5; crawley never -5; hove must 5, off at must 9: 5 - 9; off at nice, pro
         * rata of 6: 6 * 3 / 5 is 3 */
        .name = "levels of the service's own, off with a weight of its own",
        .world = {.service =
                      "criteria:\n"
                      "  session_requests: {points: 6}\n"
                      "  levels: {must: {points: 5, off: 9}, nice: 3, fine: 2, rather-not: -1,"
                      " never: -5}\n",
                  .files = {ASKED("locations: {hove: must, crawley: never}\n"
                                  "tasks: {spine: fine}\n"
                                  "sessions:\n"
                                  "  - {on: 2027-02-02 am, want: off}\n"
                                  "  - {every: wed am, want: off, how: nice}\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n"
                "ann 2027-02-02 am spine hove\n"
                "ann 2027-02-03 am support remote\n",
        .cost = -(5 - 5 + (5 - 9) - 3),
        .says = "against the wishes of Ann Able on Wed 3 Feb am: support at remote, -3 points",
    },
    {
        /* The strongest of each: never, and off at must; what is rather-not, and off at nice,
         * bars nothing. */
        .name = "hard, the last level bars, and off at the first",
        .world = {.service =
                      "criteria:\n"
                      "  levels: {must: 5, nice: 3, rather-not: -1, not-at-all: -2, never: -5}\n",
                  .files = {ASKED("locations: {hove: not-at-all, crawley: never}\n"
                                  "tasks: {clinic: rather-not}\n"
                                  "sessions:\n"
                                  "  - {on: 2027-02-02 am, want: off}\n"
                                  "  - {every: wed am, want: off, how: nice}\n")},
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .broken = 2,
        .says = "Ann Able on Mon 1 Feb pm: clinic at crawley asked to avoid that",
    },
    {
        /* 20 + 20 + 20 for places, 20 for Bob, and 4 sessions of the week at 40: 240 are
         * cut to 60, so 20 are 5, and 40 are 10 */
        .name = "love for everything is worth what love for something is",
        .world = {.service = "criteria: {points: {most: 60}, session_requests: {points: 40},\n"
                             "  weights: {love: 20, like: 1, dislike: -1, avoid: -20}}\n",
                  .files = {ASKED("locations: {hove: love, crawley: love, remote: love}\n"
                                  "people: {bob: love}\n"
                                  "sessions: [{every: mon-tue am pm, want: {task: clinic}}]\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-03 am clinic crawley\n"
                "bob 2027-02-03 am clinic crawley\n",
        .cost = -(10 + 5 + 5),
        .says = "Ann Able gets what was asked for, 20 points",
    },
    {
        /* A request of Ann's is worth 10, and anybody else's 3. */
        .name = "criteria differ by who",
        .world = {.service = "criteria:\n"
                             "  - {who: {clinicians: [ann]}, session_requests: {points: 10}}\n"
                             "  - {session_requests: {points: 3}}\n",
                  .files = {ASKED("sessions: [{on: 2027-02-02 am, want: off}]\n"),
                            {"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "sessions: [{on: 2027-02-02 am, want: off}]\n"}},
                  .use = "{}"},
        .rota = "ann 2027-02-02 am clinic crawley\n"
                "bob 2027-02-02 am clinic hove\n",
        .cost = 10 + 3,
        .says = "against the wishes of Bob Best on Tue 2 Feb am: clinic at hove, -3 points",
    },
    {
        /* 50% of 1, and of 2 - 4, towards 0 */
        .name = "a late file counts for half",
        .world = {.service = "criteria: {close: 10th of the month before, late: half}\n",
                  .files = {{"2027-02/preferences/ann.yaml",
                             "clinician: ann\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-15\n"
                             "locations: {hove: love, crawley: like}\n"
                             "sessions: [{on: 2027-02-02 am, want: off}]\n"}},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "ann 2027-02-02 am clinic hove\n",
        .cost = 1,
        .says = "against the wishes of Ann Able on Tue 2 Feb am: clinic at hove, -1 point",
    },

    {
        .name = "a wish that is not touched",
        .world = {.files = {ASKED("locations: {hove: love}\n")}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {
        /* Each session for itself: -1 twice, and 2 that are asked for. */
        .name = "against a wish, with a wish",
        .world = {.files = {ASKED("tasks: {clinic: dislike, spine: love}\n")}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm spine hove\n"
                "ann 2027-02-26 pm clinic crawley\n",
        .cost = 1 - 2 + 1,
        .says = "against the wishes of Ann Able on Fri 26 Feb pm: clinic at crawley, -1 point",
    },
    {
        /* 1 - 1 of one session is 0 and neither. */
        .name = "a loved place and a disliked task make up for each other",
        .world = {.files = {ASKED("locations: {hove: like}\ntasks: {clinic: dislike}\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    /* --- sessions ---------------------------------------------------------- */
    {
        /* A task at a site, liked: 4 x 1 / 2 = 2 points where both are so. */
        .name = "a session asked for at a task and a site",
        .world = {.files = {ASKED("sessions: [{every: mon am, how: like,\n"
                                  "            want: {task: spine, at: hove}}]\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am spine hove\n"
                "ann 2027-02-01 pm spine hove\n"
                "ann 2027-02-08 am spine crawley\n"
                "ann 2027-02-15 am clinic hove\n"
                "ann 2027-02-22 am spine hove\n",
        .cost = -2 * 2,
        .says = "Ann Able gets what was asked for, 4 points",
    },
    {
        .name = "a task that is asked for at avoid, on one day",
        .world = {.files = {ASKED(
                      "sessions: [{on: 2027-02-26 pm, how: avoid, want: {task: duty}}]\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-26 am duty hove\n"
                "ann 2027-02-26 pm duty remote\n",
        .cost = 4,
        .says = "against the wishes of Ann Able on Fri 26 Feb pm: duty at remote, -4 points",
    },
    {
        /* 5 x 2 / 3 is 3.3 and 5 x -1 / 3 is -1.7, towards 0: 3 and -1. */
        .name = "points of the service's own, and parts of a point",
        .world = {.service = "criteria:\n"
                             "  session_requests: {points: 5}\n"
                             "  weights: {love: 3, like: 2, dislike: -1, avoid: -2}\n",
                  .files = {ASKED("sessions:\n"
                                  "  - {on: 2027-02-01 am, how: like, want: {at: hove}}\n"
                                  "  - {on: 2027-02-02 am, how: dislike, want: {at: hove}}\n")},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n",
        .cost = -3 + 1,
        .says = "Ann Able gets what was asked for, 3 points",
    },
    /* --- people ------------------------------------------------------------ */
    {
        .name = "meetings count once for each site and session, and not remotely",
        .world = {.files = {ASKED("people: {bob: love}\n")}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 pm support hove\n"
                "ann 2027-02-02 am support remote\n"
                "bob 2027-02-02 am support remote\n"
                "ann 2027-02-03 am clinic hove\n"
                "bob 2027-02-03 am clinic crawley\n",
        .cost = -2 * 2,
        .says = "Ann Able gets what was asked for, 4 points",
    },
    {
        .name = "against a wish to be apart",
        .world = {.files = {ASKED("people: {bob: dislike}\n")}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am support hove\n",
        .cost = 1,
        .says = "against the wishes of Ann Able on Mon 1 Feb am: clinic at hove with Bob Best, -1 "
                "point",
    },
    /* --- late -------------------------------------------------------------- */
    {
        .name = "a late file counts in full",
        .world = {.service = "criteria: {close: 10th of the month before, late: count}\n",
                  .files = {{"2027-02/preferences/ann.yaml",
                             "clinician: ann\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-11\n"
                             "locations: {hove: love}\n"}},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = -2,
        .says = "Ann Able gets what was asked for, 2 points",
    },
    {
        .name = "a late file counts for nothing, and bars nothing",
        .world = {.service = "criteria: {close: 10th of the month before, late: ignore}\n",
                  .files = {{"2027-02/preferences/ann.yaml",
                             "clinician: ann\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-11\n"
                             "locations: {hove: avoid}\n"}},
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    /* --- hard -------------------------------------------------------------- */
    {
        .name = "hard: a site that was to be avoided, another that is only disliked",
        .world = {.files = {ASKED("locations: {hove: avoid, crawley: dislike, remote: love}\n")},
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n"
                "ann 2027-02-02 am support remote\n",
        .broken = 1,
        .says = "Ann Able on Mon 1 Feb am: clinic at hove asked to avoid that",
    },
    {
        .name = "hard: off at love is off, off at like is not",
        .world = {.files = {ASKED("sessions:\n"
                                  "  - {on: 2027-02-01 am, want: off}\n"
                                  "  - {on: 2027-02-01 pm, want: off, how: like}\n")},
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n",
        .broken = 1,
        .says = "Ann Able on Mon 1 Feb am: clinic at hove asked to avoid that",
    },
    {
        .name = "hard: off at like may be worked",
        .world = {.files = {ASKED("sessions:\n"
                                  "  - {on: 2027-02-01 pm, want: off, how: like}\n")},
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 pm clinic hove\n",
    },
    {
        .name = "hard: with somebody to be avoided",
        .world = {.files = {ASKED("people: {bob: avoid, cat: dislike}\n")}, .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 am support hove\n",
        .broken = 1,
        .says = "Ann Able on Mon 1 Feb am: clinic at hove asked to avoid Bob Best",
    },
    {
        .name = "hard: people disliked may be met",
        .world = {.files = {ASKED("people: {bob: avoid, cat: dislike}\n")}, .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am support crawley\n"
                "cat 2027-02-01 am support hove\n",
    },
    {.name = NULL},
};
