#include "tests/rules/figures/figure.h"

#define EVERY_DAY "week: {mon-sun: [am, pm, eve]}\n"
/* Ann works on any day of it, and nobody else works. */
#define ALL_WEEK                                                                                   \
  "ann: {name: Ann Able, band: 7, works: {mon-sun: [am, pm, eve]}, skills: {msk: yes}}\n"          \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, joins: 2027-03-01}\n"                \
  "cat: {name: Cat Cole, band: 5, works: {mon-fri: [am, pm]}, joins: 2027-03-01}\n"

/* A published month with these days of Ann's. */
#define PAST(month, lines)                                                                         \
  {                                                                                                \
    "history/" month ".yaml", "month: " month                                                      \
                              "\n"                                                                 \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define DAY(date) "    - " date " am 08:30-12:15 clinic hove\n"

const struct figure figures_consecutive[] = {
    /* --- most_days --------------------------------------------------------- */
    {
        .name = "seven days where six are the most",
        .world = {.service = EVERY_DAY, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-03 eve clinic hove\n"
                "ann 2027-02-04 am clinic hove\n"
                "ann 2027-02-05 am clinic hove\n"
                "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-07 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able works 7 days in a row, Mon 1 Feb to Sun 7 Feb; the most is 6",
    },
    {
        .name = "just the most, twice in one day",
        .world = {.service = EVERY_DAY, .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-02-05 am clinic hove\n"
                "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-06 pm clinic hove\n"
                "ann 2027-02-07 am clinic hove\n"
                "ann 2027-02-09 am clinic hove\n",
    },
    {
        .name = "two more than the most, up to the month's last day",
        .world = {.service = EVERY_DAY, .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-02-24 am clinic hove\n"
                "ann 2027-02-25 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n"
                "ann 2027-02-27 am clinic hove\n"
                "ann 2027-02-28 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able works 5 days in a row, Wed 24 Feb to Sun 28 Feb; the most is 3",
    },
    {
        /* 2 + 2 days: one window of 4 ends in the month */
        .name = "a run over the month's start",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-30") DAY("2027-01-31"))},
                  .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 4 days in a row, Sat 30 Jan to Tue 2 Feb; the most is 3",
    },
    {
        .name = "a day off between the months",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-29") DAY("2027-01-30"))},
                  .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
    },
    {
        /* 4 + 1 days, 3 allowed: only the window that ends on the 1st is this month's. */
        .name = "a limit that the past alone has used up",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-28") DAY("2027-01-29") DAY("2027-01-30")
                                                DAY("2027-01-31"))},
                  .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 5 days in a row, Thu 28 Jan to Mon 1 Feb; the most is 3",
    },
    {
        .name = "a past that was too long asks nothing of an idle month",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-28") DAY("2027-01-29") DAY("2027-01-30")
                                                DAY("2027-01-31"))},
                  .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-02-02 am clinic hove\n",
    },
    {
        /* Evenings of the past and of the month: the 31st was a morning. */
        .name = "only what is in scope makes a working day",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01",
                                 "    - 2027-01-30 eve 17:00-20:00 clinic hove\n"
                                 "    - 2027-01-31 am 08:30-12:15 clinic hove\n")},
                  .use = "{most_days: 1, sessions: eve, task: clinic, at: hove, weight: 2}"},
        .rota = "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic crawley\n"
                "ann 2027-02-03 eve clinic hove\n"
                "ann 2027-02-04 eve clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 2 days in a row, Wed 3 Feb to Thu 4 Feb; the most is 1",
    },
    /* --- fewest_days ------------------------------------------------------- */
    {
        .name = "two days where three are the fewest",
        .world = {.service = EVERY_DAY, .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-09 am clinic hove\n"
                "ann 2027-02-10 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able has 2 working days in a row from Tue 9 Feb; the fewest is 3",
    },
    {
        .name = "just the fewest",
        .world = {.service = EVERY_DAY, .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-09 am clinic hove\n"
                "ann 2027-02-10 am clinic hove\n"
                "ann 2027-02-11 am clinic hove\n",
    },
    {
        .name = "a run that the month's end cuts short is judged next month",
        .world = {.service = EVERY_DAY, .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-28 am clinic hove\n",
    },
    {
        .name = "a run that ends on the day before the last",
        .world = {.service = EVERY_DAY, .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-27 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able has 1 working day in a row from Sat 27 Feb; the fewest is 3",
    },
    {
        .name = "nobody knows when a run on the 1st began",
        .world = {.service = EVERY_DAY, .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        .name = "nor where the month before is missing",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2026-12", DAY("2026-12-01"))},
                  .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        .name = "the month before was published: its last day was off",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-10"))},
                  .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able has 1 working day in a row from Mon 1 Feb; the fewest is 3",
    },
    {
        .name = "a run that ended with the past could go on",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-31"))},
                  .use = "{fewest_days: 3, weight: 2}"},
        .rota = "",
        .cost = 2 * 2,
        .says = "Ann Able has 1 working day in a row from Sun 31 Jan; the fewest is 3",
    },
    {
        .name = "a run that ended with the past could not go on: the 1st is a holiday",
        .world = {.service = EVERY_DAY "holidays: [2027-02-01]\n",
                  .files = {PAST("2027-01", DAY("2027-01-31"))},
                  .use = "{fewest_days: 3, weight: 2}"},
        .rota = "",
    },
    /* --- fewest_days_off --------------------------------------------------- */
    {
        .name = "two days off where three are the fewest",
        .world = {.service = EVERY_DAY, .use = "{fewest_days_off: 3, weight: 2}"},
        .rota = "ann 2027-02-09 am clinic hove\n"
                "ann 2027-02-12 am clinic hove\n"
                "ann 2027-02-16 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able has 2 days off in a row from Wed 10 Feb; the fewest is 3",
    },
    {
        .name = "one day off over the month's start",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-31"))},
                  .use = "{fewest_days_off: 3, weight: 2}"},
        .rota = "ann 2027-02-02 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able has 1 day off in a row from Mon 1 Feb; the fewest is 3",
    },
    {
        .name = "days off that were all in the past",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-30"))},
                  .use = "{fewest_days_off: 2, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able has 1 day off in a row from Sun 31 Jan; the fewest is 2",
    },
    {
        .name = "just the fewest days off, the last day of the month worked",
        .world = {.service = EVERY_DAY, .use = "{fewest_days_off: 3, weight: 2}"},
        .rota = "ann 2027-02-24 am clinic hove\n"
                "ann 2027-02-28 am clinic hove\n",
    },
    {
        .name = "days off up to the month's end are judged next month",
        .world = {.service = EVERY_DAY, .use = "{fewest_days_off: 3, weight: 2}"},
        .rota = "ann 2027-02-27 am clinic hove\n",
    },
    /* --- most_weekends ----------------------------------------------------- */
    {
        .name = "a Saturday and another's Sunday are two weekends",
        .world = {.service = EVERY_DAY, .use = "{most_weekends: 1, weight: 2}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-14 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works on 2 weekends; the most is 1",
    },
    {
        .name = "a Saturday and its Sunday are one, Friday and Monday none",
        .world = {.service = EVERY_DAY, .use = "{most_weekends: 1, weight: 2}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-07 am clinic hove\n"
                "ann 2027-02-12 am clinic hove\n"
                "ann 2027-02-15 am clinic hove\n",
    },
    {
        .name = "the last Sunday of the month",
        .world = {.service = EVERY_DAY, .use = "{most_weekends: 0}"},
        .rota = "ann 2027-02-28 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able works on 1 weekend; the most is 0",
    },
    {
        /* Saturday 31 July was worked; Sunday 1 August is, and the 7th. */
        .name = "a weekend across the month's start counts if its Sunday is worked",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-08",
                  .files = {PAST("2027-07", DAY("2027-07-31"))},
                  .use = "{most_weekends: 1, weight: 2}"},
        .rota = "ann 2027-08-01 am clinic hove\n"
                "ann 2027-08-07 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works on 2 weekends; the most is 1",
    },
    {
        .name = "a Saturday of the past alone is no weekend of this month",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-08",
                  .files = {PAST("2027-07", DAY("2027-07-31"))},
                  .use = "{most_weekends: 1, weight: 2}"},
        .rota = "ann 2027-08-07 am clinic hove\n",
    },
    /* --- into a published month: June 2027 ends on a Wednesday ----------------- */
    {
        .name = "what the month after goes on with is of the run",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-01") DAY("2027-07-02"))},
                  .use = "{most_days: 3, weight: 2}"},
        .rota = "ann 2027-06-29 am clinic hove\n"
                "ann 2027-06-30 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 4 days in a row, Tue 29 Jun to Fri 2 Jul; the most is 3",
    },
    {
        /* Three days where one is the most are two too many, one of which July has alone. */
        .name = "what that month has too many by itself is not found again",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-01") DAY("2027-07-02"))},
                  .use = "{most_days: 1, weight: 2}"},
        .rota = "ann 2027-06-30 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 3 days in a row, Wed 30 Jun to Fri 2 Jul; the most is 1",
    },
    {
        .name = "and nothing is where the month's last day is off",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-01") DAY("2027-07-02") DAY("2027-07-04"))},
                  .use = "{most_days: 1, fewest_days: 2, weight: 2}"},
        .rota = "",
    },
    {
        .name = "a run that ends with the month is short if the next day is known to be off",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-05"))},
                  .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-06-30 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able has 1 working day in a row from Wed 30 Jun; the fewest is 3",
    },
    {
        .name = "and long enough with two more",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-01") DAY("2027-07-02"))},
                  .use = "{fewest_days: 3, weight: 2}"},
        .rota = "ann 2027-06-30 am clinic hove\n",
    },
    {
        .name = "one day off before the month after begins",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-01") DAY("2027-07-03"))},
                  .use = "{fewest_days_off: 3, weight: 2}"},
        .rota = "ann 2027-06-29 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able has 1 day off in a row from Wed 30 Jun; the fewest is 3",
    },
    /* --- most_days_off ------------------------------------------------------ */
    {
        /* The windows of four that end on the 5th, 6th and 7th. */
        .name = "six days off with work to do, where three are the most",
        .world = {.service = EVERY_DAY,
                  .clinicians = ALL_WEEK,
                  .use = "{most_days_off: 3, weight: 2, until: 2027-02-08}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-08 am clinic hove\n",
        .cost = 2 * 3,
        .says = "Ann Able has 6 days off in a row from Tue 2 Feb, with work to do; the most is 3",
    },
    {
        .name = "who has not joined yet is not idle, nor is anybody beyond the rule's dates",
        .world = {.service = EVERY_DAY,
                  .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-sun: [am, pm]},\n"
                                "      joins: 2027-02-08, skills: {msk: yes}}\n",
                  .use =
                      "{most_days_off: 3, weight: 2, until: 2027-02-14, who: {clinicians: ann}}"},
        .rota = "ann 2027-02-11 am clinic hove\n",
    },
    /* --- weekends ----------------------------------------------------------- */
    {
        .name = "three weekends in a row where one is the most",
        .world = {.service = EVERY_DAY,
                  .clinicians = ALL_WEEK,
                  .use = "{weekends_in_row: 1, weekends_in_row_weight: 4}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-07 am clinic hove\n"
                "ann 2027-02-14 am clinic hove\n"
                "ann 2027-02-20 am clinic hove\n",
        .cost = 2 * 4,
        .says = "Ann Able works on 3 weekends in a row from that of Sat 6 Feb; the most is 1",
    },
    {
        .name = "a published weekend counts, and is not told again",
        .world = {.service = EVERY_DAY,
                  .clinicians = ALL_WEEK,
                  .files = {PAST("2027-01", DAY("2027-01-23") DAY("2027-01-30"))},
                  .use = "{weekends_in_row: 1, weight: 4}"},
        .rota = "ann 2027-02-07 am clinic hove\n",
        .cost = 4,
        .says = "Ann Able works on 2 weekends in a row from that of Sat 30 Jan; the most is 1",
    },
    {
        .name = "half a weekend",
        .world = {.service = EVERY_DAY, .clinicians = ALL_WEEK, .use = "{whole_weekends: yes}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-13 am clinic hove\n"
                "ann 2027-02-14 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able works on one day of the weekend of Sat 6 Feb, and not on the other",
    },
    {
        .name = "a part with a weight of its own is not hard, and the others are",
        .world = {.service = EVERY_DAY,
                  .clinicians = ALL_WEEK,
                  .use = "{most_days: 1, whole_weekends: yes, whole_weekends_weight: 3}"},
        .rota = "ann 2027-02-05 am clinic hove\n"
                "ann 2027-02-06 am clinic hove\n",
        .cost = 3,
        .broken = 1,
        .says = "Ann Able works 2 days in a row, Fri 5 Feb to Sat 6 Feb; the most is 1",
    },
    {.name = NULL},
};
