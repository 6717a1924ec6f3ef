/* Where work can be: sites that are open, closed, taken up by an event. */
#include "model/problem.h"

static bool closes(const struct closure *closure, const struct slot *at, int site)
{
  return (closure->site == NONE || closure->site == site) && at->date >= closure->from &&
         at->date <= closure->until && closure->blocks >> at->block & 1;
}

bool problem_site_closed(const struct problem *problem, int slot, int site)
{
  for (int i = 0; i < problem->month->n_closures; i++)
    if (closes(&problem->month->closures[i], &problem->month->slots[slot], site))
      return true;
  return false;
}

static bool has_hours(const struct problem *problem, int slot, int site)
{
  const struct slot *at = &problem->month->slots[slot];
  return service_site_open(problem->service, site, problem->month->days[at->day].weekday,
                           at->block);
}

bool problem_site_lapses(const struct problem *problem, int slot, int site)
{
  for (int i = 0; i < problem->month->n_closures; i++)
    if (!problem->month->closures[i].owed &&
        closes(&problem->month->closures[i], &problem->month->slots[slot], site))
      return true;
  return false;
}

const struct closure *problem_owed_by(const struct problem *problem, int slot, int site)
{
  if (!has_hours(problem, slot, site) || problem_site_lapses(problem, slot, site))
    return NULL;
  for (int i = 0; i < problem->month->n_closures; i++)
    if (closes(&problem->month->closures[i], &problem->month->slots[slot], site))
      return &problem->month->closures[i];
  return NULL;
}

bool problem_site_open(const struct problem *problem, int slot, int site)
{
  return !problem_site_closed(problem, slot, site) && has_hours(problem, slot, site);
}

int problem_moves_to(const struct problem *problem, int slot, int task, int site)
{
  int to = NONE;
  if (!problem_owed_by(problem, slot, site) || problem_is_event_work(problem, slot, task, site))
    return NONE;
  for (int i = 0; i < problem->month->n_closures && to == NONE; i++)
    if (closes(&problem->month->closures[i], &problem->month->slots[slot], site))
      to = problem->month->closures[i].moves_to;
  bool can = to != NONE && problem->service->tasks[task].at[to] &&
             problem_site_open(problem, slot, to) &&
             !problem_is_event_work(problem, slot, task, to);
  return can ? to : NONE;
}

bool problem_is_event_work(const struct problem *problem, int slot, int task, int site)
{
  return problem->event_work[problem_work_index(problem, slot, task, site)];
}

bool problem_is_taken_up(const struct problem *problem, const struct demand *line, int slot,
                         int site)
{
  if (!line->tasks)
    return problem_is_event_work(problem, slot, line->task, site);
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (line->tasks[t] && problem->service->tasks[t].at[site] &&
        !problem_is_event_work(problem, slot, t, site))
      return false;
  return true;
}
