/* Every rule's numbers, worked out by hand: the check finds them, and the rows
 * cost the same. `test_figures NAME` tries those of one rule. */
#include "model/audit.h"
#include "model/formulation.h"
#include "tests/rules/figures/figure.h"
#include "tests/support/check.h"
#include "tests/support/exact.h"
#include "tests/support/world.h"

#include <string.h>

enum { ITEMS_MAX = 31 };

struct trial {
  const char *rule;
  const struct figure *figure;
};

static bool is_said(const struct audit *audit, const char *text)
{
  for (guint i = 0; i < audit->findings->len; i++)
    if (strcmp(g_array_index(audit->findings, struct finding, i).text, text) == 0)
      return true;
  return false;
}

static void print_findings(const struct audit *audit)
{
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    print_error("it says: %d at %d: %s\n", (int)finding->violation, (int)finding->price,
                finding->text);
  }
}

/* Is there anything to say of the use itself? */
static bool is_silent(const struct audit *audit)
{
  for (guint i = 0; i < audit->findings->len; i++)
    if (g_array_index(audit->findings, struct finding, i).at.use == 0)
      return false;
  return true;
}

static void check_audit(const struct figure *figure, const struct audit *audit)
{
  bool said = figure->says ? is_said(audit, figure->says) : is_silent(audit);
  if (said && audit->cost == figure->cost && audit->broken == figure->broken)
    return;
  print_findings(audit);
  if (!said)
    print_error("it should say: %s\n", figure->says ? figure->says : "nothing");
  assert_int_equal(audit->cost, figure->cost);
  assert_int_equal(audit->broken, figure->broken);
  fail();
}

static bool in_one_place(const struct rota *rota)
{
  for (int i = 1; i < rota->count; i++)
    if (rota->items[i].clinician == rota->items[i - 1].clinician &&
        rota->items[i].slot == rota->items[i - 1].slot)
      return false;
  return true;
}

/* The columns of the rota's assignments; false where one is no candidate. */
static bool find_columns(const struct problem *problem, const struct rota *rota, int *columns)
{
  for (int i = 0; i < rota->count; i++) {
    columns[i] = problem_candidate(problem, &rota->items[i]);
    if (columns[i] == NONE)
      return false;
  }
  return true;
}

/* The rows with these placements and no others. Where somebody is in two places,
 * only the rows of a firm rule need be right. */
static void check_rows(const struct figure *figure, const struct problem *problem,
                       const struct rota *rota)
{
  int columns[ITEMS_MAX];
  int64_t cost = 0;
  assert_in_range(rota->count, 0, ITEMS_MAX);
  if (!find_columns(problem, rota, columns)) {
    assert_true(figure->broken > 0);
    return;
  }
  if (!problem->service->uses[0].rule->firm && !in_one_place(rota))
    return;
  struct programme *programme = formulation_build(problem);
  struct exact *exact = exact_new(programme, columns, rota->count);
  bool lawful = exact_least_cost(exact, (UINT32_C(1) << rota->count) - 1, &cost);
  assert_int_equal(lawful, figure->broken == 0);
  if (lawful)
    assert_int_equal(cost, figure->cost);
  exact_free(exact);
  programme_free(programme);
}

static void test_figure(void **state)
{
  const struct trial *trial = *state;
  const struct figure *figure = trial->figure;
  struct world *world = world_of_rule(rule_find(trial->rule), &figure->world);
  struct problem *problem = problem_new(world->service, world->month);
  g_autoptr(GArray) items = world_assignments(world, figure->rota);
  struct rota *rota =
      rota_new(problem, (const struct assignment *)(const void *)items->data, (int)items->len);
  struct audit *audit = audit_new(problem, rota);
  check_audit(figure, audit);
  check_rows(figure, problem, rota);
  audit_free(audit);
  rota_free(rota);
  problem_free(problem);
  world_free(world);
}

static bool has_figures(const char *rule)
{
  for (int i = 0; i < figures_registry_count; i++)
    if (strcmp(figures_registry[i].rule, rule) == 0 && figures_registry[i].figures->name)
      return true;
  return false;
}

static void test_registry(void **state)
{
  (void)state;
  bool complete = true;
  for (int i = 0; i < rule_registry_count; i++) {
    if (has_figures(rule_registry[i]->name))
      continue;
    print_error("no figures: tests/rules/figures/%s.c\n", rule_registry[i]->name);
    complete = false;
  }
  for (int i = 0; i < figures_registry_count; i++) {
    if (rule_find(figures_registry[i].rule))
      continue;
    print_error("no such rule: tests/rules/figures/%s.c\n", figures_registry[i].rule);
    complete = false;
  }
  assert_true(complete);
}

static void add_figures(const struct figures_of *of, GArray *tests, GPtrArray *owned)
{
  for (const struct figure *figure = of->figures; figure->name; figure++) {
    struct trial *trial = g_new(struct trial, 1);
    *trial = (struct trial){of->rule, figure};
    struct CMUnitTest test = {
        .name = g_strdup_printf("%s: %s", of->rule, figure->name),
        .test_func = test_figure,
        .initial_state = trial,
    };
    g_array_append_val(tests, test);
    g_ptr_array_add(owned, trial);
    g_ptr_array_add(owned, (gpointer)(uintptr_t)test.name);
  }
}

int main(int argc, char **argv)
{
  g_autoptr(GArray) tests = g_array_new(FALSE, FALSE, sizeof(struct CMUnitTest));
  g_autoptr(GPtrArray) owned = g_ptr_array_new_with_free_func(g_free);
  struct CMUnitTest registry = cmocka_unit_test(test_registry);
  g_array_append_val(tests, registry);
  for (int i = 0; i < figures_registry_count; i++)
    if (rule_find(figures_registry[i].rule) &&
        (argc < 2 || strcmp(argv[1], figures_registry[i].rule) == 0))
      add_figures(&figures_registry[i], tests, owned);
  return _cmocka_run_group_tests("figures", (const struct CMUnitTest *)(const void *)tests->data,
                                 tests->len, NULL, NULL);
}
