#include "planning/duty.h"

#include "model/rule.h"

#include <string.h>

bool duty_is(const struct service *service, int task, int site)
{
  for (int u = 0; u < service->n_uses; u++) {
    const struct scope *scope = &service->uses[u].scope;
    if (strcmp(service->uses[u].rule->name, "duty_cover") == 0 && scope->tasks &&
        scope->tasks[task] && (site == NONE || scope_has_site(scope, site)))
      return true;
  }
  return false;
}
