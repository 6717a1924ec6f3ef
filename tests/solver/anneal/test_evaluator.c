/* The evaluator against the programme itself: what it says a set of placements
 * costs, after any moves and with any of them undone. */
#include "solver/anneal/evaluator.h"
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

enum { NEEDED = 2, CANCELLED = 4, HELD_PRICE = 30 };

/* Two sessions need two people each, or the count says that nothing is held. */
static struct programme *an_event(void)
{
  struct programme *p = programme_new();
  for (int slot = 0; slot < 2; slot++)
    for (int c = 0; c < NEEDED; c++)
      sample_placement(p, c, slot, 1);
  programme_add_column(p, (struct column){.upper = 1, .cost = HELD_PRICE, .label = LABEL_NONE});
  for (int slot = 0; slot < 2; slot++) {
    for (int c = 0; c < NEEDED; c++)
      programme_add_term(p, slot * NEEDED + c, 1);
    programme_add_term(p, CANCELLED, NEEDED);
    programme_add_row(p, NEEDED, PROGRAMME_INFINITY, LABEL_NONE);
  }
  return p;
}

static void what_is_held_waits_until_it_is_let_go(void **state)
{
  (void)state;
  struct programme *p = an_event();
  struct column_view *view = column_view_new(p);
  struct evaluator *evaluator = evaluator_of_nothing(view);
  assert_int_equal(evaluator_cost(evaluator), HELD_PRICE);
  evaluator_hold(evaluator, CANCELLED);
  assert_int_equal(evaluator_cost(evaluator), 2 * NEEDED * PENALTY);
  evaluator_set(evaluator, 0, 1); /* each step pays, on the way to an event that is held */
  evaluator_follow(evaluator);
  assert_int_equal(evaluator_cost(evaluator), 1 + (2 * NEEDED - 1) * PENALTY);
  struct evaluator *copy = evaluator_copy(evaluator);
  for (int j = 1; j < CANCELLED; j++)
    evaluator_set(copy, j, 1);
  evaluator_follow(copy);
  assert_false(evaluator_release(copy));
  assert_int_equal(evaluator_cost(copy), 2 * NEEDED);
  assert_true(evaluator_release(evaluator)); /* one person is not enough */
  assert_int_equal(evaluator_cost(evaluator), 1 + HELD_PRICE);
  evaluator_free(copy);
  evaluator_free(evaluator);
  column_view_free(view);
  programme_free(p);
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

/* What a shared count settles at a time: `over` units of 5 above 0, or missing ones below
 * 5, in each of two rows; a step of one brings nothing, one of five does. */
static void assert_follows_by_leaps(int64_t sign)
{
  static const int64_t rows[][5] = {{5, 0, 1, 5, 0}, {0, 5, 1, 0, 5}};
  struct programme *programme = programme_new();
  for (int j = 0; j < 2; j++)
    sample_placement(programme, j, 0, 0);
  sample_column(programme, 0, 10, 10);
  for (int j = 0; j < 2; j++)
    sample_column(programme, 0, 1, 100);
  for (int i = 0; i < 2; i++) {
    int64_t row[5];
    for (int j = 0; j < 5; j++)
      row[j] = j < 2 ? rows[i][j] : sign * rows[i][j];
    sample_row(programme, sign > 0 ? 5 : -PROGRAMME_INFINITY, row,
               sign > 0 ? PROGRAMME_INFINITY : 0);
  }
  struct column_view *view = column_view_new(programme);
  struct evaluator *evaluator = evaluator_of_nothing(view);
  int64_t x[5];
  for (int j = 0; j < 2; j++) /* both lack what is wanted, or both are too many */
    evaluator_set(evaluator, j, sign < 0);
  evaluator_follow(evaluator);
  assert_int_equal(evaluator_cost(evaluator), 50);
  evaluator_read(evaluator, x);
  assert_int_equal(x[2], 5);
  assert_int_equal(x[3] + x[4], 0);
  for (int j = 0; j < 2; j++)
    evaluator_set(evaluator, j, sign > 0);
  evaluator_follow(evaluator);
  assert_int_equal(evaluator_cost(evaluator), 0); /* and it goes back */
  evaluator_read(evaluator, x);
  assert_int_equal(x[2], 0);
  evaluator_free(evaluator);
  column_view_free(view);
  programme_free(programme);
}

static void shared_counts_move_the_right_way(void **state)
{
  (void)state;
  assert_follows_by_leaps(1);
  assert_follows_by_leaps(-1);
}

/* A sum that an equation sets follows at once, however far, in either direction. */
static void a_defined_count_is_what_its_equation_says(void **state)
{
  (void)state;
  for (int64_t sign = -1; sign <= 1; sign += 2) {
    const int64_t sum[] = {3, 4, 5, sign}, limit[] = {0, 0, 0, 1};
    struct programme *programme = programme_new();
    for (int j = 0; j < 3; j++)
      sample_placement(programme, j, 0, 0);
    sample_column(programme, -20, 20, 0);
    sample_row(programme, 0, sum, 0);
    sample_row(programme, -7, limit, 7);
    struct column_view *view = column_view_new(programme);
    struct evaluator *evaluator = evaluator_of_nothing(view);
    for (int set = 0; set < 8; set++) {
      int64_t x[4], total = 0;
      for (int j = 0; j < 3; j++) {
        evaluator_set(evaluator, j, set >> j & 1);
        total += (set >> j & 1) * (3 + j);
      }
      evaluator_follow(evaluator);
      evaluator_read(evaluator, x);
      assert_int_equal(x[3], -sign * total);
      assert_int_equal(evaluator_cost(evaluator), total > 7 ? (total - 7) * PENALTY : 0);
    }
    evaluator_free(evaluator);
    column_view_free(view);
    programme_free(programme);
  }
}

/* Undone, a move leaves nothing behind; work is counted all the same. */
static void what_is_undone_leaves_nothing(void **state)
{
  (void)state;
  struct programme *programme = sample_month(4, 1);
  struct column_view *view = column_view_new(programme);
  struct evaluator *evaluator = evaluator_of_nothing(view);
  g_autofree int64_t *before = g_new(int64_t, (gsize)programme->n_columns + 1);
  g_autofree int64_t *after = g_new(int64_t, (gsize)programme->n_columns + 1);
  evaluator_read(evaluator, before);
  int64_t cost = evaluator_cost(evaluator), work = evaluator_work(evaluator);
  for (int j = 0; j < 20; j++)
    evaluator_set(evaluator, j, 1);
  evaluator_follow(evaluator);
  assert_int_not_equal(evaluator_cost(evaluator), cost);
  assert_true(evaluator_work(evaluator) > work);
  evaluator_undo(evaluator, 0);
  evaluator_read(evaluator, after);
  assert_int_equal(evaluator_cost(evaluator), cost);
  assert_memory_equal(before, after, (gsize)programme->n_columns * sizeof *before);
  evaluator_free(evaluator);
  column_view_free(view);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_held_waits_until_it_is_let_go),
      cmocka_unit_test(a_month_is_counted_right),
      cmocka_unit_test(a_copy_takes_the_same_changes),
      cmocka_unit_test(tiny_programmes_are_counted_right),
      cmocka_unit_test(counts_follow),
      cmocka_unit_test(shared_counts_move_the_right_way),
      cmocka_unit_test(a_defined_count_is_what_its_equation_says),
      cmocka_unit_test(what_is_undone_leaves_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
