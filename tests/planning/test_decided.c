/* What is decided without a search is certain: on hundreds of tiny services, drawn at
 * random, nothing lawful is ever refused, by what the solver proves; and most of what is
 * impossible is caught. And each kind is told at its line, with what binds. */
#include "inputs/inputs.h"
#include "model/formulation.h"
#include "planning/decide.h"
#include "solver/solver.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/drawn.h"
#include "tests/support/generated.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#include <stdlib.h>
#include <string.h>

/* --- drawn services ---------------------------------------------------------- */

enum { SERVICES = 300, GENERATED = 6, TIME_LIMIT_MS = 20000 };

struct tally {
  int lawful, impossible, caught;
};

static bool is_lawful(const struct programme *programme)
{
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  settings.time_limit_ms = TIME_LIMIT_MS;
  settings.threads = 1;
  settings.deterministic = true;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  enum solver_verdict verdict = result.verdict;
  solver_result_clear(&result);
  assert_int_not_equal(verdict, SOLVER_NOTHING);
  return verdict != SOLVER_INFEASIBLE;
}

static void try_one(guint32 seed, struct tally *tally)
{
  struct world *world = drawn_new(seed);
  struct problem *problem = problem_new(world->service, world->month);
  struct programme *programme = formulation_build(problem);
  /* only whether there is a rota is asked: at no cost the solver is soon done */
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost = 0;
  g_autofree char *text = decide_text(problem, NULL, true);
  bool lawful = is_lawful(programme);
  if (lawful && text)
    fail_msg("seed %u is lawful, and was refused: %s", seed, text);
  if (!lawful && !text && g_getenv("ROTA_SHOW_MISSED"))
    print_message("seed %u is impossible, and was not caught\n", seed);
  tally->lawful += lawful;
  tally->impossible += !lawful;
  tally->caught += !lawful && text;
  programme_free(programme);
  problem_free(problem);
  world_free(world);
}

/* ROTA_DECIDED_SERVICES in the environment tries more of them. */
static void nothing_lawful_is_refused(void **state)
{
  const char *more = g_getenv("ROTA_DECIDED_SERVICES");
  int services = more ? atoi(more) : cases_tried(SERVICES);
  struct tally tally = {0};
  (void)state;
  for (guint32 seed = 1; seed <= (guint32)services; seed++)
    try_one(seed, &tally);
  print_message(
      "%d services: %d lawful, none of them refused; %d impossible, %d of them decided "
      "without a search\n",
      services, tally.lawful, tally.impossible, tally.caught);
  assert_true(tally.lawful >= services / 5);
  assert_true(tally.impossible >= services / 5);
  assert_true(tally.caught * 100 >= tally.impossible * 99);
}

/* --- each kind at its line ----------------------------------------------------- */

/* What is said of the tiny world with these over it, a line each; g_free it. */
static char *said_of(const struct rule_example *example, const char *rules)
{
  struct world *world = world_new(example, rules);
  struct problem *problem = problem_new(world->service, world->month);
  struct diagnostics *diagnostics = diagnostics_new();
  decide(problem, diagnostics);
  char *said = written_said(diagnostics);
  diagnostics_free(diagnostics);
  problem_free(problem);
  world_free(world);
  return said;
}

struct kind {
  const char *name;
  struct rule_example example;
  const char *rules;
  const char *said[4]; /* each stands in what is said */
};

#define LOCKS(rows)                                                                                \
  {                                                                                                \
    "2027-02/locks.csv", "clinician,date,session,task,site\n" rows                                 \
  }
#define LEAVE(rows)                                                                                \
  {                                                                                                \
    "2027-02/leave.csv", "clinician,from,to,kind,sessions\n" rows                                  \
  }

static const struct kind kinds[] = {
    {"a lock on leave",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,hove\n"),
                LEAVE("ann,2027-02-02,2027-02-02,sick,\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: this lock can't stand: ", "on leave (2027-02/leave.csv:2)"}},
    {"a lock off the pattern",
     {.files = {LOCKS("cat,2027-02-04,am,clinic,hove\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: this lock can't stand: ",
      "outside the working pattern (clinicians.yaml:"}},
    {"a lock before the first day",
     {.clinicians = "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
                    "      joins: 2027-02-08}\n",
      .files = {LOCKS("cat,2027-02-02,am,clinic,hove\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: ", "has not joined yet (clinicians.yaml:"}},
    {"a lock without the skill",
     {.files = {LOCKS("bob,2027-02-02,am,spine,hove\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: ", "does not hold 'spine' (clinicians.yaml:"}},
    {"a lock below the band",
     {.files = {LOCKS("bob,2027-02-02,am,duty,hove\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: ", "band 6, and it takes band 7"}},
    {"a lock where the site is shut",
     {.month = "closures: [{site: hove, from: 2027-02-02, to: 2027-02-02}]\n",
      .files = {LOCKS("bob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: ", "it is closed (2027-02/month.yaml:1)"}},
    {"more locks than rooms",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,crawley\nbob,2027-02-02,am,clinic,crawley\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: these can't all be kept: ", "rooms: crawley, 2027-02-02 am",
      "(2027-02/locks.csv:2)", "(2027-02/locks.csv:3)"}},
    {"locks too far apart",
     {.service = "travel: {default: 90}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\nann,2027-02-02,pm,clinic,crawley\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: these can't all be kept: ", "travel", "(2027-02/locks.csv:3)"}},
    {"locks above a hard most",
     {.service = "demand: [{task: clinic, at: hove, sessions: all, need: 0, most: 1, hard: yes}]\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     {"these can't all be kept: ", "cover", "(2027-02/locks.csv:2)", "(2027-02/locks.csv:3)"}},
    {"the second of two lines at one site",
     {.service =
          "demand:\n"
          "  - {task: clinic, at: hove, sessions: tue am, need: 1, most: 2}\n"
          "  - {task: clinic, who: {band: 7}, at: hove, sessions: tue am, need: 1, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,duty,remote\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: these can't all be kept: ", "2027-02-02 am (service.yaml:24)"}},
    {"the first of two lines at one site",
     {.service =
          "demand:\n"
          "  - {task: clinic, who: {band: 7}, at: hove, sessions: tue am, need: 1, hard: yes}\n"
          "  - {task: clinic, who: {band: 6}, at: hove, sessions: tue am, need: 1, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,duty,remote\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: these can't all be kept: ", "2027-02-02 am (service.yaml:23)"}},
    {"the second of two lines of one kind",
     {.service = "demand:\n"
                 "  - {task: clinic, at: hove, sessions: tue am, need: 1, hard: yes}\n"
                 "  - {task: clinic, at: hove, sessions: tue am, need: 2, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,duty,remote\nbob,2027-02-02,am,support,remote\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: these can't all be kept: ", "2027-02-02 am (service.yaml:24)",
      "(2027-02/locks.csv:3)"}},
    {"the second of two lines of one kind, with one most",
     {.service = "demand:\n"
                 "  - {task: spine, at: hove, sessions: tue am, need: 0, most: 2, hard: yes}\n"
                 "  - {task: spine, at: hove, sessions: tue am, need: 1, most: 2, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\n")}},
     NULL,
     {"2027-02/locks.csv:2:1: these can't all be kept: ", "2027-02-02 am (service.yaml:24)"}},
    {"a need beyond everybody",
     {.service = "demand: [{task: clinic, at: hove, sessions: tue am, need: 99, hard: yes}]\n"},
     NULL,
     {"service.yaml:22:10: clinic at hove on Tue 2 Feb am can't be met: ",
      "rooms for 2; 99 needed, 2 possible; so it is with 3 more of this line"}},
    {"two needs, one person",
     {.service = "demand:\n"
                 "  - {task: spine, at: hove, sessions: tue am, need: 1, hard: yes}\n"
                 "  - {task: duty, sessions: tue am, need: 1, hard: yes}\n"},
     NULL,
     {"service.yaml:23:5: ", "these can't all be kept", "spine at hove, 2027-02-02 am",
      "duty, 2027-02-02 am (service.yaml:24)"}},
    {"three needs, two people",
     {.clinicians = "dan: {band: 7, wte: 1.0, works: {mon-fri: [am, pm]},\n"
                    "      skills: {msk: yes, spine: yes}}\n",
      .service = "demand:\n"
                 "  - {task: spine, at: hove, sessions: tue am, need: 1, hard: yes}\n"
                 "  - {task: spine, at: crawley, sessions: tue am, need: 1, hard: yes}\n"
                 "  - {task: duty, sessions: tue am, need: 1, hard: yes}\n"},
     NULL,
     {"together these need 3, and those who are there can do 2: ", "(service.yaml:23)",
      "(service.yaml:24)", "(service.yaml:25)"}},
    {"a week's need beyond what people may do",
     {.service = "demand: [{task: clinic, per: week, need: 4, hard: yes}]\n"},
     "\n  - count_limit: {task: clinic, per: week, most: 1}",
     {"together these need 4, and those who are there can do 3 (no more by count_limit "
      "(service.yaml:25): ",
      "cover: clinic, 2027-02-01 am (service.yaml:22)"}},
    {"one room where nobody works alone",
     {.service = "demand: [{task: fcp, at: goldstone, sessions: wed am, need: 1, hard: yes}]\n"},
     "\n  - lone_working: {at: goldstone, least: 2}",
     {"service.yaml:22:10: these can't all be kept: lone_working: nobody works alone: at a site "
      "there are 2 people or none; only at goldstone: at goldstone on Wed 3 Feb am",
      "and 1 more (service.yaml:25); rooms: no more people at a site than it has rooms",
      "; fcp must be there: at goldstone on Wed 3 Feb am: 1 at least", "(service.yaml:22)"}},
    {"more in a month than its weeks may have",
     {.service =
          "demand:\n"
          "  - {task: clinic, at: hove, sessions: all, per: month, need: 12, hard: yes}\n"
          "  - {task: clinic, at: hove, sessions: all, per: week, need: 0, most: 2, hard: yes}\n"},
     NULL,
     {"service.yaml:23:5: together these need 12, and those who are there can do 8 (no more by "
      "cover: clinic at hove, 2027-02-01 am (service.yaml:24), ",
      "): cover: clinic at hove (service.yaml:23)"}},
    {"an event on a day that is in nobody's pattern",
     {.month = "events:\n"
               "  cad: {name: Community day, kind: cad, at: hove, on: 2027-02-06 am,\n"
               "        need: [{task: clinic, need: 2, hard: yes}]}\n"},
     NULL,
     {"2027-02/month.yaml:3:16: clinic for Community day on Sat 6 Feb am must be held and can't "
      "be: nobody's pattern has it; 2 needed, 0 possible"}},
    {"duty on a day when nobody may have it",
     {.clinicians = "ann: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"},
     "\n  - duty_cover: {task: duty, sessions: wed am}",
     {"service.yaml:23:5: warning: this will be short, whatever is done: duty_cover "
      "(service.yaml:23): duty, 2027-02-03 am; 1 asked for, 0 possible: in no session can anybody "
      "do it; so it is in 3 more places"}},
    {"more first contact than one person has sessions",
     {.clinicians = "bob: {band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n"},
     "\n  - fcp_cover: {task: fcp, patients_per_session: 500}",
     {"goldstone", "; 16 asked for, 11 possible; so it is in 3 more places"}},
    {"more of a line in a week than two people have",
     {.service = "demand: [{task: fcp, at: goldstone, sessions: mon am, per: week, need: 3}]\n"},
     NULL,
     {"fcp at goldstone in the week of Mon 1 Feb will be short: 3 needed, 1 possible by 2 people "
      "in 1 session; so it is with 3 more of this line"}},
    {"a network that is shut for most of a week",
     {.month =
          "closures:\n  - {site: goldstone, from: 2027-02-08, to: 2027-02-12, reason: Flood}\n"},
     "\n  - fcp_cover: {task: fcp, patients_per_session: 4000}",
     {"service.yaml:23:5: warning: this will be short, whatever is done: fcp_cover",
      "goldstone is closed, Flood (2027-02/month.yaml:2)"}},
    {"work that is moved to where there are too few rooms",
     {.service = "demand:\n  - {task: clinic, at: every hub, sessions: tue am, need: 1}\n",
      .month =
          "closures:\n  - {site: hove, from: 2027-02-09, reason: Boiler, moves_to: crawley}\n"},
     NULL,
     {"service.yaml:23:5: warning: clinic at crawley on Tue 9 Feb am will be short: ",
      "rooms for 1; 2 needed, 1 possible; moved here: hove is closed, Boiler "
      "(2027-02/month.yaml:2)"}},
    {"work that is moved to where nobody asks for it",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: tue am, need: 2}\n",
      .month = "closures:\n  - {site: hove, from: 2027-02-09, moves_to: crawley}\n"},
     NULL,
     {"service.yaml:23:5: warning: clinic at crawley on Tue 9 Feb am will be short: ",
      "2 needed, 1 possible; moved here: hove is closed (2027-02/month.yaml:2)"}},
    {"an event with too few left",
     {.month = "events:\n"
               "  cad: {name: Community day, kind: cad, at: hove, on: 2027-02-02 am,\n"
               "        need: [{task: spine, need: 1}]}\n",
      .files = {LEAVE("ann,2027-02-02,2027-02-02,sick,\n")}},
     NULL,
     {"2027-02/month.yaml:3:16: warning: ",
      "1 can do it, 1 with it in their pattern, 1 away (2027-02/leave.csv:2)"}},
};

static void each_kind_is_told_at_its_line(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autofree char *said = said_of(&kinds[i].example, kinds[i].rules);
    for (int k = 0; k < 4 && kinds[i].said[k]; k++)
      if (!strstr(said, kinds[i].said[k]))
        fail_msg("%s: no '%s' in\n%s", kinds[i].name, kinds[i].said[k], said);
    /* one cause, one line */
    if (strchr(said, '\n') != said + strlen(said) - 1)
      fail_msg("%s: more than one line in\n%s", kinds[i].name, said);
  }
}

static void of_what_is_in_order_nothing_is_said(void **state)
{
  const struct rule_example example = {
      .service =
          "demand: [{task: clinic, at: hove, sessions: all, need: 1, hard: yes}]\n"
          "week: {mon-fri: [am, pm]}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\n")}};
  (void)state;
  g_autofree char *said = said_of(&example, NULL);
  assert_string_equal(said, "");
}

/* What `rota init` makes can be done, all of it. */
static void of_generated_services_nothing_is_said(void **state)
{
  (void)state;
  for (int i = 0; i < cases_tried(GENERATED); i++) {
    const struct generator_settings settings = {.clinicians = i < 2 ? 150 : 8 + 17 * i,
                                                .seed = (uint64_t)i + 1,
                                                .first = date_make(2027, 1, 1)};
    struct generated generated = generated_new(&settings);
    struct problem *problem = problem_new(generated.service, generated.month);
    struct diagnostics *diagnostics = diagnostics_new();
    decide(problem, diagnostics);
    g_autofree char *said = written_said(diagnostics);
    assert_string_equal(said, "");
    diagnostics_free(diagnostics);
    problem_free(problem);
    generated_free(&generated);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(nothing_lawful_is_refused),
      cmocka_unit_test(each_kind_is_told_at_its_line),
      cmocka_unit_test(of_what_is_in_order_nothing_is_said),
      cmocka_unit_test(of_generated_services_nothing_is_said),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
