#include "tests/rules/figures/figure.h"

const struct figure figures_duty_cover[] = {
    {
        .name = "nobody on duty in four sessions",
        .world = {.use = "{task: duty, from: 2027-02-25}"},
        .rota = "",
        .cost = 4 * 300,
        .says = "duty on Fri 26 Feb pm: 0 of 1",
    },
    {
        .name = "one person on duty for two days",
        .world = {.use = "{task: duty, from: 2027-02-25}"},
        .rota = "ann 2027-02-25 am duty hove\n"
                "ann 2027-02-25 pm duty hove\n"
                "ann 2027-02-26 am duty remote\n"
                "ann 2027-02-26 pm duty remote\n",
        .cost = 10,
        .says = "Ann Able is on duty on Fri 26 Feb and on the working day before",
    },
    {
        .name = "two on duty where one is needed",
        .world = {.use = "{task: duty, sessions: fri am, from: 2027-02-25, over_weight: 11}"},
        .rota = "ann 2027-02-26 am duty hove\n"
                "bob 2027-02-26 am duty remote\n",
        .cost = 11,
        .says = "duty on Fri 26 Feb am: 2 people, 1 too many",
    },

    {
        .name = "too many cost as much as too few, unless said otherwise",
        .world = {.use = "{task: duty, sessions: fri am, from: 2027-02-25}"},
        .rota = "ann 2027-02-26 am duty hove\n"
                "bob 2027-02-26 am duty remote\n"
                "cat 2027-02-26 am duty crawley\n",
        .cost = 2 * 300,
        .says = "duty on Fri 26 Feb am: 3 people, 2 too many",
    },
    {
        .name = "just as many as are needed",
        .world = {.use = "{task: duty, need: 2, sessions: fri am, from: 2027-02-25}"},
        .rota = "ann 2027-02-26 am duty hove\n"
                "bob 2027-02-26 am duty remote\n"
                "bob 2027-02-26 pm duty remote\n",
    },
    {
        .name = "one of two, at a weight of its own",
        .world = {.use = "{task: duty, need: 2, weight: 7, sessions: fri am, from: 2027-02-25}"},
        .rota = "ann 2027-02-26 am duty hove\n",
        .cost = 7,
        .says = "duty on Fri 26 Feb am: 1 of 2",
    },
    {
        /* Duty at hove is in scope, remote is not. */
        .name = "only what is in scope counts",
        .world = {.use = "{task: duty, at: hove, sessions: mon am, until: 2027-02-01}"},
        .rota = "ann 2027-02-01 am duty remote\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 300,
        .says = "duty on Mon 1 Feb am: 0 of 1",
    },
    {
        .name = "on its first day and its last",
        .world = {.use = "{task: duty, sessions: am, from: 2027-02-03, until: 2027-02-04}"},
        .rota = "ann 2027-02-02 am duty hove\n"
                "ann 2027-02-05 am duty hove\n",
        .cost = 2 * 300,
        .says = "duty on Thu 4 Feb am: 0 of 1",
    },
    {
        .name = "where all its sites are closed nobody is asked for if the closure says so",
        .world = {.month = "closures: [{site: hove, from: 2027-02-01, owed: no}]\n",
                  .use = "{task: duty, at: hove, sessions: mon am, until: 2027-02-08}"},
        .rota = "",
        .cost = 300,
        .says = "duty on Mon 8 Feb am: 0 of 1",
    },
    {
        .name = "otherwise all who are needed are owed",
        .world = {.month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{task: duty, at: hove, sessions: mon am, need: 2, weight: 11,\n"
                         " until: 2027-02-01}"},
        .rota = "",
        .cost = 2 * 11,
        .says = "duty on Mon 1 Feb am: 2 people not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "or asked for where they move",
        .world = {.month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{task: duty, at: hove, sessions: mon am, need: 2, weight: 11,\n"
                         " until: 2027-02-01}"},
        .rota = "ann 2027-02-01 am duty crawley\n"
                "bob 2027-02-01 am duty remote\n",
        .cost = 11,
        .says = "duty on Mon 1 Feb am: 1 of 2",
    },
    {
        .name = "a hard use is owed them at the weight of its heading",
        .world = {.month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{task: duty, at: hove, sessions: mon am, hard: yes,\n"
                         " until: 2027-02-01}"},
        .rota = "",
        .cost = 300,
        .says = "duty on Mon 1 Feb am: 1 person not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        /* Hove is not open on a Monday, so that nothing is taken away there. */
        .name = "what the hours don't hold is not owed",
        .world = {.service = "sites:\n"
                             "  hove: {kind: hub, open: {tue: \"08:00-18:00\"}}\n"
                             "  crawley: {kind: hub}\n"
                             "  remote: {kind: remote}\n",
                  .month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{task: duty, at: hove, sessions: mon-tue am, until: 2027-02-02}"},
        .rota = "ann 2027-02-02 am duty hove\n",
    },
    {
        .name = "where one of them is open somebody is",
        .world = {.month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{task: duty, at: hub, sessions: mon am, until: 2027-02-01}"},
        .rota = "",
        .cost = 300,
        .says = "duty on Mon 1 Feb am: 0 of 1",
    },
    {
        .name = "an event's session needs nobody on duty",
        .world = {.month = "events: {fair: {at: hove, on: 2027-02-27 am,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = "{task: duty, sessions: sat, from: 2027-02-25}"},
        .rota = "",
    },
    {
        .name = "Friday and Monday are consecutive working days",
        .world = {.use = "{task: duty, sessions: am, from: 2027-02-19, until: 2027-02-22}"},
        .rota = "ann 2027-02-19 am duty hove\n"
                "ann 2027-02-22 am duty hove\n",
        .cost = 10,
        .says = "Ann Able is on duty on Mon 22 Feb and on the working day before",
    },
    {
        /* On Tuesday the service is closed, so that Wednesday follows Monday; three in a row
         * are two such pairs. */
        .name = "a closed day is no working day",
        .world = {.month = "closures: [{from: 2027-02-02, owed: no}]\n",
                  .use = "{task: duty, sessions: am, until: 2027-02-04, apart_weight: 4}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-03 am duty hove\n"
                "ann 2027-02-04 am duty hove\n",
        .cost = 2 * 4,
        .says = "Ann Able is on duty on Wed 3 Feb and on the working day before",
    },
    {
        .name = "a working day without duty lies between",
        .world = {.use = "{task: duty, sessions: [mon am, wed am], until: 2027-02-03}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-03 am duty hove\n",
    },
    {
        /* Hove and crawley are closed on Tuesday, but remote work goes on. */
        .name = "a day on which any site is open is a working day",
        .world = {.month = "closures:\n"
                           "  - {site: hove, from: 2027-02-02, owed: no}\n"
                           "  - {site: crawley, from: 2027-02-02, owed: no}\n"
                           "  - {site: goldstone, from: 2027-02-02, owed: no}\n",
                  .use = "{task: duty, at: hub, sessions: am, until: 2027-02-03}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-03 am duty hove\n",
    },
    {
        .name = "days of another month are not looked at",
        .world = {.files = {{"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "assignments:\n"
                             "  ann: [2027-01-29 am 08:30-12:15 duty hove]\n"
                             "checksum: none\n"}},
                  .use = "{task: duty, sessions: am, until: 2027-02-01}"},
        .rota = "ann 2027-02-01 am duty hove\n",
    },
    {
        .name = "hard: too few and too many break it, two days in a row stay soft",
        .world = {.use = "{task: duty, hard: yes, sessions: am, from: 2027-02-24}"},
        .rota = "ann 2027-02-24 am duty hove\n"
                "ann 2027-02-25 am duty hove\n"
                "bob 2027-02-25 am duty hove\n",
        .cost = 10,
        .broken = 2,
        .says = "duty on Thu 25 Feb am: 2 people, 1 too many",
    },
    {.name = NULL},
};
