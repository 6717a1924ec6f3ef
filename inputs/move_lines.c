/* Lines of demand that ask for more people, or fewer, in some of their sessions. */
#include "inputs/making_demand.h"
#include "inputs/move.h"

#include <stdlib.h>
#include <string.h>

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
      if (move_is_at(demand->items[i]->where, line->where)) {
        best = line;
        most = count(&open);
        *index = i;
      }
  }
  return best;
}

void move_from_line(struct making *making, const struct node *body, const struct moved *moved)
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

void move_to_line(struct making *making, const struct node *body, const struct moved *moved)
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
