/* Priority and routine beside each other, worked out by hand; and the names and
 * bands that figures are counted under. */
#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"
#include "tests/support/check.h"

#include <math.h>
#include <string.h>

enum { WEEKS = 3 };

struct world {
  struct waiting_list list;
  struct waiting_supply supply;
  int new_slots[WEEKS], follow_ups[WEEKS], attendees[WEEKS];
};

static void make(struct world *world, int slots, int attendees)
{
  memset(world, 0, sizeof *world);
  world->list.constant_demand = true;
  world->list.classes[WAITING_PRIORITY] =
      (struct waiting_referrals){.standard_weeks = 2, .a_week = 20};
  world->list.classes[WAITING_ROUTINE] =
      (struct waiting_referrals){.standard_weeks = 12, .a_week = 100};
  world->supply = (struct waiting_supply){.n_weeks = WEEKS,
                                          .new_slots = world->new_slots,
                                          .follow_ups = world->follow_ups,
                                          .attendees = world->attendees};
  world->new_slots[0] = slots;
  world->attendees[0] = attendees;
}

static double people(const struct waiting_path *path, int week, int group, int quantity)
{
  return (double)path->of[week][group][quantity] / (double)path->unit;
}

/* The figures of a week, of priority, routine and all. */
static void assert_figures(const struct waiting_path *path, int week, int quantity, double priority,
                           double routine, double all)
{
  const double wanted[WAITING_GROUPS] = {priority, routine, all};
  for (int g = 0; g < WAITING_GROUPS; g++)
    assert_true(fabs(people(path, week, g, quantity) - wanted[g]) < 1e-4);
}

/* 100 slots, of which a tenth is missed: priority has 20 of them, 2 missed; routine 80,
 * 8 missed. A quarter of the 10 is given away in time: 2.5 more of routine are seen.
 * Half of those who missed come back: 1 and 4. Routine had 100: 100 - 80 - 2.5 + 4. */
static void test_slots_of_a_week(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 0);
  world.list.dna_new = 0.1;
  world.list.backfill = 0.25;
  world.list.dna_return = 0.5;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_ARRIVED, 20, 100, 120);
  assert_figures(path, 1, WAITING_SEEN, 18, 74.5, 92.5);
  assert_figures(path, 1, WAITING_MISSED, 2, 8, 10);
  assert_figures(path, 1, WAITING_RETURNED, 1, 4, 5);
  assert_figures(path, 1, WAITING_SIZE, 1, 21.5, 22.5);
  assert_true(people(path, 1, WAITING_ALL, WAITING_OFFERED) == 100);
  assert_true(people(path, 1, WAITING_ALL, WAITING_LOST) == 7.5);
  assert_true(people(path, 1, WAITING_ALL, WAITING_UNUSED) == 0);
  waiting_path_free(path);
}

/* 340 people have waited 18 to 51 weeks, 10 of each week; nobody comes or is seen. 28 of the 34
 * weeks are 24 or longer, next week 29, and those of 51 are then over 52. */
static void test_long_waits(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 0);
  for (int c = 0; c < WAITING_CLASSES; c++)
    world.list.classes[c].a_week = 0;
  world.list.classes[WAITING_ROUTINE].list[5] = 340;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 0, WAITING_LONG, 0, 280, 280);
  assert_figures(path, 1, WAITING_LONG, 0, 290, 290);
  assert_figures(path, 1, WAITING_BAND + 6, 0, 10, 10);
  waiting_path_free(path);
  struct waiting_forecast *forecast =
      waiting_forecast_new(&world.list, &world.supply, &(struct waiting_settings){2, 1});
  static const int weeks[WAITING_STANDARDS] = {2, 12, 18, 24, 52}, met[] = {0, -1, -1, -1, 0};
  for (int s = 0; s < WAITING_STANDARDS; s++) {
    assert_int_equal(forecast->standards[s].weeks, weeks[s]);
    assert_int_equal(forecast->standards[s].group, s < 2 ? s : WAITING_ALL);
    assert_int_equal(forecast->standards[s].met, met[s]);
  }
  assert_false(forecast->standards[4].lasts);
  waiting_forecast_free(forecast);
}

/* 15 come to an event, who are priority; of 100 slots the other 5 of them have theirs. */
static void test_events_first(void **state)
{
  (void)state;
  struct world world;
  make(&world, 100, 15);
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_AT_EVENTS, 15, 0, 15);
  assert_figures(path, 1, WAITING_SEEN, 20, 95, 115);
  assert_figures(path, 1, WAITING_SIZE, 0, 5, 5);
  waiting_path_free(path);
  make(&world, 0, 50);
  path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_AT_EVENTS, 20, 30, 50);
  waiting_path_free(path);
}

/* A tenth leaves each week for other reasons, those who just came too. Priority after
 * two weeks of which the second is its standard: who came in week 1 has waited 2 weeks
 * at the end of week 3. */
static void test_removals_and_standards_of_each(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 0);
  world.list.removals = 0.1;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 1, WAITING_REMOVED, 2, 10, 12);
  assert_figures(path, 1, WAITING_SIZE, 18, 90, 108);
  assert_figures(path, 2, WAITING_REMOVED, 3.8, 19, 22.8);
  assert_figures(path, 2, WAITING_LATE, 0, 0, 0);
  assert_figures(path, 3, WAITING_LATE, 20 * 0.729, 0, 20 * 0.729);
  waiting_path_free(path);
}

/* 30 slots from week 3 on: the 20 of priority who have waited two weeks are late when
 * they are seen, and 10 of those who have waited one are not. */
static void test_seen_late(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 0);
  world.new_slots[2] = 30;
  struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
  assert_figures(path, 3, WAITING_SEEN, 30, 0, 30);
  assert_figures(path, 3, WAITING_SEEN_LATE, 20, 0, 20);
  assert_figures(path, 3, WAITING_WEEKS, 20 * 2 + 10, 0, 50);
  waiting_path_free(path);
}

/* The standard is judged up to the last week: everybody is seen in it. */
static void test_met_in_the_last_week(void **state)
{
  (void)state;
  struct world world;
  make(&world, 0, 0);
  world.list.classes[WAITING_PRIORITY].standard_weeks = 1;
  world.new_slots[2] = 60;
  struct waiting_settings settings = {3, 1};
  struct waiting_forecast *forecast = waiting_forecast_new(&world.list, &world.supply, &settings);
  const struct waiting_standard *priority = &forecast->standards[WAITING_PRIORITY];
  assert_true(priority->share[0] == 1 && priority->share[1] == 1 && priority->share[2] == 0);
  assert_true(priority->share[WEEKS] == 1);
  assert_int_equal(priority->met, 0);
  assert_false(priority->lasts);
  assert_true(priority->chance_lasts == 0);
  waiting_forecast_free(forecast);
  waiting_forecast_free(NULL);
}

/* The longest horizon, and the oldest who can wait. */
static void test_the_longest_horizon(void **state)
{
  (void)state;
  static int slots[WAITING_WEEKS_MAX], follow_ups[WAITING_WEEKS_MAX];
  struct waiting_list list = {.constant_demand = true};
  for (int c = 0; c < WAITING_CLASSES; c++) {
    list.classes[c] = (struct waiting_referrals){.standard_weeks = 2, .a_week = 1};
    list.classes[c].list[WAITING_BANDS - 1] = 104 - 52;
  }
  struct waiting_supply supply = {
      .n_weeks = WAITING_WEEKS_MAX, .new_slots = slots, .follow_ups = follow_ups};
  struct waiting_path *path = waiting_path_expected(&list, &supply);
  assert_figures(path, 0, WAITING_SIZE, 52, 52, 104);
  assert_figures(path, WAITING_WEEKS_MAX, WAITING_SIZE, 52 + 260, 52 + 260, 624);
  assert_figures(path, WAITING_WEEKS_MAX, WAITING_BAND, 1, 1, 2);
  assert_figures(path, WAITING_WEEKS_MAX, WAITING_BAND + WAITING_BANDS - 1, 260, 260, 520);
  waiting_path_free(path);
}

static void test_names_and_bands(void **state)
{
  (void)state;
  for (int q = 0; q < WAITING_QUANTITIES; q++) {
    assert_non_null(waiting_quantity_names[q]);
    for (int other = 0; other < q; other++)
      assert_string_not_equal(waiting_quantity_names[other], waiting_quantity_names[q]);
  }
  assert_int_equal(waiting_bands[0].from, 0);
  for (int b = 0; b < WAITING_BANDS; b++) {
    assert_string_equal(waiting_quantity_names[WAITING_BAND + b], waiting_bands[b].name);
    if (b > 0)
      assert_int_equal(waiting_bands[b].from, waiting_bands[b - 1].until);
  }
  assert_int_equal(waiting_bands[4].until, WAITING_STANDARD_WEEKS);
  assert_int_equal(waiting_bands[WAITING_BANDS - 1].until, 104);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_slots_of_a_week),
      cmocka_unit_test(test_events_first),
      cmocka_unit_test(test_long_waits),
      cmocka_unit_test(test_removals_and_standards_of_each),
      cmocka_unit_test(test_seen_late),
      cmocka_unit_test(test_met_in_the_last_week),
      cmocka_unit_test(test_the_longest_horizon),
      cmocka_unit_test(test_names_and_bands),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
