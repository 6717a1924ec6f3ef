/* Every shortfall of whole services, demanded to be met in full: the rota that answers is lawful,
 * as dear as is said by the rules alone, and the rule finds nothing of it there any more. */
#include "planning/folder.h"
#include "planning/shortfall.h"
#include "planning/why_short.h"
#include "tests/support/check.h"
#include "tests/support/scratch.h"

#include <string.h>

struct counts {
  int met, impossible, uncounted, of_people;
};

static bool finds(const struct audit *audit, const struct finding *finding)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *other = &g_array_index(audit->findings, struct finding, i);
    if (other->kind == finding->kind && other->demand == finding->demand &&
        memcmp(&other->at, &finding->at, sizeof other->at) == 0)
      return true;
  }
  return false;
}

static void demand(const struct audit *before, const struct finding *finding,
                   const struct build_settings *settings, struct counts *counts)
{
  struct short_answer answer;
  why_short_answer(before, finding, settings, &answer);
  const struct alternative *found = &answer.consequence.alternative;
  if (!answer.counted)
    counts->uncounted++;
  else if (found->verdict == BUILD_INFEASIBLE) {
    assert_non_null(found->reason);
    counts->impossible++;
  } else if (found->verdict == BUILD_DONE) {
    struct audit *audit = audit_new(before->problem, found->rota);
    assert_int_equal(audit->broken, 0);
    assert_int_equal(audit->cost - before->cost, found->dearer);
    assert_false(finds(audit, finding));
    audit_free(audit);
    counts->met++;
    counts->of_people += finding->at.clinician != NONE;
  }
  short_answer_clear(&answer);
}

static struct counts demand_all(const char *service)
{
  struct counts counts = {0};
  struct scratch *scratch = scratch_new();
  struct diagnostics *diagnostics = diagnostics_new();
  struct folder folder;
  struct build_settings settings = build_default_settings();
  struct build_result built;
  settings.deterministic = TRUE;
  settings.seconds = 1;
  assert_int_equal(
      folder_read(scratch_copy(scratch, service, "service"), "2027-01", diagnostics, &folder),
      STATUS_OK);
  const struct build_request request = {.problem = folder.problem, .settings = &settings};
  build_rota(&request, &built);
  assert_int_equal(built.verdict, BUILD_DONE);
  GArray *shortfalls = shortfalls_new(built.audit);
  for (guint i = 0; i < shortfalls->len; i++)
    demand(built.audit, g_array_index(shortfalls, struct shortfall, i).finding, &settings, &counts);
  g_array_unref(shortfalls);
  build_result_clear(&built);
  folder_clear(&folder);
  diagnostics_free(diagnostics);
  scratch_free(scratch);
  return counts;
}

static void every_shortfall_of_the_tiny_service(void **state)
{
  (void)state;
  const struct counts counts = demand_all("tests/commands/tiny");
  assert_true(counts.met + counts.impossible > 0);
}

static void every_shortfall_of_the_small_example(void **state)
{
  (void)state;
  const struct counts counts = demand_all("examples/small");
  assert_true(counts.met > 3 && counts.of_people > 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_shortfall_of_the_tiny_service),
      cmocka_unit_test(every_shortfall_of_the_small_example),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
