#include "tests/rules/figures/figure.h"

/* Only Ann is of band 7. */
#define USE(more) "{leaders: {band: 7}" more "}"

const struct figure figures_debrief[] = {
    {
        .name = "nobody leads at the end of the day",
        .world = {.use = USE("")},
        .rota = "bob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 pm support hove\n",
        .cost = 8,
        .says = "nobody can lead the debrief at hove on Mon 1 Feb pm, for 2 people (Bob Best, Cat "
                "Cole)",
    },
    {
        .name = "a leader is there, or joins in from a remote site",
        .world = {.use = USE("")},
        .rota = "bob 2027-02-01 pm clinic hove\n"
                "ann 2027-02-01 pm support hove\n"
                "bob 2027-02-03 pm clinic hove\n"
                "cat 2027-02-03 pm clinic crawley\n"
                "ann 2027-02-03 pm duty remote\n",
    },
    {
        .name = "a leader at another site, or earlier that day",
        .world = {.use = USE("")},
        .rota = "bob 2027-02-01 pm clinic hove\n"
                "ann 2027-02-01 pm clinic crawley\n"
                "bob 2027-02-03 pm clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .cost = 2 * 8,
        .says = "nobody can lead the debrief at hove on Wed 3 Feb pm, for 1 person (Bob Best)",
    },
    {
        .name = "who left before the end needs no debrief, nor do those at home",
        .world = {.use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm support remote\n"
                "bob 2027-02-02 pm clinic hove\n"
                "ann 2027-02-04 pm clinic hove\n",
    },
    {
        /* Tuesday's last session is the evening. */
        .name = "the last session of the day",
        .world = {.use = USE(", weight: 3")},
        .rota = "bob 2027-02-02 eve clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n",
        .cost = 3,
        .says = "nobody can lead the debrief at hove on Tue 2 Feb eve, for 1 person (Bob Best)",
    },
    {
        .name = "the last session of those in scope",
        .world = {.use = USE(", sessions: [am, pm]")},
        .rota = "bob 2027-02-02 pm clinic hove\n"
                "bob 2027-02-02 eve clinic hove\n",
        .cost = 8,
        .says = "nobody can lead the debrief at hove on Tue 2 Feb pm, for 1 person (Bob Best)",
    },
    {
        /* Hove shuts as the afternoon ends, crawley a minute before. */
        .name = "the last session that the site's hours hold",
        .world = {.service = "sites:\n"
                             "  hove: {kind: hub, open: {tue: \"08:30-17:00\"}}\n"
                             "  crawley: {kind: hub, open: {tue: \"08:30-16:59\"}}\n"
                             "  remote: {kind: remote}\n",
                  .use = USE("")},
        .rota = "bob 2027-02-02 pm clinic hove\n"
                "cat 2027-02-02 pm clinic crawley\n",
        .cost = 8,
        .says = "nobody can lead the debrief at hove on Tue 2 Feb pm, for 1 person (Bob Best)",
    },
    {
        .name = "the last session before a closure",
        .world = {.month = "closures: [{site: hove, from: 2027-02-01, sessions: pm}]\n",
                  .use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic crawley\n",
        .cost = 8,
        .says = "nobody can lead the debrief at hove on Mon 1 Feb am, for 1 person (Bob Best)",
    },
    {
        .name = "an evening's event is no end of a working day",
        .world = {.month = "events: {talk: {at: hove, on: 2027-02-01 eve,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = USE("")},
        .rota = "bob 2027-02-01 eve clinic hove\n"
                "cat 2027-02-01 pm clinic hove\n"
                "ann 2027-02-01 eve clinic hove\n",
        .cost = 8,
        .says = "nobody can lead the debrief at hove on Mon 1 Feb pm, for 1 person (Cat Cole)",
    },
    {
        .name = "sites and dates in scope, to the day",
        .world = {.use = USE(", at: crawley, from: 2027-02-02, until: 2027-02-25")},
        .rota = "bob 2027-02-01 pm clinic crawley\n"
                "bob 2027-02-02 eve clinic crawley\n"
                "bob 2027-02-03 pm clinic hove\n"
                "bob 2027-02-25 pm clinic crawley\n"
                "bob 2027-02-26 pm clinic crawley\n",
        .cost = 2 * 8,
        .says = "nobody can lead the debrief at crawley on Thu 25 Feb pm, for 1 person (Bob Best)",
    },
    {
        .name = "hard, on a Sunday that is the month's last day",
        .world = {.service = "week: {mon-sun: [am, pm]}\n", .use = USE(", hard: yes")},
        .rota = "bob 2027-02-28 pm clinic hove\n",
        .broken = 1,
        .says = "nobody can lead the debrief at hove on Sun 28 Feb pm, for 1 person (Bob Best)",
    },
    {.name = NULL},
};
