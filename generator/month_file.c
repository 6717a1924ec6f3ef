/* Writes month.yaml. */
#include "generator/policies.h"
#include "generator/template.h"
#include "generator/writers.h"

enum { PATIENTS_EACH = 7 }; /* of an appointment day, in a session */

static void set_site(const struct plan *plan, struct template_values *values, const char *name,
                     int site)
{
  template_set(values, name, "%s", plan_site_id(plan, site));
}

static void set_date(const struct plan *plan, struct template_values *values, const char *name,
                     int day)
{
  char text[DATE_TEXT_SIZE];
  template_set(values, name, "%s", plan_date(plan, day, text));
}

static void set_appointment_day(const struct plan *plan, struct template_values *values)
{
  int target = plan->cad_need * 2, sessions = 2;
  set_site(plan, values, "mass_clinic_site", 0);
  set_date(plan, values, "mass_clinic_date", plan->event_day);
  set_site(plan, values, "appointment_site", plan->cad_site);
  set_date(plan, values, "appointment_date", plan->cad_day);
  template_set(values, "appointments", "%d", sessions * PATIENTS_EACH * target);
  template_set(values, "appointment_need", "%d", plan->cad_need);
  template_set(values, "appointment_target", "%d", target);
}

static void set_drop_in(const struct plan *plan, struct template_values *values)
{
  int day = plan->event_day;
  while (plan_weekday(plan, day) != plan_venue_weekday(plan, plan->venue))
    day++;
  set_site(plan, values, "drop_in_site", plan->venue);
  set_date(plan, values, "drop_in_date", day);
}

void write_month(const struct plan *plan, GString *out)
{
  struct template_values *values = template_values_new();
  bool appointment_day = plan->cad_day != 0;
  template_when(values, "weeks", plan->settings.weeks > 0);
  set_date(plan, values, "first", 1);
  template_set(values, "weeks", "%d", plan->settings.weeks);
  template_when(values, "with an appointment day", appointment_day);
  template_when(values, "without an appointment day", !appointment_day);
  set_site(plan, values, "closed_site", plan->n_hubs); /* the first PCN */
  set_date(plan, values, "closed_date", plan->closed_day);
  if (appointment_day)
    set_appointment_day(plan, values);
  else
    set_drop_in(plan, values);
  template_write(policy_month, values, out);
  template_values_free(values);
}
