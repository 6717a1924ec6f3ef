#include "tests/rules/figures/figure.h"

/* Cat is support staff, and so are Dan, Eli and Fay; Ann is their senior. */
#define PEOPLE                                                                                     \
  "dan: {name: Dan Dale, band: 4, works: {mon-fri: [am, pm]}}\n"                                   \
  "eli: {name: Eli East, band: 4, works: {mon-fri: [am, pm]}}\n"                                   \
  "fay: {name: Fay Ford, band: 4, works: {mon-fri: [am, pm]}}\n"
#define USE(more) "{who: {band: [4, 5]}, seniors: {band: 7}, weight: 2" more "}"

const struct figure figures_delegation[] = {
    {
        .name = "nobody answers for them",
        .world = {.use = "{who: {band: 5}, seniors: {band: 7}}"},
        .rota = "cat 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "2027-02-01 am: 1 support staff (Cat Cole) at hove with 0 seniors, who can answer "
                "for 3 each",
    },
    {
        .name = "three to a senior",
        .world = {.clinicians = PEOPLE, .use = USE("")},
        .rota = "ann 2027-02-01 am duty hove\n"
                "cat 2027-02-01 am clinic hove\n"
                "dan 2027-02-01 am support hove\n"
                "eli 2027-02-01 am support hove\n",
    },
    {
        .name = "four to a senior",
        .world = {.clinicians = PEOPLE, .use = USE("")},
        .rota = "ann 2027-02-01 am duty hove\n"
                "cat 2027-02-01 am clinic hove\n"
                "dan 2027-02-01 am support hove\n"
                "eli 2027-02-01 am support hove\n"
                "fay 2027-02-01 am support hove\n",
        .cost = 1 * 2,
        .says = "2027-02-01 am: 4 support staff (Cat Cole, Dan Dale, Eli East, Fay Ford) at hove "
                "with 1 senior, who can answer for 3 each",
    },
    {
        .name = "one each, and three people",
        .world = {.clinicians = PEOPLE, .use = USE(", per_senior: 1")},
        .rota = "ann 2027-02-26 pm duty hove\n"
                "cat 2027-02-26 pm clinic hove\n"
                "dan 2027-02-26 pm support hove\n"
                "eli 2027-02-26 pm support hove\n",
        .cost = 2 * 2,
        .says = "2027-02-26 pm: 3 support staff (Cat Cole, Dan Dale, Eli East) at hove with 1 "
                "senior, who can answer for 1 each",
    },
    {
        .name = "two seniors answer for twice as many",
        .world = {.clinicians = PEOPLE,
                  .use =
                      "{who: {band: [4, 5]}, seniors: {band: [6, 7]}, per_senior: 2, weight: 2}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n"
                "dan 2027-02-01 am support hove\n"
                "eli 2027-02-01 am support hove\n"
                "fay 2027-02-01 am support hove\n",
    },
    {
        .name = "a senior elsewhere, or at another time",
        .world = {.use = USE("")},
        .rota = "ann 2027-02-01 am duty crawley\n"
                "ann 2027-02-01 pm duty hove\n"
                "cat 2027-02-01 am clinic hove\n",
        .cost = 2,
        .says = "2027-02-01 am: 1 support staff (Cat Cole) at hove with 0 seniors, who can answer "
                "for 3 each",
    },
    {
        .name = "who is also a senior counts as one",
        .world = {.use =
                      "{who: {band: [5, 6]}, seniors: {band: [6, 7]}, per_senior: 1, weight: 2}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n",
    },
    {
        .name = "remote work is looked at only where it is named",
        .world = {.use = USE("")},
        .rota = "cat 2027-02-01 am support remote\n",
    },
    {
        .name = "remote work that is named",
        .world = {.use = USE(", at: [hove, remote]")},
        .rota = "cat 2027-02-01 am support remote\n"
                "cat 2027-02-02 am clinic crawley\n",
        .cost = 2,
        .says = "2027-02-01 am: 1 support staff (Cat Cole) at remote with 0 seniors, who can "
                "answer for 3 each",
    },
    {
        /* Ann answers for whatever is in scope, at whatever she does herself. */
        .name = "tasks in scope are those of the support staff",
        .world = {.use = USE(", task: clinic")},
        .rota = "cat 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am duty hove\n"
                "cat 2027-02-02 am support hove\n",
    },
    {
        .name = "sessions and dates in scope, to the day",
        .world = {.use = USE(", sessions: am, from: 2027-02-02, until: 2027-02-25")},
        .rota = "cat 2027-02-01 am clinic hove\n"
                "cat 2027-02-02 am clinic hove\n"
                "cat 2027-02-03 pm clinic hove\n"
                "cat 2027-02-25 am clinic hove\n"
                "cat 2027-02-26 am clinic hove\n",
        .cost = 2 * 2,
        .says = "2027-02-25 am: 1 support staff (Cat Cole) at hove with 0 seniors, who can answer "
                "for 3 each",
    },
    {.name = NULL},
};
