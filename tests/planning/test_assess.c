/* The assessment of rotas of the tiny world, worked out by hand; and which shortfalls
 * get their reasons. */
#include "planning/assess.h"

#include "tests/support/check.h"
#include "tests/support/world.h"

struct scene {
  struct world *world;
  struct problem *problem;
  struct rota *rota;
  struct audit *audit;
  struct assessment *of;
};

static struct scene open_scene_of(struct world *world, const char *lines,
                                  const struct provenance *run)
{
  struct scene scene = {.world = world};
  g_autoptr(GArray) items = world_assignments(scene.world, lines);
  scene.problem = problem_new(scene.world->service, scene.world->month);
  scene.rota = rota_new(scene.problem, (const struct assignment *)(const void *)items->data,
                        (int)items->len);
  scene.audit = audit_new(scene.problem, scene.rota);
  scene.of = assess(scene.audit, run);
  return scene;
}

static struct scene open_scene(const struct rule_example *example, const char *lines,
                               const struct provenance *run)
{
  return open_scene_of(world_new(example, NULL), lines, run);
}

static void close_scene(struct scene *scene)
{
  assessment_free(scene->of);
  audit_free(scene->audit);
  rota_free(scene->rota);
  problem_free(scene->problem);
  world_free(scene->world);
}

static const struct rule_example asked_of_two = {
    .service =
        "demand:\n"
        "  - {task: spine, at: hove, sessions: tue am, need: 1, until: 2027-02-02}\n"
        "  - {task: clinic, at: hove, sessions: mon am, need: 1, target: 3,\n"
        "     until: 2027-02-01}\n"
        "criteria: {not_avoidable: [duty]}\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-02,2027-02-02,annual\n"},
              {WORLD_MONTH "/locks.csv",
               "clinician,date,session,task,site\n"
               "bob,2027-02-01,am,clinic,hove\n"}},
};

/* Sessions of 225 minutes. Bob does his locked clinic; Ann is on duty on Wednesday
 * and does a spinal clinic on Monday. Missing: the spinal clinic of Tuesday (100),
 * two of three clinics' target (20 each). Generalist 225 of 450: a half. */
static void test_figures_by_hand(void **state)
{
  (void)state;
  const struct provenance run = {.has_bound = true, .bound = 100};
  struct scene scene = open_scene(&asked_of_two,
                                  "bob 2027-02-01 am clinic hove\n"
                                  "ann 2027-02-01 pm spine hove\n"
                                  "ann 2027-02-03 am duty hove\n",
                                  &run);
  const struct assessment *of = scene.of;
  const struct world *world = scene.world;
  int ann = service_clinician(world->service, "ann"), n_slots = world->month->n_slots;
  assert_int_equal(of->shortfalls->len, 2);
  const struct shortfall *first = &g_array_index(of->shortfalls, struct shortfall, 0);
  assert_int_equal(first[0].finding->kind, SHORTFALL_NEED);
  assert_int_equal(first[0].cost, 100);
  assert_int_equal(first[1].finding->kind, SHORTFALL_TARGET);
  assert_int_equal(first[1].cost, 40);
  assert_null(first->why);
  assert_int_equal(of->gaps.missing, 1);
  assert_int_equal(of->below_target[service_task(world->service, "clinic")], 2);
  assert_int_equal(of->totals.locked, 1);
  assert_int_equal(of->people[ann].minutes, 450);
  assert_int_equal(of->people[ann].streams.specialist_minutes, 225);
  assert_int_equal(of->people[ann].streams.generalist_hundredths, 0);
  assert_int_equal(of->totals.streams.generalist_hundredths, 5000);
  assert_int_equal(of->totals.asked, 0);
  assert_int_equal(of->totals.satisfaction_percent, -1);
  assert_int_equal(of->totals.premium_quarters, -1);
  /* Only Ann has the band for duty. */
  assert_int_equal(of->burdens->len, 1);
  const struct burden *burden = &g_array_index(of->burdens, struct burden, 0);
  assert_int_equal(burden->able, 1);
  assert_int_equal(burden->fewest, 1);
  assert_int_equal(burden->most, 1);
  assert_int_equal(of->gap_points, scene.audit->cost - 100);
  assert_int_equal(of->gap_hundredths, provenance_gap_hundredths(&run, scene.audit->cost));
  int tuesday = month_slot(world->month, date_make(2027, 2, 2), 0);
  assert_int_equal(of->attendance[ann * n_slots + tuesday], ATTENDANCE_LEAVE);
  assert_int_equal(of->attendance[ann * n_slots + tuesday - 1], ATTENDANCE_WORKS);
  int cat = service_clinician(world->service, "cat");
  int friday = month_slot(world->month, date_make(2027, 2, 5), 0);
  assert_int_equal(of->attendance[cat * n_slots + friday], ATTENDANCE_OFF);
  assert_int_equal(of->attendance[cat * n_slots + tuesday], ATTENDANCE_FREE);
  close_scene(&scene);
}

/* Nobody does the spinal clinic of Tuesday, for which Ann alone has the skill: she is on leave. For
 * the clinics that are short of their target Ann, Bob and Cat come into question. */
static void test_reasons(void **state)
{
  (void)state;
  struct scene scene = open_scene(&asked_of_two, "bob 2027-02-01 am clinic hove\n", NULL);
  assess_reasons(scene.of);
  const struct shortfall *first = &g_array_index(scene.of->shortfalls, struct shortfall, 0);
  assert_non_null(first[0].why);
  assert_int_equal(first[0].why->able, 1);
  assert_int_equal(first[0].why->count[WHY_AWAY], 1);
  assert_int_equal(first[1].finding->kind, SHORTFALL_TARGET);
  assert_non_null(first[1].why);
  assert_int_equal(first[1].why->able, 3);
  close_scene(&scene);
}

static const struct rule_example many_gaps = {
    .service =
        "demand:\n"
        "  - {task: clinic, at: hove, sessions: mon-fri am, need: 1}\n",
};

/* Twenty clinics without anybody, each with its reason. Ann and Bob are free for each, and Cat on
 * Mondays to Wednesdays: all are tried. */
static void test_reasons_of_many(void **state)
{
  (void)state;
  struct scene scene = open_scene(&many_gaps, "", NULL);
  int reasons = 0, tried = 0;
  assess_reasons(scene.of);
  assert_int_equal(scene.of->gaps.count, 20);
  for (guint i = 0; i < scene.of->shortfalls->len; i++) {
    const struct why *why = g_array_index(scene.of->shortfalls, struct shortfall, i).why;
    reasons += why != NULL;
    for (guint k = 0; why && k < why->people->len; k++)
      tried += ((const struct why_person *)why->people->pdata[k])->tried;
  }
  assert_int_equal(reasons, 20);
  assert_int_equal(tried, 3 * 12 + 2 * 8);
  close_scene(&scene);
}

/* Bob does three clinics in the first week, Ann two, where one is the most: 14 and 7. The
 * spinal clinic of Tuesday is missing (100). That Ann gets the clinics she likes is a gain,
 * and not among what is missed; nor is the hard limit that Ann breaks on her leave. */
static void test_what_is_missed(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service =
          "demand:\n"
          "  - {task: spine, at: hove, sessions: tue am, need: 1, until: 2027-02-02}\n",
      .files = {{WORLD_MONTH "/leave.csv",
                 "clinician,from,to,kind\n"
                 "ann,2027-02-02,2027-02-02,annual\n"},
                {WORLD_MONTH "/preferences/ann.yaml",
                 "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\ntasks: {clinic: like}\n"}},
  };
  static const char rules[] =
      "[{count_limit: {task: clinic, per: week, most: 1, weight: 7}},\n"
      " {preferences: {weight: 1}}, {contract_hours: {weight: 0}}]";
  struct scene scene = open_scene_of(world_new(&example, rules),
                                     "ann 2027-02-01 am clinic hove\n"
                                     "ann 2027-02-02 am clinic hove\n"
                                     "bob 2027-02-01 am clinic hove\n"
                                     "bob 2027-02-03 am clinic hove\n"
                                     "bob 2027-02-02 am clinic hove\n",
                                     NULL);
  const GArray *missed = scene.of->missed;
  assert_int_equal(missed->len, 2);
  const struct missed *cover = &g_array_index(missed, struct missed, 0), *limit = cover + 1;
  assert_string_equal(cover->name, "cover");
  assert_int_equal(cover->cost, 100);
  assert_string_equal(limit->name, "count_limit");
  assert_int_equal(limit->cost, 21);
  assert_int_equal(limit->findings->len, 2);
  const struct finding *first = limit->findings->pdata[0], *second = limit->findings->pdata[1];
  assert_int_equal(first->at.clinician, service_clinician(scene.world->service, "bob"));
  assert_int_equal(first->violation, 2);
  assert_int_equal(second->at.clinician, service_clinician(scene.world->service, "ann"));
  assert_true(scene.of->broken->len > 0);
  assert_true(scene.audit->cost < 121);
  close_scene(&scene);
}

/* Ann holds both kinds of skill and does one session of each; Bob holds msk alone; Cat both,
 * and does only specialist work. Ann sent a file, Bob and Cat none; nor did Dan, who is on
 * leave all month. */
static const struct rule_example both_kinds = {
    .clinicians =
        "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]},\n"
        "      skills: {msk: yes, spine: yes}}\n"
        "dan: {band: 5, works: {mon-fri: [am, pm]}, skills: {msk: yes, spine: yes}}\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\ndan,2027-02-01,2027-02-28,maternity\n"},
              {WORLD_MONTH "/preferences/ann.yaml",
               "clinician: ann\nmonth: 2027-02\nsubmitted: 2027-01-05\n"}},
};

static void test_who_holds_both_and_who_sent_nothing(void **state)
{
  (void)state;
  struct scene scene = open_scene(&both_kinds,
                                  "ann 2027-02-01 am clinic hove\n"
                                  "ann 2027-02-01 pm spine hove\n"
                                  "bob 2027-02-01 am clinic hove\n"
                                  "cat 2027-02-01 am spine hove\n",
                                  NULL);
  const struct assessment *of = scene.of;
  const struct service *service = scene.world->service;
  int ann = service_clinician(service, "ann"), bob = service_clinician(service, "bob");
  int cat = service_clinician(service, "cat"), dan = service_clinician(service, "dan");
  assert_true(of->people[ann].holds_both && of->people[cat].holds_both);
  assert_false(of->people[bob].holds_both || of->people[dan].holds_both);
  assert_int_equal(of->n_by_generalist, 2);
  assert_int_equal(of->by_generalist[0], cat);
  assert_int_equal(of->by_generalist[1], ann);
  assert_int_equal(of->people[ann].streams.generalist_hundredths, 5000);
  assert_int_equal(of->n_not_sent, 2);
  assert_int_equal(of->not_sent[0], bob);
  assert_int_equal(of->not_sent[1], cat);
  close_scene(&scene);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_figures_by_hand),
      cmocka_unit_test(test_reasons),
      cmocka_unit_test(test_reasons_of_many),
      cmocka_unit_test(test_what_is_missed),
      cmocka_unit_test(test_who_holds_both_and_who_sent_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
