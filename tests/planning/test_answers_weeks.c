/* Which differences of a single week are clear: beside how far the searches lie apart in the weeks
 * around it, and beside chance. Figures by hand, in hundredths of people. */
#include "planning/answers_weeks.h"

#include "tests/support/check.h"

enum { WEEKS = 12 };

static struct outcome *built(const char *fingerprint)
{
  struct outcome *outcome = outcome_new();
  outcome->status = OUTCOME_BUILT;
  outcome->fingerprint = g_strdup(fingerprint);
  outcome->n_weeks = WEEKS;
  outcome->weeks = g_new0(struct outcome_week, WEEKS + 1);
  outcome_add_other(outcome);
  return outcome;
}

static struct outcome_spread *slots(struct outcome *outcome, int week)
{
  return &outcome->weeks[week].of[WAITING_ALL][SERIES_SLOTS];
}

/* So many in that week, without chance; by the searches from `least` to `most`. */
static void set(struct outcome *outcome, int week, int64_t slots_hundredths, int64_t least,
                int64_t most)
{
  *slots(outcome, week) =
      (struct outcome_spread){slots_hundredths, slots_hundredths, slots_hundredths, least, most};
}

struct fixture {
  struct outcome *base, *one, *two;
  const struct outcome *scenarios[2];
  struct answers_weeks weeks;
};

static int begin(void **state)
{
  struct fixture *at = g_new0(struct fixture, 1);
  at->base = built("a");
  at->one = built("b");
  at->two = built("c");
  at->scenarios[0] = at->one;
  at->scenarios[1] = at->two;
  at->weeks = (struct answers_weeks){at->base, at->scenarios, 2};
  for (int w = 0; w <= WEEKS; w++) {
    set(at->base, w, 1000, 1000, 1000);
    set(at->one, w, 1000, 1000, 1000);
    set(at->two, w, 1000, 1000, 1000);
  }
  *state = at;
  return 0;
}

static int end(void **state)
{
  struct fixture *at = *state;
  outcome_free(at->base);
  outcome_free(at->one);
  outcome_free(at->two);
  g_free(at);
  return 0;
}

static bool is_unclear(const struct fixture *at, int week, int64_t difference)
{
  return answers_weeks_are_unclear(&at->weeks, 1, week, WAITING_ALL, SERIES_SLOTS, false,
                                   difference);
}

/* As it is 10 and 13, the scenario 10 and 12, another nothing apart: 3, and 2, of which the mean is
 * 5/3, so that 5 is not clear, and neither is it four weeks on; what is five weeks off is. */
static void test_searches(void **state)
{
  const struct fixture *at = *state;
  set(at->base, 3, 1000, 1000, 1300);
  set(at->one, 3, 1600, 1400, 1600);
  assert_true(is_unclear(at, 3, 500));
  assert_false(is_unclear(at, 3, 501));
  set(at->one, 7, 1500, 1500, 1500);
  assert_true(is_unclear(at, 7, 500));
  assert_false(is_unclear(at, 7, 501));
  set(at->one, 8, 1100, 1100, 1100);
  assert_false(is_unclear(at, 8, 1));
  assert_false(is_unclear(at, 3, 0)); /* nothing differs */
}

/* Searches that agree count for no less than the mean of all: 6 / 3, of both. */
static void test_mean_range(void **state)
{
  const struct fixture *at = *state;
  set(at->two, 3, 1000, 600, 1200);
  assert_true(is_unclear(at, 3, -400));
  assert_false(is_unclear(at, 3, -401));
  at->one->once = true; /* not searched again, it is taken to be as the others: 6 / 2 */
  assert_true(is_unclear(at, 3, -600));
  assert_false(is_unclear(at, 3, -601));
}

/* Where nothing was searched again nothing is known, and what one programme has is not of it. */
static void test_once(void **state)
{
  const struct fixture *at = *state;
  at->base->once = at->one->once_ahead = at->two->once = true;
  assert_true(is_unclear(at, 3, 100000));
  g_free(at->one->fingerprint);
  at->one->fingerprint = g_strdup("a");
  assert_false(is_unclear(at, 3, 1));
}

/* As it is 10 of 8 to 12, the scenario 13 of 11 to 15: 11 is within what chance brings, 13 is not.
 * The error of a mean is the root of 13, more than 4 / 2.56, by that of 200: 0.26; twice that 0.51.
 * Of a quantile it is whole people, one here. */
static void test_chance(void **state)
{
  const struct fixture *at = *state;
  *slots(at->base, 3) = (struct outcome_spread){1000, 800, 1200, 1000, 1000};
  *slots(at->one, 3) = (struct outcome_spread){1100, 900, 1300, 1100, 1100};
  assert_true(is_unclear(at, 3, 100));
  *slots(at->one, 3) = (struct outcome_spread){1300, 1100, 1500, 1300, 1300};
  assert_false(is_unclear(at, 3, 300));
  assert_true(is_unclear(at, 3, 51));
  assert_false(is_unclear(at, 3, 52));
  assert_true(answers_weeks_are_unclear(&at->weeks, 1, 3, WAITING_ALL, SERIES_SLOTS, true, 100));
  assert_false(answers_weeks_are_unclear(&at->weeks, 1, 3, WAITING_ALL, SERIES_SLOTS, true, 101));
  /* Somebody in 4 or in 2 of 100 courses, and so a band of nothing: that is chance as well. */
  *slots(at->base, 3) = (struct outcome_spread){0, 0, 0, 0, 0};
  *slots(at->one, 3) = (struct outcome_spread){4, 0, 0, 4, 4};
  assert_false(is_unclear(at, 3, 4));
  *slots(at->one, 3) = (struct outcome_spread){2, 0, 0, 2, 2};
  assert_true(is_unclear(at, 3, 2));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_searches, begin, end),
      cmocka_unit_test_setup_teardown(test_mean_range, begin, end),
      cmocka_unit_test_setup_teardown(test_once, begin, end),
      cmocka_unit_test_setup_teardown(test_chance, begin, end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
