/* A rota that a search left without an event's people is no answer: the event is held, or known to
 * be impossible or dearer than its price, or named as not known. */
#include "planning/hold_events.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

/* All three can do a clinic at Hove on the first; nobody else is there. */
static const char possible[] =
    "events:\n"
    "  talk: {name: School talk, kind: school, at: hove, on: 2027-02-01 am,\n"
    "         need: [{task: clinic, need: 1, most: 1}]}\n"
    "  day: {name: Open day, kind: open-day, at: hove, on: 2027-02-02 am,\n"
    "        need: [{task: clinic, need: 1, most: 1}]}\n";
static const char impossible[] =
    "events:\n"
    "  talk: {name: School talk, kind: school, at: hove, on: 2027-02-01 am,\n"
    "         need: [{task: clinic, need: 9, most: 9}]}\n"
    "  day: {name: Open day, kind: open-day, at: hove, on: 2027-02-02 am,\n"
    "        need: [{task: clinic, need: 1, most: 1}]}\n";

struct fixture {
  struct world *world;
  struct problem *problem;
  struct build_settings settings;
  struct build_result built;
  char *unknown;
};

/* As after a search that has found nobody for anything; `stop` may be NULL. */
static void begin(struct fixture *at, const char *month, const volatile sig_atomic_t *stop)
{
  const struct rule_example example = {.month = month};
  *at = (struct fixture){.world = world_new(&example, NULL)};
  at->problem = problem_new(at->world->service, at->world->month);
  at->settings = build_default_settings();
  at->settings.seconds = 5;
  at->settings.threads = 1;
  at->settings.deterministic = TRUE;
  at->settings.stop = stop;
  at->built.verdict = BUILD_DONE;
  at->built.rota = rota_new(at->problem, NULL, 0);
  at->built.audit = audit_new(at->problem, at->built.rota);
  at->built.seconds = 1;
}

static void go_on(struct fixture *at)
{
  const struct build_request request = {at->problem, NULL, NULL, &at->settings};
  at->unknown = hold_events(&request, &at->built);
}

static void end(struct fixture *at)
{
  g_free(at->unknown);
  build_result_clear(&at->built);
  problem_free(at->problem);
  world_free(at->world);
}

/* People at work on the day's morning. */
static int people_on(const struct fixture *at, const char *day)
{
  int date = 0, out = 0;
  assert_true(date_parse(day, &date));
  for (int i = 0; i < at->built.rota->count; i++)
    out += at->problem->month->slots[at->built.rota->items[i].slot].date == date;
  return out;
}

static void what_can_be_held_is_held(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, possible, NULL);
  go_on(&at);
  assert_null(at.unknown);
  assert_true(people_on(&at, "2027-02-01") >= 1);
  assert_true(people_on(&at, "2027-02-02") >= 1);
  assert_int_equal(at.built.audit->broken, 0);
  assert_ptr_equal(at.built.audit->problem, at.problem);
  assert_true(at.built.seconds > 1);
  for (int d = 0; d < at.problem->n_demands; d++)
    assert_false(at.problem->demands[d].hard);
  end(&at);
}

static void what_is_impossible_keeps_nothing_else_from_being_held(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, impossible, NULL);
  go_on(&at);
  assert_null(at.unknown);
  assert_int_equal(at.built.verdict, BUILD_DONE);
  assert_true(people_on(&at, "2027-02-02") >= 1);
  assert_true(at.built.audit->cost > 0);
  end(&at);
}

static void what_time_leaves_open_is_named(void **state)
{
  (void)state;
  static const volatile sig_atomic_t stop = 1;
  struct fixture at;
  begin(&at, possible, &stop);
  go_on(&at);
  assert_string_equal(at.unknown, "School talk, Open day");
  assert_int_equal(at.built.rota->count, 0);
  end(&at);
}

/* That it costs less to cancel them is an answer. */
static void a_proven_rota_stands(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, possible, NULL);
  at.built.has_bound = true;
  at.built.bound = at.built.audit->cost;
  go_on(&at);
  assert_null(at.unknown);
  assert_int_equal(at.built.rota->count, 0);
  end(&at);
}

static void a_bound_below_the_rota_proves_nothing(void **state)
{
  (void)state;
  struct fixture at;
  begin(&at, possible, NULL);
  at.built.has_bound = true;
  at.built.bound = at.built.audit->cost - 1;
  go_on(&at);
  assert_null(at.unknown);
  assert_true(people_on(&at, "2027-02-01") >= 1);
  end(&at);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_can_be_held_is_held),
      cmocka_unit_test(what_is_impossible_keeps_nothing_else_from_being_held),
      cmocka_unit_test(what_time_leaves_open_is_named),
      cmocka_unit_test(a_proven_rota_stands),
      cmocka_unit_test(a_bound_below_the_rota_proves_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
