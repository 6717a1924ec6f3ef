/* Rows written without the equations in them: the same points are lawful, and
 * prices come back to the rows they belong to. */
#include "solver/presolve/sparsify.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { SESSIONS = 3, PEOPLE = 3, PROGRAMMES = 200 };

/* Each session has one of the people or is missed; a count of all duties, and a
 * share of it for each of the people, somehow. */
static struct programme *duties(GRand *rand)
{
  struct programme *p = programme_new();
  for (int j = 0; j < SESSIONS * (PEOPLE + 1) + 1; j++) {
    struct column column = {.upper = 1, .label = LABEL_NONE};
    column.label.clinician = j < SESSIONS * PEOPLE ? j % PEOPLE : -1;
    column.upper = j == SESSIONS * (PEOPLE + 1) ? SESSIONS : 1;
    programme_add_column(p, column);
  }
  for (int s = 0; s < SESSIONS; s++) {
    for (int c = 0; c < PEOPLE; c++)
      programme_add_term(p, s * PEOPLE + c, 1);
    programme_add_term(p, SESSIONS * PEOPLE + s, 1);
    programme_add_row(p, 1, 1, LABEL_NONE);
  }
  for (int times = 0; times < 2; times++) {
    int64_t scale = g_rand_int_range(rand, 1, 4);
    for (int j = 0; j < SESSIONS * PEOPLE; j++)
      programme_add_term(p, j, scale + (g_rand_int_range(rand, 0, 12) == 0));
    programme_add_term(p, SESSIONS * (PEOPLE + 1), -scale);
    programme_add_row(p, times == 0 ? 0 : -PROGRAMME_INFINITY, times, LABEL_NONE);
  }
  return p;
}

/* costs[columns] = prices times rows. */
static void add_up(const struct programme *p, const double *prices, double *costs)
{
  for (int j = 0; j < p->n_columns; j++)
    costs[j] = 0;
  for (int i = 0; i < p->n_rows; i++)
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++)
      costs[p->terms[k].column] += prices[i] * (double)p->terms[k].coefficient;
}

static void rows_thin_and_mean_the_same(void **state)
{
  (void)state;
  int saved = 0;
  for (guint32 seed = 1; seed <= PROGRAMMES; seed++) {
    GRand *rand = g_rand_new_with_seed(seed);
    struct programme *p = duties(rand);
    struct sparsified rows = sparsify_make(p);
    assert_int_equal(rows.programme->n_rows, p->n_rows);
    saved += p->n_terms - rows.programme->n_terms;
    if (seed <= 20)
      assert_true(sample_same_points(p, rows.programme));
    double prices[16] = {0}, before[16] = {0}, after[16] = {0};
    for (int i = 0; i < p->n_rows; i++)
      prices[i] = g_rand_double_range(rand, -4, 4);
    add_up(rows.programme, prices, before);
    sparsify_credit(&rows, prices);
    add_up(p, prices, after);
    for (int j = 0; j < p->n_columns; j++)
      assert_true(fabs(before[j] - after[j]) < 1e-9);
    sparsify_clear(&rows);
    programme_free(p);
    g_rand_free(rand);
  }
  assert_true(saved > 2 * PROGRAMMES);
}

/* Of an equation of five two terms would go and one would come: that is no gain. */
static void an_equation_is_taken_only_where_it_saves_terms(void **state)
{
  (void)state;
  static const int64_t rows[][8] = {
      {1, 1, 1, 1, 1}, {1, 1, 3, 3, 0, 1, 1, 1}, {1, 1, 1, 3, 0, 1, 1, 1}};
  struct programme *p = programme_new();
  for (int j = 0; j < 8; j++)
    sample_placement(p, j, 0, 0);
  sample_row(p, 1, rows[0], 1);
  sample_row(p, 0, rows[1], 9);
  sample_row(p, 0, rows[2], 9);
  struct sparsified sparse = sparsify_make(p);
  assert_int_equal(sparse.programme->rows[1].count, 7);
  assert_int_equal(sparse.programme->rows[1].upper, 9);
  assert_int_equal(sparse.programme->rows[2].count, 5); /* three go */
  assert_int_equal(sparse.programme->rows[2].upper, 8);
  sparsify_clear(&sparse);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(rows_thin_and_mean_the_same),
      cmocka_unit_test(an_equation_is_taken_only_where_it_saves_terms),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
