/* Where GLPK would abort the process, there is a status instead. */
#include "solver/engine.h"
#include "solver/solver.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <glpk.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void do_wrong(void *argument)
{
  int *reached = argument;
  glp_prob *problem = glp_create_prob();
  glp_add_cols(problem, 1);
  *reached = 1;
  glp_set_obj_coef(problem, 7, 1); /* there is no such column */
  *reached = 2;
}

static void do_right(void *argument)
{
  int *columns = argument;
  glp_prob *problem = glp_create_prob();
  glp_add_cols(problem, 3);
  *columns = glp_get_num_cols(problem);
  glp_delete_prob(problem);
}

static void an_error_becomes_a_status(void **state)
{
  (void)state;
  for (int times = 0; times < 3; times++) {
    int reached = 0, columns = 0;
    assert_int_equal(engine_call(do_wrong, &reached), STATUS_INTERNAL);
    assert_int_equal(reached, 1);
    assert_int_equal(engine_call(do_right, &columns), STATUS_OK);
    assert_int_equal(columns, 3);
  }
  engine_leave();
}

/* One column twice in a row: GLPK refuses that. */
static void a_programme_refused_is_not_written(void **state)
{
  (void)state;
  struct programme *programme = sample_month(4, 1);
  const struct row *row = &programme->rows[0];
  assert_true(row->count > 1);
  programme->terms[row->first + 1].column = programme->terms[row->first].column;
  g_autofree char *path = g_build_filename(g_get_tmp_dir(), "rota-refused.mps", NULL);
  assert_int_equal(solver_write(programme, SOLVER_MPS, path, NULL, NULL), STATUS_INTERNAL);
  assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_error_becomes_a_status),
      cmocka_unit_test(a_programme_refused_is_not_written),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
