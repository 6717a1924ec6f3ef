#include "model/rule.h"

#include "model/service.h"

#include <string.h>

const struct rule *rule_find(const char *name)
{
  for (int i = 0; i < rule_registry_count; i++)
    if (strcmp(rule_registry[i]->name, name) == 0)
      return rule_registry[i];
  return NULL;
}

int rule_use_price(const struct rule_use *use)
{
  return use->hard ? PRICE_HARD : use->weight;
}

int rule_param(const struct rule *rule, const char *name)
{
  for (int i = 0; i < rule->n_params; i++)
    if (strcmp(rule->params[i].name, name) == 0)
      return i;
  return NONE;
}

int rule_use_value(const struct rule_use *use, const char *name)
{
  int param = rule_param(use->rule, name);
  return param == NONE ? PARAM_UNSET : use->values[param];
}

bool rule_use_chooses(const struct rule_use *use, const char *name, const char *choice)
{
  int param = rule_param(use->rule, name);
  return param != NONE && use->rule->params[param].kind == PARAM_CHOICE &&
         strcmp(use->rule->params[param].choices[use->values[param]], choice) == 0;
}

bool rule_use_asks(const struct rule_use *use)
{
  (void)use;
  return true;
}
