/* Writes travel.csv, leave.csv and locks.csv. */
#include "generator/writers.h"

static bool is_made(const struct plan *plan, int a, int b)
{
  for (int i = 0; i < plan->n_people; i++)
    if (plan->people[i].sites >> a & 1 && plan->people[i].sites >> b & 1)
      return true;
  return false;
}

void write_travel(const struct plan *plan, GString *out)
{
  g_string_append(out, "from,to,minutes,without_car\n");
  for (int a = 0; a < plan->n_sites; a++)
    for (int b = a + 1; b < plan->n_sites; b++) {
      const struct place *from = plan->sites[a].place, *to = plan->sites[b].place;
      if (from->kind < PLACE_BUS && to->kind < PLACE_BUS && is_made(plan, a, b))
        g_string_append_printf(out, "%s,%s,%d,%d\n", from->id, to->id, place_minutes(from, to),
                               place_minutes_without_car(from, to));
    }
}

static void append_date(const struct plan *plan, int day, GString *out)
{
  char text[DATE_TEXT_SIZE];
  g_string_append(out, plan_date(plan, day, text));
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
