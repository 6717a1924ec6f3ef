#include "tests/rules/figures/figure.h"

/* 1 h, 3 h 45 min, 3 h 45 min and 3 h. */
#define LONG_DAYS                                                                                  \
  "sessions:\n"                                                                                    \
  "  early: {from: \"07:30\", to: \"08:30\"}\n"                                                    \
  "  am:  {from: \"08:30\", to: \"12:15\"}\n"                                                      \
  "  pm:  {from: \"13:15\", to: \"17:00\"}\n"                                                      \
  "  eve: {from: \"17:00\", to: \"20:00\"}\n"                                                      \
  "week: {mon-fri: [early, am, pm, eve]}\n"
#define ANN(works)                                                                                 \
  "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"                                         \
  "      works: {" works "}, skills: {msk: yes, spine: yes}}\n"
#define ALL_DAY "mon-fri: [early, am, pm, eve]"

const struct figure figures_whole_days[] = {
    {
        .name = "on shift from 07:30 to 08:30, and then not until 13:15",
        .world = {.service = LONG_DAYS, .clinicians = ANN(ALL_DAY), .use = "{}"},
        .rota = "ann 2027-02-01 early clinic hove\nann 2027-02-01 pm clinic hove\n",
        .cost = 60,
        .says = "Ann Able has nothing to do on Mon 1 Feb am, between two sessions of the day",
    },
    {
        /* am and pm; 1 h + 3 h are above the least. */
        .name = "two sessions between the first and the last are two",
        .world = {.service = LONG_DAYS, .clinicians = ANN(ALL_DAY), .use = "{weight: 5}"},
        .rota = "ann 2027-02-26 early clinic hove\nann 2027-02-26 eve clinic hove\n",
        .cost = 10,
        .says = "Ann Able has nothing to do on Fri 26 Feb pm, between two sessions of the day",
    },
    {
        .name = "before the first and after the last nothing is waited for",
        .world = {.service = LONG_DAYS, .clinicians = ANN(ALL_DAY), .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-01 pm support remote\n"
                "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-03 pm clinic hove\n",
    },
    {
        .name = "what is not in the pattern is no hole",
        .world = {.service = LONG_DAYS, .clinicians = ANN("mon: [early, pm]"), .use = "{}"},
        .rota = "ann 2027-02-01 early clinic hove\nann 2027-02-01 pm clinic hove\n",
    },
    {
        .name = "nor is leave",
        .world = {.service = LONG_DAYS,
                  .clinicians = ANN(ALL_DAY),
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "ann,2027-02-01,2027-02-01,study,am\n"}},
                  .use = "{}"},
        .rota = "ann 2027-02-01 early clinic hove\nann 2027-02-01 pm clinic hove\n",
    },
    {
        /* Nothing that anybody does: remote work fills a session as well as any. */
        .name = "remote work, and two tasks at once, fill a session",
        .world = {.service = LONG_DAYS, .clinicians = ANN(ALL_DAY), .use = "{}"},
        .rota = "ann 2027-02-01 early clinic hove\n"
                "ann 2027-02-01 am support remote\nann 2027-02-01 am spine hove\n"
                "ann 2027-02-01 pm clinic hove\n",
    },
    {
        .name = "an hour is too short for a day",
        .world = {.service = LONG_DAYS, .clinicians = ANN(ALL_DAY), .use = "{}"},
        .rota = "ann 2027-02-01 early clinic hove\n",
        .cost = 20,
        .says = "Ann Able works 1 h only on Mon 1 Feb; the least for a day is 3 h",
    },
    {
        .name = "unless the pattern is so",
        .world = {.service = LONG_DAYS, .clinicians = ANN("mon: [early]"), .use = "{}"},
        .rota = "ann 2027-02-01 early clinic hove\n",
    },
    {
        /* The pattern is 1 h and 3 h: both are asked for, and no more. */
        .name = "a short pattern is worked whole",
        .world = {.service = LONG_DAYS,
                  .clinicians = ANN("mon-tue: [early, eve]"),
                  .use = "{least_minutes: 300, short_weight: 7}"},
        .rota = "ann 2027-02-01 eve clinic hove\n"
                "ann 2027-02-02 early clinic hove\nann 2027-02-02 eve clinic hove\n",
        .cost = 7,
        .says = "Ann Able works 3 h only on Mon 1 Feb; the least for a day is 4 h",
    },
    {
        /* 225 minutes is the least to the minute. */
        .name = "exactly long enough",
        .world = {.use = "{least_minutes: 225}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        .name = "a minute less, and a task twice in the session is worked once",
        .world = {.use = "{least_minutes: 226}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-01 am spine hove\n"
                "bob 2027-02-26 pm clinic hove\nbob 2027-02-26 am clinic hove\n",
        .cost = 20,
        .says = "Ann Able works 3 h 45 min only on Mon 1 Feb; the least for a day is 3 h 46 min",
    },
    {
        .name = "short days may be had for nothing",
        .world = {.service = LONG_DAYS, .clinicians = ANN(ALL_DAY), .use = "{least_minutes: 0}"},
        .rota = "ann 2027-02-01 early clinic hove\n",
    },
    {
        /* A hole on Monday, a short day on Friday; Bob is not meant. */
        .name = "hard: both",
        .world = {.service = LONG_DAYS,
                  .clinicians = ANN(ALL_DAY),
                  .use = "{hard: yes, who: {clinicians: [ann]}}"},
        .rota = "ann 2027-02-01 early clinic hove\nann 2027-02-01 pm clinic hove\n"
                "ann 2027-02-26 early clinic hove\nbob 2027-02-26 early clinic hove\n",
        .broken = 2,
        .says = "Ann Able works 1 h only on Fri 26 Feb; the least for a day is 3 h",
    },
    {
        /* Band 6 until the 14th, 7 from then on. */
        .name = "who is meant may differ from day to day",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 1.0, base: hove,\n"
                                "      works: {mon-fri: [am, pm]}, skills: {msk: yes},\n"
                                "      changes: [{from: 2027-02-15, band: 7}]}\n",
                  .use = "{least_minutes: 300, who: {band: 7}}"},
        .rota = "bob 2027-02-12 am clinic hove\nbob 2027-02-15 am clinic hove\n",
        .cost = 20,
        .says = "Bob Best works 3 h 45 min only on Mon 15 Feb; the least for a day is 5 h",
    },
    {.name = NULL},
};
