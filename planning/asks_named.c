#include "planning/asks_named.h"

#include <string.h>

const char *asks_absence_between(const struct service *service, int clinician, int from, int until,
                                 char text[64])
{
  const struct clinician *person = &service->clinicians[clinician];
  char date[DATE_TEXT_SIZE];
  if (person->leaves != DATE_NONE && person->leaves < from)
    g_snprintf(text, 64, "has left (%s)", date_format(person->leaves, date));
  else if (person->joins != DATE_NONE && person->joins > until)
    g_snprintf(text, 64, "has not joined yet (%s)", date_format(person->joins, date));
  else
    return NULL;
  return text;
}

const char *asks_absence_in_month(const struct problem *problem, int clinician, char text[64])
{
  const struct month *month = problem->month;
  return asks_absence_between(problem->service, clinician, month->days[0].date,
                              month->days[month->n_days - 1].date, text);
}

/* --- first contact practitioners ------------------------------------------------ */

/* Is that what first contact practitioners are named for: of the rules on them, where there are
 * any, or else all that is done at the site? */
static bool is_first_contact(const struct service *service, int task, int site)
{
  bool any = false;
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (strcmp(use->rule->name, "named_fcp") != 0 && strcmp(use->rule->name, "fcp_cover") != 0)
      continue;
    any = any || use->where.file;
    if (use->where.file && scope_has_task(&use->scope, task) && scope_has_site(&use->scope, site))
      return true;
  }
  return !any;
}

static bool can_work_at(const struct service *service, int clinician, int site, int date)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (service->tasks[t].at[site] && is_first_contact(service, t, site) &&
        clinician_can(service, clinician, t, date))
      return true;
  return false;
}

/* What keeps somebody from a site on a day, whoever works then. */
enum bar { BAR_NONE, BAR_HERE, BAR_SENT, BAR_ABLE };

static enum bar bar_on(const struct problem *problem, int clinician, int site, int day)
{
  const struct service *service = problem->service;
  int date = problem->month->days[day].date;
  if (!clinician_employed(service, clinician, date))
    return BAR_HERE;
  if (!clinician_on(service, clinician, date)->sites[site])
    return BAR_SENT;
  return can_work_at(service, clinician, site, date) ? BAR_NONE : BAR_ABLE;
}

/* Why somebody who is here can never be at the site, or NULL. */
static const char *obstacle(const struct problem *problem, int clinician, int site)
{
  const struct month *month = problem->month;
  bool sent = false, able = false;
  for (int s = 0; s < month->n_slots; s++) {
    enum bar bar = bar_on(problem, clinician, site, month->slots[s].day);
    sent = sent || bar == BAR_NONE || bar == BAR_ABLE;
    able = able || bar == BAR_NONE;
    if (bar == BAR_NONE && problem_site_open(problem, s, site) &&
        month_works(month, problem->service, clinician, s))
      return NULL;
  }
  return !sent  ? "is never sent there"
         : able ? "never works when it is open"
                : "can do nothing that is done there";
}

/* "leaves on 2027-01-14", where somebody who is here for a part of the month is not for all of it;
 * NULL otherwise. */
static char *part_here(const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  const struct clinician *person = &problem->service->clinicians[clinician];
  char date[DATE_TEXT_SIZE];
  if (person->leaves != DATE_NONE && person->leaves < month->days[month->n_days - 1].date)
    return g_strdup_printf("leaves on %s", date_format(person->leaves, date));
  if (person->joins != DATE_NONE && person->joins > month->days[0].date)
    return g_strdup_printf("joins on %s", date_format(person->joins, date));
  return NULL;
}

/* The same, or "is not sent there from 2027-01-15 on", of somebody who is sent there on a day and
 * can do something. */
static char *part_of_month(const struct problem *problem, int clinician, int site)
{
  const struct month *month = problem->month;
  int last = month->n_days - 1, first = 0;
  char date[DATE_TEXT_SIZE], *here = part_here(problem, clinician);
  while (last > 0 && bar_on(problem, clinician, site, last) != BAR_NONE)
    last--;
  while (first < last && bar_on(problem, clinician, site, first) != BAR_NONE)
    first++;
  bool ends = last < month->n_days - 1;
  if (here || (!ends && first == 0))
    return here;
  enum bar bar = bar_on(problem, clinician, site, ends ? last + 1 : first - 1);
  date_format(month->days[ends ? last + 1 : first].date, date);
  return g_strdup_printf(
      "%s %s %s%s", bar == BAR_SENT ? "is not sent there" : "can do nothing that is done there",
      ends ? "from" : "before", date, ends ? " on" : "");
}

static void look_at_practitioner(const struct problem *problem, const struct site *site,
                                 int clinician, const char *as, struct diagnostics *out)
{
  char text[64];
  int index = (int)(site - problem->service->sites);
  const char *why = asks_absence_in_month(problem, clinician, text);
  if (!why)
    why = obstacle(problem, clinician, index);
  g_autofree char *part = why ? NULL : part_of_month(problem, clinician, index);
  if (why || part)
    diagnostics_warning(out, site->pcn->where_fcp, "'%s', %s of '%s', %s",
                        problem->service->clinicians[clinician].id, as, site->id, why ? why : part);
}

static void look_at_networks(const struct problem *problem, struct diagnostics *out)
{
  for (int s = 0; s < problem->service->n_sites; s++) {
    const struct site *site = &problem->service->sites[s];
    for (int i = 0; site->pcn && i < site->pcn->n_named; i++)
      look_at_practitioner(problem, site, site->pcn->named[i], "named first contact practitioner",
                           out);
    for (int i = 0; site->pcn && i < site->pcn->n_deputies; i++)
      look_at_practitioner(problem, site, site->pcn->deputies[i], "deputy", out);
  }
}

/* --- supervisors ------------------------------------------------------------------ */

/* Does a rule ask the person to meet the supervisor? */
static bool is_asked_to_meet(const struct problem *problem, int clinician)
{
  const struct service *service = problem->service;
  for (int u = 0; u < service->n_uses; u++)
    if (strcmp(service->uses[u].rule->name, "supervision") == 0 &&
        scope_has_clinician(&service->uses[u].scope, problem, clinician))
      return true;
  return false;
}

static bool work_together(const struct problem *problem, int clinician, int other)
{
  for (int s = 0; s < problem->month->n_slots; s++)
    if (month_works(problem->month, problem->service, clinician, s) &&
        month_works(problem->month, problem->service, other, s))
      return true;
  return false;
}

/* Is the person here on a day on which the supervisor is not? */
static bool is_missed(const struct problem *problem, int clinician)
{
  const struct service *service = problem->service;
  int supervisor = service->clinicians[clinician].supervisor;
  for (int d = 0; d < problem->month->n_days; d++) {
    int date = problem->month->days[d].date;
    if (clinician_employed(service, clinician, date) &&
        !clinician_employed(service, supervisor, date))
      return true;
  }
  return false;
}

static void look_at_supervisors(const struct problem *problem, struct diagnostics *out)
{
  const struct service *service = problem->service;
  char text[64];
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct clinician *person = &service->clinicians[c];
    if (person->supervisor == NONE || asks_absence_in_month(problem, c, text))
      continue;
    const char *why = asks_absence_in_month(problem, person->supervisor, text);
    if (!why && is_asked_to_meet(problem, c) && !work_together(problem, c, person->supervisor))
      why = "never works when they do";
    g_autofree char *part =
        why || !is_missed(problem, c) ? NULL : part_here(problem, person->supervisor);
    if (why || part)
      diagnostics_warning(out, person->where, "'%s', supervisor of '%s', %s",
                          service->clinicians[person->supervisor].id, person->id, why ? why : part);
  }
}

/* --- debriefers, and whoever a rule names ------------------------------------------- */

static bool is_any_here(const struct problem *problem, const bool *posts, int date)
{
  for (int c = 0; c < problem->service->n_clinicians; c++)
    if (service_has_post(problem->service, posts, c, date) &&
        clinician_employed(problem->service, c, date))
      return true;
  return false;
}

static void look_at_members(const struct problem *problem, const struct rule_use *use, int param,
                            struct diagnostics *out)
{
  const struct month *month = problem->month;
  const char *name = use->rule->params[param].name;
  int last = month->n_days - 1;
  char date[DATE_TEXT_SIZE];
  while (last >= 0 && !is_any_here(problem, use->sets[param], month->days[last].date))
    last--;
  if (last < 0)
    diagnostics_warning(out, use->where, "nobody who is here is meant by '%s'", name);
  else if (last < month->n_days - 1)
    diagnostics_warning(out, use->where, "nobody who is here is meant by '%s' from %s on", name,
                        date_format(month->days[last + 1].date, date));
}

static bool can_debrief(const struct service *service, const struct rule_use *use, int clinician,
                        int skill, int date)
{
  const bool *named = use->sets[rule_param(use->rule, "debriefers")];
  return named ? service_has_post(service, named, clinician, date)
               : clinician_stage(service, clinician, skill, date) >= rule_use_value(use, "stage");
}

static bool is_debriefed(const struct problem *problem, const struct rule_use *use, int skill,
                         const struct day *day)
{
  for (int c = 0; c < problem->service->n_clinicians; c++)
    for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
      if (can_debrief(problem->service, use, c, skill, day->date) &&
          month_works(problem->month, problem->service, c, s))
        return true;
  return false;
}

/* Does somebody with that post, a trainee in the skill, ever work on a day of somebody who can
 * debrief? */
static void look_at_trainee(const struct problem *problem, const struct rule_use *use,
                            const struct post *post, const struct skill_held *held,
                            struct diagnostics *out)
{
  bool works = false;
  for (int s = 0; s < problem->month->n_slots; s++) {
    const struct day *day = &problem->month->days[problem->month->slots[s].day];
    if (clinician_on(problem->service, post->clinician, day->date) != post ||
        !month_works(problem->month, problem->service, post->clinician, s))
      continue;
    works = true;
    if (is_debriefed(problem, use, held->skill, day))
      return;
  }
  if (works)
    diagnostics_warning(out, held->where,
                        "nobody who can debrief '%s' in '%s' ever works on the same day",
                        problem->service->clinicians[post->clinician].id,
                        problem->service->skills.words[held->skill]);
}

static void look_at_trainees(const struct problem *problem, const struct rule_use *use,
                             struct diagnostics *out)
{
  for (int p = 0; p < problem->service->n_posts; p++) {
    const struct post *post = &problem->service->posts[p];
    for (int i = 0; i < post->n_skills; i++)
      if (post->skills[i].trainee)
        look_at_trainee(problem, use, post, &post->skills[i], out);
  }
}

static void look_at_uses(const struct problem *problem, struct diagnostics *out)
{
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    for (int p = 0; p < use->rule->n_params; p++)
      if (use->rule->params[p].kind == PARAM_WHO && use->sets[p])
        look_at_members(problem, use, p, out);
    if (strcmp(use->rule->name, "trainee") == 0)
      look_at_trainees(problem, use, out);
  }
}

void asks_named(const struct problem *problem, struct diagnostics *out)
{
  look_at_networks(problem, out);
  look_at_supervisors(problem, out);
  look_at_uses(problem, out);
}
