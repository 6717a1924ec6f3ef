#include "tests/rules/figures/figure.h"

/* Saturday the 6th, which is no ordinary day. */
#define FAIR(need) "events: {fair: {name: Fair, at: hove, on: 2027-02-06 am, need: [" need "]}}\n"
#define TWO_OF_THREE FAIR("{task: clinic, need: 2, target: 3, most: 3}")
#define TWO_AND_A_SENIOR                                                                           \
  "{task: clinic, need: 2},\n"                                                                     \
  "{name: A senior, task: [clinic, spine], who: {band: 7}, need: 1}"
#define DAY                                                                                        \
  "events: {fair: {name: Fair, at: hove, on: 2027-02-06 am pm,\n"                                  \
  "                need: [{task: clinic, need: 1, target: 2}]}}\n"

const struct figure figures_event[] = {
    {
        .name = "nobody is sent",
        .world = {.month = TWO_OF_THREE, .use = "{}"},
        .rota = "",
        .cost = 2 * 100 + 20,
        .says = "Fair: clinic on Sat 6 Feb am: cancelled, 0 of 2 people could come",
    },
    {
        /* One more than none: one too many for nothing, at 50. */
        .name = "one of two is sent for nothing",
        .world = {.month = TWO_OF_THREE, .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .cost = 2 * 100 + 20 + 50,
        .says = "Fair: clinic on Sat 6 Feb am: cancelled, but 1 are sent there",
    },
    {
        .name = "just the need: it is held, below its target",
        .world = {.month = TWO_OF_THREE, .use = "{weight: 3}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n",
        .cost = 20 * 3,
        .says = "Fair: clinic on Sat 6 Feb am: 2 people, the target is 3",
    },
    {
        .name = "just the target and the most",
        .world = {.month = TWO_OF_THREE, .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
    },
    {
        .name = "one too many",
        .world = {.month = FAIR("{task: clinic, need: 1, most: 2, prices: {most: 7}}"),
                  .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
        .cost = 7,
        .says = "Fair: clinic on Sat 6 Feb am: 3 people, 1 too many",
    },
    {
        .name = "no most: any number may come",
        .world = {.month = FAIR("{task: clinic, need: 1}"), .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
    },
    {
        /* A session without anybody cancels both: 2 x (100 + 20), and 2 who come for nothing. */
        .name = "one session of two fails, so both do",
        .world = {.month = DAY, .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n",
        .cost = 2 * (100 + 20) + 2 * 50,
        .says = "Fair: clinic on Sat 6 Feb am: cancelled, 2 of 1 person could come",
    },
    {
        .name = "both sessions are held",
        .world = {.month = DAY, .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "ann 2027-02-06 pm clinic hove\n",
        .cost = 20,
        .says = "Fair: clinic on Sat 6 Feb pm: 1 person, the target is 2",
    },
    {
        .name = "one need of two fails, so both do",
        .world = {.month = FAIR("{task: clinic, need: 1}, {task: support, need: 1}"), .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .cost = 100 + 50 + 100,
        .says = "Fair: support on Sat 6 Feb am: cancelled, 0 of 1 person could come",
    },
    {
        .name = "one event is held, another is not",
        .world = {.month = "events:\n"
                           "  fair: {name: Fair, at: hove, on: 2027-02-06 am,\n"
                           "         need: [{task: clinic, need: 1}]}\n"
                           "  bus: {name: Bus, at: crawley, on: 2027-02-06 am,\n"
                           "        need: [{task: clinic, need: 1, prices: {need: 300}}]}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .cost = 300,
        .says = "Bus: clinic on Sat 6 Feb am: cancelled, 0 of 1 person could come",
    },
    {
        /* Whoever is below need costs no less than one below target. */
        .name = "a dearer target",
        .world = {.month = FAIR("{task: clinic, need: 1, target: 2, prices: {target: 150}}"),
                  .use = "{}"},
        .rota = "",
        .cost = 150 + 150,
        .says = "Fair: clinic on Sat 6 Feb am: cancelled, the target was 2",
    },
    {
        .name = "a task, a site and a session that are not the event's",
        .world = {.month = FAIR("{task: clinic, need: 1}"), .use = "{}"},
        .rota = "ann 2027-02-06 am support hove\n"
                "bob 2027-02-06 am clinic crawley\n"
                "cat 2027-02-05 am clinic hove\n",
        .cost = 100,
        .says = "Fair: clinic on Sat 6 Feb am: cancelled, 0 of 1 person could come",
    },
    {
        .name = "where the site is closed, on the month's last day",
        .world = {.month = "closures: [{site: hove, from: 2027-02-28}]\n"
                           "events: {fair: {name: Fair, at: hove, on: 2027-02-28 eve,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "Fair: clinic on Sun 28 Feb eve: cancelled, 0 of 1 person could come",
    },
    {
        .name = "a need that is hard must be met, and nothing is cancelled",
        .world = {.month = FAIR("{task: clinic, need: 2, hard: yes}"), .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .broken = 1,
        .says = "Fair: clinic on Sat 6 Feb am: 1 of 2 people",
    },
    {
        .name = "one need is hard, so both must be met",
        .world = {.month = FAIR("{task: clinic, need: 1, hard: yes}, {task: support, need: 1}"),
                  .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n",
        .broken = 1,
        .says = "Fair: support on Sat 6 Feb am: 0 of 1 person",
    },
    {
        .name = "a hard use: held, below its target",
        .world = {.month = TWO_OF_THREE, .use = "{hard: yes}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n",
        .cost = 20,
        .says = "Fair: clinic on Sat 6 Feb am: 2 people, the target is 3",
    },
    {
        .name = "a hard use: most can't be broken",
        .world = {.month = FAIR("{task: clinic, need: 1, most: 1}"), .use = "{hard: yes}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am clinic hove\n",
        .broken = 1,
        .says = "Fair: clinic on Sat 6 Feb am: 2 people, 1 too many",
    },
    {
        .name = "of two tasks together: held, below its target",
        .world = {.month = FAIR("{task: [clinic, support], need: 2, target: 3}"), .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "bob 2027-02-06 am support hove\n",
        .cost = 20,
        .says = "Fair: clinic or support on Sat 6 Feb am: 2 people, the target is 3",
    },
    {
        /* 2 x 100 and 2 sent for nothing of the one need, 100 of the other. */
        .name = "two came, but nobody of those who are meant",
        .world = {.month = FAIR(TWO_AND_A_SENIOR), .use = "{}"},
        .rota = "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
        .cost = 2 * 100 + 2 * 50 + 100,
        .says = "Fair: A senior on Sat 6 Feb am: cancelled, 0 of 1 person could come",
    },
    {
        .name = "one of the two is meant by the other need as well",
        .world = {.month = FAIR(TWO_AND_A_SENIOR), .use = "{}"},
        .rota = "ann 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
    },
    {
        .name = "who is meant, at the other task, makes three",
        .world = {.month = FAIR(TWO_AND_A_SENIOR), .use = "{}"},
        .rota = "ann 2027-02-06 am spine hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
    },
    {
        .name = "too many of those who are meant, whoever else is there",
        .world = {.month = FAIR("{task: clinic, need: 1},\n"
                                "{task: [clinic, spine], who: {clinicians: [ann, cat]},\n"
                                " need: 0, most: 1, name: Of the two}"),
                  .use = "{}"},
        .rota = "ann 2027-02-06 am spine hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
        .cost = 50,
        .says = "Fair: Of the two on Sat 6 Feb am: 2 people, 1 too many",
    },
    {
        /* Bob, who is meant no longer, is not one too many of them either. */
        .name = "one that comes back is of those who are meant by the day",
        .world = {.service = "events: {fair: {name: Fair, at: hove, on: {every: 1st sat am},\n"
                             "                need: [{task: clinic, who: {band: 7}, need: 1}]}}\n",
                  .clinicians = "ann: {name: Ann Able, band: 6, works: {mon-fri: [am]},\n"
                                "      changes: [{from: 2027-02-06, band: 7}]}\n"
                                "bob: {name: Bob Best, band: 7, works: {mon-fri: [am]},\n"
                                "      changes: [{from: 2027-02-06, band: 6}]}\n",
                  .use = "{}"},
        .rota = "bob 2027-02-06 am clinic hove\n",
        .cost = 100,
        .says = "Fair: clinic (of Ann Able or Bob Best) on Sat 6 Feb am: cancelled, 0 of 1 person "
                "could come",
    },
    {.name = NULL},
};
