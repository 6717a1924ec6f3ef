/* Courses of a waiting list that can be written down: closed forms under constant
 * demand and capacity, who is served first, how long they waited, and the
 * published checks worked by hand. */
#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"
#include "tests/support/check.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { WEEKS = 60 };

/* A list of one class at first, with nothing that leaves it but being seen. */
struct world {
  struct waiting_list list;
  struct waiting_supply supply;
  int new_slots[WEEKS], follow_ups[WEEKS], attendees[WEEKS];
};

static void make(struct world *world, double demand, int slots)
{
  memset(world, 0, sizeof *world);
  world->list.constant_demand = true;
  world->list.classes[WAITING_PRIORITY].standard_weeks = 2;
  world->list.classes[WAITING_ROUTINE].standard_weeks = 12;
  world->list.classes[WAITING_ROUTINE].a_week = demand;
  world->supply = (struct waiting_supply){.n_weeks = WEEKS,
                                          .new_slots = world->new_slots,
                                          .follow_ups = world->follow_ups,
                                          .attendees = world->attendees};
  for (int w = 0; w < WEEKS; w++)
    world->new_slots[w] = slots;
}

static int *list_of(struct world *world, enum waiting_class class)
{
  return world->list.classes[class].list;
}

/* Both the path of expected values and one of chance, where nothing is left to
 * chance, in whole people. */
static void each_path(struct world *world, void (*check)(const struct waiting_path *path))
{
  struct waiting_path *path = waiting_path_expected(&world->list, &world->supply);
  check(path);
  waiting_path_free(path);
  path = waiting_path_random(&world->list, &world->supply, 1, 0);
  check(path);
  waiting_path_free(path);
}

static int people(const struct waiting_path *path, int week, int group, int quantity)
{
  int64_t count = path->of[week][group][quantity];
  assert_int_equal(count % path->unit, 0);
  return (int)(count / path->unit);
}

/* Q(t) = max(Q(0) + t (D - C), 0) */
static void check_growing(const struct waiting_path *path)
{
  for (int t = 0; t <= WEEKS; t++)
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_SIZE), 500 + 20 * t);
}

static void check_shrinking(const struct waiting_path *path)
{
  for (int t = 1; t <= WEEKS; t++) {
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_SIZE), MAX(500 - 30 * t, 0));
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_SEEN), t <= 16   ? 130
                                                                 : t == 17 ? 120
                                                                           : 100);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_UNUSED), t < 17 ? 0 : t == 17 ? 10 : 30);
  }
}

static void test_size_is_the_closed_form(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 80);
  list_of(&world, WAITING_ROUTINE)[3] = 500;
  each_path(&world, check_growing);
  make(&world, 100, 130);
  list_of(&world, WAITING_ROUTINE)[2] = 500;
  each_path(&world, check_shrinking);
}

/* Served in order of referral: by the end of week t, 80 t people were seen, of
 * 100 from each week, so 100 (t - s) - 80 t who were referred by week t - s still
 * wait. */
static int left_of(int t, int s)
{
  return MAX(100 * (t - s) - 80 * t, 0);
}

static void check_waits(const struct waiting_path *path)
{
  for (int t = 1; t <= WEEKS; t++) {
    int weeks = 0;
    assert_int_equal(people(path, t, WAITING_ROUTINE, WAITING_LATE), left_of(t, 12));
    for (int b = 0; b < WAITING_BANDS; b++) {
      int until = b + 1 < WAITING_BANDS ? left_of(t, waiting_bands[b].until) : 0;
      assert_int_equal(people(path, t, WAITING_ROUTINE, WAITING_BAND + b),
                       left_of(t, waiting_bands[b].from) - until);
    }
    for (int n = 80 * (t - 1); n < 80 * t; n++)
      weeks += t - (n / 100 + 1);
    assert_int_equal(people(path, t, WAITING_ROUTINE, WAITING_WEEKS), weeks);
  }
}

static void test_waits_are_the_closed_form(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 80);
  each_path(&world, check_waits);
}

/* Four weeks' referrals wait and as many are seen as come: everybody waits four
 * weeks, and the list looks the same every week. */
static void check_steady(const struct waiting_path *path)
{
  static const int bands[WAITING_BANDS] = {50, 50, 100};
  for (int t = 0; t <= WEEKS; t++)
    for (int b = 0; b < WAITING_BANDS; b++)
      assert_int_equal(people(path, t, WAITING_ROUTINE, WAITING_BAND + b), bands[b]);
  for (int t = 1; t <= WEEKS; t++)
    assert_int_equal(people(path, t, WAITING_ROUTINE, WAITING_WEEKS), 50 * 4);
}

static void test_a_steady_list(void **state)
{
  (void)state;
  struct world world;
  make(&world, 50, 50);
  memcpy(list_of(&world, WAITING_ROUTINE), (const int[]){50, 50, 100}, 3 * sizeof(int));
  each_path(&world, check_steady);
}

/* Q(t) = Q* + (Q(0) - Q*) (1 - r)^t, Q* = (D - C) (1 - r) / r, by expected values */
static void test_removals(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 60);
  world.list.removals = 0.05;
  list_of(&world, WAITING_ROUTINE)[4] = 1200;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  double limit = 40 * 0.95 / 0.05, size = 1200;
  for (int t = 0; t <= WEEKS; t++) {
    double found = (double)path->of[t][WAITING_ALL][WAITING_SIZE] / (double)path->unit;
    assert_true(fabs(found - size) < 0.01);
    size = limit + (size - limit) * 0.95;
  }
  waiting_path_free(path);
}

/* 200 slots, 10% not attended, a quarter of those filled: 185 are seen, 15 slots
 * lost; of the 20 who did not attend, 8 come back: the list grows by 230 - 185 - 12. */
static void test_not_attended(void **state)
{
  (void)state;
  struct world world;
  make(&world, 230, 200);
  world.list.dna_new = 0.1;
  world.list.backfill = 0.25;
  world.list.dna_return = 0.4;
  assert_true(fabs(waiting_capacity(&world.list, 200) - 185) < 1e-9);
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  for (int t = 1; t <= WEEKS; t++) {
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_OFFERED), 200);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_SEEN), 185);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_LOST), 15);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_MISSED), 20);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_RETURNED), 8);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_SIZE), 33 * t);
  }
  waiting_path_free(path);
}

/* Nobody who comes to an event is lost, though everybody misses appointments. */
static void test_events_lose_nobody(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 10);
  world.list.dna_new = 1;
  world.attendees[2] = 260;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_int_equal(people(path, 2, WAITING_ALL, WAITING_SEEN), 0);
  assert_int_equal(people(path, 3, WAITING_ALL, WAITING_SEEN), 260);
  assert_int_equal(people(path, 3, WAITING_ALL, WAITING_AT_EVENTS), 260);
  assert_int_equal(people(path, 4, WAITING_ALL, WAITING_AT_EVENTS), 0);
  assert_int_equal(people(path, 3, WAITING_ALL, WAITING_OFFERED), 270);
  assert_int_equal(people(path, 3, WAITING_ALL, WAITING_LOST), 10);
  waiting_path_free(path);
}

/* Who comes back has a new clock, and is not called again in the same week. */
static void test_a_new_clock(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 30);
  world.list.dna_new = 1;
  world.list.dna_return = 1;
  list_of(&world, WAITING_ROUTINE)[1] = 20;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  for (int t = 1; t <= WEEKS; t++) {
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_MISSED), 20);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_BAND), 20);
    assert_int_equal(people(path, t, WAITING_ALL, WAITING_UNUSED), 10);
  }
  waiting_path_free(path);
}

/* Of 50 slots priority takes the 40 that it needs; what it does not, routine gets. */
static void check_priority(const struct waiting_path *path)
{
  assert_int_equal(people(path, 1, WAITING_PRIORITY, WAITING_SEEN), 50);
  assert_int_equal(people(path, 1, WAITING_ROUTINE, WAITING_SEEN), 0);
  assert_int_equal(people(path, 2, WAITING_PRIORITY, WAITING_SEEN), 40 + 60 - 50);
  assert_int_equal(people(path, 2, WAITING_PRIORITY, WAITING_SIZE), 40);
  assert_int_equal(people(path, 6, WAITING_PRIORITY, WAITING_SIZE), 0);
  assert_int_equal(people(path, 6, WAITING_ROUTINE, WAITING_SIZE), 6 * 30);
  assert_int_equal(people(path, 7, WAITING_PRIORITY, WAITING_SEEN), 40);
  assert_int_equal(people(path, 7, WAITING_ROUTINE, WAITING_SEEN), 10);
  assert_int_equal(people(path, 7, WAITING_ROUTINE, WAITING_WEEKS), 10 * 6);
}

static void test_priority_first(void **state)
{
  (void)state;
  struct world world;
  make(&world, 30, 50);
  world.list.classes[WAITING_PRIORITY].a_week = 40;
  list_of(&world, WAITING_PRIORITY)[0] = 60;
  each_path(&world, check_priority);
}

/* A band is spread over its weeks, the odd ones to the youngest: 10 in 4-12 are
 * two in each of the weeks 4 and 5 and one in each of the next six. Without slots
 * they pass into 12-18 from the oldest on. */
static void check_spread(const struct waiting_path *path)
{
  static const int after[] = {0, 1, 2, 3, 4, 5, 6, 8, 10};
  for (int t = 0; t <= 8; t++)
    assert_int_equal(people(path, t, WAITING_ROUTINE, WAITING_LATE), after[t]);
  assert_int_equal(people(path, 6, WAITING_ROUTINE, WAITING_BAND + 4), 6);
  assert_int_equal(people(path, 7, WAITING_ROUTINE, WAITING_BAND + 5), 1);
  assert_int_equal(people(path, 59, WAITING_ROUTINE, WAITING_BAND + 6), 10);
}

static void test_a_band_is_spread(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 0);
  list_of(&world, WAITING_ROUTINE)[3] = 10;
  each_path(&world, check_spread);
}

/* The sum over weeks of a fraction of a person is right. */
static void check_fractions(const struct waiting_path *path)
{
  int64_t arrived = 0;
  for (int t = 1; t <= WEEKS; t++)
    arrived += path->of[t][WAITING_ROUTINE][WAITING_ARRIVED];
  assert_int_equal(arrived, 435 * path->unit);
}

static void test_fractions_of_people(void **state)
{
  (void)state;
  struct world world;
  make(&world, 7.25, 0);
  each_path(&world, check_fractions);
}

/* --- the published checks --------------------------------------------------- */

static bool near(double found, double expected)
{
  return fabs(found - expected) < 0.005;
}

/* The example of Fong et al.: 30 referrals and 27 operations a week, 1200 waiting,
 * a target of 52 weeks, to be reached in 26: load 30/27, target queue 30 x 52/4,
 * relief 30 + (1200 - 390)/26. */
static void test_the_published_example(void **state)
{
  (void)state;
  struct waiting_check found = waiting_check(30, 27, 1200, 52, 26);
  assert_true(near(found.load, 1.11));
  assert_true(near(found.target_wait, 13));
  assert_true(near(found.target_queue, 390));
  assert_true(found.relief);
  assert_true(near(found.relief_capacity, 61.15));
}

static void test_no_relief_up_to_twice_the_target(void **state)
{
  (void)state;
  struct waiting_check found = waiting_check(30, 32, 780, 52, 26);
  assert_false(found.relief);
  assert_true(found.relief_capacity == 0);
  assert_true(waiting_check(30, 32, 781, 52, 26).relief);
  assert_true(isinf(waiting_check(30, 0, 0, 52, 26).load));
  assert_true(waiting_check(0, 0, 0, 52, 26).load == 0);
}

/* 100 slots a week at 10% DNA see 90, and an event 60 in one of 60 weeks: 91. The
 * 40 of priority load it by 40/91; they leave 51 for 60 of routine. */
static void test_checks_of_a_list(void **state)
{
  (void)state;
  struct world world;
  struct waiting_check found[WAITING_GROUPS];
  make(&world, 60, 100);
  world.list.dna_new = 0.1;
  world.attendees[3] = 60;
  world.list.classes[WAITING_PRIORITY].a_week = 40;
  list_of(&world, WAITING_PRIORITY)[0] = 40;
  list_of(&world, WAITING_ROUTINE)[3] = 660;
  waiting_checks(&world.list, &world.supply, found);
  assert_true(near(found[WAITING_PRIORITY].load, 40.0 / 91));
  assert_true(near(found[WAITING_PRIORITY].target_queue, 20));
  assert_false(found[WAITING_PRIORITY].relief);
  assert_true(near(found[WAITING_ROUTINE].capacity, 51));
  assert_true(near(found[WAITING_ROUTINE].load, 60.0 / 51));
  assert_true(near(found[WAITING_ROUTINE].target_queue, 180));
  assert_true(near(found[WAITING_ROUTINE].relief_capacity, 60 + (660 - 180) / 60.0));
  assert_true(near(found[WAITING_ALL].load, 100.0 / 91));
  assert_true(near(found[WAITING_ALL].target_queue, 200));
  assert_true(near(found[WAITING_ALL].queue, 700));
  assert_true(near(found[WAITING_ALL].relief_capacity, 100 + 500 / 60.0));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_size_is_the_closed_form),
      cmocka_unit_test(test_waits_are_the_closed_form),
      cmocka_unit_test(test_a_steady_list),
      cmocka_unit_test(test_removals),
      cmocka_unit_test(test_not_attended),
      cmocka_unit_test(test_events_lose_nobody),
      cmocka_unit_test(test_a_new_clock),
      cmocka_unit_test(test_priority_first),
      cmocka_unit_test(test_a_band_is_spread),
      cmocka_unit_test(test_fractions_of_people),
      cmocka_unit_test(test_the_published_example),
      cmocka_unit_test(test_no_relief_up_to_twice_the_target),
      cmocka_unit_test(test_checks_of_a_list),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
