#include "model/scope.h"

#include "model/problem.h"

bool scope_has_on(const struct scope *scope, const struct problem *problem, int clinician, int date)
{
  return !(scope->by_contract && problem->service->clinicians[clinician].bank) &&
         (!scope->posts || service_has_post(problem->service, scope->posts, clinician, date));
}

bool scope_has_clinician(const struct scope *scope, const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  for (int d = 0; d < (scope->posts ? month->n_days : 1); d++)
    if (scope_has_on(scope, problem, clinician, month->days[d].date))
      return true;
  return false;
}

bool scope_has_month(const struct scope *scope, const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  return scope_has_on(scope, problem, clinician, month->days[month->n_days - 1].date);
}

bool scope_has_slot(const struct scope *scope, const struct problem *problem, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  return pattern_has(&scope->when, at->date, at->block);
}

bool scope_has(const struct scope *scope, const struct problem *problem,
               const struct assignment *assignment)
{
  return !(scope->by_contract &&
           problem_is_extra(problem, assignment->clinician, assignment->slot)) &&
         scope_has_on(scope, problem, assignment->clinician,
                      problem->month->slots[assignment->slot].date) &&
         scope_has_task(scope, assignment->task) && scope_has_site(scope, assignment->site) &&
         scope_has_slot(scope, problem, assignment->slot);
}

/* By weekday and block alone. A block that has since left the service is in scope
 * only where the whole day is. */
static bool pattern_has_past(const struct pattern *pattern, const struct past_assignment *past)
{
  unsigned blocks = pattern->blocks[date_weekday(past->date)];
  return past->block != NONE ? (blocks & 1U << past->block) != 0 : blocks == 0xff;
}

bool scope_has_past(const struct scope *scope, const struct problem *problem,
                    const struct past_assignment *past)
{
  if (scope->tasks && (past->task == NONE || !scope->tasks[past->task]))
    return false;
  if (scope->sites && (past->site == NONE || !scope->sites[past->site]))
    return false;
  if (scope->by_contract && past->extra)
    return false;
  if (past->clinician == NONE ? scope->posts != NULL
                              : !scope_has_on(scope, problem, past->clinician, past->date))
    return false;
  return pattern_has_past(&scope->when, past);
}

bool scope_has_shared(const struct scope *scope, const struct problem *problem,
                      const struct past_assignment *past)
{
  const struct pattern *when = &scope->when;
  return scope_has_past(scope, problem, past) &&
         (when->from == DATE_NONE || when->from <= past->date) &&
         (when->until == DATE_NONE || past->date <= when->until);
}

int scope_only_task(const struct scope *scope, const struct problem *problem)
{
  int only = NONE;
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (scope_has_task(scope, t)) {
      if (only != NONE)
        return NONE;
      only = t;
    }
  return only;
}
