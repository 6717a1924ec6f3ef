#include "planning/asks_places.h"

#include "model/demand_cell.h"

#include <string.h>

static bool has_dates(const struct problem *problem, int line)
{
  const struct pattern *when = &problem->demands[line].when;
  const struct month *month = problem->month;
  return (when->from == DATE_NONE || when->from <= month->days[month->n_days - 1].date) &&
         (when->until == DATE_NONE || when->until >= month->days[0].date);
}

static bool is_asked_for(const struct problem *problem, int line)
{
  int count;
  g_autofree struct demand_cell *cells = demand_cells(problem, line, &count);
  return count > 0;
}

void asks_lines(const struct problem *problem, struct asks_ledger *ledger)
{
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *line = &problem->demands[d];
    if (line->event != NONE || !has_dates(problem, d))
      continue;
    if (is_asked_for(problem, d))
      asks_ledger_counts(ledger, line->where);
    else
      asks_ledger_idle(ledger, line->where,
                       "this is never asked for: no session of it is one in which its sites are "
                       "open");
  }
}

static bool is_by_patients(const struct rule_use *use)
{
  return strcmp(use->rule->name, "fcp_cover") == 0 || strcmp(use->rule->name, "fair_access") == 0;
}

/* Is work that the use is about done at the site? */
static bool is_about(const struct problem *problem, const struct rule_use *use, int site)
{
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (problem->service->tasks[t].at[site] && scope_has_task(&use->scope, t))
      return scope_has_site(&use->scope, site);
  return false;
}

void asks_networks(const struct problem *problem, struct diagnostics *out)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    for (int s = 0; s < problem->service->n_sites && is_by_patients(use); s++) {
      const struct site *site = &problem->service->sites[s];
      if (site->pcn && site->pcn->patients == 0 && is_about(problem, use, s))
        diagnostics_warning(out, site->where,
                            "'%s' has no 'patients', so '%s' asks for nothing there", site->id,
                            use->name);
    }
  }
}
