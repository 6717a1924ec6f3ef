#include "model/ask_groups.h"

#include "model/asked.h"
#include "model/demand_place.h"

/* A line at one place in one period, and what of it is joined to it: a tree, whose root
 * has the room of all. */
struct ask {
  int parent;
  int64_t room;
};

struct ask_groups {
  const struct problem *problem;
  int task;    /* NONE: joint lines' */
  GArray *all; /* struct ask */
  int *at;     /* [slots * sites], or [slots * tasks * sites]: the ask that it is in */
};

static struct ask *ask_of(const struct ask_groups *groups, int index)
{
  return &g_array_index(groups->all, struct ask, index);
}

static int root_of(const struct ask_groups *groups, int index)
{
  while (ask_of(groups, index)->parent != index)
    index = ask_of(groups, index)->parent;
  return index;
}

static int *place_of(const struct ask_groups *groups, int slot, int task, int site)
{
  if (groups->task == NONE)
    return &groups->at[problem_work_index(groups->problem, slot, task, site)];
  return &groups->at[slot * groups->problem->service->n_sites + site];
}

/* Is it work that these lines alone have a say in? */
static bool is_theirs(const struct ask_groups *groups, int slot, int task, int site)
{
  return asked_at(groups->problem, slot, task, site) ==
         (groups->task == NONE ? ASKED_JOINTLY : ASKED_BY_LINES);
}

/* Work that two asks ask for is one's as well as the other's: they have their room together. */
static void claim(struct ask_groups *groups, int slot, int task, int site, int ask)
{
  if (site == NONE || !is_theirs(groups, slot, task, site))
    return;
  int *at = place_of(groups, slot, task, site);
  int mine = root_of(groups, ask), other = *at == NONE ? mine : root_of(groups, *at);
  *at = mine;
  if (mine == other)
    return;
  ask_of(groups, other)->parent = mine;
  ask_of(groups, mine)->room += ask_of(groups, other)->room;
}

/* An ask for each period of the line, at the site or at all of its sites together (NONE).
 * Returns the first. */
static int add_periods(struct ask_groups *groups, const struct demand *line, int site)
{
  struct demand_place place = demand_place(groups->problem, line, site);
  int first = (int)groups->all->len;
  for (int p = 0; p < demand_periods(groups->problem, line->per); p++) {
    struct ask ask = {first + p, MAX(line->most, MAX(line->target, demand_place_need(&place)))};
    g_array_append_val(groups->all, ask);
  }
  return first;
}

static void claim_work(struct ask_groups *groups, const struct demand *line, int site, int first)
{
  const struct problem *problem = groups->problem;
  for (int s = 0; s < problem->month->n_slots; s++)
    for (int t = 0; t < problem->service->n_tasks; t++) {
      int ask = first + demand_period(problem, line->per, s);
      if (!demand_has_task(line, t))
        continue;
      if (asked_by_line(problem, line, s, t, site))
        claim(groups, s, t, site, ask);
      claim(groups, s, t, asked_where_moved(problem, line, s, site), ask);
    }
}

static void add_line(struct ask_groups *groups, const struct demand *line)
{
  const struct problem *problem = groups->problem;
  int first = line->each_site ? NONE : add_periods(groups, line, NONE);
  for (int p = 0; p < problem->service->n_sites; p++) {
    if (!demand_at(problem, line, p))
      continue;
    if (line->each_site)
      first = add_periods(groups, line, p);
    claim_work(groups, line, p, first);
  }
}

struct ask_groups *ask_groups_new(const struct problem *problem, int task)
{
  const struct service *service = problem->service;
  int places = problem->month->n_slots * service->n_sites * (task == NONE ? service->n_tasks : 1);
  struct ask_groups *groups = g_new(struct ask_groups, 1);
  *groups = (struct ask_groups){problem, task, g_array_new(FALSE, FALSE, sizeof(struct ask)),
                                g_new(int, (gsize)places + 1)};
  for (int i = 0; i < places; i++)
    groups->at[i] = NONE;
  for (int d = 0; d < problem->n_demands; d++)
    if (demand_is_joint(&problem->demands[d]) ? task == NONE : problem->demands[d].task == task)
      add_line(groups, &problem->demands[d]);
  return groups;
}

void ask_groups_free(struct ask_groups *groups)
{
  g_array_unref(groups->all);
  g_free(groups->at);
  g_free(groups);
}

int ask_groups_end(const struct ask_groups *groups)
{
  return (int)groups->all->len;
}

int ask_groups_at(const struct ask_groups *groups, const struct assignment *work)
{
  if (groups->task != NONE && groups->task != work->task)
    return NONE;
  int at = *place_of(groups, work->slot, work->task, work->site);
  return at == NONE ? NONE : root_of(groups, at);
}

int64_t ask_groups_room(const struct ask_groups *groups, int group)
{
  return ask_of(groups, group)->room;
}
