/* Candidates, presence and contract minutes, worked out by hand. */
#include "model/contract.h"
#include "model/problem.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

enum { SESSION_MINUTES = 225, EVENING_MINUTES = 180 };

struct fixture {
  struct world *world;
  struct problem *problem;
};

static struct fixture begin(const struct rule_example *example, const char *rules)
{
  struct fixture out = {.world = world_new(example, rules)};
  out.problem = problem_new(out.world->service, out.world->month);
  return out;
}

static void end(struct fixture *fixture)
{
  problem_free(fixture->problem);
  world_free(fixture->world);
}

static int clinician(const struct fixture *fixture, const char *id)
{
  return service_clinician(fixture->world->service, id);
}

static int slot(const struct fixture *fixture, int day, const char *block)
{
  return month_slot(fixture->world->month, date_make(2027, 2, day),
                    service_block(fixture->world->service, block));
}

static bool present(const struct fixture *fixture, const char *id, int day, const char *block)
{
  return problem_present(fixture->problem, clinician(fixture, id), slot(fixture, day, block));
}

static void test_slots_of_the_month(void **state)
{
  (void)state;
  struct fixture tiny = begin(NULL, NULL);
  const struct month *month = tiny.world->month;
  assert_int_equal(month->n_slots, 20 * 2 + 4);
  assert_int_equal(month->n_weeks, 4);
  assert_int_equal(slot(&tiny, 6, "am"), NONE);
  assert_int_equal(slot(&tiny, 1, "eve"), NONE);
  assert_int_equal(month->slots[slot(&tiny, 2, "eve")].minutes, EVENING_MINUTES);
  assert_int_equal(month->slots[slot(&tiny, 26, "pm")].minutes, SESSION_MINUTES);
  assert_int_equal(month->days[month->slots[slot(&tiny, 8, "am")].day].week, 1);
  end(&tiny);
}

static void test_presence(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .clinicians =
          "bob: {band: 6, wte: 0.5, leaves: 2027-02-25,\n"
          "      works: {odd: {mon: [am]}, even: {thu: [pm]}}}\n",
      .month =
          "closures: [{from: 2027-02-10, to: 2027-02-10, sessions: pm},\n"
          "           {site: hove, from: 2027-02-11, to: 2027-02-11}]\n",
      .files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind,sessions\n"
                 "ann,2027-01-28,2027-02-02,annual,\n"
                 "ann,2027-02-03,2027-02-03,study,am\n"}},
  };
  struct fixture tiny = begin(&example, NULL);
  assert_false(present(&tiny, "ann", 1, "am"));
  assert_false(present(&tiny, "ann", 2, "eve"));
  assert_false(present(&tiny, "ann", 3, "am"));
  assert_true(present(&tiny, "ann", 3, "pm"));
  assert_true(present(&tiny, "ann", 10, "am"));
  assert_false(present(&tiny, "ann", 10, "pm"));
  assert_true(present(&tiny, "ann", 11, "am"));
  assert_true(present(&tiny, "bob", 1, "am"));
  assert_false(present(&tiny, "bob", 4, "pm"));
  assert_false(present(&tiny, "bob", 8, "am"));
  assert_true(present(&tiny, "bob", 11, "pm"));
  assert_false(present(&tiny, "bob", 26, "pm"));
  assert_false(present(&tiny, "cat", 4, "am"));
  end(&tiny);
}

/* Nothing but the standing rules: Cat, in the pattern, can do clinics and support. */
static void test_candidates(void **state)
{
  (void)state;
  struct fixture tiny = begin(NULL, NULL);
  const struct service *service = tiny.world->service;
  int cat = clinician(&tiny, "cat"), count;
  int first = problem_cell(tiny.problem, cat, slot(&tiny, 1, "am"), &count);
  static const char *const expected[][2] = {
      {"clinic", "hove"},     {"clinic", "crawley"}, {"support", "hove"},
      {"support", "crawley"}, {"support", "remote"},
  };
  assert_int_equal(count, 5);
  for (int i = 0; i < count; i++) {
    const struct assignment *at = &tiny.problem->candidates[first + i];
    assert_string_equal(service->tasks[at->task].id, expected[i][0]);
    assert_string_equal(service->sites[at->site].id, expected[i][1]);
    assert_int_equal(problem_candidate(tiny.problem, at), first + i);
  }
  problem_cell(tiny.problem, cat, slot(&tiny, 4, "am"), &count);
  assert_int_equal(count, 0);
  end(&tiny);
}

static void test_a_soft_rule_leaves_its_candidates(void **state)
{
  (void)state;
  struct fixture tiny = begin(NULL, "[{skill: {weight: 5}}]");
  struct assignment spine = {clinician(&tiny, "cat"), slot(&tiny, 1, "am"),
                             service_task(tiny.world->service, "spine"),
                             service_site(tiny.world->service, "hove"), false};
  assert_int_not_equal(problem_candidate(tiny.problem, &spine), NONE);
  assert_null(problem_barred_by(tiny.problem, &spine));
  end(&tiny);
  tiny = begin(NULL, NULL);
  assert_int_equal(problem_candidate(tiny.problem, &spine), NONE);
  assert_string_equal(problem_barred_by(tiny.problem, &spine)->name, "skill");
  end(&tiny);
}

static void test_locks_mark_their_candidates(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .files = {{"2027-02/locks.csv",
                 "clinician,date,session,task,site\n"
                 "bob,2027-02-03,pm,clinic,crawley\n"}},
  };
  struct fixture tiny = begin(&example, NULL);
  int locked = NONE;
  for (int i = 0; i < tiny.problem->n_candidates; i++)
    if (tiny.problem->candidates[i].locked) {
      assert_int_equal(locked, NONE);
      locked = i;
    }
  assert_int_not_equal(locked, NONE);
  assert_int_equal(tiny.problem->candidates[locked].clinician, clinician(&tiny, "bob"));
  assert_int_equal(tiny.problem->candidates[locked].slot, slot(&tiny, 3, "pm"));
  end(&tiny);
}

/* Ann's pattern is 10 x 225 + 180 = 2430 minutes a week for a contract of 2250:
 * the month's 9720 minutes owe 9000. Bob's pattern is his contract. Cat's is
 * 1350 for 1125: 5400 owe 4500. */
static void test_contract_minutes(void **state)
{
  (void)state;
  struct fixture tiny = begin(NULL, NULL);
  assert_int_equal(contract_minutes(tiny.problem, clinician(&tiny, "ann"), NULL), 9000);
  assert_int_equal(contract_minutes(tiny.problem, clinician(&tiny, "bob"), NULL), 9000);
  assert_int_equal(contract_minutes(tiny.problem, clinician(&tiny, "cat"), NULL), 4500);
  end(&tiny);
}

/* A holiday, a Friday of leave and an afternoon's closure: Bob owes 5 sessions
 * less. Of Cat's pattern the holiday alone takes 450 minutes, 450 x 1125 / 1350 =
 * 375 of the contract. */
static void test_leave_owes_nothing(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = "holidays: [2027-02-15]\n",
      .month = "closures: [{from: 2027-02-25, to: 2027-02-25, sessions: pm}]\n",
      .files = {{"2027-02/leave.csv",
                 "clinician,from,to,kind\n"
                 "bob,2027-02-26,2027-03-05,annual\n"}},
  };
  struct fixture tiny = begin(&example, NULL);
  assert_int_equal(contract_minutes(tiny.problem, clinician(&tiny, "bob"), NULL),
                   9000 - 5 * SESSION_MINUTES);
  assert_int_equal(contract_minutes(tiny.problem, clinician(&tiny, "cat"), NULL), 4500 - 375);
  end(&tiny);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_slots_of_the_month),
      cmocka_unit_test(test_presence),
      cmocka_unit_test(test_candidates),
      cmocka_unit_test(test_a_soft_rule_leaves_its_candidates),
      cmocka_unit_test(test_locks_mark_their_candidates),
      cmocka_unit_test(test_contract_minutes),
      cmocka_unit_test(test_leave_owes_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
