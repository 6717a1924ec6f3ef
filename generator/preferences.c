/* Writes a clinician's preferences, within what the service's criteria allow. */
#include "generator/writers.h"

#include "model/bank_holidays.h"
#include "model/date.h"

#include <string.h>

enum { SEND_PERCENT = 70, LATE_PERCENT = 5, CLOSE_DAY = 10 };

/* The last day of files is the 10th of the month before; a few come after it. */
static void write_head(const struct plan *plan, int person, struct dice *dice, GString *out)
{
  int year = date_year(plan->first_date), month = date_month(plan->first_date);
  int before_year = month == 1 ? year - 1 : year, before = month == 1 ? 12 : month - 1;
  char planned[DATE_TEXT_SIZE];
  int day = dice_chance(dice, LATE_PERCENT) ? dice_between(dice, CLOSE_DAY + 1, CLOSE_DAY + 4)
                                            : dice_between(dice, 1, CLOSE_DAY);
  g_string_append_printf(
      out, "clinician: %s\nmonth: %s\nsubmitted: %04d-%02d-%02d\n", plan->people[person].id,
      month_id_format(plan->first_date, plan->settings.weeks, planned), before_year, before, day);
}

static void append_wish(GString *out, const char *section, bool *begun, const char *item,
                        const char *level)
{
  if (*begun)
    g_string_append(out, ", ");
  else
    g_string_append_printf(out, "%s: {", section);
  g_string_append_printf(out, "%s: %s", item, level);
  *begun = true;
}

static void close_wishes(GString *out, bool begun)
{
  if (begun)
    g_string_append(out, "}\n");
}

/* How a site other than the base is liked: none is loved, and two at most are to be
 * avoided, for the criteria allow no more; none that has the person as its own. */
static const char *away_level(struct dice *dice, bool own, int *avoided)
{
  static const char *const levels[] = {"dislike", "dislike", "like", "like", "avoid"};
  const char *level = levels[dice_below(dice, G_N_ELEMENTS(levels) - (own || *avoided >= 2))];
  *avoided += level[0] == 'a';
  return level;
}

static void write_locations(const struct plan *plan, const struct plan_person *person,
                            struct dice *dice, GString *out)
{
  bool begun = false;
  int index = (int)(person - plan->people), avoided = 0;
  if (dice_chance(dice, 40))
    append_wish(out, "locations", &begun, plan_site_id(plan, person->base),
                dice_chance(dice, 50) ? "love" : "like");
  for (int s = 0; s < plan->n_sites; s++) {
    if (s == person->base || s == plan->cad_site || !(person->sites >> s & 1) ||
        (plan->sites[s].place->kind == PLACE_VENUE && !plan_can_do(plan, index, NULL, s)))
      continue;
    if (s == plan->remote && dice_chance(dice, 20))
      append_wish(out, "locations", &begun, "remote", dice_chance(dice, 70) ? "like" : "dislike");
    else if (s != plan->remote && dice_chance(dice, 30)) {
      const char *level = away_level(dice, plan_is_named(&plan->sites[s], index), &avoided);
      if (s != plan->bus || plan_can_do(plan, index, "mobile", s))
        append_wish(out, "locations", &begun, plan_site_id(plan, s), level);
    }
  }
  close_wishes(out, begun);
}

static void write_tasks_asked(const struct plan *plan, int index, struct dice *dice, GString *out)
{
  const struct plan_person *person = &plan->people[index];
  bool begun = false, avoided = false;
  for (int k = 0; k < plan->n_specialties; k++)
    if ((person->specialties >> k & 1) && dice_chance(dice, 40) &&
        plan_can_do(plan, index, specialty_ids[k], NOBODY))
      append_wish(out, "tasks", &begun, specialty_ids[k], dice_chance(dice, 50) ? "love" : "like");
  if (person->fcp_stage > 0 && dice_chance(dice, 40))
    append_wish(out, "tasks", &begun, "fcp", dice_chance(dice, 60) ? "like" : "dislike");
  if (person->band >= 7 && dice_chance(dice, 25))
    append_wish(out, "tasks", &begun, "duty", "dislike");
  if (dice_chance(dice, 20) && plan_can_do(plan, index, "calls", NOBODY)) {
    avoided = dice_chance(dice, 40);
    append_wish(out, "tasks", &begun, "calls", avoided ? "avoid" : "dislike");
  }
  if (person->rehab && !avoided && dice_chance(dice, 30) &&
      plan_can_do(plan, index, "class", NOBODY))
    append_wish(out, "tasks", &begun, "class", dice_chance(dice, 50) ? "like" : "avoid");
  close_wishes(out, begun);
}

/* A day and session on which the person is due at work, or false. */
static bool draw_date(const struct plan *plan, int person, struct dice *dice, int *day,
                      int *session)
{
  enum { TRIES = 20 };
  for (int i = 0; i < TRIES; i++) {
    *day = dice_between(dice, 4, plan->n_days);
    *session = dice_chance(dice, 50) ? AM : PM;
    if (plan_weekday(plan, *day) < WEEKDAYS && plan_works(plan, person, *day, *session) &&
        !bank_holidays_has(plan->first_date + *day - 1))
      return true;
  }
  return false;
}

static void write_off(const struct plan *plan, int person, struct dice *dice, GString *out)
{
  int day, session;
  if (!draw_date(plan, person, dice, &day, &session))
    return;
  char date[DATE_TEXT_SIZE];
  g_autofree char *when = g_strdup_printf("%s %s", plan_date(plan, day, date), session_id(session));
  const char *how = dice_chance(dice, 40) ? ", how: like" : "";
  if (!strstr(out->str, when)) /* nobody asks twice for the same */
    g_string_append_printf(out, "  - {on: %s, want: off%s}\n", when, how);
}

static int first_specialty(const struct plan_person *person)
{
  int specialty = 0;
  while (!(person->specialties >> specialty & 1))
    specialty++;
  return specialty;
}

static bool is_asked_at(const struct plan *plan, const char *task, int site, int weekday,
                        int session)
{
  for (guint i = 0; i < plan->demand->len; i++) {
    const struct plan_line *line = &g_array_index(plan->demand, struct plan_line, i);
    if (line->site == site && line->task && strcmp(line->task, task) == 0 &&
        plan_asked(plan, line, weekday, session))
      return true;
  }
  return false;
}

static void write_place(const struct plan *plan, int person, struct dice *dice, GString *out)
{
  const struct plan_person *who = &plan->people[person];
  int day, session;
  if (!draw_date(plan, person, dice, &day, &session) ||
      plan_arranged(plan, person, plan_weekday(plan, day), session))
    return;
  g_string_append_printf(out, "  - {every: %s %s, want: ", weekday_ids[plan_weekday(plan, day)],
                         session_id(session));
  const char *task = who->specialties ? specialty_ids[first_specialty(who)] : NULL;
  if (task && dice_chance(dice, 60) &&
      is_asked_at(plan, task, who->base, plan_weekday(plan, day), session))
    g_string_append_printf(out, "{task: %s, at: %s}}\n", task, plan_site_id(plan, who->base));
  else
    g_string_append(out, "{at: remote}, how: like}\n");
}

static void write_requests(const struct plan *plan, int person, struct dice *dice, GString *out)
{
  GString *requests = g_string_new(NULL);
  if (dice_chance(dice, 35))
    write_off(plan, person, dice, requests);
  if (dice_chance(dice, 20))
    write_off(plan, person, dice, requests);
  if (dice_chance(dice, 25))
    write_place(plan, person, dice, requests);
  if (requests->len > 0)
    g_string_append_printf(out, "sessions:\n%s", requests->str);
  g_string_free(requests, TRUE);
}

/* Are both at work in some sessions of the month? In more than what is agreed with one of
 * them may take. */
static bool can_meet(const struct plan *plan, int person, int other)
{
  enum { SHARED_LEAST = 6 };
  int shared = 0;
  for (int day = 1; day <= plan->n_days; day++)
    for (int session = AM; session <= PM; session *= 2)
      shared += plan_weekday(plan, day) < WEEKDAYS && plan_works(plan, person, day, session) &&
                plan_works(plan, other, day, session);
  return shared >= SHARED_LEAST;
}

static void write_people(const struct plan *plan, int person, struct dice *dice, GString *out)
{
  int other = dice_below(dice, plan->n_people);
  if (other != person && plan->people[other].base == plan->people[person].base &&
      can_meet(plan, person, other))
    g_string_append_printf(out, "people: {%s: %s}\n", plan->people[other].id,
                           dice_chance(dice, 85) ? "like" : "dislike");
}

/* Is the person ever there? Whoever is away all month asks for nothing. */
static bool is_at_work(const struct plan *plan, int person)
{
  return can_meet(plan, person, person);
}

bool write_preferences(const struct plan *plan, int person, GString *out)
{
  struct dice dice = dice_new(plan->settings.seed, DICE_PREFERENCES + (uint64_t)person);
  if (!dice_chance(&dice, SEND_PERCENT) || !is_at_work(plan, person))
    return false;
  write_head(plan, person, &dice, out);
  write_locations(plan, &plan->people[person], &dice, out);
  write_tasks_asked(plan, person, &dice, out);
  write_requests(plan, person, &dice, out);
  write_people(plan, person, &dice, out);
  return true;
}
