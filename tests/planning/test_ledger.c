/* The ledger of two published months, one without Bob, as data and as people read it;
 * and the balance that a month adds to it. */
#include "planning/ledger.h"

#include "model/contract.h"
#include "planning/assess.h"
#include "reports/ledger.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

static const struct rule_example two_months = {
    .files = {{"history/2026-12.yaml",
               "month: 2026-12\n"
               "accounts:\n"
               "  ann: {contract: 900, planned: 960, balance: 60, satisfaction: 55}\n"
               "  bob: {contract: 900, planned: 810, balance: -90}\n"
               "checksum: none\n"},
              {"history/2027-01.yaml",
               "month: 2027-01\n"
               "accounts:\n"
               "  ann: {contract: 900, planned: 960, balance: 120, satisfaction: 65}\n"
               "checksum: none\n"}},
};

/* December came after January, which had not read it, or, in the other, had. */
#define LATE_DECEMBER                                                                              \
  {                                                                                                \
    "history/2026-12.yaml",                                                                        \
        "month: 2026-12\n"                                                                         \
        "late: {on: 2027-01-20, after: 2027-01, after_sha256: none}\n"                             \
        "accounts:\n"                                                                              \
        "  ann: {contract: 900, planned: 960, balance: 60}\n"                                      \
        "  bob: {contract: 900, planned: 810, balance: -90}\n"                                     \
        "checksum: none\n"                                                                         \
  }
static const struct rule_example a_late_month = {
    .files = {LATE_DECEMBER,
              {"history/2027-01.yaml",
               "month: 2027-01\n"
               "inputs: {service.yaml: none}\n"
               "accounts:\n"
               "  ann: {contract: 900, planned: 700, balance: -200}\n"
               "checksum: none\n"}},
};
static const struct rule_example one_that_was_read = {
    .files = {LATE_DECEMBER,
              {"history/2027-01.yaml",
               "month: 2027-01\n"
               "inputs: {service.yaml: none, history/2026-12.yaml: none}\n"
               "accounts:\n"
               "  ann: {contract: 900, planned: 700, balance: -140}\n"
               "checksum: none\n"}},
};

struct scene {
  struct world *world;
  struct problem *problem;
  struct ledger *ledger;
  int ann, bob, cat;
};

static struct scene open_scene(const struct rule_example *example)
{
  struct scene scene = {.world = world_new(example, NULL)};
  scene.problem = problem_new(scene.world->service, scene.world->month);
  scene.ledger = ledger_new(scene.problem);
  scene.ann = service_clinician(scene.world->service, "ann");
  scene.bob = service_clinician(scene.world->service, "bob");
  scene.cat = service_clinician(scene.world->service, "cat");
  return scene;
}

static void close_scene(struct scene *scene)
{
  ledger_free(scene->ledger);
  problem_free(scene->problem);
  world_free(scene->world);
}

static void test_accounts(void **state)
{
  (void)state;
  struct scene scene = open_scene(&two_months);
  const struct ledger_account *accounts = scene.ledger->accounts;
  assert_int_equal(accounts[scene.ann].balance_minutes, 120);
  assert_int_equal(accounts[scene.bob].balance_minutes, -90); /* of the last month with Bob */
  assert_int_equal(accounts[scene.cat].balance_minutes, 0);
  assert_int_equal(accounts[scene.ann].months[1]->satisfaction, 65);
  assert_int_equal(accounts[scene.bob].months[0]->satisfaction, -1);
  assert_null(accounts[scene.bob].months[1]);
  /* contract_hours stands, and looks back. */
  assert_int_equal(accounts[scene.ann].recalls->len, 1);
  const struct ledger_recall *recall =
      &g_array_index(accounts[scene.ann].recalls, struct ledger_recall, 0);
  assert_string_equal(scene.world->service->uses[recall->use].rule->name, "contract_hours");
  assert_int_equal(accounts[scene.cat].recalls->len, 0);
  close_scene(&scene);
}

static void test_a_late_month_is_carried_once(void **state)
{
  (void)state;
  struct scene scene = open_scene(&a_late_month);
  assert_int_equal(scene.ledger->accounts[scene.ann].balance_minutes, -200 + 60);
  assert_int_equal(scene.ledger->accounts[scene.bob].balance_minutes, -90);
  close_scene(&scene);
  scene = open_scene(&one_that_was_read);
  assert_int_equal(scene.ledger->accounts[scene.ann].balance_minutes, -140);
  close_scene(&scene);
}

/* Ann works one session of 225 minutes beyond what is carried. */
static void test_the_month_adds_to_it(void **state)
{
  (void)state;
  struct scene scene = open_scene(&two_months);
  g_autoptr(GArray) items = world_assignments(scene.world, "ann 2027-02-01 am clinic hove\n");
  struct rota *rota = rota_new(scene.problem, (const struct assignment *)(const void *)items->data,
                               (int)items->len);
  struct audit *audit = audit_new(scene.problem, rota);
  struct assessment *assessment = assess(audit, NULL);
  int owed = contract_minutes(scene.problem, scene.ann, NULL);
  assert_int_equal(assessment->people[scene.ann].over_minutes, 225 - owed);
  assert_int_equal(assessment->people[scene.ann].balance_minutes, 225 - owed + 120);
  assessment_free(assessment);
  audit_free(audit);
  rota_free(rota);
  close_scene(&scene);
}

static void test_text(void **state)
{
  (void)state;
  struct scene scene = open_scene(&two_months);
  g_autofree char *all = ledger_text(scene.ledger, LEDGER_EVERYBODY);
  g_autofree char *cat = ledger_text(scene.ledger, scene.cat);
  assert_non_null(strstr(all, "Ann Able                     +2:00      55%      65%\n"));
  assert_non_null(strstr(all, "Bob Best                     -1:30        -         \n"));
  assert_non_null(strstr(all, "Cat Cole                      even                  \n"));
  assert_non_null(strstr(all, "\n  Ann Able\n    contract_hours: "));
  assert_non_null(strstr(all, "\n-: asked for nothing that month\n"));
  assert_null(strstr(cat, "Ann"));
  assert_null(strstr(cat, "-: "));
  assert_non_null(strstr(cat, "nobody owes, and nobody is owed"));
  close_scene(&scene);
}

/* January has 9450 minutes of a whole post: of three sessions two are Ann's share and one is Cat's;
 * Bob, who was away, had none and owes none. */
static void test_absence_is_no_debt(void **state)
{
  (void)state;
  static const struct rule_example january = {
      .files = {{"history/2027-01.yaml",
                 "month: 2027-01\n"
                 "accounts:\n"
                 "  ann: {contract: 9450, planned: 0, balance: 0}\n"
                 "  bob: {contract: 0, planned: 0, balance: 0}\n"
                 "  cat: {contract: 4725, planned: 0, balance: 0}\n"
                 "assignments:\n"
                 "  ann:\n"
                 "    - 2027-01-04 am 08:30-12:15 clinic hove\n"
                 "    - 2027-01-11 am 08:30-12:15 clinic hove\n"
                 "  cat:\n"
                 "    - 2027-01-18 am 08:30-12:15 clinic hove\n"
                 "checksum: none\n"}},
  };
  struct world *world = world_new(&january, "[fair_share: {task: clinic}]");
  struct problem *problem = problem_new(world->service, world->month);
  struct ledger *ledger = ledger_new(problem);
  g_autofree char *ann = ledger_text(ledger, service_clinician(world->service, "ann"));
  g_autofree char *bob = ledger_text(ledger, service_clinician(world->service, "bob"));
  assert_non_null(strstr(ann, "fair_share: had 2 of 3 sessions, a fair share is 2.0"));
  assert_null(strstr(bob, "fair_share"));
  ledger_free(ledger);
  problem_free(problem);
  world_free(world);
}

static void test_nothing_is_published(void **state)
{
  (void)state;
  struct scene scene = open_scene(NULL);
  g_autofree char *text = ledger_text(scene.ledger, LEDGER_EVERYBODY);
  assert_string_equal(text, "Tiny: no month is published yet\n");
  close_scene(&scene);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_accounts),
      cmocka_unit_test(test_a_late_month_is_carried_once),
      cmocka_unit_test(test_the_month_adds_to_it),
      cmocka_unit_test(test_text),
      cmocka_unit_test(test_absence_is_no_debt),
      cmocka_unit_test(test_nothing_is_published),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
