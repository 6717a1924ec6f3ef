#include "model/reckoning_offer.h"

#include <string.h>

static int period_of(const struct problem *problem, enum period per, int slot)
{
  int day = problem->month->slots[slot].day;
  if (per == PERIOD_WEEK)
    return problem->month->days[day].week;
  return per == PERIOD_DAY ? day : 0;
}

/* Does the line want the work there and then? */
static bool wants(const struct problem *problem, const struct demand *line,
                  const struct assignment *item)
{
  const struct slot *at = &problem->month->slots[item->slot];
  const bool *sites = line->sites ? line->sites : problem->service->tasks[line->task].at;
  if (line->task != item->task || !sites[item->site])
    return false;
  if (line->slots)
    return line->slots[item->slot];
  return at->ordinary && pattern_has(&line->when, at->date, at->block) &&
         problem_site_open(problem, item->slot, item->site) &&
         !problem_is_event_work(problem, item->slot, item->task, item->site);
}

/* The most that the line has room for in a whole period, at the site or in all. */
static int room_for(const struct problem *problem, const struct demand *line, int site)
{
  int need = line->need;
  if (line->most != UNLIMITED)
    return line->most;
  if (line->patients_per_session > 0) {
    int64_t due = (int64_t)need * problem->service->sites[site].pcn->patients;
    need = (int)((due - 1) / line->patients_per_session) + 1;
  }
  return need > line->target ? need : line->target;
}

/* Is the work asked for by something else than lines of demand? */
static bool is_asked_besides(const struct problem *problem, const struct assignment *item)
{
  const struct service *service = problem->service;
  bool besides = false;
  for (int site = 0; site < service->n_sites; site++)
    besides = besides || problem_moves_to(problem, item->slot, item->task, site) == item->site;
  for (const struct rule_use *use = service->uses; use < service->uses + service->n_uses; use++)
    besides =
        besides || (use->rule->nature == RULE_ELASTIC &&
                    (use->rule->in_support_time || (use->rule->needs_scope & SCOPE_TASKS) != 0) &&
                    scope_has_task(&use->scope, item->task));
  for (int i = 0; i < problem->month->n_locks; i++) {
    const struct lock *lock = &problem->month->locks[i];
    besides = besides || (lock->slot == item->slot && lock->clinician == item->clinician &&
                          lock->site == item->site && lock->task == item->task);
  }
  return besides;
}

static enum offered look_at_lines(const struct problem *problem, const struct assignment *item,
                                  struct pool *pool)
{
  enum offered offered = OFFERED_NOT;
  bool any = false;
  for (int i = 0; i < problem->n_demands; i++) {
    const struct demand *line = &problem->demands[i];
    if (demand_is_joint(line))
      continue;
    any = any || line->task == item->task;
    if (!wants(problem, line, item) || room_for(problem, line, item->site) == 0)
      continue;
    if (offered != OFFERED_NOT || line->per == PERIOD_SESSION)
      offered = OFFERED_FREELY;
    else
      offered = OFFERED_POOL;
    *pool = (struct pool){line, line->each_site ? item->site : NONE,
                          period_of(problem, line->per, item->slot),
                          room_for(problem, line, item->site)};
  }
  return any ? offered : OFFERED_FREELY;
}

static enum offered look_at_counts(const struct problem *problem, const struct assignment *item,
                                   struct pool *pool)
{
  static const enum period periods[] = {PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH};
  const struct service *service = problem->service;
  for (const struct rule_use *use = service->uses; use < service->uses + service->n_uses; use++) {
    if (strcmp(use->rule->name, "count_limit") != 0 || !use->hard)
      continue;
    int most = rule_use_value(use, "most");
    if (most == PARAM_UNSET || rule_use_value(use, "count") > 0 ||
        !scope_has(&use->scope, problem, item))
      continue;
    int period = period_of(problem, periods[rule_use_value(use, "per")], item->slot);
    *pool = (struct pool){use, NONE, period, most};
    return OFFERED_POOL;
  }
  return OFFERED_FREELY;
}

enum offered reckoning_offer(const struct problem *problem, const struct assignment *item,
                             struct pool *pool)
{
  enum offered offered =
      is_asked_besides(problem, item) ? OFFERED_FREELY : look_at_lines(problem, item, pool);
  return offered == OFFERED_FREELY ? look_at_counts(problem, item, pool) : offered;
}
