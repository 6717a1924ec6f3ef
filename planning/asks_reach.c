#include "planning/asks_reach.h"

#include "model/demand_cell.h"
#include "model/words.h"
#include "planning/decide.h"

#include <string.h>

/* --- targets --------------------------------------------------------------------- */

/* What of a need is out of reach is told of as a shortfall. */
static void look_at_target(const struct problem *problem, int line, struct asks_ledger *ledger)
{
  const struct demand *demand = &problem->demands[line];
  int count, most = 0, target = 0;
  g_autofree struct demand_cell *cells = demand_cells(problem, line, &count);
  for (int i = 0; i < count; i++) {
    int possible = cells[i].open > 0 ? decide_possible(problem, &cells[i], cells[i].target) : 0;
    if (cells[i].open > 0 && possible < cells[i].need)
      return;
    if (cells[i].open > 0 && possible >= cells[i].target) {
      asks_ledger_counts(ledger, demand->where);
      return;
    }
    if (possible > most || target == 0)
      target = cells[i].target;
    most = MAX(most, possible);
  }
  g_autoptr(GString) what = g_string_new(NULL);
  words_line(problem, demand, what);
  if (target > 0)
    asks_ledger_idle(ledger, demand->where,
                     "%s: the target of %d is never reached: %d possible at the most", what->str,
                     target, most);
}

static void look_at_targets(const struct problem *problem, struct asks_ledger *ledger)
{
  for (int d = 0; d < problem->n_demands; d++)
    if (problem->demands[d].target > problem->demands[d].need &&
        problem->demands[d].price_target > 0)
      look_at_target(problem, d, ledger);
}

/* --- gaps -------------------------------------------------------------------------- */

/* On so many days of the month the network has a session of the use. */
static int open_days(const struct problem *problem, const struct rule_use *use, int site)
{
  int days = 0;
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct day *day = &problem->month->days[d];
    bool open = false;
    for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
      open =
          open || (scope_has_slot(&use->scope, problem, s) && problem_site_open(problem, s, site));
    days += open;
  }
  return days;
}

/* So many days of a week may be a published neighbour's, and part of a gap. */
enum { BEYOND_MOST = WEEK_DAYS - 1 };

static void look_at_gap(const struct problem *problem, const struct rule_use *use,
                        struct asks_ledger *ledger)
{
  const struct month *month = problem->month;
  int gap = rule_use_value(use, "most_gap_days"), most = 0;
  int beyond = BEYOND_MOST * ((month->history.n_months > 0) + (month->later.n_months > 0));
  for (int s = 0; s < problem->service->n_sites; s++)
    if (problem->service->sites[s].pcn && scope_has_site(&use->scope, s))
      most = MAX(most, open_days(problem, use, s));
  if (most == 0 || gap < most + beyond)
    asks_ledger_counts(ledger, use->where);
  else
    asks_ledger_idle(
        ledger, use->where,
        "'most_gap_days: %d' asks for nothing: no network is open on more than %d days "
        "of a month",
        gap, most);
}

/* --- people at once ------------------------------------------------------------------ */

/* How many different people could be at the site in the slot, in the use's scope? The candidates
 * are in order of clinician. */
static int people_at(const struct problem *problem, const struct rule_use *use, int slot, int site)
{
  int people = 0;
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    int count, first = problem_cell(problem, c, slot, &count);
    bool can = false;
    for (int i = first; i < first + count; i++)
      can = can || (problem->candidates[i].site == site &&
                    scope_has(&use->scope, problem, &problem->candidates[i]));
    people += can;
  }
  return people;
}

static void look_at_company(const struct problem *problem, const struct rule_use *use,
                            struct asks_ledger *ledger)
{
  int least = rule_use_value(use, "least"), most = 0;
  for (int slot = 0; slot < problem->month->n_slots && most < least; slot++)
    for (int s = 0; s < problem->service->n_sites && most < least; s++)
      if (scope_has_site(&use->scope, s))
        most = MAX(most, people_at(problem, use, slot, s));
  if (most == 0 || most >= least)
    asks_ledger_counts(ledger, use->where);
  else
    asks_ledger_idle(ledger, use->where,
                     "%d at once can't be: %d at the most could be at one site, so nobody %s",
                     least, most, use->hard ? "may be there" : "can be there without breaking it");
}

/* --- minutes ---------------------------------------------------------------------------- */

static void look_at_minutes(const struct problem *problem, const struct rule_use *use,
                            struct asks_ledger *ledger)
{
  int most = rule_use_value(use, "most"), shortest = 0;
  for (int s = 0; s < problem->month->n_slots; s++)
    if (scope_has_slot(&use->scope, problem, s) &&
        (shortest == 0 || problem->month->slots[s].minutes < shortest))
      shortest = problem->month->slots[s].minutes;
  if (most == PARAM_UNSET || most == 0 || most >= shortest)
    asks_ledger_counts(ledger, use->where);
  else
    asks_ledger_idle(ledger, use->where,
                     "no session is as short as %d minutes (the shortest has %d), so this allows "
                     "none: say 'most: 0', or more",
                     most, shortest);
}

/* --- meetings ---------------------------------------------------------------------------- */

/* So many of the team are meant, and so many of them at the most have one session of the use in
 * their pattern. */
struct gathering {
  int members, together;
};

static struct gathering gather(const struct problem *problem, const struct rule_use *use, int team)
{
  struct gathering out = {0, 0};
  const struct service *service = problem->service;
  g_autofree bool *meant = g_new0(bool, (gsize)service->n_clinicians + 1);
  for (int s = 0; s < problem->month->n_slots; s++) {
    const struct slot *at = &problem->month->slots[s];
    bool fits =
        scope_has_slot(&use->scope, problem, s) && at->minutes >= rule_use_value(use, "minutes");
    int here = 0;
    for (int c = 0; c < service->n_clinicians; c++)
      if (clinician_on(service, c, at->date)->team == team &&
          scope_has_on(&use->scope, problem, c, at->date) &&
          month_works(problem->month, service, c, s)) {
        meant[c] = true;
        here += fits;
      }
    out.together = MAX(out.together, here);
  }
  for (int c = 0; c < service->n_clinicians; c++)
    out.members += meant[c];
  return out;
}

/* A team of one need not meet. Where no team can, the rule as a whole asks for nothing. */
static void look_at_meeting(const struct problem *problem, const struct rule_use *use,
                            struct asks_ledger *ledger)
{
  g_autoptr(GString) apart = g_string_new(NULL);
  bool meets = false;
  for (int team = 0; team < problem->service->teams.count; team++) {
    struct gathering gathering = gather(problem, use, team);
    meets = meets || gathering.together > 1;
    if (gathering.members > 1 && gathering.together < 2)
      g_string_append_printf(apart, "%s'%s'", apart->len > 0 ? ", " : "",
                             problem->service->teams.words[team]);
  }
  if (meets && apart->len > 0)
    asks_ledger_idle(ledger, use->where,
                     "in no session of this do two of the team %s work, so that it never meets",
                     apart->str);
  else
    asks_ledger_counts(ledger, use->where);
}

void asks_reach(const struct problem *problem, struct asks_ledger *ledger)
{
  look_at_targets(problem, ledger);
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    if (!use->where.file || (!use->hard && use->weight == 0))
      continue;
    if (strcmp(use->rule->name, "fcp_cover") == 0)
      look_at_gap(problem, use, ledger);
    else if (strcmp(use->rule->name, "lone_working") == 0 ||
             strcmp(use->rule->name, "small_team") == 0)
      look_at_company(problem, use, ledger);
    else if (strcmp(use->rule->name, "count_limit") == 0 &&
             rule_use_chooses(use, "count", "minutes"))
      look_at_minutes(problem, use, ledger);
    else if (strcmp(use->rule->name, "team_meeting") == 0 && rule_use_value(use, "together") == 0)
      look_at_meeting(problem, use, ledger);
  }
}

/* --- days of the month before --------------------------------------------------------------- */

static void look_at_close(const struct problem *problem, const struct criteria *criteria, int due,
                          struct diagnostics *out)
{
  int close = month_deadline(problem->month, criteria->close_day);
  char date[DATE_TEXT_SIZE], day[DATE_TEXT_SIZE];
  if (close != DATE_NONE && close >= due)
    diagnostics_warning(out, criteria->where_close,
                        "requests for %s close on %s, when its rota is due already (%s)",
                        problem->month->name, date_format(close, date), date_format(due, day));
}

void asks_deadlines(const struct problem *problem, struct diagnostics *out)
{
  const struct service *service = problem->service;
  int due = month_due(problem->month, service);
  if (due == DATE_NONE)
    return;
  look_at_close(problem, &service->criteria, due, out);
  for (int i = 0; i < service->n_special; i++)
    look_at_close(problem, &service->special[i], due, out);
}
