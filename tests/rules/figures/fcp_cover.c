#include "tests/rules/figures/figure.h"

/* Ann's sessions at Goldstone on these mornings. */
#define AM(day) "ann 2027-02-" day " am fcp goldstone\n"

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
    {.name = NULL},
};
