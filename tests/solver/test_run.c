/* What the threads of a solve share: offers are kept when they are better, bounds
 * when they are higher, and what can't be so is an error and no answer. */
#include "solver/run.h"
#include "tests/support/check.h"

enum { OPTIMUM = 3 };

/* Two of three, at 1, 2 and 4. */
struct choice {
  struct programme *programme;
  struct column_view *view;
  struct solver_settings settings;
  struct run run;
};

static const int64_t cheapest[] = {1, 1, 0}, dear[] = {0, 1, 1}, unlawful[] = {1, 0, 0};

static int open_choice(void **state)
{
  static const int64_t costs[] = {1, 2, 4};
  struct choice *choice = g_new0(struct choice, 1);
  choice->programme = programme_new();
  for (int j = 0; j < 3; j++) {
    struct column column = {.upper = 1, .cost = costs[j], .placement = true, .label = LABEL_NONE};
    programme_add_term(choice->programme, programme_add_column(choice->programme, column), 1);
  }
  programme_add_row(choice->programme, 2, 2, LABEL_NONE);
  choice->view = column_view_new(choice->programme);
  choice->settings = solver_default_settings();
  run_begin(&choice->run, choice->view, &choice->settings, NULL);
  *state = choice;
  return 0;
}

static int close_choice(void **state)
{
  struct choice *choice = *state;
  run_clear(&choice->run);
  column_view_free(choice->view);
  programme_free(choice->programme);
  g_free(choice);
  return 0;
}

static void the_better_is_kept(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  int64_t cost;
  assert_true(run_is_broken(run));
  assert_true(run->first_seconds < 0);
  assert_true(run->gain_seconds < 0);
  assert_true(run_offer_values(run, unlawful)); /* breaks its row by less */
  assert_true(run_is_broken(run));
  assert_true(run_offer_values(run, dear));
  assert_true(run_best_cost(run, &cost));
  assert_int_equal(cost, 6);
  assert_true(run->first_seconds >= 0);
  assert_true(run->gain_seconds >= run->first_seconds);
  assert_false(run_offer_values(run, unlawful)); /* cheaper, but not lawful */
  assert_false(run_offer_values(run, dear));     /* no better */
  assert_true(run_offer_values(run, cheapest));
  assert_true(run_best_cost(run, &cost));
  assert_int_equal(cost, OPTIMUM);
  assert_false(run_over(run));
}

static void copies_are_brought_up_to_date(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  struct solution *copy = solution_new(choice->view, NULL);
  gint version = -1, known;
  run_read_best(run, copy, &version);
  known = version;
  run_offer_values(run, dear);
  run_read_best(run, copy, &version);
  assert_int_not_equal(version, known);
  assert_int_equal(copy->cost, 6);
  known = version;
  run_offer_values(run, unlawful);
  run_read_best(run, copy, &version);
  assert_int_equal(version, known);
  solution_free(copy);
}

static void a_bound_rises_and_proves(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  struct solver_result result;
  run_offer_values(run, cheapest);
  run_raise_bound(run, 1);
  run_raise_bound(run, -5);
  assert_int_equal(run->bound, 1);
  assert_false(run_over(run));
  assert_int_equal(run_result(run, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_FEASIBLE);
  assert_int_equal(result.bound, 1);
  solver_result_clear(&result);
  run_raise_bound(run, OPTIMUM);
  assert_true(run_over(run));
  assert_int_equal(run_result(run, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_OPTIMAL);
  assert_int_equal(result.objective, OPTIMUM);
  assert_int_equal(result.bound, OPTIMUM);
  assert_memory_equal(result.x, cheapest, sizeof cheapest);
  solver_result_clear(&result);
}

static void a_gap_asked_for_is_enough(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  choice->settings.gap_limit = 0.5;
  run_offer_values(run, dear);
  run_raise_bound(run, 2);
  assert_false(run_over(run)); /* (6 - 2) / 6 */
  run_raise_bound(run, 3);
  assert_true(run_over(run));
}

static void assert_refused(struct run *run)
{
  struct solver_result result = {.objective = 77};
  assert_true(run_over(run));
  assert_int_equal(run_result(run, &result), STATUS_INTERNAL);
  assert_int_equal(result.objective, 77); /* as it was */
  assert_null(result.x);
}

static void a_bound_above_a_lawful_cost_is_an_error(void **state)
{
  struct choice *choice = *state;
  run_offer_values(&choice->run, cheapest);
  run_raise_bound(&choice->run, OPTIMUM + 1);
  assert_refused(&choice->run);
}

static void a_lawful_cost_below_the_bound_is_an_error(void **state)
{
  struct choice *choice = *state;
  run_raise_bound(&choice->run, OPTIMUM + 1);
  run_offer_values(&choice->run, unlawful); /* says nothing of the bound */
  assert_false(run_over(&choice->run));
  run_offer_values(&choice->run, cheapest);
  assert_refused(&choice->run);
}

/* The cost is added up once more at the end. */
static void a_cost_that_went_astray_is_an_error(void **state)
{
  struct choice *choice = *state;
  run_offer_values(&choice->run, cheapest);
  choice->run.best->cost--;
  run_end(&choice->run);
  assert_refused(&choice->run);
}

static void a_conflict_is_no_answer_beside_a_lawful_solution(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  struct solver_result result;
  static const int row = 0;
  run_set_conflict(run, &row, 1, true);
  assert_true(run_over(run));
  assert_int_equal(run_result(run, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_INFEASIBLE);
  assert_int_equal(result.n_conflict, 1);
  assert_true(result.conflict_irreducible);
  assert_null(result.x);
  solver_result_clear(&result);
  run_offer_values(run, cheapest);
  assert_int_equal(run_result(run, &result), STATUS_OK);
  assert_int_equal(result.verdict, SOLVER_FEASIBLE);
  assert_int_equal(result.n_conflict, 0);
  solver_result_clear(&result);
}

static void the_best_prices_are_kept(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  struct solver_result result;
  static const double first[] = {2}, worse[] = {5}, better[] = {3};
  run_offer_prices(run, 1.5, first);
  run_offer_prices(run, 1, worse);
  assert_true(run->prices[0] == 2);
  run_offer_prices(run, 2, better);
  run_offer_values(run, cheapest);
  assert_int_equal(run_result(run, &result), STATUS_OK);
  assert_true(result.prices[0] == 3);
  solver_result_clear(&result);
}

static void seconds_are_counted_from_the_beginning(void **state)
{
  struct choice *choice = *state;
  const struct run *run = &choice->run;
  gint64 before = g_get_monotonic_time() - run->started_us;
  double seconds = run_seconds(run);
  gint64 after = g_get_monotonic_time() - run->started_us;
  assert_true((double)before / 1e6 <= seconds && seconds <= (double)after / 1e6);
}

static void counted_work_ends_the_run(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  choice->settings.work_limit = 10;
  assert_int_equal(run_work_limit(run), 0); /* where time is counted */
  run_add_work(run, 100);
  assert_false(run_over(run));
  run->work = 0;
  choice->settings.deterministic = true;
  assert_int_equal(run_work_limit(run), 10);
  run_add_work(run, 7);
  assert_int_equal(run_work_left(run), 3);
  assert_false(run_over(run));
  run_add_work(run, 3);
  assert_true(run_over(run));
  assert_int_equal(run_work_left(run), 1);
}

static void bears_some_setbacks_and_fails_after(void **state)
{
  struct choice *choice = *state;
  struct run *run = &choice->run;
  for (int k = 0; k < RUN_SETBACKS_MOST; k++)
    run_setback(run, STATUS_INTERNAL);
  assert_false(run_over(run));
  assert_int_equal(run->status, STATUS_OK);
  run_setback(run, STATUS_INTERNAL);
  assert_refused(run);
}

#define A_CHOICE(test) cmocka_unit_test_setup_teardown(test, open_choice, close_choice)

int main(void)
{
  const struct CMUnitTest tests[] = {
      A_CHOICE(the_better_is_kept),
      A_CHOICE(copies_are_brought_up_to_date),
      A_CHOICE(a_bound_rises_and_proves),
      A_CHOICE(a_gap_asked_for_is_enough),
      A_CHOICE(a_bound_above_a_lawful_cost_is_an_error),
      A_CHOICE(a_lawful_cost_below_the_bound_is_an_error),
      A_CHOICE(a_cost_that_went_astray_is_an_error),
      A_CHOICE(a_conflict_is_no_answer_beside_a_lawful_solution),
      A_CHOICE(the_best_prices_are_kept),
      A_CHOICE(seconds_are_counted_from_the_beginning),
      A_CHOICE(counted_work_ends_the_run),
      A_CHOICE(bears_some_setbacks_and_fails_after),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
