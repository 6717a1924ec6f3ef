#include "planning/conflict_sources.h"

#include "model/demand_cell.h"

static char *line_of(const struct where *where)
{
  return where->file ? g_strdup_printf("%s:%d", where->file, where->line) : NULL;
}

static char *lock_line(const struct problem *problem, const struct label *at)
{
  for (int i = 0; i < problem->month->n_locks; i++) {
    const struct lock *lock = &problem->month->locks[i];
    if (lock->clinician == at->clinician && lock->slot == at->slot && lock->task == at->task &&
        lock->site == at->site)
      return line_of(&lock->where);
  }
  return NULL;
}

static bool starts_a_cell(const struct problem *problem, int demand, const struct label *at)
{
  int count;
  g_autofree struct demand_cell *cells = demand_cells(problem, demand, &count);
  for (int i = 0; i < count; i++) {
    int from, end;
    demand_cell_slots(problem, &cells[i], &from, &end);
    if (from == at->slot && (cells[i].site == NONE || cells[i].site == at->site))
      return true;
  }
  return false;
}

static char *demand_line(const struct problem *problem, const struct label *at)
{
  for (int d = 0; d < problem->n_demands; d++)
    if (problem->demands[d].task == at->task && starts_a_cell(problem, d, at))
      return line_of(&problem->demands[d].where);
  return NULL;
}

char *conflict_line(const struct problem *problem, const struct label *at)
{
  if (at->task == NONE || at->slot == NONE)
    return NULL;
  return at->clinician == NONE ? demand_line(problem, at) : lock_line(problem, at);
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
