/* Writes month.yaml, leave.csv and locks.csv. */
#include "generator/writers.h"

enum { MASS_CLINIC_STAFF = 2, DROP_IN_STAFF = 2, PATIENTS_EACH = 7 };

static void append_date(const struct plan *plan, int day, GString *out)
{
  g_string_append_printf(out, "%04d-%02d-%02d", plan->settings.year, plan->settings.month, day);
}

static void write_closure(const struct plan *plan, GString *out)
{
  int site = plan->n_hubs; /* the first PCN */
  g_string_append_printf(out, "closures:\n  - {site: %s, from: ", plan_site_id(plan, site));
  append_date(plan, plan->closed_day, out);
  g_string_append(out, ", to: ");
  append_date(plan, plan->closed_day, out);
  g_string_append(out, ", sessions: pm, reason: protected learning time}\n");
}

static void write_mass_clinic(const struct plan *plan, GString *out)
{
  g_string_append_printf(out,
                         "  spinal-mass-clinic:\n"
                         "    name: Spinal mass clinic\n"
                         "    kind: mass-clinic\n"
                         "    at: %s\n"
                         "    on: ",
                         plan_site_id(plan, 0));
  append_date(plan, plan->event_day, out);
  g_string_append_printf(out,
                         " am pm\n"
                         "    attendees: 40\n"
                         "    need: [{task: spine, need: %d, target: %d}]\n",
                         MASS_CLINIC_STAFF, MASS_CLINIC_STAFF + 1);
}

static void write_appointment_day(const struct plan *plan, GString *out)
{
  g_string_append_printf(out,
                         "  community-appointment-day:\n"
                         "    name: Community Appointment Day\n"
                         "    kind: community-appointment-day\n"
                         "    at: %s\n"
                         "    on: ",
                         plan_site_id(plan, plan->cad_site));
  append_date(plan, plan->cad_day, out);
  g_string_append_printf(out,
                         " am pm\n"
                         "    attendees: %d\n"
                         "    need: # with fewer it is cancelled\n"
                         "      - {task: drop-in, need: %d, target: %d, prices: {target: 40}}\n",
                         2 * PATIENTS_EACH * plan->cad_need * 2, plan->cad_need,
                         plan->cad_need * 2);
}

static void write_drop_in(const struct plan *plan, GString *out)
{
  int day = plan->event_day;
  while (plan_weekday(plan, day) != plan_venue_weekday(plan, plan->venue))
    day++;
  g_string_append_printf(out,
                         "  community-drop-in:\n"
                         "    name: Community drop-in\n"
                         "    kind: drop-in\n"
                         "    at: %s\n"
                         "    on: ",
                         plan_site_id(plan, plan->venue));
  append_date(plan, day, out);
  g_string_append_printf(out,
                         " pm\n"
                         "    attendees: 12\n"
                         "    need: [{task: drop-in, need: %d}]\n",
                         DROP_IN_STAFF);
}

void write_month(const struct plan *plan, GString *out)
{
  g_string_append(out, "# what is special about this month\n");
  write_closure(plan, out);
  g_string_append(out, "\nevents:\n");
  if (plan->cad_day) {
    write_mass_clinic(plan, out);
    write_appointment_day(plan, out);
  } else {
    write_drop_in(plan, out);
  }
}

void write_leave(const struct plan *plan, GString *out)
{
  g_string_append(out, "clinician,from,to,kind,sessions\n");
  for (guint i = 0; i < plan->leave->len; i++) {
    const struct plan_leave *leave = &g_array_index(plan->leave, struct plan_leave, i);
    g_string_append_printf(out, "%s,", plan->people[leave->person].id);
    append_date(plan, leave->from, out);
    g_string_append_c(out, ',');
    append_date(plan, leave->to, out);
    g_string_append_printf(out, ",%s,%s\n", leave->kind,
                           leave->session ? session_id(leave->session) : "");
  }
}

void write_locks(const struct plan *plan, GString *out)
{
  g_string_append(out, "clinician,date,session,task,site\n");
  for (int i = 0; i < plan->n_locks; i++) {
    const struct plan_lock *lock = &plan->locks[i];
    g_string_append_printf(out, "%s,", plan->people[lock->person].id);
    append_date(plan, lock->day, out);
    g_string_append_printf(out, ",%s,%s,%s\n", session_id(lock->session), lock->task,
                           plan_site_id(plan, lock->site));
  }
}
