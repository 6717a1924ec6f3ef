/* Several threads on one annealing: each move was accepted on the very rota it changed. */
#include "solver/anneal/shared_annealing.h"
#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { CLINICIANS = 8, PENALTY = 1000, HELPERS = 3, STRETCHES = 50, STRETCHES_MOST = 20000 };

struct month {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct solver_settings settings;
  struct run run;
  struct shared_annealing *shared;
};

static int open_month(void **state)
{
  struct month *month = g_new0(struct month, 1);
  month->programme = sample_month(CLINICIANS, 2);
  month->view = column_view_new(month->programme);
  month->index = placement_index_new(month->view);
  month->settings = solver_default_settings();
  month->settings.time_limit_ms = 600000;
  run_begin(&month->run, month->view, &month->settings, NULL);
  month->shared = shared_annealing_new();
  *state = month;
  return 0;
}

static int close_month(void **state)
{
  struct month *month = *state;
  shared_annealing_free(month->shared);
  run_clear(&month->run);
  placement_index_free(month->index);
  column_view_free(month->view);
  programme_free(month->programme);
  g_free(month);
  return 0;
}

static gpointer help(gpointer data)
{
  struct month *month = data;
  shared_annealing_help(month->shared, &month->run, month->index);
  return NULL;
}

static void open_leader(struct month *month, struct annealer *leader)
{
  struct evaluator *evaluator = evaluator_new(month->view, month->run.best->x, PENALTY);
  annealer_open(leader, &month->run, month->index, evaluator, 1);
}

/* Where nothing is accepted that costs more, the rota of all must not cost more:
 * neither by moves that do not go together, nor by copies that differ. */
static void anneal_downhill(struct month *month, struct annealer *leader, bool helped)
{
  shared_annealing_begin(month->shared, leader);
  bool enough = false;
  for (int k = 1; !enough; k++) {
    int64_t before = evaluator_cost(leader->evaluator);
    int64_t moves = shared_annealing_go_on(month->shared, leader, 0, PENALTY);
    assert_true(evaluator_cost(leader->evaluator) <= before);
    assert_true(moves >= k * SHARED_ANNEALING_BATCH);
    assert_true(k < STRETCHES_MOST);
    enough = k >= STRETCHES && (!helped || moves > k * SHARED_ANNEALING_BATCH);
  }
  shared_annealing_end_round(month->shared, leader);
}

static void assert_reads_as_it_counts(const struct month *month, const struct annealer *leader)
{
  g_autofree int64_t *x = g_new0(int64_t, (gsize)month->programme->n_columns + 1);
  evaluator_read(leader->evaluator, x);
  struct solution *solution = solution_new(month->view, x);
  assert_int_equal(solution->excess, 0);
  assert_int_equal(solution->cost, evaluator_cost(leader->evaluator));
  solution_free(solution);
}

static void many_anneal_one_rota(void **state)
{
  struct month *month = *state;
  GThread *threads[HELPERS];
  for (int k = 0; k < HELPERS; k++)
    threads[k] = g_thread_new("help", help, month);
  for (int round = 0; round < 3; round++) { /* whoever is late for one is there for the next */
    struct annealer leader;
    open_leader(month, &leader);
    anneal_downhill(month, &leader, true);
    assert_reads_as_it_counts(month, &leader);
    annealer_close(&leader);
  }
  shared_annealing_finish(month->shared);
  for (int k = 0; k < HELPERS; k++)
    g_thread_join(threads[k]);
}

static void one_alone_is_the_same_each_time(void **state)
{
  struct month *month = *state;
  int64_t costs[2];
  for (int k = 0; k < 2; k++) {
    struct annealer leader;
    open_leader(month, &leader);
    anneal_downhill(month, &leader, false);
    costs[k] = evaluator_cost(leader.evaluator);
    annealer_close(&leader);
  }
  assert_int_equal(costs[0], costs[1]);
}

static void nobody_waits_for_an_annealing_that_is_over(void **state)
{
  struct month *month = *state;
  shared_annealing_finish(month->shared);
  g_thread_join(g_thread_new("help", help, month));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(many_anneal_one_rota, open_month, close_month),
      cmocka_unit_test_setup_teardown(one_alone_is_the_same_each_time, open_month, close_month),
      cmocka_unit_test_setup_teardown(nobody_waits_for_an_annealing_that_is_over, open_month,
                                      close_month),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
