/* Negative wishes of Cat, who can work in 24 sessions of the tiny month, at Hove, Crawley
 * or remotely: throughout the month and by session, worked out by hand. */
#include "model/avoidance.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static const struct rule_example asked = {
    .clinicians = "dan: {band: 6, sites: remote, works: {mon-fri: [am, pm]}, skills: {msk: yes}}\n",
    .files = {{WORLD_MONTH "/preferences/cat.yaml",
               "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
               "locations: {crawley: avoid, hove: dislike}\n"
               "tasks: {support: dislike, clinic: love}\n"
               "people: {bob: avoid, dan: avoid, ann: like}\n"
               "sessions:\n"
               "  - {on: 2027-02-02 pm, want: off}\n"
               "  - {on: 2027-02-03 am, want: off, how: like}\n"
               "  - {every: mon am, want: {task: clinic}, how: avoid}\n"
               "  - {on: 2027-02-10 am, want: {at: crawley}}\n"},
              {WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\ncat,2027-02-24,2027-02-24,annual\n"}},
};

static void assert_avoided(const char *lines, const struct avoidance *all,
                           const struct avoidance *firm)
{
  struct world *world = world_new(&asked, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, lines);
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  int cat = service_clinician(world->service, "cat");
  for (int i = 0; i < 2; i++) {
    const struct avoidance *wanted = i == 0 ? all : firm;
    struct avoidance found = avoidance_of(problem, rota, cat, i == 1);
    assert_int_equal(found.asked, wanted->asked);
    assert_int_equal(found.met, wanted->met);
    assert_int_equal(found.sessions, wanted->sessions);
    assert_int_equal(found.sessions_met, wanted->sessions_met);
  }
  struct avoidance none =
      avoidance_of(problem, rota, service_clinician(world->service, "bob"), false);
  assert_int_equal(none.asked + none.sessions, 0);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

/* 22 sessions for each of two places, support and Bob, the two to be off, and the clinic of
 * four Mondays: 94. Dan, who works remotely, is never met. Of the strongest: Crawley, Bob, Dan,
 * one to be off and the Mondays: 49. */
static void test_nothing_goes_against_them(void **state)
{
  (void)state;
  const struct avoidance all = {8, 8, 94, 94}, firm = {5, 5, 49, 49};
  assert_avoided("bob 2027-02-02 am clinic hove\n", &all, &firm);
}

/* Monday's clinic at Hove goes against Hove, against Bob and against what was asked of
 * Mondays; the support against support and being off; the clinic at Crawley against that. */
static void test_each_session_counts_once_for_each_wish(void **state)
{
  (void)state;
  const struct avoidance all = {8, 2, 94, 94 - 6}, firm = {5, 1, 49, 49 - 4};
  assert_avoided(
      "cat 2027-02-01 am clinic hove\n"
      "bob 2027-02-01 am clinic hove\n"
      "cat 2027-02-02 pm support remote\n"
      "bob 2027-02-02 pm support remote\n"
      "dan 2027-02-02 pm support remote\n"
      "cat 2027-02-09 am clinic crawley\n",
      &all, &firm);
}

/* Work on a day of leave counts where it goes against a wish: at Hove, and as support. */
static void test_unlawful_work_counts(void **state)
{
  (void)state;
  const struct avoidance all = {8, 6, 96, 94}, firm = {5, 5, 49, 49};
  assert_avoided("cat 2027-02-24 am support hove\n", &all, &firm);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing_goes_against_them),
      cmocka_unit_test(test_each_session_counts_once_for_each_wish),
      cmocka_unit_test(test_unlawful_work_counts),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
