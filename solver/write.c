#include "solver/solver.h"

#include "solver/engine.h"
#include "solver/glpk_problem.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct writing {
  const struct programme *programme;
  enum solver_format format;
  const char *path;
  const char *const *names, *const *row_names;
  GString *text; /* room to write a name in */
  int code;
};

/* Digits and signs at the front of a name mean something in both formats, and several
 * columns may have one name: so each begins with x12_ or r12_, its number. */
static const char *legal_name(char letter, int index, const char *name, GString *out)
{
  g_string_printf(out, "%c%d", letter, index + 1);
  if (name && *name)
    g_string_append_printf(out, "_%s", name);
  for (gsize k = 0; k < out->len; k++)
    if (!g_ascii_isalnum(out->str[k]) && out->str[k] != '.')
      out->str[k] = '_';
  g_string_truncate(out, MIN(out->len, 240)); /* GLPK takes 255 */
  return out->str;
}

static void give_names(glp_prob *problem, const struct writing *writing)
{
  glp_set_prob_name(problem, "rota");
  glp_set_obj_name(problem, "cost");
  for (int j = 0; j < writing->programme->n_columns; j++)
    glp_set_col_name(problem, j + 1,
                     legal_name('x', j, writing->names ? writing->names[j] : NULL, writing->text));
  for (int i = 0; i < writing->programme->n_rows; i++)
    glp_set_row_name(
        problem, i + 1,
        legal_name('r', i, writing->row_names ? writing->row_names[i] : NULL, writing->text));
}

/* GLPK's writers want at least one row, and CBC misreads how they write a column that is in
 * no row and has no cost. So all such columns, and one more fixed at 0, get a row that
 * can't bind. */
static void fill_up(glp_prob *problem)
{
  int column = glp_add_cols(problem, 1), row = glp_add_rows(problem, 1), count = 0;
  glp_set_col_name(problem, column, "x0");
  glp_set_col_bnds(problem, column, GLP_FX, 0, 0);
  int *columns = glp_alloc(column + 1, sizeof *columns);
  double *values = glp_alloc(column + 1, sizeof *values), most = 0;
  for (int j = 1; j <= column; j++) {
    if (glp_get_mat_col(problem, j, NULL, NULL) > 0 || glp_get_obj_coef(problem, j) != 0)
      continue;
    count++;
    columns[count] = j;
    values[count] = 1;
    most += glp_get_col_ub(problem, j);
  }
  glp_set_row_name(problem, row, "r0");
  glp_set_row_bnds(problem, row, most < (double)PROGRAMME_INFINITY ? GLP_UP : GLP_FR, most, most);
  glp_set_mat_row(problem, row, count, columns, values);
  glp_free(columns);
  glp_free(values);
}

static void write_problem(void *argument)
{
  struct writing *writing = argument;
  glp_prob *problem = glpk_problem_new(writing->programme);
  give_names(problem, writing);
  fill_up(problem);
  if (writing->format == SOLVER_MPS)
    writing->code = glp_write_mps(problem, GLP_MPS_FILE, NULL, writing->path);
  else
    writing->code = glp_write_lp(problem, NULL, writing->path);
  glp_delete_prob(problem);
}

enum status solver_write(const struct programme *programme, enum solver_format format,
                         const char *path, const char *const *names, const char *const *row_names)
{
  g_autofree char *draft = g_strdup_printf("%s.%ld.tmp", path, (long)getpid());
  struct writing writing = {programme, format, draft, names, row_names, g_string_new(NULL), 0};
  enum status status = engine_call(write_problem, &writing);
  engine_leave();
  g_string_free(writing.text, TRUE);
  if (status == STATUS_OK && (writing.code != 0 || g_rename(draft, path) != 0))
    status = STATUS_IO;
  if (status != STATUS_OK)
    g_unlink(draft);
  return status;
}
