/* Each column and row of a programme is in one place of its decomposition. */
#include "solver/bound/decomposition.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

/* Two clinicians of two sessions each, and what nobody does: a row of the first, one of
 * the second, one of both, one of a clinician and nobody, one of nobody alone. */
static struct programme *two_clinicians(void)
{
  static const int64_t rows[][5] = {
      {1, 1}, {0, 0, 2, 3}, {1, 0, 1}, {0, 0, 0, 1, 1}, {0, 0, 0, 0, 1}};
  struct programme *p = programme_new();
  for (int j = 0; j < 4; j++)
    sample_placement(p, j / 2, j % 2, 10 + j);
  sample_column(p, 0, 3, 100);
  for (int i = 0; i < 5; i++)
    sample_row(p, i, rows[i], i + 2);
  return p;
}

static void blocks_have_their_own_columns_and_rows(void **state)
{
  (void)state;
  struct programme *p = two_clinicians();
  struct decomposition *decomposition = decomposition_new(p);
  static const bool couples[] = {false, false, true, true, true};
  assert_ptr_equal(decomposition->whole, p);
  assert_int_equal(decomposition->count, 2);
  assert_memory_equal(decomposition->couples, couples, sizeof couples);
  assert_int_equal(decomposition->n_loose, 1);
  assert_int_equal(decomposition->loose[0], 4);
  for (int b = 0; b < 2; b++) {
    const struct diagonal_block *block = &decomposition->items[b];
    const struct programme *own = block->programme;
    assert_int_equal(own->n_columns, 2);
    assert_int_equal(block->columns[0], 2 * b);
    assert_int_equal(block->columns[1], 2 * b + 1);
    assert_int_equal(own->n_rows, 1);
    assert_int_equal(own->rows[0].lower, b);
    assert_int_equal(own->rows[0].upper, b + 2);
    assert_int_equal(own->terms[0].column, 0);
    assert_int_equal(own->terms[1].column, 1);
    assert_int_equal(own->terms[1].coefficient, b == 0 ? 1 : 3);
  }
  decomposition_free(decomposition);
  programme_free(p);
}

static void nothing_is_lost(void **state)
{
  (void)state;
  struct programme *p = sample_month(8, 1);
  struct decomposition *decomposition = decomposition_new(p);
  int columns = decomposition->n_loose, rows = 0, coupling = 0;
  for (int b = 0; b < decomposition->count; b++) {
    columns += decomposition->items[b].programme->n_columns;
    rows += decomposition->items[b].programme->n_rows;
  }
  for (int i = 0; i < p->n_rows; i++)
    coupling += decomposition->couples[i];
  assert_int_equal(columns, p->n_columns);
  assert_int_equal(rows + coupling, p->n_rows);
  assert_true(rows > 0 && coupling > 0);
  decomposition_free(decomposition);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(blocks_have_their_own_columns_and_rows),
      cmocka_unit_test(nothing_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
