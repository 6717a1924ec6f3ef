/* What is told of a service that no lawful rota keeps: each set is proven by solving it again, by
 * GLPK and, where there is one, by the other engine; less any one member it can be kept; what is
 * offered to end it does, in a rota that the rules find to break nothing else, at the price that
 * they count, and at no less. */
#include "planning/clash.h"

#include "model/audit.h"
#include "model/formulation.h"
#include "reports/clash_report.h"
#include "solver/solver.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/drawn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* By default so many are drawn, and one in so many of those made by hand is solved again. */
enum { DRAWN = 60, MADE_SHARE = 6, TIME_LIMIT_MS = 20000 };

/* --- solved again ------------------------------------------------------------------------- */

/* Whether the core's rows `in[rows]`, and those that hold everybody to one place, can be kept. */
static bool can_be_kept(const struct hard_core *core, const bool *in, enum solver_engine engine)
{
  struct programme programme = *core->programme;
  programme.rows = g_memdup2(programme.rows, sizeof *programme.rows * (gsize)programme.n_rows);
  for (int r = 0; r < programme.n_rows; r++)
    if (!in[r] && !core->service.uses[programme.rows[r].label.use].rule->firm) {
      programme.rows[r].lower = -PROGRAMME_INFINITY;
      programme.rows[r].upper = PROGRAMME_INFINITY;
    }
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  settings.time_limit_ms = TIME_LIMIT_MS;
  settings.threads = 1;
  settings.deterministic = true;
  settings.engine = engine;
  assert_int_equal(solver_solve(&programme, &settings, NULL, &result), STATUS_OK);
  enum solver_verdict verdict = result.verdict;
  solver_result_clear(&result);
  g_free(programme.rows);
  assert_int_not_equal(verdict, SOLVER_NOTHING);
  return verdict != SOLVER_INFEASIBLE;
}

/* By every engine that is there. */
static bool is_kept(const struct hard_core *core, const bool *in)
{
  bool kept = can_be_kept(core, in, SOLVER_ENGINE_GLPK);
  if (solver_has_engine(SOLVER_ENGINE_CBC))
    assert_int_equal(can_be_kept(core, in, SOLVER_ENGINE_CBC), kept);
  return kept;
}

/* The same of the month's whole programme, with all that is weighed. */
static bool is_lawful(const struct problem *problem)
{
  struct programme *programme = formulation_build(problem);
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  settings.time_limit_ms = TIME_LIMIT_MS;
  settings.threads = 1;
  settings.deterministic = true;
  for (int j = 0; j < programme->n_columns; j++)
    programme->columns[j].cost = 0;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  enum solver_verdict verdict = result.verdict;
  solver_result_clear(&result);
  programme_free(programme);
  assert_int_not_equal(verdict, SOLVER_NOTHING);
  return verdict != SOLVER_INFEASIBLE;
}

/* --- sets ------------------------------------------------------------------------------------ */

static void set_rows(bool *in, const struct clash_member *member, bool value)
{
  for (guint i = 0; i < member->rows->len; i++)
    in[g_array_index(member->rows, int, i)] = value;
}

static void check_set(const struct clashes *clashes, const struct clash *clash, const char *name)
{
  g_autofree bool *in = g_new0(bool, (gsize)clashes->core->programme->n_rows + 1);
  if (!clash->irreducible)
    fail_msg("%s: a set is not known to be irreducible", name);
  for (guint i = 0; i < clash->members->len; i++)
    set_rows(in, g_ptr_array_index(clash->members, i), true);
  if (is_kept(clashes->core, in))
    fail_msg("%s: a set of %u can be kept", name, clash->members->len);
  for (guint i = 0; i < clash->members->len; i++) {
    struct clash_member *member = g_ptr_array_index(clash->members, i);
    set_rows(in, member, false);
    if (!is_kept(clashes->core, in))
      fail_msg("%s: without '%s' the set still can't be kept", name, member->sentence);
    set_rows(in, member, true);
  }
}

/* --- ways --------------------------------------------------------------------------------------
 */

/* Is that finding one of the rows that clash, or of what the way gives up? */
static bool is_expected(const struct clashes *clashes, const struct clash_way *way,
                        const struct finding *finding)
{
  const struct problem *problem = clashes->core->problem;
  if (way->item.source == HARD_USE && finding->at.use == way->item.index)
    return true;
  if (way->item.source == HARD_LINE && finding->demand != NONE &&
      (finding->demand == way->item.index ||
       (problem->demands[way->item.index].event != NONE &&
        problem->demands[finding->demand].event == problem->demands[way->item.index].event)))
    return true;
  const struct lock *lock =
      way->item.source == HARD_LOCK ? &problem->month->locks[way->item.index] : NULL;
  return lock && finding->at.clinician == lock->clinician && finding->at.slot == lock->slot &&
         strcmp(problem->service->uses[finding->at.use].rule->name, "locks") == 0;
}

/* The rules, which know nothing of any programme, find the way's rota to break that alone. */
static void check_rota(const struct clashes *clashes, const struct problem *problem,
                       const struct clash_way *way, const char *name)
{
  struct audit *audit = audit_new(problem, way->rota);
  int64_t price = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->price != PRICE_HARD || finding->violation <= 0)
      continue;
    if (clashes->list->len == 1 && !is_expected(clashes, way, finding))
      fail_msg("%s: a way breaks more: %s", name, finding->text);
    if (!is_expected(clashes, way, finding))
      continue;
    const struct rule_use *use = &problem->service->uses[finding->at.use];
    const struct demand *line = finding->demand == NONE ? NULL : &problem->demands[finding->demand];
    int64_t each = !line                             ? 1
                   : finding->kind == SHORTFALL_OVER ? line->price_most
                                                     : MAX(line->price_need, line->price_target);
    price += finding->violation * each *
             (line && !use->hard && use->weight ? use->weight : use->rule->weight);
  }
  if (price == 0 || way->price <= 0)
    fail_msg("%s: a way of price %d breaks nothing", name, (int)way->price);
  audit_free(audit);
}

/* With the rest as it is, it can't be had for less. */
static void check_least(const struct clashes *clashes, const struct problem *problem,
                        const struct clash_way *way, const char *name)
{
  struct hard_core *core = hard_core_new(problem, &way->item, 1);
  struct programme *programme = core->programme;
  for (int j = 0; j < programme->n_columns; j++)
    if (programme->columns[j].cost)
      programme_add_term(programme, j, programme->columns[j].cost);
  programme_add_row(programme, -PROGRAMME_INFINITY, way->price - 1, LABEL_NONE);
  struct solver_result result;
  assert_int_equal(solver_solve_exactly(programme, 100000, 0, &result), STATUS_OK);
  if (way->proven && way->item.source != HARD_LOCK && clashes->list->len == 1)
    if (result.verdict != SOLVER_INFEASIBLE)
      fail_msg("%s: a way can be had for less than %d", name, (int)way->price);
  solver_result_clear(&result);
  hard_core_free(core);
}

static void check_clashes(const struct problem *problem, const char *name)
{
  struct clashes *clashes = clashes_new(problem, 0);
  bool lawful = is_lawful(problem);
  if (lawful != (clashes->list->len == 0) || !clashes->complete)
    fail_msg("%s: %s, and %u clashes were found%s", name, lawful ? "lawful" : "impossible",
             clashes->list->len, clashes->complete ? "" : ", not all");
  g_autofree char *text = clash_report_text(clashes);
  if (g_getenv("ROTA_SHOW_CLASHES"))
    printf("%s\n%s\n", name, text);
  for (guint i = 0; i < clashes->list->len; i++) {
    const struct clash *clash = g_ptr_array_index(clashes->list, i);
    check_set(clashes, clash, name);
    guint yielding = 0;
    for (guint k = 0; k < clash->members->len; k++) {
      const struct clash_member *member = g_ptr_array_index(clash->members, k);
      yielding += hard_core_yields(problem, &member->item);
    }
    if (clash->ways->len != yielding)
      fail_msg("%s: %u ways out of a clash of %u", name, clash->ways->len, yielding);
    for (guint k = 0; k < clash->ways->len; k++) {
      check_rota(clashes, problem, g_ptr_array_index(clash->ways, k), name);
      check_least(clashes, problem, g_ptr_array_index(clash->ways, k), name);
    }
  }
  if (!lawful && !clashes->together)
    fail_msg("%s: the first ways together end nothing", name);
  clashes_free(clashes);
}

/* ROTA_CLASHES in the environment draws so many of them, and solves all again. */
static void what_is_drawn(void **state)
{
  const char *more = g_getenv("ROTA_CLASHES");
  int services = more ? atoi(more) : cases_tried(DRAWN);
  (void)state;
  for (guint32 seed = 1; seed <= (guint32)services; seed++) {
    struct world *world = drawn_new(seed);
    struct problem *problem = problem_new(world->service, world->month);
    g_autofree char *name = g_strdup_printf("seed %u", seed);
    check_clashes(problem, name);
    problem_free(problem);
    world_free(world);
  }
}

/* --- made by hand ------------------------------------------------------------------------------
 */

#define LOCKS(rows)                                                                                \
  {                                                                                                \
    "2027-02/locks.csv", "clinician,date,session,task,site\n" rows                                 \
  }
#define LEAVE(rows)                                                                                \
  {                                                                                                \
    "2027-02/leave.csv", "clinician,from,to,kind,sessions\n" rows                                  \
  }

/* The tiny world with these over it: one clash, of the lines cited, in the order of members; "-":
 * of what stands unwritten. And what its cheapest end costs; 0: not worked out by hand. */
struct made {
  const char *name;
  struct rule_example example;
  const char *rules, *cites;
  int points;
};

static const struct made made[] = {
    {"a lock on leave",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,hove\n"),
                LEAVE("ann,2027-02-02,2027-02-02,sick,\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock on a long leave",
     {.files = {LOCKS("bob,2027-02-10,pm,clinic,hove\n"),
                LEAVE("bob,2027-02-08,2027-02-12,annual,\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock off the pattern",
     {.files = {LOCKS("cat,2027-02-04,am,clinic,hove\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock on a friday off",
     {.files = {LOCKS("cat,2027-02-05,pm,support,remote\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock without the skill",
     {.files = {LOCKS("bob,2027-02-02,am,spine,hove\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock without first contact",
     {.files = {LOCKS("cat,2027-02-02,am,fcp,goldstone\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock below the band",
     {.files = {LOCKS("bob,2027-02-02,am,duty,hove\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock where it is shut",
     {.month = "closures: [{site: hove, from: 2027-02-02, to: 2027-02-02}]\n",
      .files = {LOCKS("bob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a lock when all is shut",
     {.month = "closures: [{from: 2027-02-02, to: 2027-02-02}]\n",
      .files = {LOCKS("bob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "2027-02/locks.csv:2",
     1000},
    {"a good lock and a bad one",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,spine,hove\n")}},
     NULL,
     "2027-02/locks.csv:3",
     1000},
    {"more locks than rooms",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,crawley\nbob,2027-02-02,am,clinic,crawley\n")}},
     NULL,
     "- 2027-02/locks.csv:2 2027-02/locks.csv:3",
     100},
    {"three locks, two rooms",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,clinic,hove\ncat,2027-02-"
                      "02,am,clinic,hove\n")}},
     NULL,
     "- 2027-02/locks.csv:2 2027-02/locks.csv:3 2027-02/locks.csv:4",
     100},
    {"three locks, one room",
     {.files = {LOCKS("ann,2027-02-03,am,clinic,crawley\ncat,2027-02-03,am,clinic,crawley\n")}},
     NULL,
     "- 2027-02/locks.csv:2 2027-02/locks.csv:3",
     100},
    {"locks too far apart",
     {.service = "travel: {default: 90}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\nann,2027-02-02,pm,clinic,crawley\n")}},
     NULL,
     "- 2027-02/locks.csv:2 2027-02/locks.csv:3",
     20},
    {"two locks in a day of one",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,hove\nann,2027-02-02,pm,clinic,hove\n")}},
     "\n  - count_limit: {task: clinic, per: day, most: 1}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     10},
    {"two locks in a week of one",
     {.files = {LOCKS("ann,2027-02-01,am,clinic,hove\nann,2027-02-05,am,clinic,hove\n")}},
     "\n  - count_limit: {task: clinic, per: week, most: 1}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     10},
    {"two locks in a month of one",
     {.files = {LOCKS("ann,2027-02-01,am,clinic,hove\nann,2027-02-26,am,clinic,hove\n")}},
     "\n  - count_limit: {task: clinic, per: month, most: 1}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     10},
    {"a lock of what nobody may do",
     {.files = {LOCKS("ann,2027-02-02,am,duty,hove\n")}},
     "\n  - count_limit: {task: duty, per: week, most: 0}",
     "service.yaml:23 2027-02/locks.csv:2",
     10},
    {"a lock of what one may not do",
     {.files = {LOCKS("bob,2027-02-02,am,clinic,hove\n")}},
     "\n  - count_limit: {who: {clinicians: bob}, task: clinic, per: week, most: 0}",
     "service.yaml:23 2027-02/locks.csv:2",
     10},
    {"hours of a week",
     {.files = {LOCKS("bob,2027-02-02,am,clinic,hove\nbob,2027-02-03,am,clinic,hove\n")}},
     "\n  - count_limit: {count: minutes, per: week, most: 400, per_minutes: 60}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     10},
    {"a month's need beyond one a day, a set of more than fifty rows",
     {.service = "demand:\n  - {task: clinic, sessions: all, need: 60, per: month, hard: yes}\n"},
     "\n  - count_limit: {task: clinic, per: day, most: 1}",
     "service.yaml:26 service.yaml:23",
     0},
    {"days in a row",
     {.files = {LOCKS("bob,2027-02-02,am,clinic,hove\nbob,2027-02-03,am,clinic,hove\n")}},
     "\n  - consecutive: {most_days: 1}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     10},
    {"three days in a row",
     {.files = {LOCKS("bob,2027-02-02,am,clinic,hove\nbob,2027-02-03,am,clinic,hove\nbob,2027-02-"
                      "04,am,clinic,hove\n")}},
     "\n  - consecutive: {most_days: 2}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3 2027-02/locks.csv:4",
     10},
    {"two kept apart",
     {.files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,clinic,hove\n")}},
     "\n  - keep_apart: {who: {clinicians: [ann, bob]}}",
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     200},
    {"locks above a hard most",
     {.service =
          "demand:\n  - {task: clinic, at: hove, sessions: tue am, need: 0, most: 1, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     50},
    {"a lock above a most of none",
     {.service =
          "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 0, most: 0, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,spine,hove\n")}},
     NULL,
     "service.yaml:23 2027-02/locks.csv:2",
     50},
    {"the only one is locked elsewhere",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "service.yaml:23 2027-02/locks.csv:2",
     100},
    {"duty is locked elsewhere",
     {.service = "demand:\n  - {task: duty, sessions: wed am, need: 1, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-03,am,spine,hove\n")}},
     NULL,
     "service.yaml:23 2027-02/locks.csv:2",
     100},
    {"the second of two lines of one kind",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 0, most: 2, hard: "
                 "yes}\n  - {task: spine, at: hove, sessions: tue am, need: 1, most: 2, hard: "
                 "yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "service.yaml:24 2027-02/locks.csv:2",
     100},
    {"the first of two lines of one kind",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: tue am, need: 0, most: 1, hard: "
                 "yes}\n  - {task: clinic, at: hove, sessions: tue am, need: 0, most: 2, hard: "
                 "yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     50},
    {"a room is locked",
     {.service = "demand:\n  - {task: spine, at: crawley, sessions: tue am, need: 1, hard: yes}\n",
      .files = {LOCKS("bob,2027-02-02,am,clinic,crawley\n")}},
     NULL,
     "- service.yaml:23 2027-02/locks.csv:2",
     100},
    {"all are locked elsewhere",
     {.service = "demand:\n  - {task: fcp, at: goldstone, sessions: tue am, need: 1, hard: yes}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\nbob,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "service.yaml:23 2027-02/locks.csv:2 2027-02/locks.csv:3",
     100},
    {"a need beyond everybody",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: tue am, need: 99, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23",
     9700},
    {"two where one has the skill",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 2, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23",
     100},
    {"two on duty where one may",
     {.service = "demand:\n  - {task: duty, sessions: tue am, need: 2, from: 2027-02-01, until: "
                 "2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23",
     100},
    {"an evening that one works",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: tue eve, need: 2, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23",
     100},
    {"the one is on leave",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n",
      .files = {LEAVE("ann,2027-02-02,2027-02-02,sick,\n")}},
     NULL,
     "service.yaml:23",
     100},
    {"three in two rooms",
     {.service = "demand:\n  - {task: clinic, at: hove, sessions: tue am, need: 3, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "- service.yaml:23",
     100},
    {"two in one room",
     {.service = "demand:\n  - {task: clinic, at: crawley, sessions: tue am, need: 2, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "- service.yaml:23",
     100},
    {"two needs, one room",
     {.service = "demand:\n  - {task: clinic, at: crawley, sessions: tue am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: spine, at: crawley, "
                 "sessions: tue am, need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "- service.yaml:23 service.yaml:24",
     100},
    {"two needs, one person",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: duty, sessions: tue am, "
                 "need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23 service.yaml:24",
     100},
    {"two needs on thursday",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: thu pm, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: duty, sessions: thu pm, "
                 "need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23 service.yaml:24",
     100},
    {"two of the same",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: spine, at: crawley, "
                 "sessions: tue am, need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23 service.yaml:24",
     100},
    {"a soft line has no part",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 2, from: "
                 "2027-02-01, until: 2027-02-05}\n  - {task: spine, at: hove, sessions: tue am, "
                 "need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: duty, "
                 "sessions: tue am, need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:24 service.yaml:25",
     100},
    {"first contact by two in one room",
     {.service = "demand:\n  - {task: fcp, at: goldstone, sessions: tue am, need: 2, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "- service.yaml:23",
     100},
    {"a need beside two of one person",
     {.service =
          "demand:\n  - {task: fcp, at: goldstone, sessions: tue am, need: 1, from: 2027-02-01, "
          "until: 2027-02-05, hard: yes}\n  - {task: spine, at: crawley, sessions: tue am, need: "
          "1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: duty, sessions: tue am, "
          "need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:24 service.yaml:25",
     100},
    {"four clinics, three people",
     {.service = "demand:\n  - {task: clinic, at: [hove, crawley], sessions: tue am, need: 3, "
                 "from: 2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: fcp, at: goldstone, "
                 "sessions: tue am, need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23 service.yaml:24",
     100},
    {"a most below a need",
     {.service =
          "demand:\n  - {task: clinic, at: hove, sessions: tue am, need: 2, from: 2027-02-01, "
          "until: 2027-02-05, hard: yes}\n  - {task: clinic, at: [hove, crawley], sessions: tue "
          "am, need: 0, most: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "service.yaml:23 service.yaml:24",
     50},
    {"a need of what nobody may do",
     {.service = "demand:\n  - {task: duty, sessions: tue am, need: 1, from: 2027-02-01, until: "
                 "2027-02-05, hard: yes}\n"},
     "\n  - count_limit: {task: duty, per: week, most: 0}",
     "service.yaml:26 service.yaml:23",
     10},
    {"two duties, one a week",
     {.service = "demand:\n  - {task: duty, per: week, sessions: tue, need: 2, from: 2027-02-01, "
                 "until: 2027-02-05, hard: yes}\n"},
     "\n  - count_limit: {task: duty, per: week, most: 1}",
     "service.yaml:26 service.yaml:23",
     10},
    {"four clinics, one a week",
     {.service = "demand:\n  - {task: clinic, per: week, sessions: all, need: 4, from: 2027-02-01, "
                 "until: 2027-02-05, hard: yes}\n"},
     "\n  - count_limit: {task: clinic, per: week, most: 1}",
     "service.yaml:26 service.yaml:23",
     10},
    {"for one of these three",
     {.service = "demand:\n  - {task: clinic, at: hub, per: day, sessions: tue, need: 4, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     "\n  - count_limit: {task: clinic, per: day, most: 1}",
     "service.yaml:26 service.yaml:23",
     10},
    {"two days of spine in a row",
     {.service = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: spine, at: hove, sessions: "
                 "wed am, need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     "\n  - consecutive: {most_days: 1}",
     "service.yaml:27 service.yaml:23 service.yaml:24",
     10},
    {"alone at crawley",
     {.service = "demand:\n  - {task: spine, at: crawley, sessions: thu am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n"},
     "\n  - lone_working: {at: crawley, least: 4}",
     "service.yaml:26 service.yaml:23",
     100},
    {"a day too far",
     {.service =
          "travel: {default: 90}\ndemand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, "
          "from: 2027-02-01, until: 2027-02-05, hard: yes}\n  - {task: spine, at: crawley, "
          "sessions: tue pm, need: 1, from: 2027-02-01, until: 2027-02-05, hard: yes}\n"},
     NULL,
     "- service.yaml:23 service.yaml:24",
     20},
    {"an event and a clinic",
     {.service = "demand:\n  - {task: spine, at: crawley, sessions: tue am, need: 1, from: "
                 "2027-02-01, until: 2027-02-05, hard: yes}\n",
      .month = "events:\n  cad: {kind: cad, at: hove, on: 2027-02-02 am, need: [{task: spine, "
               "need: 1, hard: yes}]}\n"},
     NULL,
     "service.yaml:23 2027-02/month.yaml:2",
     100},
    {"an event that nobody can hold",
     {.month = "events:\n  cad: {kind: cad, at: hove, on: 2027-02-02 am, need: [{task: spine, "
               "need: 2, hard: yes}]}\n"},
     NULL,
     "2027-02/month.yaml:2",
     200},
    {"an event and a lock",
     {.month = "events:\n  cad: {kind: cad, at: hove, on: 2027-02-02 am, need: [{task: spine, "
               "need: 1, hard: yes}]}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,crawley\n")}},
     NULL,
     "2027-02/month.yaml:2 2027-02/locks.csv:2",
     100},
    {"at least more than at most",
     {.service = NULL},
     "\n  - count_limit: {who: {clinicians: bob}, task: clinic, per: month, least: 2}\n  - "
     "count_limit: {who: {clinicians: bob}, task: clinic, per: month, most: 1}",
     "service.yaml:23 service.yaml:24",
     10},
    {"at least, and no day in a row",
     {.service = NULL},
     "\n  - count_limit: {who: {clinicians: bob}, per: month, count: days, least: 16}\n  - "
     "consecutive: {who: {clinicians: bob}, most_days: 1}",
     "service.yaml:23 service.yaml:24",
     0},
    {"a least in all and a most of each",
     {.service = NULL},
     "\n  - count_limit: {who: {clinicians: cat}, task: [clinic, support], per: month, least: 9}\n "
     " - count_limit: {who: {clinicians: cat}, task: [clinic, support], per: week, most: 2}",
     "service.yaml:23 service.yaml:24",
     0},
    {"a line of the month",
     {.month = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 2, hard: yes, from: "
               "2027-02-01, until: 2027-02-05}\n"},
     NULL,
     "2027-02/month.yaml:2",
     100},
    {"a line of the month and a lock",
     {.month = "demand:\n  - {task: spine, at: hove, sessions: tue am, need: 1, hard: yes, from: "
               "2027-02-01, until: 2027-02-05}\n",
      .files = {LOCKS("ann,2027-02-02,am,clinic,hove\n")}},
     NULL,
     "2027-02/month.yaml:2 2027-02/locks.csv:2",
     100},
};

static char *cites_of(const struct clash *clash)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < clash->members->len; i++) {
    const struct where *where =
        &((const struct clash_member *)g_ptr_array_index(clash->members, i))->where;
    g_string_append(out, i ? " " : "");
    if (where->file)
      g_string_append_printf(out, "%s:%d", where->file, where->line);
    else
      g_string_append_c(out, '-');
  }
  return g_string_free(out, FALSE);
}

/* Several sets may be irreducible: what is told must be the one that was written. */
static void check_made(const struct made *one, bool proven)
{
  struct world *world = world_new(&one->example, one->rules);
  struct problem *problem = problem_new(world->service, world->month);
  struct clashes *clashes = clashes_new(problem, 0);
  if (clashes->list->len != 1)
    fail_msg("%s: %u clashes", one->name, clashes->list->len);
  const struct clash *clash = g_ptr_array_index(clashes->list, 0);
  g_autofree char *cites = cites_of(clash);
  if (strcmp(cites, one->cites) != 0)
    fail_msg("%s: it is of %s, and should be of %s", one->name, cites, one->cites);
  if (one->points) {
    assert_true(clash->ways->len > 0);
    assert_int_equal(((const struct clash_way *)g_ptr_array_index(clash->ways, 0))->price,
                     one->points);
  }
  clashes_free(clashes);
  if (proven)
    check_clashes(problem, one->name);
  problem_free(problem);
  world_free(world);
}

/* Past the deadline nothing is claimed: no set is called irreducible, and no way missing. */
static void what_the_clock_leaves_open(void **state)
{
  const struct rule_example example = {
      .service = "demand:\n  - {task: clinic, sessions: all, need: 60, per: month, hard: yes}\n"};
  struct world *world = world_new(&example, "\n  - count_limit: {task: clinic, per: day, most: 1}");
  struct problem *problem = problem_new(world->service, world->month);
  struct clashes *clashes = clashes_new(problem, g_get_monotonic_time() - 1);
  (void)state;
  assert_false(clashes->complete);
  assert_false(clashes->together);
  for (guint i = 0; i < clashes->list->len; i++) {
    const struct clash *clash = g_ptr_array_index(clashes->list, i);
    assert_false(clash->irreducible);
    assert_false(clash->ways_known);
    assert_int_equal(clash->ways->len, 0);
    assert_int_equal(clash->unpriced->len, clash->members->len);
  }
  clashes_free(clashes);
  problem_free(problem);
  world_free(world);
}

static void what_is_made_by_hand(void **state)
{
  (void)state;
  for (size_t i = 0; i < G_N_ELEMENTS(made); i++)
    check_made(&made[i], g_getenv("ROTA_CLASHES") || i % MADE_SHARE == 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_made_by_hand),
      cmocka_unit_test(what_the_clock_leaves_open),
      cmocka_unit_test(what_is_drawn),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
