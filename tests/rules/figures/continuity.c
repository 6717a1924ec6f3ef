#include "tests/rules/figures/figure.h"

/* A published month with these lines of Ann's. */
#define PAST(month, lines)                                                                         \
  {                                                                                                \
    "history/" month ".yaml", "month: " month                                                      \
                              "\n"                                                                 \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define AM(date, task, site) "    - " date " am 08:30-12:15 " task " " site "\n"

/* Ann was at Hove on two Monday mornings, and on one Tuesday's. */
#define MONDAYS                                                                                    \
  PAST("2027-01", AM("2027-01-04", "clinic", "hove") AM("2027-01-11", "clinic", "hove")            \
                      AM("2027-01-12", "clinic", "hove"))

const struct figure figures_continuity[] = {
    {
        /* 70% of 3 is 2.1: 3 are due. */
        .name = "two of three at last month's place",
        .world = {.files = {MONDAYS}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-08 am clinic hove\n"
                "ann 2027-02-09 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able keeps the weekday, time and site of last month in 2 of 3 sessions; "
                "3 are due",
    },
    {
        .name = "just the share",
        .world = {.files = {MONDAYS}, .use = "{share: 50}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-22 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
    },
    {
        /* 51% of 4 is 2.04. */
        .name = "a percent more is a session more",
        .world = {.files = {MONDAYS}, .use = "{share: 51}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-22 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able keeps the weekday, time and site of last month in 2 of 4 sessions; "
                "3 are due",
    },
    {
        .name = "another day, time or site is not the place",
        .world = {.files = {MONDAYS}, .use = "{share: 100, weight: 5}"},
        .rota = "ann 2027-02-01 pm clinic hove\n"
                "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-08 am clinic crawley\n",
        .cost = 3 * 5,
        .says = "Ann Able keeps the weekday, time and site of last month in 0 of 3 sessions; "
                "3 are due",
    },
    {
        .name = "another task at the place is",
        .world = {.files = {MONDAYS}, .use = "{share: 100}"},
        .rota = "ann 2027-02-01 am support hove\n",
    },
    {
        .name = "once was enough to hold the Tuesday",
        .world = {.files = {MONDAYS}, .use = "{times: 1, share: 100}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n",
    },
    {
        .name = "twice was too little to hold anything",
        .world = {.files = {MONDAYS}, .use = "{times: 3, share: 100}"},
        .rota = "ann 2027-02-03 am clinic hove\n",
    },
    {
        .name = "the month before last is no matter",
        .world = {.files = {PAST("2026-12", AM("2026-12-07", "clinic", "hove")
                                                AM("2026-12-14", "clinic", "hove"))},
                  .use = "{share: 100}"},
        .rota = "ann 2027-02-03 am clinic hove\n",
    },
    {
        .name = "nor if last month was published without it",
        .world = {.files = {PAST("2026-12", AM("2026-12-07", "clinic", "hove")
                                                AM("2026-12-14", "clinic", "hove")),
                            {"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "checksum: none\n"}},
                  .use = "{share: 100}"},
        .rota = "ann 2027-02-03 am clinic hove\n",
    },
    {
        /* The 1st of January is a Friday, the 31st a Sunday. */
        .name = "last month from its first day to its last",
        .world = {.service = "week: {mon-sun: [am, pm]}\n",
                  .files = {PAST("2027-01", AM("2027-01-01", "clinic", "hove")
                                                AM("2027-01-31", "clinic", "crawley"))},
                  .use = "{times: 1, share: 100}"},
        .rota = "ann 2027-02-05 am clinic hove\n"
                "ann 2027-02-28 am clinic crawley\n"
                "ann 2027-02-27 am clinic crawley\n",
        .cost = 1 * 2,
        .says = "Ann Able keeps the weekday, time and site of last month in 2 of 3 sessions; "
                "3 are due",
    },
    {
        /* Sundays are held, but this month the service does not open on them. */
        .name = "a place that is not to be had",
        .world = {.files = {PAST("2027-01", AM("2027-01-24", "clinic", "hove")
                                                AM("2027-01-31", "clinic", "hove"))},
                  .use = "{share: 100}"},
        .rota = "ann 2027-02-03 am clinic hove\n",
    },
    {
        /* A task that has left the service is in scope where no task is named. */
        .name = "a task of then that is no more",
        .world = {.files = {PAST("2027-01", AM("2027-01-04", "gone", "hove")
                                                AM("2027-01-11", "gone", "hove"))},
                  .use = "{share: 100, at: hove}"},
        .rota = "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-04 am clinic crawley\n",
        .cost = 1 * 2,
        .says =
            "Ann Able keeps the weekday, time and site of last month in 0 of 1 session; 1 is due",
    },
    {
        .name = "a task that is no more is not the one asked about",
        .world = {.files = {PAST("2027-01", AM("2027-01-04", "gone", "hove")
                                                AM("2027-01-11", "gone", "hove"))},
                  .use = "{share: 100, task: clinic}"},
        .rota = "ann 2027-02-03 am clinic hove\n",
    },
    {
        .name = "who had no such month keeps nothing",
        .world = {.files = {MONDAYS}, .use = "{share: 100, hard: yes}"},
        .rota = "bob 2027-02-03 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .broken = 1,
        .says =
            "Ann Able keeps the weekday, time and site of last month in 0 of 1 session; 1 is due",
    },
    {.name = NULL},
};
