#include "model/asked.h"

/* --- of whomever ----------------------------------------------------------- */

static bool is_of_line(const struct problem *problem, const struct demand *line, int slot, int task,
                       int site)
{
  const struct slot *at = &problem->month->slots[slot];
  bool runs = line->slots ? line->slots[slot]
                          : at->ordinary && pattern_has(&line->when, at->date, at->block);
  return runs && demand_has_task(line, task) && problem->service->tasks[task].at[site] &&
         (!line->sites || line->sites[site]);
}

bool asked_by_line(const struct problem *problem, const struct demand *line, int slot, int task,
                   int site)
{
  return is_of_line(problem, line, slot, task, site) &&
         (line->slots || !problem_is_event_work(problem, slot, task, site));
}

int asked_where_moved(const struct problem *problem, const struct demand *line, int slot, int site)
{
  return !line->slots && !demand_is_joint(line) && is_of_line(problem, line, slot, line->task, site)
             ? problem_moves_to(problem, slot, line->task, site)
             : NONE;
}

static void mark(const struct problem *problem, uint8_t *table, int slot, int task, int site,
                 enum asked asked)
{
  uint8_t *at = site == NONE ? NULL : &table[problem_work_index(problem, slot, task, site)];
  if (at)
    *at = MAX(*at, (uint8_t)asked);
}

static void mark_line(const struct problem *problem, uint8_t *table, const struct demand *line,
                      int task)
{
  enum asked own = line->beyond ? ASKED_ANYHOW : ASKED_BY_LINES;
  enum asked asked = demand_is_joint(line) ? ASKED_JOINTLY : own;
  for (int s = 0; s < problem->month->n_slots; s++)
    for (int p = 0; p < problem->service->n_sites; p++) {
      if (asked_by_line(problem, line, s, task, p))
        mark(problem, table, s, task, p, asked);
      mark(problem, table, s, task, asked_where_moved(problem, line, s, p), asked);
    }
}

static void mark_lines(const struct problem *problem, uint8_t *table)
{
  for (int d = 0; d < problem->n_demands; d++)
    for (int t = 0; t < problem->service->n_tasks; t++)
      if (demand_has_task(&problem->demands[d], t))
        mark_line(problem, table, &problem->demands[d], t);
}

static bool use_names(const struct problem *problem, const struct rule_use *use, int slot, int task,
                      int site)
{
  return use->rule->asks && use->rule->asks(use) && use->scope.tasks && use->scope.tasks[task] &&
         scope_has_site(&use->scope, site) && scope_has_slot(&use->scope, problem, slot);
}

static bool is_asked_anyhow(const struct problem *problem, int slot, int task, int site)
{
  const struct service *service = problem->service;
  bool named = service->tasks[task].spare;
  for (int u = 0; u < service->n_uses && !named; u++)
    named = use_names(problem, &service->uses[u], slot, task, site);
  return named;
}

uint8_t *asked_new(const struct problem *problem)
{
  const struct service *service = problem->service;
  int n_slots = problem->month->n_slots;
  uint8_t *table = g_new0(uint8_t, problem_work_index(problem, n_slots, 0, 0) + 1);
  mark_lines(problem, table);
  for (int s = 0; s < n_slots; s++)
    for (int t = 0; t < service->n_tasks; t++)
      for (int p = 0; p < service->n_sites; p++)
        if (service->tasks[t].at[p] && is_asked_anyhow(problem, s, t, p))
          table[problem_work_index(problem, s, t, p)] = ASKED_ANYHOW;
  return table;
}

enum asked asked_at(const struct problem *problem, int slot, int task, int site)
{
  return (enum asked)problem->asked[problem_work_index(problem, slot, task, site)];
}

/* --- of one person --------------------------------------------------------- */

static bool is_arranged(const struct problem *problem, const struct arrangement *arrangement,
                        const struct assignment *assignment)
{
  const struct slot *at = &problem->month->slots[assignment->slot];
  return !arrangement->never && arrangement->tasks && arrangement->tasks[assignment->task] &&
         (!arrangement->sites || arrangement->sites[assignment->site]) &&
         pattern_has(&arrangement->when, at->date, at->block);
}

static bool is_lock(const struct lock *lock, const struct assignment *assignment)
{
  return lock->clinician == assignment->clinician && lock->slot == assignment->slot &&
         lock->task == assignment->task && lock->site == assignment->site;
}

bool asked_of(const struct problem *problem, const struct assignment *assignment)
{
  const struct month *month = problem->month;
  const struct clinician *person = &problem->service->clinicians[assignment->clinician];
  const struct agreed *agreed = month_agreed(month, assignment->clinician, assignment->slot);
  bool asked = agreed && agreed->works && !agreed->extra;
  for (int i = 0; i < person->n_arrangements && !asked; i++)
    asked = is_arranged(problem, &person->arrangements[i], assignment);
  for (int i = 0; i < month->n_locks && !asked; i++)
    asked = is_lock(&month->locks[i], assignment);
  return asked;
}
