/* Rotas of the examples, drawn at random, cost what a second reader of
 * docs/model.md says: a mistake in what rows and checks share shows here. */
#include "inputs/inputs.h"
#include "model/audit.h"
#include "model/contract.h"
#include "tests/support/check.h"
#include "tests/support/checker.h"

#include <inttypes.h>

struct read {
  struct service *service;
  struct month *month;
  struct problem *problem;
};

static struct read read_example(const char *name)
{
  struct read read;
  g_autofree char *path = g_build_filename(ROTA_SOURCE_DIR, "examples", name, NULL);
  struct source *source = source_folder(path);
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(inputs_read_service(source, diagnostics, &read.service), STATUS_OK);
  assert_int_equal(inputs_read_month(source, read.service, "2027-01", diagnostics, &read.month),
                   STATUS_OK);
  diagnostics_free(diagnostics);
  source_free(source);
  read.problem = problem_new(read.service, read.month);
  return read;
}

static void read_clear(struct read *read)
{
  problem_free(read->problem);
  month_free(read->month);
  service_free(read->service);
}

/* In each cell nobody, or one of the candidates. */
static GArray *draw(const struct problem *problem, GRand *dice, int percent)
{
  GArray *items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      if (count > 0 && g_rand_int_range(dice, 0, 100) < percent)
        g_array_append_val(items, problem->candidates[first + g_rand_int_range(dice, 0, count)]);
    }
  return items;
}

/* Compares one rota and returns how many uses were compared. */
static int compare(const struct read *read, const GArray *items)
{
  struct checker checker = {read->service, read->month,
                            (const struct assignment *)(const void *)items->data, (int)items->len};
  struct rota *rota = rota_new(read->problem, checker.items, checker.count);
  struct audit *audit = audit_new(read->problem, rota);
  int compared = 0;
  for (int u = 0; u < read->service->n_uses; u++) {
    int64_t cost;
    if (!checker_cost(&checker, &read->service->uses[u], &cost))
      continue;
    if (cost != audit->uses[u].cost)
      fail_msg("%s: the check says %" PRId64 ", the second reader %" PRId64,
               read->service->uses[u].name, audit->uses[u].cost, cost);
    compared++;
  }
  audit_free(audit);
  rota_free(rota);
  return compared;
}

static void test_example(void **state)
{
  struct read read = read_example(*state);
  GRand *dice = g_rand_new_with_seed(1);
  for (int percent = 0; percent <= 100; percent += 10) {
    g_autoptr(GArray) items = draw(read.problem, dice, percent);
    assert_in_range(compare(&read, items), 6, 100);
  }
  g_rand_free(dice);
  read_clear(&read);
}

static void test_contract(void **state)
{
  struct read read = read_example(*state);
  struct checker checker = {read.service, read.month, NULL, 0};
  for (int c = 0; c < read.service->n_clinicians; c++)
    assert_int_equal(checker_contract_minutes(&checker, c),
                     contract_minutes(read.problem, c));
  read_clear(&read);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_prestate(test_contract, "small"),
      cmocka_unit_test_prestate(test_contract, "locality"),
      cmocka_unit_test_prestate(test_example, "small"),
      cmocka_unit_test_prestate(test_example, "locality"),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
