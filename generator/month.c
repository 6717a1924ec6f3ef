/* The month: who is away when, and what is fixed beforehand. */
#include "generator/steps.h"
#include "model/bank_holidays.h"

#include <string.h>

enum { LEAVE_PERCENT = 13, AWAY_PERCENT = 22, TRIES_EACH = 60 };

struct absence {
  const char *kind;
  int percent;
  int least_days, most_days; /* in calendar days */
  bool from_monday;
};

static const struct absence absences[] = {
    {"annual", 38, 5, 5, true}, {"annual", 34, 1, 2, false}, {"annual", 6, 12, 12, true},
    {"study", 12, 1, 1, false}, {"sick", 7, 1, 4, false},    {"carer", 3, 1, 1, false},
};

static int staff_of(const struct plan *plan, int hub)
{
  int count = 0;
  for (int i = 0; i < plan->n_people; i++)
    count += plan->people[i].base == hub;
  return count;
}

static int away_of(const struct plan *plan, int hub, int day)
{
  int count = 0;
  for (int i = 0; i < plan->n_people; i++)
    count += plan->people[i].base == hub && plan->people[i].away[day - 1] != 0;
  return count;
}

static int sessions_of_day(const struct plan *plan, int person, int day, int session)
{
  int sessions = 0;
  for (int s = AM; s <= EVE; s *= 2)
    sessions += (session == 0 || s == session) && plan_works(plan, person, day, s);
  return sessions;
}

static int sessions_due(const struct plan *plan, int person, int from, int to, int session)
{
  int sessions = 0;
  for (int day = from; day <= to; day++)
    sessions += sessions_of_day(plan, person, day, session);
  return sessions;
}

/* Leave on bank holidays alone takes nobody from anything. */
static bool takes_something(const struct plan *plan, int person, int from, int to, int session)
{
  for (int day = from; day <= to; day++)
    if (!bank_holidays_has(plan->first_date + day - 1) &&
        sessions_of_day(plan, person, day, session) > 0)
      return true;
  return false;
}

/* Who else runs the line's clinics and is there in that session? */
static int others_for(const struct plan *plan, int person, const struct plan_line *line, int day,
                      int session)
{
  int others = 0;
  for (int i = 0; i < plan->n_people; i++)
    others += i != person && plan_runs(plan, i, line) && plan_works(plan, i, day, session) &&
              !plan_arranged(plan, i, plan_weekday(plan, day), session);
  return others;
}

/* Would the person's leave on that day leave a clinic that few can run to nobody? */
static bool is_missed(const struct plan *plan, int person, int day)
{
  for (int half = 0; half < 2 && plan_weekday(plan, day) < WEEKDAYS; half++) {
    int session = half == 0 ? AM : PM;
    for (guint i = 0; i < plan->demand->len && plan_works(plan, person, day, session); i++) {
      const struct plan_line *line = &g_array_index(plan->demand, struct plan_line, i);
      if (line->asked[2 * plan_weekday(plan, day) + half] && plan_runs(plan, person, line) &&
          others_for(plan, person, line, day, session) < line->need)
        return true;
    }
  }
  return false;
}

/* Would the person's leave on that day leave a venue no more of those who go there than it needs?
 */
static bool is_missed_at_venue(const struct plan *plan, int person, int day)
{
  for (int s = 0; s < plan->n_sites; s++) {
    int others = 0;
    if (plan->sites[s].place->kind != PLACE_VENUE || s == plan->cad_site ||
        plan_venue_weekday(plan, s) != plan_weekday(plan, day) ||
        !(plan->people[person].sites >> s & 1) || !plan_works(plan, person, day, PM))
      continue;
    for (int i = 0; i < plan->n_people; i++)
      others += i != person && (plan->people[i].sites >> s & 1) && plan_works(plan, i, day, PM);
    if (others <= VENUE_STAFF)
      return true;
  }
  return false;
}

/* In how many half-days both are at work, if the person is away on these days. */
static int shared(const struct plan *plan, int person, int other, int from, int to)
{
  int half_days = 0;
  for (int day = 1; day <= plan->n_days; day++)
    for (int session = AM; session <= PM && (day < from || day > to); session *= 2)
      half_days += plan_weekday(plan, day) < WEEKDAYS &&
                   !bank_holidays_has(plan->first_date + day - 1) &&
                   plan_works(plan, person, day, session) && plan_works(plan, other, day, session);
  return half_days;
}

/* Would the person's leave leave them hardly a day of the month with who supervises them, or with
 * somebody whom they supervise? */
static bool is_missed_by_pairs(const struct plan *plan, int person, int from, int to)
{
  enum { SHARED_LEAST = 4 };
  for (int i = 0; i < plan->n_people; i++)
    if ((plan->people[person].supervisor == i || plan->people[i].supervisor == person) &&
        shared(plan, person, i, from, to) < MIN(shared(plan, person, i, 0, 0), SHARED_LEAST))
      return true;
  return false;
}

/* Would the person's leave on that day leave an evening without anybody to be on duty? */
static bool is_missed_in_the_evening(const struct plan *plan, int person, int day)
{
  if (plan->people[person].band < 7 || !plan_works(plan, person, day, EVE))
    return false;
  for (int i = 0; i < plan->n_people; i++)
    if (i != person && plan->people[i].band >= 7 && plan_works(plan, i, day, EVE))
      return false;
  return true;
}

/* What the week from that Monday has at the site of FCPs, if the person is away on these days. */
static int fcp_sessions(const struct plan *plan, int site, int monday, int person, int from, int to)
{
  int sessions = 0;
  for (int day = MAX(monday, 1); day < monday + WEEKDAYS && day <= plan->n_days; day++)
    for (int i = 0; i < plan->n_people; i++)
      if (plan->people[i].fcp_stage > 0 && plan->people[i].sites >> site & 1 &&
          !bank_holidays_has(plan->first_date + day - 1) &&
          !(i == person && from <= day && day <= to))
        sessions += plan_works(plan, i, day, AM) + plan_works(plan, i, day, PM);
  return sessions;
}

/* Would the person's leave leave a PCN of theirs, in some week, less than it is owed? */
static bool is_missed_at_network(const struct plan *plan, int person, int from, int to)
{
  const struct plan_person *who = &plan->people[person];
  for (int s = 0; s < plan->n_sites && who->fcp_stage > 0; s++) {
    const struct place *place = plan->sites[s].place;
    int due = (place->patients + plan->patients_per_session - 1) / plan->patients_per_session;
    if (place->kind != PLACE_PCN || !(who->sites >> s & 1))
      continue;
    for (int monday = from - plan_weekday(plan, from); monday <= to; monday += PLAN_DAYS)
      if (fcp_sessions(plan, s, monday, person, from, to) < due)
        return true;
  }
  return false;
}

/* May the person be away on those days without emptying the team? Nobody is away
 * twice at once, and leave begins and ends on weekdays. */
static bool can_be_away(const struct plan *plan, int person, int from, int to)
{
  const struct plan_person *who = &plan->people[person];
  if (from < 1 || to > plan->n_days || plan_weekday(plan, from) >= WEEKDAYS ||
      plan_weekday(plan, to) >= WEEKDAYS)
    return false;
  if (is_missed_at_network(plan, person, from, to) || is_missed_by_pairs(plan, person, from, to))
    return false;
  int most = MAX(staff_of(plan, who->base) * AWAY_PERCENT / 100, 1);
  for (int day = from; day <= to; day++) {
    if (who->away[day - 1])
      return false;
    if (plan_weekday(plan, day) < WEEKDAYS && away_of(plan, who->base, day) >= most)
      return false;
    if (is_missed(plan, person, day) || is_missed_in_the_evening(plan, person, day) ||
        is_missed_at_venue(plan, person, day))
      return false;
  }
  return true;
}

static const struct absence *draw_absence(struct dice *dice)
{
  int roll = dice_below(dice, 100);
  const struct absence *absence = absences;
  while (roll >= absence->percent)
    roll -= absence++->percent;
  return absence;
}

/* Books one absence; returns the sessions it costs, 0 if it could not be. */
static int book(struct plan *plan, int person, struct dice *dice)
{
  const struct absence *absence = draw_absence(dice);
  int from = dice_between(dice, 1, plan->n_days);
  if (absence->from_monday)
    from -= plan_weekday(plan, from); /* perhaps to before the month */
  int to = from + dice_between(dice, absence->least_days, absence->most_days) - 1;
  bool half = absence->most_days <= 2 && absence->least_days == 1 && dice_chance(dice, 15);
  if (half)
    to = from;
  if (!can_be_away(plan, person, from, to))
    return 0;
  int session = !half ? 0 : dice_chance(dice, 50) ? AM : PM;
  int sessions = sessions_due(plan, person, from, to, session);
  if (!takes_something(plan, person, from, to, session))
    return 0;
  struct plan_leave leave = {person, from, to, session, absence->kind};
  g_array_append_val(plan->leave, leave);
  uint8_t halves = session == 0 ? AM | PM : (uint8_t)session;
  for (int day = from; day <= to; day++)
    plan->people[person].away[day - 1] |= halves;
  return sessions;
}

static int by_day(const void *one, const void *two)
{
  const struct plan_leave *a = one, *b = two;
  return a->from != b->from ? a->from - b->from : a->person - b->person;
}

static void grant_leave(struct plan *plan, struct dice *dice)
{
  int due = 0;
  g_autofree int *order = g_new(int, (gsize)plan->n_people);
  for (int i = 0; i < plan->n_people; i++) {
    order[i] = i;
    due += sessions_due(plan, i, 1, plan->n_days, 0);
  }
  dice_shuffle(dice, order, plan->n_people);
  int left = due * LEAVE_PERCENT / 100;
  for (int i = 0; i < plan->n_people * TRIES_EACH && left > 0; i++)
    left -= book(plan, order[i % plan->n_people], dice);
  g_array_sort(plan->leave, by_day);
}

/* Fixes one session: the first person from `start` on who is there that day and
 * has nothing agreed that could stand against it. */
static void lock(struct plan *plan, int start, int day, const char *task, int skill)
{
  for (int i = 0; i < plan->n_people; i++) {
    int person = (start + i) % plan->n_people;
    const struct plan_person *who = &plan->people[person];
    if (who->arrangement != ARRANGED_NOTHING || who->phased_return ||
        !plan_works(plan, person, day, PM) ||
        (skill != NOBODY && !(who->specialties >> skill & 1)) || is_missed(plan, person, day))
      continue;
    plan->locks[plan->n_locks++] =
        (struct plan_lock){person, day, PM, skill == NOBODY ? plan->remote : who->base, task};
    return;
  }
}

void plan_fill_month(struct plan *plan)
{
  enum { DAYS_LATER = 5 }; /* from the event's Thursday to a Tuesday */
  struct dice dice = dice_new(plan->settings.seed, DICE_MONTH);
  grant_leave(plan, &dice);
  lock(plan, dice_below(&dice, plan->n_people), plan->event_day - 1, "support", NOBODY);
  if (plan->n_people >= 20)
    lock(plan, dice_below(&dice, plan->n_people), plan->event_day + DAYS_LATER, specialty_ids[0],
         0);
}
