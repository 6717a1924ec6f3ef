/* The forecast: what replications add up to, when standards are met, follow-ups. */
#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"
#include "tests/support/check.h"

#include <glib.h>
#include <math.h>
#include <string.h>

enum { WEEKS = 30, PATHS = 20, SEED = 11 };

struct world {
  struct waiting_list list;
  struct waiting_supply supply;
  int new_slots[WEEKS], follow_ups[WEEKS];
};

/* A service of 500 referrals a week with a list that comes down slowly. */
static void make(struct world *world)
{
  memset(world, 0, sizeof *world);
  world->list = (struct waiting_list){
      .classes = {{.standard_weeks = 2, .a_week = 51, .list = {48, 21, 6}},
                  {.standard_weeks = 12, .a_week = 453.5, .list = {430, 405, 760, 2350, 900}}},
      .removals = 0.005,
      .dna_new = 0.093,
      .dna_follow_up = 0.147,
      .backfill = 0.2,
      .dna_return = 0.5,
      .follow_ups_per_new = 2.4,
      .patient_initiated = 0.25,
  };
  world->supply = (struct waiting_supply){
      .n_weeks = WEEKS, .new_slots = world->new_slots, .follow_ups = world->follow_ups};
  for (int w = 0; w < WEEKS; w++) {
    world->new_slots[w] = w % 4 == 3 ? 440 : 560;
    world->follow_ups[w] = 1000;
  }
}

static struct waiting_forecast *forecast_of(const struct world *world, int replications)
{
  struct waiting_settings settings = {replications, SEED};
  return waiting_forecast_new(&world->list, &world->supply, &settings);
}

static int ascending(const void *a, const void *b)
{
  const int64_t *left = a, *right = b;
  return (*left > *right) - (*left < *right);
}

/* Of 20 replications, the second smallest is that which 10% are not above, the
 * eighteenth that which 90% are not. */
static void test_replications_add_up(void **state)
{
  (void)state;
  struct world world;
  make(&world);
  struct waiting_forecast *forecast = forecast_of(&world, PATHS);
  struct waiting_path *paths[PATHS], *expected = waiting_path_expected(&world.list, &world.supply);
  for (int r = 0; r < PATHS; r++)
    paths[r] = waiting_path_random(&world.list, &world.supply, SEED, r);
  for (int w = 0; w <= WEEKS; w++)
    for (int g = 0; g < WAITING_GROUPS; g++)
      for (int q = 0; q < WAITING_QUANTITIES; q++) {
        int64_t values[PATHS], sum = 0;
        for (int r = 0; r < PATHS; r++)
          sum += values[r] = paths[r]->of[w][g][q];
        qsort(values, PATHS, sizeof *values, ascending);
        const struct waiting_figure *found = &forecast->weeks[w].of[g][q];
        assert_true(fabs(found->mean - (double)sum / PATHS) < 1e-9);
        assert_true(found->low == (double)values[1] && found->high == (double)values[17]);
        assert_true(found->expected == (double)expected->of[w][g][q] / 1e6);
      }
  for (int r = 0; r < PATHS; r++)
    waiting_path_free(paths[r]);
  waiting_path_free(expected);
  waiting_forecast_free(forecast);
}

/* Where the list never runs empty, the mean of many replications is near the
 * expected values: within five standard errors. */
static void test_the_mean_is_near_what_is_expected(void **state)
{
  (void)state;
  struct world world;
  make(&world);
  struct waiting_forecast *forecast = forecast_of(&world, 400);
  const struct waiting_figure *size = &forecast->weeks[WEEKS].of[WAITING_ROUTINE][WAITING_SIZE];
  double deviation = (size->high - size->low) / 2.56;
  assert_true(deviation > 50);
  assert_true(fabs(size->mean - size->expected) < 5 * deviation / 20);
  waiting_forecast_free(forecast);
}

/* Written down from one machine, to hold on all. */
static void test_the_same_forecast_everywhere(void **state)
{
  (void)state;
  struct world world;
  make(&world);
  struct waiting_forecast *forecast = forecast_of(&world, 10);
  const struct waiting_figure *size = &forecast->weeks[WEEKS].of[WAITING_ALL][WAITING_SIZE];
  assert_true(size->low == 3714 && size->high == 3952);
  assert_true(fabs(size->mean - 3857.6) < 1e-9);
  assert_true(fabs(size->expected - 3886.675495) < 1e-6);
  waiting_forecast_free(forecast);
}

/* Who is referred does not depend on what is offered. */
static void test_scenarios_meet_the_same_chance(void **state)
{
  (void)state;
  struct world world, more;
  make(&world);
  make(&more);
  more.new_slots[0] += 100;
  more.list.dna_new = 0;
  struct waiting_path *one = waiting_path_random(&world.list, &world.supply, SEED, 3);
  struct waiting_path *two = waiting_path_random(&more.list, &more.supply, SEED, 3);
  for (int w = 1; w <= WEEKS; w++)
    assert_int_equal(one->of[w][WAITING_ALL][WAITING_ARRIVED],
                     two->of[w][WAITING_ALL][WAITING_ARRIVED]);
  assert_true(one->of[9][WAITING_ALL][WAITING_SIZE] > two->of[9][WAITING_ALL][WAITING_SIZE]);
  waiting_path_free(one);
  waiting_path_free(two);
}

/* --- standards ------------------------------------------------------------- */

/* 100 a week, 600 who have waited 4 to 12 weeks and 300 who have waited 18 to 52;
 * what is offered is all that differs. */
static struct waiting_forecast *forecast_for(int slots, int until, int then)
{
  static struct world world;
  memset(&world, 0, sizeof world);
  world.list.constant_demand = true;
  world.list.classes[WAITING_PRIORITY].standard_weeks = 2;
  world.list.classes[WAITING_ROUTINE] = (struct waiting_referrals){
      .standard_weeks = 12, .a_week = 100, .list = {0, 0, 0, 600, 0, 300}};
  world.supply = (struct waiting_supply){
      .n_weeks = WEEKS, .new_slots = world.new_slots, .follow_ups = world.follow_ups};
  for (int w = 0; w < WEEKS; w++)
    world.new_slots[w] = w < until ? slots : then;
  return forecast_of(&world, 10);
}

/* 200 a week see the 300, who are the oldest, in weeks 1 and 2, and 100 others. Of
 * the 600, 75 more pass 12 weeks each week: by week 2 that is 150, of whom 50 still
 * wait; by week 3 it is 225, and 300 of them have been seen. With 100 a week from
 * week 5 on, five weeks' referrals wait for good; with none, that does not last. */
static void test_when_a_standard_is_met(void **state)
{
  (void)state;
  struct waiting_forecast *lasting = forecast_for(200, 4, 100), *broken = forecast_for(200, 4, 0),
                          *never = forecast_for(10, WEEKS, 0);
  const struct waiting_standard *routine = &lasting->standards[WAITING_ROUTINE];
  assert_int_equal(routine->weeks, 12);
  assert_int_equal(routine->met, 3);
  assert_true(routine->lasts);
  assert_int_equal(routine->met_low, 3);
  assert_int_equal(routine->met_high, 3);
  assert_true(routine->chance_met == 1 && routine->chance_lasts == 1);
  assert_true(routine->share[2] == 0 && routine->share[3] == 1);
  const struct waiting_standard *all = &lasting->standards[WAITING_ALL];
  assert_int_equal(all->weeks, 18);
  assert_int_equal(all->met, 2);
  assert_true(all->lasts);
  assert_int_equal(lasting->standards[WAITING_PRIORITY].met, 0);
  assert_int_equal(broken->standards[WAITING_ROUTINE].met, 3);
  assert_false(broken->standards[WAITING_ROUTINE].lasts);
  assert_true(broken->standards[WAITING_ROUTINE].chance_lasts == 0);
  assert_int_equal(never->standards[WAITING_ROUTINE].met, -1);
  assert_int_equal(never->standards[WAITING_ROUTINE].met_low, -1);
  assert_true(never->standards[WAITING_ROUTINE].chance_met == 0);
  waiting_forecast_free(lasting);
  waiting_forecast_free(broken);
  waiting_forecast_free(never);
}

/* --- follow-ups ------------------------------------------------------------ */

/* 100 seen a week need 100 x 2.4 x 0.75 = 180 contacts; at 10% DNA, half of them
 * filled, 5% of slots are lost. Of 200 slots, 180 / 0.95 are given out; of 150,
 * all, and 142.5 contacts take place. */
static void test_follow_ups(void **state)
{
  (void)state;
  struct world world;
  memset(&world, 0, sizeof world);
  world.list = (struct waiting_list){
      .classes = {{.standard_weeks = 2}, {.standard_weeks = 12, .a_week = 100}},
      .dna_follow_up = 0.1,
      .backfill = 0.5,
      .follow_ups_per_new = 2.4,
      .patient_initiated = 0.25,
      .constant_demand = true,
  };
  world.supply = (struct waiting_supply){
      .n_weeks = 2, .new_slots = world.new_slots, .follow_ups = world.follow_ups};
  world.new_slots[0] = world.new_slots[1] = 100;
  world.follow_ups[0] = 200;
  world.follow_ups[1] = 150;
  struct waiting_forecast *forecast = forecast_of(&world, 1);
  const struct waiting_follow_ups *found = forecast->follow_ups;
  assert_true(fabs(found[1].needed - 180) < 1e-9);
  assert_true(fabs(found[1].lost - 180 / 0.95 * 0.05) < 1e-9);
  assert_true(fabs(found[1].unused - (200 - 180 / 0.95)) < 1e-9);
  assert_true(found[1].shortfall == 0);
  assert_true(fabs(found[2].lost - 7.5) < 1e-9);
  assert_true(found[2].unused == 0);
  assert_true(fabs(found[2].shortfall - 37.5) < 1e-9);
  assert_true(fabs(found[0].needed - 360) < 1e-9 && found[0].offered == 350);
  assert_true(fabs(found[0].needed - (found[0].offered - found[0].lost - found[0].unused +
                                      found[0].shortfall)) < 1e-9);
  waiting_forecast_free(forecast);
}

/* Of 60 seen at an event half need nothing more: 40 + 30 are followed up. */
static void test_follow_ups_after_an_event(void **state)
{
  (void)state;
  struct world world;
  const int attendees[] = {60};
  memset(&world, 0, sizeof world);
  world.list = (struct waiting_list){
      .classes = {{.standard_weeks = 2}, {.standard_weeks = 12, .a_week = 100}},
      .follow_ups_per_new = 2,
      .done_at_events = 0.5,
      .constant_demand = true,
  };
  world.supply = (struct waiting_supply){.n_weeks = 1,
                                         .new_slots = world.new_slots,
                                         .follow_ups = world.follow_ups,
                                         .attendees = attendees};
  world.new_slots[0] = 40;
  struct waiting_forecast *forecast = forecast_of(&world, 1);
  assert_true(fabs(forecast->follow_ups[1].needed - 140) < 1e-9);
  waiting_forecast_free(forecast);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_replications_add_up),
      cmocka_unit_test(test_the_mean_is_near_what_is_expected),
      cmocka_unit_test(test_the_same_forecast_everywhere),
      cmocka_unit_test(test_scenarios_meet_the_same_chance),
      cmocka_unit_test(test_when_a_standard_is_met),
      cmocka_unit_test(test_follow_ups),
      cmocka_unit_test(test_follow_ups_after_an_event),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
