/* What changes after the month, in the pattern that is carried on. */
#include "model/waiting/capacity.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static const struct rule_example march = {
    .month_id = "2027-03",
    .service =
        "holidays: england-and-wales\n"
        "week: {mon-fri: [am, pm]}\n"
        "tasks:\n"
        "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
        "  fcp: {skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n",
};

/* Ann has a clinic every Monday and Friday that is open, Bob every Friday. */
static const char lines[] =
    "ann 2027-03-01 am clinic hove\n"
    "ann 2027-03-08 am clinic hove\n"
    "ann 2027-03-15 am clinic hove\n"
    "ann 2027-03-22 am clinic hove\n"
    "ann 2027-03-05 am clinic hove\n"
    "bob 2027-03-05 am clinic hove\n"
    "ann 2027-03-12 am clinic hove\n"
    "bob 2027-03-12 am clinic hove\n"
    "ann 2027-03-19 am clinic hove\n"
    "bob 2027-03-19 am clinic hove\n";

struct fixture {
  struct world *world;
  struct problem *problem;
  struct rota *rota;
  struct capacity *capacity;
};

static struct fixture begin(const struct rule_example *example, const char *assignments)
{
  struct fixture out = {.world = world_new(example, NULL)};
  GArray *items = world_assignments(out.world, assignments);
  out.problem = problem_new(out.world->service, out.world->month);
  out.rota =
      rota_new(out.problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  out.capacity = capacity_new(out.problem, out.rota);
  g_array_unref(items);
  return out;
}

static void end(struct fixture *fixture)
{
  capacity_free(fixture->capacity);
  rota_free(fixture->rota);
  problem_free(fixture->problem);
  world_free(fixture->world);
}

static void assert_weeks(const struct fixture *fixture, const int *slots, const int *attendees,
                         int n_weeks)
{
  struct capacity_horizon *horizon = capacity_carry_on(fixture->capacity, n_weeks);
  for (int w = 0; w < n_weeks; w++) {
    assert_int_equal(horizon->slots[CAPACITY_NEW][w], slots[w]);
    assert_int_equal(horizon->attendees[w], attendees[w]);
  }
  capacity_horizon_free(horizon);
}

/* From April a Monday offers 6 and a Friday 3, from Wednesday 21 April a Friday 12. March's own
 * weeks stay as they were built, and the first days of April are Thursday and Good Friday's next:
 * Easter Monday is in week 4, the holiday of 3 May in week 9. */
static void patterns_follow_each_other(void **state)
{
  (void)state;
  struct fixture tiny = begin(&march, lines);
  double usual[WEEK_DAYS][CAPACITY_KINDS] = {[0] = {6}, [4] = {3}};
  const int slots[] = {9, 9, 9, 3, 3, 9, 9, 18, 18, 12}, nobody[10] = {0};
  capacity_go_on(tiny.capacity, date_make(2027, 4, 1), usual);
  usual[4][CAPACITY_NEW] = 12;
  capacity_go_on(tiny.capacity, date_make(2027, 4, 21), usual);
  assert_true(capacity_pattern_on(tiny.capacity, date_make(2027, 4, 20))->usual[4][0] == 3);
  assert_true(capacity_pattern_on(tiny.capacity, date_make(2027, 4, 21))->usual[4][0] == 12);
  assert_weeks(&tiny, slots, nobody, 10);
  end(&tiny);
}

/* Four weeks from 29 March on, with an event on Saturday 17 April: it sees 50, one Monday lacks its
 * clinic and another has two. The days of March among them are March's own, and those after them as
 * usual. */
static void exceptions_count_once(void **state)
{
  (void)state;
  struct fixture tiny = begin(&march, lines);
  static const struct rule_example weeks = {
      .month_id = "2027-03-29",
      .service =
          "week: {mon-fri: [am, pm]}\n"
          "tasks:\n"
          "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
          "  fcp: {skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n",
      .month =
          "period: {from: 2027-03-29, weeks: 4}\n"
          "events:\n"
          "  day: {kind: community-appointment-day, at: hove, on: 2027-04-17 am, attendees: 50,\n"
          "        need: [{task: clinic, need: 1}]}\n",
  };
  struct fixture special = begin(&weeks,
                                 "ann 2027-03-29 am clinic hove\n"
                                 "ann 2027-04-12 am clinic hove\n"
                                 "bob 2027-04-12 am clinic hove\n"
                                 "ann 2027-04-17 am clinic hove\n");
  double usual[WEEK_DAYS][CAPACITY_KINDS] = {[0] = {3}};
  /* Easter Monday, the 29th, and 5 April, which lacks its clinic; two on the 12th, none on the 19th
   */
  const int slots[] = {9, 9, 9, 3, 0, 0, 6, 0, 3, 0}, people[] = {0, 0, 0, 0, 0, 0, 50, 0, 0, 0};
  capacity_go_on(tiny.capacity, date_make(2027, 4, 1), usual);
  capacity_except(tiny.capacity, special.capacity);
  assert_weeks(&tiny, slots, people, 10);
  end(&special);
  end(&tiny);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(patterns_follow_each_other),
      cmocka_unit_test(exceptions_count_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
