/* Branch and cut of one programme, against enumeration: what it calls optimal is,
 * whatever cut-off it was given; no bound it tells is above the optimum. */
#include "model/dice.h"
#include "solver/engine.h"
#include "solver/mip.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <glib.h>

enum { PROGRAMMES = 300, COLUMNS_MOST = 16 };

static struct mip_result solve(const struct programme *programme, const struct mip_limits *limits,
                               int64_t *x)
{
  struct mip_result result;
  assert_int_equal(mip_solve(programme, limits, x, &result), STATUS_OK);
  return result;
}

static void assert_optimal(const struct programme *programme, const struct mip_result *result,
                           const int64_t *x, int64_t optimum)
{
  assert_int_equal(result->end, MIP_OPTIMAL);
  assert_int_equal(result->cost, optimum);
  assert_true(result->has_bound);
  assert_int_equal(result->bound, optimum);
  assert_int_equal(programme_first_broken(programme, x), -1);
  assert_int_equal(programme_objective(programme, x), optimum);
}

/* A cut-off is the dearest cost that is looked for: just enough, more, and too little. */
static void a_cutoff_leaves_what_costs_as_little(void **state)
{
  (void)state;
  static const int64_t more[] = {0, 1, 5, INT64_MAX};
  int lawful = 0;
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    struct programme *programme = sample_tiny(seed);
    int64_t optimum, x[COLUMNS_MOST];
    bool found = sample_enumerate(programme, &optimum);
    for (gsize k = 0; found && k < G_N_ELEMENTS(more); k++)
      for (int thorough = 0; thorough < 2; thorough++) {
        struct mip_limits limits = {.cutoff = more[k] == INT64_MAX ? INT64_MAX : optimum + more[k],
                                    .thorough = thorough == 1};
        struct mip_result result = solve(programme, &limits, x);
        assert_optimal(programme, &result, x, optimum);
      }
    struct mip_limits limits = {.cutoff = found ? optimum - 1 : INT64_MAX};
    struct mip_result result = solve(programme, &limits, x);
    assert_int_equal(result.end, MIP_NONE);
    if (found && result.has_bound)
      assert_int_equal(result.bound, optimum);
    lawful += found;
    programme_free(programme);
  }
  engine_leave();
  assert_in_range(lawful, PROGRAMMES / 4, PROGRAMMES * 3 / 4);
}

/* A programme on which GLPK has to branch: pairs of columns that differ little. */
static struct programme *knapsack(int64_t base)
{
  static const int64_t sizes[] = {31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79};
  int64_t weights[G_N_ELEMENTS(sizes)], ones[G_N_ELEMENTS(sizes)];
  struct programme *programme = programme_new();
  for (gsize j = 0; j < G_N_ELEMENTS(sizes); j++) {
    sample_column(programme, 0, 1, base - sizes[j] - (int64_t)(j % 3));
    weights[j] = sizes[j];
    ones[j] = 1;
  }
  sample_row(programme, -PROGRAMME_INFINITY, weights, 300);
  sample_row(programme, 4, ones, 6);
  return programme;
}

static bool at_once(void *context)
{
  (void)context;
  return true;
}

/* A long relaxation is looked at in between; the time it keeps by itself. */
static void the_relaxation_may_be_stopped(void **state)
{
  (void)state;
  enum { SLICE = 1000 };
  struct programme *programme = sample_month(12, 1);
  struct mip_callbacks callbacks = {.ended = at_once};
  struct mip_limits asked = {.cutoff = INT64_MAX, .callbacks = &callbacks};
  struct mip_limits late = {.cutoff = INT64_MAX, .deadline_us = 1};
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns);
  struct mip_result result = solve(programme, &asked, x);
  assert_int_equal(result.end, MIP_LIMIT);
  assert_int_equal(result.iterations, SLICE);
  result = solve(programme, &late, x);
  assert_int_equal(result.end, MIP_LIMIT);
  assert_true(result.iterations < SLICE);
  programme_free(programme);
  engine_leave();
}

/* Its cost is approached from below, which bounds it all the same. */
static void a_relaxation_begun_bounds(void **state)
{
  (void)state;
  struct programme *programme = sample_month(12, 1);
  struct mip_limits root = {.cutoff = INT64_MAX, .iterations = 1};
  g_autofree int64_t *x = g_new(int64_t, (gsize)programme->n_columns);
  struct mip_result whole = solve(programme, &root, x);
  assert_true(whole.has_bound);
  int bounded = 0;
  for (int64_t most = 100; most < whole.iterations; most += 100) {
    struct mip_limits limits = {.cutoff = INT64_MAX, .at_root = most};
    struct mip_result result = solve(programme, &limits, x);
    assert_int_equal(result.end, MIP_LIMIT);
    assert_true(result.iterations <= most);
    if (result.has_bound)
      assert_true(result.bound <= whole.bound);
    bounded += result.has_bound;
  }
  assert_true(bounded > 0);
  programme_free(programme);
  engine_leave();
}

/* Four to six of twelve, that weigh no more than they may, at a thousand million each. */
static struct programme *dear_knapsack(uint64_t seed)
{
  struct dice dice = dice_numbered(seed, 1);
  struct programme *programme = programme_new();
  int64_t weights[12], ones[12];
  for (int j = 0; j < 12; j++) {
    sample_column(programme, 0, 1, 1000000000 - dice_below(&dice, 90));
    weights[j] = 30 + dice_below(&dice, 50);
    ones[j] = 1;
  }
  sample_row(programme, -PROGRAMME_INFINITY, weights, 200);
  sample_row(programme, 4, ones, 6);
  return programme;
}

struct told {
  struct programme *programme;
  int64_t optimum, best;
  int founds, bounds, priced;
  int64_t cutoff;
  bool end;
};

static void on_found(void *context, const int64_t *x)
{
  struct told *told = context;
  if (programme_first_broken(told->programme, x) >= 0)
    return; /* as whoever asks for them has to see to */
  told->best = MIN(told->best, programme_objective(told->programme, x));
  told->founds++;
}

static void on_bound(void *context, int64_t bound)
{
  struct told *told = context;
  assert_true(bound <= told->optimum);
  told->bounds++;
}

static void on_priced(void *context, double value, const double *prices)
{
  struct told *told = context;
  assert_non_null(prices);
  assert_true(value <= (double)told->optimum + 1e-6);
  told->priced++;
}

static bool on_ended(void *context)
{
  const struct told *told = context;
  return told->end;
}

static int64_t on_cutoff(void *context)
{
  const struct told *told = context;
  return told->cutoff;
}

static struct mip_callbacks callbacks_of(struct told *told)
{
  return (struct mip_callbacks){told, on_found, on_bound, on_priced, NULL, on_ended, on_cutoff};
}

static void what_it_tells_on_the_way_is_so(void **state)
{
  (void)state;
  struct told told = {.cutoff = INT64_MAX};
  struct mip_callbacks callbacks = callbacks_of(&told);
  struct mip_limits limits = {.cutoff = INT64_MAX, .callbacks = &callbacks};
  for (uint64_t seed = 1; seed <= PROGRAMMES; seed++) {
    int64_t x[COLUMNS_MOST];
    told.programme = seed == PROGRAMMES ? knapsack(10) : sample_tiny(seed);
    told.best = INT64_MAX;
    if (sample_enumerate(told.programme, &told.optimum)) {
      struct mip_result result = solve(told.programme, &limits, x);
      assert_optimal(told.programme, &result, x, told.optimum);
      assert_true(told.best == INT64_MAX || told.best >= told.optimum);
    }
    programme_free(told.programme);
  }
  engine_leave();
  assert_true(told.founds > 0 && told.bounds > 20);
  assert_true(told.priced > PROGRAMMES / 3);
}

/* With a cut-off columns are fixed that would cost more, and so nodes may look dearer than
 * what there is. */
static void bounds_told_under_a_cutoff_are_bounds(void **state)
{
  (void)state;
  static const int64_t more[] = {-1, 0, 1000};
  struct told told = {.programme = sample_month(8, 1), .cutoff = INT64_MAX};
  struct mip_callbacks callbacks = callbacks_of(&told);
  struct mip_limits limits = {.cutoff = INT64_MAX};
  g_autofree int64_t *x = g_new(int64_t, (gsize)told.programme->n_columns);
  struct mip_result result = solve(told.programme, &limits, x);
  assert_int_equal(result.end, MIP_OPTIMAL);
  told.optimum = result.cost;
  limits.callbacks = &callbacks;
  for (int k = 0; k < 3; k++) {
    limits.cutoff = told.optimum + more[k];
    result = solve(told.programme, &limits, x);
    assert_int_equal(result.end, more[k] < 0 ? MIP_NONE : MIP_OPTIMAL);
    assert_int_equal(result.bound, told.optimum);
  }
  assert_true(told.bounds > 10);
  programme_free(told.programme);
  engine_leave();
}

/* The cut-off is lowered to below the optimum while the search is at work: then
 * nothing is found, and the bound is what that says. */
static void a_cutoff_may_fall_on_the_way(void **state)
{
  (void)state;
  struct told told = {.programme = knapsack(10), .best = INT64_MAX};
  struct mip_callbacks callbacks = callbacks_of(&told);
  struct mip_limits limits = {.cutoff = INT64_MAX, .callbacks = &callbacks};
  int64_t x[COLUMNS_MOST];
  assert_true(sample_enumerate(told.programme, &told.optimum));
  told.cutoff = told.optimum - 1;
  struct mip_result result = solve(told.programme, &limits, x);
  assert_int_equal(result.end, MIP_NONE);
  assert_true(result.has_bound);
  assert_int_equal(result.bound, told.optimum);
  /* and the search is given up while it is young, for one that begins with it */
  limits.young = 1000000;
  result = solve(told.programme, &limits, x);
  assert_true(result.end == MIP_LIMIT || result.end == MIP_FOUND);
  programme_free(told.programme);
  engine_leave();
}

static void limits_end_it(void **state)
{
  (void)state;
  struct told told = {.programme = knapsack(10),
                      .best = INT64_MAX,
                      .cutoff = INT64_MAX,
                      .optimum = INT64_MAX,
                      .end = true};
  struct mip_callbacks callbacks = callbacks_of(&told);
  struct mip_limits limits[] = {
      {.cutoff = INT64_MAX, .callbacks = &callbacks},
      {.cutoff = INT64_MAX, .iterations = 1},
      {.cutoff = INT64_MAX, .deadline_us = 1},
  };
  int64_t optimum, x[COLUMNS_MOST];
  assert_true(sample_enumerate(told.programme, &optimum));
  for (gsize k = 0; k < G_N_ELEMENTS(limits); k++) {
    struct mip_result result = solve(told.programme, &limits[k], x);
    assert_true(result.end == MIP_LIMIT || result.end == MIP_FOUND);
    assert_true(!result.has_bound || result.bound <= optimum);
    if (result.end == MIP_FOUND)
      assert_true(result.cost >= optimum);
  }
  programme_free(told.programme);
  engine_leave();
}

/* Where a unit is less than what GLPK prunes by, it misses an optimum now and then; the
 * bound has to allow for that. */
static void costs_beyond_glpk_s_tolerance_are_bounded_all_the_same(void **state)
{
  (void)state;
  int missed = 0;
  for (uint64_t seed = 1; seed <= 60; seed++) {
    struct programme *programme = dear_knapsack(seed);
    struct mip_limits limits = {.cutoff = INT64_MAX};
    int64_t optimum, x[COLUMNS_MOST];
    if (sample_enumerate(programme, &optimum)) {
      struct mip_result result = solve(programme, &limits, x);
      assert_int_equal(result.end, MIP_OPTIMAL);
      assert_true(result.bound <= optimum && result.bound > optimum - 1000);
      missed += result.cost > optimum;
      limits.cutoff = optimum + 5;
      result = solve(programme, &limits, x);
      assert_true(!result.has_bound || result.bound <= optimum);
    }
    programme_free(programme);
  }
  engine_leave();
  assert_true(missed > 0);
}

/* One of four, at a hundred million each and a little more: the relaxation is as cheap as the
 * cheapest, and must not be taken for dearer. */
static void a_dear_relaxation_does_not_rule_out_its_own_cost(void **state)
{
  (void)state;
  static const int64_t base = 100000000, row[] = {1, 1, 1, 1};
  static const int64_t more[] = {0, 1, 20};
  struct programme *programme = programme_new();
  int64_t x[4];
  for (int j = 0; j < 4; j++)
    sample_column(programme, 0, 1, base + 7 * j);
  sample_row(programme, 1, row, 1);
  for (gsize k = 0; k < G_N_ELEMENTS(more); k++) {
    struct mip_limits limits = {.cutoff = base + more[k]};
    struct mip_result result = solve(programme, &limits, x);
    assert_int_equal(result.end, MIP_OPTIMAL);
    assert_int_equal(result.cost, base);
    assert_true(result.bound <= base);
  }
  programme_free(programme);
  engine_leave();
}

/* All is settled by the reduction, and by the cut-off then. */
static void nothing_may_be_left_to_search(void **state)
{
  (void)state;
  struct told told = {.programme = programme_new(), .cutoff = INT64_MAX, .optimum = 6};
  struct mip_callbacks callbacks = callbacks_of(&told);
  struct mip_limits limits = {.cutoff = 6, .callbacks = &callbacks};
  int64_t x[2] = {0};
  sample_column(told.programme, 2, 5, 3);
  struct mip_result result = solve(told.programme, &limits, x);
  assert_optimal(told.programme, &result, x, 6);
  limits.cutoff = 5;
  assert_int_equal(solve(told.programme, &limits, x).end, MIP_NONE);
  programme_free(told.programme);
  engine_leave();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_cutoff_leaves_what_costs_as_little),
      cmocka_unit_test(what_it_tells_on_the_way_is_so),
      cmocka_unit_test(bounds_told_under_a_cutoff_are_bounds),
      cmocka_unit_test(a_cutoff_may_fall_on_the_way),
      cmocka_unit_test(limits_end_it),
      cmocka_unit_test(the_relaxation_may_be_stopped),
      cmocka_unit_test(a_relaxation_begun_bounds),
      cmocka_unit_test(costs_beyond_glpk_s_tolerance_are_bounded_all_the_same),
      cmocka_unit_test(a_dear_relaxation_does_not_rule_out_its_own_cost),
      cmocka_unit_test(nothing_may_be_left_to_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
