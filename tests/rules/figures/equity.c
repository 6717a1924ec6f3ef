#include "tests/rules/figures/figure.h"

/* Bob asks to be off on so many of four mornings, 4 points each. */
#define OFF(on)                                                                                    \
  {                                                                                                \
    "2027-02/preferences/bob.yaml",                                                                \
        "clinician: bob\n"                                                                         \
        "month: 2027-02\n"                                                                         \
        "submitted: 2027-01-05\n"                                                                  \
        "sessions:\n" on                                                                           \
  }
#define FOUR                                                                                       \
  OFF("  - {on: 2027-02-01 am, want: off}\n"                                                       \
      "  - {on: 2027-02-02 am, want: off}\n"                                                       \
      "  - {on: 2027-02-03 am, want: off}\n"                                                       \
      "  - {on: 2027-02-26 am, want: off}\n")

#define SATISFIED(month, percent)                                                                  \
  {                                                                                                \
    "history/" month ".yaml",                                                                      \
        "month: " month                                                                            \
        "\n"                                                                                       \
        "accounts:\n"                                                                              \
        "  bob: {contract: 0, planned: 0, balance: 0, satisfaction: " percent                      \
        "}\n"                                                                                      \
        "checksum: none\n"                                                                         \
  }

/* Ann would teach whenever there is a class. Clinics that nobody asks for are none. */
#define CLASSES(line) "demand: [{task: clinic, at: hove, sessions: tue eve, " line "}]\n"
#define TEACHES                                                                                    \
  {                                                                                                \
    "2027-02/preferences/ann.yaml",                                                                \
        "clinician: ann\n"                                                                         \
        "month: 2027-02\n"                                                                         \
        "submitted: 2027-01-05\n"                                                                  \
        "tasks: {clinic: love}\n"                                                                  \
  }

const struct figure figures_equity[] = {
    {
        /* Of four Tuesday evenings two are asked for. */
        .name = "who got every evening that there is has all that was asked for",
        .world = {.service = CLASSES("per: month, need: 2"),
                  .files = {TEACHES},
                  .use = "{good: 100}"},
        .rota = "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-23 eve clinic hove\n",
    },
    {
        /* 2 of 4 points: 75 - 50, and just fair */
        .name = "one evening of two",
        .world = {.service = CLASSES("per: month, need: 1, target: 2"),
                  .files = {TEACHES},
                  .use = "{}"},
        .rota = "ann 2027-02-23 eve clinic hove\n",
        .cost = 25,
        .says = "Ann Able gets 50% of what was asked for, less than 75%",
    },
    {
        /* 2 of 6 points: 33.3%, so 41.7 below 75 and 16.7 below 50 */
        .name = "the most, where there is one, is what there is",
        .world = {.service = CLASSES("per: month, need: 1, most: 3"),
                  .files = {TEACHES},
                  .use = "{}"},
        .rota = "ann 2027-02-23 eve clinic hove\n",
        .cost = 42 + 17,
        .says = "Ann Able gets 33% of what was asked for, less than 75%",
    },
    {
        /* One a session, so four, though three are needed for each */
        .name = "nobody is twice in one session",
        .world = {.service = CLASSES("need: 3"), .files = {TEACHES}, .use = "{}"},
        .rota = "ann 2027-02-02 eve clinic hove\n"
                "ann 2027-02-09 eve clinic hove\n"
                "ann 2027-02-16 eve clinic hove\n",
    },
    {
        /* A clinic in the morning, or at Crawley, is none that there is; it counts in the rota. */
        .name = "more than there is",
        .world = {.service = CLASSES("per: month, need: 2"), .files = {TEACHES}, .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic crawley\n"
                "ann 2027-02-03 am clinic hove\n",
    },
    {
        /* 2 of 3 days off lost: 33.3%, 41.7 points below 75 and 16.7 below 50 */
        .name = "a third of what was asked for",
        .world = {.files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "sessions:\n"
                             "  - {on: 2027-02-01 am, want: off}\n"
                             "  - {on: 2027-02-02 am, want: off}\n"
                             "  - {on: 2027-02-03 am, want: off}\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
        .cost = 42 + 17,
        .says = "Bob Best gets 33% of what was asked for, less than 75%",
    },
    {
        /* 1 of 3 days off lost: 66.7%, 8.3 points below 75 */
        .name = "two thirds of what was asked for",
        .world = {.files = {OFF("  - {on: 2027-02-01 am, want: off}\n"
                                "  - {on: 2027-02-02 am, want: off}\n"
                                "  - {on: 2027-02-03 am, want: off}\n")},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 9,
        .says = "Bob Best gets 66% of what was asked for, less than 75%",
    },
    {
        /* 75 - 55 and 75 - 65 short before: the levels are 100, 80 and 55 */
        .name = "debts of earlier months raise the levels",
        .world = {.files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "sessions:\n"
                             "  - {on: 2027-02-01 am, want: off}\n"
                             "  - {on: 2027-02-02 am, want: off}\n"
                             "  - {on: 2027-02-03 am, want: off}\n"},
                            {"history/2026-12.yaml",
                             "month: 2026-12\n"
                             "accounts:\n"
                             "  bob: {contract: 0, planned: 0, balance: 0, satisfaction: 55}\n"
                             "checksum: none\n"},
                            {"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "accounts:\n"
                             "  bob: {contract: 0, planned: 0, balance: 0, satisfaction: 65}\n"
                             "checksum: none\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
        .cost = 67 + 47 + 22,
        .says = "Bob Best gets 33% of what was asked for, less than 100%",
    },
    {
        .name = "nothing of what was asked for",
        .world = {.files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "sessions: [{on: 2027-02-01 am, want: off}]\n"}},
                  .use = "{weight: 2}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 2 * (75 + 50 + 25),
        .says = "Bob Best gets 0% of what was asked for, less than 75%",
    },
    {
        .name = "who asked for nothing is owed nothing",
        .world = {.use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 0,
    },

    {
        .name = "three quarters are just good",
        .world = {.files = {FOUR}, .use = "{}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
    },
    {
        .name = "a percent more would not be",
        .world = {.files = {FOUR}, .use = "{good: 76, weight: 3}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
        .cost = 1 * 3,
        .says = "Bob Best gets 75% of what was asked for, less than 76%",
    },
    {
        .name = "half, just fair",
        .world = {.files = {FOUR}, .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 25,
        .says = "Bob Best gets 50% of what was asked for, less than 75%",
    },
    {
        /* 25%: 65 - 25, 40 - 25 and nothing below 25 */
        .name = "levels of its own",
        .world = {.files = {FOUR}, .use = "{good: 65, fair: 40, poor: 25}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 40 + 15,
        .says = "Bob Best gets 25% of what was asked for, less than 65%",
    },
    {
        /* 50 - 50, 60 - 50 and 50 - 50: a level of 0 asks for nothing, even of who is owed. */
        .name = "a level of 0 is not raised",
        .world = {.files = {FOUR, SATISFIED("2027-01", "40")},
                  .use = "{good: 50, fair: 0, poor: 0}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 10,
        .says = "Bob Best gets 50% of what was asked for, less than 60%",
    },
    {
        /* 75 - 95 is a credit of 20: the levels are 55, 30 and 5. */
        .name = "who got more before waits",
        .world = {.files = {FOUR, SATISFIED("2027-01", "95")}, .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .cost = 5,
        .says = "Bob Best gets 50% of what was asked for, less than 55%",
    },
    {
        /* 75 - 0 in each of two months: all three levels are at 100. */
        .name = "who is owed much is below all three",
        .world = {.files = {FOUR, SATISFIED("2026-12", "0"), SATISFIED("2027-01", "0")},
                  .use = "{}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
        .cost = 3 * 25,
        .says = "Bob Best gets 75% of what was asked for, less than 100%",
    },
    {
        /* 75 - 65 of January alone: 85, 60 and 35 */
        .name = "one month back",
        .world = {.files = {FOUR, SATISFIED("2026-12", "0"), SATISFIED("2027-01", "65")},
                  .use = "{look_back_months: 1}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
        .cost = 10,
        .says = "Bob Best gets 75% of what was asked for, less than 85%",
    },
    {
        /* The last month published asked nothing of anybody. */
        .name = "one month back, without a satisfaction",
        .world = {.files = {FOUR,
                            SATISFIED("2026-12", "0"),
                            {"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "checksum: none\n"}},
                  .use = "{look_back_months: 1}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
    },
    {
        /* December is missing; November is the last but one that was published: 75 - 65. */
        .name = "two months back over one that is missing",
        .world = {.files = {FOUR, SATISFIED("2026-10", "0"), SATISFIED("2026-11", "65"),
                            SATISFIED("2027-01", "75")},
                  .use = "{look_back_months: 2}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
        .cost = 10,
        .says = "Bob Best gets 75% of what was asked for, less than 85%",
    },
    {
        .name = "no month back",
        .world = {.files = {FOUR, SATISFIED("2027-01", "0")}, .use = "{look_back_months: 0}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
    },
    {
        .name = "hard: below good",
        .world = {.files = {FOUR}, .use = "{hard: yes}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
        .broken = 1,
        .says = "Bob Best gets 50% of what was asked for, less than 75%",
    },
    {
        .name = "hard: just good",
        .world = {.files = {FOUR}, .use = "{hard: yes}"},
        .rota = "bob 2027-02-26 am clinic hove\n",
    },
    {
        /* Saturday's is no session: there is nothing to be got. */
        .name = "who asked only for what can't be otherwise has no satisfaction",
        .world = {.files = {OFF("  - {every: sat am, want: off}\n")}, .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
    },
    {
        /* hove at best in each of 45 sessions is 45 x 1; crawley at worst 45 x -1. One session at
         * crawley and one at hove are 45 of 90, 50%; one more at hove 46 of 90, 51.1%. */
        .name = "a percentage is rounded down where it is said, up where it is missed",
        .world = {.files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "locations: {hove: like, crawley: dislike}\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n"
                "bob 2027-02-03 am clinic hove\n",
        .cost = 24,
        .says = "Bob Best gets 51% of what was asked for, less than 75%",
    },
    {
        /* A point for each of 45 sessions is to be got, one is: 2.2%. */
        .name = "meetings that were asked for",
        .world = {.files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "people: {ann: like}\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am support remote\n"
                "ann 2027-02-02 am support remote\n",
        .cost = 73 + 48 + 23,
        .says = "Bob Best gets 2% of what was asked for, less than 75%",
    },
    {
        /* From -45 to 45, and 1 - 1 of it are 50%. */
        .name = "meetings asked for and not",
        .world = {.files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "people: {ann: like, cat: dislike}\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n",
        .cost = 25,
        .says = "Bob Best gets 50% of what was asked for, less than 75%",
    },
    {
        .name = "what came late and is ignored is owed nothing",
        .world = {.service = "criteria: {close: 10th of the month before, late: ignore}\n",
                  .files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-11\n"
                             "sessions: [{on: 2027-02-01 am, want: off}]\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
    },
    {
        .name = "on the day of the close it was in time",
        .world = {.service = "criteria: {close: 10th of the month before, late: ignore}\n",
                  .files = {{"2027-02/preferences/bob.yaml",
                             "clinician: bob\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-10\n"
                             "sessions: [{on: 2027-02-01 am, want: off}]\n"}},
                  .use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 75 + 50 + 25,
        .says = "Bob Best gets 0% of what was asked for, less than 75%",
    },
    {
        .name = "only those in scope",
        .world = {.files = {FOUR}, .use = "{who: {clinicians: [ann]}}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
    },
    {.name = NULL},
};
