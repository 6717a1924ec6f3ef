/* What the relaxation calls likely: not all, yet nearly all of a good rota; and
 * neighbourhoods that keep to it, and moves that prefer it. */
#include "solver/anneal/moves.h"
#include "solver/bound/pdhg.h"
#include "solver/engine.h"
#include "solver/guide.h"
#include "solver/lns/neighbourhood.h"
#include "solver/placement_index.h"
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ITERATIONS = 3000, CLINICIANS = 6, SIZE = 60, MOVES = 1000 };

struct advised {
  struct programme *programme;
  struct solver_result result;
  struct guide *guide;
};

/* A month, a rota of it, and what its relaxation says. */
static int open_month(void **state)
{
  struct advised *advised = g_new0(struct advised, 1);
  struct solver_settings settings = solver_default_settings();
  settings.deterministic = true;
  settings.work_limit = 20000;
  advised->programme = sample_month(CLINICIANS, 3);
  assert_int_equal(solver_solve(advised->programme, &settings, NULL, &advised->result), STATUS_OK);
  assert_non_null(advised->result.x);
  struct reduction reduction;
  assert_true(reduction_make(advised->programme, &reduction));
  struct pdhg *method = pdhg_new(reduction.programme);
  assert_true(pdhg_iterate(method, ITERATIONS) < 0.01);
  g_autofree double *prices = g_new(double, (gsize)reduction.programme->n_rows + 1);
  g_autofree double *values = g_new(double, (gsize)reduction.programme->n_columns + 1);
  pdhg_duals(method, prices);
  pdhg_values(method, values);
  struct column_view *view = column_view_new(advised->programme);
  advised->guide = guide_new(view, &reduction, reduction.programme, prices, values);
  column_view_free(view);
  pdhg_free(method);
  reduction_clear(&reduction);
  *state = advised;
  return 0;
}

static int close_month(void **state)
{
  struct advised *advised = *state;
  guide_drop(advised->guide);
  solver_result_clear(&advised->result);
  programme_free(advised->programme);
  g_free(advised);
  engine_leave();
  return 0;
}

static void likely_are_few_and_the_right_ones(void **state)
{
  const struct advised *advised = *state;
  int placements = 0, likely = 0, set = 0, set_and_likely = 0;
  for (int j = 0; j < advised->programme->n_columns; j++) {
    if (!advised->programme->columns[j].placement) {
      assert_true(advised->guide->likely[j]);
      continue;
    }
    placements++;
    likely += advised->guide->likely[j];
    set += advised->result.x[j] == 1;
    set_and_likely += advised->result.x[j] == 1 && advised->guide->likely[j];
  }
  assert_in_range(likely, 1, 7 * placements / 10);
  assert_in_range(set_and_likely, 9 * set / 10, set);
}

enum { ALONE = 3, HELD = 4, BOTH = 5, COLUMNS = 6 };

/* Three placements at a price of 1, and counts that make up for one or two of them: a shared
 * one that is dear, a shared one that is cheap enough to be used, and one of one row. */
static struct programme *with_counts(void)
{
  struct programme *p = programme_new();
  for (int c = 0; c < ALONE; c++)
    sample_placement(p, c, 0, 1);
  for (int j = ALONE; j < COLUMNS; j++)
    programme_add_column(
        p, (struct column){.upper = 1, .cost = j == BOTH ? 0 : 1000, .label = LABEL_NONE});
  for (int c = 0; c < ALONE; c++) {
    programme_add_term(p, c, 1);
    programme_add_term(p, c < 2 ? HELD : ALONE, 1);
    programme_add_row(p, 1, PROGRAMME_INFINITY, LABEL_NONE);
  }
  for (int k = 0; k < 2; k++) {
    programme_add_term(p, BOTH, 1);
    programme_add_row(p, 1, PROGRAMME_INFINITY, LABEL_NONE);
  }
  return p;
}

static void what_the_relaxation_decides_is_held(void **state)
{
  (void)state;
  struct programme *p = with_counts();
  struct column_view *view = column_view_new(p);
  int kept[COLUMNS] = {0, 1, 2, 3, 4, 5};
  int64_t x[COLUMNS] = {0};
  struct reduction reduction = {.kept = kept, .x = x};
  /* one of two placements at its bound costs 1 more; what the counts would save is 1 a row */
  const double prices[] = {1, 0.5, 1, 0, 0}, values[COLUMNS] = {1, 0.75, 1, 0, 0, 1};
  struct guide *guide = guide_new(view, &reduction, p, prices, values);
  assert_int_equal(guide->n_held, 1);
  assert_int_equal(guide->held[0], HELD);
  for (int j = 0; j < COLUMNS; j++)
    assert_true(guide->point[j] == values[j]);
  assert_int_equal(guide->n_wanted, ALONE);
  guide_drop(guide);
  /* half taken: nothing is decided; and a placement of which there is next to nothing */
  const double open[COLUMNS] = {1, 0.01, 1, 0, 0.5, 1};
  guide = guide_new(view, &reduction, p, prices, open);
  assert_int_equal(guide->n_held, 0);
  assert_int_equal(guide->n_wanted, 2);
  assert_int_equal(guide->wanted[0], 0);
  assert_int_equal(guide->wanted[1], 2);
  guide_drop(guide);
  column_view_free(view);
  programme_free(p);
}

static void a_guide_lives_as_long_as_somebody_keeps_it(void **state)
{
  const struct advised *advised = *state;
  struct guide *kept = guide_keep(advised->guide);
  assert_ptr_equal(kept, advised->guide);
  guide_drop(kept);
  assert_null(guide_keep(NULL));
  assert_true(advised->guide->likely[advised->programme->n_columns - 1]);
}

static void neighbourhoods_keep_to_the_likely(void **state)
{
  const struct advised *advised = *state;
  struct column_view *view = column_view_new(advised->programme);
  struct placement_index *index = placement_index_new(view);
  struct solution *solution = solution_new(view, advised->result.x);
  const bool *likely = advised->guide->likely;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(int));
  int unlikely = 0;
  for (int kind = 0; kind < NEIGHBOURHOODS; kind++)
    for (int guided = 0; guided < 2; guided++) {
      struct dice dice = dice_numbered(1, (uint64_t)kind);
      g_array_set_size(out, 0);
      neighbourhood_draw(index, (enum neighbourhood)kind, solution, guided ? likely : NULL, SIZE,
                         &dice, out);
      for (guint k = 0; k < out->len; k++) {
        int column = g_array_index(out, int, k);
        bool wanted = likely[column] || solution->x[column] != 0;
        assert_true(!guided || wanted);
        unlikely += !wanted;
      }
    }
  assert_true(unlikely > 0); /* where nobody guides */
  g_array_free(out, TRUE);
  solution_free(solution);
  placement_index_free(index);
  column_view_free(view);
}

/* How many of these placements some hundred moves, each from x[columns], newly set. */
static int newly_set(const struct placement_index *index, const int64_t *x, const bool *counted,
                     const struct guide *followed)
{
  struct evaluator *evaluator = evaluator_new(index->view, x, 1000);
  struct mover mover;
  int count = 0;
  mover_open(&mover, index, evaluator, dice_numbered(1, 1));
  mover.guide = followed;
  for (int k = 0; k < MOVES; k++) {
    evaluator_keep(evaluator);
    mover_draw(&mover);
    for (guint i = 0; i < index->placements->len; i++) {
      int column = g_array_index(index->placements, int, i);
      count += evaluator_is_raised(evaluator, column) && x[column] == 0 && counted[column];
    }
    evaluator_undo(evaluator, 0);
  }
  mover_close(&mover);
  evaluator_free(evaluator);
  return count;
}

static void moves_prefer_the_likely(void **state)
{
  const struct advised *advised = *state;
  struct column_view *view = column_view_new(advised->programme);
  struct placement_index *index = placement_index_new(view);
  const int64_t *x = advised->result.x;
  g_autofree bool *unlikely = g_new(bool, (gsize)advised->programme->n_columns);
  for (int j = 0; j < advised->programme->n_columns; j++)
    unlikely[j] = !advised->guide->likely[j];
  int rarely = newly_set(index, x, unlikely, advised->guide);
  assert_true(rarely > 0); /* but they are not left out */
  assert_true(2 * rarely < newly_set(index, x, unlikely, NULL));
  placement_index_free(index);
  column_view_free(view);
}

/* Beyond what they set as it is likely. */
static void moves_aim_at_the_wanted(void **state)
{
  const struct advised *advised = *state;
  struct column_view *view = column_view_new(advised->programme);
  struct placement_index *index = placement_index_new(view);
  const struct guide *guide = advised->guide;
  struct guide likely_only = *guide;
  g_autofree int64_t *empty = g_new0(int64_t, (gsize)advised->programme->n_columns);
  g_autofree bool *wanted = g_new0(bool, (gsize)advised->programme->n_columns);
  for (int i = 0; i < guide->n_wanted; i++)
    wanted[guide->wanted[i]] = true;
  likely_only.n_wanted = 0;
  int as_likely = newly_set(index, empty, wanted, &likely_only);
  assert_true(as_likely > 0);
  assert_true(2 * newly_set(index, empty, wanted, guide) > 3 * as_likely);
  placement_index_free(index);
  column_view_free(view);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(likely_are_few_and_the_right_ones),
      cmocka_unit_test(what_the_relaxation_decides_is_held),
      cmocka_unit_test(a_guide_lives_as_long_as_somebody_keeps_it),
      cmocka_unit_test(neighbourhoods_keep_to_the_likely),
      cmocka_unit_test(moves_prefer_the_likely),
      cmocka_unit_test(moves_aim_at_the_wanted),
  };
  return cmocka_run_group_tests(tests, open_month, close_month);
}
