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
