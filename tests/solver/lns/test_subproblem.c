/* A subproblem says of its free columns what the whole programme says, everything else
 * being as it is in a solution. */
#include "solver/lns/subproblem.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { PROGRAMMES = 200, TIMES = 5 };

static int column_index(const struct subproblem *subproblem, int column)
{
  for (int k = 0; k < subproblem->n_free; k++)
    if (subproblem->columns[k] == column)
      return k;
  return -1;
}

/* Is this point of the free columns lawful in the subproblem, with whatever its rows
 * are relieved of? Each has one relief at most, its last term. */
static bool is_allowed(const struct subproblem *subproblem, const int64_t *free)
{
  const struct programme *p = subproblem->programme;
  for (int i = 0; i < p->n_rows; i++) {
    int64_t activity = 0, low = 0, high = 0;
    for (int k = p->rows[i].first; k < p->rows[i].first + p->rows[i].count; k++) {
      const struct term *term = &p->terms[k];
      if (term->column < subproblem->n_free)
        activity += term->coefficient * free[term->column];
      else if (term->coefficient > 0)
        high = p->columns[term->column].upper;
      else
        low = -p->columns[term->column].upper;
    }
    if (activity + high < p->rows[i].lower || activity + low > p->rows[i].upper)
      return false;
  }
  return true;
}

/* At every point of the free columns: lawful in the subproblem exactly when no row of
 * the whole is broken further than it was. */
static void assert_says_the_same(const struct column_view *view, const struct solution *solution,
                                 const struct subproblem *subproblem)
{
  const struct programme *p = view->programme;
  int64_t free[16] = {0}, x[16];
  int n = subproblem->n_free, at = 0;
  for (int k = 0; k < n; k++) {
    assert_int_equal(subproblem->programme->columns[k].cost,
                     p->columns[subproblem->columns[k]].cost);
    free[k] = p->columns[subproblem->columns[k]].lower;
  }
  while (at < n) {
    bool worse = false;
    for (int j = 0; j < p->n_columns; j++) {
      int k = column_index(subproblem, j);
      x[j] = k >= 0 ? free[k] : solution->x[j];
    }
    for (int i = 0; i < p->n_rows; i++) {
      int64_t activity = programme_activity(p, i, x), was = solution->activity[i];
      worse =
          worse || activity < MIN(p->rows[i].lower, was) || activity > MAX(p->rows[i].upper, was);
    }
    assert_int_equal(is_allowed(subproblem, free), !worse);
    for (at = 0; at < n && free[at] == p->columns[subproblem->columns[at]].upper; at++)
      free[at] = p->columns[subproblem->columns[at]].lower;
    if (at < n)
      free[at]++;
  }
}

static void it_says_what_the_whole_says(void **state)
{
  (void)state;
  int broken = 0, lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *p = sample_tiny(seed);
    struct column_view *view = column_view_new(p);
    struct subproblem_builder *builder = subproblem_builder_new(view);
    GRand *rand = g_rand_new_with_seed((guint32)seed);
    for (int times = 0; times < TIMES; times++) {
      int64_t x[16];
      int picked[3];
      for (int j = 0; j < p->n_columns; j++)
        x[j] = g_rand_int_range(rand, (int)p->columns[j].lower, (int)p->columns[j].upper + 1);
      for (int k = 0; k < 3; k++)
        picked[k] = g_rand_int_range(rand, 0, p->n_columns);
      struct solution *solution = solution_new(view, x);
      struct subproblem subproblem;
      subproblem_build(builder, solution, picked, 3, &subproblem);
      for (int k = 0; k < 3; k++)
        assert_true(column_index(&subproblem, picked[k]) >= 0 ||
                    p->columns[picked[k]].lower == p->columns[picked[k]].upper);
      for (int k = 1; k < subproblem.n_free; k++)
        assert_true(subproblem.columns[k] > subproblem.columns[k - 1]);
      assert_says_the_same(view, solution, &subproblem);
      broken += solution->excess > 0;
      lawful += solution->excess == 0;
      subproblem_clear(&subproblem);
      solution_free(solution);
    }
    g_rand_free(rand);
    subproblem_builder_free(builder);
    column_view_free(view);
    programme_free(p);
  }
  assert_true(broken > PROGRAMMES && lawful > PROGRAMMES / 2);
}

/* Two rows with a count each, joined by one of both. */
struct chain {
  struct programme *programme;
  struct column_view *view;
  struct subproblem_builder *builder;
  struct solution *solution;
};

static int open_chain(void **state)
{
  static const int64_t rows[][5] = {{1, 0, 1, 0, 0}, {0, 0, 1, 1, 0}, {0, 1, 0, 0, 1}};
  static const int64_t x[] = {0, 0, 0, 3, 0};
  struct chain *chain = g_new0(struct chain, 1);
  chain->programme = programme_new();
  sample_placement(chain->programme, 0, 0, 1);
  sample_placement(chain->programme, 1, 0, 2);
  for (int j = 0; j < 3; j++)
    sample_column(chain->programme, 0, 3, 10 + j);
  sample_row(chain->programme, 1, rows[0], PROGRAMME_INFINITY); /* broken: 0 */
  sample_row(chain->programme, 3, rows[1], 3);
  sample_row(chain->programme, 0, rows[2], 1);
  chain->view = column_view_new(chain->programme);
  chain->builder = subproblem_builder_new(chain->view);
  chain->solution = solution_new(chain->view, x);
  *state = chain;
  return 0;
}

static int close_chain(void **state)
{
  struct chain *chain = *state;
  solution_free(chain->solution);
  subproblem_builder_free(chain->builder);
  column_view_free(chain->view);
  programme_free(chain->programme);
  g_free(chain);
  return 0;
}

/* The counts of the placement's row come along, and those that hang on these. */
static void counts_come_along(void **state)
{
  struct chain *chain = *state;
  static const int picked[] = {0}, freed[] = {0, 2, 3};
  struct subproblem subproblem;
  subproblem_build(chain->builder, chain->solution, picked, 1, &subproblem);
  assert_int_equal(subproblem.n_free, 3);
  assert_memory_equal(subproblem.columns, freed, sizeof freed);
  assert_int_equal(subproblem.programme->n_rows, 2);
  /* the broken row may stay so, at a price above all here */
  assert_int_equal(subproblem.programme->n_columns, 4);
  const struct column *relief = &subproblem.programme->columns[3];
  assert_int_equal(relief->upper, 1);
  assert_true(relief->cost > 10 + 11 + 1);
  assert_int_equal(subproblem.cost, 3 * 11 + relief->cost);
  subproblem_clear(&subproblem);
}

static void counts_alone_follow_the_placements(void **state)
{
  struct chain *chain = *state;
  static const int freed[] = {2, 3, 4};
  struct subproblem subproblem;
  subproblem_build_counts(chain->builder, chain->solution, &subproblem);
  assert_int_equal(subproblem.n_free, 3);
  assert_memory_equal(subproblem.columns, freed, sizeof freed);
  subproblem_clear(&subproblem);
}

static void only_what_differs_is_a_change(void **state)
{
  struct chain *chain = *state;
  static const int picked[] = {0};
  struct subproblem subproblem;
  struct change changes[3];
  subproblem_build(chain->builder, chain->solution, picked, 1, &subproblem);
  static const int64_t same[] = {0, 0, 3, 1}, other[] = {1, 0, 2, 0};
  assert_int_equal(subproblem_changes(&subproblem, chain->solution, same, changes), 0);
  assert_int_equal(subproblem_changes(&subproblem, chain->solution, other, changes), 2);
  assert_int_equal(changes[0].column, 0);
  assert_int_equal(changes[0].value, 1);
  assert_int_equal(changes[1].column, 3);
  assert_int_equal(changes[1].value, 2);
  subproblem_clear(&subproblem);
}

#define A_CHAIN(test) cmocka_unit_test_setup_teardown(test, open_chain, close_chain)

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_says_what_the_whole_says),
      A_CHAIN(counts_come_along),
      A_CHAIN(counts_alone_follow_the_placements),
      A_CHAIN(only_what_differs_is_a_change),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
