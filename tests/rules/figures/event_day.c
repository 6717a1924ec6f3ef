#include "tests/rules/figures/figure.h"

/* Tuesday the 2nd has an evening besides. */
#define FAIR(on)                                                                                   \
  "events: {fair: {name: Fair, at: hove, on: [" on                                                 \
  "],\n"                                                                                           \
  "                need: [{task: clinic, need: 1}, {task: spine, need: 0}]}}\n"
#define TUESDAY FAIR("2027-02-02 am pm")

const struct figure figures_event_day[] = {
    {
        .name = "at the fair in the morning only",
        .world = {.month = TUESDAY, .use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n",
        .cost = 50,
        .says = "Ann Able is at Fair on Tue 2 Feb, but elsewhere for 1 session of that day",
    },
    {
        .name = "all day, at one task and the other",
        .world = {.month = TUESDAY, .use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm spine hove\n",
    },
    {
        /* The afternoon elsewhere, and the evening at work. */
        .name = "the morning at the fair, and then two sessions",
        .world = {.month = TUESDAY, .use = "{weight: 3}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic crawley\n"
                "ann 2027-02-02 eve support remote\n",
        .cost = 2 * 3,
        .says = "Ann Able is at Fair on Tue 2 Feb, but elsewhere for 2 sessions of that day",
    },
    {
        .name = "all day at the fair and then to work",
        .world = {.month = TUESDAY, .use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
        .cost = 50,
        .says = "Ann Able is at Fair on Tue 2 Feb, but elsewhere for 1 session of that day",
    },
    {
        .name = "a task that the fair does not need is elsewhere",
        .world = {.month = TUESDAY, .use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm support hove\n"
                "bob 2027-02-02 am support hove\n"
                "bob 2027-02-02 pm support hove\n",
        .cost = 50,
        .says = "Ann Able is at Fair on Tue 2 Feb, but elsewhere for 1 session of that day",
    },
    {
        .name = "who was never there, and the days about it",
        .world = {.month = TUESDAY, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n"
                "cat 2027-02-03 am clinic hove\n",
    },
    {
        .name = "an event of one session keeps nobody all day",
        .world = {.month = FAIR("2027-02-02 am"), .use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n",
    },
    {
        .name = "unless one session is enough",
        .world = {.month = FAIR("2027-02-02 am"), .use = "{least_sessions: 1}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n",
        .cost = 50,
        .says = "Ann Able is at Fair on Tue 2 Feb, but elsewhere for 1 session of that day",
    },
    {
        .name = "three sessions, of which one is missed: just long enough",
        .world = {.month = FAIR("2027-02-02 am pm eve"), .use = "{least_sessions: 3}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
        .cost = 50,
        .says = "Ann Able is at Fair on Tue 2 Feb, but elsewhere for 1 session of that day",
    },
    {
        .name = "three sessions where four would be long",
        .world = {.month = FAIR("2027-02-02 am pm eve"), .use = "{least_sessions: 4}"},
        .rota = "ann 2027-02-02 am clinic hove\n",
    },
    {
        /* The 27th runs for two sessions, the 28th for one. */
        .name = "each day for itself, up to the month's last",
        .world = {.month = FAIR("2027-02-27 am pm, 2027-02-28 am"), .use = "{}"},
        .rota = "ann 2027-02-27 am clinic hove\n"
                "bob 2027-02-27 pm clinic hove\n"
                "ann 2027-02-28 am clinic hove\n",
        .cost = 2 * 50,
        .says = "Bob Best is at Fair on Sat 27 Feb, but elsewhere for 1 session of that day",
    },
    {
        .name = "hard",
        .world = {.month = FAIR("2027-02-28 am pm"), .use = "{hard: yes}"},
        .rota = "ann 2027-02-28 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able is at Fair on Sun 28 Feb, but elsewhere for 1 session of that day",
    },
    {
        /* Whoever does the work is there, meant by the need or not: Bob for half a day. */
        .name = "a need of several tasks and of some people",
        .world = {.month = "events: {fair: {name: Fair, at: hove, on: 2027-02-02 am pm,\n"
                           "  need: [{task: [clinic, spine], who: {band: 7}, need: 1}]}}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm spine hove\n"
                "bob 2027-02-02 am spine hove\n",
        .cost = 50,
        .says = "Bob Best is at Fair on Tue 2 Feb, but elsewhere for 1 session of that day",
    },
    {.name = NULL},
};
