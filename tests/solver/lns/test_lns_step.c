/* A step solves a subproblem of the best, and moves what it brings over to whatever the
 * best has become meanwhile. */
#include "solver/engine.h"
#include "solver/lns/lns_step.h"
#include "solver/pool.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

/* Two are wanted of ann, bob and cyd; each one missing costs 10, cyd costs 4; and nobody
 * else can be: cyd stays free. */
struct wanted {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct solver_settings settings;
  struct run run;
  struct lns_worker worker;
  struct choices choices;
};

enum { ANN, BOB, CYD, MISSING };

static int open_wanted(void **state)
{
  static const int64_t row[] = {1, 1, 1, 1}, start[] = {0, 0, 0, 2};
  struct wanted *wanted = g_new0(struct wanted, 1);
  wanted->programme = programme_new();
  for (int c = 0; c < 3; c++)
    sample_placement(wanted->programme, c, c, c == CYD ? 4 : 0);
  sample_column(wanted->programme, 0, 2, 10);
  sample_row(wanted->programme, 2, row, PROGRAMME_INFINITY);
  wanted->view = column_view_new(wanted->programme);
  wanted->index = placement_index_new(wanted->view);
  wanted->settings = solver_default_settings();
  run_begin(&wanted->run, wanted->view, &wanted->settings, start);
  lns_worker_open(&wanted->worker, &wanted->run, wanted->index);
  choices_begin(&wanted->choices, false, wanted->view->n_placements);
  *state = wanted;
  return 0;
}

static int close_wanted(void **state)
{
  struct wanted *wanted = *state;
  lns_worker_close(&wanted->worker);
  run_clear(&wanted->run);
  placement_index_free(wanted->index);
  column_view_free(wanted->view);
  programme_free(wanted->programme);
  g_free(wanted);
  engine_leave();
  return 0;
}

static struct lns_step step_of(struct wanted *wanted, int clinician)
{
  struct lns_step step = {.clinician = clinician};
  lns_step_solve(&wanted->worker, &wanted->choices, &step);
  return step;
}

static void assert_best(const struct wanted *wanted, const int64_t *x, int64_t cost)
{
  assert_int_equal(wanted->run.best->excess, 0);
  assert_int_equal(wanted->run.best->cost, cost);
  assert_memory_equal(wanted->run.best->x, x, 4 * sizeof *x);
}

static void a_step_brings_what_it_found(void **state)
{
  struct wanted *wanted = *state;
  struct lns_step step = step_of(wanted, ANN);
  static const int64_t nothing[] = {0, 0, 0, 2}, better[] = {1, 0, 0, 1};
  assert_int_equal(step.result.end, MIP_OPTIMAL);
  assert_int_equal(step.n_changes, 2);
  assert_best(wanted, nothing, 20);
  lns_step_offer(&wanted->worker, &step);
  assert_best(wanted, better, 10);
  assert_true(step.better);
  lns_step_clear(&step);
  assert_null(step.changes);
}

/* Both found the other missing: the second one's count is no longer right. */
static void changes_are_moved_over_to_the_best(void **state)
{
  struct wanted *wanted = *state;
  struct lns_step first = step_of(wanted, ANN), second = step_of(wanted, BOB);
  static const int64_t both[] = {1, 1, 0, 0};
  lns_step_offer(&wanted->worker, &first);
  lns_step_offer(&wanted->worker, &second);
  assert_best(wanted, both, 0);
  assert_true(second.better);
  lns_step_clear(&first);
  lns_step_clear(&second);
}

/* What was worth its while no longer is: the best stays as it is. */
static void what_is_no_better_by_now_is_not_kept(void **state)
{
  struct wanted *wanted = *state;
  struct lns_step late = step_of(wanted, CYD);
  static const int64_t both[] = {1, 1, 0, 0};
  assert_int_equal(late.n_changes, 2);
  assert_true(run_offer_values(&wanted->run, both));
  lns_step_offer(&wanted->worker, &late);
  assert_best(wanted, both, 0);
  assert_false(late.better);
  lns_step_clear(&late);
  struct lns_step idle = step_of(wanted, CYD); /* nothing costs less than the best */
  assert_int_equal(idle.result.end, MIP_NONE);
  assert_int_equal(idle.n_changes, 0);
  lns_step_offer(&wanted->worker, &idle);
  assert_false(idle.better);
  lns_step_clear(&idle);
}

/* Mending a row comes before any cost. */
static void a_row_is_mended(void **state)
{
  struct wanted *wanted = *state;
  struct change nothing[] = {{MISSING, 0}};
  solution_swap(wanted->view, wanted->run.best, nothing, 1);
  wanted->run.version++;
  assert_true(run_is_broken(&wanted->run));
  struct lns_step step = {.clinician = NOBODY, .number = 1, .mend = 10};
  lns_step_solve(&wanted->worker, &wanted->choices, &step);
  assert_int_equal(step.choice.kind, NEIGHBOURHOOD_BROKEN);
  lns_step_offer(&wanted->worker, &step);
  assert_false(run_is_broken(&wanted->run));
  assert_true(step.better);
  lns_step_clear(&step);
}

static void counts_are_settled_and_placements_stay(void **state)
{
  struct wanted *wanted = *state;
  struct change wrong[] = {{BOB, 1}, {MISSING, 2}};
  static const int64_t settled[] = {0, 1, 0, 1};
  solution_swap(wanted->view, wanted->run.best, wrong, 2);
  wanted->run.version++;
  lns_step_settle_counts(&wanted->worker);
  assert_best(wanted, settled, 10);
}

/* The same number draws the same, another another. */
static void its_number_names_its_dice(void **state)
{
  struct wanted *wanted = *state;
  struct lns_step steps[] = {{.clinician = NOBODY, .number = 5},
                             {.clinician = NOBODY, .number = 5}};
  for (int k = 0; k < 2; k++)
    lns_step_solve(&wanted->worker, &wanted->choices, &steps[k]);
  assert_int_equal(steps[0].choice.kind, steps[1].choice.kind);
  assert_int_equal(steps[0].choice.size, steps[1].choice.size);
  assert_int_equal(steps[0].n_changes, steps[1].n_changes);
  int others = 0;
  for (int number = 6; number < 30; number++) {
    struct lns_step other = {.clinician = NOBODY, .number = (uint64_t)number};
    lns_step_solve(&wanted->worker, &wanted->choices, &other);
    others += other.choice.size != steps[0].choice.size;
    lns_step_clear(&other);
  }
  assert_true(others > 5);
  lns_step_clear(&steps[0]);
  lns_step_clear(&steps[1]);
}

/* Ann is right in the best, bob in the other rota: combined, both. Then it has been drawn enough.
 */
static void the_best_is_combined_with_another_rota(void **state)
{
  struct wanted *wanted = *state;
  static const int64_t best[] = {1, 0, 0, 1}, other[] = {0, 1, 0, 1}, both[] = {1, 1, 0, 0};
  int combined = 0;
  run_offer_values(&wanted->run, best);
  pool_add(wanted->run.pool, other, 10);
  for (int number = 0; number < 100; number++) {
    struct lns_step step = {.clinician = NOBODY, .number = (uint64_t)number};
    lns_step_solve(&wanted->worker, &wanted->choices, &step);
    if (step.choice.kind == NEIGHBOURHOOD_BETWEEN) {
      combined++;
      lns_step_offer(&wanted->worker, &step);
      assert_best(wanted, both, 0);
    }
    lns_step_clear(&step);
  }
  assert_in_range(combined, 1, POOL_DRAWS);
  assert_true(pool_is_empty(wanted->run.pool));
}

#define A_WANTED(test) cmocka_unit_test_setup_teardown(test, open_wanted, close_wanted)

int main(void)
{
  const struct CMUnitTest tests[] = {
      A_WANTED(a_step_brings_what_it_found),
      A_WANTED(changes_are_moved_over_to_the_best),
      A_WANTED(what_is_no_better_by_now_is_not_kept),
      A_WANTED(a_row_is_mended),
      A_WANTED(counts_are_settled_and_placements_stay),
      A_WANTED(its_number_names_its_dice),
      A_WANTED(the_best_is_combined_with_another_rota),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
