#include "generator/plan.h"

#include "model/bank_holidays.h"
#include "model/pattern.h"

#include <string.h>

const char *const weekday_ids[PLAN_DAYS] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
const char *const specialty_ids[SPECIALTIES_MAX] = {"spine", "shoulder", "knee", "pain"};

struct plan *plan_new(const struct generator_settings *settings)
{
  struct plan *plan = g_new0(struct plan, 1);
  plan->settings = *settings;
  plan->n_people = settings->clinicians;
  plan->people = g_new0(struct plan_person, (gsize)plan->n_people);
  plan->demand = g_array_new(FALSE, FALSE, sizeof(struct plan_line));
  plan->leave = g_array_new(FALSE, FALSE, sizeof(struct plan_leave));
  return plan;
}

void plan_free(struct plan *plan)
{
  if (!plan)
    return;
  names_free(plan->names, plan->n_people);
  g_free(plan->people);
  g_array_unref(plan->demand);
  g_array_unref(plan->leave);
  g_free(plan);
}

int plan_sessions(const struct plan_person *person)
{
  int sessions = 0;
  for (int week = 0; week < FORTNIGHT; week++)
    for (int weekday = 0; weekday < WEEKDAYS; weekday++)
      for (int session = AM; session <= EVE; session *= 2)
        sessions += (person->works[week][weekday] & session) != 0;
  return sessions;
}

int plan_support_percent(const struct plan_person *person)
{
  if (person->band >= 8 || person->fcp_stage > 0)
    return 30;
  return person->band == 7 ? 20 : 10;
}

int plan_weekday(const struct plan *plan, int day)
{
  return date_weekday(plan->first_date + day - 1);
}

const char *plan_date(const struct plan *plan, int day, char text[DATE_TEXT_SIZE])
{
  return date_format(plan->first_date + day - 1, text);
}

bool plan_works(const struct plan *plan, int person, int day, int session)
{
  const struct plan_person *who = &plan->people[person];
  int date = plan->first_date + day - 1;
  int week = pattern_cycle_week(plan->first_monday, FORTNIGHT, date);
  int half = session == AM ? AM : PM; /* an evening goes with the afternoon */
  return (who->works[week][date_weekday(date)] & session) && day >= who->joins &&
         (who->leaves == 0 || day <= who->leaves) && !(who->away[day - 1] & half);
}

bool plan_arranged(const struct plan *plan, int person, int weekday, int session)
{
  const struct plan_person *who = &plan->people[person];
  return (who->arrangement == EVERY_AT_REMOTE || who->arrangement == EVERY_SUPPORT) &&
         who->arranged_day == weekday && who->arranged_session == session;
}

bool plan_runs(const struct plan *plan, int person, const struct plan_line *line)
{
  const struct plan_person *who = &plan->people[person];
  if (!line->task || line->site == NOBODY || !(who->sites >> line->site & 1))
    return false;
  for (int k = 0; k < plan->n_specialties; k++)
    if (strcmp(line->task, specialty_ids[k]) == 0)
      return who->specialties >> k & 1;
  return strcmp(line->task, "class") == 0 && who->rehab;
}

bool plan_is_named(const struct plan_site *site, int person)
{
  for (int n = 0; n < NAMED_MOST; n++)
    if (site->named[n] == person)
      return true;
  return false;
}

int plan_venue_weekday(const struct plan *plan, int site)
{
  int venue = 0;
  for (int s = 0; s < site; s++)
    venue += plan->sites[s].place->kind == PLACE_VENUE;
  return (WEDNESDAY + venue) % WEEKDAYS;
}

bool plan_asked(const struct plan *plan, const struct plan_line *line, int weekday, int session)
{
  if (g_str_has_prefix(line->part, "an afternoon"))
    return session == PM && weekday == plan_venue_weekday(plan, line->site);
  if (strcmp(line->part, "the bus") == 0)
    return weekday == TUESDAY || weekday == THURSDAY;
  return strcmp(line->part, "some half-days") != 0 || line->asked[2 * weekday + (session == PM)];
}

/* Is there a session of the month in which it is, and the person is free for it? */
static bool is_free_for(const struct plan *plan, int person, const struct plan_line *line)
{
  for (int day = 1; day <= plan->n_days; day++)
    for (int session = AM; session <= PM; session *= 2) {
      int weekday = plan_weekday(plan, day);
      if (weekday < WEEKDAYS && plan_works(plan, person, day, session) &&
          !plan_arranged(plan, person, weekday, session) &&
          !bank_holidays_has(plan->first_date + day - 1) &&
          plan_asked(plan, line, weekday, session))
        return true;
    }
  return false;
}

bool plan_can_do(const struct plan *plan, int person, const char *task, int site)
{
  for (guint i = 0; i < plan->demand->len; i++) {
    const struct plan_line *line = &g_array_index(plan->demand, struct plan_line, i);
    bool runs =
        line->task && (strcmp(line->task, "calls") == 0 || strcmp(line->task, "mobile") == 0 ||
                       strcmp(line->task, "drop-in") == 0 || plan_runs(plan, person, line));
    if (runs && (!task || strcmp(line->task, task) == 0) &&
        (site == NOBODY || line->site == site) && is_free_for(plan, person, line))
      return true;
  }
  return false;
}

const char *plan_site_id(const struct plan *plan, int site)
{
  return plan->sites[site].place->id;
}

const char *session_id(int session)
{
  switch (session) {
  case AM:
    return "am";
  case PM:
    return "pm";
  default:
    return "eve";
  }
}
