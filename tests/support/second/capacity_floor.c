#include "tests/support/second/second.h"

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

static int64_t offered_in(const struct second *second, const struct rule_use *use, int first_week,
                          int last_week)
{
  int64_t n = 0;
  for (int i = 0; i < second->count; i++) {
    int week = second->days[second->slots[second->items[i].slot].day].week;
    if (first_week <= week && week <= last_week && second_in_scope(second, use, &second->items[i]))
      n += offered(second, use, second->items[i].task, second->slots[second->items[i].slot].minutes,
                   second->items[i].clinician, second_date(second, second->items[i].slot));
  }
  return n;
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
