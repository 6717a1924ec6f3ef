/* GLPK may give up on a part, and the run goes on; not for ever. */
#include "solver/run.h"
#include "tests/support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void bears_some_and_fails_after(void **state)
{
  (void)state;
  struct programme *programme = sample_month(6, 1);
  struct column_view *view = column_view_new(programme);
  struct solver_settings settings = solver_default_settings();
  struct run run;
  run_begin(&run, view, &settings, NULL);
  for (int k = 0; k < RUN_SETBACKS_MOST; k++)
    run_setback(&run, STATUS_INTERNAL);
  assert_false(run_over(&run));
  assert_int_equal(run.status, STATUS_OK);
  run_setback(&run, STATUS_INTERNAL);
  assert_true(run_over(&run));
  assert_int_equal(run.status, STATUS_INTERNAL);
  run_clear(&run);
  column_view_free(view);
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(bears_some_and_fails_after),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
