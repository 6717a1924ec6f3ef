#include "tests/rules/figures/figure.h"

/* Four clinicians, and two who support them. */
#define PEOPLE                                                                                     \
  "dan: {name: Dan Dale, band: 6, works: {mon-fri: [am, pm]}}\n"                                   \
  "eli: {name: Eli East, band: 3, works: {mon-fri: [am, pm]}, tags: [admin]}\n"                    \
  "fay: {name: Fay Ford, band: 3, works: {mon-fri: [am, pm]}, tags: [admin]}\n"
#define USE(more) "{at: hove, weight: 4" more "}"
#define SUPPORTED(more) USE(", support: {tag: admin}" more)

const struct figure figures_small_team[] = {
    {
        .name = "one where two are the least",
        .world = {.use = "{at: hove}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 60,
        .says = "hove on Mon 1 Feb am has 1 clinician; the least is 2",
    },
    {
        .name = "nobody, or just the least, or just the most",
        .world = {.use = USE("")},
        .rota = "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 pm support hove\n"
                "ann 2027-02-26 pm clinic hove\n"
                "bob 2027-02-26 pm support hove\n"
                "cat 2027-02-26 pm support hove\n",
    },
    {
        .name = "four where three are the most",
        .world = {.clinicians = PEOPLE, .use = USE("")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n"
                "dan 2027-02-01 am clinic hove\n",
        .cost = 4,
        .says = "hove on Mon 1 Feb am has 4 clinicians; the most is 3",
    },
    {
        .name = "bounds of its own",
        .world = {.clinicians = PEOPLE, .use = USE(", least: 3, most: 3")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 pm clinic hove\n",
        .cost = 2 * 4,
        .says = "hove on Mon 1 Feb am has 1 clinician; the least is 3",
    },
    {
        .name = "a team without its support",
        .world = {.clinicians = PEOPLE, .use = SUPPORTED("")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 4,
        .says = "hove on Mon 1 Feb am has 2 clinicians but 0 of the support staff; the least is 1",
    },
    {
        /* Those who support are no clinicians: two are missing. */
        .name = "support without a team",
        .world = {.clinicians = PEOPLE, .use = SUPPORTED("")},
        .rota = "eli 2027-02-01 am support hove\n"
                "fay 2027-02-01 am support hove\n",
        .cost = 2 * 4,
        .says = "hove on Mon 1 Feb am has 0 clinicians; the least is 2",
    },
    {
        .name = "just as much support as is asked for",
        .world = {.clinicians = PEOPLE, .use = SUPPORTED(", support_least: 2")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n"
                "eli 2027-02-01 am support hove\n"
                "fay 2027-02-01 am support hove\n",
    },
    {
        .name = "one of two who support",
        .world = {.clinicians = PEOPLE, .use = SUPPORTED(", support_least: 2")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "eli 2027-02-01 am support hove\n",
        .cost = 4,
        .says = "hove on Mon 1 Feb am has 2 clinicians but 1 of the support staff; the least is 2",
    },
    {
        .name = "sites, sessions and dates in scope, to the day",
        .world = {.use = USE(", sessions: am, from: 2027-02-02, until: 2027-02-25")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n"
                "ann 2027-02-25 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n",
        .cost = 2 * 4,
        .says = "hove on Thu 25 Feb am has 1 clinician; the least is 2",
    },
    {
        .name = "hard",
        .world = {.use = "{at: hove, hard: yes}"},
        .rota = "ann 2027-02-26 pm clinic hove\n",
        .broken = 1,
        .says = "hove on Fri 26 Feb pm has 1 clinician; the least is 2",
    },
    {.name = NULL},
};
