/* Rotas to combine with: the cheapest are kept, each is drawn so often and no more. */
#include "solver/pool.h"
#include "tests/support/check.h"

enum { COLUMNS = 3, SEEDS = 20 };

static void add(struct pool *pool, int64_t cost)
{
  const int64_t x[COLUMNS] = {cost, 2 * cost, 3 * cost};
  pool_add(pool, x, cost);
}

/* The cost of one that is drawn, by its values. */
static int64_t draw(struct pool *pool, struct dice *dice)
{
  const int64_t *x = pool_draw(pool, dice);
  assert_non_null(x);
  int64_t cost = x[0];
  assert_int_equal(x[1], 2 * cost);
  assert_int_equal(x[2], 3 * cost);
  pool_drop(x);
  return cost;
}

static void the_cheapest_are_kept_and_drawn_so_often(void **state)
{
  (void)state;
  for (int seed = 0; seed < SEEDS; seed++) {
    struct pool *pool = pool_new(COLUMNS);
    struct dice dice = dice_numbered((uint64_t)seed, 1);
    int drawn[2 * POOL_ROOM] = {0};
    assert_true(pool_is_empty(pool));
    assert_null(pool_draw(pool, &dice));
    for (int cost = 0; cost < 2 * POOL_ROOM; cost++)
      add(pool, (cost * 5 + seed) % (2 * POOL_ROOM)); /* each once, in a mixed order */
    for (int k = 0; k < POOL_ROOM * POOL_DRAWS; k++)
      drawn[draw(pool, &dice)]++;
    for (int cost = 0; cost < 2 * POOL_ROOM; cost++)
      assert_int_equal(drawn[cost], cost < POOL_ROOM ? POOL_DRAWS : 0);
    assert_true(pool_is_empty(pool));
    pool_free(pool);
  }
}

static void what_is_drawn_stays_while_it_is_used(void **state)
{
  (void)state;
  struct pool *pool = pool_new(COLUMNS);
  struct dice dice = dice_numbered(1, 1);
  add(pool, POOL_ROOM + 1);
  const int64_t *x = pool_draw(pool, &dice);
  for (int cost = 0; cost < POOL_ROOM; cost++)
    add(pool, cost); /* the last takes its place */
  for (int k = 0; k < POOL_ROOM * POOL_DRAWS; k++)
    assert_in_range(draw(pool, &dice), 0, POOL_ROOM - 1);
  assert_int_equal(x[2], 3 * (POOL_ROOM + 1));
  pool_drop(x);
  pool_free(pool);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_cheapest_are_kept_and_drawn_so_often),
      cmocka_unit_test(what_is_drawn_stays_while_it_is_used),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
