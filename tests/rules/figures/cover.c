#include "tests/rules/figures/figure.h"

/* The week of Monday 29 March 2027 is March's until Wednesday, then April's. */
#define MARCH(lines)                                                                               \
  {                                                                                                \
    "history/2027-03.yaml", "month: 2027-03\nassignments:\n" lines "checksum: none\n"              \
  }
#define APRIL(lines)                                                                               \
  {                                                                                                \
    "history/2027-04.yaml", "month: 2027-04\nassignments:\n" lines "checksum: none\n"              \
  }
#define AM(date, what) "    - " date " am 08:30-12:15 " what "\n"
/* Five clinics in a week's five mornings, in that week alone. */
#define FIVE(more)                                                                                 \
  "demand: [{task: clinic, per: week, sessions: mon-fri am, need: 5" more                          \
  ", from: 2027-03-29, until: 2027-04-04}]\n"

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
        .says = "clinic in the week of Mon 31 May: 1 session, the target is 2",
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
        .says = "clinic at hove on Wed 3 Feb am: 1 person, 1 too many",
    },
    {
        .name = "a hard use that is kept, but for a target",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1,\n"
                             "          target: 2, most: 2, until: 2027-02-01}]\n",
                  .use = "{hard: yes}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 20,
        .says = "clinic at hove on Mon 1 Feb am: 1 person, the target is 2",
    },
    /* --- weeks shared with a published month --------------------------------- */
    {
        /* 4 of 5 are published, one of them by somebody who has left; another task, an afternoon
         * and the Sunday before are none of them. The share of Thursday and Friday would be 2. */
        .name = "what is published of a week is not needed again",
        .world =
            {.month_id = "2027-04",
             .files = {MARCH(
                 "  ann:\n" AM("2027-03-28", "clinic hove") AM("2027-03-29", "clinic hove")
                     AM("2027-03-30", "clinic crawley")
                         AM("2027-03-31",
                            "spine hove") "    - 2027-03-30 pm 13:15-17:00 clinic hove\n"
                                          "  bob:\n" AM("2027-03-31", "clinic hove") "  gone:\n" AM(
                                              "2027-03-31", "clinic hove"))},
             .service = FIVE(""),
             .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic in the week of Thu 1 Apr: 0 of 1 session, besides 4 published",
    },
    {
        /* 2 of 5 are published: 3 are left for two mornings, which take one each. */
        .name = "what was missing then is owed, as far as the month's own sessions go",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "clinic hove")
                                      AM("2027-03-30", "clinic crawley"))},
                  .service = FIVE(", target: 8"),
                  .use = "{}"},
        .rota = "bob 2027-04-01 am clinic hove\n",
        .cost = 100 + 2 * 20,
        .says = "clinic in the week of Thu 1 Apr: 1 of 2 sessions, besides 2 published",
    },
    {
        .name = "a week that is full already asks for nobody",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(
                      "  ann:\n" AM("2027-03-29", "clinic hove") AM("2027-03-30", "clinic hove")
                          AM("2027-03-31", "clinic hove") "  bob:\n" AM("2027-03-29", "clinic hove")
                              AM("2027-03-30", "clinic hove") AM("2027-03-31", "clinic hove"))},
                  .service = FIVE(""),
                  .use = "{}"},
        .rota = "",
    },
    {
        .name = "the most of a week is what is left of it",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-31", "clinic hove"))},
                  .service = "demand: [{task: clinic, per: week, need: 0, most: 1,\n"
                             "          until: 2027-04-04}]\n",
                  .use = "{}"},
        .rota = "bob 2027-04-02 am clinic hove\n",
        .cost = 50,
        .says = "clinic in the week of Thu 1 Apr: 1 session, 1 too many, besides 1 published",
    },
    {
        .name = "the month after has its part of the week too",
        .world = {.month_id = "2027-03",
                  .files = {APRIL("  ann:\n" AM("2027-04-01", "clinic hove") AM(
                      "2027-04-02", "clinic hove") AM("2027-04-05", "clinic hove"))},
                  .service = FIVE(""),
                  .use = "{}"},
        .rota = "bob 2027-03-29 am clinic hove\n",
        .cost = 2 * 100,
        .says = "clinic in the week of Mon 29 Mar: 1 of 3 sessions, besides 2 published",
    },
    {
        /* Of 5 mornings 4 are left, and so are 4 of 5 clinics; 3 are published. */
        .name = "a holiday among the published days takes its share",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-30", "clinic hove") AM(
                      "2027-03-31", "clinic hove") "  bob:\n" AM("2027-03-31", "clinic hove"))},
                  .service = "holidays: [2027-03-29]\n" FIVE(""),
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic in the week of Thu 1 Apr: 0 of 1 session, besides 3 published",
    },
    {
        /* 2 of 5 mornings, as without a month before: 2. */
        .name = "a line that begins with the month owes nothing for the days before",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-31", "clinic hove"))},
                  .service = "demand: [{task: clinic, per: week, sessions: mon-fri am, need: 5,\n"
                             "          from: 2027-04-01, until: 2027-04-04}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 2 * 100,
        .says = "clinic in the week of Thu 1 Apr: 0 of 2 sessions",
    },
    {
        /* Published by Crawley, it is no part of Hove's. */
        .name = "each site has its own rest of the week",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "clinic crawley")
                                      AM("2027-03-30", "clinic crawley"))},
                  .service = "demand: [{task: clinic, at: every hub, per: week, need: 2,\n"
                             "          from: 2027-03-29, until: 2027-04-04}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 2 * 100,
        .says = "clinic at hove in the week of Thu 1 Apr: 0 of 2 sessions",
    },
    /* --- and what a closure takes away of them --------------------------------- */
    {
        /* 3 are left of 5: of Thursday and Friday each takes one. Friday is closed. */
        .name = "the rest of the week, on an open morning and on a closed one",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "clinic hove")
                                      AM("2027-03-30", "clinic hove"))},
                  .service = FIVE(", at: hove"),
                  .month = "closures: [{site: hove, from: 2027-04-02}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100 + 100,
        .says = "clinic at hove in the week of Thu 1 Apr: 1 session not offered: hove is closed "
                "(2027-04/month.yaml:1)",
    },
    {
        /* As in a week of one month: of 5 mornings 4 are open, which ask for 4 clinics. They are
         * published, and the fifth is Friday's. */
        .name = "the open mornings have theirs already, and the closed one is owed",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(
                      "  ann:\n" AM("2027-03-29", "clinic hove") AM("2027-03-30", "clinic hove") AM(
                          "2027-03-31", "clinic hove") "  bob:\n" AM("2027-03-31", "clinic hove"))},
                  .service = FIVE(", at: hove"),
                  .month = "closures: [{site: hove, from: 2027-04-02}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove in the week of Thu 1 Apr: 1 session not offered: hove is closed "
                "(2027-04/month.yaml:1)",
    },
    {
        .name = "where all five are published a closed morning takes nothing away",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(
                      "  ann:\n" AM("2027-03-29", "clinic hove") AM("2027-03-30", "clinic hove")
                          AM("2027-03-31", "clinic hove") "  bob:\n" AM("2027-03-30", "clinic hove")
                              AM("2027-03-31", "clinic hove"))},
                  .service = FIVE(", at: hove"),
                  .month = "closures: [{site: hove, from: 2027-04-02}]\n",
                  .use = "{}"},
        .rota = "",
    },
    {
        /* 3 of 5 mornings are the month's: 5 less the one of April, and one in each. */
        .name = "a closure before a week's published end",
        .world = {.month_id = "2027-03",
                  .files = {APRIL("  ann:\n" AM("2027-04-01", "clinic hove"))},
                  .service = FIVE(", target: 10, at: hove"),
                  .month = "closures: [{site: hove, from: 2027-03-29, to: 2027-03-30}]\n",
                  .use = "{}"},
        /* Of the target at most two in each: 2 on Wednesday, 6 on all three. */
        .rota = "bob 2027-03-31 am clinic hove\n",
        .cost = 20 + 2 * 100 + 2 * 20,
        .says = "clinic at hove in the week of Mon 29 Mar: 2 sessions not offered: hove is closed "
                "(2027-03/month.yaml:1)",
    },
    {
        /* One on Thursday at Hove; Friday's goes to Crawley, where 1 of 2 is published: two. */
        .name = "what moves comes on top of the rest of another line's week",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "clinic hove") AM(
                      "2027-03-30", "clinic hove") AM("2027-03-31", "clinic crawley"))},
                  .service =
                      "demand:\n"
                      "  - {task: clinic, at: hove, per: week, sessions: mon-fri am, need: 5,\n"
                      "     from: 2027-03-29, until: 2027-04-04}\n"
                      "  - {task: clinic, at: crawley, per: week, sessions: mon-fri am, need: 2,\n"
                      "     most: 2, from: 2027-03-29, until: 2027-04-04}\n",
                  .month = "closures: [{site: hove, from: 2027-04-02, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-04-01 am clinic hove\n"
                "bob 2027-04-02 am clinic crawley\n",
        .cost = 100,
        .says = "clinic at crawley in the week of Thu 1 Apr: 1 of 2 sessions, besides 1 published",
    },
    {
        /* The most of Crawley's line is 1 of 2, and the one that comes. */
        .name = "and so does the most of it",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "clinic hove") AM(
                      "2027-03-30", "clinic hove") AM("2027-03-31", "clinic crawley"))},
                  .service =
                      "demand:\n"
                      "  - {task: clinic, at: hove, per: week, sessions: mon-fri am, need: 5,\n"
                      "     from: 2027-03-29, until: 2027-04-04}\n"
                      "  - {task: clinic, at: crawley, per: week, sessions: mon-fri am, need: 2,\n"
                      "     most: 2, from: 2027-03-29, until: 2027-04-04}\n",
                  .month = "closures: [{site: hove, from: 2027-04-02, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-04-01 am clinic hove\n"
                "bob 2027-04-01 am clinic crawley\n"
                "ann 2027-04-02 am clinic crawley\n"
                "bob 2027-04-02 am clinic crawley\n",
        .cost = 50,
        .says = "clinic at crawley in the week of Thu 1 Apr: 3 sessions, 1 too many, besides 1 "
                "published",
    },
    {
        /* 4 of 5 are published, and Friday's is the fifth. */
        .name = "what moves by itself has the line's most, whatever is published",
        .world = {.month_id = "2027-04",
                  .files = {MARCH(
                      "  ann:\n" AM("2027-03-29", "clinic hove") AM("2027-03-30", "clinic hove") AM(
                          "2027-03-31", "clinic hove") "  bob:\n" AM("2027-03-31", "clinic hove"))},
                  .service = FIVE(", most: 5, at: hove"),
                  .month = "closures: [{site: hove, from: 2027-04-02, moves_to: crawley}]\n",
                  .use = "{}"},
        .rota = "ann 2027-04-02 am clinic crawley\n"
                "bob 2027-04-02 am clinic crawley\n",
    },
    {
        /* 3 a week, none of which the hours hold: 2 days of 5 are owed 1.2. */
        .name = "a line whose hours hold no session owes its own days",
        .world =
            {.month_id = "2027-04",
             .files = {MARCH("  ann:\n" AM("2027-03-31", "clinic crawley"))},
             .service =
                 "sites:\n"
                 "  hove:    {kind: hub, rooms: 2, open: {mon-fri: \"09:00-12:00\"}}\n"
                 "  crawley: {kind: hub}\n"
                 "  remote:  {kind: remote}\n"
                 "demand: [{task: clinic, at: hove, per: week, sessions: mon-fri am, need: 3,\n"
                 "          from: 2027-03-29, until: 2027-04-04}]\n",
             .use = "{}"},
        .rota = "",
        .cost = 100,
        .says = "clinic at hove in the week of Thu 1 Apr: 1 session not offered: no session fits "
                "into the hours of hove",
    },
    {
        .name = "several tasks are counted together",
        .world = {.service =
                      "demand: [{task: [clinic, spine], at: hub, sessions: mon am, need: 3,\n"
                      "          until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am spine hove\n"
                "bob 2027-02-01 am clinic crawley\n"
                "cat 2027-02-01 am duty hove\n",
        .cost = 100,
        .says = "clinic or spine on Mon 1 Feb am: 2 of 3 people",
    },
    {
        .name = "of `who` alone, at each hub",
        .world = {.service = "demand: [{task: clinic, who: {band: 7}, at: every hub,\n"
                             "          sessions: mon am, need: 1, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic crawley\n",
        .cost = 100,
        .says = "clinic (of Ann Able) at crawley on Mon 1 Feb am: 0 of 1 person",
    },
    {
        .name = "a line's name, and too many of them",
        .world = {.service = "demand: [{name: A senior, task: [clinic, spine], who: {band: 7},\n"
                             "          at: hove, per: day, sessions: mon, need: 1, most: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm spine hove\n",
        .cost = 50,
        .says = "A senior at hove on Mon 1 Feb: 2 sessions, 1 too many",
    },
    {
        /* The one of the 1st was Bob's, of band 6 then: Ann's of the 29th counts, Bob's does not.
         */
        .name = "of a shared week those who are meant count",
        .world = {.month_id = "2027-04",
                  .files = {MARCH("  ann:\n" AM("2027-03-29", "clinic hove") "  bob:\n" AM(
                      "2027-03-30", "clinic hove"))},
                  .service = "demand: [{task: clinic, who: {band: 7}, per: week,\n"
                             "          sessions: mon-fri am, need: 3, until: 2027-04-04}]\n",
                  .use = "{}"},
        .rota = "ann 2027-04-01 am clinic hove\n"
                "bob 2027-04-02 am clinic hove\n",
        .cost = 100,
        .says =
            "clinic (of Ann Able) in the week of Thu 1 Apr: 1 of 2 sessions, besides 1 published",
    },
    {
        .name = "where a closure moves the work, another line says who does it; else it is owed",
        .world = {.service = "demand: [{task: clinic, who: {band: 7}, at: hove, sessions: am,\n"
                             "          need: 1, from: 2027-02-25}]\n",
                  .month = "closures:\n"
                           "  - {site: hove, from: 2027-02-25, moves_to: crawley}\n"
                           "  - {site: hove, from: 2027-02-26}\n",
                  .use = "{}"},
        .rota = "",
        .cost = 100,
        .says =
            "clinic (of Ann Able) at hove on Fri 26 Feb am: 1 person not offered: hove is closed "
            "(2027-02/month.yaml:3)",
    },
    {
        /* At Hove nothing is asked for, of Crawley one is missing. */
        .name = "where an event has either of two tasks, a line of one is not asked for",
        .world = {.service = "demand: [{task: spine, at: every hub, sessions: mon am, need: 1,\n"
                             "          until: 2027-02-01}]\n",
                  .month = "events: {fair: {at: hove, on: 2027-02-01 am,\n"
                           "  need: [{task: [clinic, spine], who: {band: 7}, need: 1}]}}\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am spine hove\n",
        .cost = 100,
        .says = "spine at crawley on Mon 1 Feb am: 0 of 1 person",
    },
    {.name = NULL},
};
