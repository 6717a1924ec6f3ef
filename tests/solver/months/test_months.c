/* Whole months: mixtures of them cost less than any rota, what they come to is lawful, and where a
 * ward can have all that it wants, it has. */
#include "solver/engine.h"
#include "solver/lns/lns.h"
#include "solver/months/generation.h"
#include "solver/months/months.h"
#include "tests/support/check.h"
#include "tests/support/ward.h"

enum { NURSES = 6, A_DAY = 3, SHORT = 100, TIME_LIMIT_MS = 300000 };

struct warded {
  struct programme *programme;
  struct column_view *view;
  struct placement_index *index;
  struct solver_settings settings;
  struct run run;
};

static void open_ward(struct warded *warded, struct programme *programme)
{
  *warded = (struct warded){.programme = programme, .settings = solver_default_settings()};
  warded->settings.time_limit_ms = TIME_LIMIT_MS;
  warded->view = column_view_new(programme);
  warded->index = placement_index_new(warded->view);
  run_begin(&warded->run, warded->view, &warded->settings, NULL);
  run_set_days_bind(&warded->run, true);
}

static void close_ward(struct warded *warded)
{
  run_clear(&warded->run);
  placement_index_free(warded->index);
  column_view_free(warded->view);
  programme_free(warded->programme);
  engine_leave();
}

static struct programme *wanting(int each_day)
{
  struct programme *p = ward_months(NURSES, NURSES);
  ward_want(p, NURSES, each_day, SHORT);
  return p;
}

/* Not the run's own. */
static int64_t *lawful_rota(struct warded *warded)
{
  struct lns *lns = lns_new(&warded->run, warded->index);
  int64_t *x = g_new0(int64_t, (gsize)warded->programme->n_columns + 1);
  lns_improve(lns, x, 30, 0.5);
  lns_free(lns);
  assert_int_equal(programme_first_broken(warded->programme, x), -1);
  return x;
}

/* A mixture is a relaxation: once no month is cheaper at its prices it costs no more than a rota,
 * and nobody lacks one. With a month fixed it costs no less. */
static void a_mixture_costs_no_more_than_a_rota(void **state)
{
  (void)state;
  struct warded warded;
  struct generation generation;
  struct programme *p = wanting(A_DAY);
  open_ward(&warded, p);
  g_autofree int64_t *x = lawful_rota(&warded);
  assert_true(generation_open(&generation, &warded.run));
  assert_true(generation_work(&generation));
  struct master *master = generation.master;
  double mixture = master->cost;
  assert_true(master->lacking < 1e-6);
  assert_true(mixture + (double)generation.reduction.constant <=
              (double)programme_objective(p, x) + 1e-6);
  enum status status;
  master->fixed[0] = 0;
  assert_true(master_solve(master, 0, &status));
  assert_true(master->cost >= mixture - 1e-6);
  generation_close(&generation);
  close_ward(&warded);
}

/* The months of a rota, and no others, mix to that rota and cost what it costs. */
static void a_rota_is_made_of_its_months(void **state)
{
  (void)state;
  struct warded warded;
  struct generation generation;
  struct programme *p = wanting(A_DAY);
  open_ward(&warded, p);
  g_autofree int64_t *x = lawful_rota(&warded);
  assert_true(generation_open(&generation, &warded.run));
  generation_add_rota(&generation, x);
  enum status status;
  assert_true(master_solve(generation.master, 0, &status));
  assert_true(generation.master->lacking < 1e-6);
  assert_int_equal(generation.master->months->len, NURSES);
  g_autofree int64_t *left = g_new0(int64_t, (gsize)p->n_columns + 1);
  master_read(generation.master, left);
  reduction_restore(&generation.reduction, left);
  for (int j = 0; j < NURSES * WARD_DAYS; j++)
    assert_int_equal(generation.reduction.x[j], x[j]);
  generation_close(&generation);
  close_ward(&warded);
}

/* It ends as soon as a rota costs as little as any can. */
static void a_ward_has_what_it_can_have(void **state)
{
  (void)state;
  struct warded warded;
  struct programme *p = wanting(A_DAY - 1);
  for (int j = 0; j < NURSES * WARD_DAYS; j++)
    p->columns[j].cost = 0;
  open_ward(&warded, p);
  run_raise_bound(&warded.run, 0);
  struct lns *lns = lns_new(&warded.run, warded.index);
  months_search(&warded.run, lns);
  int64_t cost;
  assert_true(run_best_cost(&warded.run, &cost));
  assert_int_equal(cost, 0);
  assert_int_equal(programme_first_broken(p, warded.run.best->x), -1);
  assert_true(run_seconds(&warded.run) < (double)TIME_LIMIT_MS / 1000);
  lns_free(lns);
  close_ward(&warded);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_mixture_costs_no_more_than_a_rota),
      cmocka_unit_test(a_rota_is_made_of_its_months),
      cmocka_unit_test(a_ward_has_what_it_can_have),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
