#include "model/satisfaction.h"

#include "model/offer.h"
#include "model/weighted_matching.h"

int preference_request_points(const struct criteria *criteria,
                              const struct session_request *request)
{
  int love = criteria->points[0];
  int points = criteria->request_points;
  if (request->off && criteria->off_points[request->level] != UNLIMITED)
    return criteria->off_points[request->level];
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
    sum += (int64_t)ABS(preference_request_points(criteria, &asked->requests[i])) *
           asked->requests[i].sessions;
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
    int points = preference_request_points(criteria, request);
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

/* The most (sign 1), or the least (sign -1), that one candidate can come to, with all that
 * colleagues can do to it. */
static int extreme_of(const struct problem *problem, const struct preferences *asked,
                      const struct assignment *candidate, int sign)
{
  int points = preference_points(problem, candidate);
  for (int i = 0; i < asked->n_people && !problem->service->sites[candidate->site].remote; i++) {
    int worth = preference_person_points(problem, candidate->clinician, asked->people[i].item);
    if (sign * worth > 0 &&
        could_be_at(problem, asked->people[i].item, candidate->slot, candidate->site))
      points += worth;
  }
  return points;
}

/* A candidate that is to be had so often only. */
struct limited {
  int slot, pool, points;
};

static int pool_index(GArray *pools, struct offer offer)
{
  guint i = 0;
  while (i < pools->len && g_array_index(pools, struct offer, i).pool != offer.pool)
    i++;
  if (i == pools->len)
    g_array_append_val(pools, offer);
  return (int)i;
}

/* What the limited ones add to what is free, when they are shared out as well as can be. */
static int most_of_pools(const GArray *limited, const GArray *pools, const int *freely, int n_slots)
{
  int n_pools = (int)pools->len;
  g_autofree int *room = g_new(int, (gsize)n_pools + 1);
  g_autofree int *gain = g_new0(int, (gsize)(n_slots * n_pools) + 1);
  for (int p = 0; p < n_pools; p++)
    room[p] = g_array_index(pools, struct offer, p).room;
  for (guint i = 0; i < limited->len; i++) {
    const struct limited *one = &g_array_index(limited, struct limited, i);
    int *at = &gain[one->slot * n_pools + one->pool];
    *at = MAX(*at, one->points - freely[one->slot]);
  }
  return weighted_matching(gain, n_slots, room, n_pools);
}

/* The most (sign 1), or the least (sign -1), that the month has for the clinician. */
static int extreme(const struct problem *problem, const struct preferences *asked, int clinician,
                   int sign)
{
  int sum = 0, n_slots = problem->month->n_slots;
  g_autofree int *freely = g_new0(int, (gsize)n_slots + 1);
  g_autoptr(GArray) pools = g_array_new(FALSE, FALSE, sizeof(struct offer));
  g_autoptr(GArray) limited = g_array_new(FALSE, FALSE, sizeof(struct limited));
  for (int s = 0; s < n_slots; s++) {
    int count, first = problem_cell(problem, clinician, s, &count);
    for (int i = first; i < first + count; i++) {
      int points = sign * extreme_of(problem, asked, &problem->candidates[i], sign);
      if (points <= freely[s])
        continue;
      struct offer offer = offer_of(problem, &problem->candidates[i]);
      if (offer.pool == NONE) {
        freely[s] = offer.room > 0 ? points : freely[s];
        continue;
      }
      struct limited one = {s, pool_index(pools, offer), points};
      g_array_append_val(limited, one);
    }
    sum += freely[s];
  }
  return sign * (sum + most_of_pools(limited, pools, freely, n_slots));
}

bool satisfaction_range(const struct problem *problem, int clinician,
                        struct satisfaction_range *out)
{
  *out = (struct satisfaction_range){0, 0};
  const struct preferences *asked = month_preferences(problem->month, clinician);
  if (!asked || problem->service->clinicians[clinician].bank)
    return false;
  out->worst = extreme(problem, asked, clinician, -1);
  out->best = extreme(problem, asked, clinician, 1);
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
