#include "model/scope.h"

#include "model/problem.h"

bool scope_has_slot(const struct scope *scope, const struct problem *problem, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  return pattern_has(&scope->when, at->date, at->block);
}

bool scope_has(const struct scope *scope, const struct problem *problem,
               const struct assignment *assignment)
{
  return scope_has_clinician(scope, assignment->clinician) &&
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

bool scope_has_past(const struct scope *scope, const struct past_assignment *past)
{
  if (scope->tasks && (past->task == NONE || !scope->tasks[past->task]))
    return false;
  if (scope->sites && (past->site == NONE || !scope->sites[past->site]))
    return false;
  if (scope->clinicians && (past->clinician == NONE || !scope->clinicians[past->clinician]))
    return false;
  return pattern_has_past(&scope->when, past);
}

bool scope_has_shared(const struct scope *scope, const struct past_assignment *past)
{
  const struct pattern *when = &scope->when;
  return scope_has_past(scope, past) && (when->from == DATE_NONE || when->from <= past->date) &&
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
