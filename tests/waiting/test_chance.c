/* Chance: the moments that the distributions have, and the same numbers always. */
#include "model/waiting/chance.h"
#include "tests/support/check.h"

#include <math.h>

enum { DRAWS = 20000 };

struct moments {
  double mean, variance;
};

static struct moments moments_of(const int64_t *values)
{
  struct moments out = {0, 0};
  for (int i = 0; i < DRAWS; i++)
    out.mean += (double)values[i] / DRAWS;
  for (int i = 0; i < DRAWS; i++)
    out.variance += ((double)values[i] - out.mean) * ((double)values[i] - out.mean) / DRAWS;
  return out;
}

/* Within five standard errors; that of the variance is about variance x sqrt(2 / n),
 * wider for the long tails of small means. */
static void check_moments(struct moments found, double mean, double variance)
{
  assert_true(fabs(found.mean - mean) < 5 * sqrt(variance / DRAWS));
  double excess = variance > 0 ? 1 / variance : 0;
  assert_true(fabs(found.variance - variance) < 5 * variance * sqrt((2 + excess) / DRAWS) + 1e-12);
}

static void test_binomial(void **state)
{
  (void)state;
  static const struct {
    int n;
    double p;
  } cases[] = {{1, 0.5},  {1, 0.093},     {10, 0.147}, {63, 0.9},
               {64, 0.3}, {1000, 0.0055}, {200, 0.75}};
  static int64_t values[DRAWS];
  for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
    struct chance chance = chance_new(3, c);
    for (int i = 0; i < DRAWS; i++) {
      values[i] = chance_binomial(&chance, cases[c].n, cases[c].p);
      assert_in_range(values[i], 0, cases[c].n);
    }
    double mean = cases[c].n * cases[c].p;
    check_moments(moments_of(values), mean, mean * (1 - cases[c].p));
  }
}

static void test_poisson(void **state)
{
  (void)state;
  static const double means[] = {0.2, 1, 7.5, 15.99, 16, 51, 454.25};
  static int64_t values[DRAWS];
  for (size_t m = 0; m < sizeof means / sizeof *means; m++) {
    struct chance chance = chance_new(4, m);
    int none = 0;
    for (int i = 0; i < DRAWS; i++) {
      values[i] = chance_poisson(&chance, means[m]);
      none += values[i] == 0;
    }
    check_moments(moments_of(values), means[m], means[m]);
    double p = exp(-means[m]);
    assert_true(fabs(none - p * DRAWS) <= 5 * sqrt(p * (1 - p) * DRAWS) + 1e-3);
  }
}

static void test_what_is_certain(void **state)
{
  (void)state;
  struct chance chance = chance_new(1, 1);
  assert_int_equal(chance_binomial(&chance, 70, 0), 0);
  assert_int_equal(chance_binomial(&chance, 70, 1), 70);
  assert_int_equal(chance_binomial(&chance, 0, 0.5), 0);
  assert_int_equal(chance_poisson(&chance, 0), 0);
}

/* Written down from one machine, to hold on all. */
static void test_the_same_numbers_everywhere(void **state)
{
  (void)state;
  struct chance chance = chance_new(7, 0), other = chance_new(7, 1);
  int64_t found[6], expected[6] = {1166, 1217, 97, 104, 1131, 1179};
  for (int i = 0; i < 2; i++) {
    found[i] = chance_poisson(&chance, 1165);
    found[2 + i] = chance_binomial(&chance, 1165, 0.093);
    found[4 + i] = chance_poisson(&other, 1165);
  }
  for (int i = 0; i < 6; i++)
    assert_int_equal(found[i], expected[i]);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_binomial),
      cmocka_unit_test(test_poisson),
      cmocka_unit_test(test_what_is_certain),
      cmocka_unit_test(test_the_same_numbers_everywhere),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
