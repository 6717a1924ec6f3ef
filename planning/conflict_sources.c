#include "planning/conflict_sources.h"

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

/* A row, which may count what a cell does. */
struct counting {
  const struct programme *programme;
  const struct row *row;
};

/* How many candidates count in the cell: in the row, and in all. */
static bool counts_the_same(const struct problem *problem, const struct counting *counting,
                            const struct demand_cell *cell)
{
  const struct row *row = counting->row;
  int in_row = 0, in_all = 0;
  for (int t = row->first; t < row->first + row->count; t++) {
    int column = counting->programme->terms[t].column;
    if (column >= problem->n_candidates)
      continue;
    if (!demand_cell_counts(problem, cell, &problem->candidates[column]))
      return false;
    in_row++;
  }
  for (int i = 0; i < problem->n_candidates; i++)
    in_all += demand_cell_counts(problem, cell, &problem->candidates[i]);
  return in_row == in_all;
}

int conflict_bounds(const struct row *row, const struct demand_cell *cell)
{
  bool least = programme_is_infinite(row->lower) ? cell->need == 0 : row->lower == cell->need;
  bool most =
      programme_is_infinite(row->upper) ? cell->most == UNLIMITED : row->upper == cell->most;
  return least + most;
}

/* How well the line fits the label, and the row; 0: not at all. Lines of one task, at one site and
 * from one session on, differ in whom they count and in their numbers. */
static int fit_of(const struct problem *problem, int demand, const struct label *at,
                  const struct counting *counting)
{
  int count, best = 0;
  g_autofree struct demand_cell *cells = demand_cells(problem, demand, &count);
  for (int i = 0; i < count; i++) {
    int from, end;
    demand_cell_slots(problem, &cells[i], &from, &end);
    if ((problem->demands[demand].per == PERIOD_MONTH ? NONE : from) != at->slot ||
        demand_cell_site(problem, &cells[i]) != at->site)
      continue;
    int fit = 1 + conflict_bounds(counting->row, &cells[i]);
    if (counts_the_same(problem, counting, &cells[i]))
      fit += 3;
    best = MAX(best, fit);
  }
  return best;
}

static struct where demand_where(const struct problem *problem, const struct label *at,
                                 const struct counting *counting)
{
  const char *rule = problem->service->uses[at->use].rule->name;
  struct where where = {0};
  int best = 0;
  if (strcmp(rule, "cover") != 0 && strcmp(rule, "event") != 0)
    return where;
  for (int d = 0; d < problem->n_demands; d++) {
    int fit = problem->demands[d].task == at->task ? fit_of(problem, d, at, counting) : 0;
    if (fit > best)
      where = problem->demands[d].where;
    best = MAX(best, fit);
  }
  return where;
}

struct where conflict_row_where(const struct problem *problem, const struct programme *programme,
                                int row)
{
  const struct counting counting = {programme, &programme->rows[row]};
  const struct label *at = &programme->rows[row].label;
  if (at->task == NONE || at->use == NONE)
    return (struct where){0};
  return at->clinician == NONE ? demand_where(problem, at, &counting) : lock_where(problem, at);
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
