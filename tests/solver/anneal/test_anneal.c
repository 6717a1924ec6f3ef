/* The first rota and the annealing of a run: lawful, cheap and the same each time. */
#include "solver/anneal/anneal.h"
#include "solver/pool.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { SEEDS = 4, WORK = 3000 };

struct month {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct shared_annealing *shared;
  struct solver_settings settings;
  struct run run;
};

static void open_month(struct month *month, int clinicians, int64_t work, const int64_t *start)
{
  *month = (struct month){.programme = sample_month(clinicians, 1),
                          .settings = solver_default_settings()};
  month->settings.deterministic = true;
  month->settings.work_limit = work;
  month->view = column_view_new(month->programme);
  month->index = placement_index_new(month->view);
  month->shared = shared_annealing_new();
  run_begin(&month->run, month->view, &month->settings, start);
}

static void close_month(struct month *month)
{
  run_clear(&month->run);
  shared_annealing_free(month->shared);
  placement_index_free(month->index);
  column_view_free(month->view);
  programme_free(month->programme);
}

static int64_t cost_of(struct month *month)
{
  int64_t cost;
  assert_true(run_best_cost(&month->run, &cost));
  return cost;
}

/* Where a round does not cool down, or begins cold, where broken rows stay cheap, or are
 * dear from the start, or no descent follows, these months cost 13,507 to 17,605. */
static void it_comes_far_in_the_share_of_work_it_has(void **state)
{
  (void)state;
  static const int clinicians[] = {30, 45};
  int64_t descended = 0, annealed = 0;
  for (int k = 0; k < 2 * SEEDS; k++) {
    struct month month;
    open_month(&month, clinicians[k / SEEDS], WORK, NULL);
    month.settings.seed = 1 + (uint64_t)(k % SEEDS);
    anneal_descend(&month.run, month.index);
    descended += cost_of(&month);
    anneal_search(&month.run, month.index, month.shared, false, NULL);
    annealed += cost_of(&month);
    assert_in_range(month.run.work, WORK / 3, 2 * WORK / 3);
    assert_false(run_over(&month.run));
    close_month(&month);
  }
  assert_true(descended < 30000);
  assert_true(annealed < 13480);
}

static void once_is_one_short_round(void **state)
{
  (void)state;
  int64_t costs[2];
  for (int k = 0; k < 2; k++) {
    struct month month;
    open_month(&month, 8, WORK, NULL);
    anneal_descend(&month.run, month.index);
    int64_t descended = cost_of(&month);
    anneal_search(&month.run, month.index, month.shared, true, NULL);
    costs[k] = cost_of(&month);
    assert_true(costs[k] < descended);
    assert_true(month.run.work < WORK / 10);
    close_month(&month);
  }
  assert_int_equal(costs[0], costs[1]); /* the same each time */
}

/* A start is begun from colder and with broken rows dear: most of it stays, where from
 * nothing the search goes elsewhere. */
static void most_of_a_start_stays(void **state)
{
  (void)state;
  struct month first, second;
  open_month(&first, 20, WORK, NULL);
  anneal_descend(&first.run, first.index);
  anneal_search(&first.run, first.index, first.shared, false, NULL);
  const int64_t *start = first.run.best->x;
  open_month(&second, 20, WORK, start);
  second.settings.seed = 2;
  anneal_search(&second.run, second.index, second.shared, true, NULL);
  assert_true(cost_of(&second) <= cost_of(&first));
  int set = 0, stays = 0;
  for (int j = 0; j < first.programme->n_columns; j++)
    if (first.programme->columns[j].placement && start[j] == 1) {
      set++;
      stays += second.run.best->x[j] == 1;
    }
  assert_true(stays > set / 2);
  close_month(&second);
  close_month(&first);
}

/* A round that begins anew leaves the best as good as it was, and another rota to combine with. */
static void anew_brings_another_rota(void **state)
{
  (void)state;
  struct month month;
  struct dice dice = dice_numbered(1, 1);
  open_month(&month, 8, WORK, NULL);
  anneal_descend(&month.run, month.index);
  int64_t descended = cost_of(&month);
  assert_true(pool_is_empty(month.run.pool));
  anneal_search(&month.run, month.index, month.shared, true,
                NULL); /* by work: nothing for the pool */
  assert_true(pool_is_empty(month.run.pool));
  int64_t best = cost_of(&month);
  anneal_anew(&month.run, month.index, NULL);
  assert_true(cost_of(&month) <= best);
  const int64_t *x = pool_draw(month.run.pool, &dice);
  assert_non_null(x);
  assert_true(programme_first_broken(month.programme, x) < 0);
  assert_true(programme_objective(month.programme, x) < descended);
  pool_drop(x);
  close_month(&month);
}

/* Where time counts, annealing ends after enough moves, and its last rota goes to the pool. */
static void enough_moves_are_enough(void **state)
{
  (void)state;
  struct month month;
  open_month(&month, 2, WORK, NULL);
  month.settings.deterministic = false;
  month.run.deadline_us = g_get_monotonic_time() + 600 * (gint64)G_USEC_PER_SEC;
  anneal_descend(&month.run, month.index);
  anneal_search(&month.run, month.index, month.shared, false, NULL);
  assert_true(run_seconds(&month.run) < 200); /* it has 420 */
  assert_false(pool_is_empty(month.run.pool));
  close_month(&month);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_comes_far_in_the_share_of_work_it_has),
      cmocka_unit_test(once_is_one_short_round),
      cmocka_unit_test(most_of_a_start_stays),
      cmocka_unit_test(anew_brings_another_rota),
      cmocka_unit_test(enough_moves_are_enough),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
