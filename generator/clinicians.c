/* Writes clinicians.yaml. */
#include "generator/writers.h"

#include <string.h>

static void append_sessions(GString *out, int sessions)
{
  const char *comma = "";
  g_string_append_c(out, '[');
  for (int session = AM; session <= EVE; session *= 2)
    if (sessions & session) {
      g_string_append_printf(out, "%s%s", comma, session_id(session));
      comma = ", ";
    }
  g_string_append_c(out, ']');
}

/* {mon-wed: [am, pm], fri: [am]}: runs of equal days together. */
static void append_week(GString *out, const uint8_t week[PLAN_DAYS])
{
  const char *comma = "";
  g_string_append_c(out, '{');
  for (int day = 0, last; day < PLAN_DAYS; day = last + 1) {
    for (last = day; last + 1 < WEEKDAYS && week[last + 1] == week[day];)
      last++;
    if (week[day] == 0)
      continue;
    g_string_append_printf(out, "%s%s", comma, weekday_ids[day]);
    if (last > day)
      g_string_append_printf(out, "-%s", weekday_ids[last]);
    g_string_append(out, ": ");
    append_sessions(out, week[day]);
    comma = ", ";
  }
  g_string_append_c(out, '}');
}

static void write_works(const struct plan_person *person, GString *out)
{
  if (memcmp(person->works[ODD], person->works[EVEN], sizeof person->works[ODD]) == 0) {
    g_string_append(out, "  works: ");
    append_week(out, person->works[ODD]);
    g_string_append_c(out, '\n');
    return;
  }
  g_string_append(out, "  works:\n    odd: ");
  append_week(out, person->works[ODD]);
  g_string_append(out, "\n    even: ");
  append_week(out, person->works[EVEN]);
  g_string_append_c(out, '\n');
}

static void write_skills(const struct plan *plan, const struct plan_person *person, GString *out)
{
  bool ends = person->specialty_ends;
  g_string_append(out, "  skills: {msk: yes");
  if (person->rehab)
    g_string_append(out, ", rehab: yes");
  if (person->fcp_stage > 0)
    g_string_append_printf(out, ", fcp: {since: %d-%s, stage: %d}", person->fcp_since_year,
                           person->fcp_since_year % 2 ? "05-01" : "09-12", person->fcp_stage);
  if (person->fcp_trainee)
    g_string_append(out, ", fcp: {stage: 0, trainee: yes}");
  for (int k = 0; k < plan->n_specialties; k++) {
    if (!(person->specialties >> k & 1))
      continue;
    if (ends)
      g_string_append_printf(out, ", %s: {until: %d-09-30}", specialty_ids[k],
                             plan->settings.year + 1);
    else
      g_string_append_printf(out, ", %s: yes", specialty_ids[k]);
    ends = false;
  }
  g_string_append(out, "}\n");
}

static void write_sites_of(const struct plan *plan, const struct plan_person *person, GString *out)
{
  g_string_append_printf(out, "  sites: [%s", plan_site_id(plan, person->base));
  for (int s = 0; s < plan->n_sites; s++)
    if (s != person->base && person->sites >> s & 1)
      g_string_append_printf(out, ", %s", plan_site_id(plan, s));
  g_string_append(out, "]\n");
}

static void write_arrangement(const struct plan *plan, const struct plan_person *person,
                              GString *out)
{
  const char *day = weekday_ids[person->arranged_day];
  const char *session = session_id(person->arranged_session);
  switch (person->arrangement) {
  case ARRANGED_NOTHING:
    return;
  case EVERY_AT_REMOTE:
    g_string_append_printf(out, "  arrangements: [{every: %s %s, at: remote}]\n", day, session);
    return;
  case EVERY_SUPPORT:
    g_string_append_printf(out, "  arrangements: [{every: %s %s, task: support}]\n", day, session);
    return;
  case NEVER_EVE:
    g_string_append(out, "  arrangements: [{never: eve}]\n");
    return;
  case NEVER_AT:
    g_string_append_printf(out, "  arrangements: [{never: %s, at: %s}]\n", day,
                           plan_site_id(plan, person->arranged_site));
    return;
  }
}

static void write_tags(const struct plan_person *person, GString *out)
{
  if (person->educator || person->saturdays)
    g_string_append_printf(out, "  tags: [%s%s%s]\n", person->educator ? "clinical-educator" : "",
                           person->educator && person->saturdays ? ", " : "",
                           person->saturdays ? "saturdays" : "");
}

static void write_changes(const struct plan *plan, const struct plan_person *person, GString *out)
{
  int year = plan->settings.year, month = plan->settings.month;
  if (person->joins)
    g_string_append_printf(out, "  joins: %04d-%02d-%02d\n", year, month, person->joins);
  if (person->leaves)
    g_string_append_printf(out, "  leaves: %04d-%02d-%02d\n", year, month, person->leaves);
  if (person->phased_return) /* half to nine tenths of four weeks of the contract */
    g_string_append_printf(out, "  hours: {fewest: %d, most: %d} # a phased return\n",
                           75 * person->wte_percent / 100, 135 * person->wte_percent / 100);
}

static void write_person(const struct plan *plan, const struct plan_person *person, GString *out)
{
  const char *base = plan_site_id(plan, person->base);
  int hundredths = person->wte_percent % 100;
  g_string_append_printf(out, "%s:\n  name: %s\n  band: %d\n  role: %s\n  wte: %d.", person->id,
                         person->name, person->band, person->role, person->wte_percent / 100);
  if (hundredths % 10 == 0)
    g_string_append_printf(out, "%d\n", hundredths / 10);
  else
    g_string_append_printf(out, "%02d\n", hundredths);
  write_works(person, out);
  g_string_append_printf(out, "  base: %s\n", base);
  write_skills(plan, person, out);
  write_sites_of(plan, person, out);
  if (!person->drives)
    g_string_append(out, "  drives: no\n");
  if (person->supervisor != NOBODY)
    g_string_append_printf(out, "  supervisor: %s\n", plan->people[person->supervisor].id);
  g_string_append_printf(out, "  team: %s\n", base);
  write_arrangement(plan, person, out);
  write_tags(person, out);
  write_changes(plan, person, out);
}

void write_clinicians(const struct plan *plan, GString *out)
{
  g_string_append(out, "# Everybody here is fictional.\n");
  if (plan->cad_day)
    g_string_append(
        out,
        "# Saturdays in a pattern count only when an event opens them, and the time is\n"
        "# given back within the month.\n");
  for (int i = 0; i < plan->n_people; i++) {
    if (i == 0 || plan->people[i].base != plan->people[i - 1].base)
      g_string_append_printf(out, "\n# %s\n", plan->sites[plan->people[i].base].place->name);
    write_person(plan, &plan->people[i], out);
  }
}
