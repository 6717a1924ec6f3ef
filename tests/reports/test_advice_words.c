/* What is said of candidates agrees with the figures beside it. */
#include "reports/advice_report.h"
#include "reports/advice_words.h"
#include "tests/support/check.h"

#include <string.h>

static struct outcome *outcome_of(int64_t cost, int64_t list_end)
{
  struct outcome *outcome = outcome_new();
  outcome->status = OUTCOME_BUILT;
  outcome->values[MEASURE_COST] = outcome->values[MEASURE_BOUND] = cost;
  outcome->values[MEASURE_GAP] = outcome->values[MEASURE_GAPS] = 0;
  outcome->values[MEASURE_LIST_END] = list_end;
  outcome->n_weeks = 1;
  outcome->weeks = g_new0(struct outcome_week, 2);
  return outcome;
}

/* As it is, 207 points; a hire that saves 159 and leaves so many waiting, of 100. */
static struct advice *advice_of(int64_t waiting)
{
  struct advice *advice = advice_new();
  struct advice_candidate *hire = advice_candidate_new();
  advice->service = g_strdup("Hove MSK");
  advice->month = g_strdup("2027-01");
  advice->baseline = outcome_of(207, 100);
  advice->has_candidates = true;
  hire->words = g_strdup("a hire");
  hire->outcome = outcome_of(48, waiting);
  g_ptr_array_add(advice->candidates, hire);
  advice_rank(advice->candidates, advice->baseline);
  return advice;
}

static void assert_best(const struct advice *advice, enum advice_aim aim, const char *words)
{
  g_autoptr(GPtrArray) best = advice_best(advice);
  assert_string_equal(best->pdata[aim], words);
}

/* Fewer wait, by the figure in the table; that nobody would be better off is not said. */
static void test_fewer_by_chance(void **state)
{
  (void)state;
  struct advice *fewer = advice_of(98), *none = advice_of(100);
  assert_best(fewer, AIM_POINTS, "fewest points: 1 (-159)");
  assert_best(fewer, AIM_WAITING, "fewest people waiting: none by more than chance may bring");
  assert_best(none, AIM_WAITING, "fewest people waiting: none is better than as it is");
  advice_free(fewer);
  advice_free(none);
}

/* A proof that rests on another program's bound is called by its name. */
static void test_whose_proof(void **state)
{
  (void)state;
  struct advice *advice = advice_of(98);
  struct advice_candidate *hire = advice->candidates->pdata[0];
  g_autofree char *ours = advice_claim_words(advice, hire);
  advice->baseline->bound_by = g_strdup("cbc");
  g_autofree char *theirs = advice_claim_words(advice, hire), *page = advice_html(advice);
  hire->outcome->values[MEASURE_BOUND] = 40;
  g_autofree char *least = advice_claim_words(advice, hire);
  assert_string_equal(ours, "proven");
  assert_string_equal(theirs, "proven by cbc");
  assert_string_equal(least, "proven by cbc: at least 159");
  assert_non_null(strstr(page,
                         "<p>The rota as it is: 207 points, proven by cbc to be the fewest there "
                         "can be; needed sessions missing: 0</p>"));
  advice->baseline->values[MEASURE_BOUND] = 200;
  advice->baseline->values[MEASURE_GAP] = 338;
  g_autofree char *open = advice_html(advice);
  assert_non_null(
      strstr(open, "207 points, proven by cbc to be at most 7 above the fewest there can be;"));
  advice_free(advice);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fewer_by_chance),
      cmocka_unit_test(test_whose_proof),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
