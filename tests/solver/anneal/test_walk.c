/* Several threads on one walk: each move was accepted on the very rota it changed. */
#include "solver/anneal/walk.h"
#include "solver/solver.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { CLINICIANS = 8, PENALTY = 1000, HELPERS = 3, STRETCHES = 50, STRETCHES_MOST = 20000 };

struct month {
  struct programme *programme;
  struct view *view;
  struct atlas *atlas;
  struct solver_settings settings;
  struct run run;
  struct walk *walk;
};

static int open_month(void **state)
{
  struct month *month = g_new0(struct month, 1);
  month->programme = sample_month(CLINICIANS, 2);
  month->view = view_new(month->programme);
  month->atlas = atlas_new(month->view);
  month->settings = solver_default_settings();
  month->settings.time_limit_ms = 600000;
  run_begin(&month->run, month->view, &month->settings, NULL);
  month->walk = walk_new();
  *state = month;
  return 0;
}

static int close_month(void **state)
{
  struct month *month = *state;
  walk_free(month->walk);
  run_clear(&month->run);
  atlas_free(month->atlas);
  view_free(month->view);
  programme_free(month->programme);
  g_free(month);
  return 0;
}

static gpointer help(gpointer data)
{
  struct month *month = data;
  walk_help(month->walk, &month->run, month->atlas);
  return NULL;
}

static void open_leader(struct month *month, struct walker *leader)
{
  struct tally *tally = tally_new(month->view, month->run.best->x, PENALTY);
  walker_open(leader, &month->run, month->atlas, tally, 1);
}

/* Where nothing is accepted that costs more, the rota of all must not cost more:
 * neither by moves that do not go together, nor by copies that differ. */
static void walk_downhill(struct month *month, struct walker *leader, bool helped)
{
  walk_begin(month->walk, leader);
  bool enough = false;
  for (int k = 1; !enough; k++) {
    int64_t before = tally_cost(leader->tally);
    int64_t moves = walk_on(month->walk, leader, 0, PENALTY);
    assert_true(tally_cost(leader->tally) <= before);
    assert_true(moves >= k * WALK_STRETCH);
    assert_true(k < STRETCHES_MOST);
    enough = k >= STRETCHES && (!helped || moves > k * WALK_STRETCH);
  }
  walk_rest(month->walk, leader);
}

static void assert_reads_as_it_counts(const struct month *month, const struct walker *leader)
{
  g_autofree int64_t *x = g_new0(int64_t, (gsize)month->programme->n_columns + 1);
  tally_read(leader->tally, x);
  struct solution *solution = solution_new(month->view, x);
  assert_int_equal(solution->excess, 0);
  assert_int_equal(solution->cost, tally_cost(leader->tally));
  solution_free(solution);
}

static void many_go_the_same_way(void **state)
{
  struct month *month = *state;
  GThread *threads[HELPERS];
  for (int k = 0; k < HELPERS; k++)
    threads[k] = g_thread_new("help", help, month);
  for (int round = 0; round < 3; round++) { /* whoever is late for one is there for the next */
    struct walker leader;
    open_leader(month, &leader);
    walk_downhill(month, &leader, true);
    assert_reads_as_it_counts(month, &leader);
    walker_close(&leader);
  }
  walk_finish(month->walk);
  for (int k = 0; k < HELPERS; k++)
    g_thread_join(threads[k]);
}

static void one_alone_is_the_same_each_time(void **state)
{
  struct month *month = *state;
  int64_t costs[2];
  for (int k = 0; k < 2; k++) {
    struct walker leader;
    open_leader(month, &leader);
    walk_downhill(month, &leader, false);
    costs[k] = tally_cost(leader.tally);
    walker_close(&leader);
  }
  assert_int_equal(costs[0], costs[1]);
}

static void nobody_waits_for_a_walk_that_is_over(void **state)
{
  struct month *month = *state;
  walk_finish(month->walk);
  g_thread_join(g_thread_new("help", help, month));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(many_go_the_same_way, open_month, close_month),
      cmocka_unit_test_setup_teardown(one_alone_is_the_same_each_time, open_month, close_month),
      cmocka_unit_test_setup_teardown(nobody_waits_for_a_walk_that_is_over, open_month,
                                      close_month),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
