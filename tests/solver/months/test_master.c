/* The restricted master against figures by hand. */
#include "solver/engine.h"
#include "solver/months/master.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"

#include <math.h>

enum { ANN, BOB };

struct mixed {
  struct programme *programme;
  struct decomposition *decomposition;
  struct master *master;
};

static void open_mixed(struct mixed *mixed)
{
  struct programme *p = sample_two_sessions();
  mixed->programme = p;
  mixed->decomposition = decomposition_new(p);
  mixed->master = master_new(mixed->decomposition);
  master_add(mixed->master, ANN, (int64_t[]){1, 0});
  master_add(mixed->master, BOB, (int64_t[]){0, 0});
}

static void close_mixed(struct mixed *mixed)
{
  master_free(mixed->master);
  decomposition_free(mixed->decomposition);
  programme_free(mixed->programme);
  engine_leave();
}

static double cost_of(const struct mixed *mixed)
{
  enum status status;
  assert_true(master_solve(mixed->master, 0, &status));
  assert_int_equal(status, STATUS_OK);
  return mixed->master->cost;
}

static void assert_near(double a, double b)
{
  assert_true(fabs(a - b) < 1e-6);
}

/* What nobody does is missing, and worth its price; with the month that does it nothing is. */
static void the_best_mix_is_found(void **state)
{
  (void)state;
  struct mixed mixed;
  double prices[3];
  int64_t x[6];
  open_mixed(&mixed);
  assert_near(cost_of(&mixed), 7);
  master_prices(mixed.master, prices);
  assert_near(prices[1], 7);
  assert_near(prices[2], 0); /* ann's own row couples nobody */
  assert_near(mixed.master->duals[mixed.master->n_coupling + BOB], 0);
  master_add(mixed.master, BOB, (int64_t[]){0, 1});
  master_add(mixed.master, BOB, (int64_t[]){0, 1}); /* known */
  assert_int_equal(mixed.master->months->len, 3);
  assert_near(cost_of(&mixed), 3);
  assert_near(mixed.master->lacking, 0);
  master_read(mixed.master, x);
  assert_memory_equal(x, ((int64_t[]){1, 0, 0, 1, 0, 0}), sizeof x);
  close_mixed(&mixed);
}

/* Months that don't have what is fixed are out; and may be in again. */
static void what_is_fixed_is_in_all_months(void **state)
{
  (void)state;
  struct mixed mixed;
  open_mixed(&mixed);
  master_add(mixed.master, BOB, (int64_t[]){0, 1});
  mixed.master->fixed[3] = 0; /* his second session */
  assert_near(cost_of(&mixed), 7);
  mixed.master->fixed[3] = 1;
  assert_near(cost_of(&mixed), 3);
  double point[6];
  master_mix(mixed.master, point);
  assert_near(point[0], 1);
  assert_near(point[3], 1);
  assert_near(point[2] + point[4] + point[5], 0);
  mixed.master->fixed[3] = -1;
  assert_near(cost_of(&mixed), 3);
  close_mixed(&mixed);
}

static void who_has_no_month_is_lacking(void **state)
{
  (void)state;
  struct mixed mixed;
  open_mixed(&mixed);
  struct master *none = master_new(mixed.decomposition);
  enum status status;
  master_add(none, ANN, (int64_t[]){1, 0});
  assert_true(master_solve(none, 0, &status));
  assert_near(none->lacking, 1);
  assert_true(none->cost > 100);
  master_free(none);
  close_mixed(&mixed);
}

/* GLPK's objects go when a thread leaves it, or when it gives up: the master is made anew. */
static void what_is_lost_is_made_anew(void **state)
{
  (void)state;
  struct mixed mixed;
  open_mixed(&mixed);
  assert_near(cost_of(&mixed), 7);
  engine_leave();
  master_add(mixed.master, BOB, (int64_t[]){0, 1});
  assert_near(cost_of(&mixed), 3);
  engine_leave();
  close_mixed(&mixed);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_best_mix_is_found),
      cmocka_unit_test(what_is_fixed_is_in_all_months),
      cmocka_unit_test(who_has_no_month_is_lacking),
      cmocka_unit_test(what_is_lost_is_made_anew),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
