/* The evaluator against the programme itself: what it says a set of placements
 * costs, after any moves and with any of them undone. */
#include "solver/anneal/moves.h"
#include "solver/solution.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { PENALTY = 100000, MOVES = 3000 };

/* Its columns cost what it says, and break rows only if it charges for that. */
static void assert_reads_as_it_counts(const struct column_view *view,
                                      const struct evaluator *evaluator)
{
  g_autofree int64_t *x = g_new0(int64_t, (gsize)view->programme->n_columns + 1);
  evaluator_read(evaluator, x);
  struct solution *solution = solution_new(view, x);
  for (int j = 0; j < view->programme->n_columns; j++)
    assert_int_equal(solution->x[j], x[j]); /* within their bounds */
  if (evaluator_cost(evaluator) < PENALTY / 2) {
    assert_int_equal(solution->excess, 0);
    assert_int_equal(solution->cost, evaluator_cost(evaluator));
  } else {
    assert_true(solution->cost < evaluator_cost(evaluator));
  }
  solution_free(solution);
}

static struct evaluator *evaluator_of_nothing(const struct column_view *view)
{
  struct solution *nothing = solution_new(view, NULL);
  struct evaluator *evaluator = evaluator_new(view, nothing->x, PENALTY);
  solution_free(nothing);
  return evaluator;
}

static void move_about(struct mover *mover, const struct column_view *view)
{
  for (int k = 0; k < MOVES; k++) {
    int64_t before = evaluator_cost(mover->roster.evaluator);
    evaluator_keep(mover->roster.evaluator);
    guint mark = evaluator_mark(mover->roster.evaluator);
    mover_draw(mover);
    if (evaluator_cost(mover->roster.evaluator) > before + k % 50) {
      evaluator_undo(mover->roster.evaluator, mark);
      assert_int_equal(evaluator_cost(mover->roster.evaluator), before);
    }
    if (k % 100 == 0)
      assert_reads_as_it_counts(view, mover->roster.evaluator);
  }
}

static void a_month_is_counted_right(void **state)
{
  (void)state;
  struct programme *programme = sample_month(8, 1);
  struct column_view *view = column_view_new(programme);
  struct placement_index *index = placement_index_new(view);
  struct evaluator *evaluator = evaluator_of_nothing(view);
  struct mover mover;
  mover_open(&mover, index, evaluator, dice_numbered(1, 1));
  int64_t nothing = evaluator_cost(evaluator);
  assert_true(mover_descend(&mover) > 0);
  assert_true(evaluator_cost(evaluator) < nothing / 2);
  assert_reads_as_it_counts(view, evaluator);
  move_about(&mover, view);
  mover_close(&mover);
  evaluator_free(evaluator);
  placement_index_free(index);
  column_view_free(view);
  programme_free(programme);
}

/* A copy that takes every change comes to the same, though its penalty differs. */
static void a_copy_takes_the_same_changes(void **state)
{
  (void)state;
  struct programme *programme = sample_month(8, 1);
  struct column_view *view = column_view_new(programme);
  struct placement_index *index = placement_index_new(view);
  struct evaluator *evaluator = evaluator_of_nothing(view), *copy = evaluator_copy(evaluator);
  g_autoptr(GArray) changes = g_array_new(FALSE, FALSE, sizeof(struct change));
  struct mover mover;
  mover_open(&mover, index, evaluator, dice_numbered(1, 2));
  evaluator_set_penalty(copy, PENALTY / 10);
  for (int k = 0; k < MOVES; k++) {
    evaluator_keep(evaluator);
    mover_draw(&mover);
    evaluator_changes(evaluator, changes);
    evaluator_take(copy, changes);
  }
  evaluator_set_penalty(copy, PENALTY);
  assert_int_equal(evaluator_cost(copy), evaluator_cost(evaluator));
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns + 1);
  g_autofree int64_t *taken = g_new(int64_t, (gsize)programme->n_columns + 1);
  evaluator_read(evaluator, x);
  evaluator_read(copy, taken);
  assert_memory_equal(x, taken, (gsize)programme->n_columns * sizeof *x);
  mover_close(&mover);
  evaluator_free(copy);
  evaluator_free(evaluator);
  placement_index_free(index);
  column_view_free(view);
  programme_free(programme);
}

/* Programmes of any shape, with counts of either sign and no labels. */
static void tiny_programmes_are_counted_right(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= 200; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct column_view *view = column_view_new(programme);
    struct placement_index *index = placement_index_new(view);
    struct evaluator *evaluator = evaluator_of_nothing(view);
    struct mover mover;
    mover_open(&mover, index, evaluator, dice_numbered(seed, 1));
    mover_descend(&mover);
    for (int k = 0; k < 20; k++)
      mover_draw(&mover);
    assert_reads_as_it_counts(view, evaluator);
    mover_close(&mover);
    evaluator_free(evaluator);
    placement_index_free(index);
    column_view_free(view);
    programme_free(programme);
  }
}

/* One is wanted in each of two places that are open or shut together: the count
 * that shuts both is in two rows, what is missing in one. */
static void counts_follow(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  struct column column = {.upper = 1, .placement = true, .label = LABEL_NONE};
  int ann = programme_add_column(programme, column), bob = programme_add_column(programme, column);
  struct column count = {.upper = 1, .cost = 50, .label = LABEL_NONE};
  int shut = programme_add_column(programme, count);
  count.cost = 30;
  for (int k = 0; k < 2; k++) {
    programme_add_term(programme, k == 0 ? ann : bob, 1);
    programme_add_term(programme, shut, 1);
    programme_add_term(programme, programme_add_column(programme, count), 1);
    programme_add_row(programme, 1, PROGRAMME_INFINITY, LABEL_NONE);
  }
  struct column_view *view = column_view_new(programme);
  struct evaluator *evaluator = evaluator_of_nothing(view);
  assert_int_equal(evaluator_cost(evaluator), 50); /* rather than two missing */
  evaluator_set(evaluator, ann, 1);
  evaluator_follow(evaluator);
  assert_int_equal(evaluator_cost(evaluator), 30);
  int64_t x[8] = {0};
  evaluator_read(evaluator, x);
  assert_int_equal(x[shut], 0);
  guint mark = evaluator_mark(evaluator);
  evaluator_set(evaluator, bob, 1);
  evaluator_follow(evaluator);
  assert_int_equal(evaluator_cost(evaluator), 0);
  evaluator_undo(evaluator, mark);
  assert_int_equal(evaluator_cost(evaluator), 30);
  assert_reads_as_it_counts(view, evaluator);
  evaluator_free(evaluator);
  column_view_free(view);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_month_is_counted_right),
      cmocka_unit_test(a_copy_takes_the_same_changes),
      cmocka_unit_test(tiny_programmes_are_counted_right),
      cmocka_unit_test(counts_follow),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
