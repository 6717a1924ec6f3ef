#include "tests/rules/figures/figure.h"

/* A published month with these lines of Ann's. */
#define PAST(month, lines)                                                                         \
  {                                                                                                \
    "history/" month ".yaml", "month: " month                                                      \
                              "\n"                                                                 \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define WEEKS(first, weeks, lines)                                                                 \
  {                                                                                                \
    "history/" first ".yaml", "month: " first                                                      \
                              "\n"                                                                 \
                              "period: {from: " first ", weeks: " weeks                            \
                              "}\n"                                                                \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define AM(date, task, site) "    - " date " am 08:30-12:15 " task " " site "\n"

const struct figure figures_new_faces[] = {
    {
        /* Ann at Crawley, in two sessions, and Bob at Hove. */
        .name = "each person who is new at a site, once",
        .world = {.files = {PAST("2027-01", AM("2027-01-04", "clinic", "hove"))}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic crawley\n"
                "ann 2027-02-26 pm support crawley\n"
                "bob 2027-02-03 am clinic hove\n",
        .cost = 2 * 3,
        .says = "Ann Able is a new face at crawley, in 2 sessions: not there in the 3 months "
                "before",
    },
    {
        .name = "nobody is a new face where there is no desk to share",
        .world = {.files = {PAST("2027-01", AM("2027-01-04", "clinic", "hove"))}, .use = "{}"},
        .rota = "ann 2027-02-01 am support remote\n",
    },
    {
        .name = "nor where nothing was published",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        .name = "the first of the month three before is looked back at",
        .world = {.files = {PAST("2026-11", AM("2026-11-01", "clinic", "hove"))}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic crawley\n",
        .cost = 3,
        .says = "Ann Able is a new face at crawley, in 1 session: not there in the 3 months "
                "before",
    },
    {
        .name = "the day before it is not",
        .world = {.files = {PAST("2026-10", AM("2026-10-31", "clinic", "hove")),
                            PAST("2026-11", AM("2026-11-01", "clinic", "crawley"))},
                  .use = "{weight: 4}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic crawley\n",
        .cost = 4,
        .says = "Ann Able is a new face at hove, in 1 session: not there in the 3 months before",
    },
    {
        /* A month before Monday 29 March is 28 February: weeks that began on it are looked back at,
         * also at their days in March, and those that began on the 27th not, at no day. */
        .name = "weeks that began a month before, or later",
        .world = {.month_id = "2027-03-29",
                  .month = "period: {from: 2027-03-29, weeks: 2}\n",
                  .files = {WEEKS("2027-02-28", "4", AM("2027-03-27", "clinic", "crawley"))},
                  .use = "{look_back_months: 1}"},
        .rota = "ann 2027-03-29 am clinic hove\n"
                "ann 2027-04-06 am clinic crawley\n",
        .cost = 3,
        .says = "Ann Able is a new face at hove, in 1 session: not there in the 1 month before",
    },
    {
        .name = "and not those that began a day earlier",
        .world = {.month_id = "2027-03-29",
                  .month = "period: {from: 2027-03-29, weeks: 2}\n",
                  .files = {WEEKS("2027-02-27", "4", AM("2027-03-26", "clinic", "crawley"))},
                  .use = "{look_back_months: 1}"},
        .rota = "ann 2027-03-29 am clinic hove\n",
    },
    {
        .name = "and where all that is published lies before, nothing is asked",
        .world = {.files = {PAST("2026-12", AM("2026-12-31", "clinic", "hove"))},
                  .use = "{look_back_months: 1}"},
        .rota = "ann 2027-02-02 am clinic crawley\n",
    },
    {
        /* In January Ann was on duty at Hove, and had a clinic at Crawley. */
        .name = "what is not meant makes nobody known, and nobody new",
        .world = {.files = {PAST("2027-01", AM("2027-01-04", "duty", "hove")
                                                AM("2027-01-05", "clinic", "crawley"))},
                  .use = "{task: clinic, hard: yes, until: 2027-02-25}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic crawley\n"
                "cat 2027-02-25 am duty crawley\n"
                "cat 2027-02-26 am clinic crawley\n",
        .broken = 1,
        .says = "Ann Able is a new face at hove, in 1 session: not there in the 3 months before",
    },
    {.name = NULL},
};
