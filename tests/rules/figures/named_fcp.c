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
        .name = "a session by somebody else is not the named person's, and no deputy's",
        .world = {.use = "{task: fcp}"},
        .rota = "cat 2027-02-01 am fcp goldstone\n",
        .cost = 15 + 5,
        .says = "0 of 1 session at goldstone are done by its named people; 60% are 1",
    },
    {
        .name = "just the share, and the rest by a deputy",
        .world = {.use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-02 am fcp goldstone\n"
                "ann 2027-02-03 am fcp goldstone\n"
                "bob 2027-02-04 am fcp goldstone\n"
                "bob 2027-02-26 pm fcp goldstone\n",
    },
    {
        .name = "a deputy's sessions are not of the share",
        .world = {.use = "{task: fcp, weight: 4}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-02 am fcp goldstone\n"
                "bob 2027-02-03 am fcp goldstone\n"
                "bob 2027-02-04 am fcp goldstone\n"
                "bob 2027-02-26 pm fcp goldstone\n",
        .cost = 4,
        .says = "2 of 5 sessions at goldstone are done by its named people; 60% are 3",
    },
    {
        .name = "but where nobody is named they are",
        .world = {.service = "pcns:\n"
                             "  goldstone: {patients: 8000, fcp: {deputy: [bob]}}\n",
                  .use = "{task: fcp, share: 100}"},
        .rota = "bob 2027-02-03 am fcp goldstone\n"
                "cat 2027-02-26 pm fcp goldstone\n",
        .cost = 15 + 5,
        .says = "1 of 2 sessions at goldstone are done by its deputies; 100% are 2",
    },
    {
        .name = "others come after the deputies, at a price of their own",
        .world = {.use = "{task: fcp, share: 0, others_price: 7}"},
        .rota = "bob 2027-02-03 am fcp goldstone\n"
                "cat 2027-02-04 am fcp goldstone\n"
                "cat 2027-02-26 pm fcp goldstone\n",
        .cost = 2 * 7,
        .says = "2 of 3 sessions at goldstone are done by people who are neither named nor "
                "deputies there",
    },
    {
        /* 60% of 2 is 1.2; 50% of 2 is 1. */
        .name = "a share is rounded up",
        .world = {.use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-04 am fcp goldstone\n",
        .cost = 15,
        .says = "1 of 2 sessions at goldstone are done by its named people; 60% are 2",
    },
    {
        .name = "half of two is one",
        .world = {.use = "{task: fcp, share: 50}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-04 am fcp goldstone\n",
    },
    {
        .name = "only sessions in scope are counted, to the day",
        .world = {.use = "{task: fcp, sessions: am, from: 2027-02-02, until: 2027-02-25}"},
        .rota = "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-02 am fcp goldstone\n"
                "ann 2027-02-02 pm fcp goldstone\n"
                "bob 2027-02-25 am fcp goldstone\n"
                "bob 2027-02-26 am fcp goldstone\n",
        .cost = 2 * 15,
        .says = "0 of 2 sessions at goldstone are done by its named people; 60% are 2",
    },
    {
        .name = "where nobody is named, or a deputy, no share is asked for",
        .world = {.service = PCNS, .use = "{task: fcp}"},
        .rota = "cat 2027-02-01 am fcp north\n",
    },
    {
        .name = "as many people as a PCN may see, and one person twice is one",
        .world = {.service = PCNS, .use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp north\n"
                "bob 2027-02-02 am fcp north\n"
                "cat 2027-02-03 am fcp north\n"
                "cat 2027-02-26 pm fcp north\n",
    },
    {
        .name = "two people more, at a price of their own",
        .world = {.service = PCNS, .use = "{task: fcp, people_most: 1, people_price: 8}"},
        .rota = "ann 2027-02-01 am fcp north\n"
                "bob 2027-02-02 am fcp north\n"
                "cat 2027-02-26 pm fcp north\n",
        .cost = 2 * 8,
        .says = "3 people cover north in the month; at most 1",
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
        /* The share, Cat's PCNs and Goldstone's people; the price of Cat's session stays. */
        .name = "hard: all are, but who else comes",
        .world = {.service = "pcns:\n"
                             "  goldstone: {patients: 8000, fcp: {named: [ann], deputy: [bob]}}\n"
                             "  north: {patients: 8000}\n",
                  .use = "{task: fcp, sites_most: 1, people_most: 1, hard: yes}"},
        .rota = "bob 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 am fcp goldstone\n"
                "cat 2027-02-01 pm fcp north\n",
        .cost = 5,
        .broken = 3,
        .says = "2 people cover goldstone in the month; at most 1",
    },
    {.name = NULL},
};
