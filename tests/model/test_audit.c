/* What findings add up to: what has a price to the cost, what is hard to what is broken. */
#include "model/audit.h"
#include "model/rule.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static void test_findings_add_up(void **state)
{
  (void)state;
  struct world *world = world_new(NULL, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *rota = rota_new(problem, NULL, 0);
  world->service->n_uses = 2; /* of the rules that stand by themselves, which find nothing here */
  struct audit *audit = audit_new(problem, rota);
  g_array_set_size(audit->findings, 0);
  audit->uses[0] = audit->uses[1] = (struct use_result){0};
  audit->cost = audit->broken = 0;
  audit->use = 0;
  struct label label = audit_label(audit);
  assert_int_equal(label.use, 0);
  assert_int_equal(label.clinician, LABEL_NONE.clinician);
  label.clinician = 1;
  audit_find(audit, label, 3, 5, "%s is away", "bob");
  audit_find(audit, label, 0, 5, "nothing");
  audit_find(audit, label, -1, 5, "a credit");
  audit_find(audit, label, 2, PRICE_HARD, "broken");
  audit->use = 1;
  audit_find(audit, audit_label(audit), 4, 10, "another");
  audit_find(audit, audit_label(audit), 4, 0, "nobody minds");
  assert_int_equal(audit->findings->len, 5);
  assert_int_equal(audit->uses[0].violation, 3 - 1 + 2);
  assert_int_equal(audit->uses[0].cost, 15 - 5);
  assert_int_equal(audit->uses[0].broken, 1);
  assert_int_equal(audit->uses[1].violation, 8);
  assert_int_equal(audit->uses[1].cost, 40);
  assert_int_equal(audit->uses[1].broken, 0);
  assert_int_equal(audit->cost, 15 - 5 + 40);
  assert_int_equal(audit->broken, 1);
  const struct finding *first = &g_array_index(audit->findings, struct finding, 0);
  assert_string_equal(first->text, "bob is away");
  assert_int_equal(first->violation, 3);
  assert_int_equal(first->price, 5);
  assert_int_equal(first->at.clinician, 1);
  assert_int_equal(g_array_index(audit->findings, struct finding, 3).at.use, 1);
  audit_free(audit);
  audit_free(NULL);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_findings_add_up)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
