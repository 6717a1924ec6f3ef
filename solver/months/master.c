#include "solver/months/master.h"

#include "solver/engine.h"
#include "solver/glpk_problem.h"

#include <math.h>
#include <string.h>

/* Times as dear as the dearest column: a unit that a coupling row lacks, and a clinician without
 * any month. */
enum { DEAR_ROW = 3, DEAR_BLOCK = 300 };

/* --- what is there beside months --------------------------------------------- */

static int64_t dearest(const struct programme *programme)
{
  int64_t most = 1;
  for (int j = 0; j < programme->n_columns; j++)
    most = MAX(most, ABS(programme->columns[j].cost));
  return most;
}

static int add_lack(struct programme *rest, int64_t cost)
{
  return programme_add_column(
      rest, (struct column){.upper = PROGRAMME_INFINITY, .cost = cost, .label = LABEL_NONE});
}

static void add_coupling(struct master *master, const int *place, int64_t dear)
{
  const struct programme *p = master->decomposition->whole;
  struct programme *rest = master->rest;
  for (int i = 0; i < p->n_rows; i++) {
    const struct row *row = &p->rows[i];
    if (!master->decomposition->couples[i])
      continue;
    for (int k = row->first; k < row->first + row->count; k++)
      if (p->columns[p->terms[k].column].label.clinician < 0)
        programme_add_term(rest, place[p->terms[k].column], p->terms[k].coefficient);
    programme_add_term(rest, add_lack(rest, dear * DEAR_ROW), 1);
    programme_add_term(rest, add_lack(rest, dear * DEAR_ROW), -1);
    master->row_of[i] = master->n_coupling++;
    programme_add_row(rest, row->lower, row->upper, row->label);
  }
}

struct master *master_new(const struct decomposition *decomposition)
{
  const struct programme *p = decomposition->whole;
  struct master *master = g_new0(struct master, 1);
  int64_t dear = dearest(p);
  *master = (struct master){.decomposition = decomposition,
                            .rest = programme_new(),
                            .row_of = g_new0(int, (gsize)p->n_rows + 1),
                            .months = g_ptr_array_new(),
                            .fixed = g_new(int, (gsize)p->n_columns + 1)};
  g_autofree int *place = g_new0(int, (gsize)p->n_columns + 1);
  for (int k = 0; k < decomposition->n_loose; k++)
    place[decomposition->loose[k]] =
        programme_add_column(master->rest, p->columns[decomposition->loose[k]]);
  for (int j = 0; j < p->n_columns; j++)
    master->fixed[j] = -1;
  add_coupling(master, place, dear);
  for (int b = 0; b < decomposition->count; b++) {
    programme_add_term(master->rest, add_lack(master->rest, dear * DEAR_BLOCK), 1);
    programme_add_row(master->rest, 1, 1, LABEL_NONE);
  }
  master->values = g_new0(double, (gsize)master->rest->n_columns + 1);
  master->duals = g_new0(double, (gsize)master->rest->n_rows + 1);
  return master;
}

static bool has_problem(const struct master *master)
{
  return master->problem && master->losses == engine_losses();
}

static void free_problem(void *argument)
{
  struct master *master = argument;
  glp_delete_prob(master->problem);
}

static void month_free(struct month *month)
{
  g_free(month->values);
  g_free(month->terms);
  g_free(month);
}

void master_free(struct master *master)
{
  if (!master)
    return;
  if (has_problem(master))
    engine_call(free_problem, master);
  for (guint k = 0; k < master->months->len; k++)
    month_free(g_ptr_array_index(master->months, k));
  g_ptr_array_free(master->months, TRUE);
  programme_free(master->rest);
  g_free(master->row_of);
  g_free(master->fixed);
  g_free(master->values);
  g_free(master->duals);
  g_free(master);
}

/* --- months ------------------------------------------------------------------ */

static bool is_known(const struct master *master, int block, const int64_t *values)
{
  gsize size = (gsize)master->decomposition->items[block].programme->n_columns * sizeof *values;
  for (guint k = 0; k < master->months->len; k++) {
    const struct month *month = g_ptr_array_index(master->months, k);
    if (month->block == block && memcmp(month->values, values, size) == 0)
      return true;
  }
  return false;
}

void master_add(struct master *master, int block, const int64_t *values)
{
  const struct programme *p = master->decomposition->whole;
  const struct diagonal_block *items = &master->decomposition->items[block];
  int n = items->programme->n_columns;
  if (is_known(master, block, values))
    return;
  struct month *month = g_new0(struct month, 1);
  *month = (struct month){.block = block,
                          .values = g_memdup2(values, (gsize)n * sizeof *values),
                          .terms = g_new(struct term, (gsize)master->n_coupling + 1)};
  g_autofree int64_t *x = g_new0(int64_t, (gsize)p->n_columns + 1);
  for (int k = 0; k < n; k++) {
    x[items->columns[k]] = values[k];
    month->cost += values[k] * p->columns[items->columns[k]].cost;
  }
  for (int i = 0; i < p->n_rows; i++) {
    int64_t activity = master->decomposition->couples[i] ? programme_activity(p, i, x) : 0;
    if (activity != 0)
      month->terms[month->n_terms++] = (struct term){master->row_of[i], activity};
  }
  month->terms[month->n_terms++] = (struct term){master->n_coupling + block, 1};
  g_ptr_array_add(master->months, month);
}

/* --- the linear programme ---------------------------------------------------- */

struct solving {
  struct master *master;
  int limit_ms;
  bool solved;
};

static void load(struct master *master)
{
  int room = master->n_coupling + 2;
  int *rows = glp_alloc(room, sizeof *rows);
  double *values = glp_alloc(room, sizeof *values);
  for (; master->n_loaded < (int)master->months->len; master->n_loaded++) {
    const struct month *month = g_ptr_array_index(master->months, master->n_loaded);
    for (int k = 0; k < month->n_terms; k++) {
      rows[k + 1] = month->terms[k].column + 1;
      values[k + 1] = (double)month->terms[k].coefficient;
    }
    int column = glp_add_cols(master->problem, 1);
    glp_set_mat_col(master->problem, column, month->n_terms, rows, values);
    glp_set_obj_coef(master->problem, column, (double)month->cost);
  }
  glp_free(rows);
  glp_free(values);
}

static bool is_allowed(const struct master *master, const struct month *month)
{
  const struct diagonal_block *block = &master->decomposition->items[month->block];
  for (int c = 0; c < block->programme->n_columns; c++) {
    int fixed = master->fixed[block->columns[c]];
    if (fixed >= 0 && fixed != month->values[c])
      return false;
  }
  return true;
}

static void allow(struct master *master)
{
  for (int k = 0; k < master->n_loaded; k++) {
    int type = is_allowed(master, g_ptr_array_index(master->months, k)) ? GLP_LO : GLP_FX;
    glp_set_col_bnds(master->problem, master->rest->n_columns + k + 1, type, 0, 0);
  }
}

static void take(struct master *master)
{
  glp_prob *problem = master->problem;
  int columns = master->rest->n_columns;
  master->cost = glp_get_obj_val(problem);
  master->lacking = 0;
  for (int j = 0; j < columns; j++) {
    master->values[j] = glp_get_col_prim(problem, j + 1);
    if (j >= master->decomposition->n_loose)
      master->lacking += master->values[j];
  }
  for (int i = 0; i < master->rest->n_rows; i++)
    master->duals[i] = glp_get_row_dual(problem, i + 1);
  for (int k = 0; k < master->n_loaded; k++) {
    struct month *month = g_ptr_array_index(master->months, k);
    month->share = glp_get_col_prim(problem, columns + k + 1);
  }
}

static void solve(void *argument)
{
  struct solving *solving = argument;
  struct master *master = solving->master;
  if (!has_problem(master)) {
    master->problem = glpk_problem_new(master->rest);
    master->losses = engine_losses();
    master->n_loaded = 0;
  }
  load(master);
  allow(master);
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  parameters.tm_lim = solving->limit_ms;
  solving->solved =
      glp_simplex(master->problem, &parameters) == 0 && glp_get_status(master->problem) == GLP_OPT;
  if (solving->solved)
    take(master);
}

bool master_solve(struct master *master, gint64 deadline_us, enum status *status)
{
  gint64 left_ms = deadline_us > 0 ? (deadline_us - g_get_monotonic_time()) / 1000 : G_MAXINT;
  struct solving solving = {.master = master, .limit_ms = (int)CLAMP(left_ms, 1, G_MAXINT)};
  *status = engine_call(solve, &solving);
  return solving.solved;
}

void master_prices(const struct master *master, double *prices)
{
  const struct decomposition *decomposition = master->decomposition;
  for (int i = 0; i < decomposition->whole->n_rows; i++)
    prices[i] = decomposition->couples[i] ? master->duals[master->row_of[i]] : 0;
}

void master_mix(const struct master *master, double *point)
{
  const struct decomposition *decomposition = master->decomposition;
  memset(point, 0, (gsize)decomposition->whole->n_columns * sizeof *point);
  for (int k = 0; k < decomposition->n_loose; k++)
    point[decomposition->loose[k]] = master->values[k];
  for (guint k = 0; k < master->months->len; k++) {
    const struct month *month = g_ptr_array_index(master->months, k);
    const struct diagonal_block *block = &decomposition->items[month->block];
    for (int c = 0; month->share > 0 && c < block->programme->n_columns; c++)
      point[block->columns[c]] += month->share * (double)month->values[c];
  }
}

void master_read(const struct master *master, int64_t *x)
{
  const struct decomposition *decomposition = master->decomposition;
  g_autofree double *most = g_new0(double, (gsize)decomposition->count + 1);
  for (int k = 0; k < decomposition->n_loose; k++)
    x[decomposition->loose[k]] = llround(master->values[k]);
  for (guint k = 0; k < master->months->len; k++) {
    const struct month *month = g_ptr_array_index(master->months, k);
    const struct diagonal_block *block = &decomposition->items[month->block];
    if (month->share <= most[month->block])
      continue;
    most[month->block] = month->share;
    for (int c = 0; c < block->programme->n_columns; c++)
      x[block->columns[c]] = month->values[c];
  }
}
