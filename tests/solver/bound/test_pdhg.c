/* The first-order method comes to the optimum of the relaxation, which GLPK's simplex
 * method finds too; and products and scales are those of the matrix. */
#include "solver/bound/pdhg.h"
#include "solver/bound/sparse.h"
#include "solver/engine.h"
#include "solver/glpk_problem.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>

enum { PROGRAMMES = 60, CHUNK = 500, CHUNKS_MOST = 40 };

struct relaxation {
  const struct programme *programme;
  bool solved;
  double value;
};

static void solve_by_simplex(void *argument)
{
  struct relaxation *relaxation = argument;
  glp_prob *problem = glpk_problem_new(relaxation->programme);
  assert_int_equal(glp_get_num_cols(problem), relaxation->programme->n_columns);
  relaxation->solved = glp_simplex(problem, NULL) == 0 && glp_get_status(problem) == GLP_OPT;
  relaxation->value = glp_get_obj_val(problem);
  glp_delete_prob(problem);
}

static double cost_of(const struct programme *p, const double *x)
{
  double cost = 0;
  for (int j = 0; j < p->n_columns; j++)
    cost += (double)p->columns[j].cost * x[j];
  return cost;
}

/* Columns within their bounds, rows nearly so. */
static void assert_lies_within(const struct programme *p, const double *x, double slack)
{
  for (int j = 0; j < p->n_columns; j++)
    assert_true(x[j] >= (double)p->columns[j].lower - 1e-9 &&
                x[j] <= (double)p->columns[j].upper + 1e-9);
  for (int i = 0; i < p->n_rows; i++) {
    double activity = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      activity += (double)p->terms[k].coefficient * x[p->terms[k].column];
    assert_true(activity >= (double)p->rows[i].lower - slack &&
                activity <= (double)p->rows[i].upper + slack);
  }
}

static double work_until(struct pdhg *method, double error)
{
  double now = INFINITY;
  for (int chunk = 0; chunk < CHUNKS_MOST && now > error; chunk++)
    now = pdhg_iterate(method, CHUNK);
  return now;
}

static void assert_same_optimum(const struct programme *programme, double tolerance)
{
  struct relaxation relaxation = {.programme = programme};
  double x[2000], y[2000];
  assert_int_equal(engine_call(solve_by_simplex, &relaxation), STATUS_OK);
  if (!relaxation.solved)
    return;
  struct pdhg *method = pdhg_new(programme);
  assert_int_equal(pdhg_rows(method), programme->n_rows);
  assert_true(work_until(method, 1e-7) <= 1e-6);
  pdhg_values(method, x);
  pdhg_duals(method, y);
  assert_lies_within(programme, x, tolerance);
  assert_float_equal(cost_of(programme, x), relaxation.value, tolerance);
  for (int i = 0; i < programme->n_rows; i++) /* a price of an open side is rounding */
    if (programme_is_infinite(y[i] > 0 ? programme->rows[i].lower : programme->rows[i].upper))
      assert_true(fabs(y[i]) < 1e-9);
  assert_float_equal(sample_dual_value(programme, y), relaxation.value, tolerance);
  pdhg_free(method);
}

static void it_comes_to_the_optimum(void **state)
{
  (void)state;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    assert_same_optimum(programme, 1e-3);
    programme_free(programme);
  }
  engine_leave();
}

/* From the point of a method for the same columns, with a row more and one gone. */
static void it_goes_on_where_another_is(void **state)
{
  (void)state;
  static const int64_t rows[][3] = {{1, 1, 0}, {1, 0, 1}, {0, 1, 1}};
  static const int places[] = {2, 0};
  struct programme *before = programme_new(), *after = programme_new();
  double x[3], then[3], y[3], prices[3];
  for (int j = 0; j < 3; j++) {
    sample_column(before, 0, 4, 2 + j);
    sample_column(after, 0, 4, 2 + j);
  }
  for (int i = 0; i < 3; i++)
    sample_row(before, 3, rows[i], PROGRAMME_INFINITY);
  sample_row(after, 3, rows[2], PROGRAMME_INFINITY);
  sample_row(after, 3, rows[0], PROGRAMME_INFINITY);
  sample_row(after, 3, rows[1], PROGRAMME_INFINITY);
  struct pdhg *from = pdhg_new(before), *to = pdhg_new(after);
  work_until(from, 1e-8);
  pdhg_values(from, x);
  pdhg_duals(from, y);
  pdhg_warm_start(to, from, NULL, places, 2);
  pdhg_values(to, then);
  pdhg_duals(to, prices);
  for (int j = 0; j < 3; j++)
    assert_float_equal(then[j], x[j], 1e-9);
  assert_float_equal(prices[0], y[2], 1e-9);
  assert_float_equal(prices[1], y[0], 1e-9);
  assert_float_equal(prices[2], 0, 1e-12);
  assert_true(work_until(to, 1e-8) <= 1e-8);
  pdhg_free(from);
  pdhg_free(to);
  programme_free(before);
  programme_free(after);
}

/* Rows and columns multiplied by what it says, and both products the same matrix. */
static void scales_are_what_it_says(void **state)
{
  (void)state;
  struct programme *p = sample_month(5, 1);
  struct sparse plain, scaled;
  sparse_open(&plain, p);
  sparse_open(&scaled, p);
  gsize rows = (gsize)p->n_rows, columns = (gsize)p->n_columns;
  g_autofree double *by_row = g_new(double, rows), *by_column = g_new(double, columns);
  g_autofree double *x = g_new(double, columns), *y = g_new(double, rows);
  g_autofree double *ax = g_new(double, rows), *ay = g_new(double, columns);
  double forth = 0, back = 0, largest = 0;
  sparse_scale(&scaled, 10, by_row, by_column);
  for (int i = 0; i < p->n_rows; i++)
    for (int k = plain.row_first[i]; k < plain.row_first[i + 1]; k++) {
      double value = plain.row_value[k] * by_row[i] * by_column[plain.row_at[k]];
      assert_true(fabs(scaled.row_value[k] - value) < 1e-9 * (1 + fabs(value)));
      largest = MAX(largest, fabs(value));
    }
  assert_true(largest < 2 && largest > 0.2);
  for (gsize j = 0; j < columns; j++)
    x[j] = (double)(j % 5) - 2;
  for (gsize i = 0; i < rows; i++)
    y[i] = (double)(i % 7) - 3;
  sparse_times(&scaled, x, ax);
  sparse_times_transposed(&scaled, y, ay);
  for (gsize i = 0; i < rows; i++)
    forth += y[i] * ax[i];
  for (gsize j = 0; j < columns; j++)
    back += x[j] * ay[j];
  assert_float_equal(forth, back, 1e-6);
  sparse_times(&plain, x, ax);
  for (int i = 0; i < p->n_rows; i++) {
    double activity = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      activity += (double)p->terms[k].coefficient * x[p->terms[k].column];
    assert_float_equal(ax[i], activity, 1e-6);
  }
  sparse_close(&plain);
  sparse_close(&scaled);
  programme_free(p);
}

/* A row of large coefficients is divided by them; its columns are not made small for it. */
static void a_large_row_leaves_its_columns_as_they_are(void **state)
{
  (void)state;
  static const int64_t rows[][2] = {{100000, 1}, {1, 1}};
  struct programme *p = programme_new();
  struct sparse sparse;
  double by_row[2], by_column[2];
  for (int j = 0; j < 2; j++)
    sample_column(p, 0, 1, 0);
  for (int i = 0; i < 2; i++)
    sample_row(p, 0, rows[i], 1);
  sparse_open(&sparse, p);
  sparse_scale(&sparse, 10, by_row, by_column);
  assert_true(by_row[0] < 1e-4);
  assert_true(by_column[0] > 0.3);
  sparse_close(&sparse);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_comes_to_the_optimum),
      cmocka_unit_test(it_goes_on_where_another_is),
      cmocka_unit_test(scales_are_what_it_says),
      cmocka_unit_test(a_large_row_leaves_its_columns_as_they_are),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
