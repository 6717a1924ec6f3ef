/* The waiting list: nobody is lost, and the courses it takes are known ones. */
#include "model/waiting/chance.h"
#include "model/waiting/waiting.h"
#include "model/waiting/waiting_path.h"
#include "tests/support/check.h"

#include <glib.h>

enum { WEEKS_MOST = 60 };

/* A list, and what is offered, made from a seed. */
struct world {
  struct waiting_list list;
  struct waiting_supply supply;
  int new_slots[WEEKS_MOST], follow_ups[WEEKS_MOST], attendees[WEEKS_MOST];
};

static int below(struct chance *chance, int n)
{
  return (int)chance_binomial(chance, n - 1, 0.5);
}

static double fraction(struct chance *chance)
{
  return (double)chance_binomial(chance, 100, 0.3) / 100;
}

static void make(struct world *world, uint64_t seed)
{
  struct chance chance = chance_new(seed, 1);
  struct waiting_list *list = &world->list;
  *list = (struct waiting_list){
      .removals = below(&chance, 3) == 0 ? 0 : fraction(&chance) / 10,
      .dna_new = fraction(&chance),
      .backfill = fraction(&chance),
      .dna_return = fraction(&chance),
      .follow_ups_per_new = 2.4,
      .constant_demand = below(&chance, 3) == 0,
  };
  for (int c = 0; c < WAITING_CLASSES; c++) {
    list->classes[c].standard_weeks = 1 + below(&chance, 30);
    list->classes[c].a_week = below(&chance, 90) + fraction(&chance);
    for (int b = 0; b < WAITING_BANDS; b++)
      list->classes[c].list[b] = below(&chance, 4) == 0 ? 0 : below(&chance, 200);
  }
  world->supply = (struct waiting_supply){.n_weeks = 1 + below(&chance, WEEKS_MOST),
                                          .new_slots = world->new_slots,
                                          .follow_ups = world->follow_ups,
                                          .attendees = world->attendees};
  for (int w = 0; w < world->supply.n_weeks; w++) {
    world->new_slots[w] = below(&chance, 4) == 0 ? 0 : below(&chance, 250);
    world->follow_ups[w] = below(&chance, 200);
    world->attendees[w] = below(&chance, 4) == 0 ? below(&chance, 200) : 0;
  }
}

/* Who came is who went and who still waits; the bands are the list; each slot
 * is somebody's, or lost, or unused. */
static void check_path(const struct world *world, const struct waiting_path *path)
{
  for (int w = 1; w <= path->n_weeks; w++) {
    for (int g = 0; g < WAITING_GROUPS; g++) {
      const int64_t *now = path->of[w][g], *before = path->of[w - 1][g];
      int64_t bands = 0;
      for (int b = 0; b < WAITING_BANDS; b++)
        bands += now[WAITING_BAND + b];
      assert_int_equal(now[WAITING_SIZE], bands);
      assert_int_equal(before[WAITING_SIZE] + now[WAITING_ARRIVED] + now[WAITING_RETURNED],
                       now[WAITING_SEEN] + now[WAITING_MISSED] + now[WAITING_REMOVED] +
                           now[WAITING_SIZE]);
      assert_true(now[WAITING_RETURNED] <= now[WAITING_MISSED]);
      assert_true(now[WAITING_LATE] <= now[WAITING_SIZE]);
      assert_true(now[WAITING_AT_EVENTS] <= now[WAITING_SEEN]);
      for (int q = 0; q < WAITING_QUANTITIES; q++)
        assert_true(now[q] >= 0);
    }
    const int64_t *all = path->of[w][WAITING_ALL];
    assert_int_equal(all[WAITING_OFFERED],
                     (world->new_slots[w - 1] + world->attendees[w - 1]) * path->unit);
    assert_int_equal(all[WAITING_OFFERED],
                     all[WAITING_SEEN] + all[WAITING_LOST] + all[WAITING_UNUSED]);
  }
}

static void test_nobody_is_lost(void **state)
{
  (void)state;
  for (uint64_t seed = 0; seed < 1000; seed++) {
    struct world world;
    make(&world, seed);
    struct waiting_path *path = waiting_path_expected(&world.list, &world.supply);
    check_path(&world, path);
    waiting_path_free(path);
    for (int r = 0; r < 3; r++) {
      path = waiting_path_random(&world.list, &world.supply, seed, r);
      check_path(&world, path);
      waiting_path_free(path);
    }
  }
}

static void test_a_forecast_is_that_of_its_seed(void **state)
{
  (void)state;
  struct world world;
  make(&world, 5);
  struct waiting_settings settings = {50, 7};
  struct waiting_forecast *one = waiting_forecast_new(&world.list, &world.supply, &settings);
  struct waiting_forecast *two = waiting_forecast_new(&world.list, &world.supply, &settings);
  settings.seed++;
  struct waiting_forecast *other = waiting_forecast_new(&world.list, &world.supply, &settings);
  size_t size = ((size_t)one->n_weeks + 1) * sizeof *one->weeks;
  assert_memory_equal(one->weeks, two->weeks, size);
  assert_memory_not_equal(one->weeks, other->weeks, size);
  waiting_forecast_free(one);
  waiting_forecast_free(two);
  waiting_forecast_free(other);
}

/* 3 people of 0-1 weeks, 2 of 2-4, which are 2 and 3, 1 of 4-12, which is in the middle of 4 to 11,
 * and 2 over 52, 52 to 103: (2 x 2.5 + 7.5 + 2 x 77.5) / 8. */
static void test_bands_have_a_mean(void **state)
{
  (void)state;
  const double some[WAITING_BANDS] = {3, 0, 2, 1, 0, 0, 2}, none[WAITING_BANDS] = {0};
  assert_true(waiting_mean_weeks(some) == 167.5 / 8);
  assert_true(waiting_mean_weeks(none) == 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nobody_is_lost),
      cmocka_unit_test(test_a_forecast_is_that_of_its_seed),
      cmocka_unit_test(test_bands_have_a_mean),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
