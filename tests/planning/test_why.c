/* Why nobody can do it: each clinician is counted once, under what comes
 * closest to a yes. */
#include "planning/why.h"

#include "planning/reason.h"
#include "planning/why_people.h"
#include "planning/why_try.h"

#include "model/problem.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

static struct why *ask(const struct problem *problem, const struct rota *rota,
                       const struct world *world, const char *task, const char *site,
                       const char *date)
{
  g_autofree bool *sites = g_new0(bool, (gsize)world->service->n_sites);
  g_autofree bool *slots = g_new0(bool, (gsize)world->month->n_slots);
  int day = DATE_NONE;
  assert_true(date_parse(date, &day));
  sites[service_site(world->service, site)] = true;
  slots[month_slot(world->month, day, service_block(world->service, "am"))] = true;
  struct why_question question = {service_task(world->service, task), sites, slots, NULL};
  return why_new(problem, rota, &question);
}

static const struct rule_example on_leave = {
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-02,2027-02-02,annual\n"}},
};

static void test_counts(void **state)
{
  (void)state;
  struct world *world = world_new(&on_leave, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, "bob 2027-02-02 am fcp goldstone\n");
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct why *why = ask(problem, rota, world, "clinic", "hove", "2027-02-02");
  assert_int_equal(why->count[WHY_UNABLE], 0);
  assert_int_equal(why->count[WHY_AWAY], 1); /* ann */
  assert_int_equal(why->count[WHY_BUSY], 1); /* bob */
  assert_int_equal(why->count[WHY_FREE], 1); /* cat */
  assert_int_equal(why->able, 3);
  assert_int_equal(why->people->len, 3);
  const struct why_person *first = why->people->pdata[0];
  assert_int_equal(first->reason, WHY_FREE);
  assert_int_equal(first->wanted.clinician, service_clinician(world->service, "cat"));
  why_free(why);

  why = ask(problem, rota, world, "fcp", "goldstone", "2027-02-02");
  assert_int_equal(why->count[WHY_UNABLE], 1); /* cat */
  assert_int_equal(why->count[WHY_AWAY], 1);
  assert_int_equal(why->count[WHY_DOING], 1);
  why_free(why);

  why = ask(problem, NULL, world, "spine", "hove", "2027-02-02");
  assert_int_equal(why->count[WHY_UNABLE], 2);
  assert_int_equal(why->count[WHY_AWAY], 1);
  assert_int_equal(why->able, 1);
  why_free(why);

  why = ask(problem, NULL, world, "clinic", "hove", "2027-02-04");
  assert_int_equal(why->count[WHY_OFF], 1); /* cat works from Monday to Wednesday */
  assert_int_equal(why->count[WHY_AWAY], 0);
  why_free(why);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

static const struct rule_example arranged = {
    .clinicians =
        "cat: {name: Cat Cole, band: 5, wte: 0.5, base: crawley,\n"
        "      works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
        "      arrangements: [{never: tue, at: hove}]}\n",
};

static void test_names_the_bar(void **state)
{
  (void)state;
  struct world *world = world_new(&arranged, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  struct why *why = ask(problem, NULL, world, "clinic", "hove", "2027-02-02");
  assert_int_equal(why->count[WHY_BARRED], 1);
  assert_int_equal(why->count[WHY_FREE], 2);
  const struct why_person *barred = why->people->pdata[2];
  assert_int_equal(barred->reason, WHY_BARRED);
  assert_string_equal(world->service->uses[barred->use].rule->name, "availability");
  why_free(why);
  why_free(NULL);
  problem_free(problem);
  world_free(world);
}

static const struct rule_example one_clinic = {
    .service =
        "demand:\n"
        "  - {task: clinic, at: hove, sessions: tue am, need: 1, until: 2027-02-02}\n",
};

/* The one shortfall of that kind in a rota without anybody. */
static const struct finding *only_one(const struct audit *audit, enum shortfall_kind kind)
{
  const struct finding *out = NULL;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (finding->kind != kind)
      continue;
    assert_null(out);
    out = finding;
  }
  assert_non_null(out);
  return out;
}

/* Ann may do no clinic, Bob's would cost more than the 100 points of the gap, and
 * Cat's would be just what is wanted. */
static void test_trials(void **state)
{
  (void)state;
  struct world *world =
      world_new(&one_clinic,
                "[{count_limit: {name: no clinic for Ann, who: {clinicians: [ann]}, task: clinic,"
                "  per: month, most: 0, hard: yes}},"
                " {count_limit: {who: {clinicians: [bob]}, task: clinic, per: month, most: 0, "
                "weight: 500}}]");
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *rota = rota_new(problem, NULL, 0);
  struct audit *audit = audit_new(problem, rota);
  struct why *why = why_of_finding(audit, only_one(audit, SHORTFALL_NEED));
  struct why_trials *trials = why_trials_new(audit);
  why_trials_people(trials, why->people);
  static const char *const expected[] = {"cat", "bob", "ann"};
  for (guint i = 0; i < 3; i++) {
    const struct why_person *person = why->people->pdata[i];
    assert_int_equal(person->wanted.clinician, service_clinician(world->service, expected[i]));
    assert_true(person->tried);
    assert_int_equal(why_person_is_lawful(person), i < 2);
  }
  const struct why_person *cat = why->people->pdata[0], *ann = why->people->pdata[2];
  struct why_person *bob = why->people->pdata[1];
  assert_true(cat->dearer <= -100 && bob->dearer > 300);
  assert_null(bob->elsewhere);
  assert_int_equal(ann->breaks->len, 1);
  int use = g_array_index(ann->breaks, int, 0);
  assert_string_equal(world->service->uses[use].name, "no clinic for Ann");
  int64_t on_rows = bob->dearer;
  why_try_person(audit, bob);
  assert_int_equal(bob->dearer, on_rows);
  assert_int_equal(bob->elsewhere_cost, 500);
  g_autofree char *closest = reason_closest(problem, why);
  /* Ann has no room in two rows. */
  g_autofree char *expected_text = g_strdup_printf(
      "Cat Cole could, for %d points less; Bob Best could, for %d points more (then %s)",
      (int)-cat->dearer, (int)bob->dearer, bob->elsewhere);
  assert_string_equal(closest, expected_text);
  g_autofree char *text = reason_text(problem, why);
  assert_string_equal(text,
                      "3 can do it: 1 could for less: a longer build may use them, 1 would "
                      "cost more elsewhere and 1 would break 'no clinic for Ann'");
  why_trials_free(trials);
  why_free(why);
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

static const struct rule_example one_a_week = {
    .service =
        "demand:\n"
        "  - {task: clinic, at: [hove, crawley], sessions: mon-fri am, per: week, need: 2,\n"
        "     until: 2027-02-05}\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "cat,2027-02-01,2027-02-28,annual\n"}},
};

/* Two clinics are wanted in the week, at either hub, on any morning: Ann, who does
 * one, is counted as doing it, Bob as busy on Monday but free on another day. */
static void test_a_week_at_either_hub(void **state)
{
  (void)state;
  struct world *world = world_new(&one_a_week, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world,
                                              "ann 2027-02-04 am clinic crawley\n"
                                              "bob 2027-02-01 am fcp goldstone\n");
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct audit *audit = audit_new(problem, rota);
  const struct finding *finding = only_one(audit, SHORTFALL_NEED);
  struct why *why = why_of_finding(audit, finding);
  assert_int_equal(finding->violation, 1);
  assert_int_equal(why->count[WHY_DOING], 1);
  assert_int_equal(why->count[WHY_FREE], 1);
  assert_int_equal(why->count[WHY_AWAY], 1);
  int tuesday = month_slot(world->month, date_make(2027, 2, 2), 0);
  const struct why_person *bob = why->people->pdata[0];
  assert_int_equal(bob->reason, WHY_FREE);
  assert_int_equal(bob->wanted.slot, tuesday);
  why_free(why);
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

/* Of an empty rota: what is said of the one gap of that kind. */
static void assert_reason(const struct rule_example *example, const char *rules,
                          const char *expected)
{
  struct world *world = world_new(example, rules);
  struct problem *problem = problem_new(world->service, world->month);
  struct rota *rota = rota_new(problem, NULL, 0);
  struct audit *audit = audit_new(problem, rota);
  const struct finding *finding = NULL;
  for (guint i = 0; i < audit->findings->len && !finding; i++) {
    const struct finding *item = &g_array_index(audit->findings, struct finding, i);
    if (item->kind == SHORTFALL_COVER || item->kind == SHORTFALL_NEED)
      finding = item;
  }
  assert_non_null(finding);
  struct why *why = why_of_finding(audit, finding);
  g_autofree char *text = reason_text(problem, why);
  assert_string_equal(text, expected);
  why_free(why);
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

/* Goldstone is closed on Monday and Tuesday, and on the other days Ann and Bob are away: that they
 * are at work on Monday is not why. */
static const struct rule_example shut_and_away = {
    .month = "closures: [{site: goldstone, from: 2027-02-01, to: 2027-02-02}]\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-03,2027-02-05,annual\n"
               "bob,2027-02-03,2027-02-05,annual\n"}},
};
static const struct rule_example line_shut_and_away = {
    .service =
        "demand: [{task: clinic, at: hove, sessions: mon-wed am, per: week, need: 3,\n"
        "          until: 2027-02-05}]\n",
    .month = "closures: [{site: hove, from: 2027-02-01, to: 2027-02-02}]\n",
    .files = {{WORLD_MONTH "/leave.csv",
               "clinician,from,to,kind\n"
               "ann,2027-02-03,2027-02-05,annual\n"
               "bob,2027-02-03,2027-02-05,annual\n"
               "cat,2027-02-03,2027-02-05,annual\n"}},
};
static const struct rule_example shut_all_week = {
    .service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1}]\n",
    .clinicians =
        "cat: {band: 5, wte: 0.5, works: {mon-wed: [am, pm]}, skills: {msk: yes},\n"
        "      sites: [crawley]}\n",
};
static const struct rule_example moved = {
    .service = "demand: [{task: clinic, at: hove, sessions: mon am, need: 1, until: 2027-02-01}]\n",
    .month = "closures: [{site: hove, from: 2027-02-01, reason: Boiler, moves_to: crawley}]\n",
};

static void test_what_is_closed_is_not_why(void **state)
{
  (void)state;
  assert_reason(&shut_and_away, "[{fcp_cover: {task: fcp, patients_per_session: 4000}}]",
                "2 can do it: 2 are away");
  assert_reason(&line_shut_and_away, NULL, "3 can do it: 3 are away");
  assert_reason(
      &shut_all_week, NULL,
      "3 can do it: 2 are free, but kept off by other rules or prices and 1 is not sent there or "
      "has something else agreed");
  assert_reason(&moved, NULL,
                "3 can do it: 3 are free, but kept off by other rules or prices; some of it "
                "is moved here: hove is closed, Boiler "
                "(2027-02/month.yaml:1)");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_counts),
      cmocka_unit_test(test_names_the_bar),
      cmocka_unit_test(test_trials),
      cmocka_unit_test(test_a_week_at_either_hub),
      cmocka_unit_test(test_what_is_closed_is_not_why),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
