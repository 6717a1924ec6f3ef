/* Calls, validation, first contacts that are lost and sickness, worked out by hand. */
#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"
#include "tests/support/check.h"

#include <math.h>
#include <string.h>

enum { WEEKS = 4 };

struct world {
  struct waiting_list list;
  struct waiting_supply supply;
  int new_slots[WEEKS], follow_ups[WEEKS], calls[WEEKS], removals[WEEKS];
  double lost_fcp[WEEKS];
};

/* 20 priority and 100 routine come each week. */
static void make(struct world *world, int slots, int calls, double settled)
{
  memset(world, 0, sizeof *world);
  world->list.constant_demand = true;
  world->list.classes[WAITING_PRIORITY] =
      (struct waiting_referrals){.standard_weeks = 2, .a_week = 20};
  world->list.classes[WAITING_ROUTINE] =
      (struct waiting_referrals){.standard_weeks = 12, .a_week = 100};
  world->list.calls_settled = settled;
  world->supply = (struct waiting_supply){.n_weeks = WEEKS,
                                          .new_slots = world->new_slots,
                                          .follow_ups = world->follow_ups,
                                          .calls = world->calls,
                                          .removals = world->removals,
                                          .lost_fcp = world->lost_fcp};
  for (int w = 0; w < WEEKS; w++) {
    world->new_slots[w] = slots;
    world->calls[w] = calls;
  }
}

static void assert_figures(const struct waiting_path *path, int week, int quantity, double priority,
                           double routine, double all)
{
  const double wanted[WAITING_GROUPS] = {priority, routine, all};
  for (int g = 0; g < WAITING_GROUPS; g++) {
    double found = (double)path->of[week][g][quantity] / (double)path->unit;
    if (fabs(found - wanted[g]) > 1e-4)
      fail_msg("%s of %s in week %d: %g, not %g", waiting_quantity_names[quantity],
               waiting_group_names[g], week, found, wanted[g]);
  }
}

/* 60 calls reach priority's 20 and 40 of routine, half of whom are settled: 10 and 80 are left. 50
 * slots see the 10 and 40 of routine, first the 20 who had their call. In week 2 the 40 calls of
 * routine reach those 40 who are left of week 1: 40 + 100 - 20 - 40 are left. */
static void test_a_call_settles_a_share(void **state)
{
  (void)state;
  struct world world;
  make(&world, 50, 60, 0.5);
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_CALLED, 20, 40, 60);
  assert_figures(path, 1, WAITING_SETTLED, 10, 20, 30);
  assert_figures(path, 1, WAITING_SEEN, 20, 60, 80);
  assert_figures(path, 1, WAITING_SIZE, 0, 40, 40);
  assert_figures(path, 2, WAITING_CALLED, 20, 40, 60);
  assert_figures(path, 2, WAITING_SIZE, 0, 80, 80);
  assert_true(path->of[1][WAITING_ALL][WAITING_OFFERED] == 50 * path->unit);
  waiting_path_free(path);
}

/* Nobody is called twice: without slots, 200 calls reach the 120 of each week once, and settle
 * half of them. */
static void test_nobody_is_called_twice(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 200, 0.5);
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  for (int w = 1; w <= WEEKS; w++) {
    assert_figures(path, w, WAITING_CALLED, 20, 100, 120);
    assert_figures(path, w, WAITING_SIZE, 10 * w, 50 * w, 60 * w);
  }
  waiting_path_free(path);
}

/* Those who had a call are seen first of their week: 30 slots take the 30 of routine who had one
 * (60 called, half of them settled; priority is none), so that all 70 - 30 = 40 who are left of
 * week 1 can still be called. */
static void test_who_had_a_call_is_seen_first(void **state)
{
  (void)state;
  struct world world;
  make(&world, 30, 60, 0.5);
  world.list.classes[WAITING_PRIORITY].a_week = 0;
  world.calls[1] = 40;
  world.new_slots[1] = 0;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_SIZE, 0, 40, 40);
  assert_figures(path, 2, WAITING_WEEKS, 0, 20, 20); /* 20 settled of week 1, none of week 2 */
  waiting_path_free(path);
}

/* Who is settled by a call needs no follow-up: 40 of 80 seen do. */
static void test_follow_ups_of_calls(void **state)
{
  (void)state;
  struct world world;
  make(&world, 40, 80, 0.5);
  world.list.follow_ups_per_new = 2;
  struct waiting_settings settings = {1, 1};
  struct waiting_forecast *forecast = waiting_forecast_new(&world.list, &world.supply, &settings);
  assert_true(fabs(forecast->weeks[1].of[WAITING_ALL][WAITING_SEEN].expected - 80) < 1e-9);
  assert_true(fabs(forecast->follow_ups[1].needed - 80) < 1e-9);
  waiting_forecast_free(forecast);
}

/* By chance 60 calls settle about 30 of a week's 120. */
static void test_calls_by_chance(void **state)
{
  (void)state;
  enum { PATHS = 400 };
  struct world world;
  double sum = 0;
  make(&world, 0, 60, 0.5);
  for (int r = 0; r < PATHS; r++) {
    struct waiting_path *path = waiting_path_random(&world.list, &world.supply, 1, r);
    assert_int_equal(path->of[1][WAITING_ALL][WAITING_CALLED], 60);
    sum += (double)path->of[1][WAITING_ALL][WAITING_SETTLED];
    waiting_path_free(path);
  }
  /* five standard errors: sqrt(60 / 4) people each */
  assert_true(fabs(sum / PATHS - 30) < 5 * sqrt(60.0 / 4 / PATHS));
}

/* In week 2 130 are found to need nothing more: of those referred in week 1 100 of routine and 20
 * of priority, and 10 of routine of week 2. */
static void test_validation_takes_the_longest_waits(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 0, 0);
  world.removals[1] = 130;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 2, WAITING_REMOVED, 20, 110, 130);
  assert_figures(path, 2, WAITING_SIZE, 20, 90, 110);
  assert_figures(path, 2, WAITING_BAND, 20, 90, 110);
  waiting_path_free(path);
}

/* A quarter of 10 first contacts a week that are lost: 2.5 more of routine. */
static void test_lost_first_contacts_are_referred(void **state)
{
  (void)state;
  struct world world;
  struct waiting_check checks[WAITING_GROUPS];
  make(&world, 0, 0, 0);
  world.list.lost_fcp = 0.25;
  for (int w = 0; w < WEEKS; w++)
    world.lost_fcp[w] = 10;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_ARRIVED, 20, 102.5, 122.5);
  assert_figures(path, WEEKS, WAITING_SIZE, 80, 410, 490);
  waiting_path_free(path);
  path = waiting_path_random(&world.list, &world.supply, 1, 0); /* whole people, as they add up */
  assert_figures(path, 1, WAITING_ARRIVED, 20, 102, 122);
  assert_figures(path, 2, WAITING_ARRIVED, 20, 103, 123);
  waiting_path_free(path);
  waiting_checks(&world.list, &world.supply, checks);
  assert_true(checks[WAITING_ALL].demand == 122.5);
}

/* Capacity: of 60 calls half are settled; of more calls than people, half of the people. */
static void test_calls_are_capacity(void **state)
{
  (void)state;
  struct world world;
  struct waiting_check checks[WAITING_GROUPS];
  make(&world, 50, 60, 0.5);
  waiting_checks(&world.list, &world.supply, checks);
  assert_true(fabs(checks[WAITING_ALL].capacity - 80) < 1e-9);
  make(&world, 50, 200, 0.5);
  waiting_checks(&world.list, &world.supply, checks);
  assert_true(fabs(checks[WAITING_ALL].capacity - 110) < 1e-9);
}

/* A tenth of ten people is ill: 90 of 100 slots on average, and by chance 100 less 10 for each who
 * is, in whole people, as often as the binomial says. */
static void test_sickness_takes_whole_people(void **state)
{
  (void)state;
  enum { PATHS = 1000 };
  struct world world;
  int by_ill[11] = {0};
  make(&world, 100, 0, 0);
  world.list.sickness = 0.1;
  world.supply.clinicians = 10;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_SEEN, 20, 70, 90);
  waiting_path_free(path);
  for (int r = 0; r < PATHS; r++) {
    path = waiting_path_random(&world.list, &world.supply, 3, r);
    int64_t offered = path->of[1][WAITING_ALL][WAITING_OFFERED];
    assert_int_equal(offered % 10, 0);
    by_ill[10 - offered / 10]++;
    waiting_path_free(path);
  }
  /* nobody: 0.9^10 = 34.9%, one: 38.7%; five standard deviations of 1,000 draws are 7.7% */
  assert_in_range(by_ill[0], 349 - 77, 349 + 77);
  assert_in_range(by_ill[1], 387 - 77, 387 + 77);
}

/* No calls, no sickness and nothing lost: every figure, by chance too, is as without them. */
static void test_none_of_it_changes_nothing(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 0, 0.5);
  world.list.constant_demand = false;
  struct waiting_path *with = waiting_path_random(&world.list, &world.supply, 1, 5);
  world.supply = (struct waiting_supply){
      .n_weeks = WEEKS, .new_slots = world.new_slots, .follow_ups = world.follow_ups};
  struct waiting_path *without = waiting_path_random(&world.list, &world.supply, 1, 5);
  assert_memory_equal(with->of, without->of, sizeof *with->of * (WEEKS + 1));
  waiting_path_free(with);
  waiting_path_free(without);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_call_settles_a_share),
      cmocka_unit_test(test_nobody_is_called_twice),
      cmocka_unit_test(test_who_had_a_call_is_seen_first),
      cmocka_unit_test(test_follow_ups_of_calls),
      cmocka_unit_test(test_calls_by_chance),
      cmocka_unit_test(test_validation_takes_the_longest_waits),
      cmocka_unit_test(test_lost_first_contacts_are_referred),
      cmocka_unit_test(test_calls_are_capacity),
      cmocka_unit_test(test_sickness_takes_whole_people),
      cmocka_unit_test(test_none_of_it_changes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
