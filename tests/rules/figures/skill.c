#include "tests/rules/figures/figure.h"

#define SOFT "{weight: 3}"
#define BOB(skills)                                                                                \
  "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]}, skills: {" skills "}}\n"

const struct figure figures_skill[] = {
    {
        .name = "a skill that is not held",
        .world = {.use = "{}"},
        .rota = "bob 2027-02-01 am spine hove\n",
        .broken = 1,
        .says = "Bob Best can't do spine at hove on Mon 1 Feb am: does not hold 'spine' "
                "(clinicians.yaml:4)",
    },
    {
        .name = "a skill that is held, and a task that takes none",
        .world = {.use = SOFT},
        .rota = "ann 2027-02-01 am spine hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        .name = "just the band, and one below it",
        .world = {.use = SOFT},
        .rota = "ann 2027-02-01 am duty hove\n"
                "bob 2027-02-01 am duty hove\n",
        .cost = 3,
        .says = "Bob Best can't do duty at hove on Mon 1 Feb am: band 6, and it takes band 7 "
                "(clinicians.yaml:4)",
    },
    {
        .name = "on its first day and its last",
        .world = {.clinicians = BOB("msk: {since: 2027-02-02, until: 2027-02-25}"), .use = SOFT},
        .rota = "bob 2027-02-02 am clinic hove\n"
                "bob 2027-02-25 pm clinic hove\n",
    },
    {
        .name = "on the day before",
        .world = {.clinicians = BOB("msk: {since: 2027-02-02, until: 2027-02-25}"), .use = SOFT},
        .rota = "bob 2027-02-01 pm clinic hove\n",
        .cost = 3,
        .says = "Bob Best can't do clinic at hove on Mon 1 Feb pm: holds 'msk' only from "
                "2027-02-02 (clinicians.yaml:4)",
    },
    {
        .name = "on the day after",
        .world = {.clinicians = BOB("msk: {since: 2027-02-02, until: 2027-02-25}"), .use = SOFT},
        .rota = "bob 2027-02-26 am clinic hove\n",
        .cost = 3,
        .says = "Bob Best can't do clinic at hove on Fri 26 Feb am: held 'msk' until 2027-02-25 "
                "(clinicians.yaml:4)",
    },
    {
        /* fcp takes stage 1: Ann has reached 2, Bob 1. */
        .name = "just the stage",
        .world = {.use = SOFT},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 am fcp goldstone\n",
    },
    {
        .name = "a stage below",
        .world = {.clinicians = BOB("fcp: {stage: 0}"), .use = SOFT},
        .rota = "bob 2027-02-01 am fcp goldstone\n",
        .cost = 3,
        .says = "Bob Best can't do fcp at goldstone on Mon 1 Feb am: stage 0 of 'fcp' is signed "
                "off, and it takes stage 1 (clinicians.yaml:4)",
    },
    {
        .name = "a trainee below the stage, until the training ends",
        .world = {.clinicians = BOB("fcp: {stage: 0, trainee: yes, until: 2027-02-25}"),
                  .use = SOFT},
        .rota = "bob 2027-02-25 am fcp goldstone\n"
                "bob 2027-02-26 am fcp goldstone\n",
        .cost = 3,
        .says = "Bob Best can't do fcp at goldstone on Fri 26 Feb am: held 'fcp' until 2027-02-25 "
                "(clinicians.yaml:4)",
    },
    {
        .name = "several at once",
        .world = {.use = "{hard: no}"},
        .rota = "bob 2027-02-01 am spine hove\n"
                "cat 2027-02-01 am spine hove\n"
                "cat 2027-02-26 pm duty hove\n",
        .cost = 3 * 1000,
        .says = "Cat Cole can't do duty at hove on Fri 26 Feb pm: band 5, and it takes band 7 "
                "(clinicians.yaml:7)",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* Band 7 and the skill of spine from the 15th on, and no longer that of msk. */
        .name = "a promotion on the 15th",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: yes, fcp: {stage: 1}},\n"
                                "      changes: [{from: 2027-02-15, band: 7,\n"
                                "                 skills: {spine: yes, msk: no}}]}\n",
                  .use = SOFT},
        .rota = "bob 2027-02-12 am duty hove\n"
                "bob 2027-02-12 pm spine hove\n"
                "bob 2027-02-12 pm clinic hove\n"
                "bob 2027-02-15 am duty hove\n"
                "bob 2027-02-15 pm spine hove\n"
                "bob 2027-02-16 am fcp goldstone\n"
                "bob 2027-02-16 pm clinic hove\n",
        .cost = 3 * 3,
        .says = "Bob Best can't do duty at hove on Fri 12 Feb am: band 6, and it takes band 7 "
                "(clinicians.yaml:4)",
    },
    {.name = NULL},
};
