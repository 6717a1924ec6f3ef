#include "planning/conflict_sources.h"

#include "model/demand_cell.h"

#include <string.h>

static char *line_of(const struct where *where)
{
  return where->file ? g_strdup_printf("%s:%d", where->file, where->line) : NULL;
}

static struct where lock_where(const struct problem *problem, const struct label *at)
{
  for (int i = 0; i < problem->month->n_locks; i++) {
    const struct lock *lock = &problem->month->locks[i];
    if (lock->clinician == at->clinician && lock->slot == at->slot && lock->task == at->task &&
        lock->site == at->site)
      return lock->where;
  }
  return (struct where){0};
}

static bool starts_a_cell(const struct problem *problem, int demand, const struct label *at)
{
  int count;
  g_autofree struct demand_cell *cells = demand_cells(problem, demand, &count);
  for (int i = 0; i < count; i++) {
    int from, end;
    demand_cell_slots(problem, &cells[i], &from, &end);
    if ((problem->demands[demand].per == PERIOD_MONTH ? NONE : from) == at->slot &&
        demand_cell_site(problem, &cells[i]) == at->site)
      return true;
  }
  return false;
}

static struct where demand_where(const struct problem *problem, const struct label *at)
{
  const char *rule = problem->service->uses[at->use].rule->name;
  if (strcmp(rule, "cover") != 0 && strcmp(rule, "event") != 0)
    return (struct where){0};
  for (int d = 0; d < problem->n_demands; d++)
    if (problem->demands[d].task == at->task && starts_a_cell(problem, d, at))
      return problem->demands[d].where;
  return (struct where){0};
}

struct where conflict_where(const struct problem *problem, const struct label *at)
{
  if (at->task == NONE || at->use == NONE)
    return (struct where){0};
  return at->clinician == NONE ? demand_where(problem, at) : lock_where(problem, at);
}

char *conflict_absence(const struct problem *problem, int clinician, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  const char *name = problem->service->clinicians[clinician].name;
  if (problem_present(problem, clinician, slot))
    return NULL;
  for (int i = 0; i < problem->month->n_leaves; i++) {
    const struct leave *leave = &problem->month->leaves[i];
    if (leave->clinician == clinician && at->date >= leave->from && at->date <= leave->until &&
        leave->blocks >> at->block & 1) {
      g_autofree char *line = line_of(&leave->where);
      return g_strdup_printf("%s is on leave then (%s)", name, line ? line : leave->kind);
    }
  }
  g_autofree char *line = line_of(&problem->service->clinicians[clinician].where);
  return g_strdup_printf("%s does not work then (%s)", name, line ? line : "clinicians.yaml");
}
