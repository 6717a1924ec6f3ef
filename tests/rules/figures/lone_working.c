#include "tests/rules/figures/figure.h"

const struct figure figures_lone_working[] = {
    {
        .name = "alone",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able is alone at hove on Mon 1 Feb am; there must be 2",
    },
    {
        .name = "two, at whatever they do",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        .name = "two where three must be",
        .world = {.use = "{least: 3, weight: 3}"},
        .rota = "ann 2027-02-26 pm clinic hove\n"
                "cat 2027-02-26 pm support hove\n",
        .cost = 1 * 3,
        .says = "2 people are at hove on Fri 26 Feb pm; there must be 3",
    },
    {
        .name = "one where four must be",
        .world = {.use = "{least: 4, weight: 3}"},
        .rota = "cat 2027-02-26 pm support crawley\n",
        .cost = 3 * 3,
        .says = "Cat Cole is alone at crawley on Fri 26 Feb pm; there must be 4",
    },
    {
        .name = "another site and another session are no company",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic crawley\n"
                "cat 2027-02-01 pm clinic hove\n",
        .cost = 3 * 3,
        .says = "Bob Best is alone at crawley on Mon 1 Feb am; there must be 2",
    },
    {
        .name = "nobody, and remote work",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am support remote\n",
    },
    {
        /* One person twice is one person. */
        .name = "two tasks of one person",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am support hove\n",
        .cost = 3,
        .says = "Ann Able is alone at hove on Mon 1 Feb am; there must be 2",
    },
    {
        .name = "who does another task is not counted",
        .world = {.use = "{task: clinic, weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am support hove\n"
                "cat 2027-02-01 pm support hove\n",
        .cost = 3,
        .says = "Ann Able is alone at hove on Mon 1 Feb am; there must be 2",
    },
    {
        .name = "sites, sessions and dates in scope, to the day",
        .world = {.use = "{at: crawley, sessions: am, from: 2027-02-02, until: 2027-02-25,\n"
                         " weight: 3}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "ann 2027-02-02 am clinic crawley\n"
                "ann 2027-02-02 pm clinic crawley\n"
                "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-25 am clinic crawley\n"
                "ann 2027-02-26 am clinic crawley\n",
        .cost = 2 * 3,
        .says = "Ann Able is alone at crawley on Thu 25 Feb am; there must be 2",
    },
    {.name = NULL},
};
