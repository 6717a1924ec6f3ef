/* Where a rule has nobody to speak of it adds no rows and no columns to the programme. */
#include "model/formulation.h"
#include "model/rule.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static void check_size(const char *rule, const struct rule_example *example, bool empty)
{
  struct world *world = world_of_rule(rule_find(rule), example);
  struct problem *problem = problem_new(world->service, world->month);
  struct programme *programme = formulation_build(problem);
  assert_true(problem->n_candidates > 0);
  assert_int_equal(programme->n_rows == 0, empty);
  assert_int_equal(programme->n_columns == problem->n_candidates, empty);
  programme_free(programme);
  problem_free(problem);
  world_free(world);
}

/* One PCN, or none, has nobody to be compared with; of two the same is compared. */
static void test_fair_access(void **state)
{
  (void)state;
  static const char two[] = "pcns: {east: {patients: 9000}, west: {patients: 18000}}\n";
  check_size("fair_access", &(struct rule_example){.use = "{task: fcp}"}, true);
  check_size("fair_access", &(struct rule_example){.use = "{task: fcp, at: hove}"}, true);
  check_size("fair_access", &(struct rule_example){.service = two, .use = "{task: fcp, at: west}"},
             true);
  check_size("fair_access", &(struct rule_example){.service = two, .use = "{task: fcp}"}, false);
}

/* One site has nobody to take turns with, and a hub none where first contact is. */
static void test_in_turn(void **state)
{
  (void)state;
  static const char two[] = "pcns: {east: {}, west: {}}\n";
  check_size("in_turn", &(struct rule_example){.use = "{task: fcp, at: [goldstone, hove]}"}, true);
  check_size("in_turn", &(struct rule_example){.service = two, .use = "{task: fcp, at: pcn}"},
             false);
}

/* Nothing at a PCN is specialist; at a hub there is both. */
static void test_ratio(void **state)
{
  (void)state;
  check_size("ratio", &(struct rule_example){.use = "{each: person, at: goldstone}"}, true);
  check_size("ratio", &(struct rule_example){.use = "{each: person, at: hove}"}, false);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fair_access),
      cmocka_unit_test(test_in_turn),
      cmocka_unit_test(test_ratio),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
