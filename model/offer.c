#include "model/offer.h"

#include "model/demand_place.h"

#include <string.h>

/* Do the rules that ask for work besides the demand, for duty, first contact, supporting time
 * and meetings, name the task? */
static bool is_named(const struct problem *problem, int task)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    bool names = use->rule->needs_scope & SCOPE_TASKS || use->rule->in_support_time;
    if (use->rule->nature == RULE_ELASTIC && names && scope_has_task(&use->scope, task))
      return true;
  }
  return false;
}

static bool is_locked(const struct problem *problem, const struct assignment *candidate)
{
  for (int l = 0; l < problem->month->n_locks; l++) {
    const struct lock *lock = &problem->month->locks[l];
    if (lock->clinician == candidate->clinician && lock->slot == candidate->slot &&
        lock->task == candidate->task && lock->site == candidate->site)
      return true;
  }
  return false;
}

static bool moves_in(const struct problem *problem, const struct assignment *candidate)
{
  for (int s = 0; s < problem->service->n_sites; s++)
    if (problem_moves_to(problem, candidate->slot, candidate->task, s) == candidate->site)
      return true;
  return false;
}

static bool asks_for(const struct problem *problem, const struct demand *demand,
                     const struct assignment *candidate)
{
  return demand_runs(problem, demand, candidate->slot) &&
         demand_at(problem, demand, candidate->site) &&
         (demand->slots ||
          (problem_site_open(problem, candidate->slot, candidate->site) &&
           !problem_is_event_work(problem, candidate->slot, candidate->task, candidate->site)));
}

static int room_of(const struct problem *problem, const struct demand *demand, int site)
{
  if (demand->most != UNLIMITED)
    return demand->most;
  struct demand_place place = demand_place(problem, demand, demand->each_site ? site : NONE);
  return MAX(demand->target, demand_place_need(&place));
}

static int64_t pool_of(const struct problem *problem, int index, int site, int period)
{
  int64_t periods = problem->month->n_slots + problem->month->n_days;
  return ((int64_t)index * (problem->service->n_sites + 1) + site + 1) * periods + period;
}

/* The pool of the only line that offers it, if that is one by the day, week or month. */
static struct offer offered_by_lines(const struct problem *problem,
                                     const struct assignment *candidate)
{
  struct offer offer = {NONE, 0};
  int lines_of_task = 0, lines = 0;
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *demand = &problem->demands[d];
    if (demand_is_joint(demand) || demand->task != candidate->task)
      continue;
    lines_of_task++;
    int room = room_of(problem, demand, candidate->site);
    if (room == 0 || !asks_for(problem, demand, candidate))
      continue;
    lines++;
    offer.room = room;
    offer.pool = demand->per == PERIOD_SESSION
                     ? NONE
                     : pool_of(problem, d, demand->each_site ? candidate->site : NONE,
                               demand_period(problem, demand->per, candidate->slot));
  }
  return lines_of_task == 0 || lines > 1 ? (struct offer){NONE, 1} : offer;
}

static struct offer offered_by_counts(const struct problem *problem,
                                      const struct assignment *candidate)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (!use->hard || strcmp(use->rule->name, "count_limit") != 0 ||
        rule_use_value(use, "most") == PARAM_UNSET || rule_use_value(use, "count") != 0 ||
        !scope_has(&use->scope, problem, candidate))
      continue;
    enum period per = (enum period)(PERIOD_DAY + rule_use_value(use, "per"));
    return (struct offer){pool_of(problem, problem->n_demands + u, NONE,
                                  demand_period(problem, per, candidate->slot)),
                          rule_use_value(use, "most")};
  }
  return (struct offer){NONE, 1};
}

struct offer offer_of(const struct problem *problem, const struct assignment *candidate)
{
  struct offer offer = {NONE, 1};
  if (!is_named(problem, candidate->task) && !is_locked(problem, candidate) &&
      !moves_in(problem, candidate))
    offer = offered_by_lines(problem, candidate);
  if (offer.pool == NONE && offer.room > 0)
    offer = offered_by_counts(problem, candidate);
  return offer;
}
