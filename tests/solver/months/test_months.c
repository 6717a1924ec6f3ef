/* Whole months: mixtures of them cost less than any rota, what they come to is lawful, and where a
 * ward can have all that it wants, it has. */
#include "solver/engine.h"
#include "solver/lns/lns.h"
#include "solver/months/generation.h"
#include "solver/months/months.h"
#include "solver/months/nearest_months.h"
#include "tests/support/check.h"
#include "tests/support/sample.h"
#include "tests/support/ward.h"

#include <math.h>

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

/* Nobody lacks a month, and the mixture costs no more than the rota x. */
static void assert_no_dearer(const struct generation *generation, const struct programme *p,
                             const int64_t *x)
{
  assert_true(generation->master->lacking < 1e-6);
  assert_true(generation->master->cost + (double)generation->reduction.constant <=
              (double)programme_objective(p, x) + 1e-6);
}

/* A mixture is a relaxation: once no month is cheaper at its prices it costs no more than a rota,
 * nobody lacks one, and that is proven. With something fixed it costs no less. */
static void a_mixture_costs_no_more_than_a_rota(void **state)
{
  (void)state;
  struct warded warded;
  struct programme *p = wanting(A_DAY);
  open_ward(&warded, p);
  g_autofree int64_t *x = lawful_rota(&warded);
  struct generation *generation = generation_new(&warded.run);
  assert_true(generation->by_diagrams);
  assert_true(generation_work(generation));
  struct master *master = generation->master;
  double mixture = master->cost, constant = (double)generation->reduction.constant;
  int64_t bound;
  assert_no_dearer(generation, p, x);
  assert_true(run_bound(&warded.run, &bound));
  assert_true((double)bound <= ceil(mixture + constant - 1e-6));
  assert_true((double)bound >= mixture + constant - 1); /* half a point, spread over all */
  enum status status;
  master->fixed[0] = 1;
  assert_true(master_solve(master, 0, &status));
  assert_true(master->cost >= mixture - 1e-6);
  generation_free(generation);
  close_ward(&warded);
}

/* Hours that the first nurse may lack, at a price: a slack, or of too many values for a diagram
 * where another row speaks of them. */
static struct programme *wanting_with_hours_to_lack(bool in_two_rows)
{
  enum { HOURS = 100 };
  struct programme *p = wanting(A_DAY);
  struct column lacking = {.upper = HOURS, .cost = 1, .label = p->columns[0].label};
  int column = programme_add_column(p, lacking);
  for (int d = 0; d < WARD_DAYS; d++)
    programme_add_term(p, d, HOURS / WARD_DAYS);
  programme_add_term(p, column, 1);
  programme_add_row(p, HOURS, PROGRAMME_INFINITY, LABEL_NONE);
  if (in_two_rows) {
    programme_add_term(p, column, 1);
    programme_add_term(p, 0, 1);
    programme_add_row(p, 0, HOURS, LABEL_NONE);
  }
  return p;
}

static void who_may_lack_hours_has_a_diagram(void **state)
{
  (void)state;
  struct warded warded;
  open_ward(&warded, wanting_with_hours_to_lack(false));
  g_autofree int64_t *x = lawful_rota(&warded);
  struct generation *months = months_new(&warded.run);
  int64_t bound;
  assert_non_null(months);
  assert_true(generation_work(months));
  assert_no_dearer(months, warded.programme, x);
  assert_true(run_bound(&warded.run, &bound));
  months_free(months);
  close_ward(&warded);
}

/* Where no rule of a person binds two days, months say no more than the relaxation. */
static void where_no_days_are_bound_there_are_no_months(void **state)
{
  (void)state;
  struct warded warded;
  struct programme *p = programme_new();
  for (int nurse = 0; nurse < 2; nurse++)
    for (int day = 0; day < 3; day++)
      sample_placement(p, nurse, day, -1);
  for (int k = 0; k < p->n_columns; k++)
    programme_add_term(p, k, 1);
  programme_add_row(p, 0, 4, LABEL_NONE);
  open_ward(&warded, p);
  assert_null(months_new(&warded.run));
  close_ward(&warded);
}

/* Where annealing is in vain GLPK finds the months of who has no diagram, which prove nothing. */
static void who_has_no_diagram_has_months(void **state)
{
  (void)state;
  struct warded warded;
  open_ward(&warded, wanting_with_hours_to_lack(true));
  g_autofree int64_t *x = lawful_rota(&warded);
  assert_null(months_new(&warded.run));
  run_set_anneals_in_vain(&warded.run);
  struct generation *months = months_new(&warded.run);
  int64_t bound;
  assert_null(months->diagrams[0]);
  assert_non_null(months->diagrams[1]);
  assert_true(generation_work(months));
  assert_no_dearer(months, warded.programme, x);
  assert_false(run_bound(&warded.run, &bound));
  months_free(months);
  close_ward(&warded);
}

/* The months of a rota, and no others, mix to that rota and cost what it costs. */
static void a_rota_is_made_of_its_months(void **state)
{
  (void)state;
  struct warded warded;
  struct programme *p = wanting(A_DAY);
  open_ward(&warded, p);
  g_autofree int64_t *x = lawful_rota(&warded);
  struct generation *generation = generation_new(&warded.run);
  generation_add_rota(generation, x);
  enum status status;
  assert_true(master_solve(generation->master, 0, &status));
  assert_true(generation->master->lacking < 1e-6);
  assert_int_equal(generation->master->months->len, NURSES);
  g_autofree int64_t *left = g_new0(int64_t, (gsize)p->n_columns + 1);
  master_read(generation->master, left);
  reduction_restore(&generation->reduction, left);
  for (int j = 0; j < NURSES * WARD_DAYS; j++)
    assert_int_equal(generation->reduction.x[j], x[j]);
  generation_free(generation);
  close_ward(&warded);
}

/* Who breaks a rule has another month, who breaks none keeps theirs. */
static void broken_months_are_changed(void **state)
{
  (void)state;
  struct warded warded;
  struct programme *p = ward_months(NURSES, NURSES);
  open_ward(&warded, p);
  g_autofree int64_t *x = lawful_rota(&warded);
  g_autofree int64_t *other = g_memdup2(x, (gsize)p->n_columns * sizeof *x);
  for (int d = 0; d < WARD_DAYS; d++)
    other[d] = d % 2; /* the first nurse's */
  run_clear(&warded.run);
  run_begin(&warded.run, warded.view, &warded.settings, other);
  assert_true(run_is_broken(&warded.run));
  struct lns *lns = lns_new(&warded.run, warded.index);
  nearest_months(&warded.run, lns);
  assert_false(run_is_broken(&warded.run));
  for (int j = WARD_DAYS; j < NURSES * WARD_DAYS; j++)
    assert_int_equal(warded.run.best->x[j], x[j]);
  lns_free(lns);
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
  nearest_months(&warded.run, lns);
  struct generation *months = months_new(&warded.run);
  months_search(months, lns, 0);
  months_free(months);
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
      cmocka_unit_test(who_may_lack_hours_has_a_diagram),
      cmocka_unit_test(where_no_days_are_bound_there_are_no_months),
      cmocka_unit_test(who_has_no_diagram_has_months),
      cmocka_unit_test(a_rota_is_made_of_its_months),
      cmocka_unit_test(broken_months_are_changed),
      cmocka_unit_test(a_ward_has_what_it_can_have),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
