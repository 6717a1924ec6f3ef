#include "tests/support/second/second.h"

#include <string.h>

static int64_t offered(const struct second *second, const struct rule_use *use, int by, int minutes,
                       int clinician, int date)
{
  int sees = clinician == NONE ? 100 : second_post(second, clinician, date)->sees_percent;
  const struct task *task = &second->service->tasks[by];
  const bool *kinds = second_set(use, "contacts");
  int64_t slots = 0, all = 0;
  for (int k = 0; k < second->service->slot_kinds.count; k++) {
    slots += !kinds || kinds[k] ? second_round((int64_t)task->slots[k] * sees, 100) : 0;
    all += task->slots[k];
  }
  if (!kinds && all == 0 && task->minutes_per_contact > 0)
    return (int64_t)minutes * sees / ((int64_t)100 * task->minutes_per_contact);
  return slots;
}

/* Is the site's debrief of that use in the slot? */
static bool has_debrief(const struct second *second, const struct rule_use *use, int slot, int site)
{
  int last = NONE;
  for (int s = 0; s < second->n_slots; s++)
    if (second->slots[s].day == second->slots[slot].day && second->slots[s].ordinary &&
        second_when(second, use, s) && second_open(second, s, site))
      last = s;
  return last == slot && second_site(use, site) && !second->service->sites[site].remote;
}

/* Section 5, debrief: the minutes that the assignment gives to it. */
static int64_t debriefed(const struct second *second, const struct assignment *item)
{
  const struct service *service = second->service;
  int64_t most = 0;
  for (int u = 0; u < service->n_uses; u++) {
    const struct rule_use *use = &service->uses[u];
    if (strcmp(use->rule->name, "debrief") != 0)
      continue;
    bool given = has_debrief(second, use, item->slot, item->site);
    for (int p = 0; p < service->n_sites && service->sites[item->site].remote; p++)
      given |= has_debrief(second, use, item->slot, p) &&
               second_among(second, second_set(use, "leaders"), item->clinician,
                            second_date(second, item->slot));
    most = MAX(most, given ? second_value(use, "minutes") : 0);
  }
  return MIN(most, second->slots[item->slot].minutes);
}

/* In hundredths. */
static int64_t offered_by(const struct second *second, const struct rule_use *use,
                          const struct assignment *item)
{
  const struct task *task = &second->service->tasks[item->task];
  int64_t all = 0, minutes = second->slots[item->slot].minutes;
  int64_t left = minutes - debriefed(second, item);
  int date = second_date(second, item->slot);
  for (int k = 0; k < second->service->slot_kinds.count; k++)
    all += task->slots[k];
  if (all == 0)
    return 100 * offered(second, use, item->task, (int)left, item->clinician, date);
  return second_round(
      100 * offered(second, use, item->task, (int)minutes, item->clinician, date) * left, minutes);
}

static int64_t offered_in(const struct second *second, const struct rule_use *use, int first_week,
                          int last_week)
{
  int64_t n = 0;
  for (int i = 0; i < second->count; i++) {
    int week = second->days[second->slots[second->items[i].slot].day].week;
    if (first_week <= week && week <= last_week && second_in_scope(second, use, &second->items[i]))
      n += offered_by(second, use, &second->items[i]);
  }
  return n / 100;
}

static bool is_holiday(const struct second *second, int date)
{
  bool holiday = false;
  for (int i = 0; i < second->service->n_holidays; i++)
    holiday |= second->service->holidays[i] == date;
  return holiday;
}

/* What the published days of the week have: sessions, and contacts. */
struct neighbour {
  bool published;
  int64_t open, held;
};

static struct neighbour read_neighbour(const struct second *second, const struct rule_use *use,
                                       int week)
{
  struct neighbour out = {false, 0, 0};
  int d = 0;
  while (second->days[d].week != week)
    d++;
  int monday = second->days[d].date - second->days[d].weekday;
  for (int date = monday; date < monday + 7; date++) {
    const struct history *history = second_published(second, date);
    if (!history)
      continue;
    out.published = true;
    for (int b = 0; b < second->service->n_blocks; b++)
      out.open += !is_holiday(second, date) &&
                  second_weekly(&second->service->week, second_weekday(date), b) &&
                  second_falls(&use->scope.when, date, b);
    for (int i = 0; i < history->n_assignments; i++) {
      const struct past_assignment *past = &history->assignments[i];
      if (past->date == date && past->task != NONE && second_shared_in_scope(second, use, past))
        out.held += offered(second, use, past->task, past->to_minute - past->from_minute,
                            past->clinician, date);
    }
  }
  return out;
}

static int64_t due_in(const struct second *second, const struct rule_use *use, int week)
{
  int64_t open = 0, ordinary = 0, least = second_value(use, "least");
  for (int s = 0; s < second->n_slots; s++)
    open += second->days[second->slots[s].day].week == week && second->slots[s].ordinary &&
            second_when(second, use, s);
  for (int weekday = 0; weekday < 7; weekday++)
    for (int b = 0; b < second->service->n_blocks; b++)
      ordinary += second_weekly(&second->service->week, weekday, b) &&
                  second_weekly(&use->scope.when, weekday, b);
  if (ordinary == 0)
    return 0;
  struct neighbour neighbour = read_neighbour(second, use, week);
  int64_t all = open + neighbour.open;
  int64_t due = all >= ordinary ? least : second_round(least * all, ordinary);
  if (!neighbour.published)
    return due;
  return MIN(second_above(due, neighbour.held), open * second_up(least, ordinary));
}

static void read_capacity_floor(const struct second *second, const struct rule_use *use,
                                struct second_sum *sum)
{
  if (second_is(use, "per", "month"))
    second_find(
        sum,
        second_above(second_value(use, "least"), offered_in(second, use, 0, second->n_weeks - 1)),
        second_price(use));
  for (int w = 0; w < second->n_weeks && second_is(use, "per", "week"); w++)
    second_find(sum, second_above(due_in(second, use, w), offered_in(second, use, w, w)),
                second_price(use));
}

const struct second_reading second_capacity_floor = {
    .rule = "capacity_floor",
    .read = read_capacity_floor,
    .uses = {"least: 60",
             "least: 41, contacts: new, task: [clinic, spine], at: hub, from: MONTH-04",
             "least: 30, contacts: [fcp, follow_up], sessions: [mon-wed, sat am], until: MONTH-24",
             "least: 20, contacts: [fcp, new], who: {not: {clinicians: cat}}",
             "least: 700, per: month",
             "least: 90, per: month, task: calls, from: MONTH-03, until: MONTH-25"},
};
