#include "model/reckoning.h"

#include <stdlib.h>

/* Minutes of a whole round of weeks in which both the clinician and the service work. */
static int round_minutes(const struct service *service, const struct works *works)
{
  int minutes = 0;
  for (int day = 0; day < works->n_weeks * WEEK_DAYS; day++) {
    const struct pattern *week = &works->weeks[day / WEEK_DAYS];
    unsigned both = week->blocks[day % WEEK_DAYS] & service->week.blocks[day % WEEK_DAYS];
    for (const struct block *block = service->blocks; both != 0; block++, both >>= 1)
      if (both & 1)
        minutes += block->to_minute - block->from_minute;
  }
  return minutes;
}

/* The whole minutes that one post's share of its contract comes to, the half up. */
static int64_t owed_in_post(const struct service *service, const struct post *post, int64_t here)
{
  int64_t week = round_minutes(service, &post->works) / post->works.n_weeks;
  if (week == 0)
    return 0;
  int64_t owed = here * post->week_minutes; /* times the minutes of the week */
  return owed / week + (2 * (owed % week) >= week);
}

int reckoning_contract_minutes(const struct problem *problem, int clinician,
                               const struct scope *scope)
{
  enum { QUARTER_MINUTES = 15 };
  const struct service *service = problem->service;
  const struct slot *slots = problem->month->slots;
  g_autofree int64_t *here = g_new0(int64_t, (gsize)service->n_posts + 1);
  int64_t owed = 0;
  for (int s = problem->month->n_slots - 1; s >= 0; s--)
    if (problem_present(problem, clinician, s) && slots[s].ordinary &&
        !problem_is_extra(problem, clinician, s) &&
        (!scope || scope_has_on(scope, problem, clinician, slots[s].date)))
      here[clinician_post(service, clinician, slots[s].date)] += slots[s].minutes;
  for (int p = 0; p < service->n_posts; p++)
    if (here[p] > 0)
      owed += owed_in_post(service, &service->posts[p], here[p]);
  int64_t quarters = owed / QUARTER_MINUTES, rest = owed % QUARTER_MINUTES;
  return (int)(2 * rest < QUARTER_MINUTES ? quarters : quarters + 1) * QUARTER_MINUTES;
}

bool reckoning_speaks_of(const struct problem *problem, const struct session_request *request,
                         int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  if (request->date != DATE_NONE && request->date != at->date)
    return false;
  return pattern_has(&request->when, at->date, at->block);
}

/* What a request is worth when it is met. */
static int request_worth(const struct criteria *criteria, const struct session_request *q)
{
  int of_its_own = q->off ? criteria->off_points[q->level] : UNLIMITED;
  return of_its_own != UNLIMITED
             ? of_its_own
             : criteria->request_points * criteria->points[q->level] / criteria->points[0];
}

/* asked(c) of docs/model.md: everything in the file, taken as points without a sign. */
static int64_t asked_in_all(const struct criteria *criteria, const struct preferences *file)
{
  const struct wish *wishes[] = {file->sites, file->tasks, file->people};
  int counts[] = {file->n_sites, file->n_tasks, file->n_people};
  int64_t total = 0;
  for (size_t kind = 0; kind < G_N_ELEMENTS(counts); kind++)
    for (int i = 0; i < counts[kind]; i++)
      total += abs(criteria->points[wishes[kind][i].level]);
  for (const struct session_request *q = file->requests; q < file->requests + file->n_requests; q++)
    total += (int64_t)q->sessions * abs(request_worth(criteria, q));
  return total;
}

/* pts from raw, or ppl from a level. */
static int after_cuts(const struct criteria *criteria, const struct preferences *file, int raw)
{
  int64_t worth = (int64_t)raw * file->percent, parts = 100;
  if (criteria->most_points != UNLIMITED) {
    g_assert(criteria->most_points > 0);
    int64_t asked = asked_in_all(criteria, file);
    if (asked > criteria->most_points) {
      worth *= criteria->most_points;
      parts *= asked;
    }
  }
  return (int)(worth / parts);
}

/* What a candidate has for it and against it: the strongest of each. */
struct views {
  int for_it, against_it;
};

static void add_view(struct views *views, int points)
{
  if (points > views->for_it)
    views->for_it = points;
  if (points < views->against_it)
    views->against_it = points;
}

int reckoning_points(const struct problem *problem, const struct assignment *item)
{
  const struct criteria *criteria =
      month_criteria(problem->month, problem->service, item->clinician);
  const struct preferences *file = month_preferences(problem->month, item->clinician);
  struct views views = {0, 0};
  if (!file)
    return 0;
  for (int i = 0; i < file->n_sites; i++)
    if (file->sites[i].item == item->site)
      add_view(&views, criteria->points[file->sites[i].level]);
  for (int i = 0; i < file->n_tasks; i++)
    if (file->tasks[i].item == item->task)
      add_view(&views, criteria->points[file->tasks[i].level]);
  for (int i = 0; i < file->n_requests; i++) {
    const struct session_request *request = &file->requests[i];
    if (!reckoning_speaks_of(problem, request, item->slot))
      continue;
    if (request->off)
      add_view(&views, -request_worth(criteria, request));
    else if (request->task != NONE && request->task != item->task)
      continue;
    else if (request->site == NONE || request->site == item->site)
      add_view(&views, request_worth(criteria, request));
  }
  return after_cuts(criteria, file, views.for_it + views.against_it);
}

int reckoning_person_points(const struct problem *problem, int clinician, int other)
{
  const struct criteria *criteria = month_criteria(problem->month, problem->service, clinician);
  const struct preferences *file = month_preferences(problem->month, clinician);
  int raw = 0;
  for (int i = 0; file && other != clinician && i < file->n_people; i++)
    if (file->people[i].item == other)
      raw = criteria->points[file->people[i].level];
  return file ? after_cuts(criteria, file, raw) : 0;
}

bool reckoning_looks_back(const struct problem *problem, int months, int date)
{
  const struct history *history = &problem->month->history;
  int begun = date, now = problem->month->from;
  for (int m = 0; m < history->n_months; m++)
    if (history->months[m].from <= date && date <= history->months[m].until)
      begun = history->months[m].from;
  int ahead = 12 * (date_year(now) - date_year(begun)) + date_month(now) - date_month(begun);
  bool is_whole = date_day(begun) >= date_day(now) ||
                  date_day(begun) == date_days_in_month(date_year(begun), date_month(begun));
  return ahead < months || (ahead == months && is_whole);
}
