#include "tests/rules/figures/figure.h"

#define SPLIT(who, date) who " " date " am clinic hove\n" who " " date " pm clinic crawley\n"

/* April 2027 begins on a Thursday. */
#define PAST(lines)                                                                                \
  {                                                                                                \
    "history/2027-03.yaml",                                                                        \
        "month: 2027-03\n"                                                                         \
        "assignments:\n"                                                                           \
        "  ann:\n" lines "checksum: none\n"                                                        \
  }
#define SPLIT_THEN(date)                                                                           \
  "    - " date                                                                                    \
  " am 08:30-12:15 clinic hove\n"                                                                  \
  "    - " date " pm 13:15-17:00 clinic crawley\n"

const struct figure figures_split_days[] = {
    {
        .name = "two in a week where one is the most",
        .world = {.use = "{}"},
        .rota = SPLIT("ann", "2027-02-01") SPLIT("ann", "2027-02-05"),
        .cost = 2,
        .says =
            "Ann Able is at two or more sites on 2 days in the week of Mon 1 Feb; the most is 1",
    },
    {
        .name = "one each week, one each person",
        .world = {.use = "{}"},
        .rota = SPLIT("ann", "2027-02-01") SPLIT("ann", "2027-02-08") SPLIT("bob", "2027-02-08"),
    },
    {
        .name = "a Sunday is of the week before it",
        .world = {.service = "week: {mon-sun: [am, pm]}\n", .use = "{}"},
        .rota = SPLIT("ann", "2027-02-07") SPLIT("ann", "2027-02-08") SPLIT("ann", "2027-02-22")
            SPLIT("ann", "2027-02-28"),
        .cost = 2,
        .says =
            "Ann Able is at two or more sites on 2 days in the week of Mon 22 Feb; the most is 1",
    },
    {
        .name = "a day at three sites is one day",
        .world = {.use = "{most: 0, weight: 3}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm fcp goldstone\n"
                "ann 2027-02-02 eve clinic crawley\n",
        .cost = 3,
        .says = "Ann Able is at two or more sites on 1 day in the week of Mon 1 Feb; the most is 0",
    },
    {
        .name = "remote work, and two tasks at one site, split nothing",
        .world = {.use = "{most: 0}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm support remote\n"
                "ann 2027-02-02 eve spine hove\n"
                "ann 2027-02-03 am clinic crawley\n",
    },
    {
        /* Tuesday, and a limit of 2: just as many. */
        .name = "those of the same week in the month before count",
        .world = {.month_id = "2027-04",
                  .files = {PAST(SPLIT_THEN("2027-03-30"))},
                  .use = "{most: 2}"},
        .rota = SPLIT("ann", "2027-04-02"),
    },
    {
        .name = "one more than the week still allowed",
        .world = {.month_id = "2027-04",
                  .files = {PAST(SPLIT_THEN("2027-03-29"))},
                  .use = "{most: 1}"},
        .rota = SPLIT("ann", "2027-04-01"),
        .cost = 2,
        .says =
            "Ann Able is at two or more sites on 2 days in the week of Thu 1 Apr; the most is 1",
    },
    {
        .name = "the Sunday before that week does not",
        .world = {.month_id = "2027-04",
                  .files = {PAST(SPLIT_THEN("2027-03-28"))},
                  .use = "{most: 1}"},
        .rota = SPLIT("ann", "2027-04-01"),
    },
    {
        /* 2 of 1 before: what was too many then is not asked for again. */
        .name = "a week that the past alone has used up",
        .world = {.month_id = "2027-04",
                  .files = {PAST(SPLIT_THEN("2027-03-29") SPLIT_THEN("2027-03-31"))},
                  .use = "{most: 1}"},
        .rota = SPLIT("ann", "2027-04-01"),
        .cost = 2,
        .says =
            "Ann Able is at two or more sites on 3 days in the week of Thu 1 Apr; the most is 1",
    },
    {
        .name = "and nothing is asked of an idle week",
        .world = {.month_id = "2027-04",
                  .files = {PAST(SPLIT_THEN("2027-03-29") SPLIT_THEN("2027-03-31"))},
                  .use = "{most: 1}"},
        .rota = "",
    },
    {
        /* June 2027 ends on a Wednesday; 1 July is split, and so is 5 July, of the next week. */
        .name = "those of the same week in the month after count",
        .world = {.month_id = "2027-06",
                  .files = {{"history/2027-07.yaml",
                             "month: 2027-07\n"
                             "assignments:\n"
                             "  ann:\n" SPLIT_THEN("2027-07-01")
                                 SPLIT_THEN("2027-07-05") "checksum: none\n"}},
                  .use = "{most: 2}"},
        .rota = SPLIT("ann", "2027-06-28") SPLIT("ann", "2027-06-30"),
        .cost = 2,
        .says =
            "Ann Able is at two or more sites on 3 days in the week of Mon 28 Jun; the most is 2",
    },
    {
        .name = "hard, in the month's last week",
        .world = {.use = "{most: 0, hard: yes, who: {clinicians: [ann]}}"},
        .rota = SPLIT("ann", "2027-02-26") SPLIT("bob", "2027-02-26"),
        .broken = 1,
        .says =
            "Ann Able is at two or more sites on 1 day in the week of Mon 22 Feb; the most is 0",
    },
    {.name = NULL},
};
