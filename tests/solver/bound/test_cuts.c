/* Cuts are kept by every solution, cut the point off that they were made for, and
 * raise the bound of the relaxation. */
#include "solver/bound/cuts.h"
#include "solver/bound/pdhg.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>
#include <math.h>

enum { PROGRAMMES = 300, ITERATIONS = 2000 };

static int add_cuts(struct programme *programme, const struct pdhg *method)
{
  g_autofree double *point = g_new(double, (gsize)programme->n_columns + 1);
  struct cuts *cuts = cuts_new(programme);
  pdhg_values(method, point);
  int added = cuts_add(cuts, point);
  cuts_free(cuts);
  return added;
}

static double bound_of(const struct programme *programme, struct pdhg *method)
{
  g_autofree double *prices = g_new(double, (gsize)programme->n_rows + 1);
  pdhg_iterate(method, ITERATIONS);
  pdhg_duals(method, prices);
  return sample_dual_value(programme, prices) - 1e-3;
}

static void cuts_raise_the_bound_and_keep_it_one(void **state)
{
  (void)state;
  int met = 0, compared = 0, risen = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum;
    if (sample_enumerate(programme, &optimum)) {
      struct pdhg *method = pdhg_new(programme);
      double value = bound_of(programme, method), first = value;
      assert_true(ceil(value) <= (double)optimum);
      for (int round = 0; round < 4 && add_cuts(programme, method) > 0; round++) {
        struct pdhg *next = pdhg_new(programme);
        pdhg_warm_start(next, method, NULL, NULL, pdhg_rows(method));
        pdhg_free(method);
        method = next;
        value = MAX(value, bound_of(programme, method));
      }
      pdhg_free(method);
      assert_true(ceil(value) <= (double)optimum);
      met += ceil(value) == (double)optimum;
      risen += ceil(value) > ceil(first);
      compared++;
    }
    programme_free(programme);
  }
  assert_true(met > compared / 2); /* and they are worth having */
  assert_true(risen > 0);
}

/* Every solution satisfies every cut, at whatever points they are made. */
static void cuts_keep_every_solution(void **state)
{
  (void)state;
  int cut = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    struct cuts *cuts = cuts_new(programme);
    GRand *rand = g_rand_new_with_seed((guint32)seed);
    g_autofree double *point = g_new(double, (gsize)programme->n_columns + 1);
    int64_t before = 0, after = 0;
    int rows = programme->n_rows;
    bool lawful = sample_enumerate(programme, &before);
    for (int times = 0; times < 20; times++) {
      for (int j = 0; j < programme->n_columns; j++)
        point[j] = g_rand_double_range(rand, (double)programme->columns[j].lower,
                                       (double)programme->columns[j].upper + 1e-9);
      cuts_add(cuts, point);
    }
    /* each solution: as whatever costs there are, the cheapest stays so */
    for (int times = 0; times < 5; times++) {
      for (int j = 0; j < programme->n_columns; j++)
        programme->columns[j].cost = g_rand_int_range(rand, -9, 10);
      int all = programme->n_rows;
      bool with = sample_enumerate(programme, &after);
      programme->n_rows = rows;
      assert_int_equal(sample_enumerate(programme, &before), with);
      assert_true(!with || before == after);
      programme->n_rows = all;
      assert_int_equal(with, lawful);
    }
    cut += programme->n_rows > rows;
    cuts_free(cuts);
    g_rand_free(rand);
    programme_free(programme);
  }
  assert_true(cut > PROGRAMMES / 2);
}

/* 2 x + 2 y <= 3 of two 0-1 columns: x + y <= 1. The cut's price is the row's, by its
 * share in it; and without a price it is taken out, and may come again. */
static void a_cut_is_credited_and_dropped(void **state)
{
  (void)state;
  static const int64_t row[] = {2, 2};
  static const double point[] = {0.75, 0.75};
  struct programme *p = programme_new();
  sample_placement(p, 0, 0, -1);
  sample_placement(p, 0, 1, -1);
  sample_row(p, -PROGRAMME_INFINITY, row, 3);
  struct cuts *cuts = cuts_new(p);
  assert_int_equal(cuts_add(cuts, point), 1);
  assert_int_equal(p->n_rows, 2);
  assert_int_equal(p->terms[2].coefficient, p->terms[3].coefficient);
  assert_int_equal(p->rows[1].upper, p->terms[2].coefficient);
  assert_int_equal(cuts_add(cuts, point), 0); /* it is there */
  double prices[] = {-1, -2};
  cuts_credit(cuts, prices, 2);
  assert_true(prices[0] < -1.5 && prices[0] > -2.001); /* a half of it at most */
  int places[2];
  const double priced[] = {0, -2}, idle[] = {0, 0};
  cuts_drop(cuts, priced, 2, places);
  assert_int_equal(p->n_rows, 2);
  double later[] = {-1, -2};
  cuts_credit(cuts, later, 2);
  assert_true(later[0] == prices[0]); /* what stays is credited as before */
  cuts_drop(cuts, idle, 2, places);
  assert_int_equal(p->n_rows, 1);
  assert_int_equal(places[0], 0);
  assert_int_equal(p->n_terms, 2);
  double alone[] = {-1};
  cuts_credit(cuts, alone, 1);
  assert_true(alone[0] == -1); /* of what is gone there is nothing to credit */
  assert_int_equal(cuts_add(cuts, point), 1);
  cuts_free(cuts);
  programme_free(p);
}

/* x <= 10 z and x + w >= 7: neither row by itself says that z is 1 or w is 7, their sum
 * without x does: 10 z + w >= 7, and so 7 z + w >= 7. */
static void rows_are_added_up_for_a_cut(void **state)
{
  (void)state;
  static const int64_t rows[][3] = {{1, 0, -10}, {1, 1, 0}};
  static const double point[] = {7, 0, 0.7};
  struct programme *p = programme_new();
  sample_column(p, 0, 20, 0);
  sample_column(p, 0, 20, 1);
  sample_column(p, 0, 1, 5);
  sample_row(p, -PROGRAMME_INFINITY, rows[0], 0);
  sample_row(p, 7, rows[1], PROGRAMME_INFINITY);
  struct cuts *cuts = cuts_new(p);
  assert_int_equal(cuts_add(cuts, point), 1);
  const struct row *cut = &p->rows[2];
  assert_int_equal(cut->count, 2);
  assert_int_equal(cut->upper, -7);
  for (int k = cut->first; k < cut->first + 2; k++)
    assert_int_equal(p->terms[k].coefficient, p->terms[k].column == 1 ? -1 : -7);
  cuts_free(cuts);
  programme_free(p);
}

/* Of `count` columns no two together, a row for each pair. */
static struct programme *one_of(int count)
{
  struct programme *p = programme_new();
  for (int j = 0; j < count; j++)
    sample_placement(p, 0, j, -1);
  for (int i = 0; i < count; i++)
    for (int j = 0; j < i; j++) {
      programme_add_term(p, i, 1);
      programme_add_term(p, j, 1);
      programme_add_row(p, -PROGRAMME_INFINITY, 1, p->columns[i].label);
    }
  return p;
}

/* Is the row "of its `count` columns one at most"? */
static bool is_one_of(const struct programme *p, int row, int count)
{
  const struct row *r = &p->rows[row];
  bool same = r->count == count;
  for (int k = r->first; same && k < r->first + r->count; k++)
    same = p->terms[k].coefficient == r->upper;
  return same;
}

/* Three pairs: nothing can be eliminated, but twice x + y + z is odd, so x + y + z <= 1. */
static void an_odd_sum_is_halved(void **state)
{
  (void)state;
  static const double half[] = {0.5, 0.5, 0.5}, lawful[] = {0.4, 0.3, 0.3};
  struct programme *p = one_of(3);
  struct cuts *cuts = cuts_new(p);
  assert_int_equal(cuts_add(cuts, lawful), 0);
  assert_int_equal(cuts_add(cuts, half), 1);
  assert_true(is_one_of(p, 3, 3));
  cuts_free(cuts);
  programme_free(p);
}

static bool is_time(void *context)
{
  int *looks = context;
  return --*looks < 0;
}

/* There are more cuts than it has time for: it keeps what it has. */
static void when_it_is_time_no_more_are_made(void **state)
{
  (void)state;
  static const double half[] = {0.5, 0.5, 0.5, 0.5};
  int added[2];
  for (int many = 0; many < 2; many++) {
    int looks = many ? G_MAXINT : 8; /* of six rows each once, then each once more for odd sums */
    struct programme *p = one_of(4);
    struct cuts *cuts = cuts_new(p);
    cuts_end_when(cuts, is_time, &looks);
    added[many] = cuts_add(cuts, half);
    cuts_free(cuts);
    programme_free(p);
  }
  assert_in_range(added[false], 1, added[true] - 1);
}

/* Of four, "one of these three" are cuts of the pairs, and "one of all" is a cut of those: its
 * price goes to the pairs. */
static void cuts_are_made_of_cuts(void **state)
{
  (void)state;
  enum { PAIRS = 6 };
  static const double half[] = {0.5, 0.5, 0.5, 0.5}, third[] = {1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3};
  struct programme *p = one_of(4);
  struct cuts *cuts = cuts_new(p);
  assert_true(cuts_add(cuts, half) > 0);
  int threes = p->n_rows, found = -1;
  for (int i = PAIRS; i < threes; i++)
    assert_true(is_one_of(p, i, 3));
  assert_true(cuts_add(cuts, third) > 0);
  for (int i = threes; i < p->n_rows; i++)
    found = is_one_of(p, i, 4) ? i : found;
  assert_true(found >= 0);
  g_autofree double *prices = g_new0(double, (gsize)p->n_rows + 1);
  prices[found] = -1;
  cuts_credit(cuts, prices, p->n_rows);
  double sum = 0;
  for (int i = 0; i < PAIRS; i++)
    sum += prices[i];
  assert_true(sum < -1); /* a column is in three pairs, and there is a price on each of four */
  cuts_free(cuts);
  programme_free(p);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cuts_raise_the_bound_and_keep_it_one),
      cmocka_unit_test(cuts_keep_every_solution),
      cmocka_unit_test(a_cut_is_credited_and_dropped),
      cmocka_unit_test(rows_are_added_up_for_a_cut),
      cmocka_unit_test(an_odd_sum_is_halved),
      cmocka_unit_test(when_it_is_time_no_more_are_made),
      cmocka_unit_test(cuts_are_made_of_cuts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
