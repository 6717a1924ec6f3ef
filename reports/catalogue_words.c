#include "reports/catalogue_words.h"

const char *const catalogue_kinds[] = {
    [PARAM_NUMBER] = "number", [PARAM_SWITCH] = "switch",     [PARAM_CHOICE] = "choice",
    [PARAM_TASK] = "task",     [PARAM_WHO] = "who",           [PARAM_TASKS] = "tasks",
    [PARAM_SITES] = "sites",   [PARAM_SESSIONS] = "sessions", [PARAM_CONTACTS] = "contacts",
};

/* What may be written; NULL: depends on the parameter. */
static const char *const kind_values[] = {
    [PARAM_NUMBER] = NULL,
    [PARAM_SWITCH] = "yes or no",
    [PARAM_CHOICE] = NULL,
    [PARAM_TASK] = "the id of a task",
    [PARAM_WHO] = "clinicians, as in who",
    [PARAM_TASKS] = "a task or a list of tasks",
    [PARAM_SITES] = "sites or kinds, as in at",
    [PARAM_SESSIONS] = "sessions, such as mon-fri am",
    [PARAM_CONTACTS] = "a kind of contact of the tasks' slots, or a list",
};
const char *const catalogue_natures[] = {"hard", "elastic", "soft"};

static char *joined_choices(const char *const *choices)
{
  GString *out = g_string_new(NULL);
  for (int i = 0; choices[i]; i++) {
    if (i > 0)
      g_string_append(out, choices[i + 1] ? ", " : " or ");
    g_string_append(out, choices[i]);
  }
  return g_string_free(out, FALSE);
}

char *catalogue_values(const struct rule_param *param)
{
  if (kind_values[param->kind])
    return g_strdup(kind_values[param->kind]);
  if (param->kind == PARAM_CHOICE)
    return joined_choices(param->choices);
  return g_strdup_printf("%d to %d%s%s", param->least, param->most, param->unit[0] ? " " : "",
                         param->unit);
}

char *catalogue_default(const struct rule_param *param)
{
  if (param->initial == PARAM_UNSET)
    return NULL;
  if (param->kind == PARAM_SWITCH)
    return g_strdup(param->initial ? "yes" : "no");
  if (param->kind == PARAM_CHOICE)
    return g_strdup(param->choices[param->initial]);
  if (param->kind != PARAM_NUMBER)
    return NULL;
  return g_strdup_printf("%d", param->initial);
}

char *catalogue_initial(const struct rule_param *param)
{
  if (param->required)
    return g_strdup("must be given");
  g_autofree char *initial = catalogue_default(param);
  return initial ? g_strdup_printf("%s if not given", initial) : g_strdup("may be left out");
}

char *catalogue_nature(const struct rule *rule)
{
  GString *out = g_string_new(NULL);
  if (rule->nature == RULE_HARD)
    g_string_append(out, "hard, can't be broken");
  else
    g_string_append_printf(out, "%s, weight %d",
                           rule->nature == RULE_SOFT ? "soft" : "elastic, a shortfall is priced",
                           rule->weight);
  g_string_append(out, rule->standing ? "; in force even if not written" : "");
  return g_string_free(out, FALSE);
}

char **catalogue_scope_keys(unsigned scope)
{
  static const struct {
    unsigned key;
    const char *words;
  } keys[] = {
      {SCOPE_WHO, "who"},           {SCOPE_TASKS, "task"}, {SCOPE_SITES, "at"},
      {SCOPE_SESSIONS, "sessions"}, {SCOPE_DATES, "from"}, {SCOPE_DATES, "until"},
  };
  GPtrArray *out = g_ptr_array_new();
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (scope & keys[i].key)
      g_ptr_array_add(out, g_strdup(keys[i].words));
  }
  g_ptr_array_add(out, NULL);
  return (char **)g_ptr_array_free(out, FALSE);
}

char *catalogue_scope(unsigned scope)
{
  if (!scope)
    return g_strdup("the whole service");
  g_auto(GStrv) keys = catalogue_scope_keys(scope);
  return g_strjoinv(", ", keys);
}
