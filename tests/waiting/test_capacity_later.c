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

static void later_changes_act_from_their_dates(void **state)
{
  (void)state;
  struct world *world = world_new(&march, NULL);
  const struct service *service = world->service;
  GArray *items = world_assignments(world, lines);
  struct problem *problem = problem_new(service, world->month);
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct capacity *capacity = capacity_new(problem, rota);
  const struct later later[] = {
      {.kind = LATER_GONE,
       .from = date_make(2027, 4, 12),
       .clinician = service_clinician(service, "bob"),
       .site = NONE},
      {.kind = LATER_CLOSED,
       .from = date_make(2027, 4, 26),
       .until = date_make(2027, 4, 30),
       .clinician = NONE,
       .site = service_site(service, "hove")},
      {.kind = LATER_MORE,
       .from = date_make(2027, 5, 10),
       .clinician = service_clinician(service, "ann"),
       .site = NONE,
       .percent = 50},
      {.kind = LATER_EVENT,
       .from = date_make(2027, 4, 17),
       .until = date_make(2027, 4, 17),
       .clinician = NONE,
       .site = NONE,
       .attendees = 50},
  };
  capacity_later(capacity, rota, later, (int)G_N_ELEMENTS(later));
  struct capacity_horizon *horizon = capacity_carry_on(capacity, 12, -1);
  /* Easter Monday is in week 4, the holiday of 3 May in week 9. */
  const int expected[] = {9, 9, 9, 3, 6, 9, 6, 6, 0, 3, 9, 9};
  for (int w = 0; w < 12; w++) {
    assert_int_equal(horizon->slots[CAPACITY_NEW][w], expected[w]);
    assert_int_equal(horizon->attendees[w], w == 6 ? 50 : 0);
  }
  capacity_horizon_free(horizon);
  capacity_free(capacity);
  rota_free(rota);
  problem_free(problem);
  g_array_unref(items);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(later_changes_act_from_their_dates),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
