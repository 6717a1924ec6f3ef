#include "tests/rules/figures/figure.h"

#define TASKS                                                                                      \
  "tasks:\n"                                                                                       \
  "  clinic:  {name: Clinic, skill: msk, at: hub}\n"                                               \
  "  spine:   {name: Spine, skill: spine, at: hub}\n"                                              \
  "  support: {at: [hub, remote], room: none, spare: yes}\n"                                       \
  "pcns: {}\n"

/* The target is 2 in each session, and there is no most. */
#define A_TARGET TASKS "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, target: 2}]\n"

#define ANN_BOB_CAT                                                                                \
  "ann 2027-02-01 am clinic hove\n"                                                                \
  "bob 2027-02-01 am clinic hove\n"                                                                \
  "cat 2027-02-01 am clinic hove\n"

const struct figure figures_asked[] = {
    {
        .name = "as many as the target",
        .world = {.service = A_TARGET, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {
        .name = "one beyond it",
        .world = {.service = A_TARGET, .use = "{}"},
        .rota = ANN_BOB_CAT,
        .broken = 1,
        .says = "Clinic at hove on Mon 1 Feb am: 3 planned, and 2 asked for",
    },
    {
        .name = "up to the most, which is more than the target",
        .world = {.service = TASKS "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                                   "          most: 3}]\n",
                  .use = "{}"},
        .rota = ANN_BOB_CAT,
    },
    {
        .name = "more than the most where the line has a price for that, in its own sessions",
        .world = {.service =
                      TASKS "demand:\n"
                            "  - {task: clinic, at: hove, sessions: mon am, need: 1, most: 2,\n"
                            "     prices: {most: 7}}\n",
                  .use = "{}"},
        .rota = ANN_BOB_CAT "ann 2027-02-02 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able does Clinic at hove on Tue 2 Feb am, and nobody asks for it then",
    },
    {
        .name = "not where such a line says who is to be there",
        .world = {.service =
                      TASKS "demand:\n"
                            "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2}\n"
                            "  - {task: clinic, at: hove, who: {band: 7}, sessions: mon am,\n"
                            "     need: 0, most: 1, prices: {most: 7}}\n",
                  .use = "{}"},
        .rota = ANN_BOB_CAT,
        .broken = 1,
        .says = "Clinic at hove on Mon 1 Feb am: 3 planned, and 2 asked for",
    },
    {
        .name = "for a price, and at another session, site and task as well",
        .world = {.service = A_TARGET, .use = "{weight: 7}"},
        .rota = ANN_BOB_CAT "ann 2027-02-01 pm clinic hove\n"
                            "ann 2027-02-08 am clinic crawley\n"
                            "ann 2027-02-02 am spine hove\n"
                            "cat 2027-02-02 am support hove\n",
        .cost = 4 * 7,
        .says = "Ann Able does Clinic at hove on Mon 1 Feb pm, and nobody asks for it then",
    },
    {
        .name = "a week that the month cuts off has all of its most: 1, not a fifth",
        .world = {.service = TASKS "holidays: [2027-02-22, 2027-02-23, 2027-02-24, 2027-02-25]\n"
                                   "demand: [{task: clinic, at: hove, per: week, need: 2}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-26 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .broken = 1,
        .says = "Clinic at hove in the week of Mon 22 Feb: 3 planned, and 2 asked for",
    },
    {
        .name = "each hub by itself",
        .world = {.service = TASKS "demand: [{task: clinic, at: every hub, sessions: mon am,\n"
                                   "          need: 1}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "Clinic at hove on Mon 1 Feb am: 2 planned, and 1 asked for",
    },
    {
        .name = "both hubs together",
        .world = {.service = TASKS "demand: [{task: clinic, at: hub, sessions: mon am, need: 2}]\n",
                  .use = "{}"},
        .rota = ANN_BOB_CAT,
        .broken = 1,
        .says = "Clinic on Mon 1 Feb am: 3 planned, and 2 asked for",
    },
    {
        .name = "two lines that meet on a Monday ask for 1 and 4, and so for 5 in all",
        .world = {.service = TASKS
                  "demand:\n"
                  "  - {task: clinic, at: hove, sessions: mon am, need: 1, until: 2027-02-01}\n"
                  "  - {task: clinic, at: hove, per: month, need: 4}\n",
                  .use = "{weight: 1}"},
        .rota = ANN_BOB_CAT "ann 2027-02-02 am clinic hove\n"
                            "bob 2027-02-02 am clinic hove\n"
                            "cat 2027-02-02 am clinic hove\n"
                            "ann 2027-02-26 pm clinic hove\n",
        .cost = 2,
        .says = "Clinic at hove in 2027-02: 7 planned, and 5 asked for",
    },
    {
        .name = "one is asked for; two are locked, and may stay, but nobody comes on top",
        .world = {.service =
                      TASKS "demand: [{task: clinic, at: hove, sessions: mon am, need: 1}]\n",
                  .files = {{"2027-02/locks.csv",
                             "clinician,date,session,task,site\n"
                             "ann,2027-02-01,am,clinic,hove\n"
                             "bob,2027-02-01,am,clinic,hove\n"
                             "ann,2027-02-02,am,spine,hove\n"}},
                  .use = "{}"},
        .rota = ANN_BOB_CAT "ann 2027-02-02 am spine hove\n",
        .broken = 1,
        .says = "Clinic at hove on Mon 1 Feb am: 3 planned, and 2 asked for",
    },
    {
        .name = "an arrangement that names the task asks for it, one that names a site does not",
        .world = {.service = TASKS,
                  .clinicians =
                      "cat: {name: Cat Cole, band: 5, works: {mon-wed: [am, pm]},\n"
                      "      skills: {msk: yes}, arrangements: [\n"
                      "      {every: mon am, task: clinic}, {every: tue am, at: hove}]}\n",
                  .use = "{}"},
        .rota = "cat 2027-02-01 am clinic hove\n"
                "cat 2027-02-02 am clinic hove\n",
        .broken = 1,
        .says = "Cat Cole does Clinic at hove on Tue 2 Feb am, and nobody asks for it then",
    },
    {
        .name = "a session that was agreed",
        .world = {.service = TASKS,
                  .month = "agreed:\n"
                           "  - {clinician: cat, on: 2027-02-04 am, works: yes}\n",
                  .use = "{}"},
        .rota = "cat 2027-02-04 am clinic hove\n"
                "ann 2027-02-04 am clinic hove\n",
        .broken = 1,
        .says = "Ann Able does Clinic at hove on Thu 4 Feb am, and nobody asks for it then",
    },
    {
        .name = "what moves is asked for where it goes: 1 of Hove's and 1 of Crawley's own",
        .world = {.service = TASKS "demand: [{task: clinic, at: every hub, sessions: mon am,\n"
                                   "          need: 1}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{weight: 1}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "bob 2027-02-01 am clinic crawley\n"
                "cat 2027-02-01 am clinic crawley\n",
        .cost = 1,
        .says = "Clinic on Mon 1 Feb am: 3 planned, and 2 asked for",
    },
    {
        .name = "a line with `who` makes no room for more",
        .world = {.service =
                      TASKS "demand:\n"
                            "  - {task: clinic, at: hove, sessions: mon am, need: 1,\n"
                            "     until: 2027-02-01}\n"
                            "  - {task: clinic, who: {band: 7}, at: hove, sessions: mon am,\n"
                            "     need: 1, until: 2027-02-01}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "Clinic at hove on Mon 1 Feb am: 2 planned, and 1 asked for",
    },
    {
        .name = "what a line of several tasks alone asks for is asked for, all of them together",
        .world = {.service = TASKS "demand: [{task: [clinic, spine], sessions: mon am, need: 1,\n"
                                   "          until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am spine hove\n"
                "bob 2027-02-01 am clinic crawley\n"
                "bob 2027-02-01 pm clinic crawley\n",
        .broken = 2,
        .says = "work of several lines on Mon 1 Feb am: 2 planned, and 1 asked for",
    },
    {
        .name = "an event's need of two tasks asks for them together, up to its target",
        .world = {.service = TASKS,
                  .month = "events: {fair: {at: hove, on: 2027-02-06 am,\n"
                           "  need: [{task: [clinic, spine], need: 1, target: 2}]}}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-06 am spine hove\n"
                "bob 2027-02-06 am clinic hove\n"
                "cat 2027-02-06 am clinic hove\n",
        .broken = 1,
        .says = "work of several lines at hove on Sat 6 Feb am: 3 planned, and 2 asked for",
    },
    {.name = NULL},
};
