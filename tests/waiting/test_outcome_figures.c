/* Outcomes as plain figures: what is unknown, what a difference is, and when two
 * proven ranges leave the question open. */
#include "model/waiting/outcome.h"
#include "tests/support/check.h"

#include <string.h>

static void test_a_new_one_knows_nothing(void **state)
{
  (void)state;
  struct outcome *outcome = outcome_new();
  assert_int_equal(outcome->status, OUTCOME_FAILED);
  assert_null(outcome->changes[0]);
  assert_int_equal(outcome->shortfalls->len, 0);
  for (int m = 0; m < OUTCOME_MEASURES; m++)
    assert_true(outcome->values[m] == OUTCOME_UNKNOWN);
  outcome_add_shortfall(outcome)->points = 3;
  outcome_add_shortfall(outcome)->points = 4;
  outcome_add_pcn(outcome)->patients = 5;
  assert_int_equal(outcome->shortfalls->len, 2);
  assert_int_equal(((struct outcome_shortfall *)outcome->shortfalls->pdata[1])->points, 4);
  assert_int_equal(((struct outcome_pcn *)outcome->pcns->pdata[0])->patients, 5);
  outcome_free(outcome);
  outcome_free(NULL);
}

static void test_differences(void **state)
{
  (void)state;
  assert_int_equal(outcome_difference(5, 7), -2);
  assert_int_equal(outcome_difference(-5, 0), -5);
  assert_true(outcome_difference(OUTCOME_UNKNOWN, 7) == OUTCOME_UNKNOWN);
  assert_true(outcome_difference(7, OUTCOME_UNKNOWN) == OUTCOME_UNKNOWN);
}

/* Is it open which of two services can have the cheaper rota, of such bounds and
 * costs? Either way round it is the same question. */
static bool is_open(int64_t bound, int64_t cost, int64_t other_bound, int64_t other_cost,
                    const char *fingerprint, const char *other)
{
  struct outcome one = {.fingerprint = (char *)fingerprint};
  struct outcome two = {.fingerprint = (char *)other};
  one.values[MEASURE_BOUND] = bound;
  one.values[MEASURE_COST] = cost;
  two.values[MEASURE_BOUND] = other_bound;
  two.values[MEASURE_COST] = other_cost;
  bool open = outcome_is_open(&one, &two);
  assert_int_equal(outcome_is_open(&two, &one), open);
  return open;
}

static void test_ranges_that_overlap_leave_it_open(void **state)
{
  (void)state;
  assert_true(is_open(10, 20, 15, 30, "a", "b"));
  assert_true(is_open(10, 20, 20, 30, "a", "b")); /* they may be equal */
  assert_false(is_open(10, 20, 21, 30, "a", "b"));
  assert_true(is_open(10, 10, 5, 15, "a", "b"));
  assert_true(is_open(10, 20, 15, 30, NULL, NULL)); /* without a programme: as any two */
  assert_true(is_open(10, 20, 15, 30, "a", NULL));
}

static void test_one_programme_is_never_open(void **state)
{
  (void)state;
  assert_false(is_open(10, 20, 15, 30, "a", "a"));
}

static void test_both_proven(void **state)
{
  (void)state;
  assert_false(is_open(10, 10, 10, 10, "a", "b"));
  assert_false(is_open(10, 10, 12, 12, "a", "b"));
}

static void test_what_is_not_known_may_be_anything(void **state)
{
  (void)state;
  assert_true(is_open(OUTCOME_UNKNOWN, 20, 5, 6, "a", "b"));
  assert_true(is_open(5, OUTCOME_UNKNOWN, 100, 100, "a", "b"));
  assert_false(is_open(101, OUTCOME_UNKNOWN, 100, 100, "a", "b"));
}

/* Each name once, and none left out. */
static void test_names(void **state)
{
  (void)state;
  for (int m = 0; m < OUTCOME_MEASURES; m++) {
    const struct measure *measure = &outcome_measures[m];
    assert_non_null(measure->id);
    assert_true(*measure->words != '\0');
    assert_true(measure->decimals == 0 || measure->decimals == 2);
    for (int other = 0; other < m; other++)
      assert_string_not_equal(outcome_measures[other].id, measure->id);
  }
  for (int s = 0; s < OUTCOME_STATUSES; s++)
    assert_non_null(outcome_status_names[s]);
  assert_string_equal(outcome_status_names[OUTCOME_BUILT], "built");
  assert_string_equal(outcome_status_names[OUTCOME_INTERRUPTED], "interrupted");
  assert_string_equal(outcome_measures[MEASURE_COST].id, "cost");
  assert_int_equal(MEASURE_TARGET_QUEUE - MEASURE_LOAD, WAITING_GROUPS);
  assert_int_equal(MEASURE_RELIEF - MEASURE_TARGET_QUEUE, WAITING_GROUPS);
  assert_int_equal(OUTCOME_MEASURES - MEASURE_RELIEF, WAITING_GROUPS);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_new_one_knows_nothing),
      cmocka_unit_test(test_differences),
      cmocka_unit_test(test_ranges_that_overlap_leave_it_open),
      cmocka_unit_test(test_one_programme_is_never_open),
      cmocka_unit_test(test_both_proven),
      cmocka_unit_test(test_what_is_not_known_may_be_anything),
      cmocka_unit_test(test_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
