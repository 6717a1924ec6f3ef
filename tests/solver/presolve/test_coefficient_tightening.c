/* Tightening leaves the lawful points as they are, and tightens something. */
#include "solver/presolve/coefficient_tightening.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void points_stay_the_same(void **state)
{
  (void)state;
  int tightened = 0;
  for (uint64_t seed = 1; seed <= 300; seed++) {
    struct programme *before = sample_tiny(seed), *after = sample_tiny(seed);
    coefficient_tightening_apply(after);
    for (int k = 0; k < before->n_terms; k++)
      tightened += before->terms[k].coefficient != after->terms[k].coefficient;
    assert_true(sample_same_points(before, after));
    programme_free(before);
    programme_free(after);
  }
  assert_true(tightened > 100);
}

/* x + y <= 9 z */
static void a_switch_is_tightened_to_its_use(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  for (int j = 0; j < 3; j++)
    programme_add_column(programme, (struct column){.upper = 1, .label = LABEL_NONE});
  programme_add_term(programme, 0, 1);
  programme_add_term(programme, 1, 1);
  programme_add_term(programme, 2, -9);
  programme_add_row(programme, -PROGRAMME_INFINITY, 0, LABEL_NONE);
  coefficient_tightening_apply(programme);
  assert_int_equal(programme->terms[2].coefficient, -2);
  assert_int_equal(programme->terms[0].coefficient, 1);
  assert_int_equal(programme->rows[0].upper, 0);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(points_stay_the_same),
      cmocka_unit_test(a_switch_is_tightened_to_its_use),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
