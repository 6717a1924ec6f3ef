#include "model/problem.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static void test_indexed_by_cell_and_slot(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world,
                                              "cat 2027-02-02 am clinic hove\n"
                                              "ann 2027-02-26 pm clinic hove\n"
                                              "bob 2027-02-02 am support remote\n"
                                              "bob 2027-02-02 am clinic hove\n"
                                              "cat 2027-02-02 am clinic hove\n"
                                              "ann 2027-02-02 pm spine hove\n");
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(void *)items->data, (int)items->len);
  const struct service *service = world->service;
  int ann = service_clinician(service, "ann"), bob = service_clinician(service, "bob");
  int cat = service_clinician(service, "cat"), count;
  int tuesday = month_slot(world->month, date_make(2027, 2, 2), 0);
  assert_int_equal(rota->count, 6);
  const struct assignment *at = rota_at(rota, bob, tuesday, &count);
  assert_int_equal(count, 2);
  assert_string_equal(service->tasks[at[0].task].id, "clinic");
  assert_string_equal(service->tasks[at[1].task].id, "support");
  rota_at(rota, cat, tuesday, &count);
  assert_int_equal(count, 2); /* repeats are kept */
  rota_at(rota, ann, tuesday, &count);
  assert_int_equal(count, 0);
  const int expected[] = {bob, bob, cat, cat};
  assert_int_equal(rota->slot[tuesday + 1] - rota->slot[tuesday], 4);
  for (int i = 0; i < 4; i++)
    assert_int_equal(rota->items[rota->in_slot[rota->slot[tuesday] + i]].clinician, expected[i]);
  int last = month_slot(world->month, date_make(2027, 2, 26), 1);
  assert_int_equal(rota->slot[last], 5);
  assert_int_equal(rota->slot[last + 1], 6);
  assert_int_equal(rota->in_slot[5], 1); /* Ann's second item in order of clinician, slot */
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

/* By clinician, slot, task and site, whatever order they come in. */
static void test_items_are_in_order(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  static const struct assignment sorted[] = {
      {0, 1, 4, 2, false}, {0, 2, 0, 1, false}, {1, 0, 0, 0, false}, {1, 0, 0, 1, false},
      {1, 0, 1, 0, false}, {1, 3, 0, 0, false}, {2, 0, 0, 0, false}};
  enum { COUNT = sizeof sorted / sizeof *sorted };
  for (int turn = 0; turn < COUNT; turn++) {
    struct assignment items[COUNT];
    for (int i = 0; i < COUNT; i++) /* 3 has no divisor with 7: each comes once */
      items[i] = sorted[(3 * i + turn) % COUNT];
    struct rota *rota = rota_new(problem, items, COUNT);
    assert_memory_equal(rota->items, sorted, sizeof sorted);
    rota_free(rota);
  }
  problem_free(problem);
  world_free(world);
}

static void test_an_empty_rota(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *rota = rota_new(problem, NULL, 0);
  int count;
  rota_at(rota, 0, 0, &count);
  assert_int_equal(count, 0);
  assert_int_equal(rota->slot[rota->n_slots], 0);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

/* Only what a lock of the month says, whatever the assignments come with. */
static void test_locked(void **state)
{
  (void)state;
  static const struct rule_example bob_is_locked = {
      .files = {{WORLD_MONTH "/locks.csv",
                 "clinician,date,session,task,site\n"
                 "bob,2027-02-02,am,clinic,hove\n"}},
  };
  struct world *world = world_new(&bob_is_locked, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world,
                                              "bob 2027-02-02 am clinic hove\n"
                                              "bob 2027-02-02 am clinic crawley\n"
                                              "bob 2027-02-02 pm clinic hove\n"
                                              "ann 2027-02-02 am clinic hove\n");
  for (guint i = 0; i < items->len; i++)
    g_array_index(items, struct assignment, i).locked = true;
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(void *)items->data, (int)items->len);
  int bob = service_clinician(world->service, "bob"), hove = service_site(world->service, "hove");
  int tuesday = month_slot(world->month, date_make(2027, 2, 2), 0);
  for (int i = 0; i < rota->count; i++) {
    const struct assignment *item = &rota->items[i];
    assert_int_equal(item->locked,
                     item->clinician == bob && item->slot == tuesday && item->site == hove);
  }
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_indexed_by_cell_and_slot),
      cmocka_unit_test(test_items_are_in_order),
      cmocka_unit_test(test_an_empty_rota),
      cmocka_unit_test(test_locked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
