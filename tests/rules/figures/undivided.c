#include "tests/rules/figures/figure.h"

const struct figure figures_undivided[] = {
    {
        .name = "a clinic in the morning and supporting time in the afternoon",
        .world = {.use = "{task: support}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-01 pm support remote\n",
        .cost = 5,
        .says = "Ann Able has support beside other work on Mon 1 Feb, and it is to fill a day",
    },
    {
        .name = "a day of supporting time, half a day of it alone, and a day without",
        .world = {.use = "{task: support}"},
        .rota = "ann 2027-02-01 am support hove\nann 2027-02-01 pm support remote\n"
                "ann 2027-02-02 pm support remote\n"
                "ann 2027-02-26 am clinic hove\nann 2027-02-26 pm duty remote\n",
    },
    {
        .name = "a day is divided once, however often",
        .world = {.use = "{task: support, weight: 3}"},
        .rota = "ann 2027-02-02 am support hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve support hove\n",
        .cost = 3,
        .says = "Ann Able has support beside other work on Tue 2 Feb, and it is to fill a day",
    },
    {
        /* 13:15 is of the afternoon, and 17:00 of the evening. */
        .name = "of half days, morning, afternoon and evening may each be another thing",
        .world = {.use = "{task: support, of: half day}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm support remote\n"
                "ann 2027-02-02 eve clinic hove\n",
    },
    {
        /* 16:59 is of the afternoon that began at 12:00. */
        .name = "but not an afternoon two things",
        .world = {.service = "sessions:\n"
                             "  am: {from: \"12:00\", to: \"16:00\"}\n"
                             "  pm: {from: \"16:59\", to: \"17:00\"}\n"
                             "  eve: {from: \"17:00\", to: \"19:00\"}\n"
                             "  night: {from: \"20:00\", to: \"21:00\"}\n"
                             "week: {mon-fri: [am, pm, eve, night]}\n",
                  .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
                                "      works: {mon-fri: [am, pm, eve, night]},\n"
                                "      skills: {msk: yes, spine: yes}}\n",
                  .use = "{task: [support, duty], of: half day}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "ann 2027-02-01 eve support remote\n"
                "ann 2027-02-02 eve support remote\n"
                "ann 2027-02-02 night clinic hove\n",
        .cost = 10,
        .says = "Ann Able has such work beside other work on Mon 1 Feb, and it is to fill a half "
                "day",
    },
    {
        /* 12:00 is of the afternoon, 11:59 of the morning. */
        .name = "morning and afternoon meet at 12:00",
        .world = {.service = "sessions:\n"
                             "  am: {from: \"11:58\", to: \"11:59\"}\n"
                             "  noon: {from: \"11:59\", to: \"12:00\"}\n"
                             "  pm: {from: \"12:00\", to: \"17:00\"}\n"
                             "week: {mon-fri: [am, noon, pm]}\n",
                  .clinicians = "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove,\n"
                                "      works: {mon-fri: [am, noon, pm]}, skills: {msk: yes}}\n",
                  .use = "{task: [support, duty], of: half day}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "ann 2027-02-01 noon clinic hove\n"
                "ann 2027-02-01 pm support remote\n",
        .cost = 5,
        .says = "Ann Able has such work beside other work on Mon 1 Feb, and it is to fill a half "
                "day",
    },
    {
        /* At Hove it is not meant, and so is other work; Bob is not meant either. */
        .name = "hard, of those who are meant and where it is meant",
        .world = {.use = "{task: support, at: remote, who: {clinicians: [ann]}, hard: yes}"},
        .rota = "ann 2027-02-26 am support hove\nann 2027-02-26 pm support remote\n"
                "ann 2027-02-25 am support hove\nann 2027-02-25 pm clinic hove\n"
                "bob 2027-02-26 am clinic hove\nbob 2027-02-26 pm support remote\n",
        .broken = 1,
        .says = "Ann Able has support beside other work on Fri 26 Feb, and it is to fill a day",
    },
    {.name = NULL},
};
