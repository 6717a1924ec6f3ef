/* Objectives in turn, against all the points of small programmes. */
#include "solver/solver.h"
#include "tests/support/check.h"

#include <glib.h>

enum { PROGRAMMES = 300, COLUMNS = 9, ROWS = 5, OBJECTIVES = 3 };

struct trial {
  struct programme *programme;
  int64_t costs[OBJECTIVES][COLUMNS];
  int64_t slack;
};

/* Nine columns of 0 to 1 or 2, and rows that most points keep, one side open as often as not. */
static struct trial draw(GRand *dice)
{
  struct trial trial = {.programme = programme_new(), .slack = g_rand_int_range(dice, 0, 3)};
  for (int j = 0; j < COLUMNS; j++) {
    const struct column column = {.upper = j == 0 ? 2 : 1, .label = LABEL_NONE};
    programme_add_column(trial.programme, column);
    for (int k = 0; k < OBJECTIVES; k++)
      trial.costs[k][j] = g_rand_int_range(dice, -3, 5) * (k == 0 ? 1 : 3);
  }
  for (int i = 0; i < ROWS; i++) {
    for (int j = 0; j < COLUMNS; j++)
      if (g_rand_int_range(dice, 0, 2))
        programme_add_term(trial.programme, j, g_rand_int_range(dice, 0, 4) ? 1 : -1);
    int64_t lower = g_rand_int_range(dice, -1, 3);
    programme_add_row(trial.programme, lower, g_rand_boolean(dice) ? PROGRAMME_INFINITY : lower + 2,
                      LABEL_NONE);
  }
  return trial;
}

static int64_t cost_of(const int64_t *costs, const int64_t *x)
{
  int64_t out = 0;
  for (int j = 0; j < COLUMNS; j++)
    out += costs[j] * x[j];
  return out;
}

static bool next(int64_t *x)
{
  for (int j = 0; j < COLUMNS; j++) {
    if (++x[j] <= (j == 0 ? 2 : 1))
      return true;
    x[j] = 0;
  }
  return false;
}

/* The least of objective `k` among the points that are within the bounds of those before. */
static bool least(const struct trial *trial, const int64_t *bounds, int k, int64_t *out)
{
  int64_t x[COLUMNS] = {0};
  bool found = false;
  do {
    bool fits = programme_first_broken(trial->programme, x) < 0;
    for (int before = 0; before < k; before++)
      fits = fits && cost_of(trial->costs[before], x) <= bounds[before];
    if (fits && (!found || cost_of(trial->costs[k], x) < *out)) {
      found = true;
      *out = cost_of(trial->costs[k], x);
    }
  } while (next(x));
  return found;
}

static void compare(const struct trial *trial)
{
  struct solver_settings settings = solver_default_settings();
  struct solver_stage stages[OBJECTIVES] = {{.slack = trial->slack}};
  int64_t x[COLUMNS] = {0}, start[COLUMNS] = {0}, bounds[OBJECTIVES] = {0}, best = 0;
  enum solver_verdict verdict;
  settings.threads = 1;
  settings.deterministic = true;
  for (int k = 0; k < OBJECTIVES; k++)
    stages[k].costs = trial->costs[k];
  assert_int_equal(
      solver_solve_stages(trial->programme, &settings, start, stages, OBJECTIVES, x, &verdict),
      STATUS_OK);
  bool lawful = least(trial, bounds, 0, &best);
  assert_int_equal(verdict, lawful ? SOLVER_OPTIMAL : SOLVER_INFEASIBLE);
  for (int k = 0; k < OBJECTIVES && lawful; k++) {
    assert_true(least(trial, bounds, k, &best));
    assert_int_equal(stages[k].value, best);
    assert_true(stages[k].proven);
    bounds[k] = best + stages[k].slack;
    assert_true(cost_of(trial->costs[k], x) <= bounds[k]);
  }
  if (lawful) {
    assert_true(programme_first_broken(trial->programme, x) < 0);
    assert_int_equal(cost_of(trial->costs[OBJECTIVES - 1], x), best);
  }
}

static void each_stage_has_its_least(void **state)
{
  (void)state;
  GRand *dice = g_rand_new_with_seed(41);
  for (int n = 0; n < PROGRAMMES; n++) {
    struct trial trial = draw(dice);
    compare(&trial);
    programme_free(trial.programme);
  }
  g_rand_free(dice);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_stage_has_its_least),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
