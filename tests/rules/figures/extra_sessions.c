#include "tests/rules/figures/figure.h"

#define PEOPLE                                                                                     \
  "ann: {band: 7, wte: 0.8, works: {mon-thu: [am, pm]}, skills: {msk: yes, spine: yes}}\n"         \
  "bob: {band: 6, bank: yes, works: {mon-fri: [am, pm]}}\n"
#define OFFERED                                                                                    \
  "agreed:\n"                                                                                      \
  "  - {clinician: ann, on: [2027-02-05 am, 2027-02-04 pm], works: extra}\n"                       \
  "  - {clinician: ann, on: 2027-02-12 am}\n"

const struct figure figures_extra_sessions[] = {
    {
        /* Ann's Friday the 5th; her Thursday is of the pattern and the 12th is owed. Bob's two. */
        .name = "what is beyond a contract costs, whatever is done",
        .world = {.clinicians = PEOPLE, .month = OFFERED, .use = "{}"},
        .rota = "ann 2027-02-04 pm clinic hove\n"
                "ann 2027-02-05 am support remote\n"
                "ann 2027-02-12 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-26 pm duty remote\n"
                "cat 2027-02-01 am clinic hove\n",
        .cost = 60 * (1 + 2),
        .says = "ann works on Fri 5 Feb am beyond the contract",
    },
    {
        .name = "a price by who, for some work",
        .world = {.clinicians = PEOPLE,
                  .month = OFFERED,
                  .use = "{who: {clinicians: [bob]}, at: hove, until: 2027-02-25, weight: 90}"},
        .rota = "ann 2027-02-05 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n"
                "bob 2027-02-25 pm clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 90 * 2,
        .says = "bob works on Thu 25 Feb pm from the bank",
    },
    {
        /* Four of Bob's where two are allowed; Ann's one is within. */
        .name = "no more than so many each, whatever they are worth",
        .world = {.clinicians = PEOPLE, .month = OFFERED, .use = "{most: 2, weight: 10}"},
        .rota = "ann 2027-02-05 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 10 * 5,
        .broken = 1,
        .says = "bob works 4 extra sessions, at most 2",
    },
    {.name = NULL},
};
