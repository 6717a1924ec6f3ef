#include "planning/asks_people.h"

#include "model/contract.h"

/* "has left (2026-12-31)", or NULL where the person is here on a day of these. */
static const char *absence(const struct service *service, int clinician, int from, int until,
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

static const char *absence_in_month(const struct problem *problem, int clinician, char text[64])
{
  const struct month *month = problem->month;
  return absence(problem->service, clinician, month->days[0].date,
                 month->days[month->n_days - 1].date, text);
}

static bool is_sent(const struct problem *problem, int clinician, int site)
{
  for (int d = 0; d < problem->month->n_days; d++)
    if (clinician_on(problem->service, clinician, problem->month->days[d].date)->sites[site])
      return true;
  return false;
}

static void look_at_named(const struct problem *problem, const struct site *site, int clinician,
                          const char *as, struct diagnostics *out)
{
  const struct clinician *person = &problem->service->clinicians[clinician];
  char text[64];
  if (absence_in_month(problem, clinician, text))
    diagnostics_warning(out, site->pcn->where_fcp, "'%s', %s of '%s', %s", person->id, as, site->id,
                        text);
  else if (!is_sent(problem, clinician, (int)(site - problem->service->sites)))
    diagnostics_warning(out, site->pcn->where_fcp, "'%s', %s of '%s', is never sent there",
                        person->id, as, site->id);
}

static void look_at_networks(const struct problem *problem, struct diagnostics *out)
{
  for (int s = 0; s < problem->service->n_sites; s++) {
    const struct site *site = &problem->service->sites[s];
    for (int i = 0; site->pcn && i < site->pcn->n_named; i++)
      look_at_named(problem, site, site->pcn->named[i], "named first contact practitioner", out);
    for (int i = 0; site->pcn && i < site->pcn->n_deputies; i++)
      look_at_named(problem, site, site->pcn->deputies[i], "deputy", out);
  }
}

static void look_at_supervisors(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    const struct clinician *person = &problem->service->clinicians[c];
    if (person->supervisor != NONE && !absence_in_month(problem, c, text) &&
        absence_in_month(problem, person->supervisor, text))
      diagnostics_warning(out, person->where, "'%s', supervisor of '%s', %s",
                          problem->service->clinicians[person->supervisor].id, person->id, text);
  }
}

static void look_at_preferences(const struct problem *problem, struct diagnostics *out)
{
  const struct clinician *people = problem->service->clinicians;
  char text[64];
  for (int i = 0; i < problem->month->n_preferences; i++) {
    const struct preferences *asked = &problem->month->preferences[i];
    if (absence_in_month(problem, asked->clinician, text)) {
      diagnostics_warning(out, asked->where, "nothing comes of these: '%s' %s",
                          people[asked->clinician].id, text);
      continue;
    }
    for (int w = 0; w < asked->n_people; w++)
      if (absence_in_month(problem, asked->people[w].item, text))
        diagnostics_warning(out, asked->people[w].where, "nothing comes of this: '%s' %s",
                            people[asked->people[w].item].id, text);
  }
}

static void look_at_leave(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  for (int i = 0; i < problem->month->n_leaves; i++) {
    const struct leave *leave = &problem->month->leaves[i];
    if (absence(problem->service, leave->clinician, leave->from, leave->until, text))
      diagnostics_warning(out, leave->where, "nothing comes of this leave: '%s' %s",
                          problem->service->clinicians[leave->clinician].id, text);
  }
}

static void look_at_names(const struct problem *problem, struct diagnostics *out)
{
  const struct service *service = problem->service;
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  char text[64];
  for (int c = 0; c < service->n_clinicians; c++) {
    const struct clinician *person = &service->clinicians[c];
    if (absence_in_month(problem, c, text))
      continue;
    const struct clinician *other = g_hash_table_lookup(names, person->name);
    if (other)
      diagnostics_warning(out, person->where,
                          "'%s' has the same name as '%s', by which reports tell people apart",
                          person->id, other->id);
    else
      g_hash_table_insert(names, (gpointer)person->name, (gpointer)person);
  }
}

/* --- contract and pattern ------------------------------------------------------ */

/* Minutes of all the weeks that take turns. */
static int64_t pattern_minutes(const struct service *service, const struct works *works)
{
  int64_t minutes = 0;
  for (int week = 0; week < works->n_weeks; week++)
    for (int day = 0; day < WEEK_DAYS; day++)
      for (int b = 0; b < service->n_blocks; b++)
        if (works->weeks[week].blocks[day] >> b & 1)
          minutes += service->blocks[b].to_minute - service->blocks[b].from_minute;
  return minutes;
}

static int shortest_block(const struct service *service)
{
  int shortest = 24 * 60;
  for (int b = 0; b < service->n_blocks; b++)
    shortest = MIN(shortest, service->blocks[b].to_minute - service->blocks[b].from_minute);
  return shortest;
}

/* "18 h 45" */
static const char *hours(int64_t minutes, char text[32])
{
  g_snprintf(text, 32, minutes % 60 == 0 ? "%d h" : "%d h %02d", (int)(minutes / 60),
             (int)(minutes % 60));
  return text;
}

/* A contract is met by whole sessions, so a part of one is nothing to speak of. */
static void look_at_post(const struct service *service, int clinician, const struct post *post,
                         struct diagnostics *out)
{
  int64_t weeks = post->works.n_weeks, holds = pattern_minutes(service, &post->works);
  char held[32], owed[32];
  if (weeks > 0 && holds + weeks * shortest_block(service) <= weeks * post->week_minutes)
    diagnostics_warning(out, post->where,
                        "the pattern of '%s' holds %s a week, and the contract is %s",
                        service->clinicians[clinician].id, hours(holds / weeks, held),
                        hours(post->week_minutes, owed));
}

/* Each post that holds on a day of the month. */
static void look_at_contract(const struct problem *problem, int clinician, struct diagnostics *out)
{
  const struct post *last = NULL;
  for (int d = 0; d < problem->month->n_days; d++) {
    const struct post *post =
        clinician_on(problem->service, clinician, problem->month->days[d].date);
    if (post != last)
      look_at_post(problem->service, clinician, post, out);
    last = post;
  }
}

/* Leave aside, for it may come late: what the whole month's sessions come to. */
static void look_at_fewest(const struct problem *problem, int clinician, struct diagnostics *out)
{
  const struct clinician *person = &problem->service->clinicians[clinician];
  const struct month *month = problem->month;
  int fewest = contract_own_hours(problem, clinician).fewest;
  int64_t holds = 0;
  char held[32], owed[32];
  if (!clinician_employed(problem->service, clinician, month->days[0].date) ||
      !clinician_employed(problem->service, clinician, month->days[month->n_days - 1].date))
    return;
  for (int s = 0; s < month->n_slots; s++)
    if (month_works(month, problem->service, clinician, s))
      holds += month->slots[s].minutes;
  if (fewest > holds)
    diagnostics_warning(out, person->where,
                        "the pattern of '%s' holds %s in %s, and the fewest are %s", person->id,
                        hours(holds, held), month->id, hours(fewest, owed));
}

void asks_people(const struct problem *problem, struct diagnostics *out)
{
  char text[64];
  look_at_networks(problem, out);
  look_at_supervisors(problem, out);
  look_at_preferences(problem, out);
  look_at_leave(problem, out);
  look_at_names(problem, out);
  for (int c = 0; c < problem->service->n_clinicians; c++) {
    if (absence_in_month(problem, c, text))
      continue;
    look_at_contract(problem, c, out);
    look_at_fewest(problem, c, out);
  }
}
