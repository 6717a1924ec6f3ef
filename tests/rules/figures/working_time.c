#include "tests/rules/figures/figure.h"

#define EVERY_DAY "week: {mon-sun: [am, pm, eve]}\n"

/* One of the four limits at a time. */
#define ANN "{who: {clinicians: [ann]}, weight: 2"
#define AVERAGE(more) ANN ", rest_hours: 0, weekly_rest: none, break_minutes: 0" more "}"
#define REST(more) ANN ", weekly_rest: none, break_minutes: 0" more "}"
#define WEEKLY(more) ANN ", rest_hours: 0, break_minutes: 0" more "}"
#define BREAK(more) ANN ", rest_hours: 0, weekly_rest: none" more "}"

/* A published month with these lines of Ann's. */
#define PAST(month, lines)                                                                         \
  {                                                                                                \
    "history/" month ".yaml", "month: " month                                                      \
                              "\n"                                                                 \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define EMPTY(month)                                                                               \
  {                                                                                                \
    "history/" month ".yaml", "month: " month "\nchecksum: none\n"                                 \
  }
#define DAY(date) "    - " date " am 08:30-12:15 clinic hove\n"

#define DAYS_1_TO_6                                                                                \
  "ann 2027-02-01 am clinic hove\n"                                                                \
  "ann 2027-02-02 pm clinic hove\n"                                                                \
  "ann 2027-02-03 eve clinic hove\n"                                                               \
  "ann 2027-02-04 am clinic hove\n"                                                                \
  "ann 2027-02-05 am clinic hove\n"                                                                \
  "ann 2027-02-06 am clinic hove\n"

/* Blocks that begin a little later or earlier than those of the tiny world. */
#define BLOCKS(am_from, am_to, pm_from, pm_to, eve_from, eve_to)                                   \
  "sessions:\n"                                                                                    \
  "  am:  {from: \"" am_from "\", to: \"" am_to                                                    \
  "\"}\n"                                                                                          \
  "  pm:  {from: \"" pm_from "\", to: \"" pm_to                                                    \
  "\"}\n"                                                                                          \
  "  eve: {from: \"" eve_from "\", to: \"" eve_to "\"}\n"

const struct figure figures_working_time[] = {
    {
        .name = "an ordinary day",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
    },
    /* --- the average ------------------------------------------------------- */
    {
        /* Nothing is known before the month: 28 days at an hour a week are 240 minutes. 450 are
         * 210 over, in started hours. */
        .name = "a month alone",
        .world = {.use = AVERAGE(", average_hours: 1")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .cost = 4 * 2,
        .says = "Ann Able works 7 h 30 min from Mon 1 Feb to the month's end: 3 h 30 min over an "
                "average of 1 h a week",
    },
    {
        /* Three weeks, 180 minutes, from Monday the 8th on: the evening is just that. */
        .name = "just the average, from the first day of three weeks",
        .world = {.service = EVERY_DAY, .use = AVERAGE(", average_hours: 1, weeks: 3")},
        .rota = "ann 2027-02-07 eve clinic hove\n"
                "ann 2027-02-08 eve clinic hove\n",
    },
    {
        .name = "a minute over the average",
        .world = {.service = EVERY_DAY BLOCKS("08:30", "12:15", "13:15", "16:59", "16:59", "20:00"),
                  .use = AVERAGE(", average_hours: 1, weeks: 3")},
        .rota = "ann 2027-02-08 eve clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 3 h 1 min from Mon 8 Feb to the month's end: 1 min over an average "
                "of 1 h a week",
    },
    {
        /* 17 weeks up to Sunday 28 February begin on Monday 2 November: 119 days, 1020 minutes,
         * all of them worked on that day. */
        .name = "the first day of the 17th week",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2026-11", "    - 2026-11-02 am 00:00-17:00 clinic hove\n"),
                            EMPTY("2026-12"), EMPTY("2027-01")},
                  .use = AVERAGE(", average_hours: 1")},
        .rota = "ann 2027-02-28 eve clinic hove\n",
        .cost = 3 * 2,
        .says = "Ann Able works 20 h from Mon 2 Nov to the month's end: 3 h over an average of 1 h "
                "a week",
    },
    {
        .name = "the day before the 17th week",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2026-11", "    - 2026-11-01 am 00:00-17:00 clinic hove\n"),
                            EMPTY("2026-12"), EMPTY("2027-01")},
                  .use = AVERAGE(", average_hours: 1")},
        .rota = "ann 2027-02-28 eve clinic hove\n",
    },
    {
        /* December is missing: what is known begins on the 1st of January, 59 days and 505.7
         * minutes, taken as 505. 341 were worked on that day, and 225 are 61 over the rest. */
        .name = "a month that is missing cuts the period short",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2026-11", "    - 2026-11-30 am 00:00-17:00 clinic hove\n"),
                            PAST("2027-01", "    - 2027-01-01 am 08:00-13:41 clinic hove\n")},
                  .use = AVERAGE(", average_hours: 1")},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able works 9 h 26 min from Fri 1 Jan to the month's end: 1 h 1 min over an "
                "average of 1 h a week",
    },
    {
        /* 21 days, 180 minutes: 45 over, an hour started */
        .name = "from the first day that somebody is here",
        .world = {.clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                                "      joins: 2027-02-08}\n",
                  .use = AVERAGE(", average_hours: 1")},
        .rota = "ann 2027-02-08 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 3 h 45 min from Mon 8 Feb to the month's end: 45 min over an "
                "average of 1 h a week",
    },
    {
        /* 59 days, 505 minutes; January alone took 510. */
        .name = "a past that has used up the average asks nothing of an idle month",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", "    - 2027-01-31 am 08:30-17:00 clinic hove\n")},
                  .use = AVERAGE(", average_hours: 1")},
        .rota = "",
    },
    {
        .name = "a past that has used up the average allows nothing more",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", "    - 2027-01-31 am 08:30-17:00 clinic hove\n")},
                  .use = AVERAGE(", average_hours: 1")},
        .rota = "ann 2027-02-01 eve clinic hove\n",
        .cost = 3 * 2,
        .says = "Ann Able works 11 h 30 min from Fri 1 Jan to the month's end: 3 h over an average "
                "of 1 h a week",
    },
    {
        .name = "who has opted out",
        .world = {.use = AVERAGE(", average_hours: 1, opted_out: {band: 7}")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
    },
    /* --- daily rest -------------------------------------------------------- */
    {
        .name = "just eleven hours",
        .world = {.service = BLOCKS("07:00", "12:15", "13:15", "17:00", "17:00", "20:00"),
                  .use = REST("")},
        .rota = "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
    },
    {
        .name = "a minute less than eleven hours",
        .world = {.service = BLOCKS("06:59", "12:15", "13:15", "17:00", "17:00", "20:00"),
                  .use = REST("")},
        .rota = "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able rests for 10 h 59 min before Wed 3 Feb; the least is 11 h",
    },
    {
        /* 12 h 30 min between evening and morning, and 17 h 15 min to the afternoon */
        .name = "hours of one's own, from the last session to the first",
        .world = {.service = EVERY_DAY, .use = REST(", rest_hours: 13")},
        .rota = "ann 2027-02-26 am clinic hove\n"
                "ann 2027-02-26 eve clinic hove\n"
                "ann 2027-02-27 am clinic hove\n"
                "ann 2027-02-27 eve clinic hove\n"
                "ann 2027-02-28 pm clinic hove\n",
        .cost = 2,
        .says = "Ann Able rests for 12 h 30 min before Sat 27 Feb; the least is 13 h",
    },
    {
        /* 25 h lie between the two, and a session is not compared with itself. */
        .name = "a day and a night of rest",
        .world = {.use = REST(", rest_hours: 24")},
        .rota = "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-04 pm clinic hove\n",
    },
    {
        .name = "just eleven hours after the last day of the month before",
        .world = {.files = {PAST("2027-01", "    - 2027-01-31 eve 17:00-21:30 clinic hove\n")},
                  .use = REST("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        .name = "a minute less after the last day of the month before",
        .world = {.files = {PAST("2027-01", "    - 2027-01-31 eve 17:00-21:31 clinic hove\n")},
                  .use = REST("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able rests for 10 h 59 min before Mon 1 Feb; the least is 11 h",
    },
    /* --- weekly rest ------------------------------------------------------- */
    {
        .name = "six days, one free, and on",
        .world = {.service = EVERY_DAY, .use = WEEKLY("")},
        .rota = DAYS_1_TO_6 "ann 2027-02-08 am clinic hove\n",
    },
    {
        .name = "seven days of seven",
        .world = {.service = EVERY_DAY, .use = WEEKLY("")},
        .rota = DAYS_1_TO_6 "ann 2027-02-07 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 7 of the 7 days up to Sun 7 Feb; the most is 6",
    },
    {
        .name = "eight days are two windows, up to the month's last",
        .world = {.service = EVERY_DAY, .use = WEEKLY("")},
        .rota = "ann 2027-02-21 am clinic hove\n"
                "ann 2027-02-22 am clinic hove\n"
                "ann 2027-02-23 am clinic hove\n"
                "ann 2027-02-24 am clinic hove\n"
                "ann 2027-02-25 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n"
                "ann 2027-02-27 am clinic hove\n"
                "ann 2027-02-28 am clinic hove\n",
        .cost = 2 * 2,
        .says = "Ann Able works 7 of the 7 days up to Sun 28 Feb; the most is 6",
    },
    {
        /* 26 to 31 January and the 1st: the window from the 26th is full. */
        .name = "six days of the past and one",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01",
                                 DAY("2027-01-26") DAY("2027-01-27") DAY("2027-01-28")
                                     DAY("2027-01-29") DAY("2027-01-30") DAY("2027-01-31"))},
                  .use = WEEKLY("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 7 of the 7 days up to Mon 1 Feb; the most is 6",
    },
    {
        .name = "five days of the past and one",
        .world = {.service = EVERY_DAY,
                  .files = {PAST("2027-01", DAY("2027-01-27") DAY("2027-01-28") DAY("2027-01-29")
                                                DAY("2027-01-30") DAY("2027-01-31"))},
                  .use = WEEKLY("")},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        /* 12 of 14 days from the 1st; and from the 2nd to the 15th as many. Of 15 they would be 13.
         */
        .name = "two days free in fourteen",
        .world = {.service = EVERY_DAY, .use = WEEKLY(", weekly_rest: 2 in 14")},
        .rota = DAYS_1_TO_6 "ann 2027-02-07 am clinic hove\n"
                            "ann 2027-02-08 am clinic hove\n"
                            "ann 2027-02-09 am clinic hove\n"
                            "ann 2027-02-10 am clinic hove\n"
                            "ann 2027-02-11 am clinic hove\n"
                            "ann 2027-02-12 am clinic hove\n"
                            "ann 2027-02-15 am clinic hove\n",
    },
    {
        .name = "one day free in fourteen",
        .world = {.service = EVERY_DAY, .use = WEEKLY(", weekly_rest: 2 in 14")},
        .rota = DAYS_1_TO_6 "ann 2027-02-07 am clinic hove\n"
                            "ann 2027-02-08 am clinic hove\n"
                            "ann 2027-02-09 am clinic hove\n"
                            "ann 2027-02-10 am clinic hove\n"
                            "ann 2027-02-11 am clinic hove\n"
                            "ann 2027-02-12 am clinic hove\n"
                            "ann 2027-02-14 am clinic hove\n",
        .cost = 1 * 2,
        .says = "Ann Able works 13 of the 14 days up to Sun 14 Feb; the most is 12",
    },
    /* --- breaks ------------------------------------------------------------ */
    {
        .name = "405 minutes without a gap",
        .world = {.use = BREAK("")},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 6 h 45 min on Tue 2 Feb without a break of 20 min",
    },
    {
        .name = "a break in the longest day",
        .world = {.use = BREAK("")},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
    },
    {
        .name = "a gap that is just a break",
        .world = {.use = BREAK(", break_minutes: 60")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n",
    },
    {
        .name = "a gap a minute short of a break",
        .world = {.use = BREAK(", break_minutes: 61")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 7 h 30 min on Mon 1 Feb without a break of 61 min",
    },
    {
        .name = "just six hours need no break",
        .world = {.service = BLOCKS("08:30", "12:15", "14:00", "17:00", "17:00", "20:00"),
                  .use = BREAK("")},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
    },
    {
        .name = "six hours and a minute do",
        .world = {.service = BLOCKS("08:30", "12:15", "13:59", "17:00", "17:00", "20:00"),
                  .use = BREAK("")},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 6 h 1 min on Tue 2 Feb without a break of 20 min",
    },
    {
        .name = "a session of over six hours has a break of its own",
        .world = {.service = BLOCKS("08:30", "10:00", "10:00", "16:01", "16:01", "20:00"),
                  .use = BREAK("")},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
    },
    {
        .name = "a session of just six hours has none",
        .world = {.service = BLOCKS("08:30", "10:00", "10:00", "16:00", "16:00", "20:00"),
                  .use = BREAK("")},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 10 h on Tue 2 Feb without a break of 20 min",
    },
    {
        .name = "hard, as it stands",
        .world = {.service = BLOCKS("06:59", "12:15", "13:15", "17:00", "17:00", "20:00"),
                  .use = "{}"},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .broken = 2,
        .says = "Ann Able rests for 10 h 59 min before Wed 3 Feb; the least is 11 h",
    },
    /* --- into a published month: June 2027 ends on a Wednesday ----------------- */
    {
        .name = "rest before the month after begins",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07",
                                 "    - 2027-07-01 am 06:30-09:00 clinic hove\n"
                                 "    - 2027-07-01 am 06:00-06:30 clinic hove\n")},
                  .use = REST("")},
        .rota = "ann 2027-06-30 am clinic hove\n"
                "ann 2027-06-30 eve clinic hove\n",
        .cost = 2,
        .says = "Ann Able rests for 10 h before Thu 1 Jul; the least is 11 h",
    },
    {
        /* 30 June to 6 July; the seven days to the 5th have a free one. */
        .name = "the seven days that end in the month after",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07",
                                 DAY("2027-07-01") DAY("2027-07-02") DAY("2027-07-03")
                                     DAY("2027-07-04") DAY("2027-07-05") DAY("2027-07-06"))},
                  .use = WEEKLY("")},
        .rota = "ann 2027-06-30 am clinic hove\n",
        .cost = 2,
        .says = "Ann Able works 7 of the 7 days up to Tue 6 Jul; the most is 6",
    },
    {
        .name = "those of the month after alone are its own",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", DAY("2027-07-01") DAY("2027-07-02") DAY("2027-07-03")
                                                DAY("2027-07-04") DAY("2027-07-05")
                                                    DAY("2027-07-06") DAY("2027-07-07"))},
                  .use = WEEKLY("")},
        .rota = "",
    },
    {
        /* The average is of the weeks up to the month's end. */
        .name = "hours of the month after are not in the average",
        .world = {.service = EVERY_DAY,
                  .month_id = "2027-06",
                  .files = {PAST("2027-07", "    - 2027-07-01 am 06:00-20:00 clinic hove\n")},
                  .use = AVERAGE(", average_hours: 1, weeks: 1")},
        .rota = "ann 2027-06-01 am clinic hove\n",
    },
    {.name = NULL},
};
