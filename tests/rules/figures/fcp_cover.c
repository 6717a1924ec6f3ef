#include "tests/rules/figures/figure.h"

/* Ann's sessions at Goldstone on these mornings. */
#define AM(day) "ann 2027-02-" day " am fcp goldstone\n"

/* The week of Monday 29 March 2027 is March's until Wednesday, then April's. */
#define MARCH(lines)                                                                               \
  {                                                                                                \
    "history/2027-03.yaml", "month: 2027-03\nassignments:\n  ann:\n" lines "checksum: none\n"      \
  }
#define THEN(date) "    - " date " am 08:30-12:15 fcp goldstone\n"

const struct figure figures_fcp_cover[] = {
    {
        /* 8000 patients, 2 sessions in each of 4 weeks. With one at best every 3
         * of 5 days a gap may be 4; 20 open days without a session are 16 more. */
        .name = "a network without any session",
        .world = {.use = "{task: fcp}"},
        .rota = "",
        .cost = 4 * 2 * 120 + 16 * 30,
        .says = "goldstone: no FCP session on 20 open days, Mon 1 Feb to Fri 26 Feb, at most 4",
    },
    {
        .name = "the month's last gap counts like any other",
        .world = {.use = "{task: fcp}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n"
                "ann 2027-02-04 am fcp goldstone\n"
                "ann 2027-02-08 am fcp goldstone\n"
                "ann 2027-02-11 am fcp goldstone\n"
                "ann 2027-02-15 am fcp goldstone\n"
                "ann 2027-02-18 am fcp goldstone\n"
                "ann 2027-02-19 am fcp goldstone\n",
        .cost = 2 * 120 + 30,
        .says = "goldstone: no FCP session on 5 open days, Mon 22 Feb to Fri 26 Feb, at most 4",
    },

    {
        .name = "two sessions a week, no gap over four days",
        .world = {.use = "{task: fcp}"},
        .rota = AM("01") AM("08") AM("09") AM("11") AM("16") AM("18") AM("23") AM("25") AM("03"),
    },
    {
        /* Thursday to Wednesday are five open days between the 3rd and the 11th. */
        .name = "a gap of five days over a weekend",
        .world = {.use = "{task: fcp, gap_weight: 7}"},
        .rota = AM("01") AM("03") AM("11") AM("12") AM("16") AM("18") AM("23") AM("25"),
        .cost = 7,
        .says = "goldstone: no FCP session on 5 open days, Thu 4 Feb to Wed 10 Feb, at most 4",
    },
    {
        .name = "what is beyond what a week is due does not make up for another",
        .world = {.use = "{task: fcp, weight: 2, most_gap_days: 31}"},
        .rota = AM("01") AM("02") AM("03") AM("08") AM("15") AM("16") AM("22") AM("24"),
        .cost = 2,
        .says = "goldstone in the week of Mon 8 Feb: 1 of 2 FCP sessions",
    },
    {
        /* 8000 patients at 3999 for a session are 3 a week; in two of the week's four mornings
         * 1.5, and halves go up. */
        .name = "three started sessions, and half a week",
        .world = {.use = "{task: fcp, patients_per_session: 3999, sessions: mon-thu am,\n"
                         " from: 2027-02-24}"},
        .rota = "",
        .cost = 2 * 120,
        .says = "goldstone in the week of Mon 22 Feb: 0 of 2 FCP sessions",
    },
    {
        /* 2 x 1 / 5 = 0.4 */
        .name = "less than half a session is none",
        .world = {.use = "{task: fcp, sessions: am, from: 2027-02-26}"},
        .rota = "",
    },
    {
        /* May 2027: none of the 11 sessions in its first week, 2 in its last, 0.4 of 2. The gaps
         * are the 1 to 4 days about a session; Monday the 31st is the month's last open day. */
        .name = "part weeks at both ends of the month",
        .world = {.month_id = "2027-05", .use = "{task: fcp}"},
        .rota = "ann 2027-05-04 am fcp goldstone\n"
                "ann 2027-05-06 am fcp goldstone\n"
                "ann 2027-05-11 am fcp goldstone\n"
                "ann 2027-05-13 am fcp goldstone\n"
                "ann 2027-05-18 am fcp goldstone\n"
                "ann 2027-05-20 am fcp goldstone\n"
                "ann 2027-05-24 am fcp goldstone\n"
                "ann 2027-05-24 pm fcp goldstone\n",
        .cost = 30,
        .says = "goldstone: no FCP session on 5 open days, Tue 25 May to Mon 31 May, at most 4",
    },
    {
        /* With a session a day at best a gap may be most_gap_days; 1 more, at each end. */
        .name = "gaps at the month's first day and its last",
        .world = {.use = "{task: fcp, patients_per_session: 1600, weight: 0, most_gap_days: 2,\n"
                         " from: 2027-02-15}"},
        .rota = AM("18") AM("22") AM("23"),
        .cost = 2 * 30,
        .says = "goldstone: no FCP session on 3 open days, Wed 24 Feb to Fri 26 Feb, at most 2",
    },
    {
        /* 5 sessions a week: 5 x 8 / 10 = 4 in a week without its Wednesday. */
        .name = "days closed with nothing owed neither owe sessions nor lengthen gaps",
        .world = {.service = "week: {mon-fri: [am, pm]}\n",
                  .month = "closures: [{site: goldstone, from: 2027-02-24, owed: no}]\n",
                  .use = "{task: fcp, patients_per_session: 1600, most_gap_days: 1,\n"
                         " from: 2027-02-22}"},
        .rota = AM("22") AM("25"),
        .cost = 2 * 120,
        .says = "goldstone in the week of Mon 22 Feb: 2 of 4 FCP sessions",
    },
    {
        /* The same, of 5 sessions one is owed; and of Tuesday and Wednesday one day may be empty.
         */
        .name = "other closed days owe sessions and are empty days of a gap",
        .world = {.service = "week: {mon-fri: [am, pm]}\n",
                  .month = "closures: [{site: goldstone, from: 2027-02-24}]\n",
                  .use = "{task: fcp, patients_per_session: 1600, most_gap_days: 1,\n"
                         " from: 2027-02-22}"},
        .rota = AM("22") AM("25"),
        .cost = 2 * 120 + 120 + 30,
        .says = "goldstone in the week of Mon 22 Feb: 1 session not offered: goldstone is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        /* Goldstone's 2 sessions go to Haven, which has 3 of its own: 2 of 5 are missing. */
        .name = "what moves is due at the other PCN in addition",
        .world = {.service = "pcns:\n"
                             "  goldstone: {patients: 8000}\n"
                             "  haven: {patients: 12000}\n",
                  .month = "closures: [{site: goldstone, from: 2027-02-22, to: 2027-02-26,\n"
                           "            moves_to: haven}]\n",
                  .use = "{task: fcp, from: 2027-02-22}"},
        .rota = "ann 2027-02-22 am fcp haven\n"
                "ann 2027-02-24 am fcp haven\n"
                "ann 2027-02-26 am fcp haven\n",
        .cost = 2 * 120,
        .says = "haven in the week of Mon 22 Feb: 3 of 5 FCP sessions",
    },
    {
        /* At a hub they count in the slots that moved: the afternoon of the 23rd is not closed. */
        .name = "what moves to a hub is due there by itself",
        .world = {.service = "week: {mon-fri: [am, pm]}\n"
                             "tasks:\n"
                             "  fcp: {skill: fcp, at: [pcn, hove]}\n"
                             "pcns: {goldstone: {patients: 20000}}\n",
                  .month =
                      "closures:\n"
                      "  - {site: goldstone, from: 2027-02-22, moves_to: hove}\n"
                      "  - {site: goldstone, from: 2027-02-23, sessions: am, moves_to: hove}\n",
                  .use = "{task: fcp, from: 2027-02-22, most_gap_days: 31}"},
        .rota = "ann 2027-02-22 am fcp hove\n"
                "ann 2027-02-23 pm fcp hove\n",
        .cost = (4 + 0) * 120,
        .says = "goldstone in the week of Mon 22 Feb: 0 of 4 FCP sessions",
    },
    {
        .name = "a gap over closed days",
        .world = {.month = "closures: [{site: goldstone, from: 2027-02-23, to: 2027-02-26}]\n",
                  .use = "{task: fcp, weight: 0, most_gap_days: 1, patients_per_session: 1600,\n"
                         " gap_weight: 3, from: 2027-02-22}"},
        .rota = AM("22"),
        .cost = 3 * 3,
        .says = "goldstone: no FCP session on 4 open or closed days, Tue 23 Feb to Fri 26 Feb, "
                "at most 1",
    },
    {
        /* Of 5 sessions a week 1 is due on Monday and 4 are owed, at the heading's weight. */
        .name = "hard: what is owed is not, and closed days are none of a gap",
        .world = {.service = "week: {mon-fri: [am, pm]}\n",
                  .month = "closures: [{site: goldstone, from: 2027-02-23, to: 2027-02-26}]\n",
                  .use = "{task: fcp, hard: yes, most_gap_days: 1, patients_per_session: 1600,\n"
                         " from: 2027-02-22}"},
        .rota = AM("22"),
        .cost = 4 * 120,
        .says = "goldstone in the week of Mon 22 Feb: 4 sessions not offered: goldstone is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        /* 2 sessions a week of 8000 patients; Friday lapses: 2 x 8 / 10 = 1.6. */
        .name = "hours that hold no session of the service",
        .world = {.service = "week: {mon-fri: [am, pm]}\n"
                             "pcns:\n"
                             "  goldstone: {patients: 8000, open: {mon-fri: \"09:00-16:30\"}}\n",
                  .month = "closures: [{from: 2027-02-26, owed: no}]\n",
                  .use = "{task: fcp, from: 2027-02-22}"},
        .rota = "",
        .cost = 2 * 120,
        .says = "goldstone in the week of Mon 22 Feb: 2 sessions not offered: no session fits into "
                "the hours of goldstone",
    },
    {
        .name = "another task, another site and another time are not counted",
        .world = {.service = "tasks:\n"
                             "  fcp: {skill: fcp}\n"
                             "  support: {}\n",
                  .use = "{task: fcp, sessions: am, most_gap_days: 31, from: 2027-02-22}"},
        .rota = "ann 2027-02-22 am support goldstone\n"
                "ann 2027-02-23 am fcp hove\n"
                "ann 2027-02-24 pm fcp goldstone\n"
                "ann 2027-02-19 am fcp goldstone\n",
        .cost = 2 * 120,
        .says = "goldstone in the week of Mon 22 Feb: 0 of 2 FCP sessions",
    },
    {
        /* Saturday's is no session of the week: neither owed nor done, and no open day. */
        .name = "an event's session is none of the PCN's",
        .world = {.month = "events: {talk: {at: goldstone, on: 2027-02-27 am,\n"
                           "                need: [{task: fcp, need: 1}]}}\n",
                  .use = "{task: fcp, most_gap_days: 5, from: 2027-02-22}"},
        .rota = "ann 2027-02-27 am fcp goldstone\n",
        .cost = 2 * 120,
        .says = "goldstone in the week of Mon 22 Feb: 0 of 2 FCP sessions",
    },
    {
        .name = "hard: a week and a gap",
        .world = {.use = "{task: fcp, hard: yes, most_gap_days: 4, from: 2027-02-22}"},
        .rota = "",
        .broken = 2,
        .says = "goldstone: no FCP session on 5 open days, Mon 22 Feb to Fri 26 Feb, at most 4",
    },
    {
        .name = "a PCN whose patients nobody counted",
        .world = {.service = "pcns: {goldstone: {ods: U46447, rooms: 1}}\n", .use = "{task: fcp}"},
        .rota = "",
    },
    /* --- over the month's ends ------------------------------------------------ */
    {
        /* Two of two are published, and Wednesday to Friday are three days without. */
        .name = "a week whose sessions are published already",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(THEN("2027-03-29") THEN("2027-03-30"))},
                  .use = "{task: fcp, until: 2027-04-04}"},
        .rota = "",
    },
    {
        /* One of two; Tuesday to Friday are four days without, which may be. */
        .name = "the rest of a week is owed",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(THEN("2027-03-29"))},
                  .use = "{task: fcp, until: 2027-04-04}"},
        .rota = "",
        .cost = 120,
        .says = "goldstone in the week of Thu 1 Apr: 0 of 1 FCP sessions",
    },
    {
        /* 15,000 patients at 1,000 for a session: 15 a week in 11 sessions, two in each of the
         * month's four at most: 8. The month has one and the gap no more than two days. */
        .name = "no more than two in a session, where a session of the week has up to two",
        .world = {.month_id = "2027-04",
                  .service = "pcns: {goldstone: {patients: 15000, rooms: 1}}\n",
                  .files = {MARCH(THEN("2027-03-31"))},
                  .use = "{task: fcp, patients_per_session: 1000, until: 2027-04-04}"},
        .rota = "ann 2027-04-01 am fcp goldstone\n",
        .cost = 7 * 120,
        .says = "goldstone in the week of Thu 1 Apr: 1 of 8 FCP sessions",
    },
    {
        /* Two are owed, and Monday to Friday are five days. */
        .name = "a gap over the month's beginning",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(THEN("2027-03-26"))},
                  .use = "{task: fcp, until: 2027-04-04}"},
        .rota = "",
        .cost = 2 * 120 + 30,
        .says = "goldstone: no FCP session on 5 open days, Mon 29 Mar to Fri 2 Apr, at most 4",
    },
    {
        /* The gap of March alone was found in March: of 25 days each of April's two adds one. */
        .name = "a gap that was too long before is found for the month's own days",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("    - 2027-03-01 am 08:30-12:15 clinic hove\n")},
                  .use = "{task: fcp, until: 2027-04-04}"},
        .rota = "",
        .cost = 2 * 120 + 2 * 30,
        .says = "goldstone: no FCP session on 25 open days, Mon 1 Mar to Fri 2 Apr, at most 4",
    },
    {
        /* The 29th to 31st, 1st, 2nd and 5th are six days; nothing of the week is published. */
        .name = "a gap into the month after",
        .world = {.month_id = "2027-03",
                  .files = {{"history/2027-04.yaml", "month: 2027-04\nassignments:\n  ann:\n" THEN(
                                                         "2027-04-06") "checksum: none\n"}},
                  .use = "{task: fcp, from: 2027-03-29}"},
        .rota = "",
        .cost = 2 * 120 + 2 * 30,
        .says = "goldstone: no FCP session on 6 open days, Mon 29 Mar to Mon 5 Apr, at most 4",
    },
    {
        .name = "a session on the month's last day ends it",
        .world = {.month_id = "2027-03",
                  .files = {{"history/2027-04.yaml", "month: 2027-04\nassignments:\n  ann:\n" THEN(
                                                         "2027-04-02") "checksum: none\n"}},
                  .use = "{task: fcp, from: 2027-03-29}"},
        .rota = "ann 2027-03-31 am fcp goldstone\n",
    },
    /* --- and what a closure takes away there ----------------------------------- */
    {
        /* 5 sessions a week, one each morning, of which March has one. Thursday takes one, and so
         * would Friday, which is closed: Wednesday to Friday are three days without. */
        .name = "the rest of a week, of which a day is closed",
        .world = {.month_id = "2027-04",
                  .service = "pcns: {goldstone: {patients: 20000, rooms: 1}}\n",
                  .month = "closures: [{site: goldstone, from: 2027-04-02}]\n",
                  .files = {MARCH(THEN("2027-03-30"))},
                  .use = "{task: fcp, until: 2027-04-04, sessions: mon-fri am, most_gap_days: 2}"},
        .rota = "",
        .cost = 120 + 120 + 30,
        .says = "goldstone: no FCP session on 3 open or closed days, Wed 31 Mar to Fri 2 Apr, at "
                "most 2",
    },
    {
        /* The two that a week has are published. */
        .name = "a closed day of a week that has its sessions",
        .world = {.month_id = "2027-04",
                  .month = "closures: [{site: goldstone, from: 2027-04-01, to: 2027-04-02}]\n",
                  .files = {MARCH(THEN("2027-03-30") THEN("2027-03-31"))},
                  .use = "{task: fcp, until: 2027-04-04, sessions: mon-fri am}"},
        .rota = "",
    },
    {
        /* 5 a week less one of April: one on Wednesday, 2 of Monday and Tuesday move. Haven has
         * no patients of its own. */
        .name = "what moves of a week that April has part of",
        .world = {.month_id = "2027-03",
                  .service = "pcns:\n"
                             "  goldstone: {patients: 20000, rooms: 1}\n"
                             "  haven: {name: Haven PCN, rooms: 1}\n",
                  .month = "closures: [{site: goldstone, from: 2027-03-29, to: 2027-03-30,\n"
                           "            moves_to: haven}]\n",
                  .files = {{"history/2027-04.yaml", "month: 2027-04\nassignments:\n  ann:\n" THEN(
                                                         "2027-04-01") "checksum: none\n"}},
                  .use = "{task: fcp, from: 2027-03-29, sessions: mon-fri am}"},
        .rota = "ann 2027-03-29 am fcp haven\n"
                "ann 2027-03-31 am fcp goldstone\n",
        .cost = 120,
        .says = "Haven PCN in the week of Mon 29 Mar: 1 of 2 FCP sessions",
    },
    {.name = NULL},
};
