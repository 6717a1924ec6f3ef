/* The cheapest month against enumeration: exact with paths enough, on the safe side with few. */
#include "solver/months/cheapest_month.h"
#include "tests/support/block.h"
#include "tests/support/check.h"

#include "model/dice.h"

#include <glib.h>

enum { BLOCKS = 25, COSTS = 6, MANY = 5000, SCALE = 1000 };

struct asked {
  const struct programme *block;
  int64_t costs[BLOCK_ALL];
  int fixed[BLOCK_ALL];
};

static bool agrees(const struct asked *asked, const int64_t *x)
{
  for (int j = 0; j < asked->block->n_columns; j++)
    if (asked->fixed[j] >= 0 && asked->fixed[j] != x[j])
      return false;
  return true;
}

static int64_t cost_of(const struct asked *asked, const int64_t *x)
{
  int64_t sum = 0;
  for (int j = 0; j < asked->block->n_columns; j++)
    sum += asked->costs[j] * x[j];
  return sum;
}

/* By looking at each; INT64_MAX: there is none. */
static int64_t optimum_of(const struct asked *asked)
{
  int64_t x[BLOCK_ALL], best = INT64_MAX;
  for (int number = 0; number < 1 << BLOCK_COLUMNS; number++)
    if (block_point(asked->block, number, x) && agrees(asked, x))
      best = MIN(best, cost_of(asked, x));
  return best;
}

static void draw(struct asked *asked, struct dice *dice, bool fix, const bool *falls)
{
  for (int j = 0; j < BLOCK_ALL; j++) {
    asked->costs[j] = (dice_below(dice, 2 * SCALE) - SCALE) * SCALE + dice_below(dice, SCALE);
    if (falls[j])
      asked->costs[j] = ABS(asked->costs[j]);
    asked->fixed[j] = fix && j < BLOCK_DAYS && dice_below(dice, 6) == 0 ? dice_below(dice, 2) : -1;
  }
}

/* What was found is lawful, has what is fixed and costs what it is said to. */
static void assert_sound(const struct asked *asked, const int64_t *x, int64_t cost)
{
  assert_int_equal(programme_first_broken(asked->block, x), -1);
  assert_true(agrees(asked, x));
  assert_int_equal(cost, cost_of(asked, x));
}

static void check_exact(struct cheapest_month *cheapest, const struct asked *asked)
{
  int64_t x[BLOCK_ALL], cost, bound, optimum = optimum_of(asked);
  bool found =
      cheapest_month_find(cheapest, asked->costs, asked->fixed, INT64_MAX, x, &cost, &bound);
  assert_int_equal(found, optimum < INT64_MAX);
  assert_int_equal(bound, optimum);
  if (!found)
    return;
  assert_int_equal(cost, optimum);
  assert_sound(asked, x, cost);
  assert_false(
      cheapest_month_find(cheapest, asked->costs, asked->fixed, optimum, x, &cost, &bound));
  assert_int_equal(bound, optimum); /* no month costs less than what was asked for */
}

static void check_safe(struct cheapest_month *cheapest, const struct asked *asked)
{
  int64_t x[BLOCK_ALL], cost, bound, optimum = optimum_of(asked);
  bool found =
      cheapest_month_find(cheapest, asked->costs, asked->fixed, INT64_MAX, x, &cost, &bound);
  assert_true(bound <= optimum);
  if (found) {
    assert_sound(asked, x, cost);
    assert_true(cost >= optimum);
  }
}

/* Counts fall where nothing is fixed; where sums may be missed, what they miss. */
static void check_all(struct programme *(*drawn)(uint64_t seed), int paths, bool fix,
                      void (*check)(struct cheapest_month *cheapest, const struct asked *asked))
{
  int checked = 0;
  for (uint64_t seed = 1; seed <= BLOCKS; seed++) {
    struct programme *block = drawn(seed);
    bool falls[BLOCK_ALL];
    for (int j = 0; j < BLOCK_ALL; j++)
      falls[j] = j >= BLOCK_COLUMNS || (!fix && j >= BLOCK_DAYS);
    struct diagram *diagram = diagram_new(block, falls);
    struct dice dice = dice_numbered(seed, 1);
    struct asked asked = {.block = block};
    struct cheapest_month cheapest;
    if (diagram) {
      cheapest_month_open(&cheapest, diagram, paths);
      for (int k = 0; k < COSTS; k++) {
        draw(&asked, &dice, fix, falls);
        check(&cheapest, &asked);
        checked++;
      }
      cheapest_month_close(&cheapest);
    }
    diagram_free(diagram);
    programme_free(block);
  }
  assert_true(checked > BLOCKS * COSTS / 2);
}

static void with_many_paths_it_is_the_cheapest(void **state)
{
  (void)state;
  check_all(block_drawn, MANY, false, check_exact);
}

static void what_is_fixed_stays(void **state)
{
  (void)state;
  check_all(block_drawn, MANY, true, check_exact);
}

static void with_few_paths_the_bound_is_safe(void **state)
{
  (void)state;
  check_all(block_drawn, 1, false, check_safe);
  check_all(block_drawn, 3, true, check_safe);
}

static void what_misses_a_sum_has_its_price(void **state)
{
  (void)state;
  check_all(block_with_slacks, MANY, false, check_exact);
  check_all(block_with_slacks, MANY, true, check_exact);
  check_all(block_with_slacks, 2, false, check_safe);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(with_many_paths_it_is_the_cheapest),
      cmocka_unit_test(what_is_fixed_stays),
      cmocka_unit_test(with_few_paths_the_bound_is_safe),
      cmocka_unit_test(what_misses_a_sum_has_its_price),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
