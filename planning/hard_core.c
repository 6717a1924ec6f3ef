#include "planning/hard_core.h"

#include "model/formulation.h"

#include <string.h>

/* Does the use ask for lines of demand, and which: those of events, or the others? */
static bool asks_for(const struct rule_use *use, const struct demand *line)
{
  return strcmp(use->rule->name, line->event == NONE ? "cover" : "event") == 0;
}

/* The needs of an event stand and fall together. */
static bool is_given_up(const struct problem *problem, const struct hard_item *item, int line)
{
  int event = problem->demands[line].event;
  return item->source == HARD_LINE &&
         (item->index == line || (event != NONE && event == problem->demands[item->index].event));
}

static const struct hard_item *line_given_up(const struct problem *problem,
                                             const struct hard_item *given_up, int count, int line)
{
  for (int i = 0; i < count; i++)
    if (is_given_up(problem, &given_up[i], line))
      return &given_up[i];
  return NULL;
}

static bool use_is_given_up(const struct problem *problem, const struct hard_item *given_up,
                            int count, int use)
{
  for (int i = 0; i < count; i++)
    if ((given_up[i].source == HARD_USE && given_up[i].index == use) ||
        (given_up[i].source == HARD_LINE &&
         asks_for(&problem->service->uses[use], &problem->demands[given_up[i].index])))
      return true;
  return false;
}

/* What is soft weighs nothing, but for what is given up. */
static struct rule_use *uses_of(const struct problem *problem, const struct hard_item *given_up,
                                int count)
{
  const struct service *service = problem->service;
  struct rule_use *uses = g_memdup2(service->uses, sizeof *uses * (gsize)service->n_uses);
  for (int u = 0; u < service->n_uses; u++) {
    bool given = use_is_given_up(problem, given_up, count, u);
    if (given && (uses[u].hard || uses[u].weight == 0))
      uses[u].weight = uses[u].rule->weight;
    else if (!uses[u].hard && !given)
      uses[u].weight = 0;
    uses[u].hard = uses[u].hard && !given;
  }
  return uses;
}

static struct lock *locks_of(const struct month *month, const struct hard_item *given_up, int count,
                             int *n_locks)
{
  struct lock *locks = g_new0(struct lock, (gsize)month->n_locks + 1);
  *n_locks = 0;
  for (int i = 0; i < month->n_locks; i++) {
    bool gone = false;
    for (int k = 0; k < count; k++)
      gone = gone || (given_up[k].source == HARD_LOCK && given_up[k].index == i);
    if (!gone)
      locks[(*n_locks)++] = month->locks[i];
  }
  return locks;
}

/* Is the line hard by the use of its rule, whatever it says itself? */
static bool is_hard_by_rule(const struct problem *problem, const struct demand *line)
{
  for (int u = 0; u < problem->service->n_uses; u++)
    if (problem->service->uses[u].hard && asks_for(&problem->service->uses[u], line))
      return true;
  return false;
}

static bool rule_is_given_up(const struct problem *problem, const struct hard_item *given_up,
                             int count, const struct demand *line)
{
  for (int i = 0; i < count; i++)
    if (given_up[i].source == HARD_USE &&
        asks_for(&problem->service->uses[given_up[i].index], line))
      return true;
  return false;
}

/* Of what is given up only the need has its price: a target is no hard matter. */
static void set_lines(const struct problem *whole, struct problem *problem,
                      const struct hard_item *given_up, int count)
{
  for (int d = 0; d < problem->n_demands; d++) {
    struct demand *line = &problem->demands[d];
    bool by_rule = is_hard_by_rule(whole, line), hard = line->hard || by_rule;
    bool given = line_given_up(whole, given_up, count, d) != NULL ||
                 (by_rule && !line->hard && rule_is_given_up(whole, given_up, count, line));
    line->price_need = hard ? MAX(line->price_need, line->price_target) : 0;
    line->price_target = 0;
    line->price_most = hard ? line->price_most : 0;
    line->hard = hard && !given;
  }
}

/* A rule's own counts cost what the rule says only where it is given up; what no rota avoids costs
 * nothing. */
static void set_costs(struct hard_core *core, const struct problem *whole,
                      const struct hard_item *given_up, int count)
{
  struct programme *programme = core->programme;
  for (int j = 0; j < programme->n_columns; j++) {
    struct column *column = &programme->columns[j];
    int use = column->label.use;
    if (column->lower == column->upper ||
        (!column->placement && (use == NONE || !use_is_given_up(whole, given_up, count, use))))
      column->cost = 0;
  }
}

struct hard_core *hard_core_new(const struct problem *problem, const struct hard_item *given_up,
                                int count)
{
  struct hard_core *core = g_new0(struct hard_core, 1);
  core->service = *problem->service;
  core->service.uses = uses_of(problem, given_up, count);
  core->month = *problem->month;
  core->month.locks = locks_of(problem->month, given_up, count, &core->month.n_locks);
  core->problem = problem_new(&core->service, &core->month);
  set_lines(problem, core->problem, given_up, count);
  core->programme = formulation_build(core->problem);
  set_costs(core, problem, given_up, count);
  return core;
}

void hard_core_free(struct hard_core *core)
{
  if (!core)
    return;
  programme_free(core->programme);
  problem_free(core->problem);
  g_free(core->month.locks);
  g_free(core->service.uses);
  g_free(core);
}

bool hard_core_yields(const struct problem *problem, const struct hard_item *item)
{
  const struct rule *rule =
      item->source == HARD_USE ? problem->service->uses[item->index].rule : NULL;
  return !rule || (!rule->firm && !rule->bars);
}
