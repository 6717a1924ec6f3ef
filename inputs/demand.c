/* demand: how many people a task needs, where and when. */
#include "inputs/demand_by_use.h"
#include "inputs/refer.h"
#include "inputs/sections.h"
#include "inputs/value.h"
#include "inputs/when.h"
#include "inputs/who.h"

#include <stdio.h>
#include <string.h>

enum {
  NEEDS_MAX = 50,
  LINES_MAX = 1000,
  PEOPLE_MAX = 1000,
  PATIENTS_MAX = 1000000,
  PRICE_MAX = 1000000,
  PRICE_NEED = 100,
  PRICE_TARGET = 20,
  PRICE_MOST = 50,
};

/* need may be "1 per 4000 patients", or "from use". */
static void read_need(struct reader *reader, const struct key *key, const struct node *value,
                      void *field)
{
  struct demand_line *line = field;
  struct demand *demand = &line->demand;
  line->from_use = value->kind == NODE_SCALAR && strcmp(value->text, "from use") == 0;
  if (line->from_use)
    return;
  if (value->kind != NODE_SCALAR || !strstr(value->text, "per")) {
    value_number(reader, value, key->least, key->most, &demand->need);
    return;
  }
  g_auto(GStrv) words = g_strsplit(value->text, " ", -1);
  if (g_strv_length(words) != 4 || strcmp(words[1], "per") != 0 ||
      strcmp(words[3], "patients") != 0) {
    diagnostics_error(reader->diagnostics, value->where,
                      "expected a number, \"1 per 4000 patients\" or \"from use\", found %s",
                      reader_describe(reader, value));
    return;
  }
  struct node number = *value;
  number.text = words[0];
  value_number(reader, &number, 1, key->most, &demand->need);
  number.text = words[2];
  value_number(reader, &number, 1, PATIENTS_MAX, &demand->patients_per_session);
}

/* "every pcn", "every hub", "every [hove, crawley]", or sites taken together. */
static void read_at(struct reader *reader, const struct key *key, const struct node *value,
                    void *field)
{
  struct demand *demand = field;
  (void)key;
  if (value->kind != NODE_SCALAR || !g_str_has_prefix(value->text, "every ")) {
    demand->sites = refer_sites(reader, value);
    return;
  }
  g_auto(GStrv) words = g_strsplit_set(value->text + strlen("every "), " ,[]", -1);
  GPtrArray *items = g_ptr_array_new();
  for (char **word = words; *word; word++)
    if (**word) {
      struct node *item = ARENA_NEW(reader->nodes, struct node, 1);
      *item = *value;
      item->text = arena_strdup(reader->nodes, *word);
      g_ptr_array_add(items, item);
    }
  struct node list = {.kind = NODE_LIST, .where = value->where};
  list.items = (const struct node **)items->pdata;
  list.count = (int)items->len;
  demand->sites = refer_sites(reader, &list);
  demand->each_site = true;
  g_ptr_array_free(items, TRUE);
}

/* A task, or several whose people are counted together. */
static void read_tasks(struct reader *reader, const struct key *key, const struct node *value,
                       void *field)
{
  struct demand *demand = field;
  if (value->kind != NODE_LIST) {
    key_task(reader, key, value, &demand->task);
    return;
  }
  int count = 0;
  bool *tasks = refer_mask(reader, THING_TASK, value);
  for (int t = reader->service->n_tasks - 1; tasks && t >= 0; t--)
    if (tasks[t]) {
      demand->task = t;
      count++;
    }
  demand->tasks = count > 1 ? tasks : NULL;
}

static void read_who(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  (void)key;
  ((struct demand *)field)->who = who_read(reader, value);
}

static void read_per(struct reader *reader, const struct key *key, const struct node *value,
                     void *field)
{
  int per;
  if (value_choice(reader, value, key->words, &per))
    ((struct demand *)field)->per = (enum period)per;
}

static const char *const periods[] = {"session", "day", "week", "month", NULL};

#define NUMBER(key, field, bound)                                                                  \
  {                                                                                                \
    .name = (key), .read = key_number, .offset = offsetof(struct demand, field), .least = 0,       \
    .most = (bound)                                                                                \
  }

static const struct key prices_table[] = {
    NUMBER("need", price_need, PRICE_MAX),
    NUMBER("target", price_target, PRICE_MAX),
    NUMBER("most", price_most, PRICE_MAX),
};
static const struct keys prices_keys = KEYS_OF("prices", prices_table);

/* What a line of demand and an event's need both say; a line's need may be by
 * patients, so each reads that in its own way. */
#define SHARED_KEYS(read_need, need_offset)                                                        \
  {.name = "task", .read = read_tasks, .required = true},                                          \
      {.name = "hard", .read = key_switch, .offset = offsetof(struct demand, hard)},               \
      {.name = "who", .read = read_who},                                                           \
      {.name = "name", .read = key_text, .offset = offsetof(struct demand, name)},                 \
      {.name = "need",                                                                             \
       .read = (read_need),                                                                        \
       .offset = (need_offset),                                                                    \
       .least = 0,                                                                                 \
       .most = PEOPLE_MAX},                                                                        \
      NUMBER("target", target, PEOPLE_MAX), NUMBER("most", most, PEOPLE_MAX),                      \
  {                                                                                                \
    .name = "prices", .read = key_map, .inside = &prices_keys                                      \
  }

static const struct key demand_table[] = {
    SHARED_KEYS(read_need, 0),
    {.name = "at", .read = read_at},
    {.name = "sessions", .read = key_pattern, .offset = offsetof(struct demand, when)},
    {.name = "per", .read = read_per, .words = periods},
    {.name = "from", .read = key_from, .offset = offsetof(struct demand, when)},
    {.name = "until", .read = key_until, .offset = offsetof(struct demand, when)},
    {.name = "least",
     .read = key_number,
     .offset = offsetof(struct demand_line, least),
     .least = 0,
     .most = PEOPLE_MAX},
    WHEN_TURNS_KEYS(struct demand_line, demand.when, turns),
};
const struct keys demand_keys = KEYS_OF("a demand", demand_table);
/* A month's line has a number and dates, and so no least and no cycle. */
enum { NOT_IN_A_MONTH = 4 };
const struct keys month_demand_keys = {.what = "a demand",
                                       .items = demand_table,
                                       .count = (int)G_N_ELEMENTS(demand_table) - NOT_IN_A_MONTH};

static const struct key need_table[] = {SHARED_KEYS(key_number, offsetof(struct demand, need))};
const struct keys need_keys = KEYS_OF("a need", need_table);

/* need, target, most and prices. */
enum { BEFORE_NEED = 4 };
const struct keys people_keys = {.what = "people",
                                 .items = need_table + BEFORE_NEED,
                                 .count = (int)G_N_ELEMENTS(need_table) - BEFORE_NEED};

static struct demand plain_demand(struct where where)
{
  return (struct demand){
      .task = NONE,
      .when = pattern_always(),
      .target = UNLIMITED,
      .most = UNLIMITED,
      .price_need = PRICE_NEED,
      .price_target = PRICE_TARGET,
      .price_most = PRICE_MOST,
      .event = NONE,
      .where = where,
  };
}

/* Written as 0, or not at all. */
static bool is_zero(const struct node *node, const char *key)
{
  const struct node *value = node_get(node, key);
  return !value || (value->kind == NODE_SCALAR && strcmp(value->text, "0") == 0);
}

/* Who gives the price of each above `most` expects that there may be more: above the target, where
 * no most is given. What that comes to from use, the month says. */
static void check_beyond(struct reader *reader, const struct node *node, struct demand *demand,
                         bool from_use)
{
  const struct node *prices = node_get(node, "prices");
  if (!prices || !node_get(prices, "most") || demand->hard)
    return;
  if (demand->most == UNLIMITED && !demand->patients_per_session && !from_use)
    demand->most = demand->target;
  demand->beyond = demand->most != UNLIMITED || from_use;
  if (!demand->beyond)
    diagnostics_warning(reader->diagnostics, node_get(prices, "most")->where,
                        "a price above 'most' needs a 'most' where the need is by patients");
}

static void check_numbers(struct reader *reader, const struct node *node, struct demand *demand)
{
  struct diagnostics *diagnostics = reader->diagnostics;
  int need = demand->patients_per_session ? 0 : demand->need;
  if (!node_get(node, "need") && !node_get(node, "target") && !node_get(node, "most"))
    diagnostics_error(diagnostics, node->where, "says neither 'need' nor 'target' nor 'most'");
  else if (!node_get(node, "most") && is_zero(node, "need") && is_zero(node, "target"))
    diagnostics_warning(diagnostics, node->where,
                        "this asks for nobody; where none may be there, say 'most: 0'");
  if (demand->target == UNLIMITED)
    demand->target = need;
  else if (demand->target < need)
    diagnostics_error(diagnostics, node_get(node, "target")->where,
                      "the target of %d is below the need of %d", demand->target, need);
  if (demand->most != UNLIMITED && demand->most < MAX(need, demand->target))
    diagnostics_error(diagnostics, node_get(node, "most")->where,
                      "at most %d is below the %s of %d", demand->most,
                      demand->most < need ? "need" : "target",
                      demand->most < need ? need : demand->target);
  value_in_order(reader, node->where, demand->when.from, demand->when.until);
}

/* Keeps of the sites those where the task, or one of them, is done. */
static void check_sites(struct reader *reader, const struct node *node, struct demand *demand)
{
  const struct service *service = reader->service;
  if (!demand->sites || demand->task == NONE || reader->lost[THING_SITE])
    return;
  bool *sites = demand->sites;
  int left = 0, asked = 0;
  demand->sites = NULL;
  for (int s = 0; s < service->n_sites; s++) {
    asked += sites[s];
    sites[s] = sites[s] && demand_has_site(service, demand, s);
    left += sites[s];
  }
  demand->sites = sites;
  if (left == 0 && !reader->lost_kinds)
    diagnostics_error(reader->diagnostics, node_get(node, "at")->where,
                      asked > 0 ? "the task '%s' is not done there" : "no site to do '%s' at",
                      service->tasks[demand->task].id);
}

/* A need "by patients" or "from use" is of one PCN, or of every one by itself. */
static void check_pcns(struct reader *reader, const struct node *node, const struct demand *demand,
                       const char *how, bool by_patients)
{
  const struct service *service = reader->service;
  struct where where = node_get(node, "need")->where;
  int sites = 0;
  for (int s = 0; demand->sites && s < service->n_sites; s++) {
    const struct site *site = &service->sites[s];
    if (!demand->sites[s])
      continue;
    sites++;
    if (!site->pcn || (by_patients && site->pcn->patients == 0))
      diagnostics_error(reader->diagnostics, where, "need %s, but '%s' is %s", how, site->id,
                        site->pcn ? "a PCN without 'patients'" : "no PCN");
  }
  if (!demand->sites || (sites > 1 && !demand->each_site))
    diagnostics_error(reader->diagnostics, where, "need %s is for one PCN or \"at: every pcn\"",
                      how);
}

/* How a need that goes by PCNs fits the rest of its line. */
static void check_need(struct reader *reader, const struct node *node,
                       const struct demand_line *line)
{
  const struct demand *demand = &line->demand;
  const struct node *least = node_get(node, "least");
  if (line->from_use)
    demand_by_use_check(reader, node, line);
  else if (least)
    diagnostics_error(reader->diagnostics, least->where, "'least' goes with \"need: from use\"");
  if (reader->lost[THING_SITE])
    return;
  if (line->from_use)
    check_pcns(reader, node, demand, "from use", false);
  else if (demand->patients_per_session)
    check_pcns(reader, node, demand, "by patients", true);
}

static void check_hard(struct reader *reader, const struct node *node, const struct demand *demand)
{
  const struct node *prices = node_get(node, "prices");
  if (demand->hard && prices && (node_get(prices, "need") || node_get(prices, "most")))
    diagnostics_error(reader->diagnostics, prices->where,
                      "a hard demand has no price for 'need' or 'most'");
}

/* The weeks of a cycle in which the line asks; what is asked per week or month is pro rata in weeks
 * that are cut off, of which each is taken to be like the others. */
static void take_turns(struct reader *reader, const struct node *node, struct demand_line *line)
{
  struct demand *demand = &line->demand;
  when_take_turns(reader, node, &line->turns, WHEN_CYCLE_WEEKS, &demand->when);
  if (node_get(node, "cycle") && (demand->per == PERIOD_WEEK || demand->per == PERIOD_MONTH))
    diagnostics_error(reader->diagnostics, node_get(node, "cycle")->where,
                      "a cycle goes with what is asked per session or day");
}

static bool never_open(const struct service *service, const struct pattern *when)
{
  for (int day = 0; day < WEEK_DAYS; day++)
    if (when->blocks[day] & service->week.blocks[day])
      return false;
  return true;
}

void demand_read(struct reader *reader, const struct node *list, struct demand **out, int *count)
{
  *count = 0;
  if (!list || !reader_is_list(reader, list, "demand") ||
      !reader_bound(reader, list->where, "lines of demand", list->count, LINES_MAX))
    return;
  struct demand *demands = ARENA_NEW(reader->arena, struct demand, list->count);
  for (int i = 0; i < list->count; i++) {
    const struct node *node = list->items[i];
    struct demand_line line = {.demand = plain_demand(node->where), .least = NONE};
    if (!reader_map(reader, node, reader->month ? &month_demand_keys : &demand_keys, &line))
      continue;
    check_sites(reader, node, &line.demand);
    check_numbers(reader, node, &line.demand);
    check_beyond(reader, node, &line.demand, line.from_use);
    check_need(reader, node, &line);
    check_hard(reader, node, &line.demand);
    take_turns(reader, node, &line);
    if (!reader->lost_week && never_open(reader->service, &line.demand.when))
      diagnostics_error(reader->diagnostics, node->where,
                        "the service is never open in these sessions");
    if (line.demand.task == NONE)
      continue;
    if (line.from_use && reader->draft)
      demand_by_use_keep(reader, &line, list->count);
    else
      demands[(*count)++] = line.demand;
  }
  *out = demands;
}

static void read_event_need(struct reader *reader, const struct node *node, int site,
                            GArray *demands)
{
  struct demand demand = plain_demand(node->where);
  if (!reader_map(reader, node, &need_keys, &demand))
    return;
  check_numbers(reader, node, &demand);
  check_beyond(reader, node, &demand, false);
  check_hard(reader, node, &demand);
  if (demand.task == NONE || site == NONE)
    return;
  for (int t = 0; t < reader->service->n_tasks; t++)
    if (demand_has_task(&demand, t))
      refer_is_done_at(reader, node->where, t, site);
  demand.sites = ARENA_NEW(reader->arena, bool, reader->service->n_sites);
  demand.sites[site] = true;
  g_array_append_val(demands, demand);
}

void demand_read_needs(struct reader *reader, const struct node *need, int site, GArray *demands)
{
  if (!need || !reader_is_list(reader, need, "need") ||
      !reader_bound(reader, need->where, "needs", need->count, NEEDS_MAX))
    return;
  for (int i = 0; i < need->count; i++)
    read_event_need(reader, need->items[i], site, demands);
}
