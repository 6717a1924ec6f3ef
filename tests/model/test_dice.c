/* What dice promise: ends that are reached, and never passed, and exact shares. */
#include "model/dice.h"
#include "tests/support/check.h"

#include <glib.h>

enum { THROWS = 2000 };

static void test_from_the_least_to_the_most(void **state)
{
  (void)state;
  struct dice dice = dice_new(7, 1);
  int seen[5] = {0, 0, 0, 0, 0}, below[3] = {0, 0, 0};
  for (int i = 0; i < THROWS; i++) {
    int between = dice_between(&dice, -2, 2), less = dice_below(&dice, 3);
    assert_in_range(between + 2, 0, 4);
    assert_in_range(less, 0, 2);
    seen[between + 2]++;
    below[less]++;
  }
  for (int k = 0; k < 5; k++)
    assert_in_range(seen[k], THROWS / 5 - 100, THROWS / 5 + 100);
  for (int k = 0; k < 3; k++)
    assert_in_range(below[k], THROWS / 3 - 100, THROWS / 3 + 100);
  assert_int_equal(dice_between(&dice, 4, 4), 4);
}

static void test_chances(void **state)
{
  (void)state;
  struct dice dice = dice_new(7, 2);
  int came = 0;
  for (int i = 0; i < THROWS; i++) {
    assert_false(dice_chance(&dice, 0));
    assert_true(dice_chance(&dice, 100));
    came += dice_chance(&dice, 30);
  }
  assert_in_range(came, THROWS * 3 / 10 - 100, THROWS * 3 / 10 + 100);
}

/* Seeds and parts are streams of their own, and the same each time. */
static void test_streams(void **state)
{
  (void)state;
  struct dice one = dice_new(7, 1), same = dice_new(7, 1), part = dice_new(7, 2);
  struct dice seed = dice_new(8, 1);
  int like_part = 0, like_seed = 0;
  for (int i = 0; i < 100; i++) {
    int thrown = dice_below(&one, 1000);
    assert_int_equal(dice_below(&same, 1000), thrown);
    like_part += dice_below(&part, 1000) == thrown;
    like_seed += dice_below(&seed, 1000) == thrown;
  }
  assert_in_range(like_part, 0, 5);
  assert_in_range(like_seed, 0, 5);
}

static void test_a_shuffle_keeps_each(void **state)
{
  (void)state;
  struct dice dice = dice_new(7, 3);
  int moved = 0, first[6] = {0, 0, 0, 0, 0, 0};
  for (int i = 0; i < THROWS; i++) {
    int items[6] = {0, 1, 2, 3, 4, 5}, found = 0;
    dice_shuffle(&dice, items, 6);
    for (int k = 0; k < 6; k++)
      found |= 1 << items[k];
    assert_int_equal(found, 63);
    moved += items[5] != 5;
    first[items[0]]++;
  }
  assert_in_range(moved, THROWS * 5 / 6 - 100, THROWS * 5 / 6 + 100);
  for (int k = 0; k < 6; k++)
    assert_in_range(first[k], THROWS / 6 - 100, THROWS / 6 + 100);
}

static void assert_deck(const int *shares, int n_shares, int count, const int *wanted)
{
  struct dice dice = dice_new(7, 4);
  g_autofree int *deck = dice_deck(&dice, shares, n_shares, count);
  int have[4] = {0, 0, 0, 0};
  for (int i = 0; i < count; i++) {
    assert_in_range(deck[i], 0, n_shares - 1);
    have[deck[i]]++;
  }
  for (int k = 0; k < n_shares; k++)
    assert_int_equal(have[k], wanted[k]);
}

static void test_a_deck_of_exact_shares(void **state)
{
  (void)state;
  const int shares[] = {3, 5, 2}, even[] = {1, 1, 1}, none[] = {0, 1, 0, 3};
  assert_deck(shares, 3, 10, (const int[]){3, 5, 2});
  assert_deck(shares, 3, 100, (const int[]){30, 50, 20});
  assert_deck(even, 3, 4, (const int[]){1, 2, 1}); /* 4/3 and 8/3 to the nearest: 1 and 3 */
  assert_deck(none, 4, 8, (const int[]){0, 2, 0, 6});
  assert_deck(even, 3, 0, (const int[]){0, 0, 0});
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_from_the_least_to_the_most),
      cmocka_unit_test(test_chances),
      cmocka_unit_test(test_streams),
      cmocka_unit_test(test_a_shuffle_keeps_each),
      cmocka_unit_test(test_a_deck_of_exact_shares),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
