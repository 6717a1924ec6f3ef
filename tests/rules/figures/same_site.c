#include "tests/rules/figures/figure.h"

/* April 2027 begins on a Thursday. */
#define PAST(lines)                                                                                \
  {                                                                                                \
    "history/2027-03.yaml",                                                                        \
        "month: 2027-03\n"                                                                         \
        "assignments:\n"                                                                           \
        "  ann:\n" lines "checksum: none\n"                                                        \
  }
#define AM(date, site) "    - " date " am 08:30-12:15 clinic " site "\n"
#define PM(date, site) "    - " date " pm 13:15-17:00 clinic " site "\n"

const struct figure figures_same_site[] = {
    {
        .name = "another site than the day before",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-02 am clinic crawley\n",
        .cost = 1,
        .says = "Ann Able is at crawley on Tue 2 Feb, and the day before at hove",
    },
    {
        .name = "the day begins where the day before ended",
        .world = {.use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-01 pm clinic crawley\n"
                "ann 2027-02-02 am clinic crawley\nann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-03 am clinic crawley\n",
        .cost = 3,
        .says = "Ann Able is at crawley on Wed 3 Feb, and the day before at hove",
    },
    {
        .name = "remote work is at no site, before or after",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-01 pm support remote\n"
                "ann 2027-02-02 am support remote\nann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-03 am support remote\n"
                "ann 2027-02-04 am clinic crawley\n",
    },
    {
        .name = "a day off between, or a weekend, and all is new",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\nann 2027-02-03 am clinic crawley\n"
                "ann 2027-02-05 am clinic hove\nann 2027-02-08 am clinic crawley\n",
    },
    {
        .name = "what came before the month counts, by its last session",
        .world = {.month_id = "2027-04",
                  .files = {PAST(AM("2027-03-31", "hove") PM("2027-03-31", "crawley"))},
                  .use = "{}"},
        .rota = "ann 2027-04-01 am clinic hove\n",
        .cost = 1,
        .says = "Ann Able is at hove on Thu 1 Apr, and the day before at crawley",
    },
    {
        .name = "but not the day before that, or what is no site any more",
        .world = {.month_id = "2027-04",
                  .files = {PAST(AM("2027-03-30", "crawley") AM("2027-03-31", "gone"))},
                  .use = "{}"},
        .rota = "ann 2027-04-01 am clinic hove\n",
    },
    {
        .name = "hard, for those who are meant, on the last day",
        .world = {.use = "{hard: yes, who: {clinicians: [ann]}}"},
        .rota = "ann 2027-02-25 pm clinic hove\nann 2027-02-26 am fcp goldstone\n"
                "bob 2027-02-25 pm clinic hove\nbob 2027-02-26 am fcp goldstone\n",
        .broken = 1,
        .says = "Ann Able is at goldstone on Fri 26 Feb, and the day before at hove",
    },
    {.name = NULL},
};
