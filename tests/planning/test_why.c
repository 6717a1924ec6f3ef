/* Why nobody can do it: each clinician is counted once, under what comes
 * closest to a yes. */
#include "planning/why.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static struct why *ask(const struct problem *problem, const struct rota *rota,
                       const struct world *world, const char *task, const char *site,
                       const char *date)
{
  g_autofree bool *sites = g_new0(bool, (gsize)world->service->n_sites);
  g_autofree bool *slots = g_new0(bool, (gsize)world->month->n_slots);
  int day = DATE_NONE;
  assert_true(date_parse(date, &day));
  sites[service_site(world->service, site)] = true;
  slots[month_slot(world->month, day, service_block(world->service, "am"))] = true;
  struct why_question question = {service_task(world->service, task), sites, slots};
  return why_new(problem, rota, &question);
}

static const struct rule_example on_leave = {
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-02,2027-02-02,annual\n"}},
};

static void test_counts(void **state)
{
  (void)state;
  struct world *world = world_new(&on_leave, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, "bob 2027-02-02 am fcp goldstone\n");
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct why *why = ask(problem, rota, world, "clinic", "hove", "2027-02-02");
  assert_int_equal(why->count[WHY_UNABLE], 0);
  assert_int_equal(why->count[WHY_AWAY], 1); /* ann */
  assert_int_equal(why->count[WHY_BUSY], 1); /* bob */
  assert_int_equal(why->count[WHY_FREE], 1); /* cat */
  assert_int_equal(why->able, 3);
  assert_int_equal(g_array_index(why->free, struct why_person, 0).wanted.clinician,
                   service_clinician(world->service, "cat"));
  why_free(why);

  why = ask(problem, rota, world, "fcp", "goldstone", "2027-02-02");
  assert_int_equal(why->count[WHY_UNABLE], 1); /* cat */
  assert_int_equal(why->count[WHY_AWAY], 1);
  assert_int_equal(why->count[WHY_DOING], 1);
  why_free(why);

  why = ask(problem, NULL, world, "spine", "hove", "2027-02-02");
  assert_int_equal(why->count[WHY_UNABLE], 2);
  assert_int_equal(why->count[WHY_AWAY], 1);
  assert_int_equal(why->able, 1);
  why_free(why);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

static const struct rule_example arranged = {
    .clinicians =
        "cat: {name: Cat Cole, band: 5, wte: 0.5, base: crawley,\n"
        "      works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
        "      arrangements: [{never: tue, at: hove}]}\n",
};

static void test_names_the_bar(void **state)
{
  (void)state;
  struct world *world = world_new(&arranged, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct why *why = ask(problem, NULL, world, "clinic", "hove", "2027-02-02");
  assert_int_equal(why->count[WHY_BARRED], 1);
  assert_int_equal(why->count[WHY_FREE], 2);
  const struct why_use *bar = &g_array_index(why->bars, struct why_use, 0);
  assert_int_equal(bar->count, 1);
  assert_string_equal(world->service->uses[bar->use].rule->name, "availability");
  why_free(why);
  why_free(NULL);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_names_the_bar),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
