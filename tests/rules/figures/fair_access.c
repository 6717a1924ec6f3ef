#include "tests/rules/figures/figure.h"

/* Two PCNs beside Goldstone's 8000 patients, and one that nobody counted. */
#define PCNS                                                                                       \
  "pcns:\n"                                                                                        \
  "  goldstone: {patients: 8000}\n"                                                                \
  "  east: {patients: 10000}\n"                                                                    \
  "  west: {patients: 9090}\n"                                                                     \
  "  new: {}\n"

const struct figure figures_fair_access[] = {
    {
        /* 4 of 8000 patients are 5 of 10,000; 1 of 10,000; 2 of 9090 are 2.2. */
        .name = "five times as many for one PCN as for another",
        .world = {.service = PCNS, .use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-01 pm fcp goldstone\n"
                "ann 2027-02-02 am fcp goldstone\n"
                "bob 2027-02-26 pm fcp goldstone\n"
                "bob 2027-02-01 am fcp east\n"
                "bob 2027-02-02 am fcp west\n"
                "bob 2027-02-02 pm fcp west\n",
        .cost = (50 - 10 - 20) * 2,
        .says = "goldstone has 5.0 sessions per 10,000 patients in 2027-02, east has 1.0; they may "
                "differ by 2",
    },
    {
        /* 10.0 of the 10,000 and 0: just 1 apart */
        .name = "just as far apart as they may be",
        .world = {.service = PCNS, .use = "{task: fcp, at: [east, goldstone], within: 1}"},
        .rota = "bob 2027-02-01 am fcp east\n",
    },
    {
        /* 100,000 / 9090 = 11.001: a tenth of a session more */
        .name = "a tenth of a session further apart",
        .world = {.service = PCNS,
                  .use = "{task: fcp, at: [west, goldstone], within: 1, weight: 3}"},
        .rota = "bob 2027-02-01 am fcp west\n",
        .cost = 1 * 3,
        .says = "west has 1.1 sessions per 10,000 patients in 2027-02, goldstone has 0.0; they may "
                "differ by 1",
    },
    {
        /* 1 of 8000 is 12.5 tenths, taken as 12; 1 of 10,000 is 10. */
        .name = "tenths are rounded down",
        .world = {.service = PCNS, .use = "{task: fcp, at: [east, goldstone], within: 0}"},
        .rota = "bob 2027-02-01 am fcp east\n"
                "ann 2027-02-01 am fcp goldstone\n",
        .cost = 2 * 2,
        .says = "goldstone has 1.2 sessions per 10,000 patients in 2027-02, east has 1.0; they may "
                "differ by 0",
    },
    {
        .name = "the same for all",
        .world = {.service = "pcns: {east: {patients: 9000}, west: {patients: 18000}}\n",
                  .use = "{task: fcp, within: 0}"},
        .rota = "bob 2027-02-01 am fcp west\n"
                "bob 2027-02-01 pm fcp west\n"
                "ann 2027-02-01 am fcp east\n",
    },
    {
        .name = "one PCN with patients has nobody to be compared with",
        .world = {.service = PCNS, .use = "{task: fcp, at: [new, goldstone, hove], within: 0}"},
        .rota = "bob 2027-02-01 am fcp goldstone\n",
    },
    {
        .name = "only what is in scope counts, to the day",
        .world = {.service = PCNS "tasks:\n"
                                  "  fcp: {}\n"
                                  "  support: {}\n",
                  .use = "{task: fcp, at: [east, goldstone], within: 0, sessions: am,\n"
                         " from: 2027-02-02, until: 2027-02-25}"},
        .rota = "bob 2027-02-01 am fcp east\n"
                "bob 2027-02-02 am fcp east\n"
                "bob 2027-02-03 pm fcp east\n"
                "bob 2027-02-04 am support east\n"
                "bob 2027-02-25 am fcp east\n"
                "bob 2027-02-26 am fcp east\n",
        .cost = 20 * 2,
        .says = "east has 2.0 sessions per 10,000 patients in 2027-02, goldstone has 0.0; they may "
                "differ by 0",
    },
    {
        .name = "hard",
        .world = {.service = PCNS,
                  .use = "{task: fcp, at: [west, goldstone], within: 1, hard: yes}"},
        .rota = "bob 2027-02-01 am fcp west\n",
        .broken = 1,
        .says = "west has 1.1 sessions per 10,000 patients in 2027-02, goldstone has 0.0; they may "
                "differ by 1",
    },
    {.name = NULL},
};
