#include "planning/moved_here.h"

/* Does a line, or a PCN's patients, ask for the task there then? */
static bool is_asked(const struct problem *problem, int slot, int task, int site)
{
  const struct slot *at = &problem->month->slots[slot];
  const struct site *place = &problem->service->sites[site];
  if (place->pcn && place->pcn->patients > 0)
    return true;
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *line = &problem->demands[d];
    if (line->event == NONE && !demand_is_joint(line) && line->task == task &&
        (!line->sites || line->sites[site]) && pattern_has(&line->when, at->date, at->block))
      return true;
  }
  return false;
}

/* The first closure that says where the site's work goes then. */
static const struct closure *mover(const struct problem *problem, int slot, int site)
{
  const struct slot *at = &problem->month->slots[slot];
  for (int i = 0; i < problem->month->n_closures; i++) {
    const struct closure *closure = &problem->month->closures[i];
    if ((closure->site == NONE || closure->site == site) && closure->moves_to != NONE &&
        at->date >= closure->from && at->date <= closure->until && closure->blocks >> at->block & 1)
      return closure;
  }
  return NULL;
}

const struct closure *moved_here(const struct problem *problem, int slot, int task, int site)
{
  for (int p = 0; p < problem->service->n_sites && problem->month->n_closures > 0; p++)
    if (p != site && problem->service->tasks[task].at[p] &&
        problem_moves_to(problem, slot, task, p) == site && is_asked(problem, slot, task, p))
      return mover(problem, slot, p);
  return NULL;
}
