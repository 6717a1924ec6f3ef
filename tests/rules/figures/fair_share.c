#include "tests/rules/figures/figure.h"

/* WTE: Ann and Bob 100%, Cat 50%. A share is of G: what is beyond it, over G. */
#define TWO "who: {clinicians: [ann, bob]}"
#define PAST(month, people, lines)                                                                 \
  {                                                                                                \
    "history/" month ".yaml", "month: " month                                                      \
                              "\n"                                                                 \
                              "accounts:\n" people                                                 \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define WEEKS(first, weeks, people, lines)                                                         \
  {                                                                                                \
    "history/" first ".yaml", "month: " first                                                      \
                              "\n"                                                                 \
                              "period: {from: " first ", weeks: " weeks                            \
                              "}\n"                                                                \
                              "accounts:\n" people                                                 \
                              "assignments:\n"                                                     \
                              "  ann:\n" lines "checksum: none\n"                                  \
  }
#define FIVE ACCOUNT("ann", "11250") ACCOUNT("bob", "11250")
#define TWO_WEEKS ACCOUNT("ann", "4500") ACCOUNT("bob", "4500")
#define ACCOUNT(who, minutes) "  " who ": {contract: " minutes ", planned: 0, balance: 0}\n"
#define BOTH ACCOUNT("ann", "9000") ACCOUNT("bob", "9000")
#define CLINIC(date) "    - " date " am 08:30-12:15 clinic hove\n"

const struct figure figures_fair_share[] = {
    {
        /* G = 250. Ann |250 x 3 - 100 x 3| - 250 = 200; Bob |0 - 300| - 250 = 50; both started.
         * Cat |0 - 150| is within. */
        .name = "one does what three should",
        .world = {.use = "{task: clinic}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .cost = 2 * 5,
        .says = "Ann Able has 3 sessions; the fair share is 1.2, give or take 1",
    },
    {
        /* G = 200: |200 x 2 - 100 x 2| is just 200. */
        .name = "just as far off as may be",
        .world = {.use = "{task: clinic, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n"
                "cat 2027-02-26 pm clinic hove\n",
    },
    {
        /* 600 - 300 - 200 = 100 of 200, started */
        .name = "half a session further",
        .world = {.use = "{task: clinic, weight: 3, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .cost = (1 + 1) * 3,
        .says = "Bob Best has 0 sessions; the fair share is 1.5, give or take 1",
    },
    {
        /* G = 150: 150 x 2 = 100 x 3, and 150 x 1 = 50 x 3. */
        .name = "twice as much for full time as for half",
        .world = {.use = "{task: clinic, within: 0, who: {clinicians: [ann, cat]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n",
    },
    /* --- who takes part ---------------------------------------------------- */
    {
        /* Duty takes band 7: Ann alone has all of it, and that is her share. */
        .name = "whoever can't has no share",
        .world = {.use = "{task: duty, within: 0}"},
        .rota = "ann 2027-02-01 am duty hove\n"
                "ann 2027-02-02 am duty hove\n",
    },
    {
        .name = "whoever never works then has no share",
        .world = {.use = "{task: clinic, sessions: tue eve, within: 0}"},
        .rota = "ann 2027-02-02 eve clinic hove\n",
    },
    {
        .name = "whoever is not sent there has no share",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: yes}, sites: [crawley, remote]}\n",
                  .use = "{task: clinic, at: hove, within: 0, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
    },
    {
        /* A skill from the 26th on: that day is enough to take part. */
        .name = "whoever can on one day alone has a whole share",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: {since: 2027-02-26}}}\n",
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n",
        .cost = (1 + 1) * 5,
        .says = "Bob Best has 0 sessions; the fair share is 1.0, give or take 0",
    },
    {
        .name = "whoever is away for all of it has no share",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-10,2027-02-28,annual,\n"}},
                  .use = "{task: clinic, within: 0, from: 2027-02-10, " TWO "}"},
        .rota = "ann 2027-02-10 am clinic hove\n"
                "bob 2027-02-09 am clinic hove\n",
    },
    {
        .name = "from its first day to its last",
        .world = {.use = "{task: clinic, within: 0, sessions: am, from: 2027-02-02,\n"
                         " until: 2027-02-25, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 pm clinic hove\n"
                "ann 2027-02-25 am clinic hove\n"
                "ann 2027-02-26 am clinic hove\n",
        .cost = (1 + 1) * 5,
        .says = "Ann Able has 2 sessions; the fair share is 1.0, give or take 0",
    },
    /* --- earlier months ---------------------------------------------------- */
    {
        /* Shares of two months: G = 400, of 4 sessions 2 each; |400 x 3 - 200 x 4| = 400. */
        .name = "earlier months count",
        .world = {.files = {PAST("2027-01", BOTH,
                                 CLINIC("2027-01-01") CLINIC("2027-01-29") CLINIC("2027-01-31"))},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = (1 + 1) * 5,
        .says = "Ann Able has 0 sessions and 3 in the months before; the fair share is 2.0, give "
                "or take 0",
    },
    {
        .name = "what is evened out",
        .world = {.files = {PAST("2027-01", BOTH, CLINIC("2027-01-01") CLINIC("2027-01-31"))},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
    },
    {
        /* Bob has a share of this month alone: 100 of 300, and 1 of 3 sessions. */
        .name = "who was not there then owes nothing for then",
        .world = {.files = {PAST("2027-01", ACCOUNT("ann", "9450"),
                                 CLINIC("2027-01-04") CLINIC("2027-01-11"))},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
    },
    {
        /* Two months back: G = 600, |600 x 3 - 300 x 3| = 900, 1.5 started */
        .name = "as many months back as are looked at",
        .world = {.files = {PAST("2026-12", BOTH,
                                 CLINIC("2026-12-01") CLINIC("2026-12-02") CLINIC("2026-12-03")),
                            {"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "accounts:\n" BOTH "checksum: none\n"}},
                  .use = "{task: clinic, within: 0, look_back_months: 2, " TWO "}"},
        .rota = "",
        .cost = (2 + 2) * 5,
        .says = "Bob Best has 0 sessions and 0 in the months before; the fair share is 1.5, give "
                "or take 0",
    },
    {
        .name = "a month further back",
        .world = {.files = {PAST("2026-12", BOTH,
                                 CLINIC("2026-12-01") CLINIC("2026-12-02") CLINIC("2026-12-03")),
                            {"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "accounts:\n" BOTH "checksum: none\n"}},
                  .use = "{task: clinic, within: 0, look_back_months: 1, " TWO "}"},
        .rota = "",
    },
    {
        .name = "two months before, though the one between is missing",
        .world = {.files = {PAST("2026-12", BOTH, CLINIC("2026-12-01") CLINIC("2026-12-31"))},
                  .use = "{task: clinic, within: 0, look_back_months: 1, " TWO "}"},
        .rota = "",
    },
    {
        .name = "a missing month is stepped over where two are looked at",
        .world = {.files = {PAST("2026-12", BOTH, CLINIC("2026-12-01") CLINIC("2026-12-31"))},
                  .use = "{task: clinic, within: 0, look_back_months: 2, " TWO "}"},
        .rota = "",
        .cost = (1 + 1) * 5,
        .says = "Ann Able has 0 sessions and 2 in the months before; the fair share is 1.0, give "
                "or take 0",
    },
    /* --- weeks --------------------------------------------------------------- */
    {
        /* A month before 15 March is 15 February: the two weeks are looked back at, the five before
         * them not, though their last two are later. 37.5 hours a week are 100%, so that Ann and
         * Bob have 100 now and 100 then, G = 400: |400 x 2 - 200 x 2| = 400, one each. */
        .name = "weeks count whole, or not at all",
        .world = {.month_id = "2027-03-15",
                  .month = "period: {from: 2027-03-15, weeks: 4}\n",
                  .files = {WEEKS("2027-01-25", "5", FIVE, CLINIC("2027-02-26")),
                            WEEKS("2027-03-01", "2", TWO_WEEKS,
                                  CLINIC("2027-03-01") CLINIC("2027-03-14"))},
                  .use = "{task: clinic, within: 0, look_back_months: 1, " TWO "}"},
        .rota = "",
        .cost = (1 + 1) * 5,
        .says = "Ann Able has 0 sessions and 2 in the months before; the fair share is 1.0, give "
                "or take 0",
    },
    {
        .name = "what two people do in four weeks makes up for what one did in two",
        .world = {.month_id = "2027-03-15",
                  .month = "period: {from: 2027-03-15, weeks: 4}\n",
                  .files = {WEEKS("2027-03-01", "2", TWO_WEEKS,
                                  CLINIC("2027-03-01") CLINIC("2027-03-14"))},
                  .use = "{task: clinic, within: 0, look_back_months: 1, " TWO "}"},
        .rota = "bob 2027-03-15 am clinic hove\n"
                "bob 2027-04-09 pm clinic hove\n",
    },
    /* --- absence, by WTE ---------------------------------------------------- */
    {
        /* January's 21 weekdays are 9450 minutes of a whole post: Ann 100 + 100, Bob 100 + 0. */
        .name = "a month of leave is no debt",
        .world = {.files = {PAST("2027-01", ACCOUNT("ann", "9450") ACCOUNT("bob", "0"),
                                 CLINIC("2027-01-04") CLINIC("2027-01-11") CLINIC("2027-01-18"))},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
    },
    {
        /* Ann 200, Bob 100 + 50. */
        .name = "half a month of leave is half a debt",
        .world = {.files = {PAST("2027-01", ACCOUNT("ann", "9450") ACCOUNT("bob", "4725"),
                                 CLINIC("2027-01-04") CLINIC("2027-01-11"))},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n"
                "bob 2027-02-03 am clinic hove\n",
    },
    {
        /* Of January's 20 days that are left, 9000 minutes are a whole post (the 2nd is a
         * Saturday): Ann and Bob 200 each, and Cat, who joined since, 50. */
        .name = "a holiday is nobody's absence",
        .world = {.service = "holidays: [2027-01-01, 2027-01-02]\n",
                  .files = {PAST("2027-01", BOTH, "    []\n")},
                  .use = "{task: clinic, within: 0, who: {clinicians: [ann, bob, cat]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-04 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n"
                "bob 2027-02-03 am clinic hove\n"
                "bob 2027-02-04 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n",
    },
    {
        .name = "a fortnight of leave",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-08,2027-02-21,annual,\n"}},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
    },
    {
        /* Two of the month's twenty days: 10 of 110. */
        .name = "who joins on the 25th owes nothing for before",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: yes}, joins: 2027-02-25}\n",
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-04 am clinic hove\n"
                "ann 2027-02-05 am clinic hove\n"
                "ann 2027-02-08 am clinic hove\n"
                "ann 2027-02-09 am clinic hove\n"
                "ann 2027-02-10 am clinic hove\n"
                "ann 2027-02-11 am clinic hove\n"
                "ann 2027-02-12 am clinic hove\n"
                "bob 2027-02-26 am clinic hove\n",
    },
    /* --- by contract ------------------------------------------------------- */
    {
        /* Ann owes 150 hours, Bob, away for a fortnight, 75: 2 to 1. */
        .name = "absence takes its part of a share by contract",
        .world = {.files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-08,2027-02-21,annual,\n"}},
                  .use = "{task: clinic, within: 0, by: contract, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
    },
    {
        /* Of a week of 25 hours Bob owes 150 minutes, 3 hours, and Cat 135, 2 hours: 3 to 2. */
        .name = "half an hour of a contract counts as one",
        .world = {.service = "full_time_hours: 25\n",
                  .clinicians = "bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]},\n"
                                "      skills: {msk: yes}, leaves: 2027-02-01}\n"
                                "cat: {name: Cat Cole, band: 5, wte: 0.09, works: {mon: [am]},\n"
                                "      skills: {msk: yes}, leaves: 2027-02-01}\n",
                  .use = "{task: clinic, within: 0, by: contract, who: {clinicians: [bob, cat]}}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 pm clinic hove\n"
                "bob 2027-02-02 am clinic hove\n"
                "cat 2027-02-01 am clinic hove\n"
                "cat 2027-02-01 pm clinic hove\n",
    },
    {
        /* Ann 150 + 0 hours, Bob 150 + 150: 1 to 2. */
        .name = "hours of the account",
        .world = {.files = {PAST("2027-01", ACCOUNT("ann", "29") ACCOUNT("bob", "9000"),
                                 CLINIC("2027-01-01"))},
                  .use = "{task: clinic, within: 0, by: contract, " TWO "}"},
        .rota = "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
    },
    {
        /* Of a week of 25 hours Bob owes 1%, 15 minutes, no hour, of this month: he has no share,
         * and what he did in a month without an account is nobody's. */
        .name = "who owes no hour has no share and no past",
        .world = {.service = "full_time_hours: 25\n",
                  .clinicians = "bob: {name: Bob Best, band: 6, wte: 0.01, works: {mon: [am]},\n"
                                "      skills: {msk: yes}, leaves: 2027-02-01}\n",
                  .files = {{"history/2027-01.yaml",
                             "month: 2027-01\n"
                             "assignments:\n"
                             "  bob:\n" CLINIC("2027-01-04")
                                 CLINIC("2027-01-05") "checksum: none\n"}},
                  .use = "{task: clinic, within: 0, by: contract, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
    },
    {
        .name = "hard",
        .world = {.use = "{task: clinic, hard: yes, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .broken = 2,
        .says = "Ann Able has 3 sessions; the fair share is 1.5, give or take 1",
    },
    /* --- what changes within the month --------------------------------------- */
    {
        /* Bob's mean is 75, G = 175: Ann |175 x 3 - 100 x 3| - 175 = 50, Bob |0 - 75 x 3| - 175
         * = 50; both started. */
        .name = "a WTE that changes on the 15th",
        .world = {.clinicians =
                      "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                      "      skills: {msk: yes}, changes: [{from: 2027-02-15, wte: 0.5}]}\n",
                  .use = "{task: clinic, " TWO "}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n",
        .cost = 2 * 5,
        .says = "Ann Able has 3 sessions; the fair share is 1.7, give or take 1",
    },
    {
        /* Half a month as band 7 is a part of 50, G = 150; the session of the 1st was band 6's:
         * Ann 450 - 300 = 150, Bob 0 - 150. */
        .name = "a part from a promotion on",
        .world = {.clinicians =
                      "bob: {name: Bob Best, band: 6, works: {mon-fri: [am, pm]},\n"
                      "      skills: {msk: yes}, changes: [{from: 2027-02-15, band: 7}]}\n",
                  .use = "{task: clinic, who: {band: 7}, within: 0}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-26 pm clinic hove\n"
                "bob 2027-02-01 am clinic hove\n",
        .cost = 2 * 5,
        .says = "Bob Best has 0 sessions; the fair share is 1.0, give or take 0",
    },
    {
        /* Of January's two sessions one was overtime: Ann 1 and Bob 1, of equal parts. */
        .name = "what was beyond contracts in earlier months is nobody's share",
        .world = {.files = {PAST("2027-01", BOTH,
                                 CLINIC("2027-01-04") "    - 2027-01-09 am 08:30-12:15 clinic hove "
                                                      "extra\n")},
                  .use = "{task: clinic, within: 0, " TWO "}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
    },
    {
        /* Ann 100 and Cat 50 share: G = 150, N = 4. Ann |150 x 4 - 100 x 4| - 150 = 50, Cat
         * |0 - 50 x 4| - 150 = 50. Ann's Friday is extra; Bob is of the bank. */
        .name = "what is beyond contracts is nobody's share",
        .world = {.clinicians = "ann: {band: 7, works: {mon-thu: [am, pm]},\n"
                                "      skills: {msk: yes, spine: yes}}\n"
                                "bob: {band: 6, bank: yes, works: {mon-fri: [am, pm]},\n"
                                "      skills: {msk: yes}}\n",
                  .month = "agreed: [{clinician: ann, on: 2027-02-05 am, works: extra}]\n",
                  .use = "{task: clinic}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am clinic hove\n"
                "ann 2027-02-04 pm clinic hove\n"
                "ann 2027-02-05 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "bob 2027-02-02 am clinic hove\n",
        .cost = 2 * 5,
        .says = "ann has 4 sessions; the fair share is 2.7, give or take 1",
    },
    {.name = NULL},
};
