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

/* The most that can be seated of the guests from `guest` on, by trying everything. */
static int most_seated(const bool *can, int n_guests, int guest, int *room, int n_places)
{
  if (guest == n_guests)
    return 0;
  int most = most_seated(can, n_guests, guest + 1, room, n_places);
  for (int p = 0; p < n_places; p++) {
    if (room[p] == 0 || !can[guest * n_places + p])
      continue;
    room[p]--;
    most = MAX(most, 1 + most_seated(can, n_guests, guest + 1, room, n_places));
    room[p]++;
  }
  return most;
}

/* As many as can be, each where it may go, no place beyond its room. */
static void test_as_many_as_can_be(void **state)
{
  (void)state;
  enum { GUESTS = 5, PLACES = 3, TRIALS = 2000 };
  GRand *rand = g_rand_new_with_seed(1);
  for (int trial = 0; trial < TRIALS; trial++) {
    bool can[GUESTS * PLACES];
    int room[PLACES], seated = 0;
    for (int i = 0; i < GUESTS * PLACES; i++)
      can[i] = g_rand_boolean(rand);
    for (int p = 0; p < PLACES; p++)
      room[p] = g_rand_int_range(rand, 0, 4);
    g_autofree int *place = matching_find(can, GUESTS, room, PLACES);
    assert_true(place[0] >= 0 || most_seated(can, 1, 0, room, PLACES) == 0); /* first served */
    int most = most_seated(can, GUESTS, 0, room, PLACES);
    for (int g = 0; g < GUESTS; g++)
      if (place[g] >= 0) {
        assert_true(can[g * PLACES + place[g]]);
        assert_true(room[place[g]]-- > 0);
        seated++;
      }
    assert_int_equal(seated, most);
  }
  g_rand_free(rand);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_first_makes_way),
      cmocka_unit_test(test_places_hold_several),
      cmocka_unit_test(test_no_room_and_nobody),
      cmocka_unit_test(test_as_many_as_can_be),
  };
  return cmocka_run_group_tests_name("matching", tests, NULL, NULL);
}
