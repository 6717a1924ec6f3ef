#include "planning/asks_places.h"

#include "model/asked.h"
#include "model/demand_cell.h"
#include "model/words.h"

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
  bool asked = false;
  g_autofree struct demand_cell *cells = demand_cells(problem, line, &count);
  for (int i = 0; i < count; i++)
    asked = asked || cells[i].open > 0;
  return asked;
}

/* Does a line ask for the task at the site? */
static bool is_asked_at(const struct problem *problem, int task, int site)
{
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *line = &problem->demands[d];
    if (line->event == NONE && !demand_is_joint(line) && line->task == task &&
        (line->sites ? line->sites[site] : problem->service->tasks[task].at[site]))
      return true;
  }
  return false;
}

/* Is the site to which the closure moves work never open while it closes, though it closes? */
static bool moves_nothing(const struct problem *problem, const struct closure *closure)
{
  bool closes = false;
  for (int s = 0; s < problem->month->n_slots; s++) {
    const struct slot *at = &problem->month->slots[s];
    if (at->date < closure->from || at->date > closure->until ||
        !(closure->blocks >> at->block & 1) || !problem_owed_by(problem, s, closure->site))
      continue;
    closes = true;
    if (problem_site_open(problem, s, closure->moves_to))
      return false;
  }
  return closes;
}

static void look_at_move(const struct problem *problem, const struct closure *closure,
                         struct diagnostics *out)
{
  const struct service *service = problem->service;
  const char *from = service->sites[closure->site].id, *to = service->sites[closure->moves_to].id;
  if (moves_nothing(problem, closure)) {
    diagnostics_warning(out, closure->where,
                        "'%s' is not open then either: what '%s' is asked for stays owed", to,
                        from);
    return;
  }
  for (int t = 0; t < service->n_tasks; t++)
    if (is_asked_at(problem, t, closure->site) && !service->tasks[t].at[closure->moves_to])
      diagnostics_warning(out, closure->where,
                          "'%s' is not done at '%s': what '%s' is asked for of it stays owed",
                          service->tasks[t].id, to, from);
}

void asks_moves(const struct problem *problem, struct diagnostics *out)
{
  for (int i = 0; i < problem->month->n_closures; i++)
    if (problem->month->closures[i].moves_to != NONE)
      look_at_move(problem, &problem->month->closures[i], out);
}

void asks_lines(const struct problem *problem, struct asks_ledger *ledger)
{
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *line = &problem->demands[d];
    bool of_month = d >= problem->n_demands - problem->month->n_demands;
    if (line->event == NONE && of_month && !has_dates(problem, d))
      asks_ledger_idle(ledger, line->where, "none of its dates is in %s", problem->month->id);
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

/* By anybody, for anybody; what is asked of one person has candidates. */
static bool is_task_asked_for(const struct problem *problem, int task)
{
  bool asked = false;
  for (int s = 0; s < problem->month->n_slots && !asked; s++)
    for (int p = 0; p < problem->service->n_sites && !asked; p++)
      asked = asked_at(problem, s, task, p) != ASKED_NOT;
  for (int i = 0; i < problem->n_candidates && !asked; i++)
    asked = problem->candidates[i].task == task;
  return asked;
}

void asks_tasks(const struct problem *problem, struct asks_ledger *ledger)
{
  for (int t = 0; t < problem->service->n_tasks; t++) {
    const struct task *task = &problem->service->tasks[t];
    if (is_task_asked_for(problem, t))
      asks_ledger_counts(ledger, task->where);
    else
      asks_ledger_idle(ledger, task->where,
                       "nobody asks for '%s', so that it is never planned: no line of demand does, "
                       "and no rule; or say 'spare: yes'",
                       task->id);
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
