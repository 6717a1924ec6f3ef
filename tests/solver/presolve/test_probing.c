/* Probing fixes what is so in every solution, and takes none away. */
#include "solver/presolve/probing.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PROGRAMMES = 400 };

/* Whatever there is to gain, the best of the solutions stays. */
static void solutions_stay(void **state)
{
  (void)state;
  int fixed = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *before = sample_tiny(seed), *after = sample_tiny(seed);
    GRand *rand = g_rand_new_with_seed((guint32)seed);
    for (int j = 0; j < after->n_columns; j++)
      before->columns[j].placement = after->columns[j].placement = false;
    int found = probing_fix_counts(after);
    for (int times = 0; times < 8; times++) {
      int64_t best = 0, kept = 0;
      bool lawful = sample_enumerate(before, &best);
      assert_int_equal(sample_enumerate(after, &kept), lawful);
      assert_true(!lawful || best == kept);
      for (int j = 0; j < after->n_columns; j++)
        before->columns[j].cost = after->columns[j].cost = g_rand_int_range(rand, -9, 10);
    }
    fixed += found;
    g_rand_free(rand);
    programme_free(before);
    programme_free(after);
  }
  assert_true(fixed > 50);
}

/* Two in a room for one never meet there: m <= a, m <= b, a + b <= 1. */
static void a_meeting_without_room_is_none(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  for (int j = 0; j < 3; j++)
    programme_add_column(programme, (struct column){.upper = 1, .cost = -1, .label = LABEL_NONE});
  programme->columns[0].placement = programme->columns[1].placement = true;
  for (int j = 0; j < 2; j++) {
    programme_add_term(programme, 2, 1);
    programme_add_term(programme, j, -1);
    programme_add_row(programme, -PROGRAMME_INFINITY, 0, LABEL_NONE);
  }
  programme_add_term(programme, 0, 1);
  programme_add_term(programme, 1, 1);
  programme_add_row(programme, -PROGRAMME_INFINITY, 1, LABEL_NONE);
  assert_int_equal(probing_fix_counts(programme), 1);
  assert_int_equal(programme->columns[2].upper, 0);
  assert_int_equal(programme->columns[0].upper, 1);
  programme_free(programme);
}

/* m can't be 1, for m <= a and m + a <= 1; n can't, for m + 2 n <= 1. That the second row
 * is given up on leaves the third to be looked at for n. */
static void a_row_that_was_not_reached_is_looked_at_later(void **state)
{
  (void)state;
  static const int64_t rows[][3] = {{1, 0, -1}, {1, 0, 1}, {1, 2, 0}};
  struct programme *programme = programme_new();
  for (int j = 0; j < 2; j++)
    sample_column(programme, 0, 1, -1);
  sample_placement(programme, 0, 0, 0);
  sample_row(programme, -PROGRAMME_INFINITY, rows[0], 0);
  sample_row(programme, -PROGRAMME_INFINITY, rows[1], 1);
  sample_row(programme, -PROGRAMME_INFINITY, rows[2], 1);
  assert_int_equal(probing_fix_counts(programme), 2);
  assert_int_equal(programme->columns[0].upper, 0);
  assert_int_equal(programme->columns[1].upper, 0);
  assert_int_equal(programme->columns[2].upper, 1);
  programme_free(programme);
}

/* At both values and through all rows, and still no point is lost. */
static void narrowing_loses_no_point(void **state)
{
  (void)state;
  int narrowed = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *before = sample_tiny(seed), *after = sample_tiny(seed);
    int64_t cost;
    if (probing_narrow(after))
      assert_true(sample_same_points(before, after));
    else
      assert_false(sample_enumerate(before, &cost));
    for (int j = 0; j < after->n_columns; j++)
      narrowed += before->columns[j].lower != after->columns[j].lower;
    programme_free(before);
    programme_free(after);
  }
  assert_true(narrowed > 20);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(solutions_stay),
      cmocka_unit_test(a_meeting_without_room_is_none),
      cmocka_unit_test(a_row_that_was_not_reached_is_looked_at_later),
      cmocka_unit_test(narrowing_loses_no_point),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
