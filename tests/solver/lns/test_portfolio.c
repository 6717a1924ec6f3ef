/* What gains more a second has more of the time, and what gains less keeps some. */
#include "solver/lns/portfolio.h"
#include "tests/support/check.h"

/* The windows' share of 400 seconds in which a second of pieces gains so much, and one of
 * windows; pieces take a tenth of a second, windows two. */
static double share_of(struct portfolio *portfolio, double pieces, double windows)
{
  double spent[2] = {0, 0};
  while (spent[false] + spent[true] < 400) {
    bool window = portfolio_window_next(portfolio, 0);
    double seconds = window ? 2 : 0.1;
    portfolio_learn(portfolio, window, seconds * (window ? windows : pieces), seconds);
    spent[window] += seconds;
  }
  return spent[true] / (spent[false] + spent[true]);
}

static void assert_near(double share, double wanted)
{
  assert_true(share > wanted - 0.05 && share < wanted + 0.05);
}

static void what_gains_more_has_three_quarters(void **state)
{
  (void)state;
  struct portfolio portfolio = {.threads = 1};
  assert_near(share_of(&portfolio, 0, 0), 0.5);
  assert_near(share_of(&portfolio, 2, 1), 0.25);
  assert_near(share_of(&portfolio, 1, 2), 0.75);
  assert_near(share_of(&portfolio, 0, 0.1), 0.75);
}

/* What it gained long ago is forgotten. */
static void lately_counts(void **state)
{
  (void)state;
  struct portfolio portfolio = {.threads = 1};
  share_of(&portfolio, 100, 1);
  assert_true(share_of(&portfolio, 0.1, 1) > 0.6); /* it takes some seconds to turn */
}

/* No more threads at once than its share of them; of two at least one. */
static void threads_are_shared_too(void **state)
{
  (void)state;
  struct portfolio portfolio = {.threads = 16};
  assert_true(portfolio_window_next(&portfolio, 7));
  assert_false(portfolio_window_next(&portfolio, 8));
  portfolio = (struct portfolio){.threads = 16, .gained = {10, 1}, .seconds = {5, 1}};
  assert_true(portfolio_window_next(&portfolio, 3));
  assert_false(portfolio_window_next(&portfolio, 4));
  portfolio.threads = 2;
  assert_true(portfolio_window_next(&portfolio, 0));
  assert_false(portfolio_window_next(&portfolio, 1));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_gains_more_has_three_quarters),
      cmocka_unit_test(lately_counts),
      cmocka_unit_test(threads_are_shared_too),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
