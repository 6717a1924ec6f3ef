/* To what a use of a rule applies, now and in months gone by; and the periods that a
 * month falls into. */
#include "model/problem.h"
#include "model/span.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

struct fixture {
  struct world *world;
  struct problem *problem;
  bool *tasks, *sites, *posts;
  struct scope scope; /* clinic, at Hove, for Ann, in the morning */
  int ann, bob, clinic, duty, hove, remote;
};

static struct fixture begin(void)
{
  struct fixture out = {.world = world_new(NULL, NULL)};
  const struct service *service = out.world->service;
  out.problem = problem_new(service, out.world->month);
  out.ann = service_clinician(service, "ann");
  out.bob = service_clinician(service, "bob");
  out.clinic = service_task(service, "clinic");
  out.duty = service_task(service, "duty");
  out.hove = service_site(service, "hove");
  out.remote = service_site(service, "remote");
  out.tasks = g_new0(bool, service->n_tasks);
  out.sites = g_new0(bool, service->n_sites);
  out.posts = g_new0(bool, service->n_posts);
  out.tasks[out.clinic] = out.sites[out.hove] = out.posts[out.ann] = true;
  out.scope =
      (struct scope){out.posts, out.tasks, out.sites, {.blocks = {1, 1, 1, 1, 1, 1, 1}}, false};
  return out;
}

static void end(struct fixture *fixture)
{
  g_free(fixture->tasks);
  g_free(fixture->sites);
  g_free(fixture->posts);
  problem_free(fixture->problem);
  world_free(fixture->world);
}

/* One thing out of scope at a time. */
static void test_assignments(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  int morning = month_slot(tiny.world->month, date_make(2027, 2, 1), 0);
  const struct assignment in = {tiny.ann, morning, tiny.clinic, tiny.hove, false};
  const struct scope everything = {.when = pattern_always()};
  struct assignment out = in;
  assert_true(scope_has(&tiny.scope, tiny.problem, &in));
  out.clinician = tiny.bob;
  assert_false(scope_has(&tiny.scope, tiny.problem, &out));
  assert_true(scope_has(&everything, tiny.problem, &out));
  out = in;
  out.slot++;
  assert_false(scope_has(&tiny.scope, tiny.problem, &out));
  assert_false(scope_has_slot(&tiny.scope, tiny.problem, out.slot));
  assert_true(scope_has(&everything, tiny.problem, &out));
  out = in;
  out.task = tiny.duty;
  assert_false(scope_has(&tiny.scope, tiny.problem, &out));
  assert_true(scope_has(&everything, tiny.problem, &out));
  out = in;
  out.site = tiny.remote;
  assert_false(scope_has(&tiny.scope, tiny.problem, &out));
  assert_true(scope_has(&everything, tiny.problem, &out));
  end(&tiny);
}

/* What has since left the service is in scope of what is not scoped by it. */
static void test_the_past(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  const struct past_assignment in = {.clinician = tiny.ann,
                                     .date = date_make(2027, 1, 4),
                                     .block = 0,
                                     .task = tiny.clinic,
                                     .site = tiny.hove};
  const struct scope everything = {.when = pattern_always()};
  struct past_assignment out = in;
  assert_true(scope_has_past(&tiny.scope, tiny.problem, &in));
  out.clinician = tiny.bob;
  assert_false(scope_has_past(&tiny.scope, tiny.problem, &out));
  for (int k = 0; k < 2; k++) {
    out = in;
    out.task = k == 0 ? NONE : tiny.duty;
    assert_false(scope_has_past(&tiny.scope, tiny.problem, &out));
    assert_true(scope_has_past(&everything, tiny.problem, &out));
    out = in;
    out.site = k == 0 ? NONE : tiny.remote;
    assert_false(scope_has_past(&tiny.scope, tiny.problem, &out));
    assert_true(scope_has_past(&everything, tiny.problem, &out));
    out = in;
    out.block = k == 0 ? NONE : 1;
    assert_false(scope_has_past(&tiny.scope, tiny.problem, &out));
    assert_true(scope_has_past(&everything, tiny.problem, &out));
  }
  const struct scope by_contract = {.when = pattern_always(), .by_contract = true};
  out = in;
  out.extra = true;
  assert_true(scope_has_past(&everything, tiny.problem, &out));
  assert_true(scope_has_past(&by_contract, tiny.problem, &in));
  assert_false(scope_has_past(&by_contract, tiny.problem, &out));
  end(&tiny);
}

static void test_the_only_task(void **state)
{
  (void)state;
  struct fixture tiny = begin();
  const struct scope everything = {.when = pattern_always()};
  assert_int_equal(scope_only_task(&tiny.scope, tiny.problem), tiny.clinic);
  assert_int_equal(scope_only_task(&everything, tiny.problem), NONE);
  tiny.tasks[tiny.clinic] = false;
  assert_int_equal(scope_only_task(&tiny.scope, tiny.problem), NONE);
  tiny.tasks[tiny.world->service->n_tasks - 1] = true;
  assert_int_equal(scope_only_task(&tiny.scope, tiny.problem), tiny.world->service->n_tasks - 1);
  end(&tiny);
}

/* The periods of that kind of a month follow each other without a gap; returns how many. */
static int count_spans(const struct month *month, enum period per)
{
  struct span span = {0};
  int count = 0, at = 0;
  while (span_next(month, per, &span)) {
    assert_int_equal(span.first, at);
    assert_true(span.end > span.first);
    int number = span_period(month, per, &span);
    for (int s = span.first; s < span.end; s++) {
      assert_in_range(month->slots[s].date, span.from, span.until);
      if (per == PERIOD_WEEK)
        assert_int_equal(month->days[month->slots[s].day].week, number);
      if (per == PERIOD_DAY)
        assert_int_equal(month->slots[s].day, number);
      if (per == PERIOD_SESSION)
        assert_int_equal(number, s);
    }
    if (per == PERIOD_WEEK) {
      assert_int_equal(date_weekday(span.from), 0);
      assert_int_equal(span.until - span.from, 6);
    }
    at = span.end;
    count++;
  }
  assert_int_equal(at, month->n_slots);
  return count;
}

/* January 2027 begins on a Friday and ends on a Sunday. */
static void test_periods(void **state)
{
  (void)state;
  static const struct rule_example january = {.month_id = "2027-01"};
  struct world *world = world_new(&january, NULL);
  const struct month *month = world->month;
  assert_int_equal(count_spans(month, PERIOD_SESSION), month->n_slots);
  assert_int_equal(count_spans(month, PERIOD_DAY), 21);
  assert_int_equal(count_spans(month, PERIOD_WEEK), 5);
  assert_int_equal(count_spans(month, PERIOD_MONTH), 1);
  struct span span = {0};
  assert_true(span_next(month, PERIOD_WEEK, &span));
  assert_int_equal(span.from, date_make(2026, 12, 28));
  assert_int_equal(span_period(month, PERIOD_WEEK, &span), 0);
  assert_true(span_next(month, PERIOD_WEEK, &span));
  assert_int_equal(span.from, date_make(2027, 1, 4));
  assert_int_equal(span.until, date_make(2027, 1, 10));
  assert_int_equal(span_period(month, PERIOD_WEEK, &span), 1);
  span = (struct span){0};
  assert_true(span_next(month, PERIOD_MONTH, &span));
  assert_int_equal(span.from, date_make(2027, 1, 1));
  assert_int_equal(span.until, date_make(2027, 1, 31));
  assert_int_equal(span_period(month, PERIOD_MONTH, &span), 0);
  world_free(world);
}

/* Ann is of band 7 from the 15th on; so is the past, and so is a month that begins then. */
static void test_who_by_the_day(void **state)
{
  (void)state;
  struct rule_example example = {
      .clinicians =
          "ann: {name: Ann Able, band: 6, works: {mon-fri: [am, pm]},\n"
          "      skills: {msk: yes},\n"
          "      changes: [{from: 2027-01-18, band: 5}, {from: 2027-02-15, band: 7}]}\n"};
  static const struct {
    const char *who;
    bool before, first, last; /* on 17 January, on 14 and 28 February */
  } cases[] = {
      {"{band: 7}", false, false, true},
      {"{band: 6}", true, false, false},
      {"{not: {band: [6, 7]}}", false, true, false},
      {"{clinicians: ann}", true, true, true},
      {"{clinicians: ann, band: 5}", false, true, false},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *rules = g_strdup_printf("[{count_limit: {who: %s, most: 1}}]", cases[i].who);
    struct world *world = world_new(&example, rules);
    struct problem *problem = problem_new(world->service, world->month);
    const struct scope *scope = &world->service->uses[0].scope;
    int ann = service_clinician(world->service, "ann");
    struct past_assignment past = {
        .clinician = ann, .date = date_make(2027, 1, 17), .block = 0, .task = 0, .site = 0};
    assert_int_equal(scope_has_past(scope, problem, &past), cases[i].before);
    assert_int_equal(scope_has_on(scope, problem, ann, date_make(2027, 2, 14)), cases[i].first);
    assert_int_equal(scope_has_on(scope, problem, ann, date_make(2027, 2, 15)), cases[i].last);
    assert_int_equal(scope_has_clinician(scope, problem, ann), cases[i].first || cases[i].last);
    assert_int_equal(scope_has_month(scope, problem, ann), cases[i].last);
    problem_free(problem);
    world_free(world);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_assignments), cmocka_unit_test(test_who_by_the_day),
      cmocka_unit_test(test_the_past),    cmocka_unit_test(test_the_only_task),
      cmocka_unit_test(test_periods),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
