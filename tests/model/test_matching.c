#include "model/matching.h"
#include "tests/support/check.h"

#include <glib.h>

static void test_the_first_makes_way(void **state)
{
  (void)state;
  /* The first guest fits anywhere, the others into the first place alone. */
  const bool can[] = {true, true, true, false, true, false};
  const int room[] = {1, 1};
  g_autofree int *place = matching_find(can, 3, room, 2);
  assert_int_equal(place[0], 1);
  assert_int_equal(place[1], 0);
  assert_int_equal(place[2], -1);
}

static void test_places_hold_several(void **state)
{
  (void)state;
  const bool can[] = {true, false, true, true, true, false, true, true};
  const int room[] = {2, 1};
  g_autofree int *place = matching_find(can, 4, room, 2);
  int seated[2] = {0, 0};
  for (int g = 0; g < 4; g++)
    if (place[g] >= 0) {
      assert_true(can[g * 2 + place[g]]);
      seated[place[g]]++;
    }
  assert_int_equal(seated[0], 2);
  assert_int_equal(seated[1], 1);
}

static void test_no_room_and_nobody(void **state)
{
  (void)state;
  const bool can[] = {true};
  const int room[] = {0};
  g_autofree int *place = matching_find(can, 1, room, 1);
  assert_int_equal(place[0], -1);
  g_autofree int *none = matching_find(can, 0, room, 1);
  assert_non_null(none);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_first_makes_way),
      cmocka_unit_test(test_places_hold_several),
      cmocka_unit_test(test_no_room_and_nobody),
  };
  return cmocka_run_group_tests_name("matching", tests, NULL, NULL);
}
