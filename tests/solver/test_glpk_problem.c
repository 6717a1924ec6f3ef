/* GLPK is told the programme as it is. */
#include "solver/engine.h"
#include "solver/glpk_problem.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

static const struct {
  int64_t lower, upper;
  int type;
} ends[] = {{-3, 7, GLP_DB},
            {4, 4, GLP_FX},
            {2, PROGRAMME_INFINITY, GLP_LO},
            {-PROGRAMME_INFINITY, 5, GLP_UP},
            {-PROGRAMME_INFINITY, PROGRAMME_INFINITY, GLP_FR}};
static const int64_t rows[][5] = {{1, 0, -2, 0, 0}, {0}, {0, 3, 0, 0, 4}, {5}, {0, 0, 0, 0, -6}};

static void compare(void *argument)
{
  glp_prob *problem = glpk_problem_new(argument);
  assert_int_equal(glp_get_obj_dir(problem), GLP_MIN);
  assert_int_equal(glp_get_num_rows(problem), 5);
  assert_int_equal(glp_get_num_cols(problem), 5);
  assert_int_equal(glp_get_num_nz(problem), 6);
  for (int k = 0; k < 5; k++) {
    bool low = ends[k].lower > -PROGRAMME_INFINITY, high = ends[k].upper < PROGRAMME_INFINITY;
    assert_int_equal(glp_get_row_type(problem, k + 1), ends[k].type);
    assert_int_equal(glp_get_col_type(problem, k + 1), ends[k].type);
    assert_int_equal(glp_get_col_kind(problem, k + 1), GLP_IV);
    assert_true(glp_get_obj_coef(problem, k + 1) == 10 + k);
    assert_true(!low || glp_get_row_lb(problem, k + 1) == (double)ends[k].lower);
    assert_true(!low || glp_get_col_lb(problem, k + 1) == (double)ends[k].lower);
    assert_true(!high || glp_get_row_ub(problem, k + 1) == (double)ends[k].upper);
    assert_true(!high || glp_get_col_ub(problem, k + 1) == (double)ends[k].upper);
    int columns[6];
    double values[6], found[5] = {0};
    int count = glp_get_mat_row(problem, k + 1, columns, values);
    for (int at = 1; at <= count; at++)
      found[columns[at] - 1] = values[at];
    for (int j = 0; j < 5; j++)
      assert_true(found[j] == (double)rows[k][j]);
  }
  glp_delete_prob(problem);
}

static void it_says_the_same(void **state)
{
  (void)state;
  struct programme *programme = programme_new();
  for (int k = 0; k < 5; k++)
    sample_column(programme, ends[k].lower, ends[k].upper, 10 + k);
  for (int k = 0; k < 5; k++)
    sample_row(programme, ends[k].lower, rows[k], ends[k].upper);
  assert_int_equal(engine_call(compare, programme), STATUS_OK);
  engine_leave();
  programme_free(programme);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(it_says_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
