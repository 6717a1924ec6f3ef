#include "tests/rules/figures/figure.h"

/* Bob owes the four Mondays of February as they are, 900 minutes. */
#define BOB "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, skills: {msk: yes}}\n"
#define USE(more) "{who: {clinicians: [bob]}, task: support" more "}"

const struct figure figures_support_time[] = {
    {
        /* 7% of 9000 is 630; 405 are missing: 6.75 hours */
        .name = "supporting time in started hours",
        .world = {.use = "{who: {clinicians: [ann]}, task: support, share: 7, per_minutes: 60}"},
        .rota = "ann 2027-02-01 am support remote\n"
                "ann 2027-02-01 pm clinic hove\n",
        .cost = 7 * 2,
        .says = "Ann Able has 3 h 45 min of supporting time, less than 7% of 150 h",
    },

    {
        .name = "just the share",
        .world = {.clinicians = BOB, .use = USE(", share: 25")},
        .rota = "bob 2027-02-26 pm support remote\n",
    },
    {
        /* 234 minutes: 9 are missing */
        .name = "a percent more, a quarter of an hour started",
        .world = {.clinicians = BOB, .use = USE(", share: 26")},
        .rota = "bob 2027-02-26 pm support remote\n",
        .cost = 1 * 2,
        .says = "Bob Best has 3 h 45 min of supporting time, less than 26% of 15 h",
    },
    {
        /* 40% of 900 are 360, 135 more than a session: 112 of them may be missing. */
        .name = "more than half a session is missing: one started",
        .world = {.clinicians = BOB,
                  .use = USE(", share: 40, tolerance_minutes: 112, per_minutes: 225, weight: 30")},
        .rota = "bob 2027-02-01 am support remote\n",
        .cost = 30,
        .says = "Bob Best has 3 h 45 min of supporting time, less than 40% of 15 h",
    },
    {
        .name = "just what may be missing",
        .world = {.clinicians = BOB, .use = USE(", share: 40, tolerance_minutes: 135")},
        .rota = "bob 2027-02-01 am support remote\n",
    },
    {
        .name = "a minute more than may be",
        .world = {.clinicians = BOB, .use = USE(", share: 40, tolerance_minutes: 134")},
        .rota = "bob 2027-02-01 am support remote\n",
        .cost = 2,
        .says = "Bob Best has 3 h 45 min of supporting time, less than 40% of 15 h",
    },
    {
        .name = "just one unit is missing",
        .world = {.clinicians = BOB, .use = USE(", share: 50, per_minutes: 225, weight: 5")},
        .rota = "bob 2027-02-01 am support remote\n",
        .cost = 1 * 5,
        .says = "Bob Best has 3 h 45 min of supporting time, less than 50% of 15 h",
    },
    {
        .name = "a minute more starts another unit",
        .world = {.clinicians = BOB, .use = USE(", share: 50, per_minutes: 224, weight: 5")},
        .rota = "bob 2027-02-01 am support remote\n",
        .cost = 2 * 5,
        .says = "Bob Best has 3 h 45 min of supporting time, less than 50% of 15 h",
    },
    {
        /* 10% of 900 minutes */
        .name = "a tenth, unless said otherwise",
        .world = {.clinicians = BOB, .use = USE("")},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 6 * 2,
        .says = "Bob Best has 0 h of supporting time, less than 10% of 15 h",
    },
    {
        .name = "more than the share is free",
        .world = {.clinicians = BOB, .use = USE("")},
        .rota = "bob 2027-02-01 am support hove\n"
                "bob 2027-02-01 pm support hove\n",
    },
    {
        .name = "of two tasks",
        .world = {.clinicians = BOB,
                  .use = "{who: {clinicians: [bob]}, task: [support, duty], share: 50}"},
        .rota = "bob 2027-02-01 am support hove\n"
                "bob 2027-02-02 eve duty hove\n",
        .cost = 3 * 2, /* 450 - 225 - 180 */
        .says = "Bob Best has 6 h 45 min of supporting time, less than 50% of 15 h",
    },
    {
        .name = "leave takes its share of the share",
        .world = {.clinicians = BOB,
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-02,2027-02-22,annual,\n"}},
                  .use = USE(", share: 20")},
        .rota = "",
        .cost = 3 * 2, /* 20% of 225 minutes */
        .says = "Bob Best has 0 h of supporting time, less than 20% of 3 h 45 min",
    },
    {
        .name = "hard",
        .world = {.clinicians = BOB, .use = USE(", share: 26, hard: yes")},
        .rota = "bob 2027-02-26 pm support remote\n",
        .broken = 1,
        .says = "Bob Best has 3 h 45 min of supporting time, less than 26% of 15 h",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* Of two Mondays, 450 minutes, half is due; the support of the 8th was band 6's. */
        .name = "pro rata for somebody who is promoted on the 15th",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]},\n"
                                "      changes: [{from: 2027-02-15, band: 8a}]}\n",
                  .use = "{who: {band: 8}, task: support, share: 50}"},
        .rota = "bob 2027-02-08 am support remote\n",
        .cost = 15 * 2,
        .says = "Bob Best has 0 h of supporting time, less than 50% of 7 h 30 min",
    },
    {
        .name = "just the share of the days as somebody who is meant",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]},\n"
                                "      changes: [{from: 2027-02-15, band: 8a}]}\n",
                  .use = "{who: {band: 8}, task: support, share: 50}"},
        .rota = "bob 2027-02-15 am support remote\n",
    },
    {
        /* A quarter of 900 minutes, none of it on the Tuesday that is extra: 15 quarters of an
         * hour are missing. Bob, of the bank, owes none. */
        .name = "extra sessions are no supporting time, and owe none",
        .world =
            {.clinicians =
                 "ann: {band: 7, wte: 0.1, works: {mon: [am]}, skills: {msk: yes, spine: yes}}\n"
                 "bob: {band: 6, bank: yes, works: {mon-fri: [am, pm]},\n"
                 "      skills: {msk: yes}}\n",
             .month = "agreed: [{clinician: ann, on: 2027-02-02 am, works: extra}]\n",
             .use = "{task: support, share: 25, who: {clinicians: [ann, bob]}, weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am support remote\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 15 * 2,
        .says = "ann has 0 h of supporting time, less than 25% of 15 h",
    },
    {.name = NULL},
};
