/* What follows from the rows is true of every solution, and the rows of a trace can't all
 * hold: by enumeration. */
#include "planning/propagation.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

enum { PROGRAMMES = 600 };

/* Narrows the bounds to those that follow. */
static void narrow(struct programme *programme, const struct propagation *propagation)
{
  for (int j = 0; j < programme->n_columns; j++) {
    struct column *column = &programme->columns[j];
    assert_true(propagation_lower(propagation, j) >= column->lower);
    assert_true(propagation_upper(propagation, j) <= column->upper);
    column->lower = propagation_lower(propagation, j);
    column->upper = propagation_upper(propagation, j);
  }
}

static void hold_traced(const struct programme *programme, const struct propagation *propagation,
                        int broken)
{
  g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(int));
  struct programme *some = programme_new();
  int64_t cost;
  propagation_trace(propagation, broken, rows);
  for (int j = 0; j < programme->n_columns; j++)
    programme_add_column(some, programme->columns[j]);
  for (guint i = 0; i < rows->len; i++) {
    const struct row *row = &programme->rows[g_array_index(rows, int, i)];
    for (int t = row->first; t < row->first + row->count; t++)
      programme_add_term(some, programme->terms[t].column, programme->terms[t].coefficient);
    programme_add_row(some, row->lower, row->upper, row->label);
  }
  assert_false(sample_enumerate(some, &cost));
  programme_free(some);
}

static void no_solution_is_lost(void **state)
{
  int broken = 0, narrowed = 0;
  (void)state;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct propagation *propagation = propagation_new(programme);
    g_autofree bool *in = g_new(bool, (gsize)programme->n_rows + 1);
    for (int r = 0; r < programme->n_rows; r++)
      in[r] = true;
    int64_t before = 0, after = 0;
    bool feasible = sample_enumerate(programme, &before);
    int row = propagation_run(propagation, in);
    if (row >= 0) {
      assert_false(feasible);
      hold_traced(programme, propagation, row);
      broken++;
    } else if (feasible) {
      narrow(programme, propagation);
      assert_true(sample_enumerate(programme, &after));
      assert_int_equal(after, before);
      narrowed++;
    }
    propagation_free(propagation);
    programme_free(programme);
  }
  assert_true(broken > PROGRAMMES / 10);
  assert_true(narrowed > PROGRAMMES / 10);
}

/* A run begins anew, with the rows it is given alone. */
static void a_run_forgets_the_last(void **state)
{
  struct programme *programme = programme_new();
  struct column column = {.upper = 1, .placement = true, .label = LABEL_NONE};
  (void)state;
  for (int j = 0; j < 2; j++) /* two placements of one cell */
    programme_add_column(programme, column);
  for (int j = 0; j < 2; j++) {
    programme_add_term(programme, j, 1);
    programme_add_row(programme, 1, PROGRAMME_INFINITY, LABEL_NONE);
  }
  struct propagation *propagation = propagation_new(programme);
  assert_int_equal(propagation_cell(propagation, 1), 0);
  assert_int_equal(propagation_run(propagation, (const bool[]){true, true}), 1);
  assert_int_equal(propagation_run(propagation, (const bool[]){false, true}), -1);
  assert_int_equal(propagation_upper(propagation, 0), 0);
  assert_int_equal(propagation_lower(propagation, 1), 1);
  propagation_free(propagation);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_solution_is_lost),
      cmocka_unit_test(a_run_forgets_the_last),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
