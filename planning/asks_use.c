#include "planning/asks_use.h"

#include "model/formulation.h"

#include <string.h>

/* The programme of a problem in which the use alone is in force. */
static struct programme *alone(const struct problem *problem, struct rule_use *use)
{
  struct service service = *problem->service;
  struct problem part = *problem;
  service.uses = use;
  service.n_uses = 1;
  part.service = &service;
  if (!use->hard && use->weight == 0)
    use->weight = 1;
  return formulation_build(&part);
}

static bool can_break(const struct programme *programme, const struct row *row)
{
  int64_t least = 0, most = 0;
  for (int i = row->first; i < row->first + row->count; i++) {
    const struct term *term = &programme->terms[i];
    const struct column *column = &programme->columns[term->column];
    least += term->coefficient * (term->coefficient > 0 ? column->lower : column->upper);
    most += term->coefficient * (term->coefficient > 0 ? column->upper : column->lower);
  }
  return least < row->lower || most > row->upper;
}

bool asks_use(const struct problem *problem, const struct rule_use *use)
{
  struct rule_use tried = *use;
  struct programme *programme = alone(problem, &tried);
  bool asks = false;
  for (int j = 0; j < programme->n_columns && !asks; j++)
    asks = programme->columns[j].cost != 0;
  for (int r = 0; r < programme->n_rows && use->hard && !asks; r++)
    asks = can_break(programme, &programme->rows[r]);
  programme_free(programme);
  return asks;
}

bool asks_param(const struct problem *problem, const struct rule_use *use, int param)
{
  struct rule_use with = *use, without = *use;
  without.values[param] = use->rule->params[param].initial;
  if (use->rule->fault && use->rule->fault(&without))
    return asks_use(problem, use);
  struct programme *one = alone(problem, &with), *other = alone(problem, &without);
  g_autofree char *first = programme_fingerprint(one), *second = programme_fingerprint(other);
  programme_free(one);
  programme_free(other);
  return strcmp(first, second) != 0;
}

static bool is_employed(const struct problem *problem, int clinician)
{
  for (int d = 0; d < problem->month->n_days; d++)
    if (clinician_employed(problem->service, clinician, problem->month->days[d].date))
      return true;
  return false;
}

static bool has_person(const struct problem *problem, const struct rule_use *use)
{
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (scope_has_clinician(&use->scope, problem, c) && is_employed(problem, c))
      return true;
  return false;
}

static bool has_session(const struct problem *problem, const struct rule_use *use)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (scope_has_slot(&use->scope, problem, s))
      return true;
  return false;
}

static bool has_work(const struct problem *problem, const struct rule_use *use)
{
  const struct service *service = problem->service;
  for (int t = 0; t < service->n_tasks; t++)
    for (int s = 0; s < service->n_sites; s++)
      if (service->tasks[t].at[s] && scope_has_task(&use->scope, t) &&
          scope_has_site(&use->scope, s))
        return true;
  return false;
}

const char *asks_scope(const struct problem *problem, const struct rule_use *use)
{
  if (!has_session(problem, use))
    return "no session is meant by this";
  if (!has_work(problem, use))
    return "no work is meant by this: its tasks are not done at its sites";
  if (!has_person(problem, use))
    return "nobody who is here is meant by this";
  return NULL;
}

bool asks_dates(const struct problem *problem, const struct rule_use *use)
{
  const struct pattern *when = &use->scope.when;
  const struct month *month = problem->month;
  return (when->from == DATE_NONE || when->from <= month->days[month->n_days - 1].date) &&
         (when->until == DATE_NONE || when->until >= month->days[0].date);
}
