#include "tests/rules/figures/figure.h"

#define KINDS                                                                                      \
  "sites:\n"                                                                                       \
  "  hove:    {kind: hub, rooms: {room: 1, gym: 1}}\n"                                             \
  "  crawley: {kind: hub}\n"                                                                       \
  "  remote:  {kind: remote}\n"                                                                    \
  "tasks:\n"                                                                                       \
  "  clinic:  {at: hub}\n"                                                                         \
  "  class:   {at: hub, room: gym}\n"                                                              \
  "  support: {at: [hub, remote], room: none}\n"

const struct figure figures_rooms[] = {
    {
        .name = "three people for two rooms",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am duty hove\n",
        .broken = 1,
        .says = "hove needs 3 rooms on Mon 1 Feb am, and has 2 (service.yaml:9)",
    },
    {
        .name = "just full, with one who needs no room",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        .name = "two too many for one room",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-26 pm clinic crawley\n"
                "bob 2027-02-26 pm clinic crawley\n"
                "cat 2027-02-26 pm duty crawley\n",
        .cost = 2 * 3,
        .says = "crawley needs 3 rooms on Fri 26 Feb pm, and has 1 (service.yaml:10)",
    },
    {
        .name = "other sessions and other sites",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "bob 2027-02-01 pm clinic crawley\n"
                "cat 2027-02-01 am clinic hove\n",
    },
    {
        .name = "a remote site has no rooms to count",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am duty remote\n"
                "bob 2027-02-01 am duty remote\n"
                "cat 2027-02-01 am duty remote\n",
    },
    {
        .name = "each kind of room for itself",
        .world = {.service = KINDS, .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am class hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am support hove\n",
    },
    {
        .name = "two classes in one gym",
        .world = {.service = KINDS, .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am class hove\n"
                "bob 2027-02-01 am class hove\n",
        .cost = 3,
        .says = "hove needs 2 rooms of kind 'gym' on Mon 1 Feb am, and has 1 (service.yaml:9)",
    },
    {
        .name = "rooms that are not counted",
        .world = {.service = KINDS, .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am class crawley\n"
                "bob 2027-02-01 am class crawley\n"
                "cat 2027-02-01 am clinic crawley\n",
    },
    {
        .name = "a room in a PCN",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 am fcp goldstone\n",
        .cost = 3,
        .says = "goldstone needs 2 rooms on Mon 1 Feb am, and has 1 (service.yaml:13)",
    },
    {.name = NULL},
};
