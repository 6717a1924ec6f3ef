/* The cost by rule, by person and by site is one sum, that of the audit, and each line is what its
 * own findings come to. */
#include "planning/assess.h"
#include "planning/build.h"
#include "planning/cost_account.h"
#include "planning/folder.h"
#include "tests/support/check.h"

static int64_t sum(const GArray *lines)
{
  int64_t out = 0;
  for (guint i = 0; i < lines->len; i++) {
    const struct cost_line *line = &g_array_index(lines, struct cost_line, i);
    assert_true(i == 0 || g_array_index(lines, struct cost_line, i - 1).cost >= line->cost);
    out += line->cost;
  }
  return out;
}

static void each_list_sums_up_to_the_cost(void **state)
{
  (void)state;
  struct folder folder;
  struct diagnostics *diagnostics = diagnostics_new();
  assert_int_equal(folder_read(ROTA_SOURCE_DIR "/examples/small", "2027-01", diagnostics, &folder),
                   STATUS_OK);
  diagnostics_free(diagnostics);
  /* Nobody does anything: every need is missed. */
  struct rota *rota = rota_new(folder.problem, NULL, 0);
  struct audit *audit = audit_new(folder.problem, rota);
  struct assessment *assessment = assess(audit, NULL);
  struct cost_account *account = cost_account_new(assessment);
  assert_true(audit->cost > 0);
  assert_int_equal(sum(account->uses), audit->cost);
  assert_int_equal(sum(account->people), audit->cost);
  assert_int_equal(sum(account->sites), audit->cost);
  for (guint i = 0; i < account->uses->len; i++) {
    const struct cost_line *line = &g_array_index(account->uses, struct cost_line, i);
    assert_int_equal(line->cost, audit->uses[line->index].cost);
  }
  assert_int_equal(account->dearest->len, COST_DEAREST_MOST);
  const struct finding *least = account->dearest->pdata[COST_DEAREST_MOST - 1];
  int dearer = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    dearer += finding->price != PRICE_HARD &&
              finding->price * finding->violation > least->price * least->violation;
  }
  assert_true(dearer < COST_DEAREST_MOST);
  cost_account_free(account);
  assessment_free(assessment);
  audit_free(audit);
  rota_free(rota);
  folder_clear(&folder);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(each_list_sums_up_to_the_cost)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
