/* Every free placement is found by its cell, once. */
#include "solver/placement_index.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

static void every_free_placement_is_found(void **state)
{
  (void)state;
  struct programme *p = sample_month(6, 1);
  p->columns[3].upper = 0; /* settled: not to be chosen */
  struct column_view *view = column_view_new(p);
  struct placement_index *index = placement_index_new(view);
  int free = 0;
  for (int j = 0; j < p->n_columns; j++)
    free += p->columns[j].placement && p->columns[j].lower < p->columns[j].upper;
  assert_int_equal(index->placements->len, free);
  const struct cells *cells = &index->cells;
  assert_int_equal(cells->first[0], 0);
  assert_int_equal(cells->first[cells->count], free);
  for (int cell = 0; cell < cells->count; cell++)
    for (int k = cells->first[cell]; k < cells->first[cell + 1]; k++) {
      assert_int_not_equal(cells->columns[k], 3);
      assert_true(k == cells->first[cell] || cells->columns[k] > cells->columns[k - 1]);
      assert_int_equal(placement_index_cell(index, &p->columns[cells->columns[k]].label), cell);
    }
  placement_index_free(index);
  column_view_free(view);
  programme_free(p);
}

/* Who or when may be missing in a label: such a placement has a cell all the same. */
static void labels_may_lack_a_clinician_or_a_slot(void **state)
{
  (void)state;
  static const int labels[][2] = {{0, 0}, {1, 0}, {0, 2}, {1, -1}, {-1, 1}, {-1, 0}, {-1, -1}};
  struct programme *p = programme_new();
  bool taken[32] = {false};
  for (int j = 0; j < 7; j++)
    sample_placement(p, labels[j][0], labels[j][1], 0);
  struct column_view *view = column_view_new(p);
  struct placement_index *index = placement_index_new(view);
  for (int j = 0; j < 7; j++) {
    int cell = placement_index_cell(index, &p->columns[j].label);
    assert_in_range(cell, 0, index->cells.count - 1);
    assert_false(taken[cell]);
    taken[cell] = true;
    assert_int_equal(index->cells.columns[index->cells.first[cell]], j);
  }
  assert_int_equal(index->clinicians->len, 3); /* no one is one more */
  for (guint k = 0; k < 3; k++)
    assert_int_equal(g_array_index(index->clinicians, int, k), k);
  placement_index_free(index);
  column_view_free(view);
  programme_free(p);
}

/* A row that weighs one cell of somebody against another makes mates of the two; one that adds them
 * up, one of two people or one of three cells does not. */
static void a_row_makes_mates_of_two_cells(void **state)
{
  (void)state;
  static const struct {
    int clinicians[3];
    int64_t row[3];
    bool mates;
  } cases[] = {{{0, 0, 0}, {2, -2, 0}, true},
               {{0, 0, 0}, {1, 1, 0}, false},
               {{0, 1, 0}, {1, -1, 0}, false},
               {{0, 0, 0}, {1, -1, 1}, false}};
  for (gsize k = 0; k < G_N_ELEMENTS(cases); k++) {
    struct programme *p = programme_new();
    for (int j = 0; j < 3; j++)
      sample_placement(p, cases[k].clinicians[j], j, 0);
    sample_row(p, -1, cases[k].row, 1);
    struct column_view *view = column_view_new(p);
    struct placement_index *index = placement_index_new(view);
    assert_int_equal(index->has_mates, cases[k].mates);
    if (cases[k].mates) {
      assert_int_equal(index->mates[placement_index_cell(index, &p->columns[0].label)],
                       placement_index_cell(index, &p->columns[1].label));
      assert_int_equal(index->mates[placement_index_cell(index, &p->columns[2].label)], -1);
    }
    placement_index_free(index);
    column_view_free(view);
    programme_free(p);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_free_placement_is_found),
      cmocka_unit_test(labels_may_lack_a_clinician_or_a_slot),
      cmocka_unit_test(a_row_makes_mates_of_two_cells),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
