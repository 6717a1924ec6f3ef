#include "tests/rules/figures/figure.h"

const struct figure figures_one_place[] = {
    {
        .name = "at two sites at once",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am clinic crawley\n",
        .broken = 1,
        .says = "Ann Able has 2 assignments at once",
    },
    {
        .name = "at three tasks at once",
        .world = {.use = "{}"},
        .rota = "bob 2027-02-26 pm clinic hove\n"
                "bob 2027-02-26 pm support hove\n"
                "bob 2027-02-26 pm support remote\n",
        .broken = 1,
        .says = "Bob Best has 3 assignments at once",
    },
    {
        .name = "one after another",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic crawley\n"
                "ann 2027-02-02 eve support remote\n"
                "ann 2027-02-03 am clinic hove\n",
    },
    {
        .name = "two people at one place",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {
        .name = "two people twice, one of them on the last day, at two tasks of one site",
        .world = {.service = "week: {mon-sun: [am, pm]}\n", .use = "{}"},
        .rota = "ann 2027-02-28 pm clinic hove\n"
                "ann 2027-02-28 pm support hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic crawley\n",
        .broken = 2,
        .says = "Ann Able has 2 assignments at once",
    },
    {
        .name = "remote work beside a clinic",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am support remote\n",
        .broken = 1,
        .says = "Ann Able has 2 assignments at once",
    },
    {.name = NULL},
};
