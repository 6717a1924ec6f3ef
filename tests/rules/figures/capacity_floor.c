#include "tests/rules/figures/figure.h"

/* A session of clinic is 225 minutes, so calls of 40 minutes are 5; of an evening
 * of 180 minutes, 4. */
#define TASKS                                                                                      \
  "tasks:\n"                                                                                       \
  "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"                               \
  "  calls: {at: remote, minutes_per_contact: 40}\n"                                               \
  "  support: {at: [hub, remote]}\n"

/* The week of Monday 29 March 2027 is March's until Wednesday, then April's. */
#define PUBLISHED(month, lines)                                                                    \
  {                                                                                                \
    "history/" month ".yaml", "month: " month "\nassignments:\n" lines "checksum: none\n"          \
  }

const struct figure figures_capacity_floor[] = {
    {
        .name = "new contacts of a month",
        .world = {.service = TASKS, .use = "{least: 10, per: month, contacts: new}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm calls remote\n"
                "bob 2027-02-26 pm clinic crawley\n",
        .cost = (10 - 2 * 3) * 10,
        .says = "capacity_floor: 6 contacts are offered in 2027-02; the floor is 10",
    },
    {
        .name = "the floor is just reached",
        .world = {.service = TASKS, .use = "{least: 17, per: month}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 pm calls remote\n"
                "bob 2027-02-02 eve calls remote\n",
    },
    {
        /* 8 + 5 + 4: the fifth call of the evening, and the sixth of the afternoon, don't fit. */
        .name = "one contact short of it",
        .world = {.service = TASKS, .use = "{least: 18, per: month, name: contacts}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 pm calls remote\n"
                "bob 2027-02-02 eve calls remote\n",
        .cost = 10,
        .says = "contacts: 17 contacts are offered in 2027-02; the floor is 18",
    },
    {
        .name = "two kinds, and calls are neither",
        .world = {.service = TASKS,
                  .use = "{least: 10, per: month, contacts: [follow_up, new], weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 pm calls remote\n",
        .cost = 2 * 3,
        .says = "capacity_floor: 8 contacts are offered in 2027-02; the floor is 10",
    },
    {
        /* 11 sessions a week. May 2027 begins on a Saturday and ends on a Monday: 0 of them,
         * four whole weeks, 2 of them. 44 + 2 are owed, 8 are offered in a whole week. */
        .name = "a week cut short at both ends of the month",
        .world = {.service = TASKS, .month_id = "2027-05", .use = "{least: 11}"},
        .rota = "ann 2027-05-07 pm clinic hove\n",
        .cost = (4 * 11 + 2 - 8) * 10,
        .says = "capacity_floor: 0 contacts are offered in the week of Mon 31 May; the floor is 2",
    },
    {
        /* The same with Saturdays, 12 sessions a week: 1 of them on the 1st. */
        .name = "a week of which the month has one Saturday",
        .world = {.service = TASKS "week: {mon-fri: [am, pm], tue: [eve], sat: [am]}\n",
                  .month_id = "2027-05",
                  .use = "{least: 12, until: 2027-05-02}"},
        .rota = "",
        .cost = 1 * 10,
        .says = "capacity_floor: 0 contacts are offered in the week of Sat 1 May; the floor is 1",
    },
    {
        /* 2 of 4 mornings: 3 x 2 / 4 = 1.5 */
        .name = "half a contact counts as one",
        .world = {.service = TASKS, .use = "{least: 3, sessions: mon-thu am, from: 2027-02-24}"},
        .rota = "",
        .cost = 2 * 10,
        .says = "capacity_floor: 0 contacts are offered in the week of Mon 22 Feb; the floor is 2",
    },
    {
        /* 1 of 5 mornings: 7 / 5 = 1.4 */
        .name = "less than half a contact is none",
        .world = {.service = TASKS, .use = "{least: 7, sessions: mon-fri am, from: 2027-02-26}"},
        .rota = "",
        .cost = 1 * 10,
        .says = "capacity_floor: 0 contacts are offered in the week of Mon 22 Feb; the floor is 1",
    },
    {
        /* A holiday takes 2 of the week's 11 sessions, a closure takes none: 9, 11 and 11. */
        .name = "holidays lower the floor, closures do not",
        .world = {.service = TASKS "holidays: [2027-02-12]\n",
                  .month = "closures: [{from: 2027-02-15, to: 2027-02-19}]\n",
                  .use = "{least: 11, from: 2027-02-08, until: 2027-02-19}"},
        .rota = "",
        .cost = (9 + 11) * 10,
        .says = "capacity_floor: 0 contacts are offered in the week of Mon 8 Feb; the floor is 9",
    },
    {
        .name = "sessions that the service never has owe nothing",
        .world = {.service = TASKS, .use = "{least: 11, sessions: sun}"},
        .rota = "",
    },
    {
        .name = "what is out of scope offers nothing",
        .world = {.service = TASKS,
                  .use = "{least: 8, per: month, who: {clinicians: [ann]}, at: hove,\n"
                         " task: clinic, sessions: am, from: 2027-02-02, until: 2027-02-25}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 pm clinic hove\n"
                "ann 2027-02-03 am clinic crawley\n"
                "ann 2027-02-04 am calls remote\n"
                "bob 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n",
        .cost = 8 * 10,
        .says = "capacity_floor: 0 contacts are offered in 2027-02; the floor is 8",
    },
    {
        .name = "on the first and the last day of the scope",
        .world = {.service = TASKS,
                  .use = "{least: 17, per: month, from: 2027-02-02, until: 2027-02-25, hard: yes}"},
        .rota = "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-25 pm clinic hove\n",
        .broken = 1,
        .says = "capacity_floor: 16 contacts are offered in 2027-02; the floor is 17",
    },
    {
        /* 8 and 5 contacts are published, the latter by somebody who has left, and support has
         * none: 27 of 40 are left. A week has 11 sessions: 4 in each of the two days' four at
         * most, 16. */
        .name = "the rest of a week that March has begun",
        .world = {.month_id = "2027-04",
                  .service = TASKS,
                  .files = {PUBLISHED("2027-03",
                                      "  ann:\n"
                                      "    - 2027-03-28 am 08:30-12:15 clinic hove\n"
                                      "    - 2027-03-29 am 08:30-12:15 clinic hove\n"
                                      "    - 2027-03-30 am 08:30-12:15 support hove\n"
                                      "  gone:\n"
                                      "    - 2027-03-31 am 08:30-12:15 calls remote\n")},
                  .use = "{least: 40, until: 2027-04-04}"},
        .rota = "bob 2027-04-01 am clinic hove\n",
        .cost = (16 - 8) * 10,
        .says = "capacity_floor: 8 contacts are offered in the week of Thu 1 Apr; the floor is 16",
    },
    {
        /* 33 of 40 are published: 7 are left. */
        .name = "little is left of a week that March has nearly filled",
        .world = {.month_id = "2027-04",
                  .service = TASKS,
                  .files = {PUBLISHED("2027-03",
                                      "  ann:\n"
                                      "    - 2027-03-29 am 08:30-12:15 clinic hove\n"
                                      "    - 2027-03-29 pm 13:15-17:00 clinic hove\n"
                                      "    - 2027-03-30 am 08:30-12:15 clinic hove\n"
                                      "    - 2027-03-30 eve 17:00-19:40 calls remote\n"
                                      "    - 2027-03-31 am 08:30-12:15 calls remote\n")},
                  .use = "{least: 40, until: 2027-04-04}"},
        .rota = "bob 2027-04-01 am calls remote\n",
        .cost = (7 - 5) * 10,
        .says = "capacity_floor: 5 contacts are offered in the week of Thu 1 Apr; the floor is 7",
    },
    {
        /* 40 less the 16 of Thursday and Friday: 24, of at most 4 in each of 7 sessions. */
        .name = "April has its part of March's last week",
        .world = {.month_id = "2027-03",
                  .service = TASKS,
                  .files = {PUBLISHED("2027-04",
                                      "  ann:\n"
                                      "    - 2027-04-01 am 08:30-12:15 clinic hove\n"
                                      "    - 2027-04-02 pm 13:15-17:00 clinic hove\n"
                                      "    - 2027-04-05 am 08:30-12:15 clinic hove\n")},
                  .use = "{least: 40, from: 2027-03-29}"},
        .rota = "",
        .cost = 24 * 10,
        .says = "capacity_floor: 0 contacts are offered in the week of Mon 29 Mar; the floor is 24",
    },
    {
        /* Of 3 and 5 a half is 2 and 3; a third (33%) is 1 and 2, which makes 5 + 3 = 8. */
        .name = "who sees half, and a band that sees a third",
        .world = {.service = TASKS "sees: {6: 33}\n",
                  .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: yes}, sees: 50}\n",
                  .use = "{least: 10, per: month}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 2 * 10,
        .says = "capacity_floor: 8 contacts are offered in 2027-02; the floor is 10",
    },
    {
        /* A half of 225 minutes are 112, which are 2 calls of 40; from the 3rd on all of 5. */
        .name = "calls of who sees half, and all from a day on",
        .world = {.service = TASKS,
                  .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                                "      sees: 50, changes: [{from: 2027-02-03, sees: 100}]}\n",
                  .use = "{least: 8, per: month, task: calls}"},
        .rota = "ann 2027-02-02 am calls remote\n"
                "ann 2027-02-03 am calls remote\n",
        .cost = 10,
        .says = "capacity_floor: 7 contacts are offered in 2027-02; the floor is 8",
    },
    {.name = NULL},
};
