/* Cells of demand, worked out by hand in the tiny month: 4 whole weeks. */
#include "model/demand_cell.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static struct demand_cell *cells_of(const char *demand, const char *month, const char *service,
                                    int *count, struct world **world, struct problem **problem)
{
  g_autofree char *text = g_strdup_printf("%sdemand:\n  - %s\n", service, demand);
  struct rule_example example = {.service = text, .month = month};
  *world = world_new(&example, NULL);
  *problem = problem_new((*world)->service, (*world)->month);
  return demand_cells(*problem, 0, count);
}

/* How many cells there are, and what they need together. */
struct sums {
  int cells, need, target;
};

static struct sums sums_of(const char *demand, const char *month, const char *service)
{
  struct world *world;
  struct problem *problem;
  struct sums sums = {0, 0, 0};
  g_autofree struct demand_cell *cells =
      cells_of(demand, month, service, &sums.cells, &world, &problem);
  for (int i = 0; i < sums.cells; i++) {
    sums.need += cells[i].need;
    sums.target += cells[i].target;
  }
  problem_free(problem);
  world_free(world);
  return sums;
}

static void assert_sums(struct sums sums, int cells, int need, int target)
{
  assert_int_equal(sums.cells, cells);
  assert_int_equal(sums.need, need);
  assert_int_equal(sums.target, target);
}

static void test_a_session_a_cell(void **state)
{
  (void)state;
  assert_sums(sums_of("{task: clinic, at: hove, sessions: mon am, need: 1, target: 3}", NULL, ""),
              4, 4, 12);
  assert_sums(sums_of("{task: duty, need: 1}", NULL, ""), 44, 44, 44);
}

static void test_dates_bound_it(void **state)
{
  (void)state;
  assert_sums(
      sums_of("{task: duty, sessions: am, need: 1, from: 2027-02-02, until: 2027-02-03}", NULL, ""),
      2, 2, 2);
}

static void test_every_site_or_all_together(void **state)
{
  (void)state;
  assert_sums(sums_of("{task: clinic, at: every hub, sessions: mon am, need: 2}", NULL, ""), 8, 16,
              16);
  assert_sums(sums_of("{task: clinic, at: hub, sessions: mon am, need: 2}", NULL, ""), 4, 8, 8);
}

/* 8000 patients at 1 for 3000 are 3 a week, rounded up. */
static void test_by_patients(void **state)
{
  (void)state;
  assert_sums(sums_of("{task: fcp, at: every pcn, per: week, need: 1 per 3000 patients}", NULL, ""),
              4, 12, 12);
}

/* On two Mondays an event does clinics at Hove: 3 of 4 sessions are left in those
 * weeks of Hove's, and on the Mondays those of Crawley. */
static void test_an_event_does_the_task_instead(void **state)
{
  (void)state;
  static const char event[] =
      "events:\n"
      "  mass: {name: Mass clinic, kind: mass-clinic, at: hove,\n"
      "         on: [2027-02-01 am, 2027-02-08 am], need: [{task: clinic, need: 2}]}\n";
  assert_sums(sums_of("{task: clinic, at: hove, sessions: mon am, need: 1}", event, ""), 2, 2, 2);
  assert_sums(
      sums_of("{task: clinic, at: hove, sessions: mon-thu am, per: week, need: 2}", event, ""), 4,
      8, 8);
  assert_sums(
      sums_of("{task: clinic, at: hove, sessions: mon-thu am, per: week, need: 4}", event, ""), 4,
      3 + 3 + 4 + 4, 3 + 3 + 4 + 4);
  assert_sums(sums_of("{task: clinic, at: hub, sessions: mon am, need: 1}", event, ""), 4, 4, 4);
  assert_sums(sums_of("{task: support, at: hove, sessions: mon am, need: 1}", event, ""), 4, 4, 4);
}

/* Of the 10 sessions of a week 7 are left: 3 x 7 / 10 is 2.1, 5 x 7 / 10 is 3.5
 * and rounds up. What is asked for a month or a day stays. */
static void test_a_week_cut_short_needs_pro_rata(void **state)
{
  (void)state;
  static const char closed[] =
      "closures: [{from: 2027-02-01, to: 2027-02-02, sessions: am, owed: no},\n"
      "           {from: 2027-02-03, to: 2027-02-03, sessions: pm, owed: no}]\n";
  assert_sums(sums_of("{task: clinic, sessions: am pm, per: week, need: 3, target: 5}", closed, ""),
              4, 3 * 3 + 2, 3 * 5 + 4);
  assert_sums(
      sums_of("{task: clinic, sessions: am pm, per: month, need: 3, target: 5}", closed, ""), 1, 3,
      5);
  assert_sums(sums_of("{task: clinic, sessions: am, per: day, need: 3}", closed, ""), 18, 54, 54);
}

/* Hove is open on Mondays and Tuesdays, 2 sessions a week; on the first Tuesday it is
 * closed, and half is needed. */
static void test_an_ordinary_week_is_of_the_sites_own_days(void **state)
{
  (void)state;
  static const char closed[] = "closures: [{site: hove, from: 2027-02-02, to: 2027-02-02}]\n";
  static const char two_days[] =
      "sites:\n"
      "  hove:    {kind: hub, rooms: 2, open: {mon-tue: \"08:00-20:00\"}}\n"
      "  crawley: {kind: hub, rooms: 1}\n"
      "  remote:  {kind: remote}\n";
  assert_sums(
      sums_of("{task: clinic, at: hove, sessions: am, per: week, need: 4}", closed, two_days), 4,
      2 + 3 * 4, 2 + 3 * 4);
}

static void test_a_week_beyond_the_month(void **state)
{
  (void)state;
  assert_sums(
      sums_of("{task: clinic, sessions: am pm, per: week, need: 4, from: 2027-02-26}", NULL, ""), 1,
      1, 1);
}

static void test_nothing_is_asked_of_a_closed_site(void **state)
{
  (void)state;
  static const char closed[] =
      "closures: [{site: hove, from: 2027-02-01, to: 2027-02-14, owed: no}]\n";
  assert_sums(sums_of("{task: clinic, at: every hub, sessions: mon am, need: 1}", closed, ""), 6, 6,
              6);
  assert_sums(sums_of("{task: clinic, at: hub, sessions: mon am, need: 1}", closed, ""), 4, 4, 4);
  static const char half_days[] =
      "sites:\n"
      "  hove:    {kind: hub, rooms: 2,\n"
      "            open: {mon-fri: \"08:00-13:00\"}}\n"
      "  crawley: {kind: hub, rooms: 1}\n"
      "  remote:  {kind: remote}\n";
  assert_sums(sums_of("{task: clinic, at: hove, sessions: mon am pm, need: 1}", NULL, half_days), 4,
              4, 4);
}

static void test_what_counts_in_a_cell(void **state)
{
  (void)state;
  struct world *world;
  struct problem *problem;
  int count;
  g_autofree struct demand_cell *cells =
      cells_of("{task: clinic, at: every hub, sessions: mon, per: week, need: 1}", NULL, "", &count,
               &world, &problem);
  int hove = service_site(world->service, "hove"),
      crawley = service_site(world->service, "crawley");
  int monday = month_slot(world->month, date_make(2027, 2, 1), 0);
  int tuesday = month_slot(world->month, date_make(2027, 2, 2), 0);
  int next = month_slot(world->month, date_make(2027, 2, 8), 1);
  assert_int_equal(count, 8);
  assert_int_equal(cells[0].site, hove);
  assert_true(demand_cell_has(problem, &cells[0], monday, hove));
  assert_false(demand_cell_has(problem, &cells[0], monday, crawley));
  assert_false(demand_cell_has(problem, &cells[0], tuesday, hove));
  assert_false(demand_cell_has(problem, &cells[0], next, hove));
  assert_true(demand_cell_has(problem, &cells[1], next, hove));
  assert_true(demand_cell_has(problem, &cells[5], next, crawley));
  int from, end;
  demand_cell_slots(problem, &cells[1], &from, &end);
  assert_int_equal(from, month_slot(world->month, date_make(2027, 2, 8), 0));
  assert_int_equal(end, month_slot(world->month, date_make(2027, 2, 15), 0));
  problem_free(problem);
  world_free(world);
}

static void test_a_line_of_the_month_replaces_one_of_the_service(void **state)
{
  (void)state;
  static const char same[] = "demand: [{task: duty, sessions: mon am, need: 2}]\n";
  static const char other[] = "demand: [{task: duty, sessions: tue am, need: 2}]\n";
  static const char here[] = "demand: [{task: duty, at: hove, sessions: mon am, need: 2}]\n";
  static const char both[] =
      "demand: [{task: duty, at: [hove, crawley], sessions: mon am, need: 2}]\n";
  static const char daily[] = "demand: [{task: duty, sessions: mon am, per: day, need: 2}]\n";
  static const char clinic[] = "demand: [{task: clinic, sessions: mon am, need: 2}]\n";
  assert_sums(sums_of("{task: duty, sessions: mon am, need: 1}", same, ""), 4, 8, 8);
  assert_sums(sums_of("{task: duty, at: hove, sessions: mon am, need: 1}", here, ""), 4, 8, 8);
  static const char *const others[] = {other, here, both, daily, clinic};
  for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
    assert_sums(sums_of("{task: duty, sessions: mon am, need: 1}", others[i], ""), 4, 4, 4);
  assert_sums(sums_of("{task: duty, at: crawley, sessions: mon am, need: 1}", both, ""), 4, 4, 4);
  assert_sums(sums_of("{task: duty, at: hove, sessions: mon am, need: 1}", both, ""), 4, 4, 4);
}

static void test_an_event_asks_outside_the_week(void **state)
{
  (void)state;
  struct rule_example example = {
      .month =
          "events:\n"
          "  cad: {name: Day, kind: cad, at: hove, on: 2027-02-13 am pm,\n"
          "        need: [{task: clinic, need: 2, target: 4, most: 5}]}\n"};
  struct world *world = world_new(&example, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  int count;
  g_autofree struct demand_cell *cells = demand_cells(problem, 0, &count);
  assert_int_equal(count, 2);
  assert_int_equal(cells[0].period, month_slot(world->month, date_make(2027, 2, 13), 0));
  assert_int_equal(cells[1].need, 2);
  assert_int_equal(cells[1].target, 4);
  assert_int_equal(cells[1].most, 5);
  assert_false(world->month->slots[cells[0].period].ordinary);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_session_a_cell),
      cmocka_unit_test(test_dates_bound_it),
      cmocka_unit_test(test_every_site_or_all_together),
      cmocka_unit_test(test_by_patients),
      cmocka_unit_test(test_an_event_does_the_task_instead),
      cmocka_unit_test(test_a_week_cut_short_needs_pro_rata),
      cmocka_unit_test(test_an_ordinary_week_is_of_the_sites_own_days),
      cmocka_unit_test(test_a_week_beyond_the_month),
      cmocka_unit_test(test_nothing_is_asked_of_a_closed_site),
      cmocka_unit_test(test_what_counts_in_a_cell),
      cmocka_unit_test(test_a_line_of_the_month_replaces_one_of_the_service),
      cmocka_unit_test(test_an_event_asks_outside_the_week),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
