/* How acceptable a rota is, worked out by hand on rotas of the tiny world. */
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

static struct scene open_scene(const struct rule_example *example, const char *rules,
                               const char *lines)
{
  struct scene scene = {.world = world_new(example, rules)};
  g_autoptr(GArray) items = world_assignments(scene.world, lines);
  scene.problem = problem_new(scene.world->service, scene.world->month);
  scene.rota = rota_new(scene.problem, (const struct assignment *)(const void *)items->data,
                        (int)items->len);
  scene.audit = audit_new(scene.problem, scene.rota);
  scene.of = assess(scene.audit, NULL);
  return scene;
}

static void close_scene(struct scene *scene)
{
  assessment_free(scene->of);
  audit_free(scene->audit);
  rota_free(scene->rota);
  problem_free(scene->problem);
  world_free(scene->world);
}

static const struct acceptability *of(const struct scene *scene, const char *clinician)
{
  int c = service_clinician(scene->world->service, clinician);
  return &scene->of->people[c].acceptability;
}

/* Four blocks; Ann is on leave on the morning of the 2nd, and worked the weekend before, and
 * six days in a row before that. Goldstone is 300 minutes from Hove. */
static const struct rule_example four_blocks = {
    .service =
        "sessions:\n"
        "  early: {from: \"07:30\", to: \"08:30\"}\n"
        "  am:    {from: \"08:30\", to: \"12:15\"}\n"
        "  pm:    {from: \"13:15\", to: \"17:00\"}\n"
        "  eve:   {from: \"17:00\", to: \"20:00\"}\n"
        "week: {mon-fri: [early, am, pm], tue: [eve]}\n",
    .clinicians =
        "ann: {band: 7, wte: 1.0, works: {mon-fri: [early, am, pm], tue: [eve]},\n"
        "      skills: {msk: yes, spine: yes, fcp: {stage: 2}}}\n"
        "cat: {band: 5, wte: 0.2, works: {tue: [am, eve]}, skills: {msk: yes}}\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind,sessions\nann,2027-02-02,2027-02-02,annual,am\n"},
              {"history/2027-01.yaml",
               "month: 2027-01\n"
               "assignments:\n"
               "  ann:\n"
               "    - 2027-01-18 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-19 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-20 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-21 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-22 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-23 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-30 am 08:30-12:15 clinic hove\n"
               "    - 2027-01-31 am 08:30-12:15 clinic hove\n"
               "checksum: none\n"},
              {"travel.csv", "from,to,minutes\nhove,goldstone,300\n"}},
};

/* The way from Hove to Crawley takes 30 minutes, 60 without a car, and there are 60 between
 * am and pm, none between early and am or between pm and eve. */
static void test_days(void **state)
{
  (void)state;
  struct scene scene = open_scene(&four_blocks, NULL,
                                  /* a hole: the morning is hers */
                                  "ann 2027-02-01 early clinic hove\n"
                                  "ann 2027-02-01 pm clinic hove\n"
                                  /* none: she is on leave in between */
                                  "ann 2027-02-02 early clinic hove\n"
                                  "ann 2027-02-02 pm clinic hove\n"
                                  /* at two sites, with time for the way */
                                  "ann 2027-02-03 am clinic hove\n"
                                  "ann 2027-02-03 pm clinic crawley\n"
                                  "bob 2027-02-03 am clinic hove\n"
                                  "bob 2027-02-03 pm clinic crawley\n"
                                  /* without */
                                  "ann 2027-02-09 pm clinic hove\n"
                                  "ann 2027-02-09 eve clinic crawley\n"
                                  /* one site, and at home */
                                  "ann 2027-02-10 am clinic hove\n"
                                  "ann 2027-02-10 pm support remote\n"
                                  /* there without time, and back with time */
                                  "ann 2027-02-11 early clinic hove\n"
                                  "ann 2027-02-11 am clinic crawley\n"
                                  "ann 2027-02-11 pm clinic hove\n"
                                  /* 285 minutes, in which she works */
                                  "ann 2027-02-18 early clinic hove\n"
                                  "ann 2027-02-18 am support remote\n"
                                  "ann 2027-02-18 pm fcp goldstone\n"
                                  /* the afternoon is Bob's, and not Cat's */
                                  "bob 2027-02-16 am clinic hove\n"
                                  "bob 2027-02-16 eve clinic hove\n"
                                  "cat 2027-02-16 am clinic hove\n"
                                  "cat 2027-02-16 eve clinic hove\n");
  const struct acceptability *ann = of(&scene, "ann"), *bob = of(&scene, "bob");
  const struct acceptability *cat = of(&scene, "cat"), *all = &scene.of->totals.acceptability;
  assert_int_equal(ann->days, 7);
  assert_int_equal(ann->hole_days, 1);
  assert_int_equal(ann->split_days, 4);
  assert_int_equal(ann->moves_without_time, 3);
  assert_int_equal(ann->days_in_a_row, 5); /* from Saturday to Wednesday */
  assert_int_equal(bob->hole_days, 1);
  assert_int_equal(bob->split_days, 1);
  assert_int_equal(bob->moves_without_time, 0);
  assert_int_equal(bob->days_in_a_row, 1);
  assert_int_equal(cat->days, 1);
  assert_int_equal(cat->hole_days, 0);
  assert_int_equal(all->days, 10);
  assert_int_equal(all->hole_days, 2);
  assert_int_equal(all->split_days, 5);
  assert_int_equal(all->moves_without_time, 3);
  assert_int_equal(all->days_in_a_row, 5);
  assert_int_equal(scene.of->totals.split_hundredths, 5000);
  assert_int_equal(all->support_halves, 0); /* no rule names it */
  close_scene(&scene);
}

/* Two whole days, an evening's other work being none of theirs; half-days on the 3rd, in the
 * afternoon of the 4th and in the evening of the 9th; the morning of the 4th is shared. */
static void test_supporting_time(void **state)
{
  (void)state;
  struct scene scene = open_scene(&four_blocks, "[{support_time: {task: support, share: 10}}]",
                                  "ann 2027-02-01 am support remote\n"
                                  "ann 2027-02-01 pm support remote\n"
                                  "ann 2027-02-02 am support remote\n"
                                  "ann 2027-02-02 pm support remote\n"
                                  "ann 2027-02-02 eve clinic hove\n"
                                  "ann 2027-02-03 am support remote\n"
                                  "ann 2027-02-03 pm clinic hove\n"
                                  "ann 2027-02-04 early support remote\n"
                                  "ann 2027-02-04 am clinic hove\n"
                                  "ann 2027-02-04 pm support remote\n"
                                  "ann 2027-02-05 am clinic hove\n"
                                  "ann 2027-02-09 pm clinic hove\n"
                                  "ann 2027-02-09 eve support remote\n");
  const struct acceptability *ann = of(&scene, "ann");
  assert_int_equal(ann->support_days, 2);
  assert_int_equal(ann->support_halves, 3);
  assert_int_equal(ann->support_parts, 1);
  assert_int_equal(ann->support_minutes, 6 * 225 + 60 + 180);
  /* a tenth of 150 hours less a morning of the 182 that her pattern has: 147, to the quarter */
  assert_int_equal(ann->support_asked_minutes, 882);
  close_scene(&scene);
}

/* Four sessions at Goldstone, where Ann is named and Bob her deputy, the talk apart; nobody
 * is named for the Deans. */
static void test_pcns(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service =
          "pcns:\n"
          "  goldstone: {patients: 8000, fcp: {named: [ann], deputy: [bob]}}\n"
          "  deans: {patients: 4000}\n",
      .month =
          "events:\n"
          "  talk: {kind: talk, at: goldstone, on: 2027-02-10 am,\n"
          "         need: [{task: fcp, need: 1}]}\n",
  };
  struct scene scene = open_scene(&example, NULL,
                                  "ann 2027-02-01 am fcp goldstone\n"
                                  "ann 2027-02-02 am fcp goldstone\n"
                                  "ann 2027-02-10 am fcp goldstone\n"
                                  "bob 2027-02-03 am fcp goldstone\n"
                                  "cat 2027-02-03 pm fcp goldstone\n"
                                  "cat 2027-02-03 am fcp deans\n");
  const struct pcn_figures *goldstone = &g_array_index(scene.of->pcns, struct pcn_figures, 0);
  assert_int_equal(scene.of->pcns->len, 2);
  assert_int_equal(goldstone->sessions, 4);
  assert_int_equal(goldstone->people, 3);
  assert_int_equal(goldstone->named, 2);
  assert_int_equal(goldstone->deputies, 1);
  assert_int_equal(goldstone->named_hundredths, 5000);
  assert_int_equal(goldstone[1].sessions, 1);
  assert_int_equal(goldstone[1].named_hundredths, -1);
  assert_int_equal(scene.of->totals.named_hundredths, 5000);
  assert_int_equal(scene.of->totals.most_at_a_pcn, 3);
  close_scene(&scene);
}

static void add_sessions(GString *lines, const char *clinician, int generalist, int specialist)
{
  for (int i = 0; i < generalist + specialist; i++)
    g_string_append_printf(lines, "%s 2027-02-%02d am %s hove\n", clinician, 1 + i,
                           i < generalist ? "clinic" : "spine");
}

/* Of 80:20, Ann's 70% and Cat's 90% are 10 points away, which is near; Dan's 66.7% and Eli's
 * 91.7% are not. Bob holds one kind of skill. */
static void test_near_the_ratio(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = "week: {mon-sun: [am]}\n",
      .clinicians =
          "ann: {band: 7, wte: 1, works: {mon-sun: am}, skills: {msk: yes, spine: yes}}\n"
          "cat: {band: 7, wte: 1, works: {mon-sun: am}, skills: {msk: yes, spine: yes}}\n"
          "dan: {band: 7, wte: 1, works: {mon-sun: am}, skills: {msk: yes, spine: yes}}\n"
          "eli: {band: 7, wte: 1, works: {mon-sun: am}, skills: {msk: yes, spine: yes}}\n",
  };
  g_autoptr(GString) lines = g_string_new(NULL);
  add_sessions(lines, "ann", 7, 3);
  add_sessions(lines, "bob", 8, 2);
  add_sessions(lines, "cat", 9, 1);
  add_sessions(lines, "dan", 2, 1);
  add_sessions(lines, "eli", 11, 1);
  struct scene scene =
      open_scene(&example, "[{ratio: {generalist: 80, specialist: 20}}]", lines->str);
  assert_int_equal(scene.of->n_by_generalist, 4);
  assert_int_equal(scene.of->totals.near_asked, 2);
  close_scene(&scene);
  scene = open_scene(&example, NULL, lines->str);
  assert_int_equal(scene.of->totals.near_asked, -1);
  close_scene(&scene);
  /* What is asked of each person goes before what is asked of the service: of 75:25, Ann's 70%
   * and Dan's 66.7% are within 9 points, and Ann's alone within 7. */
  scene = open_scene(&example,
                     "[{ratio: {generalist: 90, specialist: 10}},"
                     " {ratio: {generalist: 75, specialist: 25, within: 9, each: person}}]",
                     lines->str);
  assert_int_equal(scene.of->totals.near_asked, 2);
  assert_int_equal(scene.of->totals.service_ratio.generalist, 90);
  assert_int_equal(scene.of->totals.person_ratio.generalist, 75);
  close_scene(&scene);
  scene = open_scene(
      &example, "[{ratio: {generalist: 75, specialist: 25, within: 7, each: person}}]", lines->str);
  assert_int_equal(scene.of->totals.near_asked, 1);
  assert_int_equal(scene.of->totals.service_ratio.generalist, 0);
  close_scene(&scene);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_days),
      cmocka_unit_test(test_supporting_time),
      cmocka_unit_test(test_pcns),
      cmocka_unit_test(test_near_the_ratio),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
