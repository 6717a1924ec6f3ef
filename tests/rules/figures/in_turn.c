#include "tests/rules/figures/figure.h"

/* Three practices of one PCN. */
#define PRACTICES                                                                                  \
  "pcns:\n"                                                                                        \
  "  lodge: {}\n"                                                                                  \
  "  park: {}\n"                                                                                   \
  "  well: {}\n"

const struct figure figures_in_turn[] = {
    {
        /* Fewest is 0 at the well: the lodge has 4 - 0 - 1 too many, the park 2 - 0 - 1. */
        .name = "each session beyond one more than the practice with the fewest",
        .world = {.service = PRACTICES, .use = "{task: fcp, at: [lodge, park, well]}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "ann 2027-02-01 pm fcp lodge\n"
                "ann 2027-02-02 am fcp lodge\n"
                "ann 2027-02-26 pm fcp lodge\n"
                "bob 2027-02-01 am fcp park\n"
                "bob 2027-02-26 pm fcp park\n",
        .cost = (3 + 1) * 10,
        .says = "lodge has 4 sessions in 2027-02, well has 0; in turn it has 1 at most",
    },
    {
        .name = "just one more than the fewest",
        .world = {.service = PRACTICES, .use = "{task: fcp, at: [lodge, park, well]}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "ann 2027-02-01 pm fcp lodge\n"
                "bob 2027-02-01 am fcp park\n"
                "bob 2027-02-26 pm fcp well\n",
    },
    {
        .name = "none more than the fewest, and a weight of its own",
        .world = {.service = PRACTICES,
                  .use = "{task: fcp, at: [lodge, park, well], within: 0, weight: 3}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "ann 2027-02-01 pm fcp lodge\n"
                "bob 2027-02-01 am fcp park\n"
                "bob 2027-02-26 pm fcp well\n",
        .cost = 3,
        .says = "lodge has 2 sessions in 2027-02, park has 1; in turn it has 1 at most",
    },
    {
        .name = "a practice out of scope holds nobody back",
        .world = {.service = PRACTICES, .use = "{task: fcp, at: [lodge, park], within: 0}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "bob 2027-02-01 am fcp park\n",
    },
    {
        .name = "nor does one that is closed all month, or a site where it is never done",
        .world = {.service = PRACTICES,
                  .month = "closures: [{site: well, from: 2027-02-01, to: 2027-02-28}]\n",
                  .use = "{task: fcp, at: [lodge, park, well, hove], within: 0}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "bob 2027-02-01 am fcp park\n",
    },
    {
        .name = "one that is open for a day does",
        .world = {.service = PRACTICES,
                  .month = "closures: [{site: well, from: 2027-02-02, to: 2027-02-28}]\n",
                  .use = "{task: fcp, at: [lodge, park, well], within: 0}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "bob 2027-02-01 am fcp park\n",
        .cost = 2 * 10,
        .says = "park has 1 session in 2027-02, well has 0; in turn it has 0 at most",
    },
    {
        .name = "but not out of scope",
        .world = {.service = PRACTICES,
                  .month = "closures: [{site: well, from: 2027-02-02, to: 2027-02-28}]\n",
                  .use = "{task: fcp, at: [lodge, park, well], within: 0, from: 2027-02-02}"},
        .rota = "ann 2027-02-02 am fcp lodge\n"
                "bob 2027-02-26 am fcp park\n",
    },
    {
        .name = "one practice has nobody to take turns with",
        .world = {.service = PRACTICES, .use = "{task: fcp, at: [lodge, hove], within: 0}"},
        .rota = "ann 2027-02-01 am fcp lodge\n",
    },
    {
        .name = "only what is in scope counts, to the day",
        .world = {.service = PRACTICES "tasks:\n"
                                       "  fcp: {}\n"
                                       "  support: {}\n",
                  .use = "{task: fcp, at: [lodge, park], within: 0, sessions: am,\n"
                         " from: 2027-02-02, until: 2027-02-25}"},
        .rota = "bob 2027-02-01 am fcp lodge\n"
                "bob 2027-02-02 am fcp lodge\n"
                "bob 2027-02-03 pm fcp lodge\n"
                "bob 2027-02-04 am support lodge\n"
                "bob 2027-02-25 am fcp lodge\n"
                "bob 2027-02-26 am fcp lodge\n",
        .cost = 2 * 10,
        .says = "lodge has 2 sessions in 2027-02, park has 0; in turn it has 0 at most",
    },
    {
        .name = "hard: each practice with too many",
        .world = {.service = PRACTICES,
                  .use = "{task: fcp, at: [lodge, park, well], within: 0, hard: yes}"},
        .rota = "ann 2027-02-01 am fcp lodge\n"
                "ann 2027-02-01 pm fcp lodge\n"
                "bob 2027-02-01 am fcp park\n",
        .broken = 2,
        .says = "lodge has 2 sessions in 2027-02, well has 0; in turn it has 0 at most",
    },
    {.name = NULL},
};
