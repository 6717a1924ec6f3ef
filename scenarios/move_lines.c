/* Lines of demand that ask for more people, or fewer, in some of their sessions. */
#include "inputs/when.h"
#include "scenarios/making_demand.h"
#include "scenarios/making_sites.h"
#include "scenarios/move.h"

#include <stdlib.h>
#include <string.h>

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

static int number_of(const struct node *line, const char *key)
{
  const struct node *number = node_get(line, key);
  return number && number->kind == NODE_SCALAR ? atoi(number->text) : 0;
}

/* Does the line ask for the task at this site alone, in each session? */
static bool is_for(const struct service *service, const struct node *line, int task, int site)
{
  const struct node *its = node_get(line, "task"), *at = node_get(line, "at");
  const struct node *per = node_get(line, "per");
  int count;
  if (!its || !at || its->count > 1 || node_get(line, "who") ||
      (per && !making_lists(per, period_names[PERIOD_SESSION])))
    return false;
  node_each(&at, &count);
  return count == 1 && making_lists(at, service->sites[site].id) &&
         making_lists(its, service->tasks[task].id);
}

/* A line of demand as the changes so far have left it. */
struct line {
  int index;           /* in the tree */
  struct pattern open; /* its sessions that take place */
  int people;          /* that it asks for */
};

/* The line for the task at the site with the most sessions; false: there is none. */
static bool find_line(struct making *making, int task, int site, struct line *out)
{
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  int most = 0;
  for (int i = 0; i < demand->count; i++) {
    const struct node *line = demand->items[i], *sessions = node_get(line, "sessions");
    struct pattern when = pattern_always();
    if (!is_for(making->service, line, task, site) ||
        (sessions && !when_pattern(&making->reader, sessions, &when)))
      continue;
    struct pattern open = open_sessions(making->service, &when, site);
    if (count(&open) <= most)
      continue;
    most = count(&open);
    *out = (struct line){i, open, MAX(number_of(line, "need"), number_of(line, "target"))};
  }
  return most > 0;
}

/* A line from use has a number in a month alone. */
static const struct demand_by_use *by_use_of(const struct service *service, int task)
{
  for (int i = 0; i < service->n_by_use; i++)
    if (service->by_use[i].line.task == task)
      return &service->by_use[i];
  return NULL;
}

static void report_no_line(struct making *making, const struct node *body,
                           const struct moved *moved, int site)
{
  const struct service *service = making->service;
  const struct demand_by_use *by_use = by_use_of(service, moved->from);
  struct where where = node_get(body, "from")->where;
  if (by_use)
    making_error(making, where,
                 "'%s' is asked for by its use, in %s:%d: 'cover' with a number takes its place",
                 service->tasks[moved->from].id, by_use->line.where.file, by_use->line.where.line);
  else
    making_error(making, where,
                 "no line of demand asks for '%s' at '%s' in each session, to be moved from%s",
                 service->tasks[moved->from].id, service->sites[site].id,
                 moved->from_at == NONE ? "; say where with 'from_at'" : "");
}

void move_from_line(struct making *making, const struct node *body, const struct moved *moved)
{
  const struct service *service = making->service;
  int site = moved->from_at == NONE ? moved->at : moved->from_at;
  struct line line;
  if (!find_line(making, moved->from, site, &line))
    report_no_line(making, body, moved, site);
  else if (count(&line.open) < moved->sessions || line.people < 1)
    making_error(making, node_get(body, "sessions")->where,
                 "'%s' is asked for in %d sessions a week at '%s'; %d can't be moved",
                 service->tasks[moved->from].id, line.people < 1 ? 0 : count(&line.open),
                 service->sites[site].id, moved->sessions);
  else
    shift_line(making, body, line.index, &line.open, moved->sessions, -1);
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
  struct line line;
  if (!find_line(making, moved->to, moved->at, &line)) {
    ask_anew(making, body, moved);
    return;
  }
  int each = moved->sessions / count(&line.open), rest = moved->sessions % count(&line.open);
  const struct node *demand = making_section(making, MAKING_SERVICE, "demand", NODE_LIST);
  if (each > 0) {
    const struct node *more = changed(making, demand->items[line.index], body->where,
                                      making_sessions(making, body->where, &line.open), each);
    demand = edit_replace(making->nodes, demand, line.index, more);
    making_put_section(making, MAKING_SERVICE, body->where, "demand", demand);
  }
  if (rest > 0)
    shift_line(making, body, line.index, &line.open, rest, 1);
}
