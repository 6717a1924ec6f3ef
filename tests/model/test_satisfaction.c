/* Points and satisfaction of Cat, who works 24 sessions of the tiny month, worked
 * out by hand from what she asks for:
 *
 *   clinic  crawley  2          clinic   hove    -1      with Bob: 1 more
 *   support crawley  2 - 2 = 0  support  hove    -2, the stronger of -1 and -2
 *   support remote   -2         on Tue 2 Feb pm nothing against it counts but -4
 */
#include "model/avoidance.h"
#include "model/satisfaction.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#define ASKED(submitted)                                                                           \
  "clinician: cat\nmonth: 2027-02\nsubmitted: " submitted                                          \
  "\n"                                                                                             \
  "locations: {crawley: love, hove: dislike}\n"                                                    \
  "tasks: {support: avoid}\n"                                                                      \
  "people: {bob: like}\n"                                                                          \
  "sessions: [{on: 2027-02-02 pm, want: off}]\n"

struct fixture {
  struct world *world;
  struct problem *problem;
  struct rota *rota;
  int ann, cat;
};

static struct fixture begin(const char *asked, const char *service, const char *lines)
{
  struct rule_example example = {.service = service,
                                 .files = {{"2027-02/preferences/cat.yaml", asked}}};
  struct fixture out = {.world = world_new(&example, NULL)};
  out.problem = problem_new(out.world->service, out.world->month);
  g_autoptr(GArray) items = world_assignments(out.world, lines);
  out.rota = rota_new(out.problem, (const struct assignment *)(void *)items->data, (int)items->len);
  out.ann = service_clinician(out.world->service, "ann");
  out.cat = service_clinician(out.world->service, "cat");
  return out;
}

static void end(struct fixture *fixture)
{
  rota_free(fixture->rota);
  problem_free(fixture->problem);
  world_free(fixture->world);
}

static void test_points_of_an_assignment(void **state)
{
  (void)state;
  static const int expected[] = {2, -1, 0, -2, -2, 2 - 4, -4};
  struct fixture tiny = begin(ASKED("2027-01-05"), NULL, "");
  g_autoptr(GArray) items = world_assignments(tiny.world,
                                              "cat 2027-02-02 am clinic crawley\n"
                                              "cat 2027-02-02 am clinic hove\n"
                                              "cat 2027-02-02 am support crawley\n"
                                              "cat 2027-02-02 am support hove\n"
                                              "cat 2027-02-02 am support remote\n"
                                              "cat 2027-02-02 pm clinic crawley\n"
                                              "cat 2027-02-02 pm support remote\n");
  for (guint i = 0; i < items->len; i++)
    assert_int_equal(preference_points(tiny.problem, &g_array_index(items, struct assignment, i)),
                     expected[i]);
  end(&tiny);
}

/* 23 sessions from -2 to 2 + 1; on the one that is asked off, from -4 to 0. */
static void test_range(void **state)
{
  (void)state;
  struct fixture tiny = begin(ASKED("2027-01-05"), NULL, "");
  struct satisfaction_range range;
  assert_true(satisfaction_range(tiny.problem, tiny.cat, &range));
  assert_int_equal(range.worst, 23 * -2 - 4);
  assert_int_equal(range.best, 23 * 3);
  assert_false(satisfaction_range(tiny.problem, tiny.ann, &range));
  assert_int_equal(satisfaction_percent(tiny.problem, tiny.rota, tiny.ann), -1);
  end(&tiny);
}

/* 3 with Bob, -4 and -1 are -2 points: 48 of 119 above the worst. */
static void test_points_of_a_rota(void **state)
{
  (void)state;
  struct fixture tiny = begin(ASKED("2027-01-05"), NULL,
                              "cat 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-01 am support crawley\n"
                              "cat 2027-02-02 pm support remote\n"
                              "bob 2027-02-02 pm support remote\n"
                              "cat 2027-02-03 am clinic hove\n");
  assert_int_equal(satisfaction_points(tiny.problem, tiny.rota, tiny.cat), -2);
  assert_int_equal(satisfaction_percent(tiny.problem, tiny.rota, tiny.cat), 40);
  struct avoidance avoidance = avoidance_of(tiny.problem, tiny.rota, tiny.cat, false);
  assert_int_equal(avoidance.asked, 3);
  assert_int_equal(avoidance.met, 0);
  end(&tiny);
}

static void test_wishes_to_avoid_that_are_met(void **state)
{
  (void)state;
  struct fixture tiny = begin(ASKED("2027-01-05"), NULL,
                              "cat 2027-02-02 am clinic crawley\n"
                              "cat 2027-02-03 am support crawley\n");
  struct avoidance avoidance = avoidance_of(tiny.problem, tiny.rota, tiny.cat, false);
  assert_int_equal(avoidance.asked, 3);
  assert_int_equal(avoidance.met, 2);
  end(&tiny);
}

/* Cat never works on Fridays: of three requests one is a wish. */
static void test_requests_for_when_nobody_works_are_none(void **state)
{
  (void)state;
  struct fixture tiny = begin(
      "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
      "sessions:\n"
      "  - {on: 2027-02-05 am, want: off}\n"
      "  - {every: fri, want: {task: clinic}, how: avoid}\n"
      "  - {on: 2027-02-02 am, want: off}\n",
      NULL, "cat 2027-02-01 am clinic crawley\n");
  struct avoidance avoidance = avoidance_of(tiny.problem, tiny.rota, tiny.cat, false);
  assert_int_equal(avoidance.asked, 1);
  assert_int_equal(avoidance.met, 1);
  end(&tiny);
}

/* A request may be for one task, or one site, or both: 2 points a love, so 4 x 1/2 for
 * "like" of the clinic at Hove on Monday, and -4 for "avoid" of support anywhere. */
static void test_requests_for_a_task_or_a_site(void **state)
{
  (void)state;
  static const char asked[] =
      "clinician: cat\nmonth: 2027-02\nsubmitted: 2027-01-05\n"
      "sessions:\n"
      "  - {on: 2027-02-01 am, want: {task: clinic, at: hove}, how: like}\n"
      "  - {on: 2027-02-02 am, want: {task: support}, how: avoid}\n"
      "  - {on: 2027-02-03 am, want: {at: crawley}, how: dislike}\n";
  struct fixture tiny = begin(asked, NULL,
                              "cat 2027-02-01 am clinic hove\n"
                              "cat 2027-02-02 am support remote\n"
                              "cat 2027-02-03 am clinic crawley\n");
  static const struct {
    const char *line;
    int points;
  } cases[] = {
      {"cat 2027-02-01 am clinic hove", 2},     {"cat 2027-02-01 am clinic crawley", 0},
      {"cat 2027-02-01 am support hove", 0},    {"cat 2027-02-01 pm clinic hove", 0},
      {"cat 2027-02-02 am support hove", -4},   {"cat 2027-02-02 am support remote", -4},
      {"cat 2027-02-02 am clinic hove", 0},     {"cat 2027-02-03 am support crawley", -2},
      {"cat 2027-02-03 am clinic crawley", -2}, {"cat 2027-02-03 am clinic hove", 0},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GArray) items = world_assignments(tiny.world, cases[i].line);
    assert_int_equal(preference_points(tiny.problem, &g_array_index(items, struct assignment, 0)),
                     cases[i].points);
  }
  struct avoidance avoidance = avoidance_of(tiny.problem, tiny.rota, tiny.cat, false);
  assert_int_equal(avoidance.asked, 2);
  assert_int_equal(avoidance.met, 0);
  end(&tiny);
  tiny = begin(asked, NULL,
               "cat 2027-02-02 am clinic hove\n"
               "cat 2027-02-03 am clinic hove\n");
  assert_int_equal(avoidance_of(tiny.problem, tiny.rota, tiny.cat, false).met, 2);
  end(&tiny);
}

#define LATE(what) "criteria: {close: 10th of the month before, late: " what "}\n"

/* Half of each number of points, towards 0: 1 at Crawley, nothing for Bob, -1 for
 * the -2 of support at Hove, -2 for the afternoon that is asked off. */
static void test_a_late_file_counts_for_less(void **state)
{
  (void)state;
  struct fixture tiny = begin(ASKED("2027-01-20"), LATE("half"),
                              "cat 2027-02-01 am clinic crawley\n"
                              "bob 2027-02-01 am support crawley\n"
                              "cat 2027-02-01 pm support hove\n"
                              "cat 2027-02-02 pm support remote\n");
  assert_int_equal(satisfaction_points(tiny.problem, tiny.rota, tiny.cat), 1 - 1 - 2);
  end(&tiny);
  tiny = begin(ASKED("2027-01-20"), LATE("ignore"), "cat 2027-02-01 am clinic crawley\n");
  assert_int_equal(satisfaction_points(tiny.problem, tiny.rota, tiny.cat), 0);
  assert_int_equal(satisfaction_percent(tiny.problem, tiny.rota, tiny.cat), -1);
  end(&tiny);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_points_of_an_assignment),
      cmocka_unit_test(test_range),
      cmocka_unit_test(test_points_of_a_rota),
      cmocka_unit_test(test_wishes_to_avoid_that_are_met),
      cmocka_unit_test(test_requests_for_when_nobody_works_are_none),
      cmocka_unit_test(test_requests_for_a_task_or_a_site),
      cmocka_unit_test(test_a_late_file_counts_for_less),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
