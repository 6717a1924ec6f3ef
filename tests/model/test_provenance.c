/* The gap, in hundredths of a percent, rounded up, so that 0 stands for proven. */
#include "model/provenance.h"
#include "tests/support/check.h"

static int64_t gap(int64_t objective, int64_t bound)
{
  struct provenance run = {.has_bound = true, .bound = bound};
  return provenance_gap_hundredths(&run, objective);
}

static void test_gaps(void **state)
{
  (void)state;
  assert_int_equal(gap(200, 100), 5000);
  assert_int_equal(gap(3, 2), 3334);
  assert_int_equal(gap(-3, -4), 3334);
  assert_int_equal(gap(1000000, 999999), 1); /* a hundredth of that, and still not 0 */
  assert_int_equal(gap(100, 100), 0);
  assert_int_equal(gap(-100, -100), 0);
  assert_int_equal(gap(100, 101), 0);
}

/* Of an objective of 0 the distance is in points. */
static void test_of_nothing(void **state)
{
  (void)state;
  assert_int_equal(gap(0, 0), 0);
  assert_int_equal(gap(0, -1), 10000);
  assert_int_equal(gap(0, -3), 30000);
}

static void test_without_a_bound_or_out_of_reach(void **state)
{
  (void)state;
  struct provenance run = {.has_bound = false};
  assert_int_equal(provenance_gap_hundredths(&run, 100), -1);
  assert_int_equal(gap(1, -(INT64_C(1) << 50)), INT64_C(1000000000000000));
}

/* The same difference of what people wished for, wherever the objective's zero is. */
static void test_of_wishes(void **state)
{
  (void)state;
  struct provenance run = {.has_bound = true, .bound = -1010};
  run.relaxation = (struct provenance_relaxation){.known = true, .cost = -1012, .wishes = 2000};
  assert_int_equal(provenance_gap_of_wishes(&run, -1000), 50);
  assert_int_equal(provenance_gap_of_wishes(&run, 0), 5050);
  assert_int_equal(provenance_gap_of_wishes(&run, -1010), 0);
  run.relaxation.wishes = 3;
  assert_int_equal(provenance_gap_of_wishes(&run, -1009), 3334);
  run.relaxation.wishes = 0; /* nobody wished */
  assert_int_equal(provenance_gap_of_wishes(&run, -1000), -1);
  run.relaxation.wishes = -5; /* every wish is gone against */
  assert_int_equal(provenance_gap_of_wishes(&run, -1000), -1);
  run.relaxation = (struct provenance_relaxation){.wishes = 2000};
  assert_int_equal(provenance_gap_of_wishes(&run, -1000), -1);
  run = (struct provenance){.relaxation = {.known = true, .wishes = 2000}};
  assert_int_equal(provenance_gap_of_wishes(&run, -1000), -1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_gaps),
      cmocka_unit_test(test_of_nothing),
      cmocka_unit_test(test_of_wishes),
      cmocka_unit_test(test_without_a_bound_or_out_of_reach),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
