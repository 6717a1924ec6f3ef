/* To whom a use of a rule applies: a list widens, another key narrows. And what holds of
 * clinicians and of demand where it is not said, or is rounded. */
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

static const struct rule_example people = {
    .clinicians =
        "ann: {band: 7, wte: 0.77, base: hove, team: hove, tags: [lead], works: {mon: [am]},\n"
        "      skills: {msk: yes, spine: yes}, hours: {fewest: 10.01, most: 20.99}}\n"
        "bob: {band: 6, wte: 0.5, base: crawley, team: crawley, works: {mon: [am]},\n"
        "      skills: {msk: yes}, tags: [lead, new]}\n"
        "cat: {band: 6, base: hove, team: hove, works: {mon: [am]}, skills: {fcp: {stage: 1}}}\n"
        "dan: {band: 8b, works: {mon: [am]}, skills: {spine: yes}}\n",
    .service =
        "full_time_hours: 37.51\n"
        "pcns: {}\n",
};

/* The initials of those that are meant. */
static void assert_who(const char *who, const char *initials)
{
  g_autofree char *rules = g_strdup_printf("[{consecutive: {who: %s}}]", who);
  struct world *world = world_new(&people, rules);
  const struct rule_use *use = world->service->uses;
  while (!use->where.file)
    use++;
  for (int c = 0; c < world->service->n_clinicians; c++)
    if (use->scope.posts[c] != (strchr(initials, "abcd"[c]) != NULL))
      fail_msg("%s: not just %s", who, initials);
  world_free(world);
}

static void test_each_key(void **state)
{
  (void)state;
  assert_who("{clinicians: bob}", "b");
  assert_who("{clinicians: [ann, dan]}", "ad");
  assert_who("{band: 6}", "bc");
  assert_who("{band: [7, 8a]}", "ad"); /* 8a to 8d are one band */
  assert_who("{team: hove}", "ac");
  assert_who("{team: [hove, crawley]}", "abc");
  assert_who("{tag: lead}", "ab");
  assert_who("{tag: [new]}", "b");
  assert_who("{skill: msk}", "ab");
  assert_who("{skill: [spine, fcp]}", "acd");
  assert_who("{base: hove}", "ac");
  assert_who("{base: hub}", "abc");
  assert_who("{not: {team: hove}}", "bd");
}

static void test_keys_narrow(void **state)
{
  (void)state;
  assert_who("{band: 6, tag: lead}", "b");
  assert_who("{team: hove, not: {skill: msk}}", "c");
  assert_who("{clinicians: [ann, bob, cat], band: [6, 7], base: hove}", "ac");
  assert_who("{not: {band: 6, tag: lead}}", "acd");
  assert_who("{not: {not: {band: 6}}}", "bc");
}

/* 37.51 h are 2250.6 minutes; 2251 x 0.77 = 1733.27, x 0.5 = 1125.5; 10.01 h are 600.6
 * minutes, 20.99 h 1259.4. */
static void test_minutes_to_the_nearest(void **state)
{
  (void)state;
  struct world *world = world_new(&people, NULL);
  const struct service *service = world->service;
  assert_int_equal(service->full_time_minutes, 2251);
  assert_int_equal(service->posts[0].week_minutes, 1733);
  assert_int_equal(service->posts[1].week_minutes, 1126);
  assert_int_equal(service->posts[2].week_minutes, 2251); /* 1.0 where nothing is said */
  assert_int_equal(service->posts[0].fewest_minutes, 601);
  assert_int_equal(service->posts[0].most_minutes, 1259);
  assert_int_equal(service->posts[1].fewest_minutes, UNLIMITED);
  assert_int_equal(service->posts[1].most_minutes, UNLIMITED);
  assert_int_equal(service->posts[3].band, 8);
  assert_int_equal(service->posts[3].base, NONE);
  assert_int_equal(service->posts[3].team, NONE);
  assert_true(service->clinicians[3].drives);
  assert_string_equal(service->clinicians[3].name, "dan");
  world_free(world);
}

/* What a person missing or too many costs where nothing is said. */
static void test_plain_prices(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = "demand: [{task: clinic, need: 1}, {task: duty, need: 1, prices: {target: 3}}]\n"};
  struct world *world = world_new(&example, NULL);
  const struct demand *demands = world->service->demands;
  assert_int_equal(demands[0].price_need, 100);
  assert_int_equal(demands[0].price_target, 20);
  assert_int_equal(demands[0].price_most, 50);
  assert_int_equal(demands[0].target, 1);
  assert_int_equal(demands[0].most, UNLIMITED);
  assert_int_equal(demands[1].price_need, 100);
  assert_int_equal(demands[1].price_target, 3);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_key),
      cmocka_unit_test(test_keys_narrow),
      cmocka_unit_test(test_minutes_to_the_nearest),
      cmocka_unit_test(test_plain_prices),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
