#include "tests/rules/figures/figure.h"

const struct figure figures_ratio[] = {
    {
        /* 225 of 450 minutes; a quarter is 112.5, and 112.5 are 7.5 quarters of an hour */
        .name = "half of the work is specialist",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm spine hove\n"
                "ann 2027-02-02 am duty hove\n",
        .cost = 8,
        .says = "the service is at 50:50 generalist to specialist, not 80:20 within 5",
    },
    {
        /* 15% of 900 minutes is 135 */
        .name = "none of the work is specialist",
        .world = {.use = "{weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 pm fcp goldstone\n",
        .cost = 9 * 2,
        .says = "the service is at 100:0 generalist to specialist, not 80:20 within 5",
    },

    {
        /* 1 session of 4 is 25%, just 5 more than 20. */
        .name = "just as much specialist work as may be",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-26 pm spine hove\n",
    },
    {
        /* 4% of 900 minutes less than the 5%: 9 minutes */
        .name = "a percent less, a quarter of an hour started",
        .world = {.use = "{within: 4}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-26 pm spine hove\n",
        .cost = 1,
        .says = "the service is at 75:25 generalist to specialist, not 80:20 within 4",
    },
    {
        /* 1 of 4 where 1 of 2 is due, within 25 */
        .name = "just as little specialist work as may be",
        .world = {.use = "{generalist: 1, specialist: 1, within: 25}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-26 pm spine hove\n",
    },
    {
        /* 15% of 900 minutes, 135, is just one unit of 135 and started two of 134. */
        .name = "just one unit off",
        .world = {.use = "{per_minutes: 135}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 pm fcp goldstone\n",
        .cost = 1,
        .says = "the service is at 100:0 generalist to specialist, not 80:20 within 5",
    },
    {
        .name = "a minute more starts another unit",
        .world = {.use = "{per_minutes: 134}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 pm fcp goldstone\n",
        .cost = 2,
        .says = "the service is at 100:0 generalist to specialist, not 80:20 within 5",
    },
    {
        /* 43 of 133 minutes are specialist. A third of them, less the hundredth that is let
         * pass, is 44.333 - 1.33 = 43.003: a three-hundredth of a minute is missing. */
        .name = "the least that can be missing starts a unit",
        .world = {.service = "sessions:\n"
                             "  am:  {from: \"08:30\", to: \"10:00\"}\n"
                             "  pm:  {from: \"13:15\", to: \"13:58\"}\n"
                             "  eve: {from: \"17:00\", to: \"20:00\"}\n",
                  .use = "{generalist: 2, specialist: 1, within: 1, per_minutes: 1}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm spine hove\n",
        .cost = 1,
        .says = "the service is at 67.7:32.3 generalist to specialist, not 2:1 within 1",
    },
    {
        /* Minutes, not sessions: 180 of 405 are 44.4%; 19.4% too much are 78.75 minutes. */
        .name = "an evening is shorter than an afternoon",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-02 eve spine hove\n"
                "ann 2027-02-03 am support hove\n",
        .cost = 6,
        .says = "the service is at 55.6:44.4 generalist to specialist, not 80:20 within 5",
    },
    {
        /* Ann at 1 of 2, 25% of 450 minutes too much, 112.5; Bob at 0 of 1, 15% too little, 33.75
         */
        .name = "each person has a ratio",
        .world = {.use = "{each: person}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm spine hove\n"
                "bob 2027-02-01 am fcp goldstone\n",
        .cost = 8 + 3,
        .says = "Bob Best is at 100:0 generalist to specialist, not 80:20 within 5",
    },
    {
        .name = "what is out of scope does not count",
        .world = {.use = "{who: {clinicians: [ann]}, at: hove, sessions: am, from: 2027-02-02,\n"
                         " until: 2027-02-25}"},
        .rota = "ann 2027-02-01 am spine hove\n"
                "ann 2027-02-02 am clinic crawley\n"
                "ann 2027-02-03 pm spine hove\n"
                "ann 2027-02-25 am spine hove\n"
                "bob 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n",
        .cost = 12, /* 75% of 225 minutes: 168.75 */
        .says = "the service is at 0:100 generalist to specialist, not 80:20 within 5",
    },
    {
        .name = "hard",
        .world = {.use = "{hard: yes, within: 4}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-26 pm spine hove\n",
        .broken = 1,
        .says = "the service is at 75:25 generalist to specialist, not 80:20 within 4",
    },
    {
        .name = "nothing of either is in no ratio",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am support hove\n",
    },
    {.name = NULL},
};
