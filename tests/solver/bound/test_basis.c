/* A basis near a point, in the words of an MPS basis file. */
#include "solver/bound/basis.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

/* Columns between their bounds, the furthest first, in place of tight rows, the dearest first; a
 * row with slack, and a tight one that no column is left for, stay basic. */
static void columns_between_take_the_place_of_tight_rows(void **state)
{
  (void)state;
  static const int64_t rows[][4] = {{2, 1, 0, 0}, {0, 2, 1, 0}, {1, 0, 0, 1}, {4, 0, 0, 1}};
  static const double x[] = {0.25, 0.5, 0, 1}, prices[] = {0, -3, -7, 5};
  struct programme *p = programme_new();
  for (int j = 0; j < 4; j++)
    sample_column(p, 0, 1, 0);
  sample_row(p, 1, rows[0], PROGRAMME_INFINITY);  /* tight, and costs nothing */
  sample_row(p, -PROGRAMME_INFINITY, rows[1], 1); /* tight */
  sample_row(p, -PROGRAMME_INFINITY, rows[2], 4);
  sample_row(p, 2, rows[3], PROGRAMME_INFINITY); /* tight */
  g_autofree char *text = basis_near(p, x, prices);
  assert_string_equal(text, "NAME rota\n XL x2 r4\n XU x1 r2\n UL x4\nENDATA\n");
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(columns_between_take_the_place_of_tight_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
