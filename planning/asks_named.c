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

static bool can_work_at(const struct service *service, int clinician, int site, int date)
{
  for (int t = 0; t < service->n_tasks; t++)
    if (service->tasks[t].at[site] && clinician_can(service, clinician, t, date))
      return true;
  return false;
}

/* Why somebody who is here can never be at the site, or NULL. */
static const char *obstacle(const struct problem *problem, int clinician, int site)
{
  const struct month *month = problem->month;
  bool sent = false, able = false;
  for (int s = 0; s < month->n_slots; s++) {
    int date = month->slots[s].date;
    if (!clinician_on(problem->service, clinician, date)->sites[site])
      continue;
    sent = true;
    if (!can_work_at(problem->service, clinician, site, date))
      continue;
    able = true;
    if (problem_site_open(problem, s, site) && month_works(month, problem->service, clinician, s))
      return NULL;
  }
  return !sent  ? "is never sent there"
         : able ? "never works when it is open"
                : "can do nothing that is done there";
}

static void look_at_practitioner(const struct problem *problem, const struct site *site,
                                 int clinician, const char *as, struct diagnostics *out)
{
  char text[64];
  const char *why = asks_absence_in_month(problem, clinician, text);
  if (!why)
    why = obstacle(problem, clinician, (int)(site - problem->service->sites));
  if (why)
    diagnostics_warning(out, site->pcn->where_fcp, "'%s', %s of '%s', %s",
                        problem->service->clinicians[clinician].id, as, site->id, why);
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
    if (why)
      diagnostics_warning(out, person->where, "'%s', supervisor of '%s', %s",
                          service->clinicians[person->supervisor].id, person->id, why);
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
  for (int d = 0; d < problem->month->n_days; d++)
    if (is_any_here(problem, use->sets[param], problem->month->days[d].date))
      return;
  diagnostics_warning(out, use->where, "nobody who is here is meant by '%s'",
                      use->rule->params[param].name);
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
