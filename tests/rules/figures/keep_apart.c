#include "tests/rules/figures/figure.h"

#define USE(more) "{who: {clinicians: [ann, bob, cat]}, weight: 3" more "}"

const struct figure figures_keep_apart[] = {
    {
        .name = "two at one site break it",
        .world = {.use = "{who: {clinicians: [ann, bob]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "2027-02-01 am: Ann Able, Bob Best are all at hove, and are to be kept apart",
    },
    {
        .name = "three of them are two too many",
        .world = {.use = USE("")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am support hove\n",
        .cost = (3 - 1) * 3,
        .says = "2027-02-01 am: Ann Able, Bob Best, Cat Cole are all at hove, and are to be kept "
                "apart",
    },
    {
        .name = "at two sites, or one after the other",
        .world = {.use = USE("")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic crawley\n"
                "cat 2027-02-01 pm clinic hove\n",
    },
    {
        .name = "one alone, and somebody who is not named",
        .world = {.use = "{who: {clinicians: [ann, cat]}, weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {
        .name = "at a remote site nobody meets",
        .world = {.use = USE("")},
        .rota = "ann 2027-02-01 am support remote\n"
                "bob 2027-02-01 am support remote\n",
    },
    {
        .name = "a remote site that is named",
        .world = {.use = USE(", at: remote")},
        .rota = "ann 2027-02-01 am support remote\n"
                "bob 2027-02-01 am support remote\n"
                "ann 2027-02-02 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
        .cost = 3,
        .says = "2027-02-01 am: Ann Able, Bob Best are all at remote, and are to be kept apart",
    },
    {
        .name = "tasks in scope, for both of them",
        .world = {.use = USE(", task: clinic")},
        .rota = "ann 2027-02-01 am duty hove\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {
        /* The 1st is before it, the 2nd and 25th are its ends, the 26th is after it. */
        .name = "sessions and dates in scope, to the day",
        .world = {.use = USE(", sessions: am, from: 2027-02-02, until: 2027-02-25")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 pm clinic hove\n"
                "bob 2027-02-03 pm clinic hove\n"
                "ann 2027-02-25 am clinic hove\n"
                "bob 2027-02-25 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 2 * 3,
        .says = "2027-02-25 am: Ann Able, Bob Best are all at hove, and are to be kept apart",
    },
    {
        /* one_place says that Ann can't; she is still one person. */
        .name = "one person twice is not two",
        .world = {.use = USE("")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am duty hove\n",
    },
    {.name = NULL},
};
