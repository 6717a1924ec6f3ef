#include "reports/catalogue.h"

#include "reports/catalogue_words.h"
#include "reports/text.h"

static void append_param(GString *out, const struct rule_param *param)
{
  g_autofree char *values = catalogue_values(param);
  g_autofree char *initial = catalogue_initial(param);
  g_string_append(out, "    ");
  text_left(out, param->name, 18);
  g_string_append_c(out, ' ');
  g_autofree char *line = g_strdup_printf("%s: %s; %s", param->summary, values, initial);
  text_wrap(out, line, 23);
}

static void append_rule(GString *out, const struct rule *rule)
{
  g_autofree char *nature = catalogue_nature(rule);
  g_autofree char *scope = catalogue_scope(rule->scope);
  g_autofree char *needs = catalogue_scope(rule->needs_scope);
  g_string_append_printf(out, "%s\n  ", rule->name);
  text_wrap(out, rule->summary, 2);
  g_string_append(out, "  as it stands: ");
  text_wrap(out, nature, 16);
  g_string_append(out, "  source: ");
  text_wrap(out, rule->source, 10);
  g_string_append(out, "  scope: ");
  text_wrap(out, scope, 9);
  if (rule->needs_scope)
    g_string_append_printf(out, "  must say: %s\n", needs);
  if (rule->in_support_time)
    g_string_append(out, "  task, if not said: those of support_time\n");
  if (rule->n_params)
    g_string_append(out, "  parameters:\n");
  for (int i = 0; i < rule->n_params; i++)
    append_param(out, &rule->params[i]);
}

char *catalogue_text(const struct rule *rule)
{
  GString *out = g_string_new(NULL);
  if (rule) {
    append_rule(out, rule);
    return g_string_free(out, FALSE);
  }
  for (int i = 0; i < rule_registry_count; i++) {
    append_rule(out, rule_registry[i]);
    g_string_append_c(out, '\n');
  }
  text_wrap(out,
            "Every use of a rule takes: hard (yes or no), weight (0 to 1000000, the cost of one "
            "unit of violation when not hard) and name (free text).",
            0);
  return g_string_free(out, FALSE);
}
