/* What the criteria may say and what the form knows of them, side by side: a criterion that is
 * added on one side alone is missing from this table, and fails the test. That the form makes
 * just what `rota check` takes is tried in a browser, by tests/browser/test_form.sh. */
#include "inputs/sections.h"
#include "planning/form.h"
#include "tests/support/check.h"
#include "tests/support/world.h"

#include <string.h>

/* A key of `criteria:`, and the member of the form's criteria, or of each of its tasks, that holds
 * a person to it; NULL: it says nothing of what may be asked for, and why. */
static const struct {
  const char *key, *member, *task_member, *why_not;
} criteria_known[] = {
    {"who", NULL, NULL, "chooses whose criteria these are"},
    {"open", "open", NULL, NULL},
    {"close", "close", NULL, NULL},
    {"comments", NULL, NULL, "of a draft, after the wishes"},
    {"session_requests", "requests", NULL, NULL},
    {"avoid", "avoided_sites", NULL, NULL},
    {"avoid", "avoided_tasks", NULL, NULL},
    {"off", "off", NULL, NULL},
    {"off", "at_once", NULL, NULL},
    {"points", "points", NULL, NULL},
    {"not_avoidable", NULL, "ways", NULL},
    {"levels", "levels", NULL, NULL},
    {"weights", "levels", NULL, NULL},
    {"late", "late", NULL, NULL},
    {"publish", NULL, NULL, "when the rota is published"},
};

/* Ann's first task may not be avoided. */
static const struct rule_example barring = {.service = "criteria: [{not_avoidable: [clinic]}]\n"};

static bool has_key(const char *key)
{
  for (size_t i = 0; i < G_N_ELEMENTS(criteria_known); i++)
    if (strcmp(criteria_known[i].key, key) == 0)
      return true;
  return false;
}

static bool has_member(const char *member)
{
  for (size_t i = 0; i < G_N_ELEMENTS(criteria_known); i++)
    if (g_strcmp0(criteria_known[i].member, member) == 0)
      return true;
  return false;
}

static void each_criterion_is_on_both_sides(void **state)
{
  (void)state;
  struct world *world = world_new(&barring, NULL);
  struct problem *problem = problem_new(world->service, world->month);
  json_t *form = form_document(problem, 0);
  json_t *held = json_object_get(form, "criteria"), *value;
  const json_t *task = json_array_get(json_object_get(form, "tasks"), 0);
  const char *member;
  for (int i = 0; i < criteria_keys.count; i++)
    if (!has_key(criteria_keys.items[i].name))
      fail_msg("the form doesn't know the criterion '%s'", criteria_keys.items[i].name);
  json_object_foreach(held, member, value)
  {
    if (!has_member(member))
      fail_msg("no criterion stands behind the form's '%s'", member);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(criteria_known); i++) {
    const char *of_all = criteria_known[i].member, *of_task = criteria_known[i].task_member;
    assert_true(reader_has_key(&criteria_keys, criteria_known[i].key));
    assert_true(!of_all || json_object_get(held, of_all));
    assert_true(!of_task || json_object_get(task, of_task));
    assert_true(of_all || of_task || criteria_known[i].why_not);
  }
  json_decref(form);
  problem_free(problem);
  world_free(world);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_criterion_is_on_both_sides),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
