#include "tests/rules/figures/figure.h"

#define EVERY_DAY "week: {mon-sun: [am, pm, eve]}\n"

const struct figure figures_premium_hours[] = {
    {
        /* 30% of 225 minutes is 67.5, 4.5 quarters of an hour; of 180, 54 and 3.6. */
        .name = "a Saturday's morning and evening",
        .world = {.service = EVERY_DAY, .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-06 eve clinic hove\n",
        .cost = 5 + 4,
        .says = "Ann Able: 2 sessions at premium times, worth 2 h 15 min of extra pay",
    },
    {
        .name = "the last Sunday of the month: just nine quarters",
        .world = {.service = EVERY_DAY, .use = "{weight: 2}"},
        .rota = "ann 2027-02-28 pm clinic hove\n",
        .cost = 9 * 2,
        .says = "Ann Able: 1 session at premium times, worth 2 h 15 min of extra pay",
    },
    {
        .name = "Fridays and Mondays are ordinary, evenings until eight too",
        .world = {.service = EVERY_DAY, .use = "{}"},
        .rota = "ann 2027-02-05 eve clinic hove\n"
                "ann 2027-02-08 am clinic hove\n",
    },
    {
        /* 17% of 180 minutes is 30.6: three started */
        .name = "parts of a minute start a quarter of an hour",
        .world = {.service = EVERY_DAY, .use = "{saturday: 17, sunday: 20}"},
        .rota = "ann 2027-02-06 eve clinic hove\n"
                "bob 2027-02-07 am clinic hove\n",
        .cost = 3 + 3,
        .says = "Ann Able: 1 session at premium times, worth 45 min of extra pay",
    },
    {
        /* A holiday has an event's sessions alone. It is a Saturday. */
        .name = "holidays are paid like Sundays",
        .world = {.service = EVERY_DAY "holidays: [2027-02-06]\n",
                  .month = "events: {fair: {at: hove, on: 2027-02-06 am,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .cost = 9,
        .says = "Ann Able: 1 session at premium times, worth 2 h 15 min of extra pay",
    },
    {
        /* 19:00 to 20:00: 30% of 60 minutes */
        .name = "the evening begins at seven",
        .world = {.service = EVERY_DAY, .use = "{evening_from: 19}"},
        .rota = "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-06 eve clinic hove\n",
        .cost = 2 + 4,
        .says = "Ann Able: 2 sessions at premium times, worth 1 h 30 min of extra pay",
    },
    {
        .name = "a session from the hour on, to the minute",
        .world = {.service = EVERY_DAY, .use = "{evening_from: 17, evening: 25}"},
        .rota = "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n",
        .cost = 3, /* 45 minutes */
        .says = "Ann Able: 1 session at premium times, worth 45 min of extra pay",
    },
    {
        /* 08:30 to 09:00 */
        .name = "the night ends at nine",
        .world = {.service = EVERY_DAY, .use = "{morning_until: 9, evening: 50}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n",
        .cost = 1,
        .says = "Ann Able: 1 session at premium times, worth 15 min of extra pay",
    },
    {
        /* 05:00 to 06:00 and 20:00 to 21:00: 120 minutes at 30% */
        .name = "a long day has both ends",
        .world = {.service = "sessions: {day: {from: \"05:00\", to: \"21:00\"}}\n"
                             "week: {mon-fri: [day]}\n",
                  .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [day]}}\n"
                                "bob: {name: Bob Best, band: 6, works: {mon-fri: [day]}}\n"
                                "cat: {name: Cat Cole, band: 5, works: {mon-fri: [day]}}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-26 day support hove\n",
        .cost = 3,
        .says = "Ann Able: 1 session at premium times, worth 45 min of extra pay",
    },
    {
        .name = "only what is in scope, to the day",
        .world = {.service = EVERY_DAY,
                  .use = "{who: {clinicians: [ann]}, task: clinic, at: hove, sessions: am,\n"
                         " from: 2027-02-07, until: 2027-02-14}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "ann 2027-02-07 am clinic hove\n"
                "ann 2027-02-07 pm clinic hove\n"
                "ann 2027-02-13 am clinic crawley\n"
                "ann 2027-02-14 am clinic hove\n"
                "bob 2027-02-14 am clinic hove\n"
                "ann 2027-02-20 am clinic hove\n",
        .cost = 9 + 9,
        .says = "Ann Able: 2 sessions at premium times, worth 4 h 30 min of extra pay",
    },
    {
        .name = "hard: there is none",
        .world = {.service = EVERY_DAY, .use = "{hard: yes}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able: 1 session at premium times, worth 1 h 15 min of extra pay",
    },
    {.name = NULL},
};
