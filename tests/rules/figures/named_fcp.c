#include "tests/rules/figures/figure.h"

/* Ann is named at Goldstone and Bob her deputy; Cat is neither. */
#define PCNS                                                                                       \
  "pcns:\n"                                                                                        \
  "  goldstone: {patients: 8000}\n"                                                                \
  "  north: {patients: 8000}\n"                                                                    \
  "  south: {patients: 8000}\n"                                                                    \
  "  west: {patients: 8000}\n"

const struct figure figures_named_fcp[] = {
    {
        .name = "a session by somebody else",
        .world = {.use = "{task: fcp}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n",
        .cost = 15,
        .says = "0 of 1 sessions at goldstone are done by its named people; 60% are 1 sessions",
    },
    {
        .name = "just the share, with a deputy",
        .world = {.use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-02 am fcp goldstone\n"
                "bob 2027-02-03 am fcp goldstone\n"
                "cat 2027-02-04 am fcp goldstone\n"
                "cat 2027-02-26 pm fcp goldstone\n",
    },
    {
        .name = "one less than the share",
        .world = {.use = "{task: fcp, weight: 4}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-02 am fcp goldstone\n"
                "cat 2027-02-03 am fcp goldstone\n"
                "cat 2027-02-04 am fcp goldstone\n"
                "cat 2027-02-26 pm fcp goldstone\n",
        .cost = 4,
        .says = "2 of 5 sessions at goldstone are done by its named people; 60% are 3 sessions",
    },
    {
        /* 60% of 2 is 1.2; 50% of 2 is 1. */
        .name = "a share is rounded up",
        .world = {.use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-04 am fcp goldstone\n",
        .cost = 15,
        .says = "1 of 2 sessions at goldstone are done by its named people; 60% are 2 sessions",
    },
    {
        .name = "half of two is one",
        .world = {.use = "{task: fcp, share: 50}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-04 am fcp goldstone\n",
    },
    {
        .name = "only sessions in scope are counted, to the day",
        .world = {.use = "{task: fcp, sessions: am, from: 2027-02-02, until: 2027-02-25}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-02 am fcp goldstone\n"
                "ann 2027-02-02 pm fcp goldstone\n"
                "cat 2027-02-25 am fcp goldstone\n"
                "cat 2027-02-26 am fcp goldstone\n",
        .cost = 2 * 15,
        .says = "0 of 2 sessions at goldstone are done by its named people; 60% are 2 sessions",
    },
    {
        .name = "where nobody is named nobody is asked for",
        .world = {.service = PCNS, .use = "{task: fcp}"},
        .rota = "cat 2027-02-01 am fcp north\n",
    },
    {
        .name = "just as many PCNs as one person may cover",
        .world = {.service = PCNS, .use = "{task: fcp}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp north\n"
                "cat 2027-02-02 am fcp south\n"
                "cat 2027-02-26 pm fcp south\n",
    },
    {
        .name = "a PCN more than one person may cover",
        .world = {.service = PCNS, .use = "{task: fcp}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp north\n"
                "cat 2027-02-02 am fcp south\n"
                "cat 2027-02-26 pm fcp west\n"
                "bob 2027-02-26 pm fcp south\n",
        .cost = 10,
        .says = "Cat Cole covers 4 PCNs in the month (goldstone, north, south, west); at most 3",
    },
    {
        .name = "two PCNs more, at a price of their own",
        .world = {.service = PCNS, .use = "{task: fcp, sites_most: 1, sites_price: 7}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp north\n"
                "cat 2027-02-02 am fcp south\n",
        .cost = 2 * 7,
        .says = "Cat Cole covers 3 PCNs in the month (goldstone, north, south); at most 1",
    },
    {
        .name = "hard: both are",
        .world = {.service = "pcns:\n"
                             "  goldstone: {patients: 8000, fcp: {named: [ann]}}\n"
                             "  north: {patients: 8000}\n",
                  .use = "{task: fcp, sites_most: 1, hard: yes}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp north\n",
        .broken = 2,
        .says = "Cat Cole covers 2 PCNs in the month (goldstone, north); at most 1",
    },
    {.name = NULL},
};
