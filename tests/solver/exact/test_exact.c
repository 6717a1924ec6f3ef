/* Branch and cut of the whole run: it ends with the optimum and its proof, begins with
 * what is known, and is for programmes that are small enough. */
#include "solver/engine.h"
#include "solver/exact/exact.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { PROGRAMMES = 300 };

struct proven {
  struct column_view *view;
  struct solver_settings settings;
  struct run run;
};

static void open_run(struct proven *proven, const struct programme *programme)
{
  *proven =
      (struct proven){.view = column_view_new(programme), .settings = solver_default_settings()};
  run_begin(&proven->run, proven->view, &proven->settings, NULL);
}

static void close_run(struct proven *proven)
{
  run_clear(&proven->run);
  column_view_free(proven->view);
  engine_leave();
}

static void the_optimum_is_proven(void **state)
{
  (void)state;
  int priced = 0, lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct proven proven;
    int64_t optimum, cost;
    bool found = sample_enumerate(programme, &optimum);
    open_run(&proven, programme);
    exact_search(&proven.run, true);
    assert_int_equal(run_best_cost(&proven.run, &cost), found);
    assert_int_equal(proven.run.status, STATUS_OK);
    if (found) {
      assert_int_equal(cost, optimum);
      assert_int_equal(proven.run.bound, optimum);
      assert_true(run_over(&proven.run));
      lawful++;
    }
    if (found && proven.run.prices) {
      assert_true(proven.run.priced <= (double)optimum + 1e-6);
      priced++;
    }
    close_run(&proven);
    programme_free(programme);
  }
  assert_true(priced > lawful / 2);
}

/* The optimum is known: what is left is to prove that nothing costs less. */
static void what_is_known_is_the_cutoff(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct proven first, second;
    int64_t optimum;
    if (sample_enumerate(programme, &optimum)) {
      open_run(&first, programme);
      exact_search(&first.run, true);
      open_run(&second, programme);
      run_offer_values(&second.run, first.run.best->x);
      exact_search(&second.run, true);
      assert_true(second.run.has_bound);
      assert_int_equal(second.run.bound, optimum);
      assert_int_equal(second.run.best->cost, optimum);
      close_run(&second);
      close_run(&first);
    }
    programme_free(programme);
  }
}

static void counted_work_ends_it(void **state)
{
  (void)state;
  struct programme *programme = sample_month(12, 1);
  struct proven proven;
  open_run(&proven, programme);
  proven.settings.deterministic = true;
  proven.settings.work_limit = 3000;
  proven.run.deadline_us = 0;
  exact_search(&proven.run, true);
  assert_true(run_over(&proven.run));
  assert_in_range(proven.run.work, 3000, 4000); /* the first relaxation too is ended by it */
  close_run(&proven);
  programme_free(programme);
}

static void it_is_given_up_in_good_time(void **state)
{
  (void)state;
  struct programme *programme = sample_month(24, 1);
  struct proven proven;
  open_run(&proven, programme);
  proven.settings.deterministic = true;
  proven.settings.work_limit = 100000000;
  proven.run.deadline_us = 0; /* on a busy machine it would come first */
  assert_false(exact_search(&proven.run, false));
  assert_false(run_over(&proven.run));
  assert_in_range(proven.run.work, 100000, 300000);
  close_run(&proven);
  programme_free(programme);
}

static void small_programmes_suit_it(void **state)
{
  (void)state;
  static const struct {
    int columns;
    bool first, suits;
  } cases[] = {{3000, true, true}, {3001, false, true}, {8000, false, true}, {8001, false, false}};
  for (int k = 0; k < 4; k++) {
    struct programme *programme = programme_new();
    struct proven proven;
    for (int j = 0; j < cases[k].columns; j++)
      sample_column(programme, 0, 1, 1);
    open_run(&proven, programme);
    assert_int_equal(exact_comes_first(&proven.run), cases[k].first);
    assert_int_equal(exact_suits(&proven.run), cases[k].suits);
    close_run(&proven);
    programme_free(programme);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_optimum_is_proven),    cmocka_unit_test(what_is_known_is_the_cutoff),
      cmocka_unit_test(counted_work_ends_it),     cmocka_unit_test(it_is_given_up_in_good_time),
      cmocka_unit_test(small_programmes_suit_it),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
