/* move: {from: fcp, to: clinic, sessions: 2, at: hove}: so many sessions a week
 * are no longer asked for at one task, and as many more at another. */
#include "inputs/levers.h"
#include "inputs/making_demand.h"
#include "inputs/refer.h"
#include "inputs/value.h"
#include "model/rule.h"

#include <string.h>

enum { SESSIONS_MAX = 200, PATIENTS_LEAST = 100, PATIENTS_MOST = 1000000 };

struct moved {
  int from, to; /* tasks */
  int sessions; /* a week */
  int at, from_at;
};

static const struct key move_table[] = {
    {.name = "from", .read = key_task, .offset = offsetof(struct moved, from), .required = true},
    {.name = "to", .read = key_task, .offset = offsetof(struct moved, to), .required = true},
    {.name = "sessions",
     .read = key_number,
     .offset = offsetof(struct moved, sessions),
     .least = 1,
     .most = SESSIONS_MAX,
     .required = true},
    {.name = "at", .read = key_site, .offset = offsetof(struct moved, at), .required = true},
    {.name = "from_at", .read = key_site, .offset = offsetof(struct moved, from_at)},
};
static const struct keys move_keys = KEYS_OF("move", move_table);

/* --- sessions that PCNs are owed by their patients ------------------------------- */

/* Sessions a week of all these PCNs when each has one for so many patients. */
static int owed(const struct service *service, const bool *sites, int patients)
{
  int sessions = 0;
  for (int s = 0; s < service->n_sites; s++)
    if (service->sites[s].pcn && (!sites || sites[s]))
      sessions += (service->sites[s].pcn->patients + patients - 1) / patients;
  return sessions;
}

/* The patients a session nearest to `patients` with which `wanted` sessions are
 * owed, or as many as can be on that side of it; NONE: no such number. */
static int patients_for(const struct service *service, const bool *sites, int patients, int wanted)
{
  int now = owed(service, sites, patients), step = wanted < now ? 1 : -1;
  for (; patients >= PATIENTS_LEAST && patients <= PATIENTS_MOST; patients += step) {
    int then = owed(service, sites, patients);
    if (step > 0 ? then <= wanted : then >= wanted)
      return patients;
  }
  return NONE;
}

/* The use of fcp_cover that counts the task; NULL: none does. */
static const struct rule_use *cover_of(const struct service *service, int task)
{
  for (int u = 0; u < service->n_uses; u++)
    if (strcmp(service->uses[u].rule->name, "fcp_cover") == 0 && service->uses[u].where.file &&
        scope_has_task(&service->uses[u].scope, task))
      return &service->uses[u];
  return NULL;
}

static int param_of(const struct rule_use *use, const char *name)
{
  for (int i = 0; i < use->rule->n_params; i++)
    if (strcmp(use->rule->params[i].name, name) == 0)
      return use->values[i];
  return NONE;
}

static bool is_at(struct where a, struct where b)
{
  return g_strcmp0(a.file, b.file) == 0 && a.line == b.line && a.column == b.column;
}

/* `more` sessions a week, fewer when below 0, by the rule's patients a session. */
static void shift_cover(struct making *making, const struct node *body, const struct rule_use *use,
                        int more)
{
  static const char key[] = "patients_per_session";
  struct arena *nodes = making->nodes;
  int patients = param_of(use, key);
  int now = owed(making->service, use->scope.sites, patients);
  int then = patients_for(making->service, use->scope.sites, patients, now + more);
  const struct node *rules = making_section(making, MAKING_SERVICE, "rules", NODE_LIST);
  if (then == NONE) {
    making_error(making, body->where, "the PCNs have %d sessions a week; %d of them can't be moved",
                 now, -more);
    return;
  }
  g_autofree char *text = g_strdup_printf("%d", then);
  for (int i = 0; i < rules->count; i++) {
    const struct node *rule = rules->items[i];
    if (rule->kind != NODE_MAP || !is_at(rule->keys[0]->where, use->where))
      continue;
    const struct node *params = rule->items[0];
    params = params->kind == NODE_MAP ? params : edit_map(nodes, body->where);
    params = edit_put_text(nodes, params, body->where, key, text);
    rules = edit_replace(nodes, rules, i, edit_put(nodes, rule, rule->keys[0], params));
  }
  making_put_section(making, MAKING_SERVICE, body->where, "rules", rules);
}

/* --- lines of demand ---------------------------------------------------------------- */

static bool is_only_site(const struct service *service, const struct demand *demand, int site)
{
  for (int s = 0; demand->sites && s < service->n_sites; s++)
    if (demand->sites[s] != (s == site))
      return false;
  return demand->sites != NULL;
}

static struct pattern open_sessions(const struct service *service, const struct pattern *when,
                                    int site)
{
  struct pattern open = pattern_always();
  for (int day = 0; day < WEEK_DAYS; day++) {
    open.blocks[day] = when->blocks[day] & service->week.blocks[day];
    for (int b = 0; b < service->n_blocks; b++)
      if (!service_site_open(service, site, day, b))
        open.blocks[day] &= (uint8_t) ~(1u << b);
  }
  return open;
}

static int count(const struct pattern *pattern)
{
  int sessions = 0;
  for (int day = 0; day < WEEK_DAYS; day++)
    sessions += __builtin_popcount(pattern->blocks[day]);
  return sessions;
}

/* Splits the sessions: `wanted` of them, spread over the week, and the others. */
static struct pattern spread(const struct pattern *all, int wanted, struct pattern *others)
{
  struct pattern chosen = pattern_always();
  int total = count(all), seen = 0, taken = 0;
  *others = *all;
  for (int day = 0; day < WEEK_DAYS; day++) {
    chosen.blocks[day] = 0;
    for (int b = 0; b < BLOCKS_MAX; b++)
      if (all->blocks[day] >> b & 1 && ++seen * wanted / total > taken) {
        taken++;
        chosen.blocks[day] |= (uint8_t)(1u << b);
        others->blocks[day] &= (uint8_t) ~(1u << b);
      }
  }
  return chosen;
}

static const struct node *add_people(struct making *making, const struct node *line,
                                     struct where where, const char *key, int people)
{
  const struct node *number = node_get(line, key);
  int now = 0;
  if (!number || number->kind != NODE_SCALAR)
    return line;
  now = atoi(number->text) + people;
  g_autofree char *text = g_strdup_printf("%d", MAX(now, 0));
  return edit_put_text(making->nodes, line, where, key, text);
}

/* The line with so many people more in `sessions`. */
static const struct node *changed(struct making *making, const struct node *line,
                                  struct where where, const struct node *sessions, int people)
{
  struct arena *nodes = making->nodes;
  line = edit_put(nodes, line, edit_scalar(nodes, where, "sessions"), sessions);
  line = add_people(making, line, where, "need", people);
  line = add_people(making, line, where, "target", people);
  return add_people(making, line, where, "most", people);
}

/* `sessions` a week of the line have one person more, or one less. */
static void shift_line(struct making *making, const struct node *body, int index,
                       const struct pattern *all, int sessions, int people)
{
  struct arena *nodes = making->nodes;
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  const struct node *line = demand->items[index];
  struct pattern others, chosen = spread(all, sessions, &others);
  const struct node *rest = NULL;
  if (count(&others) > 0)
    rest = edit_put(nodes, line, edit_scalar(nodes, body->where, "sessions"),
                    making_sessions(making, body->where, &others));
  demand = edit_replace(nodes, demand, index, rest);
  demand = edit_append(
      nodes, demand,
      changed(making, line, body->where, making_sessions(making, body->where, &chosen), people));
  making_put_section(making, MAKING_SERVICE, body->where, "demand", demand);
}

/* The service's line for the task at this site alone, in each session, with the
 * most sessions; NULL: there is none. `*index`: where it is in the tree. */
static const struct demand *line_of(struct making *making, int task, int site, int *index)
{
  const struct service *service = making->service;
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  const struct demand *best = NULL;
  int most = 0;
  for (int d = 0; d < service->n_demands; d++) {
    const struct demand *line = &service->demands[d];
    struct pattern open = open_sessions(service, &line->when, site);
    if (line->task != task || line->each_site || line->per != PERIOD_SESSION ||
        line->patients_per_session || !is_only_site(service, line, site) || count(&open) <= most)
      continue;
    for (int i = 0; i < demand->count; i++)
      if (is_at(demand->items[i]->where, line->where)) {
        best = line;
        most = count(&open);
        *index = i;
      }
  }
  return best;
}

static void take_from_line(struct making *making, const struct node *body,
                           const struct moved *moved)
{
  const struct service *service = making->service;
  int index = NONE, site = moved->from_at == NONE ? moved->at : moved->from_at;
  const struct demand *line = line_of(making, moved->from, site, &index);
  struct pattern open;
  if (line)
    open = open_sessions(service, &line->when, site);
  if (!line)
    making_error(making, node_get(body, "from")->where,
                 "no line of demand asks for '%s' at '%s' in each session, to be moved from%s",
                 service->tasks[moved->from].id, service->sites[site].id,
                 moved->from_at == NONE ? "; say where with 'from_at'" : "");
  else if (count(&open) < moved->sessions || line->target < 1)
    making_error(making, node_get(body, "sessions")->where,
                 "'%s' is asked for in %d sessions a week at '%s'; %d can't be moved",
                 service->tasks[moved->from].id, line->target < 1 ? 0 : count(&open),
                 service->sites[site].id, moved->sessions);
  else
    shift_line(making, body, index, &open, moved->sessions, -1);
}

static void ask_anew(struct making *making, const struct node *body, const struct moved *moved)
{
  const struct service *service = making->service;
  struct arena *nodes = making->nodes;
  struct pattern always = pattern_always(), others;
  struct pattern open = open_sessions(service, &always, moved->at);
  if (count(&open) < moved->sessions) {
    making_error(making, node_get(body, "sessions")->where, "'%s' is open %d sessions a week",
                 service->sites[moved->at].id, count(&open));
    return;
  }
  struct pattern chosen = spread(&open, moved->sessions, &others);
  const struct node *line = edit_map(nodes, body->where);
  line = edit_put(nodes, line, edit_scalar(nodes, body->where, "task"), node_get(body, "to"));
  line = edit_put(nodes, line, edit_scalar(nodes, body->where, "at"), node_get(body, "at"));
  line = edit_put(nodes, line, edit_scalar(nodes, body->where, "sessions"),
                  making_sessions(making, body->where, &chosen));
  making_ask(making, edit_put_text(nodes, line, body->where, "need", "1"));
}

/* The same number of people more in every session, and the rest spread. */
static void give_to_line(struct making *making, const struct node *body, const struct moved *moved)
{
  int index = NONE;
  const struct demand *line = line_of(making, moved->to, moved->at, &index);
  if (!line) {
    ask_anew(making, body, moved);
    return;
  }
  struct pattern open = open_sessions(making->service, &line->when, moved->at);
  int each = moved->sessions / count(&open), rest = moved->sessions % count(&open);
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  if (each > 0) {
    const struct node *more = changed(making, demand->items[index], body->where,
                                      making_sessions(making, body->where, &open), each);
    demand = edit_replace(making->nodes, demand, index, more);
    making_put_section(making, MAKING_SERVICE, body->where, "demand", demand);
  }
  if (rest > 0)
    shift_line(making, body, index, &open, rest, 1);
}

void lever_move(struct making *making, const struct node *body)
{
  const struct service *service = making->service;
  struct moved moved = {NONE, NONE, 0, NONE, NONE};
  int errors = making_errors(making);
  reader_map(&making->reader, body, &move_keys, &moved);
  if (making_errors(making) > errors)
    return;
  const struct rule_use *from = cover_of(service, moved.from), *to = cover_of(service, moved.to);
  refer_is_done_at(&making->reader, node_get(body, "at")->where, moved.to, moved.at);
  if (from)
    shift_cover(making, body, from, -moved.sessions);
  else
    take_from_line(making, body, &moved);
  if (to)
    shift_cover(making, body, to, moved.sessions);
  else
    give_to_line(making, body, &moved);
  making_say(making, "%d sessions a week of %s become %s at %s", moved.sessions,
             service->tasks[moved.from].name, service->tasks[moved.to].name,
             service->sites[moved.at].name);
}
