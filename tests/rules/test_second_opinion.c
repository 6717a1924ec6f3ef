/* Rotas drawn at random, lawful and wildly unlawful, break each rule as much as
 * a second reader of docs/model.md says: a mistake in what rows and checks share
 * shows here. */
#include "inputs/inputs.h"
#include "model/audit.h"
#include "model/contract.h"
#include "model/satisfaction.h"
#include "planning/assess.h"
#include "tests/support/cases.h"
#include "tests/support/check.h"
#include "tests/support/second/second.h"
#include "tests/support/second/worlds.h"

#include <inttypes.h>
#include <stdlib.h>

/* Of each rule so many at least have something to find, when all is drawn; and each draw is of one
 * of these kinds: lawful, wild, and both. */
enum { ENOUGH = 20, KINDS_OF_DRAW = 3 };

/* What is compared: a world and how it is called. */
struct compared {
  const char *name;
  const struct service *service;
  const struct month *month;
  struct problem *problem;
  struct second *second;
};

/* Of each rule: how many comparisons there were with something to find. */
static GHashTable *told;
static int disagreements;

static struct compared compare_begin(const char *name, const struct service *service,
                                     const struct month *month)
{
  return (struct compared){name, service, month, problem_new(service, month),
                           second_new(service, month)};
}

static void compare_end(struct compared *compared)
{
  second_free(compared->second);
  problem_free(compared->problem);
}

/* --- rotas --------------------------------------------------------------------------- */

/* In each cell nobody, or one of the candidates. */
static void draw_lawful(const struct problem *problem, GRand *dice, int percent, GArray *out)
{
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = 0; s < problem->month->n_slots; s++) {
      int count, first = problem_cell(problem, c, s, &count);
      if (count > 0 && g_rand_int_range(dice, 0, 100) < percent)
        g_array_append_val(out, problem->candidates[first + g_rand_int_range(dice, 0, count)]);
    }
}

/* Anybody anywhere, at anything. */
static void draw_wild(const struct problem *problem, GRand *dice, int count, GArray *out)
{
  const struct service *service = problem->service;
  for (int i = 0; i < count; i++) {
    struct assignment item = {g_rand_int_range(dice, 0, service->n_clinicians),
                              g_rand_int_range(dice, 0, problem->month->n_slots),
                              g_rand_int_range(dice, 0, service->n_tasks),
                              g_rand_int_range(dice, 0, service->n_sites), false};
    g_array_append_val(out, item);
  }
}

/* --- comparisons ---------------------------------------------------------------------- */

static void tell(const struct compared *compared, const struct rule_use *use,
                 const struct use_result *first, const struct second_sum *second)
{
  disagreements++;
  print_error("%s, %s: the check says %" PRId64 " units, cost %" PRId64
              ", %d broken; the second reading %" PRId64 ", cost %" PRId64 ", %d broken\n",
              compared->name, use->name, first->violation, first->cost, first->broken,
              second->violation, second->cost, second->broken);
}

/* Section 6. */
static void compare_satisfaction(const struct compared *compared, const struct rota *rota)
{
  for (int c = 0; c < compared->service->n_clinicians; c++) {
    int percent = satisfaction_percent(compared->problem, rota, c);
    if (percent == second_satisfaction(compared->second, c))
      continue;
    disagreements++;
    print_error("%s, %s: %d%%; the second reading %d%%\n", compared->name,
                compared->service->clinicians[c].id, percent,
                second_satisfaction(compared->second, c));
  }
}

/* Two rows of figures. */
static void compare_rows(const struct compared *compared, int clinician, const char *what,
                         const int *first, const int *second, int count)
{
  for (int i = 0; i < count; i++)
    if (first[i] != second[i]) {
      disagreements++;
      print_error("%s, %s: %s, figure %d: %d; the second reading %d\n", compared->name,
                  compared->service->clinicians[clinician].id, what, i, first[i], second[i]);
    }
}

/* Section 7. */
static void compare_acceptability(const struct compared *compared, const struct audit *audit)
{
  struct assessment *assessment = assess(audit, NULL);
  for (int c = 0; c < compared->service->n_clinicians; c++) {
    const struct acceptability *of = &assessment->people[c].acceptability;
    struct second_days days = second_days_of(compared->second, c);
    const int first[] = {of->days,
                         of->hole_days,
                         of->split_days,
                         of->moves_without_time,
                         of->days_in_a_row,
                         of->support_days,
                         of->support_halves,
                         of->support_parts,
                         of->support_minutes,
                         of->support_asked_minutes};
    const int second[] = {days.days,           days.holes,         days.split,
                          days.without_time,   days.in_a_row,      days.support_days,
                          days.support_halves, days.support_parts, days.support_minutes,
                          days.support_asked};
    compare_rows(compared, c, "days", first, second, G_N_ELEMENTS(first));
    for (int firm = 0; firm < 2; firm++) {
      const struct avoidance *avoided = firm ? &of->firmly_avoided : &of->avoided;
      struct second_avoided other = second_avoided_by(compared->second, c, firm);
      const int kept[] = {avoided->asked, avoided->met, avoided->sessions, avoided->sessions_met};
      const int again[] = {other.asked, other.met, other.sessions, other.sessions_met};
      compare_rows(compared, c, firm ? "firmly avoided" : "avoided", kept, again,
                   G_N_ELEMENTS(kept));
    }
  }
  assessment_free(assessment);
}

static void compare_uses(const struct compared *compared, const GArray *items)
{
  const struct assignment *assignments = (const struct assignment *)(const void *)items->data;
  struct rota *rota = rota_new(compared->problem, assignments, (int)items->len);
  struct audit *audit = audit_new(compared->problem, rota);
  second_take(compared->second, assignments, (int)items->len);
  for (int u = 0; u < compared->service->n_uses; u++) {
    const struct rule_use *use = &compared->service->uses[u];
    const struct use_result *first = &audit->uses[u];
    struct second_sum second = second_read(compared->second, use);
    if (first->violation != second.violation || first->cost != second.cost ||
        first->broken != second.broken)
      tell(compared, use, first, &second);
    int *times = g_hash_table_lookup(told, use->rule->name);
    *times += second.violation != 0;
  }
  compare_satisfaction(compared, rota);
  compare_acceptability(compared, audit);
  audit_free(audit);
  rota_free(rota);
}

/* The facts of section 2. */
static void compare_facts(const struct compared *compared)
{
  const struct second *second = compared->second;
  const struct month *month = compared->month;
  assert_int_equal(second->n_slots, month->n_slots);
  assert_int_equal(second->n_weeks, month->n_weeks);
  for (int s = 0; s < month->n_slots; s++) {
    assert_int_equal(second->days[second->slots[s].day].date, month->slots[s].date);
    assert_int_equal(second->slots[s].block, month->slots[s].block);
    assert_int_equal(second->slots[s].ordinary, month->slots[s].ordinary);
  }
  for (int c = 0; c < compared->service->n_clinicians; c++) {
    for (int s = 0; s < month->n_slots; s++)
      assert_int_equal(second_present(second, c, s), problem_present(compared->problem, c, s));
  }
}

static void compare_candidates(const struct compared *compared)
{
  const struct service *service = compared->service;
  int n = 0;
  for (int c = 0; c < service->n_clinicians; c++)
    for (int s = 0; s < compared->month->n_slots; s++)
      for (int t = 0; t < service->n_tasks; t++)
        for (int p = 0; p < service->n_sites; p++) {
          struct assignment item = {c, s, t, p, false};
          if (!second_candidate(compared->second, &item))
            continue;
          n++;
          if (problem_candidate(compared->problem, &item) == NONE)
            fail_msg("%s: %s in slot %d at %s, %s is a candidate", compared->name,
                     service->clinicians[c].id, s, service->tasks[t].id, service->sites[p].id);
        }
  assert_int_equal(n, compared->problem->n_candidates);
}

/* --- the tests ------------------------------------------------------------------------- */

static void compare_rotas(const struct compared *compared, int all_rounds)
{
  int rounds = MAX(cases_tried(all_rounds), KINDS_OF_DRAW);
  GRand *dice = g_rand_new_with_seed(1);
  compare_facts(compared);
  compare_candidates(compared);
  for (int round = 0; round < rounds; round++) {
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(struct assignment));
    int most = compared->service->n_clinicians * compared->month->n_slots;
    if (round % KINDS_OF_DRAW != 1)
      draw_lawful(compared->problem, dice, g_rand_int_range(dice, 0, 101), items);
    if (round % KINDS_OF_DRAW != 0)
      draw_wild(compared->problem, dice,
                g_rand_int_range(dice, 0, round % KINDS_OF_DRAW == 1 ? most : most / 8 + 1), items);
    compare_uses(compared, items);
  }
  g_rand_free(dice);
}

static void test_worlds(void **state)
{
  (void)state;
  disagreements = 0;
  for (int f = 0; second_frames[f].name; f++)
    for (int policy = 0; policy < SECOND_POLICIES; policy++) {
      g_autofree char *name = g_strdup_printf("%s (policy %d)", second_frames[f].name, policy);
      struct world *world = second_world(&second_frames[f], (enum second_policy)policy);
      struct compared compared = compare_begin(name, world->service, world->month);
      compare_rotas(&compared, 12);
      compare_end(&compared);
      world_free(world);
    }
  assert_int_equal(disagreements, 0);
}

static void test_example(void **state)
{
  g_autofree char *path = g_build_filename(ROTA_SOURCE_DIR, "examples", (const char *)*state, NULL);
  struct source *source = source_folder(path);
  struct diagnostics *diagnostics = diagnostics_new();
  struct service *service;
  struct month *month;
  assert_int_equal(inputs_read_service(source, diagnostics, &service), STATUS_OK);
  assert_int_equal(inputs_read_month(source, service, "2027-01", diagnostics, &month), STATUS_OK);
  struct compared compared = compare_begin(*state, service, month);
  disagreements = 0;
  compare_rotas(&compared, service->n_clinicians > 20 ? 6 : 30);
  compare_end(&compared);
  month_free(month);
  service_free(service);
  diagnostics_free(diagnostics);
  source_free(source);
  assert_int_equal(disagreements, 0);
}

static void test_every_rule_is_read(void **state)
{
  (void)state;
  for (int r = 0; r < rule_registry_count; r++)
    if (!second_find_reading(rule_registry[r]->name))
      fail_msg("%s has no second reading: tests/support/second/%s.c", rule_registry[r]->name,
               rule_registry[r]->name);
}

static bool is_away_from_default(const struct rule_use *use, int parameter)
{
  return use->values[parameter] != use->rule->params[parameter].initial;
}

/* The keys of a scope that the use writes. */
static unsigned narrows(const struct rule_use *use)
{
  const struct scope *scope = &use->scope;
  bool sessions = false, dates = scope->when.from != DATE_NONE || scope->when.until != DATE_NONE;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    sessions |= scope->when.blocks[weekday] != 0xff;
  return (scope->posts ? SCOPE_WHO : 0U) | (scope->tasks ? SCOPE_TASKS : 0U) |
         (scope->sites ? SCOPE_SITES : 0U) | (sessions ? SCOPE_SESSIONS : 0U) |
         (dates ? SCOPE_DATES : 0U);
}

/* The worlds use each parameter and each key of a scope that there is. */
static void test_everything_is_used(void **state)
{
  (void)state;
  struct world *world = second_world(&second_frames[0], SECOND_WEIGHED);
  for (int r = 0; r < rule_registry_count; r++) {
    const struct rule *rule = rule_registry[r];
    unsigned keys = 0;
    bool used[PARAMS_MAX] = {false};
    for (int u = 0; u < world->service->n_uses; u++) {
      const struct rule_use *use = &world->service->uses[u];
      if (use->rule != rule)
        continue;
      keys |= narrows(use);
      for (int i = 0; i < rule->n_params; i++)
        used[i] |= is_away_from_default(use, i);
    }
    if (keys != rule->scope)
      fail_msg("%s: its scope is used by %#x, not %#x", rule->name, keys, rule->scope);
    for (int i = 0; i < rule->n_params; i++)
      if (!used[i])
        fail_msg("%s: '%s' is never away from its default", rule->name, rule->params[i].name);
  }
  world_free(world);
}

/* The draws above have something to say of every rule. */
static void test_enough_was_compared(void **state)
{
  (void)state;
  for (int r = 0; r < rule_registry_count; r++) {
    const int *times = g_hash_table_lookup(told, rule_registry[r]->name);
    if (*times < cases_tried(ENOUGH))
      fail_msg("%s was compared with something to find %d times only", rule_registry[r]->name,
               *times);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_rule_is_read),
      cmocka_unit_test(test_everything_is_used),
      cmocka_unit_test(test_worlds),
      cmocka_unit_test_prestate(test_example, "small"),
      cmocka_unit_test_prestate(test_example, "locality"),
      cmocka_unit_test(test_enough_was_compared),
  };
  told = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  for (int r = 0; r < rule_registry_count; r++)
    g_hash_table_insert(told, (gpointer)rule_registry[r]->name, g_new0(int, 1));
  int failed = cmocka_run_group_tests(tests, NULL, NULL);
  g_hash_table_unref(told);
  return failed;
}
