#include "tests/rules/figures/figure.h"

const struct figure figures_cover[] = {
    {
        .name = "two missing below need and one below target",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          target: 3, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 2 * 100 + 20,
        .says = "clinic at hove on Mon 1 Feb am: 0 of 2 people",
    },
    {
        .name = "only the target is missed",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          target: 3, until: 2027-02-01}]\n",
                  .use = "{weight: 3}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 3 * 20,
        .says = "clinic at hove on Mon 1 Feb am: 2 people, the target is 3",
    },
    {
        .name = "one too many, at a price of its own",
        .world = {.service =
                      "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, most: 1,\n"
                      "          prices: {most: 7}, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 7,
        .says = "clinic at hove on Mon 1 Feb am: 2 people, 1 too many",
    },
    {
        /* 2 of the 4 sessions of a week: 3 x 2 / 4 = 1.5, halves go up. */
        .name = "half a week needs half the people",
        .world = {.service = "demand: [{task: clinic, per: week, sessions: mon-thu am, need: 3,\n"
                             "          from: 2027-02-24}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-24 am clinic hove\n"
                "ann 2027-02-24 pm clinic hove\n",
        .cost = 100,
        .says = "clinic in the week of Mon 22 Feb: 1 of 2 sessions",
    },
    {
        .name = "a session for every 3000 patients, rounded up",
        .world = {.service = "demand: [{task: fcp, at: every pcn, per: month,\n"
                             "          need: 1 per 3000 patients}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-24 am fcp goldstone\n",
        .cost = 2 * 100,
        .says = "fcp at goldstone in 2027-02: 1 of 3 sessions",
    },
    {
        .name = "hard demand is broken, not priced",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          hard: yes, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "clinic at hove on Mon 1 Feb am: 1 of 2 people",
    },
    {
        .name = "a site that is closed needs nobody if the closure says so",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          until: 2027-02-08}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, owed: no}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-08 am clinic hove\n",
        .cost = 100,
        .says = "clinic at hove on Mon 8 Feb am: 1 of 2 people",
    },
    {
        .name = "otherwise all that it needs is owed, and not to target twice",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          target: 3, until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, reason: Flood}]\n",
                  .use = "{weight: 2}"},
        .rota = "ann 2027-02-08 am clinic hove\n",
        .cost = 2 * (2 * 100 + 20),
        .says = "clinic at hove on Mon 1 Feb am: 2 people not offered: hove is closed, Flood"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "what a hard line is owed has its price",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          hard: yes, until: 2027-02-01}]\n",
                  .month = "closures: [{from: 2027-02-01, sessions: am}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove on Mon 1 Feb am: 1 person not offered: the service is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "so has that of a hard use, at weight 1",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 3,\n"
                             "          until: 2027-02-01, prices: {need: 7, target: 0}}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{hard: yes}"},
        .rota = "",
        .cost = 3 * 7,
        .says = "clinic at hove on Mon 1 Feb am: 3 people not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "one closure that owes nothing is enough",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01},\n"
                           "           {from: 2027-02-01, owed: no}]\n",
                  .use = "{}"},
        .rota = "",
    },
    {
        .name = "a bank holiday owes nothing, closed or not",
        .world = {.service = "holidays: [2027-02-01]\n"
                             "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "",
    },
    {
        /* The day's need stands as long as a session of the day is left; on the 2nd none is. */
        .name = "a day is owed when all of it is closed",
        .world = {.service =
                      "demand: [{task: clinic, at: hove, sessions: am pm, per: day, need: 2,\n"
                      "          until: 2027-02-02}]\n",
                  .month =
                      "closures: [{site: hove, from: 2027-02-01, to: 2027-02-02, sessions: am},\n"
                      "           {site: hove, from: 2027-02-02, sessions: pm}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 pm clinic hove\n",
        .cost = 3 * 100,
        .says = "clinic at hove on Tue 2 Feb: 2 sessions not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "a month of which a session is left is asked for whole",
        .world = {.service = "demand: [{task: clinic, at: hove, per: month, need: 3}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, to: 2027-02-25}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-26 am clinic hove\n",
        .cost = 2 * 100,
        .says = "clinic at hove in 2027-02: 1 of 3 sessions",
    },
    {
        .name = "a month of which none is left is owed whole",
        .world = {.service = "demand: [{task: clinic, at: hove, per: month, need: 3}]\n",
                  .month = "closures: [{site: hove, from: 2027-01-01, to: 2027-03-25}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 3 * 100,
        .says = "clinic at hove in 2027-02: 3 sessions not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        /* Crawley is not open on Mondays, so that closing it on one takes nothing away. */
        .name = "what the hours don't hold is not owed by a closure",
        .world = {.service =
                      "sites:\n"
                      "  hove: {kind: hub}\n"
                      "  crawley: {kind: hub, open: {tue: \"08:00-18:00\"}}\n"
                      "  remote: {kind: remote}\n"
                      "demand: [{task: clinic, at: every hub, sessions: mon-tue am, need: 1,\n"
                      "          until: 2027-02-02}]\n",
                  .month = "closures: [{site: crawley, from: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "bob 2027-02-02 am clinic crawley\n",
    },
    {
        /* 8000 patients ask for 2 sessions a week; Goldstone's hours hold none of the 11. */
        .name = "a PCN whose hours hold no session is owed what its patients ask for",
        .world = {.service = "pcns:\n"
                             "  goldstone: {patients: 8000, open: {mon-fri: \"09:00-16:30\"}}\n"
                             "  haven: {patients: 3000}\n"
                             "demand: [{task: fcp, at: every pcn, per: week, from: 2027-02-22,\n"
                             "          need: 1 per 4000 patients}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-26 am fcp haven\n",
        .cost = 2 * 100,
        .says =
            "fcp at goldstone in the week of Mon 22 Feb: 2 sessions not offered: no session fits"
            " into the hours of goldstone",
    },
    {
        /* The line asks at Crawley all the same: hours narrow it as long as one site is left. */
        .name = "a hub whose hours hold none of a line's sessions, as another's do",
        .world = {.service = "sites:\n"
                             "  hove: {kind: hub, open: {mon-fri: \"09:00-17:00\"}}\n"
                             "  crawley: {kind: hub}\n"
                             "  remote: {kind: remote}\n"
                             "demand: [{task: clinic, at: every hub, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n",
    },

    /* --- what a closure moves ----------------------------------------------- */
    {
        /* 2 of Hove's on top of 1 of Crawley's. */
        .name = "what moves is asked for there in addition",
        .world = {.service = "demand:\n"
                             "  - {task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "     until: 2027-02-01}\n"
                             "  - {task: clinic, at: crawley, sessions: mon am, need: 1, most: 1,\n"
                             "     until: 2027-02-01}\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "bob 2027-02-01 am clinic crawley\n",
        .cost = 100,
        .says = "clinic at crawley on Mon 1 Feb am: 2 of 3 people",
    },
    {
        .name = "all of it there, and no more than what moves on top of the most",
        .world = {.service = "demand:\n"
                             "  - {task: clinic, at: \"every [hove, crawley]\", sessions: mon am,\n"
                             "     need: 1, most: 1, until: 2027-02-01}\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "bob 2027-02-01 am clinic crawley\n"
                "cat 2027-02-01 am clinic crawley\n",
        .cost = 50,
        .says = "clinic at crawley on Mon 1 Feb am: 3 people, 1 too many",
    },
    {
        .name = "where nobody asks it stands by itself, at its own prices",
        .world = {.service =
                      "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, target: 3,\n"
                      "          until: 2027-02-01, prices: {need: 70, target: 9}}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 70 + 2 * 9,
        .says = "clinic at crawley on Mon 1 Feb am: 0 of 1 person",
    },
    {
        .name = "a hard line is hard where it moves",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01, hard: yes}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "",
        .broken = 1,
        .says = "clinic at crawley on Mon 1 Feb am: 0 of 1 person",
    },
    {
        .name = "what can't be done there stays owed here",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: goldstone}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove on Mon 1 Feb am: 1 person not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "so does what moves to a site that is closed itself",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley},\n"
                           "           {site: crawley, from: 2027-02-01, moves_to: hove}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove on Mon 1 Feb am: 1 person not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "and what an event's work is there",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n"
                           "events: {fair: {at: crawley, on: 2027-02-01 am,\n"
                           "                need: [{task: clinic, need: 1}]}}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n",
        .cost = 100,
        .says = "clinic at hove on Mon 1 Feb am: 1 person not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "nothing moves from sites together of which one is open",
        .world = {.service =
                      "demand: [{task: clinic, at: [hove, crawley], sessions: mon am, need: 2,\n"
                      "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n",
        .cost = 100,
        .says = "clinic on Mon 1 Feb am: 1 of 2 people",
    },
    {
        /* Of 5 in 5 mornings 2 go with Monday and Tuesday, 1 is owed with Wednesday and 2 stay;
         * Crawley's line of mornings and afternoons has 4 of its own. */
        .name = "a week that stays, goes and is owed in parts",
        .world = {.service =
                      "demand:\n"
                      "  - {task: clinic, at: hove, sessions: mon-fri am, per: week, need: 5,\n"
                      "     from: 2027-02-22}\n"
                      "  - {task: clinic, at: crawley, sessions: mon-fri am pm, per: week,\n"
                      "     need: 4, from: 2027-02-22}\n",
                  .month = "closures: [{site: hove, from: 2027-02-22, to: 2027-02-23,\n"
                           "            moves_to: crawley},\n"
                           "           {site: hove, from: 2027-02-24}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-22 pm clinic crawley\n"
                "ann 2027-02-25 am clinic hove\n",
        .cost = (1 + 1 + 5) * 100,
        .says = "clinic at crawley in the week of Mon 22 Feb: 1 of 6 sessions",
    },

    /* --- what counts, and where -------------------------------------------- */
    {
        .name = "need, target and most are just met",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          target: 2, most: 2, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 am clinic crawley\n"
                "cat 2027-02-01 pm clinic hove\n",
    },
    {
        /* 8000 patients need 3; the target of 1 is that too. */
        .name = "a target below the need is the need",
        .world = {.service = "demand: [{task: fcp, at: every pcn, sessions: mon am,\n"
                             "          need: 1 per 3000 patients, target: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am fcp goldstone\n",
        .cost = 2 * 100,
        .says = "fcp at goldstone on Mon 1 Feb am: 1 of 3 people",
    },
    {
        /* One below need at the dearer price of a target, two below target. */
        .name = "a person below need is never cheaper than one below target",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          target: 3, prices: {need: 5, target: 30},\n"
                             "          until: 2027-02-01}]\n",
                  .use = "{weight: 2}"},
        .rota = "",
        .cost = (30 + 2 * 30) * 2,
        .says = "clinic at hove on Mon 1 Feb am: 0 people, the target is 3",
    },
    {
        .name = "two sites together",
        .world = {.service = "demand: [{task: clinic, at: [hove, crawley], sessions: mon am,\n"
                             "          need: 3, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic crawley\n",
        .cost = 100,
        .says = "clinic on Mon 1 Feb am: 2 of 3 people",
    },
    {
        .name = "each of two sites",
        .world = {.service = "demand: [{task: clinic, at: every hub, sessions: mon am,\n"
                             "          need: 2, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 pm clinic crawley\n",
        .cost = 2 * 100,
        .says = "clinic at crawley on Mon 1 Feb am: 0 of 2 people",
    },
    {
        .name = "one of two sites is closed, the other still asks",
        .world = {.service = "demand: [{task: clinic, at: hub, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic on Mon 1 Feb am: 0 of 1 person",
    },
    {
        /* Open on Mondays, to the minute: the afternoon ends at 17:00, as the site does. */
        .name = "opening hours that just hold the session",
        .world = {.service = "sites:\n"
                             "  hove: {kind: hub, open: {mon: \"13:15-17:00\"}}\n"
                             "  crawley: {kind: hub}\n"
                             "  remote: {kind: remote}\n"
                             "demand: [{task: clinic, at: hove, need: 1, until: 2027-02-02}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove on Mon 1 Feb pm: 0 of 1 person",
    },
    {
        .name = "opening hours a minute short of it",
        .world = {.service = "sites:\n"
                             "  hove: {kind: hub, open: {mon: \"13:15-16:59\"}}\n"
                             "  crawley: {kind: hub}\n"
                             "  remote: {kind: remote}\n"
                             "demand: [{task: clinic, at: hove, need: 1, until: 2027-02-02}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 5 * 100,
        .says = "clinic at hove on Tue 2 Feb eve: 1 person not offered: no session fits into the"
                " hours of hove",
    },
    {
        .name = "from its first day until its last",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: am, need: 1,\n"
                             "          from: 2027-02-04, until: 2027-02-08}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-05 am clinic hove\n"
                "ann 2027-02-09 am clinic hove\n",
        .cost = 2 * 100,
        .says = "clinic at hove on Mon 8 Feb am: 0 of 1 person",
    },
    {
        .name = "the month's line takes the place of the service's, others stay",
        .world = {.service = "demand:\n"
                             "  - {task: clinic, at: hove, sessions: fri am, need: 1}\n"
                             "  - {task: clinic, at: hove, sessions: fri pm, need: 1}\n",
                  .month = "demand: [{task: clinic, at: hove, sessions: fri am, need: 2}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-05 am clinic hove\n",
        .cost = (2 * 4 - 1 + 4) * 100,
        .says = "clinic at hove on Fri 5 Feb am: 1 of 2 people",
    },
    {
        .name = "an event's session is not asked for by a line",
        .world = {.service = "demand: [{task: clinic, at: hove, need: 1, from: 2027-02-06,\n"
                             "          until: 2027-02-07}]\n",
                  .month = "events: {fair: {at: crawley, on: 2027-02-06 am,\n"
                           "                need: [{task: support, need: 1}]}}\n",
                  .use = "{}"},
        .rota = "",
    },
    {
        .name = "nor is a holiday's",
        .world = {.service = "holidays: [2027-02-26]\n"
                             "demand: [{task: clinic, at: hove, sessions: am, need: 1,\n"
                             "          from: 2027-02-25}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove on Thu 25 Feb am: 0 of 1 person",
    },
    /* --- days, weeks and months -------------------------------------------- */
    {
        .name = "a person working two sessions of a day counts twice",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon, per: day, need: 3,\n"
                             "          most: 3, until: 2027-02-08}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-08 am clinic hove\n"
                "bob 2027-02-08 pm clinic hove\n"
                "ann 2027-02-08 am clinic hove\n"
                "ann 2027-02-08 pm clinic hove\n",
        .cost = 100 + 50,
        .says = "clinic at hove on Mon 8 Feb: 4 sessions, 1 too many",
    },
    {
        /* 5 mornings a week; of the last week of May one: need 5 / 5, target 8 / 5 = 1.6 */
        .name = "a part week at the month's end",
        .world = {.service = "demand: [{task: clinic, per: week, sessions: mon-fri am, need: 5,\n"
                             "          target: 8, from: 2027-05-29}]\n",
                  .month_id = "2027-05",
                  .use = "{}"},
        .rota = "ann 2027-05-31 am clinic hove\n",
        .cost = 20,
        .says = "clinic in the week of Mon 31 May: 1 sessions, the target is 2",
    },
    {
        .name = "the most of a part week is that of a whole one",
        .world = {.service = "demand: [{task: clinic, per: week, sessions: mon-tue am, need: 2,\n"
                             "          most: 2, from: 2027-05-29}]\n",
                  .month_id = "2027-05",
                  .use = "{}"},
        .rota = "ann 2027-05-31 am clinic hove\n"
                "bob 2027-05-31 am clinic hove\n"
                "cat 2027-05-31 am clinic hove\n",
        .cost = 50,
        .says = "clinic in the week of Mon 31 May: 3 sessions, 1 too many",
    },
    {
        /* Saturday the 1st and Sunday the 2nd: 2 of 7 mornings, 7 x 2 / 7 = 2 */
        .name = "a part week at the month's start, with its Sunday",
        .world = {.service = "week: {mon-sun: [am]}\n"
                             "demand: [{task: clinic, per: week, need: 7, until: 2027-05-02}]\n",
                  .month_id = "2027-05",
                  .use = "{}"},
        .rota = "ann 2027-05-02 am clinic hove\n"
                "ann 2027-05-03 am clinic hove\n",
        .cost = 100,
        .says = "clinic in the week of Sat 1 May: 1 of 2 sessions",
    },
    {
        /* 1 of 5 mornings: 2 / 5 = 0.4, and the target 7 / 5 = 1.4 */
        .name = "less than half a person is none",
        .world = {.service = "demand: [{task: clinic, per: week, sessions: mon-fri am, need: 2,\n"
                             "          target: 7, from: 2027-02-26}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 20,
        .says = "clinic in the week of Mon 22 Feb: 0 sessions, the target is 1",
    },
    {
        /* Hove is open on 3 of the line's 5 mornings, and closed on one: 3 x 2 / 3, and one is
         * owed. The other weeks are whole. */
        .name = "a week is whole when all its opening hours are",
        .world = {.service = "sites:\n"
                             "  hove: {kind: hub, open: {mon-wed: \"08:30-12:15\"}}\n"
                             "  crawley: {kind: hub}\n"
                             "  remote: {kind: remote}\n"
                             "demand: [{task: clinic, at: hove, per: week, sessions: mon-fri am,\n"
                             "          need: 3, until: 2027-02-12}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-10}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = (3 + 2 + 1) * 100,
        .says = "clinic at hove in the week of Mon 8 Feb: 1 session not offered: hove is closed"
                " (2027-02/month.yaml:1)",
    },
    {
        .name = "a month is never cut down",
        .world = {.service = "holidays: [2027-02-01, 2027-02-02]\n"
                             "demand: [{task: clinic, at: hove, per: month, need: 3, target: 4}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-03 am clinic hove\n"
                "bob 2027-02-26 pm clinic hove\n",
        .cost = 100 + 20,
        .says = "clinic at hove in 2027-02: 2 of 3 sessions",
    },
    {
        .name = "a session for every 4000 of 8000 patients",
        .world = {.service = "demand: [{task: fcp, at: every pcn, per: month,\n"
                             "          need: 1 per 4000 patients}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-24 am fcp goldstone\n"
                "bob 2027-02-24 pm fcp goldstone\n",
    },
    /* --- hard -------------------------------------------------------------- */
    {
        .name = "a hard use: need and most break it, a target costs its price",
        .world = {.service = "demand:\n"
                             "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 2,\n"
                             "     until: 2027-02-01}\n"
                             "  - {task: clinic, at: hove, sessions: tue am, need: 2, target: 3,\n"
                             "     until: 2027-02-02}\n"
                             "  - {task: clinic, at: hove, sessions: wed am, most: 0,\n"
                             "     until: 2027-02-03}\n",
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n",
        .cost = 20 + 20,
        .broken = 2,
        .says = "clinic at hove on Wed 3 Feb am: 1 people, 1 too many",
    },
    {
        .name = "a hard use that is kept, but for a target",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          target: 2, most: 2, until: 2027-02-01}]\n",
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 20,
        .says = "clinic at hove on Mon 1 Feb am: 1 people, the target is 2",
    },
    {.name = NULL},
};
