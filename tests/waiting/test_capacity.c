/* What a rota offers, counted by hand in the tiny world of February 2027. */
#include "model/waiting/capacity.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <math.h>

static const char tasks[] =
    "tasks:\n"
    "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
    "  spine: {skill: spine, at: hub, slots: {new: 2, mri: 9}}\n"
    "  fcp: {skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n"
    "  duty: {min_band: 7, at: [hub, remote]}\n";

struct fixture {
  struct world *world;
  struct problem *problem;
  struct rota *rota;
  struct capacity *capacity;
};

static struct fixture begin_under(const char *rules, const struct rule_example *example,
                                  const char *lines)
{
  struct fixture out = {.world = world_new(example, rules)};
  GArray *items = world_assignments(out.world, lines);
  out.problem = problem_new(out.world->service, out.world->month);
  out.rota =
      rota_new(out.problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  out.capacity = capacity_new(out.problem, out.rota);
  g_array_unref(items);
  return out;
}

static struct fixture begin(const struct rule_example *example, const char *lines)
{
  return begin_under(NULL, example, lines);
}

static void end(struct fixture *fixture)
{
  capacity_free(fixture->capacity);
  rota_free(fixture->rota);
  problem_free(fixture->problem);
  world_free(fixture->world);
}

static const struct capacity_day *on(const struct fixture *fixture, int day)
{
  return &fixture->capacity->days[day - 1];
}

static void test_slots_of_a_day(void **state)
{
  (void)state;
  static const struct rule_example example = {.service = tasks};
  struct fixture tiny = begin(&example,
                              "ann 2027-02-01 am clinic hove\n"
                              "ann 2027-02-01 pm spine hove\n"
                              "bob 2027-02-01 am fcp goldstone\n"
                              "cat 2027-02-02 am clinic crawley\n"
                              "ann 2027-02-02 am duty remote\n");
  assert_int_equal(on(&tiny, 1)->slots[CAPACITY_NEW], 3 + 2);
  assert_int_equal(on(&tiny, 1)->slots[CAPACITY_FOLLOW_UP], 5);
  assert_int_equal(on(&tiny, 1)->slots[CAPACITY_FCP], 11);
  assert_int_equal(on(&tiny, 2)->slots[CAPACITY_NEW], 3);
  assert_int_equal(on(&tiny, 3)->slots[CAPACITY_NEW], 0);
  assert_true(on(&tiny, 1)->open == 1 && on(&tiny, 6)->open == 0);
  end(&tiny);
}

static void assert_near(double found, double expected)
{
  assert_true(fabs(found - expected) < 1e-9);
}

/* 15 of the 225 minutes of a site's last session, the afternoon: 3 slots become 2.8, 5 become
 * 4.67 and 11 become 10.27. February has four Mondays. */
static void test_a_debrief_takes_its_share(void **state)
{
  (void)state;
  static const struct rule_example example = {.service = tasks};
  struct fixture tiny = begin_under("[{debrief: {leaders: {band: 7}, minutes: 15}}]", &example,
                                    "cat 2027-02-01 am clinic hove\n"
                                    "ann 2027-02-01 pm clinic hove\n"
                                    "bob 2027-02-01 pm fcp goldstone\n");
  assert_near(on(&tiny, 1)->slots[CAPACITY_NEW], 3 + 2.8);
  assert_near(on(&tiny, 1)->slots[CAPACITY_FOLLOW_UP], 5 + 4.67);
  assert_near(on(&tiny, 1)->slots[CAPACITY_FCP], 10.27);
  assert_near(tiny.capacity->usual[0][CAPACITY_NEW], 5.8 / 4);
  assert_int_equal(tiny.capacity->pcns[0].slots, 10);
  end(&tiny);
}

static const char sees[] =
    "sees: {6: 80}\n"
    "tasks:\n"
    "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
    "  fcp: {skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n";

static const char ann_sees_half[] =
    "ann: {band: 7, works: {mon-fri: [am, pm]}, sees: 50,\n"
    "      skills: {msk: yes, fcp: {stage: 2}},\n"
    "      changes: [{from: 2027-02-02, sees: 100}]}\n";

/* Ann sees half of 3, 5 and 11 until the 2nd, and a band 6 four fifths. */
static void test_slots_go_by_who_is_there(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = sees,
      .clinicians = ann_sees_half,
  };
  struct fixture tiny = begin(&example,
                              "ann 2027-02-01 am clinic hove\n"
                              "bob 2027-02-01 am fcp goldstone\n"
                              "ann 2027-02-01 pm fcp goldstone\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "bob 2027-02-02 am clinic hove\n");
  assert_int_equal(on(&tiny, 1)->slots[CAPACITY_NEW], 2);
  assert_int_equal(on(&tiny, 1)->slots[CAPACITY_FOLLOW_UP], 3);
  assert_int_equal(on(&tiny, 1)->slots[CAPACITY_FCP], 9 + 6);
  assert_int_equal(on(&tiny, 2)->slots[CAPACITY_NEW], 3 + 2);
  assert_int_equal(on(&tiny, 2)->slots[CAPACITY_FOLLOW_UP], 5 + 4);
  assert_int_equal(tiny.capacity->pcns[0].slots, 9 + 6);
  end(&tiny);
}

/* Of what Ann sees, 2 of 3 and 3 of 5, and of Bob's 9 of 11, a debrief takes its part. */
static void test_a_debrief_takes_of_what_is_seen(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = sees,
      .clinicians = ann_sees_half,
  };
  struct fixture tiny = begin_under("[{debrief: {leaders: {band: 7}, minutes: 15}}]", &example,
                                    "ann 2027-02-01 pm clinic hove\n"
                                    "bob 2027-02-01 pm fcp goldstone\n");
  assert_near(on(&tiny, 1)->slots[CAPACITY_NEW], 1.87);
  assert_near(on(&tiny, 1)->slots[CAPACITY_FOLLOW_UP], 2.8);
  assert_near(on(&tiny, 1)->slots[CAPACITY_FCP], 8.4);
  end(&tiny);
}

static const char calls[] =
    "waiting_list: {classes: {routine: {standard: 12, referrals: 1}}, calls: {settled: 0.4}}\n"
    "sees: {6: 80}\n"
    "tasks:\n"
    "  clinic: {skill: msk, at: hub, slots: {new: 3, call: 2}}\n"
    "  triage: {at: [hub, remote], slots: {call: 9}}\n"
    "  phones: {at: [hub, remote], minutes_per_contact: 20}\n"
    "  letters: {at: remote, slots: {removal: 6}, minutes_per_contact: 20}\n";

/* 225 minutes hold 11 calls of 20 minutes; of somebody who sees 80%, 9; of the 210 that a debrief
 * leaves at the hub, 10. Who is called by slots is so by them alone. */
static void test_calls_and_validation(void **state)
{
  (void)state;
  static const struct rule_example example = {.service = calls};
  struct fixture tiny = begin_under("[{debrief: {leaders: {band: 7}, minutes: 15}}]", &example,
                                    "ann 2027-02-01 am triage remote\n"
                                    "bob 2027-02-01 am triage remote\n"
                                    "ann 2027-02-02 am phones remote\n"
                                    "bob 2027-02-03 am phones remote\n"
                                    "ann 2027-02-04 pm phones hove\n"
                                    "ann 2027-02-05 am letters remote\n"
                                    "ann 2027-02-08 am clinic hove\n");
  assert_near(on(&tiny, 1)->slots[CAPACITY_CALL], 9 + 7);
  assert_near(on(&tiny, 2)->slots[CAPACITY_CALL], 11);
  assert_near(on(&tiny, 3)->slots[CAPACITY_CALL], 9);
  assert_near(on(&tiny, 4)->slots[CAPACITY_CALL], 10);
  assert_near(on(&tiny, 5)->slots[CAPACITY_CALL], 0);
  assert_near(on(&tiny, 5)->slots[CAPACITY_REMOVAL], 6);
  assert_int_equal(tiny.capacity->clinicians, 2);
  for (int i = 0; i < tiny.rota->count; i++)
    if (tiny.problem->month->slots[tiny.rota->items[i].slot].date == date_make(2027, 2, 8))
      assert_int_equal(capacity_sees(tiny.problem, &tiny.rota->items[i]), 300 + 80);
  struct capacity_horizon *horizon = capacity_carry_on(tiny.capacity, 1);
  struct waiting_supply supply = capacity_supply(horizon);
  assert_int_equal(supply.calls[0], 16 + 11 + 9 + 10);
  assert_int_equal(supply.removals[0], 6);
  assert_int_equal(supply.clinicians, 2);
  capacity_horizon_free(horizon);
  end(&tiny);
}

/* A meeting of 75 minutes in a clinic of 225 takes a third of it from both who meet; one in
 * supporting time, as meetings are unless a rule says otherwise, takes nothing. */
static void test_a_meeting_takes_its_share(void **state)
{
  (void)state;
  static const struct rule_example example = {.service = tasks};
  static const char lines[] =
      "ann 2027-02-01 am clinic hove\n"
      "bob 2027-02-01 am clinic hove\n"
      "cat 2027-02-02 am clinic crawley\n";
  struct fixture tiny = begin_under(
      "[{team_meeting: {task: clinic, minutes: 75, together: yes, quorum: 50}}]", &example, lines);
  assert_near(on(&tiny, 1)->slots[CAPACITY_NEW], 2 + 2);
  assert_near(on(&tiny, 1)->slots[CAPACITY_FOLLOW_UP], 3.33 + 3.33);
  assert_near(on(&tiny, 2)->slots[CAPACITY_NEW], 3);
  end(&tiny);
  tiny = begin_under("[{team_meeting: {task: duty, minutes: 75, together: yes}}]", &example, lines);
  assert_near(on(&tiny, 1)->slots[CAPACITY_NEW], 3 + 3);
  end(&tiny);
}

/* On Saturday the 20th, am and pm, 101 attendees come: when everybody needed is
 * there, they count and the slots of the event's task do not. */
static void test_an_event_counts_once(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = tasks,
      .month =
          "events:\n"
          "  day: {kind: community-appointment-day, at: hove, on: 2027-02-20 am pm,\n"
          "        attendees: 101, need: [{task: clinic, need: 1}]}\n",
  };
  struct fixture held = begin(&example,
                              "ann 2027-02-20 am clinic hove\n"
                              "bob 2027-02-20 am clinic hove\n"
                              "cat 2027-02-20 am spine hove\n"
                              "ann 2027-02-20 pm clinic hove\n");
  assert_int_equal(on(&held, 20)->attendees, 101);
  assert_int_equal(on(&held, 20)->slots[CAPACITY_NEW], 2);
  assert_int_equal(on(&held, 20)->slots[CAPACITY_FOLLOW_UP], 0);
  end(&held);
  struct fixture cancelled = begin(&example, "ann 2027-02-20 am clinic hove\n");
  assert_int_equal(on(&cancelled, 20)->attendees, 0);
  assert_int_equal(on(&cancelled, 20)->slots[CAPACITY_NEW], 0);
  end(&cancelled);
}

/* An event of either of two tasks: Ann is meant and there, and what anybody does of both is
 * the event's. */
static void test_an_event_of_two_tasks_counts_once(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = tasks,
      .month =
          "events:\n"
          "  day: {kind: community-appointment-day, at: hove, on: 2027-02-20 am,\n"
          "        attendees: 10, need: [{task: [clinic, spine], who: {band: 7}, need: 1}]}\n",
  };
  struct fixture held = begin(&example,
                              "ann 2027-02-20 am spine hove\n"
                              "bob 2027-02-20 am clinic hove\n");
  assert_int_equal(on(&held, 20)->attendees, 10);
  assert_int_equal(on(&held, 20)->slots[CAPACITY_NEW], 0);
  end(&held);
  struct fixture cancelled = begin(&example, "bob 2027-02-20 am spine hove\n");
  assert_int_equal(on(&cancelled, 20)->attendees, 0);
  end(&cancelled);
}

static const struct rule_example march = {
    .month_id = "2027-03",
    .service =
        "holidays: england-and-wales\n"
        "week: {mon-fri: [am, pm]}\n"
        "tasks:\n"
        "  clinic: {skill: msk, at: hub, slots: {new: 3, follow_up: 5}}\n"
        "  fcp: {skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n",
};

/* A clinic every Monday and two every Friday that are open. March 2027 begins on a Monday
 * and ends on Wednesday the 31st; Good Friday is the 26th, Easter Monday the 29th. */
static const char march_lines[] =
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

static void test_the_pattern_goes_on(void **state)
{
  (void)state;
  struct fixture easter = begin(&march, march_lines);
  struct capacity_horizon *horizon = capacity_carry_on(easter.capacity, 10);
  const int expected[] = {9, 9, 9, 3, 6, 9, 9, 9, 9, 6}; /* 3 May is a holiday */
  assert_int_equal(horizon->monday, date_make(2027, 3, 1));
  for (int w = 0; w < 10; w++) {
    assert_int_equal(horizon->slots[CAPACITY_NEW][w], expected[w]);
    assert_int_equal(horizon->slots[CAPACITY_FOLLOW_UP][w], expected[w] / 3 * 5);
    assert_true(horizon->open_days[w] == (w == 3 || w == 4 || w == 9 ? 4 : 5));
  }
  capacity_horizon_free(horizon);
  end(&easter);
}

/* May 2027 begins on a Saturday: the first week of the horizon is that of Monday
 * 26 April, whose five days offer what their weekdays usually do. */
static void test_a_week_that_the_month_cuts(void **state)
{
  (void)state;
  struct rule_example may = march;
  may.month_id = "2027-05";
  struct fixture cut = begin(&may,
                             "ann 2027-05-10 am clinic hove\n"
                             "ann 2027-05-17 am clinic hove\n"
                             "ann 2027-05-24 am clinic hove\n"
                             "bob 2027-05-24 am clinic hove\n");
  struct capacity_horizon *horizon = capacity_carry_on(cut.capacity, 7);
  /* Mondays: 12 slots on three open ones, for the 3rd and 31st are holidays */
  const int expected[] = {4, 0, 3, 3, 6, 0, 4};
  assert_int_equal(horizon->monday, date_make(2027, 4, 26));
  for (int w = 0; w < 7; w++)
    assert_int_equal(horizon->slots[CAPACITY_NEW][w], expected[w]);
  capacity_horizon_free(horizon);
  end(&cut);
}

/* Ann works 20 mornings of March 2027 and Bob, who is new, as many, all on leave: the holidays are
 * nobody's. Without Bob nobody is away. */
static void test_the_share_of_leave(void **state)
{
  (void)state;
  struct rule_example example = march;
  example.clinicians =
      "ann: {band: 7, wte: 1.0, works: {mon-fri: [am]}, skills: {msk: yes}}\n"
      "bob: {band: 7, wte: 1.0, works: {mon-fri: [am]}, skills: {msk: yes}}\n"
      "cat: {band: 7, wte: 1.0, works: {sat: [am]}, skills: {msk: yes}}\n";
  example.files[0].path = "2027-03/leave.csv";
  example.files[0].text = "clinician,from,to,kind\nbob,2027-03-01,2027-03-31,annual\n";
  struct fixture away = begin(&example, march_lines);
  const bool new_ones[] = {false, true, false};
  assert_true(capacity_leave(away.problem, NULL) == 0.5);
  assert_true(capacity_leave(away.problem, new_ones) == 0);
  end(&away);
}

/* A Wednesday with an event says nothing of Wednesdays, nor does half a day's
 * closure make a Thursday look poor. */
static void test_days_that_are_not_ordinary(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = tasks,
      .month =
          "events:\n"
          "  class: {kind: drop-in, at: crawley, on: 2027-02-03 pm, attendees: 8,\n"
          "          need: [{task: clinic, need: 1}]}\n"
          "closures: [{from: 2027-02-04, to: 2027-02-04, sessions: pm}]\n",
  };
  struct fixture tiny = begin(&example,
                              "ann 2027-02-03 pm clinic crawley\n"
                              "ann 2027-02-10 am clinic hove\n"
                              "bob 2027-02-10 am clinic hove\n"
                              "ann 2027-02-04 am clinic hove\n"
                              "ann 2027-02-11 am clinic hove\n"
                              "ann 2027-02-11 pm clinic hove\n");
  assert_true(on(&tiny, 3)->event && on(&tiny, 3)->attendees == 8);
  assert_true(on(&tiny, 4)->open == 0.5);
  assert_true(tiny.capacity->usual[2][CAPACITY_NEW] == 6.0 / 3);
  assert_true(tiny.capacity->usual[3][CAPACITY_NEW] == 9.0 / 3.5);
  end(&tiny);
}

static void test_pcns(void **state)
{
  (void)state;
  static const struct rule_example example = {.service = tasks};
  struct fixture tiny = begin(&example,
                              "bob 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-02 am fcp goldstone\n"
                              "bob 2027-02-16 pm fcp goldstone\n");
  assert_int_equal(tiny.capacity->n_pcns, 1);
  const struct capacity_pcn *pcn = &tiny.capacity->pcns[0];
  assert_int_equal(pcn->site, service_site(tiny.world->service, "goldstone"));
  assert_int_equal(pcn->sessions, 3);
  assert_int_equal(pcn->slots, 33);
  assert_true(pcn->sessions_a_week == 0.75);
  assert_true(pcn->per_10000 == 0.75 * 10000 / 8000);
  assert_int_equal(pcn->longest_gap_days, 9); /* Wed 3 to Mon 15 */
  end(&tiny);
}

/* Parts of a slot are kept until they make one: a clinic of 3 on one of four Mondays
 * is three quarters of a slot a week. */
static void test_parts_of_slots(void **state)
{
  (void)state;
  static const struct rule_example example = {.service = tasks};
  struct fixture tiny = begin(&example, "ann 2027-02-08 am clinic hove\n");
  assert_true(tiny.capacity->usual[0][CAPACITY_NEW] == 0.75);
  struct capacity_horizon *horizon = capacity_carry_on(tiny.capacity, 9);
  const int expected[] = {0, 3, 0, 0, 0, 1, 1, 1, 0}; /* after the month: 0.75, 1.5 ... */
  for (int w = 0; w < 9; w++)
    assert_int_equal(horizon->slots[CAPACITY_NEW][w], expected[w]);
  struct waiting_supply supply = capacity_supply(horizon);
  assert_int_equal(supply.n_weeks, 9);
  assert_int_equal(supply.new_slots[1], 3);
  assert_int_equal(supply.follow_ups[1], 5);
  assert_int_equal(supply.attendees[1], 0);
  capacity_horizon_free(horizon);
  capacity_horizon_free(NULL);
  capacity_free(NULL);
  end(&tiny);
}

/* 101 attendees over three sessions of two days: 67 in the first two, 34 in the third. */
static void test_attendees_over_sessions(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service = tasks,
      .month =
          "events:\n"
          "  day: {kind: community-appointment-day, at: hove,\n"
          "        on: [2027-02-20 am pm, 2027-02-21 am], attendees: 101,\n"
          "        need: [{task: clinic, need: 1}]}\n",
  };
  struct fixture tiny = begin(&example,
                              "ann 2027-02-20 am clinic hove\n"
                              "ann 2027-02-20 pm clinic hove\n"
                              "ann 2027-02-21 am clinic hove\n");
  assert_int_equal(on(&tiny, 20)->attendees, 67);
  assert_int_equal(on(&tiny, 21)->attendees, 34);
  assert_true(on(&tiny, 21)->event);
  assert_false(on(&tiny, 22)->event);
  assert_true(on(&tiny, 20)->open == 0);
  end(&tiny);
}

/* Bob sees patients of the PCN and a clinic of the hub has slots of kind fcp too: only
 * what takes place at the PCN's own site is its. */
static void test_slots_of_a_pcn_alone(void **state)
{
  (void)state;
  static const struct rule_example example = {
      .service =
          "tasks:\n"
          "  clinic: {skill: msk, at: [hub, pcn], slots: {new: 3, fcp: 2}}\n"
          "  fcp: {skill: fcp, min_stage: 1, at: pcn, slots: {fcp: 11}}\n"
          "  duty: {min_band: 7, at: [hub, pcn]}\n"};
  struct fixture tiny = begin(&example,
                              "bob 2027-02-02 am fcp goldstone\n"
                              "ann 2027-02-02 am clinic hove\n"
                              "ann 2027-02-03 am duty goldstone\n"
                              "cat 2027-02-26 pm clinic goldstone\n");
  const struct capacity_pcn *pcn = &tiny.capacity->pcns[0];
  assert_int_equal(pcn->sessions, 2);
  assert_int_equal(pcn->slots, 13);
  assert_int_equal(pcn->longest_gap_days, 17); /* Wed 3 to Thu 25 */
  end(&tiny);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_slots_of_a_day),
      cmocka_unit_test(test_a_debrief_takes_its_share),
      cmocka_unit_test(test_slots_go_by_who_is_there),
      cmocka_unit_test(test_a_debrief_takes_of_what_is_seen),
      cmocka_unit_test(test_calls_and_validation),
      cmocka_unit_test(test_a_meeting_takes_its_share),
      cmocka_unit_test(test_an_event_counts_once),
      cmocka_unit_test(test_an_event_of_two_tasks_counts_once),
      cmocka_unit_test(test_the_pattern_goes_on),
      cmocka_unit_test(test_a_week_that_the_month_cuts),
      cmocka_unit_test(test_the_share_of_leave),
      cmocka_unit_test(test_days_that_are_not_ordinary),
      cmocka_unit_test(test_pcns),
      cmocka_unit_test(test_parts_of_slots),
      cmocka_unit_test(test_attendees_over_sessions),
      cmocka_unit_test(test_slots_of_a_pcn_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
