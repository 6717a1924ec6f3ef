#include "planning/asks.h"

#include "planning/asks_absence.h"
#include "planning/asks_events.h"
#include "planning/asks_hours.h"
#include "planning/asks_ledger.h"
#include "planning/asks_named.h"
#include "planning/asks_numbers.h"
#include "planning/asks_past.h"
#include "planning/asks_pattern.h"
#include "planning/asks_people.h"
#include "planning/asks_places.h"
#include "planning/asks_reach.h"
#include "planning/asks_sessions.h"
#include "planning/asks_standing.h"
#include "planning/asks_twice.h"
#include "planning/asks_use.h"
#include "planning/asks_wishes.h"

/* What is known of a written rule over the months so far. */
struct finding {
  int months;              /* in which its dates are */
  bool asks;               /* in one of them */
  const char *why;         /* not, in the first of them */
  bool counts[PARAMS_MAX]; /* a number of it that could have been left out, in one of them */
};

struct asks {
  const struct service *service;
  struct diagnostics *out;
  struct finding *uses; /* [service.uses] */
  struct asks_ledger *ledger;
  struct asks_ledger *patterns; /* at whoever has one that can't be worked */
  struct asks_ledger *reach;    /* at lines and rules with a number */
  int first_date;               /* of the months so far; DATE_NONE: none */
};

struct asks *asks_new(const struct service *service, struct diagnostics *out)
{
  struct asks *asks = g_new(struct asks, 1);
  *asks = (struct asks){service,
                        out,
                        g_new0(struct finding, (gsize)service->n_uses + 1),
                        asks_ledger_new(),
                        asks_ledger_new(),
                        asks_ledger_new(),
                        DATE_NONE};
  asks_standing(service, out);
  asks_numbers(service, out);
  asks_uses_twice(service, out);
  return asks;
}

void asks_free(struct asks *asks)
{
  if (!asks)
    return;
  asks_ledger_free(asks->ledger);
  asks_ledger_free(asks->patterns);
  asks_ledger_free(asks->reach);
  g_free(asks->uses);
  g_free(asks);
}

/* A limit from above that nobody can reach is kept, and nobody is misled: would the rule
 * ask for something at the lowest number, of one of its parameters or of any (NONE)? What is
 * asked from below asks for less then, if for anything. */
static bool asks_when_stricter(const struct problem *problem, const struct rule_use *use, int param)
{
  bool asks = false;
  for (int p = 0; p < use->rule->n_params && !asks; p++) {
    const struct rule_param *about = &use->rule->params[p];
    struct rule_use stricter = *use;
    if ((param != NONE && p != param) || about->kind != PARAM_NUMBER ||
        use->values[p] == PARAM_UNSET || use->values[p] <= about->least)
      continue;
    stricter.values[p] = about->least;
    asks = param == NONE ? asks_use(problem, &stricter) : asks_param(problem, &stricter, p);
  }
  return asks;
}

/* What looks back at published months, at wishes, or at who of some people has which
 * sessions, may have nothing to go by in one month and much in the next: of these only the
 * scope is looked at. */
static bool depends_on_others(const struct problem *problem, const struct rule *rule)
{
  return ((rule == rule_find("continuity") || rule == rule_find("new_faces")) &&
          problem->month->history.n_months == 0) ||
         (rule == rule_find("equity") && problem->month->n_preferences == 0) ||
         rule == rule_find("delegation");
}

/* A number that is left out unless it is written: without it the rule would be another. */
static bool is_extra(const struct rule_use *use, int param)
{
  const struct rule_param *about = &use->rule->params[param];
  return about->kind == PARAM_NUMBER && about->initial == PARAM_UNSET && !about->required &&
         use->values[param] != PARAM_UNSET;
}

static bool has_extras(const struct rule_use *use)
{
  int extras = 0;
  for (int p = 0; p < use->rule->n_params; p++)
    extras += is_extra(use, p);
  return extras > 1;
}

static bool asks_at_all(const struct problem *problem, const struct rule_use *use)
{
  return asks_use(problem, use) || asks_when_stricter(problem, use, NONE);
}

/* Would the rule ask for something if nothing were closed in the month? Then it is not in vain. */
static bool asks_when_open(const struct problem *problem, const struct rule_use *use)
{
  struct month month = *problem->month;
  if (month.n_closures == 0)
    return false;
  month.n_closures = 0;
  struct problem *open = problem_new(problem->service, &month);
  bool asks = asks_at_all(open, use);
  problem_free(open);
  return asks;
}

static const char *why_not(const struct problem *problem, const struct rule_use *use)
{
  const char *empty = asks_scope(problem, use);
  if (empty)
    return empty;
  if (depends_on_others(problem, use->rule) || asks_at_all(problem, use) ||
      asks_when_open(problem, use))
    return NULL;
  return "nothing is asked by this: no rota can break it";
}

static void look_at(struct finding *finding, const struct problem *problem,
                    const struct rule_use *use)
{
  if (!asks_dates(problem, use))
    return;
  if (!finding->asks) {
    const char *why = why_not(problem, use);
    finding->asks = !why;
    if (finding->months == 0)
      finding->why = why;
  }
  finding->months++;
  for (int p = 0; p < use->rule->n_params && has_extras(use); p++)
    if (is_extra(use, p) && !finding->counts[p])
      finding->counts[p] = asks_param(problem, use, p) || asks_when_stricter(problem, use, p);
}

/* Rules that stand without being written are written to have them otherwise. */
static bool is_looked_at(const struct rule_use *use)
{
  return use->where.file && !use->rule->standing;
}

void asks_month(struct asks *asks, const struct problem *problem)
{
  for (int u = 0; u < asks->service->n_uses; u++)
    if (is_looked_at(&asks->service->uses[u]))
      look_at(&asks->uses[u], problem, &asks->service->uses[u]);
  asks_lines(problem, asks->ledger);
  asks_lines_twice(problem, asks->out);
  asks_tasks(problem, asks->ledger);
  asks_absence(problem, asks->ledger);
  asks_closures_agree(problem, asks->out);
  asks_networks(problem, asks->out);
  asks_moves(problem, asks->out);
  asks_events(problem, asks->out);
  asks_sessions(problem, asks->out);
  asks_named(problem, asks->out);
  asks_people(problem, asks->out);
  asks_wishes(problem, asks->out);
  asks_pattern(problem, asks->patterns);
  asks_reach(problem, asks->reach);
  asks_deadlines(problem, asks->out);
  if (asks->first_date == DATE_NONE || problem->month->from < asks->first_date)
    asks->first_date = problem->month->from;
}

static void tell(struct asks *asks, const struct rule_use *use, const struct finding *finding)
{
  if (!finding->asks) {
    diagnostics_warning(asks->out, use->where, "%s", finding->why);
    return;
  }
  for (int p = 0; p < use->rule->n_params && has_extras(use); p++)
    if (is_extra(use, p) && !finding->counts[p])
      diagnostics_warning(asks->out, use->where, "'%s' asks for nothing: no rota can break it",
                          use->rule->params[p].name);
}

void asks_end(struct asks *asks, bool all)
{
  asks_hours(asks->service, asks->out);
  asks_ledger_tell(asks->ledger, asks->out);
  asks_ledger_tell(asks->patterns, asks->out);
  asks_ledger_tell(asks->reach, asks->out);
  if (all && asks->first_date != DATE_NONE)
    asks_past(asks->service, asks->first_date, asks->out);
  for (int u = 0; u < asks->service->n_uses; u++) {
    const struct rule_use *use = &asks->service->uses[u];
    if (!is_looked_at(use))
      continue;
    if (asks->uses[u].months > 0)
      tell(asks, use, &asks->uses[u]);
    else if (all)
      diagnostics_warning(asks->out, use->where, "none of its dates is in a month that is here");
  }
}
