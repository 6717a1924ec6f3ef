/* Pairs of people above and below each other, drawn, against every way to hold their meetings. */
#include "model/pairing.h"

#include "tests/support/check.h"

#include <glib.h>

enum { PEOPLE = 6, TIMES = 3 };

struct draw {
  int above[PEOPLE], room[PEOPLE * TIMES];
  bool can[PEOPLE * TIMES];
};

/* The most of the people from `person` on who can meet the one above. */
static int most_pairs(const struct draw *draw, int person, int taken[PEOPLE][TIMES])
{
  if (person == PEOPLE)
    return 0;
  int most = most_pairs(draw, person + 1, taken), above = draw->above[person];
  for (int t = 0; t < TIMES && above >= 0; t++) {
    if (!draw->can[person * TIMES + t] || taken[person][t] >= draw->room[person * TIMES + t] ||
        taken[above][t] >= draw->room[above * TIMES + t])
      continue;
    taken[person][t]++;
    taken[above][t]++;
    most = MAX(most, 1 + most_pairs(draw, person + 1, taken));
    taken[person][t]--;
    taken[above][t]--;
  }
  return most;
}

static void check_draw(const struct draw *draw)
{
  int taken[PEOPLE][TIMES] = {{0}}, none[PEOPLE][TIMES] = {{0}}, held = 0;
  g_autofree int *times = pairing_find(draw->above, PEOPLE, draw->can, draw->room, TIMES);
  for (int p = 0; p < PEOPLE; p++) {
    if (times[p] < 0)
      continue;
    held++;
    assert_true(draw->above[p] >= 0 && draw->can[p * TIMES + times[p]]);
    int above = draw->above[p], time = times[p];
    assert_true(++taken[p][time] <= draw->room[p * TIMES + time]);
    assert_true(++taken[above][time] <= draw->room[above * TIMES + time]);
  }
  assert_int_equal(held, most_pairs(draw, 0, none));
}

/* Anybody may be above anybody else: trees, and circles with trees below them. */
static void test_drawn_pairs(void **state)
{
  (void)state;
  GRand *dice = g_rand_new_with_seed(7);
  for (int i = 0; i < 6000; i++) {
    struct draw draw;
    int odds = g_rand_int_range(dice, 1, 5);
    for (int p = 0; p < PEOPLE; p++) {
      draw.above[p] = g_rand_int_range(dice, -1, PEOPLE);
      if (draw.above[p] == p || (i % 2 == 0 && draw.above[p] > p))
        draw.above[p] = -1;
    }
    for (int c = 0; c < PEOPLE * TIMES; c++) {
      draw.room[c] = g_rand_int_range(dice, 0, 3);
      draw.can[c] = g_rand_int_range(dice, 0, 5) < odds;
    }
    check_draw(&draw);
  }
  g_rand_free(dice);
}

/* One in the middle has time for one of two below, and none left for the one above: it is all
 * the same how many meet, and those below come first. */
static void test_those_below_come_first(void **state)
{
  (void)state;
  static const int above[] = {-1, 0, 1, 1}, room[] = {1, 1, 1, 1};
  static const bool can[] = {false, true, true, true};
  g_autofree int *times = pairing_find(above, 4, can, room, 1);
  static const int expected[] = {-1, -1, 0, -1};
  for (int p = 0; p < 4; p++)
    assert_int_equal(times[p], expected[p]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_drawn_pairs),
      cmocka_unit_test(test_those_below_come_first),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
