#include "tests/rules/figures/figure.h"

/* A session of clinic is 225 minutes, so calls of 40 minutes are 5; of an evening
 * of 180 minutes, 4. */
#define TASKS                                                                                      \
  "tasks:\n"                                                                                       \
  "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"                               \
  "  calls: {at: remote, minutes_per_contact: 40}\n"                                               \
  "  support: {at: [hub, remote]}\n"

#define DEBRIEF(minutes) "{debrief: {leaders: {band: 7}, weight: 0, minutes: " minutes "}}"

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
    /* --- debriefs at the end of the last session ------------------------------- */
    {
        /* 8 slots in 210 of 225 minutes: 7.47. */
        .name = "a debrief takes part of what the last session offers",
        .world = {.service = TASKS, .use = "{least: 8, per: month}", .beside = DEBRIEF("15")},
        .rota = "bob 2027-02-01 pm clinic hove\n",
        .cost = 10,
        .says = "capacity_floor: 7 contacts are offered in 2027-02; the floor is 8",
    },
    {
        /* 8 in the morning, and twice 7.47 are 14.94. */
        .name = "parts of contacts add up, and the morning is whole",
        .world = {.service = TASKS, .use = "{least: 22, per: month}", .beside = DEBRIEF("15")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 pm clinic crawley\n",
    },
    {
        .name = "a contact more is one too many",
        .world = {.service = TASKS, .use = "{least: 23, per: month}", .beside = DEBRIEF("15")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 pm clinic crawley\n",
        .cost = 10,
        .says = "capacity_floor: 22 contacts are offered in 2027-02; the floor is 23",
    },
    {
        /* 3 of 8 are new: 3 in 165 of 225 minutes are 2.2, and four times that 8.8. */
        .name = "of one kind, its share",
        .world = {.service = TASKS,
                  .use = "{least: 9, per: month, contacts: new}",
                  .beside = DEBRIEF("60")},
        .rota = "bob 2027-02-01 pm clinic hove\n"
                "bob 2027-02-03 pm clinic hove\n"
                "bob 2027-02-04 pm clinic hove\n"
                "bob 2027-02-05 pm clinic hove\n",
        .cost = 10,
        .says = "capacity_floor: 8 contacts are offered in 2027-02; the floor is 9",
    },
    {
        /* Calls of 40 minutes in 195 are 4: Ann leads, Cat does not and has her 5. On Tuesday
         * the evening is the last session: Ann has 5 in the afternoon. */
        .name = "who is remote and leads joins it",
        .world = {.service = TASKS, .use = "{least: 15, per: month}", .beside = DEBRIEF("30")},
        .rota = "ann 2027-02-01 pm calls remote\n"
                "cat 2027-02-01 pm calls remote\n"
                "ann 2027-02-02 pm calls remote\n",
        .cost = 10,
        .says = "capacity_floor: 14 contacts are offered in 2027-02; the floor is 15",
    },
    {
        /* At Hove 8 in 105 of 225 minutes, 3.73; at Crawley 7.47: 11.2. */
        .name = "of two debriefs the longer",
        .world = {.service = TASKS,
                  .use = "{least: 12, per: month}",
                  .beside = DEBRIEF("15") ", " DEBRIEF("120, at: hove")},
        .rota = "bob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 pm clinic crawley\n",
        .cost = 10,
        .says = "capacity_floor: 11 contacts are offered in 2027-02; the floor is 12",
    },
    {
        .name = "a debrief takes no more than the session has",
        .world = {.service = TASKS "sessions:\n"
                                   "  am:  {from: \"08:30\", to: \"12:15\"}\n"
                                   "  pm:  {from: \"13:15\", to: \"14:15\"}\n"
                                   "  eve: {from: \"17:00\", to: \"20:00\"}\n",
                  .use = "{least: 9, per: month}",
                  .beside = DEBRIEF("120")},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic hove\n"
                "ann 2027-02-01 pm calls remote\n",
        .cost = 10,
        .says = "capacity_floor: 8 contacts are offered in 2027-02; the floor is 9",
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
    {
        /* In 155 of 225 minutes: Bob's 1 and 2 come to 2.07, Cat's 8 to 5.51; and of Ann's 155
         * minutes a half are one call of 40. */
        .name = "a debrief takes of what each sees",
        .world = {.service = TASKS "sees: {6: 33}\n",
                  .clinicians = "ann: {name: Ann Able, band: 7, works: {mon-fri: [am, pm]},\n"
                                "      sees: 50}\n",
                  .use = "{least: 9, per: month}",
                  .beside = DEBRIEF("70")},
        .rota = "ann 2027-02-01 pm calls remote\n"
                "bob 2027-02-01 pm clinic hove\n"
                "cat 2027-02-01 pm clinic crawley\n",
        .cost = 10,
        .says = "capacity_floor: 8 contacts are offered in 2027-02; the floor is 9",
    },
    {.name = NULL},
};
