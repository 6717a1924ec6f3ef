/* The bound of a whole run: against enumeration it is one, on a month a good one, and
 * its prices and its guide come with it. */
#include "solver/bound/bound.h"
#include "solver/engine.h"
#include "solver/mip.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>

enum { PROGRAMMES = 300, WORK = 1000000, CLINICIANS = 8, RELAXED_MOST = 97 };

struct bounded {
  struct programme *programme;
  struct column_view *view;
  struct solver_settings settings;
  struct run run;
};

static void open_run(struct bounded *bounded, struct programme *programme)
{
  *bounded = (struct bounded){.programme = programme, .settings = solver_default_settings()};
  bounded->settings.deterministic = true;
  bounded->settings.work_limit = WORK;
  bounded->view = column_view_new(programme);
  run_begin(&bounded->run, bounded->view, &bounded->settings, NULL);
}

static void close_run(struct bounded *bounded)
{
  run_clear(&bounded->run);
  column_view_free(bounded->view);
  programme_free(bounded->programme);
  engine_leave();
}

static void it_is_never_above_the_optimum(void **state)
{
  (void)state;
  int met = 0, lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct bounded bounded;
    int64_t optimum;
    open_run(&bounded, sample_tiny(seed));
    if (sample_enumerate(bounded.programme, &optimum)) {
      bound_search(&bounded.run);
      assert_true(bounded.run.has_bound);
      assert_true(bounded.run.bound <= optimum);
      assert_int_equal(bounded.run.status, STATUS_OK);
      met += bounded.run.bound == optimum;
      lawful++;
    }
    close_run(&bounded);
  }
  assert_true(met > lawful / 2);
}

/* Three of which two may be done at once, any pair: at half of each the relaxation
 * gains 1.5 units, whole numbers only 1. */
static void halves_are_rounded_the_safe_way(void **state)
{
  (void)state;
  static const int64_t pairs[][4] = {{1, 1, 0, 0}, {1, 0, 1, 0}, {0, 1, 1, 0}};
  struct programme *programme = programme_new();
  struct bounded bounded;
  for (int j = 0; j < 4; j++) /* costs that no half of which is whole */
    sample_placement(programme, j, 0, j < 3 ? -7 : 0);
  for (int i = 0; i < 3; i++)
    sample_row(programme, -PROGRAMME_INFINITY, pairs[i], 1);
  open_run(&bounded, programme);
  assert_true(bound_suits(&bounded.run));
  bound_search(&bounded.run);
  assert_true(bounded.run.bound <= -7);
  assert_true(bounded.run.bound >= -11); /* -10.5, and a margin */
  close_run(&bounded);
}

static void a_month_has_a_bound_prices_and_a_guide(void **state)
{
  (void)state;
  struct bounded bounded;
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  struct programme *programme = sample_month(CLINICIANS, 1);
  settings.deterministic = true;
  settings.work_limit = 40000;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_non_null(result.x);
  open_run(&bounded, programme);
  struct run *run = &bounded.run;
  bound_search(run);
  assert_true(run->bound <= result.objective);
  assert_true((double)run->bound > RELAXED_MOST / 100.0 * (double)result.objective);
  assert_true(run->work > 100);
  struct guide *guide = run_guide(run);
  assert_non_null(guide);
  guide_drop(guide);
  assert_non_null(run->prices);
  assert_true(run->priced <= (double)run->bound && run->priced > (double)run->bound - 1);
  double value = sample_dual_value(programme, run->prices);
  assert_true(isfinite(value) && value <= (double)result.objective);
  solver_result_clear(&result);
  close_run(&bounded);
}

/* In this month new cuts first make the bound no better, and later they do: ended there it is
 * 9 below the optimum, at the end 2. */
static void a_bound_that_is_no_better_is_not_the_last(void **state)
{
  (void)state;
  struct bounded bounded;
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  struct programme *programme = sample_month(6, 5);
  settings.deterministic = true;
  settings.work_limit = 40000;
  assert_int_equal(solver_solve(programme, &settings, NULL, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  open_run(&bounded, programme);
  bound_search(&bounded.run);
  assert_true(bounded.run.bound <= result.objective);
  assert_true(bounded.run.bound > result.objective - 5);
  solver_result_clear(&result);
  close_run(&bounded);
}

/* Put back on the rows that presolve and cuts were made of, prices are worth nearly as much:
 * 96.8% where those of cuts are forgotten. */
static void prices_come_back_to_the_rows(void **state)
{
  (void)state;
  struct bounded bounded;
  open_run(&bounded, sample_month(6, 2));
  bound_search(&bounded.run);
  double value = sample_dual_value(bounded.programme, bounded.run.prices);
  assert_true(value <= (double)bounded.run.bound);
  assert_true(value > 0.971 * (double)bounded.run.bound);
  close_run(&bounded);
}

/* A share of the work, and no more. */
static void counted_work_limits_it(void **state)
{
  (void)state;
  struct bounded bounded;
  open_run(&bounded, sample_month(CLINICIANS, 1));
  bounded.settings.work_limit = 2000;
  bound_search(&bounded.run);
  assert_in_range(bounded.run.work, 300, 1000);
  assert_false(run_over(&bounded.run));
  close_run(&bounded);
}

/* Advice comes first, the bound with what follows. */
static void advice_comes_before_the_bound(void **state)
{
  (void)state;
  struct bounded bounded;
  open_run(&bounded, sample_month(CLINICIANS, 1));
  struct bounding *bounding = bounding_new(&bounded.run);
  assert_non_null(bounding);
  bounding_advise(bounding);
  struct guide *guide = run_guide(&bounded.run);
  assert_non_null(guide);
  guide_drop(guide);
  assert_false(bounded.run.has_bound);
  bounding_search(bounding);
  assert_true(bounded.run.has_bound);
  bounding_free(bounding);
  close_run(&bounded);
}

static void a_contradiction_has_no_bound(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 1};
  struct programme *programme = programme_new();
  struct bounded bounded;
  sample_placement(programme, 0, 0, 1);
  sample_placement(programme, 1, 0, 1);
  sample_row(programme, 3, row, PROGRAMME_INFINITY);
  open_run(&bounded, programme);
  assert_null(bounding_new(&bounded.run));
  bound_search(&bounded.run);
  assert_false(bounded.run.has_bound);
  close_run(&bounded);
}

/* The optimum of what is left below a roof, as a solution of the whole; INT64_MAX: none. */
static int64_t optimum_below(const struct bounding *below, const struct programme *whole)
{
  const struct programme *p = bounding_relaxation(below);
  const struct reduction *reduction = bounding_reduction(below);
  g_autofree int64_t *x = g_new(int64_t, (gsize)p->n_columns + 1);
  const struct mip_limits limits = {.cutoff = INT64_MAX};
  struct mip_result result;
  assert_int_equal(mip_solve(p, &limits, x, &result), STATUS_OK);
  if (result.end == MIP_NONE)
    return INT64_MAX;
  assert_int_equal(result.end, MIP_OPTIMAL);
  g_autofree int64_t *values = reduction_values(reduction, x, whole->n_columns);
  assert_int_equal(programme_first_broken(whole, values), -1);
  assert_int_equal(programme_objective(whole, values), result.cost + reduction->constant);
  return result.cost + reduction->constant;
}

/* Below one roof, narrowed and bounded twice. */
static void look_below(uint64_t seed, int64_t roof, int64_t optimum)
{
  struct bounded bounded;
  open_run(&bounded, sample_tiny(seed));
  struct bounding *whole = bounding_new(&bounded.run);
  assert_non_null(whole);
  bounding_search(whole);
  struct bounding *once = bounding_below(whole, roof), *twice = NULL;
  if (once) {
    bounding_search(once);
    assert_true(bounded.run.bound <= MAX(optimum, roof + 1));
    twice = bounding_below(once, roof);
  }
  if (roof >= optimum)
    assert_true(twice && optimum_below(twice, bounded.programme) == optimum);
  else if (twice)
    assert_true(optimum_below(twice, bounded.programme) >= optimum);
  assert_true(bounded.run.bound <= optimum);
  assert_int_equal(bounded.run.status, STATUS_OK);
  bounding_free(twice);
  bounding_free(once);
  bounding_free(whole);
  close_run(&bounded);
}

static void below_a_roof_is_all_that_costs_no_more(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    bool found = sample_enumerate(programme, &optimum);
    programme_free(programme);
    for (int64_t roof = optimum - 2; found && roof <= optimum + 2; roof += 2)
      look_below(seed, roof, optimum);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_is_never_above_the_optimum),
      cmocka_unit_test(halves_are_rounded_the_safe_way),
      cmocka_unit_test(a_month_has_a_bound_prices_and_a_guide),
      cmocka_unit_test(a_bound_that_is_no_better_is_not_the_last),
      cmocka_unit_test(prices_come_back_to_the_rows),
      cmocka_unit_test(counted_work_limits_it),
      cmocka_unit_test(advice_comes_before_the_bound),
      cmocka_unit_test(a_contradiction_has_no_bound),
      cmocka_unit_test(below_a_roof_is_all_that_costs_no_more),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
