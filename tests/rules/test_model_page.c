/* docs/model.md has the mathematics of every rule. */
#include "model/rule.h"
#include "tests/support/check.h"

#include <string.h>

/* "### travel (hard or weight 20, standing; `break_minutes`)" */
static void expect_weight(const struct rule *rule, const char *heading, size_t length)
{
  g_autofree char *line = g_strndup(heading, length);
  g_autofree char *weight = g_strdup_printf("weight %d", rule->weight);
  if (!rule->firm && !strstr(line, weight))
    fail_msg("docs/model.md, %s: the heading does not say '%s'", rule->name, weight);
  if (rule->standing != (strstr(line, "standing") != NULL))
    fail_msg("docs/model.md, %s: the heading is wrong about 'standing'", rule->name);
}

static void test_section_of_each_rule(void **state)
{
  (void)state;
  g_autofree char *page = NULL;
  if (!g_file_get_contents(ROTA_SOURCE_DIR "/docs/model.md", &page, NULL, NULL) || !page) {
    fail_msg("docs/model.md can't be read");
    return;
  }
  for (int r = 0; r < rule_registry_count; r++) {
    g_autofree char *heading = g_strdup_printf("\n### %s ", rule_registry[r]->name);
    const char *section = strstr(page, heading);
    if (!section) {
      fail_msg("docs/model.md has no section for %s", rule_registry[r]->name);
      return;
    }
    size_t heading_length = strcspn(section + 1, "\n");
    expect_weight(rule_registry[r], section + 1, heading_length);
    for (int i = 0; i < rule_registry[r]->n_params; i++) {
      const char *end = strstr(section + 1 + heading_length, "\n### ");
      g_autofree char *text = g_strndup(section, end ? (gsize)(end - section) : strlen(section));
      if (!strstr(text, rule_registry[r]->params[i].name))
        fail_msg("docs/model.md does not say what '%s' of %s does",
                 rule_registry[r]->params[i].name, rule_registry[r]->name);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_section_of_each_rule)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
