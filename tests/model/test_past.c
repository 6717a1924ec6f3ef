/* What is known of the months before: without gaps, up to the month that is built. */
#include "model/history.h"
#include "model/service.h"
#include "tests/support/check.h"

enum { FIRST = 100 };

/* Months of 10 days; the second ends the day before FIRST, the first a day too early
 * to reach it, where `gap`. */
static struct history months(struct past_month *two, int gap)
{
  two[0] = (struct past_month){.from = 80 - gap, .until = 89 - gap};
  two[1] = (struct past_month){.from = 90, .until = FIRST - 1};
  return (struct history){.months = two, .n_months = 2};
}

static void test_known_as_far_as_there_is_no_gap(void **state)
{
  (void)state;
  struct past_month two[2];
  struct history history = months(two, 0);
  assert_int_equal(history_known_from(&history, FIRST), 80);
  assert_int_equal(history_known_from(&history, FIRST + 1), FIRST + 1);
  assert_int_equal(history_known_from(&history, FIRST - 1), FIRST - 1);
  history = months(two, 1);
  assert_int_equal(history_known_from(&history, FIRST), 90);
  history.n_months = 0;
  assert_int_equal(history_known_from(&history, FIRST), FIRST);
}

static void test_the_assignments_of_each(void **state)
{
  (void)state;
  const int first[] = {0, 2, 2, 3};
  struct past_assignment assignments[] = {
      {.clinician = 0, .date = 80}, {.clinician = 0, .date = 81}, {.clinician = 2, .date = 82}};
  struct history history = {.assignments = assignments, .n_assignments = 3, .first = (int *)first};
  int count;
  assert_int_equal(history_of(&history, 0, &count)[1].date, 81);
  assert_int_equal(count, 2);
  history_of(&history, 1, &count);
  assert_int_equal(count, 0);
  assert_int_equal(history_of(&history, 2, &count)->date, 82);
  assert_int_equal(count, 1);
  history.first = NULL;
  assert_null(history_of(&history, 2, &count));
  assert_int_equal(count, 0);
}

/* Everybody's, in order of person and date, of those who have left first. */
static void test_the_assignments_of_some_days(void **state)
{
  (void)state;
  static const struct past_assignment assignments[] = {
      {.clinician = NONE, .date = 79}, {.clinician = NONE, .date = 83},
      {.clinician = 0, .date = 80},    {.clinician = 0, .date = 81},
      {.clinician = 0, .date = 81},    {.clinician = 0, .date = 90},
      {.clinician = 2, .date = 70},    {.clinician = 2, .date = 79},
      {.clinician = 2, .date = 82}};
  static const int first[] = {2, 6, 6, 9};
  const struct history history = {.assignments = (struct past_assignment *)(uintptr_t)assignments,
                                  .n_assignments = G_N_ELEMENTS(assignments),
                                  .first = (int *)(uintptr_t)first};
  for (int from = 69; from <= 91; from++)
    for (int until = from - 1; until <= 91; until++) {
      int at = 0;
      for (size_t i = 0; i < G_N_ELEMENTS(assignments); i++)
        if (assignments[i].date >= from && assignments[i].date <= until)
          assert_ptr_equal(history_next(&history, from, until, &at), &assignments[i]);
      assert_null(history_next(&history, from, until, &at));
    }
  const struct history nothing = {0};
  int at = 0;
  assert_null(history_next(&nothing, 1, 100, &at));
}

/* The last month's that there is. */
static void test_accounts(void **state)
{
  (void)state;
  struct past_month two[2];
  struct history history = months(two, 0);
  struct past_account accounts[] = {{.clinician = 0, .month = 0, .balance_minutes = 5},
                                    {.clinician = 0, .month = 1, .balance_minutes = -30},
                                    {.clinician = 1, .month = 0, .balance_minutes = 45}};
  history.accounts = accounts;
  history.n_accounts = 3;
  assert_ptr_equal(history_account(&history, 0, 0), &accounts[0]);
  assert_ptr_equal(history_account(&history, 0, 1), &accounts[1]);
  assert_null(history_account(&history, 1, 1));
  assert_int_equal(history_balance_minutes(&history, 0), -30);
  assert_int_equal(history_balance_minutes(&history, 1), 45);
  assert_int_equal(history_balance_minutes(&history, 2), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_known_as_far_as_there_is_no_gap),
      cmocka_unit_test(test_the_assignments_of_each),
      cmocka_unit_test(test_the_assignments_of_some_days),
      cmocka_unit_test(test_accounts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
