/* The names of fictional people, and the geography that they travel in. */
#include "generator/generator.h"
#include "generator/names.h"
#include "generator/places.h"
#include "tests/support/check.h"

#include <string.h>

static void test_nobody_shares_a_name_or_an_id(void **state)
{
  (void)state;
  enum { COUNT = GENERATOR_CLINICIANS_MOST };
  for (uint64_t seed = 1; seed <= 20; seed++) {
    struct dice dice = dice_new(seed, 1);
    struct person_name *names = names_draw(&dice, COUNT);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < COUNT; i++) {
      assert_true(g_hash_table_add(seen, names[i].id));
      assert_true(g_hash_table_add(seen, names[i].full));
    }
    names_free(names, COUNT);
  }
}

static void test_an_id_is_the_shortest_that_is_free(void **state)
{
  (void)state;
  enum { COUNT = GENERATOR_CLINICIANS_MOST };
  struct dice dice = dice_new(1, 1);
  struct person_name *names = names_draw(&dice, COUNT);
  int longer = 0;
  for (int i = 0; i < COUNT; i++) {
    g_auto(GStrv) words = g_strsplit(names[i].full, " ", 2);
    g_autofree char *first = g_ascii_strdown(words[0], -1);
    const char *id = names[i].id;
    assert_true(g_str_has_prefix(id, first));
    if (strcmp(id, first) == 0)
      continue;
    longer++;
    for (size_t length = strlen(id) - 1; length >= strlen(first); length--) {
      g_autofree char *shorter = g_strndup(id, length);
      if (g_str_has_suffix(shorter, "-"))
        continue;
      bool taken = false;
      for (int j = 0; j < i && !taken; j++)
        taken = strcmp(names[j].id, shorter) == 0;
      assert_true(taken);
    }
  }
  assert_true(longer > 0);
  names_free(names, COUNT);
}

static void test_the_public_figures(void **state)
{
  (void)state;
  int pcns = 0, patients = 0;
  for (int p = 0; p < places_count; p++) {
    assert_int_equal(places[p].kind == PLACE_PCN, places[p].patients > 0);
    assert_int_equal(places[p].kind == PLACE_PCN, strlen(places[p].ods) == strlen("U46447"));
    pcns += places[p].kind == PLACE_PCN;
    patients += places[p].patients;
  }
  assert_int_equal(pcns, PCNS_MAX);
  assert_int_equal(patients, 692050); /* the fifteen lists, added by hand */
}

static const struct place *place_of(const char *id)
{
  for (int p = 0; p < places_count; p++)
    if (strcmp(places[p].id, id) == 0)
      return &places[p];
  fail_msg("no place %s", id);
  return NULL;
}

static void test_minutes_of_two_ways(void **state)
{
  (void)state;
  const struct place *hove = place_of("hove"), *west = place_of("west-hove");
  const struct place *crawley = place_of("crawley");
  /* Hove to West Hove: 3.1 km. By car 6 + 31 x 0.15 = 10 minutes, otherwise 10 +
   * 31 x 0.4 = 22. To Crawley: 1.8 km west, 25.9 km north, so 25.9 km: 6 + 38 = 44
   * and 10 + 103 = 113. All to the next five. */
  assert_int_equal(place_minutes(hove, west), 10);
  assert_int_equal(place_minutes_without_car(hove, west), 25);
  assert_int_equal(place_minutes(hove, crawley), 45);
  assert_int_equal(place_minutes_without_car(hove, crawley), 115);
}

static void test_every_way_back_takes_as_long(void **state)
{
  (void)state;
  for (int a = 0; a < places_count; a++)
    for (int b = 0; b < places_count; b++) {
      const struct place *from = &places[a], *to = &places[b];
      assert_int_equal(place_minutes(from, to), place_minutes(to, from));
      assert_int_equal(place_minutes(from, to) % 5, 0);
      assert_true(place_minutes(from, to) > 0);
      assert_true(place_minutes_without_car(from, to) >= place_minutes(from, to));
    }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nobody_shares_a_name_or_an_id),
      cmocka_unit_test(test_an_id_is_the_shortest_that_is_free),
      cmocka_unit_test(test_the_public_figures),
      cmocka_unit_test(test_minutes_of_two_ways),
      cmocka_unit_test(test_every_way_back_takes_as_long),
  };
  return cmocka_run_group_tests_name("names and places", tests, NULL, NULL);
}
