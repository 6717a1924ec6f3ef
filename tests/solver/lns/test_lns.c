/* The improvement of a run: whom it begins with, when it stops, and how far it comes. */
#include "solver/engine.h"
#include "solver/lns/lns.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"
#include "tests/support/ward.h"

enum { PEOPLE = 20, LOCKED = 13 };

struct improved {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct solver_settings settings;
  struct run run;
  struct lns *lns;
};

static void open_run(struct improved *improved, struct programme *programme, bool deterministic)
{
  *improved = (struct improved){.programme = programme, .settings = solver_default_settings()};
  improved->settings.deterministic = deterministic;
  improved->settings.work_limit = 100000;
  improved->view = column_view_new(programme);
  improved->index = placement_index_new(improved->view);
  run_begin(&improved->run, improved->view, &improved->settings, NULL);
  improved->lns = lns_new(&improved->run, improved->index);
}

static void close_run(struct improved *improved)
{
  lns_free(improved->lns);
  run_clear(&improved->run);
  placement_index_free(improved->index);
  column_view_free(improved->view);
  programme_free(improved->programme);
  engine_leave();
}

/* Everybody gains by a placement; that of one person is locked, and not set yet. */
static struct programme *one_locked(void)
{
  struct programme *p = programme_new();
  for (int c = 0; c < PEOPLE; c++)
    sample_placement(p, c, 0, -1);
  programme_add_term(p, LOCKED, 1);
  programme_add_row(p, 1, 1, LABEL_NONE);
  return p;
}

enum { NURSES = 16, MOST = 12 };

/* Each nurse's month is found at once, and what they then break together is mended. */
static void months_with_hard_runs_are_found(void **state)
{
  (void)state;
  struct improved improved;
  open_run(&improved, ward_months(NURSES, MOST), true);
  lns_order(improved.lns);
  assert_true(lns_first(improved.lns, 0));
  close_run(&improved);
}

/* From nobody's working at all to a lawful rota, which is not the run's own. */
static void a_rota_is_improved_aside(void **state)
{
  (void)state;
  struct improved improved;
  struct programme *p = ward_months(NURSES, MOST);
  open_run(&improved, p, false);
  int64_t excess = improved.run.best->excess;
  g_autofree int64_t *x = g_new0(int64_t, (gsize)p->n_columns + 1);
  lns_improve(improved.lns, x, 60, 0);
  assert_int_equal(programme_first_broken(p, x), -1);
  assert_int_equal(improved.run.best->excess, excess);
  run_end(&improved.run); /* and then neither is there more of this */
  g_autofree int64_t *again = g_memdup2(x, (gsize)p->n_columns * sizeof *x);
  lns_improve(improved.lns, x, 60, 60);
  assert_memory_equal(x, again, (gsize)p->n_columns * sizeof *x);
  close_run(&improved);
}

/* Nobody's month is lawful where nobody works; then everybody's own is, and what was lawful of a
 * rota stays. */
static void broken_months_are_mended(void **state)
{
  (void)state;
  struct improved improved;
  struct programme *p = ward_months(NURSES, MOST);
  open_run(&improved, p, true);
  g_autofree int64_t *x = g_new0(int64_t, (gsize)p->n_columns + 1);
  lns_mend(improved.lns, x);
  struct solution *mended = solution_new(improved.view, x);
  for (int i = 0; i < p->n_rows; i++)
    if (column_view_row_owner(p, &p->rows[i]) >= 0)
      assert_int_equal(solution_row_excess(improved.view, mended, i), 0);
  g_autofree int64_t *again = g_memdup2(x, (gsize)p->n_columns * sizeof *x);
  for (int d = 0; d < WARD_DAYS; d++)
    x[d] = 0; /* of the first nurse */
  lns_mend(improved.lns, x);
  for (int d = 0; d < NURSES * WARD_DAYS; d++)
    assert_true(d < WARD_DAYS || x[d] == again[d]);
  solution_free(mended);
  close_run(&improved);
}

static void who_is_broken_comes_first(void **state)
{
  (void)state;
  struct improved improved;
  open_run(&improved, one_locked(), false);
  lns_order(improved.lns);
  assert_true(lns_first(improved.lns, 100));
  for (int c = 0; c < PEOPLE; c++)
    assert_int_equal(improved.run.best->x[c], c == LOCKED); /* and then it stops */
  lns_sweep(improved.lns);
  for (int c = 0; c < PEOPLE; c++)
    assert_int_equal(improved.run.best->x[c], 1);
  assert_int_equal(improved.run.best->cost, -PEOPLE);
  close_run(&improved);
}

/* Everybody gains by a placement, and two of them are wanted together: a row of several is
 * mended before the sweep begins. */
static void a_row_of_several_is_mended_first(void **state)
{
  (void)state;
  struct programme *p = programme_new();
  struct improved improved;
  for (int c = 0; c < PEOPLE; c++)
    sample_placement(p, c, c, -1);
  for (int c = 0; c < 2; c++)
    programme_add_term(p, c, 1);
  programme_add_row(p, 2, 2, LABEL_NONE);
  open_run(&improved, p, false);
  lns_order(improved.lns);
  assert_true(lns_first(improved.lns, 100));
  int others = 0;
  for (int c = 2; c < PEOPLE; c++)
    others += improved.run.best->x[c] == 1;
  assert_true(others < 10); /* those in the slots around, at most */
  close_run(&improved);
}

/* Nothing is left to gain: it stops after so many steps, with work that was counted. */
static void its_patience_ends(void **state)
{
  (void)state;
  for (int deterministic = 0; deterministic < 2; deterministic++) {
    struct improved improved;
    open_run(&improved, one_locked(), deterministic);
    lns_sweep(improved.lns);
    assert_int_equal(improved.run.best->cost, -PEOPLE);
    lns_work(improved.lns, 10);
    assert_false(run_over(&improved.run));
    if (deterministic)
      assert_true(improved.run.work >= PEOPLE + 10); /* a step is work, if nothing else is */
    close_run(&improved);
  }
}

static void counts_follow_when_they_are_settled(void **state)
{
  (void)state;
  static const int64_t row[] = {1, 1};
  struct programme *p = programme_new();
  struct improved improved;
  sample_placement(p, 0, 0, 0);
  sample_column(p, 0, 1, 9);
  sample_row(p, 1, row, 1);
  open_run(&improved, p, false);
  assert_true(run_is_broken(&improved.run));
  lns_settle(improved.lns);
  assert_int_equal(improved.run.best->x[0], 0);
  assert_int_equal(improved.run.best->x[1], 1);
  close_run(&improved);
}

/* From nothing to near the optimum of a month, and the same each time. */
static void a_month_comes_near_its_optimum(void **state)
{
  (void)state;
  struct programme *month = sample_month(5, 1);
  struct solver_settings settings = solver_default_settings();
  struct solver_result result;
  settings.deterministic = true;
  settings.work_limit = 60000;
  assert_int_equal(solver_solve(month, &settings, NULL, &result), STATUS_OK);
  assert_true(result.has_bound);
  int64_t costs[2];
  for (int k = 0; k < 2; k++) {
    struct improved improved;
    open_run(&improved, sample_month(5, 1), true);
    lns_order(improved.lns);
    lns_work(improved.lns, 30);
    assert_true(run_best_cost(&improved.run, &costs[k]));
    close_run(&improved);
  }
  assert_int_equal(costs[0], costs[1]);
  assert_true(costs[0] >= result.bound);
  assert_true(100 * costs[0] <= 101 * result.objective);
  solver_result_clear(&result);
  programme_free(month);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(months_with_hard_runs_are_found),
      cmocka_unit_test(broken_months_are_mended),
      cmocka_unit_test(a_rota_is_improved_aside),
      cmocka_unit_test(who_is_broken_comes_first),
      cmocka_unit_test(a_row_of_several_is_mended_first),
      cmocka_unit_test(its_patience_ends),
      cmocka_unit_test(counts_follow_when_they_are_settled),
      cmocka_unit_test(a_month_comes_near_its_optimum),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
