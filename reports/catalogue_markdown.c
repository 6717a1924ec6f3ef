#include "reports/catalogue.h"
#include "reports/catalogue_words.h"

#include <string.h>

/* A '|' would end the cell of the table. */
static char *cell(const char *text)
{
  g_auto(GStrv) parts = g_strsplit(text, "|", -1);
  return g_strjoinv("\\|", parts);
}

static void append_row(GString *out, const struct rule *rule)
{
  g_autofree char *nature = catalogue_nature(rule);
  g_autofree char *summary = cell(rule->summary);
  g_autofree char *source = cell(rule->source);
  g_string_append_printf(out, "| [%s](#%s) | %s | %s | %s |\n", rule->name, rule->name, summary,
                         nature, source);
}

static void append_param(GString *out, const struct rule_param *param)
{
  g_autofree char *values = catalogue_values(param);
  g_autofree char *initial = catalogue_default(param);
  g_autofree char *summary = cell(param->summary);
  g_string_append_printf(out, "| `%s` | %s | %s | %s |\n", param->name, summary, values,
                         param->required ? "must be given"
                         : initial       ? initial
                                         : "");
}

static void append_section(GString *out, const struct rule *rule)
{
  g_autofree char *nature = catalogue_nature(rule);
  g_autofree char *scope = catalogue_scope(rule->scope);
  g_string_append_printf(out, "\n## %s\n\n%s\n\n", rule->name, rule->summary);
  g_string_append_printf(out, "- as it stands: %s\n- source: %s\n- scope: %s\n", nature,
                         rule->source, scope);
  if (rule->needs_scope) {
    g_autofree char *needs = catalogue_scope(rule->needs_scope);
    g_string_append_printf(out, "- must say: %s\n", needs);
  }
  if (rule->in_support_time)
    g_string_append(out, "- task, if not said: those of support_time\n");
  if (!rule->n_params)
    return;
  g_string_append(out, "\n| parameter | what | values | default |\n|---|---|---|---|\n");
  for (int i = 0; i < rule->n_params; i++)
    append_param(out, &rule->params[i]);
}

char *catalogue_markdown(const struct rule *rule)
{
  GString *out = g_string_new(
      "# The rules\n\n| rule | in plain English | as it stands | source "
      "|\n|---|---|---|---|\n");
  for (int i = 0; i < rule_registry_count; i++) {
    if (!rule || rule_registry[i] == rule)
      append_row(out, rule_registry[i]);
  }
  for (int i = 0; i < rule_registry_count; i++) {
    if (!rule || rule_registry[i] == rule)
      append_section(out, rule_registry[i]);
  }
  return g_string_free(out, FALSE);
}
