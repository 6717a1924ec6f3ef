#include "model/satisfaction.h"

/* What the request is worth where it is met. */
static int request_points(const struct criteria *criteria, const struct session_request *request)
{
  int love = criteria->points[LEVEL_LOVE];
  int points = criteria->request_points;
  return love != 0 ? points * criteria->points[request->level] / love : points;
}

static bool request_matches(const struct session_request *request,
                            const struct assignment *assignment)
{
  return (request->task == NONE || request->task == assignment->task) &&
         (request->site == NONE || request->site == assignment->site);
}

bool preference_request_applies(const struct problem *problem,
                                const struct session_request *request, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  return (request->date == DATE_NONE || request->date == at->date) &&
         pattern_has(&request->when, at->date, at->block);
}

static int wish_points(const struct criteria *criteria, const struct wish *wishes, int count,
                       int item)
{
  for (int i = 0; i < count; i++)
    if (wishes[i].item == item)
      return criteria->points[wishes[i].level];
  return 0;
}

static int64_t sum_of_wishes(const struct criteria *criteria, const struct wish *wishes, int count)
{
  int64_t sum = 0;
  for (int i = 0; i < count; i++)
    sum += ABS(criteria->points[wishes[i].level]);
  return sum;
}

/* All that somebody asks for, in points. */
static int64_t points_asked(const struct criteria *criteria, const struct preferences *asked)
{
  int64_t sum = sum_of_wishes(criteria, asked->sites, asked->n_sites) +
                sum_of_wishes(criteria, asked->tasks, asked->n_tasks) +
                sum_of_wishes(criteria, asked->people, asked->n_people);
  for (int i = 0; i < asked->n_requests; i++)
    sum +=
        (int64_t)ABS(request_points(criteria, &asked->requests[i])) * asked->requests[i].sessions;
  return sum;
}

/* What is left of so many points when the file came late, or asks for too much in all. */
static int scaled(const struct criteria *criteria, const struct preferences *asked, int64_t points)
{
  int64_t sum = points_asked(criteria, asked);
  if (criteria->most_points == UNLIMITED || sum <= criteria->most_points)
    return (int)(points * asked->percent / 100);
  return (int)(points * asked->percent * criteria->most_points / (100 * sum));
}

int preference_points(const struct problem *problem, const struct assignment *assignment)
{
  const struct criteria *criteria =
      month_criteria(problem->month, problem->service, assignment->clinician);
  const struct preferences *asked = month_preferences(problem->month, assignment->clinician);
  if (!asked)
    return 0;
  int site = wish_points(criteria, asked->sites, asked->n_sites, assignment->site);
  int task = wish_points(criteria, asked->tasks, asked->n_tasks, assignment->task);
  int best = MAX(MAX(site, task), 0), worst = MIN(MIN(site, task), 0);
  for (int i = 0; i < asked->n_requests; i++) {
    const struct session_request *request = &asked->requests[i];
    if (!preference_request_applies(problem, request, assignment->slot) ||
        (!request->off && !request_matches(request, assignment)))
      continue;
    int points = request_points(criteria, request);
    best = MAX(best, request->off ? -points : points);
    worst = MIN(worst, request->off ? -points : points);
  }
  return scaled(criteria, asked, best + worst);
}

int preference_person_points(const struct problem *problem, int clinician, int other)
{
  const struct criteria *criteria = month_criteria(problem->month, problem->service, clinician);
  const struct preferences *asked = month_preferences(problem->month, clinician);
  if (!asked || clinician == other)
    return 0;
  return scaled(criteria, asked, wish_points(criteria, asked->people, asked->n_people, other));
}

static bool could_be_at(const struct problem *problem, int clinician, int slot, int site)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  for (int i = first; i < first + count; i++)
    if (problem->candidates[i].site == site)
      return true;
  return false;
}

/* Adds what meeting colleagues can do to one candidate's worst and best. */
static void widen_by_people(const struct problem *problem, const struct preferences *asked,
                            const struct assignment *candidate, struct satisfaction_range *range)
{
  if (problem->service->sites[candidate->site].remote)
    return;
  for (int i = 0; i < asked->n_people; i++) {
    int other = asked->people[i].item;
    if (!could_be_at(problem, other, candidate->slot, candidate->site))
      continue;
    int points = preference_person_points(problem, candidate->clinician, other);
    *(points > 0 ? &range->best : &range->worst) += points;
  }
}

bool satisfaction_range(const struct problem *problem, int clinician,
                        struct satisfaction_range *out)
{
  *out = (struct satisfaction_range){0, 0};
  const struct preferences *asked = month_preferences(problem->month, clinician);
  if (!asked)
    return false;
  for (int s = 0; s < problem->month->n_slots; s++) {
    struct satisfaction_range slot = {0, 0}; /* not working */
    int count, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count; i++) {
      int points = preference_points(problem, &problem->candidates[i]);
      struct satisfaction_range range = {points, points};
      widen_by_people(problem, asked, &problem->candidates[i], &range);
      slot.worst = MIN(slot.worst, range.worst);
      slot.best = MAX(slot.best, range.best);
    }
    out->worst += slot.worst;
    out->best += slot.best;
  }
  return out->best > out->worst;
}

static bool is_at(const struct rota *rota, int clinician, int slot, int site)
{
  int count;
  const struct assignment *items = rota_at(rota, clinician, slot, &count);
  for (int i = 0; i < count; i++)
    if (items[i].site == site)
      return true;
  return false;
}

bool satisfaction_meets(const struct problem *problem, const struct rota *rota,
                        const struct assignment *item, int other)
{
  int count;
  const struct assignment *items = rota_at(rota, item->clinician, item->slot, &count);
  for (; items < item; items++)
    if (items->site == item->site)
      return false;
  return !problem->service->sites[item->site].remote && is_at(rota, other, item->slot, item->site);
}

int satisfaction_points(const struct problem *problem, const struct rota *rota, int clinician)
{
  const struct preferences *asked = month_preferences(problem->month, clinician);
  int points = 0;
  if (!asked)
    return 0;
  for (int i = rota->cell[clinician * rota->n_slots];
       i < rota->cell[(clinician + 1) * rota->n_slots]; i++) {
    const struct assignment *item = &rota->items[i];
    points += preference_points(problem, item);
    for (int p = 0; p < asked->n_people; p++)
      if (satisfaction_meets(problem, rota, item, asked->people[p].item))
        points += preference_person_points(problem, clinician, asked->people[p].item);
  }
  return points;
}

int satisfaction_percent(const struct problem *problem, const struct rota *rota, int clinician)
{
  struct satisfaction_range range;
  if (!satisfaction_range(problem, clinician, &range))
    return -1;
  int points = satisfaction_points(problem, rota, clinician);
  return CLAMP(100 * (points - range.worst) / (range.best - range.worst), 0, 100);
}
