/* Narrowing below a roof takes away no solution that costs at most that, whatever the prices. */
#include "solver/bound/narrowing.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { PROGRAMMES = 600, ROOFS = 6 };

static void add_cost_row(struct programme *programme, int64_t roof)
{
  for (int j = 0; j < programme->n_columns; j++)
    if (programme->columns[j].cost != 0)
      programme_add_term(programme, j, programme->columns[j].cost);
  programme_add_row(programme, -PROGRAMME_INFINITY, roof, LABEL_NONE);
}

static int64_t width_of(const struct programme *programme)
{
  int64_t width = 0;
  for (int j = 0; j < programme->n_columns; j++)
    width += programme->columns[j].upper - programme->columns[j].lower;
  return width;
}

/* By how much the bounds come nearer to each other. */
static int64_t narrow_one(uint64_t seed, int64_t roof)
{
  struct programme *before = sample_tiny(seed), *after = programme_copy(before);
  GRand *rand = g_rand_new_with_seed((guint32)seed);
  g_autofree double *prices = g_new(double, (gsize)before->n_rows + 1);
  for (int i = 0; i < before->n_rows; i++)
    prices[i] = g_rand_boolean(rand) ? 0 : g_rand_double_range(rand, -3, 3);
  bool possible = narrowing_apply(after, prices, roof);
  int64_t narrowed = width_of(before) - width_of(after);
  assert_int_equal(after->n_rows, before->n_rows);
  add_cost_row(before, roof);
  if (possible) {
    add_cost_row(after, roof);
    assert_true(sample_same_points(before, after));
  } else {
    int64_t cost;
    assert_false(sample_enumerate(before, &cost));
  }
  g_rand_free(rand);
  programme_free(before);
  programme_free(after);
  return narrowed;
}

static void solutions_below_the_roof_stay(void **state)
{
  (void)state;
  int64_t narrowed = 0;
  int lawful = 0, programmes = cases_tried(PROGRAMMES);
  for (uint64_t seed = 1; seed <= (uint64_t)programmes; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    bool found = sample_enumerate(programme, &optimum);
    programme_free(programme);
    for (int64_t roof = optimum - 2; found && roof < optimum - 2 + ROOFS; roof++)
      narrowed += narrow_one(seed, roof);
    lawful += found;
  }
  assert_true(narrowed > lawful);
}

/* One of the first two is needed, at 2: below a roof of 3 no step of the third, at 2 each, has
 * room, though by itself one would. */
static void all_steps_have_one_room(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  sample_placement(programme, 0, 0, 2);
  sample_placement(programme, 1, 0, 2);
  sample_column(programme, 0, 9, 2);
  sample_row(programme, 1, (int64_t[]){1, 1, 0}, PROGRAMME_INFINITY);
  assert_true(narrowing_apply(programme, (double[]){0}, 3));
  assert_int_equal(programme->columns[0].upper, 1);
  assert_int_equal(programme->columns[2].upper, 0); /* one of the two is needed */
  programme_free(programme);
}

static void below_what_must_be_paid_there_is_nothing(void **state)
{
  (void)state;
  struct programme *programme = sample_two_sessions();
  g_autofree double *prices = g_new0(double, (gsize)programme->n_rows + 1);
  int64_t optimum;
  assert_true(sample_enumerate(programme, &optimum));
  assert_false(narrowing_apply(programme, prices, -1));
  assert_true(narrowing_apply(programme, prices, optimum));
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(solutions_below_the_roof_stay),
      cmocka_unit_test(all_steps_have_one_room),
      cmocka_unit_test(below_what_must_be_paid_there_is_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
