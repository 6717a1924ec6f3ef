/* A programme by its columns says what it says by its rows. */
#include "solver/column_view.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

static void columns_and_rows_say_the_same(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= 50; seed++) {
    struct programme *p = sample_tiny(seed);
    struct column_view *view = column_view_new(p);
    int placements = 0, counts = 0;
    assert_int_equal(view->first[p->n_columns], p->n_terms);
    for (int i = 0; i < p->n_rows; i++) {
      for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
        int column = p->terms[k].column, found = 0;
        for (int e = view->first[column]; e < view->first[column + 1]; e++)
          found +=
              view->entries[e].row == i && view->entries[e].coefficient == p->terms[k].coefficient;
        assert_int_equal(found, 1);
        if (!p->columns[column].placement) {
          assert_true(counts < view->row_first[i + 1]);
          assert_int_equal(view->counts[counts++], column);
        }
      }
      assert_int_equal(view->row_first[i + 1], counts);
    }
    for (int j = 0; j < p->n_columns; j++)
      placements += p->columns[j].placement;
    assert_int_equal(view->n_placements, placements);
    column_view_free(view);
    programme_free(p);
  }
}

static void labels_say_how_many_there_are(void **state)
{
  (void)state;
  struct programme *p = programme_new();
  struct label label = {.use = -1, .clinician = 3, .slot = 7, .task = 2, .site = 0};
  programme_add_column(p, (struct column){.upper = 1, .placement = true, .label = label});
  sample_placement(p, 1, 9, 0);
  sample_column(p, 0, 1, 0);
  struct column_view *view = column_view_new(p);
  assert_int_equal(view->n_clinicians, 4);
  assert_int_equal(view->n_slots, 10);
  assert_int_equal(view->n_placements, 2);
  column_view_free(view);
  programme_free(p);
}

static void a_row_has_an_owner_if_all_of_it_has(void **state)
{
  (void)state;
  static const int64_t rows[][4] = {{1, 2, 0, 0}, {1, 0, 1, 0}, {1, 1, 0, 1}, {0, 0, 1, 0}, {0}};
  static const int owners[] = {5, -1, -1, 2, -1};
  struct programme *p = programme_new();
  sample_placement(p, 5, 0, 0);
  sample_placement(p, 5, 1, 0);
  sample_placement(p, 2, 0, 0);
  sample_column(p, 0, 1, 0); /* nobody's */
  for (int i = 0; i < 5; i++) {
    sample_row(p, 0, rows[i], 1);
    assert_int_equal(column_view_row_owner(p, &p->rows[i]), owners[i]);
  }
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns_and_rows_say_the_same),
      cmocka_unit_test(labels_say_how_many_there_are),
      cmocka_unit_test(a_row_has_an_owner_if_all_of_it_has),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
