/* rules: the policy, each line a use of a rule from the registry. */
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "inputs/who.h"
#include "model/rule.h"

#include <string.h>

enum { USES_MAX = 2000, WEIGHT_MAX = 1000000 };

static void read_who(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  bool *mask = who_read(reader, value);
  if (mask)
    *(bool **)field = mask;
}

static void read_switch(struct reader *reader, const struct key *key, const struct node *value,
                        void *field)
{
  bool on;
  (void)key;
  if (value_switch(reader, value, &on))
    *(int *)field = on;
}

static const struct key use_table[] = {
    {.name = "who",
     .read = read_who,
     .offset = offsetof(struct rule_use, scope.posts),
     .inside = &who_keys},
    {.name = "task", .read = key_task_mask, .offset = offsetof(struct rule_use, scope.tasks)},
    {.name = "tasks", .read = key_task_mask, .offset = offsetof(struct rule_use, scope.tasks)},
    {.name = "at", .read = key_site_mask, .offset = offsetof(struct rule_use, scope.sites)},
    {.name = "sessions", .read = key_pattern, .offset = offsetof(struct rule_use, scope.when)},
    {.name = "from", .read = key_from, .offset = offsetof(struct rule_use, scope.when)},
    {.name = "until", .read = key_until, .offset = offsetof(struct rule_use, scope.when)},
    {.name = "hard", .read = key_switch, .offset = offsetof(struct rule_use, hard)},
    {.name = "weight",
     .read = key_number,
     .offset = offsetof(struct rule_use, weight),
     .least = 0,
     .most = WEIGHT_MAX},
    {.name = "name", .read = key_text, .offset = offsetof(struct rule_use, name)},
};
const struct keys use_keys = KEYS_OF("a rule", use_table);

/* Which part of a scope a key belongs to; 0: every rule has it. */
static unsigned scope_of(const char *key)
{
  static const struct {
    const char *key;
    unsigned scope;
  } scopes[] = {
      {"who", SCOPE_WHO},           {"task", SCOPE_TASKS}, {"tasks", SCOPE_TASKS},
      {"at", SCOPE_SITES},          {"from", SCOPE_DATES}, {"until", SCOPE_DATES},
      {"sessions", SCOPE_SESSIONS},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(scopes); i++)
    if (strcmp(scopes[i].key, key) == 0)
      return scopes[i].scope;
  return 0;
}

/* Parameters that name several things: key.least is their index. */
static void take_set(struct rule_use *use, const struct key *key, bool *set)
{
  if (!set)
    return;
  use->sets[key->least] = set;
  use->values[key->least] = 1;
}

static void read_who_param(struct reader *reader, const struct key *key, const struct node *value,
                           void *field)
{
  take_set(field, key, who_read(reader, value));
}

static void read_tasks_param(struct reader *reader, const struct key *key, const struct node *value,
                             void *field)
{
  take_set(field, key, refer_mask(reader, THING_TASK, value));
}

static void read_sites_param(struct reader *reader, const struct key *key, const struct node *value,
                             void *field)
{
  take_set(field, key, refer_sites(reader, value));
}

static void read_contacts_param(struct reader *reader, const struct key *key,
                                const struct node *value, void *field)
{
  const struct vocabulary *kinds = &reader->service->slot_kinds;
  int count;
  const struct node *const *items = node_each(&value, &count);
  bool *mask = ARENA_NEW(reader->arena, bool, kinds->count);
  for (int i = 0; i < count; i++) {
    int kind = refer_word(reader, kinds, "kind of contact", items[i]);
    if (kind != NONE)
      mask[kind] = true;
  }
  take_set(field, key, mask);
}

static void read_sessions_param(struct reader *reader, const struct key *key,
                                const struct node *value, void *field)
{
  struct rule_use *use = field;
  if (when_pattern(reader, value, &use->patterns[key->least]))
    use->values[key->least] = 1;
}

static struct key set_key(const struct rule_param *param, int index, key_reader *read)
{
  return (struct key){
      .name = param->name, .read = read, .least = index, .required = param->required};
}

static struct key value_key(const struct rule_param *param, int index, key_reader *read)
{
  return (struct key){
      .name = param->name,
      .read = read,
      .offset = offsetof(struct rule_use, values) + (size_t)index * sizeof(int),
      .least = param->least,
      .most = param->most,
      .words = param->choices,
      .required = param->required,
  };
}

static struct key param_key(const struct rule_param *param, int index)
{
  switch (param->kind) {
  case PARAM_NUMBER:
    return value_key(param, index, key_number);
  case PARAM_SWITCH:
    return value_key(param, index, read_switch);
  case PARAM_CHOICE:
    return value_key(param, index, key_choice);
  case PARAM_TASK:
    return value_key(param, index, key_task);
  case PARAM_WHO:
    return set_key(param, index, read_who_param);
  case PARAM_TASKS:
    return set_key(param, index, read_tasks_param);
  case PARAM_SITES:
    return set_key(param, index, read_sites_param);
  case PARAM_CONTACTS:
    return set_key(param, index, read_contacts_param);
  case PARAM_SESSIONS:
    break;
  }
  return set_key(param, index, read_sessions_param);
}

/* Where a rule has a parameter of the name of a scope's key, the key is the parameter. */
static bool has_param(const struct rule *rule, const char *name)
{
  return rule_param(rule, name) != NONE;
}

static void check_scope(struct reader *reader, const struct rule *rule, const struct node *body)
{
  for (size_t i = 0; i < G_N_ELEMENTS(use_table); i++) {
    const char *name = use_table[i].name;
    unsigned scope = scope_of(name);
    bool plural = strcmp(name, "tasks") == 0 || strcmp(name, "until") == 0;
    if (!(scope & rule->needs_scope) || plural || node_get(body, name))
      continue;
    if ((scope == SCOPE_TASKS && node_get(body, "tasks")) ||
        (scope == SCOPE_DATES && node_get(body, "until")))
      continue;
    diagnostics_error(reader->diagnostics, body->where, "%s needs '%s'", rule->name, name);
  }
  const struct node *tasks = node_get(body, "tasks");
  if (tasks && node_get(body, "task") && !has_param(rule, "task"))
    diagnostics_error(reader->diagnostics, tasks->where, "either 'task' or 'tasks', not both");
}

static struct rule_use plain_use(const struct rule *rule)
{
  struct rule_use use = {
      .rule = rule,
      .name = rule->name,
      .hard = rule->nature == RULE_HARD,
      .weight = rule->weight,
      .scope = {.when = pattern_always(), .by_contract = rule->by_contract},
  };
  for (int i = 0; i < rule->n_params; i++) {
    use.values[i] = rule->params[i].initial;
    use.patterns[i] = pattern_always();
  }
  return use;
}

static void read_body(struct reader *reader, const struct node *body, struct rule_use *use)
{
  const struct rule *rule = use->rule;
  struct key table[G_N_ELEMENTS(use_table) + PARAMS_MAX];
  struct keys keys = {rule->name, table, 0};
  for (size_t i = 0; i < G_N_ELEMENTS(use_table); i++) {
    unsigned scope = scope_of(use_table[i].name);
    if ((scope == 0 || scope & rule->scope) && !has_param(rule, use_table[i].name))
      table[keys.count++] = use_table[i];
  }
  for (int i = 0; i < rule->n_params; i++)
    table[keys.count++] = param_key(&rule->params[i], i);
  reader_map(reader, body, &keys, use);
}

/* A weight makes a rule soft that is hard by default; `hard: yes` with a weight is a
 * mistake. */
static void check_price(struct reader *reader, const struct node *body, struct rule_use *use)
{
  const struct node *hard = node_get(body, "hard"), *weight = node_get(body, "weight");
  if (use->rule->firm && (weight || !use->hard))
    diagnostics_error(reader->diagnostics, weight ? weight->where : hard->where,
                      "%s is always hard", use->rule->name);
  else if (hard && weight && use->hard)
    diagnostics_error(reader->diagnostics, weight->where,
                      "a hard rule has no weight; leave out 'hard' or 'weight'");
  else if (weight)
    use->hard = false;
  else if (hard && !use->hard && use->weight == 0)
    diagnostics_error(reader->diagnostics, hard->where, "%s needs a 'weight' when it is not hard",
                      use->rule->name);
}

static void check_anybody(struct reader *reader, const struct node *body,
                          const struct rule_use *use)
{
  const struct node *who = node_get(body, "who");
  for (int p = 0; p < reader->service->n_posts; p++)
    if (!use->scope.posts || use->scope.posts[p])
      return;
  if (who)
    diagnostics_warning(reader->diagnostics, who->where, "nobody is meant by this");
}

static bool read_use(struct reader *reader, const struct node *node, struct rule_use *out)
{
  if (node->kind != NODE_MAP || node->count != 1) {
    diagnostics_error(reader->diagnostics, node->where,
                      "expected one rule, such as one_place: {}, found %s",
                      reader_describe(reader, node));
    return false;
  }
  const struct rule *rule = rule_find(node->keys[0]->text);
  if (!rule) {
    g_autofree const char **known = g_new(const char *, (gsize)rule_registry_count + 1);
    for (int i = 0; i < rule_registry_count; i++)
      known[i] = rule_registry[i]->name;
    reader_unknown(reader, node->keys[0]->where, "rule", node->keys[0]->text, known,
                   rule_registry_count);
    return false;
  }
  const struct node nothing = {.kind = NODE_MAP, .where = node->keys[0]->where};
  const struct node *body = node_is_empty(node->items[0]) ? &nothing : node->items[0];
  struct rule_use use = plain_use(rule);
  use.where = node->keys[0]->where;
  if (!reader_is_map(reader, body, rule->name))
    return false;
  int errors = diagnostics_errors(reader->diagnostics);
  read_body(reader, body, &use);
  const char *fault = rule->fault ? rule->fault(&use) : NULL;
  if (fault && diagnostics_errors(reader->diagnostics) == errors)
    diagnostics_error(reader->diagnostics, body->where, "%s %s", rule->name, fault);
  check_scope(reader, rule, body);
  check_price(reader, body, &use);
  if (diagnostics_errors(reader->diagnostics) == errors)
    check_anybody(reader, body, &use);
  value_in_order(reader, body->where, use.scope.when.from, use.scope.when.until);
  *out = use;
  return true;
}

/* The tasks of supporting time, whichever line names them; NULL: none does. */
static bool *support_tasks(const struct service *service)
{
  bool *out = NULL;
  for (int u = 0; u < service->n_uses; u++) {
    const bool *named = service->uses[u].scope.tasks;
    if (strcmp(service->uses[u].rule->name, "support_time") != 0 || !named)
      continue;
    out = out ? out : ARENA_NEW(service->arena, bool, service->n_tasks);
    for (int t = 0; t < service->n_tasks; t++)
      out[t] = out[t] || named[t];
  }
  return out;
}

/* Those who meet, and name no task for it, do so in their supporting time. */
static void fill_support_time(struct reader *reader, struct service *service)
{
  bool *tasks = support_tasks(service);
  for (int u = 0; u < service->n_uses; u++) {
    struct rule_use *use = &service->uses[u];
    if (!use->rule->in_support_time || use->scope.tasks)
      continue;
    use->scope.tasks = tasks;
    if (!tasks)
      diagnostics_error(reader->diagnostics, use->where,
                        "%s needs 'task', as no 'support_time' names one", use->rule->name);
  }
}

static void add_standing(struct service *service)
{
  int written = service->n_uses;
  for (int i = 0; i < rule_registry_count; i++) {
    bool used = false;
    for (int u = 0; u < written; u++)
      used = used || service->uses[u].rule == rule_registry[i];
    if (rule_registry[i]->standing && !used)
      service->uses[service->n_uses++] = plain_use(rule_registry[i]);
  }
}

void rules_read(struct reader *reader, const struct node *rules)
{
  struct service *service = reader->draft;
  bool good = rules && reader_is_list(reader, rules, "rules") &&
              reader_bound(reader, rules->where, "rules", rules->count, USES_MAX);
  int count = good ? rules->count : 0;
  service->uses = ARENA_NEW(service->arena, struct rule_use, count + rule_registry_count);
  for (int i = 0; i < count; i++)
    if (read_use(reader, rules->items[i], &service->uses[service->n_uses]))
      service->n_uses++;
  fill_support_time(reader, service);
  add_standing(service);
}
