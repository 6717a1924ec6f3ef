#include "tests/rules/figures/figure.h"

#define EVERY_DAY "week: {mon-sun: [am, pm, eve]}\n"
#define LATE_EARLY(more) "{sessions: eve, then_sessions: am, weight: 2" more "}"

#define PAST(lines)                                                                                \
  {                                                                                                \
    "history/2027-01.yaml",                                                                        \
        "month: 2027-01\n"                                                                         \
        "assignments:\n"                                                                           \
        "  ann:\n" lines "checksum: none\n"                                                        \
  }

const struct figure figures_succession[] = {
    {
        .name = "late, then early",
        .world = {.service = EVERY_DAY, .use = "{sessions: eve, then_sessions: am}"},
        .rota = "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-02 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able: the work of Tue 2 Feb may not follow that of Mon 1 Feb",
    },
    {
        .name = "early, then late; a day between; another person; the same day",
        .world = {.service = EVERY_DAY, .use = LATE_EARLY("")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-03 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
    },
    {
        .name = "on the month's last days",
        .world = {.service = EVERY_DAY, .use = LATE_EARLY("")},
        .rota = "ann 2027-02-27 eve clinic hove\n"
                "ann 2027-02-28 am clinic hove\n"
                "ann 2027-02-28 eve clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Sun 28 Feb may not follow that of Sat 27 Feb",
    },
    {
        .name = "the last evening of the month before",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("    - 2027-01-31 eve 17:00-20:00 clinic hove\n")},
                  .use = LATE_EARLY("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Mon 1 Feb may not follow that of Sun 31 Jan",
    },
    {
        /* 3 days after is within 3, 4 are not. */
        .name = "just within so many days",
        .world = {.service = EVERY_DAY, .use = LATE_EARLY(", within_days: 3")},
        .rota = "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-04 am clinic hove\n"
                "ann 2027-02-05 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Thu 4 Feb may not follow that of Mon 1 Feb",
    },
    {
        .name = "over the month's start, just within and just beyond",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("    - 2027-01-30 eve 17:00-20:00 clinic hove\n")},
                  .use = LATE_EARLY(", within_days: 3")},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Tue 2 Feb may not follow that of Sat 30 Jan",
    },
    {
        /* The 3rd after the 1st and the 2nd, and the 2nd after the 1st: once for each pair. */
        .name = "the same again, each day after each",
        .world = {.service = EVERY_DAY, .use = "{task: duty, within_days: 2, weight: 2}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-01 pm duty hove\n"
                "ann 2027-02-02 am duty remote\n"
                "ann 2027-02-03 am duty remote\n"
                "ann 2027-02-04 am clinic hove\n",
        .cost = 3 * 2,
        .says = "Ann Able: the work of Wed 3 Feb may not follow that of Mon 1 Feb",
    },
    {
        .name = "one task may not follow another",
        .world = {.service = EVERY_DAY,
                  .use = "{task: duty, then_task: [spine, support], weight: 2}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-02 am spine hove\n"
                "ann 2027-02-05 am spine hove\n"
                "ann 2027-02-06 am duty hove\n"
                "ann 2027-02-07 am duty hove\n"
                "ann 2027-02-08 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Tue 2 Feb may not follow that of Mon 1 Feb",
    },
    {
        /* Only mornings of spine; and only what was at hove comes before. */
        .name = "a task at a time, after a place",
        .world = {.service = EVERY_DAY,
                  .use = "{at: hove, then_task: spine, then_sessions: am, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am spine crawley\n"
                "ann 2027-02-03 am spine hove\n"
                "ann 2027-02-04 pm spine hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Tue 2 Feb may not follow that of Mon 1 Feb",
    },
    {
        .name = "what has left the service is in scope where nothing names it",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("    - 2027-01-31 eve 17:00-20:00 gone gone\n")},
                  .use = LATE_EARLY("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Mon 1 Feb may not follow that of Sun 31 Jan",
    },
    {
        .name = "a session that is no more is not one that is named",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("    - 2027-01-31 night 20:00-23:00 clinic hove\n")},
                  .use = LATE_EARLY("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        .name = "late on the last day, and early in a month that is published",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {{"history/2027-07.yaml",
                             "month: 2027-07\n"
                             "assignments:\n"
                             "  ann:\n"
                             "    - 2027-07-01 am 08:30-12:15 clinic hove\n"
                             "    - 2027-07-01 eve 17:00-20:00 clinic hove\n"
                             "    - 2027-07-02 am 08:30-12:15 clinic hove\n"
                             "checksum: none\n"}},
                  .use = LATE_EARLY("")},
        .rota = "ann 2027-06-29 eve clinic hove\n"
                "ann 2027-06-30 eve clinic hove\n",
        .cost = 2,
        .says = "Ann Able: the work of Thu 1 Jul may not follow that of Wed 30 Jun",
    },
    {
        /* The 29th with the 1st; the 30th with the 1st and the 2nd. */
        .name = "within two days, into a month that is published",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {{"history/2027-07.yaml",
                             "month: 2027-07\n"
                             "assignments:\n"
                             "  ann:\n"
                             "    - 2027-07-01 am 08:30-12:15 clinic hove\n"
                             "    - 2027-07-02 am 08:30-12:15 clinic hove\n"
                             "checksum: none\n"}},
                  .use = LATE_EARLY(", within_days: 2")},
        .rota = "ann 2027-06-29 eve clinic hove\n"
                "ann 2027-06-30 eve clinic hove\n",
        .cost = 3 * 2,
        .says = "Ann Able: the work of Fri 2 Jul may not follow that of Wed 30 Jun",
    },
    {.name = NULL},
};
