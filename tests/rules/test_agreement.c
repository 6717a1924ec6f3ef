/* The test that guards every rule: on a tiny problem, for every rota that its
 * example can make, the rows of the rule and its check say the same. */
#include "model/audit.h"
#include "tests/support/check.h"
#include "tests/support/trial.h"

#include <string.h>

static const struct rule_example *example_of(const struct rule *rule, int index)
{
  return index < EXAMPLES_MAX && rule->examples[index].use ? &rule->examples[index] : NULL;
}

/* Of a use that the example has beside that of the rule? */
static bool is_beside(const struct rule_example *example, struct label label)
{
  return example->beside && label.use > 0;
}

/* How many findings there are, other than credits; `loud` prints them. */
static int violations(const struct rule *rule, const struct rule_example *example,
                      const char *lines, bool loud)
{
  struct trial trial;
  trial_begin(&trial, rule, example, true);
  g_autoptr(GArray) items = world_assignments(trial.world, lines);
  struct rota *rota =
      rota_new(trial.problem, (const struct assignment *)(void *)items->data, (int)items->len);
  struct audit *audit = audit_new(trial.problem, rota);
  int count = 0;
  for (guint i = 0; i < audit->findings->len; i++) {
    const struct finding *finding = &g_array_index(audit->findings, struct finding, i);
    if (is_beside(example, finding->at))
      continue;
    count += finding->violation > 0;
    if (loud && finding->violation > 0)
      print_error("  %s\n", finding->text);
    assert_true(finding->text[0] != '\0');
    assert_int_equal(finding->at.use, 0);
  }
  audit_free(audit);
  rota_free(rota);
  trial_end(&trial);
  return count;
}

static void test_examples(void **state)
{
  const struct rule *rule = *state;
  assert_non_null(example_of(rule, 0));
  assert_non_null(example_of(rule, 0)->good);
  for (int i = 0; example_of(rule, i); i++) {
    const struct rule_example *example = example_of(rule, i);
    if (example->good && violations(rule, example, example->good, true) != 0)
      fail_msg("%s finds fault with its good example %d", rule->name, i + 1);
    if (violations(rule, example, example->bad, false) == 0)
      fail_msg("%s is content with its bad example %d", rule->name, i + 1);
  }
}

static void test_agreement(void **state)
{
  const struct rule *rule = *state;
  for (int i = 0; example_of(rule, i); i++)
    for (int hard = rule->firm; hard <= 1; hard++) {
      struct trial trial;
      trial_begin(&trial, rule, example_of(rule, i), hard);
      struct comparison comparison = trial_compare(&trial, trial.programme, true);
      trial_end(&trial);
      assert_true(comparison.rotas > 1);
      if (comparison.disagreements > 0)
        fail_msg("%s, example %d, %s: rows and check disagree on %d of %d rotas", rule->name, i + 1,
                 hard ? "hard" : "soft", comparison.disagreements, comparison.rotas);
    }
}

/* The test of the test: a rule that lost its rows would be noticed. */
static void test_lost_rows(void **state)
{
  const struct rule *rule = *state;
  for (int i = 0; example_of(rule, i); i++)
    for (int hard = rule->firm; hard <= 1; hard++) {
      struct trial trial;
      trial_begin(&trial, rule, example_of(rule, i), hard);
      struct programme without = *trial.programme;
      without.n_rows = 0;
      struct comparison comparison = trial_compare(&trial, &without, false);
      bool has_rows = trial.programme->n_rows > 0;
      trial_end(&trial);
      if (has_rows && comparison.disagreements == 0)
        fail_msg("%s, example %d: no rota needs the rows that it emits", rule->name, i + 1);
    }
}

/* Rows and columns say which use they come from, and keep to their bounds. */
static void test_labels(void **state)
{
  const struct rule *rule = *state;
  for (int i = 0; example_of(rule, i); i++) {
    struct trial trial;
    trial_begin(&trial, rule, example_of(rule, i), rule->firm);
    const struct programme *programme = trial.programme;
    for (int r = 0; r < programme->n_rows; r++) {
      assert_true(programme->rows[r].label.use == 0 ||
                  is_beside(example_of(rule, i), programme->rows[r].label));
      assert_true(programme->rows[r].lower <= programme->rows[r].upper);
    }
    for (int j = trial.problem->n_candidates; j < programme->n_columns; j++) {
      assert_true(programme->columns[j].label.use == 0 ||
                  is_beside(example_of(rule, i), programme->columns[j].label));
      assert_true(programme->columns[j].lower <= programme->columns[j].upper);
    }
    assert_int_equal(programme->open_from, programme->n_terms);
    trial_end(&trial);
  }
}

static void test_explanation(void **state)
{
  const struct rule *rule = *state;
  for (int i = 0; example_of(rule, i); i++) {
    struct trial trial;
    trial_begin(&trial, rule, example_of(rule, i), true);
    g_autoptr(GString) text = g_string_new(NULL);
    rule->explain(&trial.world->service->uses[0], trial.problem, text);
    assert_true(text->len > 10);
    assert_true(text->str[text->len - 1] != '.');
    trial_end(&trial);
  }
}

static void test_contract(void **state)
{
  const struct rule *rule = *state;
  assert_non_null(rule->summary);
  assert_non_null(rule->source);
  assert_non_null(rule->check);
  assert_non_null(rule->explain);
  assert_true(rule->emit || rule->bars);
  assert_in_range(rule->n_params, 0, PARAMS_MAX);
  assert_int_equal(rule->needs_scope & ~rule->scope, 0);
  for (int i = 0; i < rule->n_params; i++) {
    assert_non_null(rule->params[i].summary);
    assert_non_null(rule->params[i].unit);
    assert_true((rule->params[i].kind == PARAM_CHOICE) == (rule->params[i].choices != NULL));
  }
  assert_ptr_equal(rule_find(rule->name), rule);
}

/* Every rule with every test, or with `only`, those whose name has it in it. */
static GArray *all_tests(const char *only)
{
  static const struct {
    const char *name;
    CMUnitTestFunction run;
  } kinds[] = {
      {"contract", test_contract}, {"examples", test_examples},   {"explanation", test_explanation},
      {"labels", test_labels},     {"agreement", test_agreement}, {"lost rows", test_lost_rows},
  };
  GArray *tests = g_array_new(FALSE, TRUE, sizeof(struct CMUnitTest));
  for (int r = 0; r < rule_registry_count; r++)
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++) {
      struct CMUnitTest test = {
          .name = g_strdup_printf("%s: %s", rule_registry[r]->name, kinds[k].name),
          .test_func = kinds[k].run,
          .initial_state = (void *)(uintptr_t)rule_registry[r],
      };
      if (!only || strstr(test.name, only))
        g_array_append_val(tests, test);
      else
        g_free((gpointer)(uintptr_t)test.name);
    }
  return tests;
}

int main(int argc, char **argv)
{
  g_autoptr(GArray) tests = all_tests(argc > 1 ? argv[1] : NULL);
  struct CMUnitTest *items = (struct CMUnitTest *)(void *)tests->data;
  int failed = _cmocka_run_group_tests("rules", items, tests->len, NULL, NULL);
  for (guint i = 0; i < tests->len; i++)
    g_free((gpointer)(uintptr_t)items[i].name);
  return failed;
}
