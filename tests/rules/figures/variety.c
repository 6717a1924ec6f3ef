#include "tests/rules/figures/figure.h"

/* Bob owes the four Mondays of February as they are, 900 minutes, and has no skill;
 * Dan has one, and owes 180 hours of February's whole weeks. */
#define BOB "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}}\n"
#define SHARE(more) "{who: {clinicians: [bob]}, weight: 2" more "}"

#define DAN(more)                                                                                  \
  "dan: {name: Dan Dale, band: 6, wte: 1.2, works: {mon-sun: [am, pm, eve]},\n"                    \
  "      skills: {msk: yes}" more "}\n"
#define EVERY_DAY "week: {mon-sun: [am, pm, eve]}\n"
#define USED(more) "{who: {clinicians: [dan]}, share_most: 100, weight: 2" more "}"
#define PAST(month, lines)                                                                         \
  {                                                                                                \
    "history/" month ".yaml", "month: " month                                                      \
                              "\n"                                                                 \
                              "assignments:\n"                                                     \
                              "  dan:\n" lines "checksum: none\n"                                  \
  }
#define AWAY(minutes)                                                                              \
  {                                                                                                \
    "history/2027-01.yaml",                                                                        \
        "month: 2027-01\naccounts:\n"                                                              \
        "  dan: {contract: " minutes                                                               \
        ", planned: 0, balance: 0}\n"                                                              \
        "checksum: none\n"                                                                         \
  }
#define CLINIC(date) "    - " date " am 08:30-12:15 clinic hove\n"

const struct figure figures_variety[] = {
    /* --- share_most -------------------------------------------------------- */
    {
        /* 60% of 900 is 540; 135 minutes over, in started hours */
        .name = "most of the time on one task",
        .world = {.clinicians = BOB, .use = SHARE("")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-26 pm clinic crawley\n",
        .cost = 3 * 2,
        .says = "Bob Best spends 11 h 15 min on clinic; 60% of the hours due are 9 h",
    },
    {
        .name = "just the share",
        .world = {.clinicians = BOB, .use = SHARE(", share_most: 75")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-26 pm clinic crawley\n",
    },
    {
        /* 666 minutes */
        .name = "a percent less, an hour started",
        .world = {.clinicians = BOB, .use = SHARE(", share_most: 74")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-26 pm clinic crawley\n",
        .cost = 1 * 2,
        .says = "Bob Best spends 11 h 15 min on clinic; 74% of the hours due are 11 h 6 min",
    },
    {
        /* 225 - 45 minutes are just three hours. */
        .name = "just three hours over",
        .world = {.clinicians = BOB, .use = SHARE(", share_most: 5")},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 3 * 2,
        .says = "Bob Best spends 3 h 45 min on clinic; 5% of the hours due are 45 min",
    },
    {
        /* Of a week of 25 hours 9% are 135 minutes; 33% of that, 44.55, are taken as 44: 181 over.
         */
        .name = "a share is rounded down to a minute",
        .world = {.service = "full_time_hours: 25\n",
                  .clinicians = "bob: {name: Bob Best, band: 6, wte: 0.09, works: {mon: [am]},\n"
                                "      leaves: 2027-02-01}\n",
                  .use = SHARE(", share_most: 33")},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 4 * 2,
        .says = "Bob Best spends 3 h 45 min on clinic; 33% of the hours due are 44 min",
    },
    {
        .name = "each task for itself",
        .world = {.clinicians = BOB, .use = SHARE(", share_most: 25")},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-08 am support hove\n"
                "bob 2027-02-09 am duty hove\n"
                "bob 2027-02-09 eve duty hove\n",
        .cost = 3 * 2, /* 180 minutes of duty */
        .says = "Bob Best spends 6 h 45 min on duty; 25% of the hours due are 3 h 45 min",
    },
    {
        .name = "only tasks in scope",
        .world = {.clinicians = BOB, .use = SHARE(", share_most: 5, task: [support, clinic]")},
        .rota = "bob 2027-02-01 am duty hove\n",
    },
    /* --- used_within ------------------------------------------------------- */
    {
        /* The weeks up to the 7th, 14th, 21st and 28th; used on the first day of one, and on
         * the last of another. */
        .name = "a skill used in two weeks of four",
        .world = {.service = EVERY_DAY, .clinicians = DAN(""), .use = USED(", used_within: 1")},
        .rota = "dan 2027-02-08 am clinic hove\n"
                "dan 2027-02-28 eve clinic hove\n",
        .cost = 2 * 2,
        .says = "Dan Dale does not use 'msk' in the 1 week up to Sun 7 Feb",
    },
    {
        .name = "another task does not use it",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .use = USED(", used_within: 4, task: [clinic, support]")},
        .rota = "dan 2027-02-08 am support hove\n",
        .cost = 2,
        .says = "Dan Dale does not use 'msk' in the 4 weeks up to Sun 28 Feb",
    },
    {
        /* 8 weeks up to the 28th begin in January, of which nothing is known. */
        .name = "before what is known nothing is asked",
        .world = {.service = EVERY_DAY, .clinicians = DAN(""), .use = USED("")},
        .rota = "",
    },
    {
        /* 5 weeks up to the 28th begin on the 25th of January, those up to the 7th on the 4th. */
        .name = "a past in which it was not used",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .files = {PAST("2027-01", CLINIC("2027-01-03"))},
                  .use = USED(", used_within: 5")},
        .rota = "",
        .cost = 4 * 2,
        .says = "Dan Dale does not use 'msk' in the 5 weeks up to Sun 7 Feb",
    },
    {
        /* All of them touch January, even the 5 weeks up to the 28th. */
        .name = "what was a month of leave is no time unused",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .files = {AWAY("0")},
                  .use = USED(", used_within: 5")},
        .rota = "",
    },
    {
        .name = "the weeks since are",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .files = {AWAY("0")},
                  .use = USED(", used_within: 4")},
        .rota = "",
        .cost = 2,
        .says = "Dan Dale does not use 'msk' in the 4 weeks up to Sun 28 Feb",
    },
    {
        .name = "who was away for most of a month was there",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .files = {AWAY("15")},
                  .use = USED(", used_within: 4")},
        .rota = "",
        .cost = 4 * 2,
        .says = "Dan Dale does not use 'msk' in the 4 weeks up to Sun 7 Feb",
    },
    {
        .name = "used on the first day of the first weeks",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .files = {PAST("2027-01", CLINIC("2027-01-04"))},
                  .use = USED(", used_within: 5")},
        .rota = "",
        .cost = 3 * 2,
        .says = "Dan Dale does not use 'msk' in the 5 weeks up to Sun 14 Feb",
    },
    {
        /* Nothing is known before the 1st of January: 6 weeks up to the 7th of February begin
         * on the 28th of December, those up to the 14th on the 4th. */
        .name = "weeks that began before the month that is missing",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .files = {PAST("2026-11", CLINIC("2026-11-02")),
                            PAST("2027-01", CLINIC("2027-01-01"))},
                  .use = USED(", used_within: 6")},
        .rota = "",
        .cost = 3 * 2,
        .says = "Dan Dale does not use 'msk' in the 6 weeks up to Sun 14 Feb",
    },
    {
        .name = "from the first day that somebody is here",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(", joins: 2027-02-08"),
                  .use = USED(", used_within: 2")},
        .rota = "",
        .cost = 2 * 2, /* up to the 21st and the 28th */
        .says = "Dan Dale does not use 'msk' in the 2 weeks up to Sun 21 Feb",
    },
    {
        .name = "until the last day that somebody is here",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(", leaves: 2027-02-14"),
                  .use = USED(", used_within: 1")},
        .rota = "",
        .cost = 2 * 2,
        .says = "Dan Dale does not use 'msk' in the 1 week up to Sun 14 Feb",
    },
    {
        .name = "not where somebody left the day before",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(", leaves: 2027-02-13"),
                  .use = USED(", used_within: 1")},
        .rota = "",
        .cost = 1 * 2,
        .says = "Dan Dale does not use 'msk' in the 1 week up to Sun 7 Feb",
    },
    {
        .name = "while the skill is held, from its first day to its last",
        .world = {.service = EVERY_DAY,
                  .clinicians = "dan: {name: Dan Dale, band: 6, works: {mon-sun: [am, pm]},\n"
                                "      skills: {msk: {since: 2027-02-08, until: 2027-02-21}}}\n",
                  .use = USED(", used_within: 1")},
        .rota = "",
        .cost = 2 * 2,
        .says = "Dan Dale does not use 'msk' in the 1 week up to Sun 21 Feb",
    },
    {
        /* Stage 0 of fcp, which takes 1: there is nothing that it could be used for. */
        .name = "a skill that is good for no task yet",
        .world = {.service = EVERY_DAY,
                  .clinicians = "dan: {name: Dan Dale, band: 6, works: {mon-sun: [am, pm]},\n"
                                "      skills: {fcp: {stage: 0}}}\n",
                  .use = USED(", used_within: 1")},
        .rota = "",
    },
    {
        /* May 2027 ends on a Monday: Sundays are the 2nd to the 30th, and the first week began
         * in April. */
        .name = "Sundays of a month that ends on a Monday",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .month_id = "2027-05",
                  .use = USED(", used_within: 1")},
        .rota = "dan 2027-05-31 am clinic hove\n"
                "dan 2027-05-03 am clinic hove\n",
        .cost = 3 * 2,
        .says = "Dan Dale does not use 'msk' in the 1 week up to Sun 30 May",
    },
    {
        .name = "hard",
        .world = {.service = EVERY_DAY,
                  .clinicians = DAN(""),
                  .use = "{who: {clinicians: [dan]}, share_most: 100, used_within: 3, hard: yes}"},
        .rota = "dan 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "Dan Dale does not use 'msk' in the 3 weeks up to Sun 28 Feb",
    },
    {
        /* 40% of 900 minutes are 360: her two Mondays are 450, and the Tuesday is not counted. */
        .name = "extra sessions are no share of the hours due",
        .world =
            {.clinicians =
                 "ann: {band: 7, wte: 0.1, works: {mon: [am]}, skills: {msk: yes, spine: yes}}\n"
                 "bob: {band: 6, bank: yes, works: {mon-fri: [am, pm]},\n"
                 "      skills: {msk: yes}}\n",
             .month = "agreed: [{clinician: ann, on: 2027-02-02 am, works: extra}]\n",
             .use = "{share_most: 40, used_within: 52, who: {clinicians: [ann, bob]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-08 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
        .cost = 2 * 3,
        .says = "ann spends 7 h 30 min on clinic; 40% of the hours due are 6 h",
    },
    {.name = NULL},
};
