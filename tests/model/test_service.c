/* What a service says of its people: skills on their first and last day, patterns,
 * sites' hours. By hand. */
#include "model/service.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static struct world *begin(const char *clinicians, const char *service)
{
  struct rule_example example = {.clinicians = clinicians, .service = service};
  return world_new(&example, NULL);
}

static int day(int of_february)
{
  return date_make(2027, 2, of_february);
}

static const char people[] =
    "ann: {name: Ann Able, band: 7, wte: 1.0, base: hove, works: {mon-fri: [am, pm]},\n"
    "      joins: 2027-02-02, leaves: 2027-02-19,\n"
    "      skills: {msk: {since: 2027-02-03, until: 2027-02-10}, fcp: {stage: 2}}}\n"
    "bob: {name: Bob Best, band: 6, wte: 1.0, base: hove, works: {mon-fri: [am, pm]},\n"
    "      skills: {msk: yes, fcp: {stage: 0, trainee: yes}}}\n";

static void test_a_skill_from_its_first_to_its_last_day(void **state)
{
  (void)state;
  struct world *world = begin(people, NULL);
  const struct service *service = world->service;
  int ann = service_clinician(service, "ann"), clinic = service_task(service, "clinic");
  assert_false(clinician_can(service, ann, clinic, day(2)));
  assert_true(clinician_can(service, ann, clinic, day(3)));
  assert_true(clinician_can(service, ann, clinic, day(10)));
  assert_false(clinician_can(service, ann, clinic, day(11)));
  int fcp = vocabulary_find(&service->skills, "fcp"), spine = service_task(service, "spine");
  assert_int_equal(clinician_stage(service, ann, fcp, day(1)), 2);
  assert_int_equal(clinician_stage(service, ann, service->tasks[clinic].skill, day(2)), NONE);
  assert_false(clinician_can(service, ann, spine, day(3)));
  world_free(world);
}

/* FCP asks for stage 1, which Bob trains for; duty for band 7, and for no skill. */
static void test_stages_and_bands(void **state)
{
  (void)state;
  struct world *world = begin(people, NULL);
  const struct service *service = world->service;
  int ann = service_clinician(service, "ann"), bob = service_clinician(service, "bob");
  int fcp = service_task(service, "fcp"), duty = service_task(service, "duty");
  assert_true(clinician_can(service, ann, fcp, day(1)));
  assert_false(clinician_is_trainee(service, ann, fcp, day(1)));
  assert_true(clinician_can(service, bob, fcp, day(1)));
  assert_true(clinician_is_trainee(service, bob, fcp, day(1)));
  assert_false(clinician_is_trainee(service, bob, service_task(service, "clinic"), day(1)));
  assert_true(clinician_can(service, ann, duty, day(1)));
  assert_false(clinician_can(service, bob, duty, day(1)));
  assert_false(clinician_is_trainee(service, bob, duty, day(1)));
  world_free(world);
}

static void test_employed_from_the_first_to_the_last_day(void **state)
{
  (void)state;
  struct world *world = begin(people, NULL);
  const struct service *service = world->service;
  int ann = service_clinician(service, "ann");
  assert_false(clinician_works(service, ann, day(1), 0));
  assert_true(clinician_works(service, ann, day(2), 0));
  assert_false(clinician_works(service, ann, day(2), 2)); /* no evenings */
  assert_false(clinician_works(service, ann, day(6), 0)); /* nor Saturdays */
  assert_true(clinician_works(service, ann, day(19), 1));
  assert_false(clinician_works(service, ann, day(22), 0));
  world_free(world);
}

/* 1 February 2027 is the Monday of week 5, an odd one. */
static void test_patterns_of_odd_and_even_weeks(void **state)
{
  (void)state;
  struct world *world = begin(
      "ann: {name: Ann Able, band: 7, wte: 0.6, base: hove,\n"
      "      works: {odd: {mon-fri: [am], sat: [am]}, even: {mon-tue: [am, pm], wed: [pm]}},\n"
      "      skills: {msk: yes}}\n",
      "pcns: {}\n");
  const struct service *service = world->service;
  assert_true(clinician_works(service, 0, day(5), 0));
  assert_false(clinician_works(service, 0, day(1), 1));
  assert_true(clinician_works(service, 0, day(10), 1));
  assert_false(clinician_works(service, 0, day(12), 0));
  world_free(world);
}

/* Three weeks from 8 February, the third one off: the 1st is in it, and the 22nd. */
static void test_patterns_in_a_cycle(void **state)
{
  (void)state;
  struct world *world = begin(
      "ann: {band: 7, skills: {msk: yes},\n"
      "      works: {cycle: 2027-02-08, weeks: [{mon: [am]}, {mon: [pm]}, {}]}}\n",
      "pcns: {}\n");
  static const struct {
    int day;
    bool am, pm;
  } mondays[] = {{-13, true, false}, {-6, false, true},  {1, false, false}, {8, true, false},
                 {15, false, true},  {22, false, false}, {29, true, false}};
  for (size_t i = 0; i < G_N_ELEMENTS(mondays); i++) {
    int date = day(1) + mondays[i].day - 1;
    assert_int_equal(clinician_works(world->service, 0, date, 0), mondays[i].am);
    assert_int_equal(clinician_works(world->service, 0, date, 1), mondays[i].pm);
    assert_false(clinician_works(world->service, 0, date + 1, 0));
  }
  world_free(world);
}

/* Each change holds from its date until the next; what it does not name holds on. */
static void test_posts_from_date_to_date(void **state)
{
  (void)state;
  struct world *world = begin(
      "ann: {name: Ann Able, band: 6, wte: 0.4, works: {mon: [am]}, team: hove,\n"
      "      skills: {msk: yes, spine: yes},\n"
      "      changes: [{from: 2027-02-08, wte: 0.6, skills: {spine: no, fcp: {stage: 2}}},\n"
      "                {from: 2027-02-15, band: 7, works: {tue: [pm]}, sites: [crawley]}]}\n",
      NULL);
  const struct service *service = world->service;
  int ann = service_clinician(service, "ann"), hove = service_site(service, "hove");
  int spine = service_task(service, "spine"), fcp = service_task(service, "fcp");
  int duty = service_task(service, "duty"), clinic = service_task(service, "clinic");
  assert_int_equal(clinician_on(service, ann, day(7))->wte_percent, 40);
  assert_int_equal(clinician_on(service, ann, day(8))->wte_percent, 60);
  assert_int_equal(clinician_on(service, ann, day(8))->week_minutes, 1350);
  assert_int_equal(clinician_on(service, ann, day(28) + 400)->wte_percent, 60);
  assert_true(clinician_can(service, ann, spine, day(7)));
  assert_false(clinician_can(service, ann, spine, day(8)));
  assert_false(clinician_can(service, ann, fcp, day(7)));
  assert_true(clinician_can(service, ann, fcp, day(15)));
  assert_true(clinician_can(service, ann, clinic, day(15)));
  assert_false(clinician_can(service, ann, duty, day(14)));
  assert_true(clinician_can(service, ann, duty, day(15)));
  assert_true(clinician_works(service, ann, day(8), 0));
  assert_false(clinician_works(service, ann, day(15), 0));
  assert_true(clinician_works(service, ann, day(16), 1));
  assert_true(clinician_on(service, ann, day(14))->sites[hove]);
  assert_false(clinician_on(service, ann, day(15))->sites[hove]);
  assert_int_equal(clinician_on(service, ann, day(15))->team,
                   clinician_on(service, ann, day(1))->team);
  assert_int_equal(service->n_posts, service->n_clinicians + 2);
  for (int p = 0; p < service->n_posts; p++)
    assert_int_equal(service->posts[p].clinician, p < service->n_clinicians ? p : ann);
  world_free(world);
}

/* From 08:30 to 12:15 exactly holds the morning. */
static void test_opening_hours_hold_whole_blocks(void **state)
{
  (void)state;
  struct world *world = begin(NULL,
                              "sites:\n"
                              "  hove:    {kind: hub, rooms: 2,\n"
                              "            open: {mon: \"08:30-12:15\", tue: \"08:31-17:00\",\n"
                              "                   wed: \"13:15-16:59\"}}\n"
                              "  crawley: {kind: hub, rooms: 1}\n"
                              "  remote:  {kind: remote}\n");
  const struct service *service = world->service;
  int hove = service_site(service, "hove");
  assert_true(service_site_open(service, hove, 0, 0));
  assert_false(service_site_open(service, hove, 0, 1));
  assert_false(service_site_open(service, hove, 1, 0));
  assert_true(service_site_open(service, hove, 1, 1));
  assert_false(service_site_open(service, hove, 2, 1));
  assert_false(service_site_open(service, hove, 3, 0)); /* not named, so closed */
  assert_true(service_site_open(service, service_site(service, "crawley"), 6, 2));
  world_free(world);
}

static void test_by_id(void **state)
{
  (void)state;
  struct world *world = begin(NULL, "holidays: [2027-02-15]\n");
  const struct service *service = world->service;
  assert_int_equal(service_clinician(service, "ann"), 0);
  assert_int_equal(service_clinician(service, "cat"), 2);
  assert_int_equal(service_clinician(service, "dan"), NONE);
  assert_int_equal(service_site(service, "hove"), 0);
  assert_int_equal(service_task(service, "clinic"), 0);
  assert_int_equal(service_task(service, "hove"), NONE);
  assert_int_equal(service_block(service, "am"), 0);
  assert_int_equal(service_block(service, "eve"), 2);
  assert_int_equal(service_block(service, "night"), NONE);
  assert_int_equal(vocabulary_find(&service->skills, "juggling"), NONE);
  assert_true(service_is_holiday(service, day(15)));
  assert_false(service_is_holiday(service, day(16)));
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_skill_from_its_first_to_its_last_day),
      cmocka_unit_test(test_stages_and_bands),
      cmocka_unit_test(test_employed_from_the_first_to_the_last_day),
      cmocka_unit_test(test_patterns_of_odd_and_even_weeks),
      cmocka_unit_test(test_patterns_in_a_cycle),
      cmocka_unit_test(test_posts_from_date_to_date),
      cmocka_unit_test(test_opening_hours_hold_whole_blocks),
      cmocka_unit_test(test_by_id),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
