#include "model/json.h"
#include "reports/catalogue.h"
#include "reports/catalogue_words.h"

static json_t *scope_array(unsigned scope)
{
  g_auto(GStrv) keys = catalogue_scope_keys(scope);
  json_t *out = json_array();
  for (char **key = keys; *key; key++)
    json_array_append_new(out, json_string(*key));
  return out;
}

static json_t *param_object(const struct rule_param *param)
{
  g_autofree char *initial = catalogue_default(param);
  json_t *out = json_object();
  json_object_set_new(out, "name", json_string(param->name));
  json_object_set_new(out, "kind", json_string(catalogue_kinds[param->kind]));
  json_object_set_new(out, "summary", json_string(param->summary));
  json_object_set_new(out, "unit", json_string(param->unit));
  json_object_set_new(out, "required", json_boolean(param->required));
  json_object_set_new(out, "default", initial ? json_string(initial) : json_null());
  if (param->kind == PARAM_NUMBER) {
    json_object_set_new(out, "least", json_integer(param->least));
    json_object_set_new(out, "most", json_integer(param->most));
  }
  if (param->kind == PARAM_CHOICE) {
    json_t *choices = json_array();
    for (int i = 0; param->choices[i]; i++)
      json_array_append_new(choices, json_string(param->choices[i]));
    json_object_set_new(out, "choices", choices);
  }
  return out;
}

static json_t *rule_object(const struct rule *rule)
{
  json_t *params = json_array();
  for (int i = 0; i < rule->n_params; i++)
    json_array_append_new(params, param_object(&rule->params[i]));
  json_t *out = json_object();
  json_object_set_new(out, "name", json_string(rule->name));
  json_object_set_new(out, "summary", json_string(rule->summary));
  json_object_set_new(out, "source", json_string(rule->source));
  json_object_set_new(out, "nature", json_string(catalogue_natures[rule->nature]));
  json_object_set_new(out, "weight",
                      rule->nature == RULE_HARD ? json_null() : json_integer(rule->weight));
  json_object_set_new(out, "standing", json_boolean(rule->standing));
  json_object_set_new(out, "scope", scope_array(rule->scope));
  json_object_set_new(out, "needs_scope", scope_array(rule->needs_scope));
  json_object_set_new(out, "parameters", params);
  return out;
}

char *catalogue_json(const struct rule *rule)
{
  json_t *out = json_array();
  for (int i = 0; i < rule_registry_count; i++) {
    if (!rule || rule_registry[i] == rule)
      json_array_append_new(out, rule_object(rule_registry[i]));
  }
  return json_text(out);
}
