/* What is decided without a search is certain: on hundreds of tiny services, drawn at
 * random, nothing lawful is ever refused, by what the solver proves; and most of what is
 * impossible is caught. And each kind is told at its line, with what binds. */
#include "inputs/inputs.h"
#include "model/formulation.h"
#include "planning/decide.h"
#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/generated.h"
#include "tests/support/world.h"
#include "tests/support/written.h"

#include <stdlib.h>
#include <string.h>

/* --- drawn services ---------------------------------------------------------- */

enum { SERVICES = 300, PEOPLE = 4, DAYS = 3, TIME_LIMIT_MS = 20000 };

static const char *const tasks[] = {"clinic", "spine", "duty", "support"};
static const char *const sites[] = {"hove", "crawley", "remote"};
static const char *const people[PEOPLE] = {"ann", "bob", "cat", "dan"};
static const char *const blocks[] = {"am", "pm"};

/* Three days of two sessions; the rest of the month is closed. */
static void write_service(GRand *dice, GString *out)
{
  g_string_append_printf(out,
                         "service: Drawn\n"
                         "sessions:\n"
                         "  am: {from: \"08:30\", to: \"12:15\"}\n"
                         "  pm: {from: \"13:15\", to: \"17:00\"}\n"
                         "week: {mon-wed: [am, pm]}\n"
                         "sites:\n"
                         "  hove: {kind: hub, rooms: %d}\n"
                         "  crawley: {kind: hub, rooms: %d, open: {mon-tue: \"08:00-18:00\"}}\n"
                         "  remote: {kind: remote}\n"
                         "travel: {default: %d}\n"
                         "tasks:\n"
                         "  clinic: {skill: msk, stream: generalist, at: hub, slots: {new: 4}}\n"
                         "  spine: {skill: spine, stream: specialist, at: hub}\n"
                         "  duty: {min_band: 7, at: [hub, remote]}\n"
                         "  support: {at: [hub, remote], room: none}\n",
                         g_rand_int_range(dice, 1, 4), g_rand_int_range(dice, 0, 3),
                         g_rand_int_range(dice, 20, 90));
}

static void write_demand(GRand *dice, GString *out)
{
  static const char *const places[] = {"hove", "crawley", "hub", "every hub", "remote"};
  static const char *const per[] = {"session", "day", "week", "month"};
  static const char *const when[] = {"all", "mon am", "tue", "am", "wed pm"};
  int lines = g_rand_int_range(dice, 1, 4);
  g_string_append(out, "demand:\n");
  for (int i = 0; i < lines; i++) {
    int task = g_rand_int_range(dice, 0, 4), place = g_rand_int_range(dice, 0, task < 2 ? 4 : 5);
    int period = g_rand_int_range(dice, 0, 4), need = g_rand_int_range(dice, 0, 2 + period);
    g_string_append_printf(out, "  - {task: %s, at: %s, sessions: %s, per: %s, need: %d",
                           tasks[task], places[place], when[g_rand_int_range(dice, 0, 5)],
                           per[period], need);
    if (g_rand_boolean(dice))
      g_string_append_printf(out, ", target: %d", need + g_rand_int_range(dice, 0, 2));
    if (g_rand_int_range(dice, 0, 4) == 0)
      g_string_append_printf(out, ", most: %d", need + 2);
    g_string_append_printf(out, ", hard: %s}\n", g_rand_int_range(dice, 0, 5) < 2 ? "yes" : "no");
  }
}

static void write_rules(GRand *dice, GString *out)
{
  g_string_append(out, "rules:\n");
  if (g_rand_boolean(dice))
    g_string_append_printf(out, "  - count_limit: {task: %s, per: %s, most: %d}\n",
                           tasks[g_rand_int_range(dice, 0, 4)],
                           g_rand_boolean(dice) ? "week" : "day", g_rand_int_range(dice, 0, 3));
  if (g_rand_int_range(dice, 0, 6) == 0)
    g_string_append_printf(out,
                           "  - count_limit: {who: {clinicians: %s}, task: %s, per: week, "
                           "least: %d}\n",
                           people[g_rand_int_range(dice, 0, PEOPLE)],
                           tasks[g_rand_int_range(dice, 0, 4)], g_rand_int_range(dice, 1, 4));
  if (g_rand_int_range(dice, 0, 3) == 0)
    g_string_append_printf(out, "  - lone_working: {at: crawley, least: %d}\n",
                           g_rand_int_range(dice, 2, 4));
  if (g_rand_int_range(dice, 0, 6) == 0)
    g_string_append(out, "  - duty_cover: {task: duty, sessions: am, hard: yes}\n");
  if (g_rand_int_range(dice, 0, 4) == 0)
    g_string_append_printf(out, "  - consecutive: {most_days: %d, hard: yes}\n",
                           g_rand_int_range(dice, 1, 3));
  if (g_rand_int_range(dice, 0, 4) == 0)
    g_string_append(out, "  - contract_hours: {hard: yes}\n");
  if (g_rand_int_range(dice, 0, 5) == 0)
    g_string_append(out, "  - capacity_floor: {task: clinic, least: 16, per: week, hard: yes}\n");
  g_string_append(out, "  - split_days: {most: 1}\n");
}

static void write_people(GRand *dice, GString *out)
{
  static const char *const works[] = {"{mon-wed: [am, pm]}", "{mon-tue: [am, pm]}",
                                      "{tue: [am, pm], wed: [am]}", "{mon-wed: [am]}",
                                      "{mon: [pm], wed: [pm]}"};
  static const char *const skills[] = {"{msk: yes}", "{spine: yes}", "{msk: yes, spine: yes}"};
  for (int i = 0; i < PEOPLE; i++)
    g_string_append_printf(out, "%s: {band: %d, wte: 1.0, works: %s, skills: %s, sites: %s}\n",
                           people[i], g_rand_int_range(dice, 6, 9),
                           works[g_rand_int_range(dice, 0, 5)],
                           skills[g_rand_int_range(dice, 0, 3)],
                           g_rand_int_range(dice, 0, 4) > 0 ? "[hub, remote]" : "[hove]");
}

static void write_month(GRand *dice, GString *out)
{
  g_string_append(out, "closures: [{from: 2027-02-04, to: 2027-02-28}]\n");
  if (g_rand_int_range(dice, 0, 4) > 0)
    return;
  g_string_append_printf(out,
                         "events:\n"
                         "  cad: {kind: cad, at: hove, on: [2027-02-0%d am], need: "
                         "[{task: clinic, need: %d, hard: %s}]}\n",
                         g_rand_int_range(dice, 1, 4), g_rand_int_range(dice, 1, 4),
                         g_rand_boolean(dice) ? "yes" : "no");
}

static void write_leave(GRand *dice, GString *out)
{
  g_string_append(out, "clinician,from,to,kind,sessions\n");
  for (int i = g_rand_int_range(dice, 0, 3); i > 0; i--) {
    int from = g_rand_int_range(dice, 1, DAYS + 1);
    g_string_append_printf(out, "%s,2027-02-0%d,2027-02-0%d,annual,\n",
                           people[g_rand_int_range(dice, 0, PEOPLE)], from,
                           g_rand_int_range(dice, from, DAYS + 1));
  }
}

/* At most one lock for each person and session, as reading asks for. */
static void write_locks(GRand *dice, GString *out)
{
  g_string_append(out, "clinician,date,session,task,site\n");
  if (g_rand_boolean(dice))
    return;
  for (int c = 0; c < PEOPLE; c++) {
    int task = g_rand_int_range(dice, 0, 4);
    if (g_rand_int_range(dice, 0, 4) == 0)
      g_string_append_printf(out, "%s,2027-02-0%d,%s,%s,%s\n", people[c],
                             g_rand_int_range(dice, 1, DAYS + 1),
                             blocks[g_rand_int_range(dice, 0, 2)], tasks[task],
                             sites[g_rand_int_range(dice, 0, task < 2 ? 2 : 3)]);
  }
}

static struct world *draw(guint32 seed)
{
  static void (*const writers[])(GRand *, GString *) = {write_service, write_demand, write_rules,
                                                        write_people,  write_month,  write_leave,
                                                        write_locks};
  static const char *const paths[] = {"service.yaml",     "service.yaml",       "service.yaml",
                                      "clinicians.yaml",  "2027-02/month.yaml", "2027-02/leave.csv",
                                      "2027-02/locks.csv"};
  GRand *dice = g_rand_new_with_seed(seed);
  struct source *source = source_memory();
  g_autoptr(GString) text = g_string_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(writers); i++) {
    writers[i](dice, text);
    if (i + 1 < G_N_ELEMENTS(writers) && strcmp(paths[i], paths[i + 1]) == 0)
      continue;
    source_add(source, paths[i], text->str);
    g_string_truncate(text, 0);
  }
  g_rand_free(dice);
  return world_read(source, WORLD_MONTH);
}

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
  struct world *world = draw(seed);
  struct problem *problem = problem_new(world->service, world->month);
  struct programme *programme = formulation_build(problem);
  /* only whether there is a rota is asked: at no cost the solver is soon done */
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost = 0;
  g_autofree char *text = decide_text(problem, programme);
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
  int services = more ? atoi(more) : SERVICES;
  struct tally tally = {0};
  (void)state;
  for (guint32 seed = 1; seed <= (guint32)services; seed++)
    try_one(seed, &tally);
  print_message(
      "%d services: %d lawful, none of them refused; %d impossible, %d of them decided "
      "without a search\n",
      SERVICES, tally.lawful, tally.impossible, tally.caught);
  assert_true(tally.lawful >= services / 5);
  assert_true(tally.impossible >= services / 5);
  assert_true(tally.caught * 10 >= tally.impossible * 9);
}

/* --- each kind at its line ----------------------------------------------------- */

/* What is said of the tiny world with these over it, a line each; g_free it. */
static char *said_of(const struct rule_example *example, const char *rules)
{
  struct world *world = world_new(example, rules);
  struct problem *problem = problem_new(world->service, world->month);
  struct diagnostics *diagnostics = diagnostics_new();
  decide(problem, NULL, diagnostics);
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
     {"together these need 4, and those who are there can do 3: ", "(service.yaml:22)"}},
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
  for (int i = 0; i < 6; i++) {
    const struct generator_settings settings = {
        .clinicians = i < 2 ? 150 : 8 + 17 * i, .seed = (uint64_t)i + 1, .year = 2027, .month = 1};
    struct generated generated = generated_new(&settings);
    struct problem *problem = problem_new(generated.service, generated.month);
    struct diagnostics *diagnostics = diagnostics_new();
    decide(problem, NULL, diagnostics);
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
