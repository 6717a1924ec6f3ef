#include "tests/rules/figures/figure.h"

#define LOCKS                                                                                      \
  {                                                                                                \
    "2027-02/locks.csv",                                                                           \
        "clinician,date,session,task,site\n"                                                       \
        "ann,2027-02-01,am,clinic,hove\n"                                                          \
        "bob,2027-02-26,pm,support,remote\n"                                                       \
  }

const struct figure figures_locks[] = {
    {
        .name = "neither of two locks is kept",
        .world = {.files = {LOCKS}, .use = "{}"},
        .rota = "",
        .broken = 2,
        .says = "Ann Able is locked to clinic at hove on Mon 1 Feb am (2027-02/locks.csv:2)",
    },
    {
        .name = "both are, on the first day and the last, among others",
        .world = {.files = {LOCKS}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-26 pm support remote\n"
                "cat 2027-02-01 am clinic hove\n",
    },
    {
        .name = "another task",
        .world = {.files = {LOCKS}, .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am support hove\n"
                "bob 2027-02-26 pm support remote\n",
        .cost = 3,
        .says = "Ann Able is locked to clinic at hove on Mon 1 Feb am (2027-02/locks.csv:2)",
    },
    {
        .name = "another site, and another session",
        .world = {.files = {LOCKS}, .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "bob 2027-02-26 am support remote\n",
        .cost = 2 * 3,
        .says = "Bob Best is locked to support at remote on Fri 26 Feb pm (2027-02/locks.csv:3)",
    },
    {
        .name = "another person",
        .world = {.files = {LOCKS}, .use = "{weight: 3}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-26 pm support remote\n",
        .cost = 3,
        .says = "Ann Able is locked to clinic at hove on Mon 1 Feb am (2027-02/locks.csv:2)",
    },
    {
        .name = "nothing is locked",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {.name = NULL},
};
