/* Writes clinicians.yaml. */
#include "generator/policies.h"
#include "generator/template.h"
#include "generator/writers.h"
#include "model/date.h"

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

/* "mon-wed: [am, pm], fri: [am]": runs of equal days together. */
static char *week_text(const uint8_t week[PLAN_DAYS])
{
  GString *out = g_string_new(NULL);
  for (int day = 0, last; day < PLAN_DAYS; day = last + 1) {
    for (last = day; last + 1 < WEEKDAYS && week[last + 1] == week[day];)
      last++;
    if (week[day] == 0)
      continue;
    g_string_append_printf(out, "%s%s", out->len ? ", " : "", weekday_ids[day]);
    if (last > day)
      g_string_append_printf(out, "-%s", weekday_ids[last]);
    g_string_append(out, ": ");
    append_sessions(out, week[day]);
  }
  return g_string_free(out, FALSE);
}

static void set_works(const struct plan *plan, const struct plan_person *person,
                      struct template_values *values)
{
  bool same =
      memcmp(person->works[WEEK_ONE], person->works[WEEK_TWO], sizeof person->works[WEEK_ONE]) == 0;
  g_autofree char *one = week_text(person->works[WEEK_ONE]);
  g_autofree char *two = week_text(person->works[WEEK_TWO]);
  char monday[DATE_TEXT_SIZE];
  template_when(values, "works the same every week", same);
  template_when(values, "works two weeks in turn", !same);
  template_set(values, "week_one", "%s", one);
  template_set(values, "week_two", "%s", two);
  template_set(values, "first_monday", "%s", date_format(plan->first_monday, monday));
}

/* "msk: yes, fcp: {since: 2025-05-01, stage: 2}": the first specialty may end. */
static char *skills_text(const struct plan *plan, const struct plan_person *person)
{
  bool ends = person->specialty_ends;
  GString *out = g_string_new("msk: yes");
  if (person->rehab && plan_can_do(plan, (int)(person - plan->people), "class", NOBODY))
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
                             date_year(plan->first_date) + 1);
    else
      g_string_append_printf(out, ", %s: yes", specialty_ids[k]);
    ends = false;
  }
  return g_string_free(out, FALSE);
}

/* The base first. */
static char *sites_text(const struct plan *plan, const struct plan_person *person)
{
  GString *out = g_string_new(plan_site_id(plan, person->base));
  for (int s = 0; s < plan->n_sites; s++)
    if (s != person->base && person->sites >> s & 1)
      g_string_append_printf(out, ", %s", plan_site_id(plan, s));
  return g_string_free(out, FALSE);
}

static void set_arrangement(const struct plan *plan, const struct plan_person *person,
                            struct template_values *values)
{
  const char *day = weekday_ids[person->arranged_day];
  template_when(values, "works remotely in one session every week",
                person->arrangement == EVERY_AT_REMOTE);
  template_when(values, "has one session of supporting time every week",
                person->arrangement == EVERY_SUPPORT);
  template_when(values, "never works in the evening", person->arrangement == NEVER_EVE);
  template_when(values, "is never at one site on one day", person->arrangement == NEVER_AT);
  template_set(values, "arranged_session", "%s %s", day, session_id(person->arranged_session));
  template_set(values, "arranged_weekday", "%s", day);
  if (person->arrangement == NEVER_AT)
    template_set(values, "arranged_site", "%s", plan_site_id(plan, person->arranged_site));
}

static void set_tags(const struct plan_person *person, struct template_values *values)
{
  template_when(values, "has tags", person->educator || person->saturdays);
  template_set(values, "tags", "%s%s%s", person->educator ? "clinical-educator" : "",
               person->educator && person->saturdays ? ", " : "",
               person->saturdays ? "saturdays" : "");
}

static void set_changes(const struct plan *plan, const struct plan_person *person,
                        struct template_values *values)
{
  int weeks = plan->settings.weeks ? plan->settings.weeks : 4;
  char joins[DATE_TEXT_SIZE], leaves[DATE_TEXT_SIZE];
  template_when(values, "joins", person->joins > 0);
  template_when(values, "leaves", person->leaves > 0);
  template_when(values, "comes back in steps", person->phased_return);
  template_set(values, "joins", "%s", plan_date(plan, person->joins, joins));
  template_set(values, "leaves", "%s", plan_date(plan, person->leaves, leaves));
  /* half to nine tenths of the contract of these weeks, of a month of four */
  template_set(values, "hours_fewest", "%d", 75 * weeks * person->wte_percent / 400);
  template_set(values, "hours_most", "%d", 135 * weeks * person->wte_percent / 400);
}

static void set_contract(const struct plan_person *person, struct template_values *values)
{
  int hundredths = person->wte_percent % 100;
  template_set(values, "id", "%s", person->id);
  template_set(values, "name", "%s", person->name);
  template_set(values, "band", "%d", person->band);
  template_set(values, "role", "%s", person->role);
  if (hundredths % 10 == 0)
    template_set(values, "wte", "%d.%d", person->wte_percent / 100, hundredths / 10);
  else
    template_set(values, "wte", "%d.%02d", person->wte_percent / 100, hundredths);
}

static void set_places(const struct plan *plan, const struct plan_person *person,
                       struct template_values *values)
{
  g_autofree char *skills = skills_text(plan, person), *sites = sites_text(plan, person);
  template_set(values, "base", "%s", plan_site_id(plan, person->base));
  template_set(values, "base_name", "%s", plan->sites[person->base].place->name);
  template_set(values, "skills", "%s", skills);
  template_set(values, "sites", "%s", sites);
  template_when(values, "does not drive", !person->drives);
  template_when(values, "is supervised", person->supervisor != NOBODY);
  if (person->supervisor != NOBODY)
    template_set(values, "supervisor", "%s", plan->people[person->supervisor].id);
}

void write_clinicians(const struct plan *plan, GString *out)
{
  for (int i = 0; i < plan->n_people; i++) {
    const struct plan_person *person = &plan->people[i];
    struct template_values *values = template_values_new();
    template_when(values, "before the first clinician", i == 0);
    template_when(values, "before the first clinician, with an appointment day",
                  i == 0 && plan->cad_day);
    template_when(values, "before the first clinician of a hub",
                  i == 0 || person->base != plan->people[i - 1].base);
    set_contract(person, values);
    set_works(plan, person, values);
    set_places(plan, person, values);
    set_arrangement(plan, person, values);
    set_tags(person, values);
    set_changes(plan, person, values);
    template_write(policy_clinicians, values, out);
    template_values_free(values);
  }
}
