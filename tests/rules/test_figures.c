/* Numbers worked out by hand from docs/model.md, one situation each: the check
 * must find them, and the rows must cost the same. */
#include "model/audit.h"
#include "model/formulation.h"
#include "tests/support/check.h"
#include "tests/support/exact.h"
#include "tests/support/world.h"

#include <string.h>

struct figure {
  const char *name, *rule;
  struct rule_example world;
  const char *rota; /* lines as in examples */
  int64_t cost;
  int broken;       /* hard limits */
  const char *says; /* one of the findings; NULL: there is none */
};

static const struct figure figures[] = {
    /* --- cover ------------------------------------------------------------- */
    {
        .name = "two missing below need and one below target",
        .rule = "cover",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          target: 3, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "",
        .cost = 2 * 100 + 20,
        .says = "clinic at hove on Mon 1 Feb am: 0 of 2 people",
    },
    {
        .name = "only the target is missed",
        .rule = "cover",
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
        .rule = "cover",
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
        .rule = "cover",
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
        .rule = "cover",
        .world = {.service = "demand: [{task: fcp, at: every pcn, per: month,\n"
                             "          need: 1 per 3000 patients}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-24 am fcp goldstone\n",
        .cost = 2 * 100,
        .says = "fcp at goldstone in 2027-02: 1 of 3 sessions",
    },
    {
        .name = "hard demand is broken, not priced",
        .rule = "cover",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          hard: yes, until: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .broken = 1,
        .says = "clinic at hove on Mon 1 Feb am: 1 of 2 people",
    },
    {
        .name = "a site that is not open needs nobody",
        .rule = "cover",
        .world = {.service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 2,\n"
                             "          until: 2027-02-08}]\n",
                  .month = "closures: [{site: hove, from: 2027-02-01, to: 2027-02-01}]\n",
                  .use = "{}"},
        .rota = "ann 2027-02-08 am clinic hove\n",
        .cost = 100,
        .says = "clinic at hove on Mon 8 Feb am: 1 of 2 people",
    },
    /* --- duty_cover -------------------------------------------------------- */
    {
        .name = "nobody on duty in four sessions",
        .rule = "duty_cover",
        .world = {.use = "{task: duty, from: 2027-02-25}"},
        .rota = "",
        .cost = 4 * 300,
        .says = "duty on Fri 26 Feb pm: 0 of 1",
    },
    {
        .name = "one person on duty for two days",
        .rule = "duty_cover",
        .world = {.use = "{task: duty, from: 2027-02-25}"},
        .rota = "ann 2027-02-25 am duty hove\n"
                "ann 2027-02-25 pm duty hove\n"
                "ann 2027-02-26 am duty remote\n"
                "ann 2027-02-26 pm duty remote\n",
        .cost = 10,
        .says = "Ann Able is on duty on Fri 26 Feb and on the working day before",
    },
    {
        .name = "two on duty where one is needed",
        .rule = "duty_cover",
        .world = {.use = "{task: duty, sessions: fri am, from: 2027-02-25, over_weight: 11}"},
        .rota = "ann 2027-02-26 am duty hove\n"
                "bob 2027-02-26 am duty remote\n",
        .cost = 11,
        .says = "duty on Fri 26 Feb am: 2 people, 1 too many",
    },
    /* --- fcp_cover --------------------------------------------------------- */
    {
        /* 8000 patients, 2 sessions in each of 4 weeks. With one at best every 3
         * of 5 days a gap may be 4; 20 open days without a session are 16 more. */
        .name = "a network without any session",
        .rule = "fcp_cover",
        .world = {.use = "{task: fcp}"},
        .rota = "",
        .cost = 4 * 2 * 120 + 16 * 30,
        .says = "goldstone: no FCP session on 20 open days, Mon 1 Feb to Fri 26 Feb, at most 4",
    },
    {
        .name = "the month's last gap counts like any other",
        .rule = "fcp_cover",
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
    /* --- contract_hours ---------------------------------------------------- */
    {
        /* 9720 minutes of pattern x 2250 / 2430 = 9000, or 600 quarters of an hour */
        .name = "a month owed in full",
        .rule = "contract_hours",
        .world = {.use = "{who: {clinicians: [ann]}}"},
        .rota = "ann 2027-02-01 am clinic hove\n",
        .cost = 600 - 15,
        .says = "Ann Able is planned 3 h 45 min, the contract asks for 150 h",
    },
    {
        /* One session of 225 minutes at 0.9 is 202.5: 13.5 quarters, halves go up. */
        .name = "what is owed is rounded to a quarter of an hour",
        .rule = "contract_hours",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 0.9,\n"
                                "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
                  .files = {{"2027-02/leave.csv",
                             "clinician,from,to,kind,sessions\n"
                             "bob,2027-02-02,2027-02-28,annual,\n"
                             "bob,2027-02-01,2027-02-01,annual,pm\n"}},
                  .use = "{who: {clinicians: [bob]}}"},
        .rota = "",
        .cost = 14,
        .says = "Bob Best is planned 0 h, the contract asks for 3 h 30 min",
    },
    {
        .name = "an hour too many, started, and over one's own most",
        .rule = "contract_hours",
        .world = {.clinicians = "bob: {name: Bob Best, band: 6, wte: 1.0, hours: {most: 3},\n"
                                "      works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
                  .use = "{who: {clinicians: [bob]}, per_minutes: 60}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 1,
        .broken = 1,
        .says = "Bob Best is planned 3 h 45 min, at most 3 h",
    },
    /* --- support_time ------------------------------------------------------ */
    {
        /* 7% of 9000 is 630; 405 are missing: 6.75 hours */
        .name = "supporting time in started hours",
        .rule = "support_time",
        .world = {.use = "{who: {clinicians: [ann]}, task: support, share: 7, per_minutes: 60}"},
        .rota = "ann 2027-02-01 am support remote\n"
                "ann 2027-02-01 pm clinic hove\n",
        .cost = 7 * 2,
        .says = "Ann Able has 3 h 45 min of supporting time, less than 7% of 150 h",
    },
    /* --- ratio ------------------------------------------------------------- */
    {
        /* 225 of 450 minutes; a quarter is 112.5, and 112.5 are 7.5 quarters of an hour */
        .name = "half of the work is specialist",
        .rule = "ratio",
        .world = {.use = "{}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm spine hove\n"
                "ann 2027-02-02 am duty hove\n",
        .cost = 8,
        .says = "the service is at 50:50 generalist to specialist, not 80:20 within 5",
    },
    {
        /* 15% of 900 minutes is 135 */
        .name = "none of the work is specialist",
        .rule = "ratio",
        .world = {.use = "{weight: 2}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "ann 2027-02-01 pm clinic hove\n"
                "bob 2027-02-01 am fcp goldstone\n"
                "bob 2027-02-01 pm fcp goldstone\n",
        .cost = 9 * 2,
        .says = "the service is at 100:0 generalist to specialist, not 80:20 within 5",
    },
    /* --- preferences ------------------------------------------------------- */
    {
        /* hove 2, bob 1; at work when off was wanted: 2 - 4; crawley and spine: -2 + 1 */
        .name = "points for places, tasks, sessions and people",
        .rule = "preferences",
        .world = {.files = {{"2027-02/preferences/ann.yaml",
                             "clinician: ann\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-05\n"
                             "locations: {hove: love, crawley: avoid}\n"
                             "tasks: {spine: like}\n"
                             "sessions: [{on: 2027-02-02 am, want: off}]\n"
                             "people: {bob: like}\n"}},
                  .use = "{weight: 5}"},
        .rota = "ann 2027-02-01 am clinic hove\n"
                "bob 2027-02-01 am clinic hove\n"
                "ann 2027-02-02 am clinic hove\n"
                "ann 2027-02-03 am spine crawley\n",
        .cost = -5 * (2 + 1 + (2 - 4) + (-2 + 1)),
        .says = "Ann Able gets what was asked for, 3 points",
    },
    {
        /* 50% of 1, and of 2 - 4, towards 0 */
        .name = "a late file counts for half",
        .rule = "preferences",
        .world = {.service = "criteria: {close: 10th of the month before, late: half}\n",
                  .files = {{"2027-02/preferences/ann.yaml",
                             "clinician: ann\n"
                             "month: 2027-02\n"
                             "submitted: 2027-01-15\n"
                             "locations: {hove: love, crawley: like}\n"
                             "sessions: [{on: 2027-02-02 am, want: off}]\n"}},
                  .use = "{}"},
        .rota = "ann 2027-02-01 am clinic crawley\n"
                "ann 2027-02-02 am clinic hove\n",
        .cost = 1,
        .says = "against the wishes of Ann Able on Tue 2 Feb am: clinic at hove, -1 points",
    },
    /* --- equity ------------------------------------------------------------ */
    {
        /* 2 of 3 days off lost: 33.3%, 41.7 points below 75 and 16.7 below 50 */
        .name = "a third of what was asked for",
        .rule = "equity",
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
        /* 75 - 55 and 75 - 65 short before: the levels are 100, 80 and 55 */
        .name = "debts of earlier months raise the levels",
        .rule = "equity",
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
        .rule = "equity",
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
        .rule = "equity",
        .world = {.use = "{}"},
        .rota = "bob 2027-02-01 am clinic hove\n",
        .cost = 0,
    },
};

static bool is_said(const struct audit *audit, const char *text)
{
  for (guint i = 0; i < audit->findings->len; i++)
    if (strcmp(g_array_index(audit->findings, struct finding, i).text, text) == 0)
      return true;
  return false;
}

static void check_audit(const struct figure *figure, const struct audit *audit)
{
  assert_int_equal(audit->cost, figure->cost);
  assert_int_equal(audit->broken, figure->broken);
  if (!figure->says)
    assert_int_equal(audit->findings->len, 0);
  else if (!is_said(audit, figure->says)) {
    for (guint i = 0; i < audit->findings->len; i++)
      print_error("it says: %s\n", g_array_index(audit->findings, struct finding, i).text);
    fail_msg("nothing says: %s", figure->says);
  }
}

/* The rows with these placements and no others. */
static void check_rows(const struct figure *figure, const struct problem *problem,
                       const GArray *items)
{
  struct programme *programme = formulation_build(problem);
  int columns[32];
  int64_t cost = 0;
  assert_in_range(items->len, 0, G_N_ELEMENTS(columns));
  for (guint i = 0; i < items->len; i++) {
    columns[i] = problem_candidate(problem, &g_array_index(items, struct assignment, i));
    assert_int_not_equal(columns[i], NONE);
  }
  struct exact *exact = exact_new(programme, columns, (int)items->len);
  uint32_t all = (UINT32_C(1) << items->len) - 1;
  assert_int_equal(exact_least_cost(exact, all, &cost), figure->broken == 0);
  if (figure->broken == 0)
    assert_int_equal(cost, figure->cost);
  exact_free(exact);
  programme_free(programme);
}

static void test_figure(void **state)
{
  const struct figure *figure = *state;
  struct world *world = world_of_rule(rule_find(figure->rule), &figure->world);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, figure->rota);
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct audit *audit = audit_new(problem, rota);
  check_audit(figure, audit);
  check_rows(figure, problem, items);
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  struct CMUnitTest tests[G_N_ELEMENTS(figures)];
  for (size_t i = 0; i < G_N_ELEMENTS(figures); i++)
    tests[i] = (struct CMUnitTest){
        .name = g_strdup_printf("%s: %s", figures[i].rule, figures[i].name),
        .test_func = test_figure,
        .initial_state = (void *)(uintptr_t)&figures[i],
    };
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(figures); i++)
    g_free((gpointer)(uintptr_t)tests[i].name);
  return failed;
}
