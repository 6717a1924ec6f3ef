#include "tests/support/second/second.h"

/* A whole period, which may reach beyond the month. */
struct span {
  int from, until;
};

static struct span period_of(const struct second *second, const struct rule_use *use, int date)
{
  if (second_is(use, "per", "day"))
    return (struct span){date, date};
  if (second_is(use, "per", "month"))
    return (struct span){second->first, second->last};
  int monday = date - second_weekday(date);
  return (struct span){monday, monday + 6};
}

/* What one session of such a length counts. */
static int each(const struct rule_use *use, int minutes)
{
  return second_is(use, "count", "minutes") ? minutes : 1;
}

/* By days, 1 for each with any; otherwise all. */
static int add_up(const struct rule_use *use, int of_day)
{
  return second_is(use, "count", "days") ? MIN(of_day, 1) : of_day;
}

static int counted(const struct second *second, const struct rule_use *use, int clinician, int date)
{
  int n = 0;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->days[second->slots[second->items[i].slot].day].date == date &&
        second_in_scope(second, use, &second->items[i]))
      n += each(use, second->slots[second->items[i].slot].minutes);
  return add_up(use, n);
}

/* Is the task, in scope, among what is published of the period? */
static bool is_published(const struct second *second, const struct rule_use *use, int clinician,
                         struct span period, int task)
{
  for (int date = period.from; date <= period.until; date++) {
    const struct history *history = second_published(second, date);
    for (int i = 0; history && second_is(use, "per", "week") && i < history->n_assignments; i++)
      if (history->assignments[i].clinician == clinician && history->assignments[i].date == date &&
          history->assignments[i].task == task &&
          second_shared_in_scope(second, use, &history->assignments[i]))
        return true;
  }
  return false;
}

static bool is_done(const struct second *second, const struct rule_use *use, int clinician,
                    struct span period, int task)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    int date = second->days[second->slots[second->items[i].slot].day].date;
    if (second->items[i].task == task && period.from <= date && date <= period.until &&
        second_in_scope(second, use, &second->items[i]))
      return true;
  }
  return false;
}

/* The different tasks in scope of a period: `held`, those published; `n`, the others of the
 * month. */
static void read_tasks(const struct second *second, const struct rule_use *use, int clinician,
                       struct span period, int *n, int *held)
{
  *n = *held = 0;
  for (int t = 0; t < second->service->n_tasks; t++)
    if (is_published(second, use, clinician, period, t))
      ++*held;
    else
      *n += is_done(second, use, clinician, period, t);
}

static int possible(const struct second *second, const struct rule_use *use, int clinician,
                    int date)
{
  int n = 0;
  for (int s = 0; s < second->n_slots; s++)
    if (second->days[second->slots[s].day].date == date && second_present(second, clinician, s) &&
        second_could(second, use, clinician, s))
      n += each(use, second->slots[s].minutes);
  return add_up(use, n);
}

static int usual(const struct second *second, const struct rule_use *use, int clinician, int date)
{
  int n = 0, weekday = second_weekday(date);
  for (int b = 0; b < second->service->n_blocks; b++)
    if (second_weekly(second_works(second, clinician, date), weekday, b) &&
        second_weekly(&second->service->week, weekday, b) &&
        second_weekly(&use->scope.when, weekday, b))
      n += each(use, second->service->blocks[b].to_minute - second->service->blocks[b].from_minute);
  return add_up(use, n);
}

/* What the clinician has on a published day: of the use, or, in its sessions, of anything. */
static int published(const struct second *second, const struct history *history,
                     const struct rule_use *use, int clinician, int date, bool anything)
{
  struct rule_use sessions = {.scope = {.posts = use->scope.posts, .when = use->scope.when}};
  int n = 0;
  for (int i = 0; i < history->n_assignments; i++)
    if (history->assignments[i].clinician == clinician && history->assignments[i].date == date &&
        second_shared_in_scope(second, anything ? &sessions : use, &history->assignments[i]))
      n += each(use, history->assignments[i].to_minute - history->assignments[i].from_minute);
  return add_up(use, n);
}

/* A period: what is done and could be done in the month, what a published neighbour has of
 * both, and the whole. */
struct tally {
  int n, could, whole, held, worked;
  bool shared;
};

static int64_t fewest(const struct rule_use *use, const struct tally *tally)
{
  if (!second_given(use, "least") || tally->whole == 0)
    return 0;
  int64_t least = second_value(use, "least");
  int all = tally->could + tally->worked;
  int64_t due = all >= tally->whole ? least : second_round(least * all, tally->whole);
  return tally->shared ? MIN(second_above(due, tally->held), tally->could) : due;
}

static void read_period(const struct second *second, const struct rule_use *use, int clinician,
                        struct span period, struct second_sum *sum)
{
  struct tally tally = {0};
  for (int date = period.from; date <= period.until; date++) {
    tally.whole += usual(second, use, clinician, date);
    if (date >= second->first && date <= second->last) {
      tally.n += counted(second, use, clinician, date);
      tally.could += possible(second, use, clinician, date);
      continue;
    }
    const struct history *history = second_published(second, date);
    if (!history)
      continue;
    tally.shared = true;
    tally.held += published(second, history, use, clinician, date, false);
    tally.worked += published(second, history, use, clinician, date, true);
  }
  if (second_is(use, "count", "tasks"))
    read_tasks(second, use, clinician, period, &tally.n, &tally.held);
  int64_t most =
      second_given(use, "most") ? second_above(second_value(use, "most"), tally.held) : tally.n;
  int unit = second_is(use, "count", "minutes") ? second_value(use, "per_minutes") : 1;
  second_find(sum, second_up(second_above(tally.n, most), unit), second_price(use));
  second_find(sum, second_up(second_above(fewest(use, &tally), tally.n), unit), second_price(use));
}

static void read_count_limit(const struct second *second, const struct rule_use *use,
                             struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    for (int date = second->first; date <= second->last && second_who(second, use, c);) {
      struct span period = period_of(second, use, date);
      read_period(second, use, c, period, sum);
      date = period.until + 1;
    }
}

const struct second_reading second_count_limit = {
    .rule = "count_limit",
    .read = read_count_limit,
    .uses = {"per: day, most: 1, at: [hub, pcn]", "per: day, least: 1, task: [clinic, spine]",
             "per: week, least: 3, most: 6, who: {band: [5, 6]}, task: clinic",
             "per: week, least: 2, count: days, sessions: mon-wed am, task: [clinic, duty]",
             "per: week, least: 7, from: MONTH-04, until: MONTH-23",
             "per: week, most: 1, count: days, at: hub, until: MONTH-27",
             "per: month, least: 9, most: 11, count: days, who: {not: {team: hove}}",
             "per: month, least: 20, sessions: [all am, tue eve], at: hub",
             "per: day, most: 2, count: tasks",
             "per: month, most: 3, count: tasks, at: [hub, remote], from: MONTH-03",
             "per: week, least: 700, most: 1300, count: minutes, per_minutes: 40, at: [hub, pcn]",
             "per: month, most: 0, task: duty, who: {tag: clinical-educator}"},
};
