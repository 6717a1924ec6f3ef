/* Writes service.yaml. */
#include "generator/policies.h"
#include "generator/template.h"
#include "generator/writers.h"

#include <string.h>

/* In double quotes, with those characters escaped that YAML would read. */
static char *quoted(const char *text)
{
  GString *out = g_string_new("\"");
  for (const char *c = text; *c; c++) {
    if (*c == '"' || *c == '\\')
      g_string_append_c(out, '\\');
    g_string_append_c(out, *c);
  }
  g_string_append_c(out, '"');
  return g_string_free(out, FALSE);
}

static const char *area(const struct plan *plan)
{
  const char *locality = plan->sites[0].place->locality;
  for (int h = 1; h < plan->n_hubs; h++)
    if (strcmp(plan->sites[h].place->locality, locality) != 0)
      return "Sussex MSK Central";
  return "Brighton and Hove MSK";
}

static void set_head(const struct plan *plan, struct template_values *values)
{
  const struct generator_settings *settings = &plan->settings;
  g_autofree char *name = quoted(settings->name ? settings->name : area(plan));
  g_autoptr(GString) sites = g_string_new(NULL);
  if (settings->pcns > 0)
    g_string_append_printf(sites, " --pcns %d", settings->pcns);
  if (settings->hubs > 0)
    g_string_append_printf(sites, " --hubs %d", settings->hubs);
  template_set(values, "service", "%s", name);
  template_set(values, "clinicians", "%d", settings->clinicians);
  template_set(values, "seed", "%" G_GUINT64_FORMAT, settings->seed);
  char month[DATE_TEXT_SIZE];
  g_autofree char *weeks = g_strdup_printf(" --weeks %d", settings->weeks);
  template_set(values, "planned", "%s %s%s", settings->weeks ? "--from" : "--month",
               month_id_format(settings->first, settings->weeks, month),
               settings->weeks ? weeks : "");
  template_set(values, "more", "%s%s%s", sites->str, settings->evenings ? " --evenings" : "",
               settings->random_rules ? " --random-rules" : "");
}

/* Does it reach out: an appointment day, venues every week? */
static bool is_locality(const struct plan *plan)
{
  return plan->cad_day != 0;
}

enum { FEW_ON_DUTY = 4 }; /* who may have so many a week can't keep a day between them */

/* What a service has from some size on. A county, which is large enough for a bus,
 * uses every rule that there is. */
static void set_size(const struct plan *plan, struct template_values *values)
{
  template_when(values, "with evenings", plan->n_evenings > 0);
  template_when(values, "a county", plan->bus != NOBODY);
  template_when(values, "a county of several PCNs", plan->bus != NOBODY && plan->n_pcns > 1);
  template_when(values, "few on duty", plan->duty_most >= FEW_ON_DUTY);
  template_when(values, "many on duty", plan->duty_most < FEW_ON_DUTY);
  template_when(values, "no evenings", plan->n_evenings == 0);
  template_when(values, "one evening a week", plan->n_evenings == 1);
  template_when(values, "two evenings a week", plan->n_evenings == 2);
  template_when(values, "three specialties or more", plan->n_specialties >= 3);
  template_when(values, "four specialties", plan->n_specialties == 4);
}

static char *names_of(const struct plan *plan, const int *people, int count)
{
  GString *names = g_string_new(NULL);
  for (int n = 0; n < count; n++)
    if (people[n] != NOBODY)
      g_string_append_printf(names, "%s%s", names->len ? ", " : "", plan->people[people[n]].id);
  return g_string_free(names, FALSE);
}

static void add_site(const struct plan *plan, int s, const char *part,
                     struct template_values *values)
{
  const struct plan_site *site = &plan->sites[s];
  g_autofree char *named = names_of(plan, site->named, NAMED_MOST);
  g_autofree char *deputy = names_of(plan, &site->deputy, 1);
  struct template_values *own = template_each(values, part);
  template_set(own, "id", "%s", site->place->id);
  template_set(own, "name", "%s", site->place->name);
  template_set(own, "rooms", "%d", site->rooms);
  template_set(own, "gym_rooms", "%d", site->gym_rooms);
  template_set(own, "weekday", "%s", weekday_ids[plan_venue_weekday(plan, s)]);
  template_set(own, "ods", "%s", site->place->ods);
  template_set(own, "patients", "%d", site->place->patients);
  template_set(own, "named", "%s", named);
  if (*deputy)
    template_set(own, "deputy", ", deputy: [%s]", deputy);
  else
    template_set(own, "deputy", "%s", "");
}

enum { HUB_EVENINGS = 3 }; /* none, one or two a week */
static const char *const hub_parts[HUB_EVENINGS] = {
    "each hub without evenings", "each hub with one evening", "each hub with two evenings"};

static const char *part_of(const struct plan *plan, int s)
{
  switch (plan->sites[s].place->kind) {
  case PLACE_HUB:
    return hub_parts[s < plan->n_evening_hubs ? plan->n_evenings : 0];
  case PLACE_PCN:
    return "each PCN";
  case PLACE_VENUE:
    return s == plan->cad_site ? "each venue of an appointment day" : "each venue";
  case PLACE_BUS:
    return "each bus";
  default:
    return "each remote site";
  }
}

static void set_sites(const struct plan *plan, struct template_values *values)
{
  for (int evenings = 0; evenings < HUB_EVENINGS; evenings++)
    template_when(values, hub_parts[evenings], false);
  template_when(values, "each venue of an appointment day", false);
  template_when(values, "each venue of a locality", false);
  template_when(values, "each bus", false);
  for (int s = 0; s < plan->n_sites; s++) {
    add_site(plan, s, part_of(plan, s), values);
    if (is_locality(plan) && plan->sites[s].place->kind == PLACE_VENUE && s != plan->cad_site)
      add_site(plan, s, "each venue of a locality", values);
  }
}

static void set_figures(const struct plan *plan, struct template_values *values)
{
  template_set(values, "patients_per_session", "%d", plan->patients_per_session);
  template_set(values, "new_contacts", "%d", plan->new_contacts);
  template_set(values, "duty_most", "%d", plan->duty_most);
}

void write_service(const struct plan *plan, GString *out)
{
  struct template_values *values = template_values_new();
  set_head(plan, values);
  set_size(plan, values);
  set_sites(plan, values);
  set_figures(plan, values);
  template_write(policy_service, values, out);
  template_write(policy_tasks, values, out);
  write_demand(plan, out);
  if (plan->settings.random_rules)
    write_random_rules(plan, out);
  else
    template_write(policy_rules, values, out);
  template_write(policy_criteria, values, out);
  write_waiting_list(plan, out);
  template_values_free(values);
}
