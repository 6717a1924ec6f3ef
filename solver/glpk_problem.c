#include "solver/glpk_problem.h"

#include <glib.h>

static int bound_type(int64_t lower, int64_t upper)
{
  bool low = lower > -PROGRAMME_INFINITY, high = upper < PROGRAMME_INFINITY;
  if (low && high)
    return lower == upper ? GLP_FX : GLP_DB;
  if (low)
    return GLP_LO;
  return high ? GLP_UP : GLP_FR;
}

static void load_terms(glp_prob *problem, const struct programme *programme)
{
  gsize room = (gsize)programme->n_terms + 1;
  /* GLPK's own memory, so that an error inside leaks nothing */
  int *rows = glp_alloc((int)room, sizeof *rows);
  int *columns = glp_alloc((int)room, sizeof *columns);
  double *values = glp_alloc((int)room, sizeof *values);
  int at = 0;
  for (int i = 0; i < programme->n_rows; i++)
    for (int k = 0; k < programme->rows[i].count; k++) {
      const struct term *term = &programme->terms[programme->rows[i].first + k];
      at++;
      rows[at] = i + 1;
      columns[at] = term->column + 1;
      values[at] = (double)term->coefficient;
    }
  glp_load_matrix(problem, at, rows, columns, values);
  glp_free(rows);
  glp_free(columns);
  glp_free(values);
}

glp_prob *glpk_problem_new(const struct programme *programme)
{
  glp_prob *problem = glp_create_prob();
  glp_set_obj_dir(problem, GLP_MIN);
  if (programme->n_rows > 0)
    glp_add_rows(problem, programme->n_rows);
  if (programme->n_columns > 0)
    glp_add_cols(problem, programme->n_columns);
  for (int i = 0; i < programme->n_rows; i++) {
    const struct row *row = &programme->rows[i];
    glp_set_row_bnds(problem, i + 1, bound_type(row->lower, row->upper), (double)row->lower,
                     (double)row->upper);
  }
  for (int j = 0; j < programme->n_columns; j++) {
    const struct column *column = &programme->columns[j];
    glp_set_col_bnds(problem, j + 1, bound_type(column->lower, column->upper),
                     (double)column->lower, (double)column->upper);
    glp_set_obj_coef(problem, j + 1, (double)column->cost);
    glp_set_col_kind(problem, j + 1, GLP_IV);
  }
  load_terms(problem, programme);
  return problem;
}
