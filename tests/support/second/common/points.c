/* Section 6: points and satisfaction. */
#include "tests/support/second/common/parts.h"

const struct preferences *second_preferences_of(const struct second *second, int clinician)
{
  for (int i = 0; i < second->month->n_preferences; i++)
    if (second->month->preferences[i].clinician == clinician)
      return &second->month->preferences[i];
  return NULL;
}

bool second_speaks(const struct second *second, const struct session_request *request, int slot)
{
  const struct second_slot *at = &second->slots[slot];
  int date = second->days[at->day].date;
  return (request->date == DATE_NONE || request->date == date) &&
         second_falls(&request->when, date, at->block);
}

/* Whose criteria: the first of those for some people that are for this one, or the rest's. */
static const struct criteria *criteria_of(const struct second *second, int clinician)
{
  const struct criteria *found = &second->service->criteria;
  for (int i = second->service->n_special - 1; i >= 0; i--)
    if (second_among(second, second->service->special[i].who, clinician, second->last))
      found = &second->service->special[i];
  return found;
}

/* The levels of a list for one item: at most one stands there. */
static int64_t wished(const struct criteria *criteria, const struct wish *wishes, int count,
                      int item)
{
  int64_t points = 0;
  for (int i = 0; i < count; i++)
    if (wishes[i].item == item)
      points += criteria->points[wishes[i].level];
  return points;
}

/* C divides towards 0, as the page asks. */
static int64_t request_points(const struct criteria *criteria,
                              const struct session_request *request)
{
  int64_t love = criteria->points[0], level = criteria->points[request->level];
  if (request->off && criteria->off_points[request->level] >= 0)
    return criteria->off_points[request->level];
  return love == 0 ? criteria->request_points : criteria->request_points * level / love;
}

/* n(q): sessions of the week, or of the date, in which the person is present. */
int64_t second_sessions_of(const struct second *second, int clinician,
                           const struct session_request *request)
{
  bool found[WEEK_DAYS][BLOCKS_MAX] = {{false}};
  int64_t count = 0;
  for (int s = 0; s < second->n_slots; s++) {
    bool *here = &found[second->days[second->slots[s].day].weekday][second->slots[s].block];
    if (!*here && second_speaks(second, request, s) && second_present(second, clinician, s)) {
      *here = true;
      count++;
    }
  }
  return count;
}

static int64_t size(int64_t points)
{
  return points < 0 ? -points : points;
}

static int64_t asked_points(const struct second *second, const struct criteria *criteria,
                            const struct preferences *asked)
{
  int64_t all = 0;
  for (int i = 0; i < asked->n_sites; i++)
    all += size(criteria->points[asked->sites[i].level]);
  for (int i = 0; i < asked->n_tasks; i++)
    all += size(criteria->points[asked->tasks[i].level]);
  for (int i = 0; i < asked->n_people; i++)
    all += size(criteria->points[asked->people[i].level]);
  for (int i = 0; i < asked->n_requests; i++)
    all += size(request_points(criteria, &asked->requests[i])) *
           second_sessions_of(second, asked->clinician, &asked->requests[i]);
  return all;
}

static int64_t counted(const struct second *second, const struct preferences *asked, int64_t raw)
{
  const struct criteria *criteria = criteria_of(second, asked->clinician);
  if (raw == 0)
    return 0;
  int64_t all = asked_points(second, criteria, asked);
  int64_t cap = criteria->most_points == UNLIMITED ? all : MIN(all, criteria->most_points);
  return raw * asked->percent * cap / (100 * all);
}

int64_t second_points_of(const struct second *second, const struct assignment *item)
{
  const struct preferences *asked = second_preferences_of(second, item->clinician);
  if (!asked)
    return 0;
  const struct criteria *criteria = criteria_of(second, item->clinician);
  int64_t most = 0, least = 0,
          said[2] = {
              wished(criteria, asked->sites, asked->n_sites, item->site),
              wished(criteria, asked->tasks, asked->n_tasks, item->task),
          };
  for (int i = 0; i < 2; i++) {
    most = MAX(most, said[i]);
    least = MIN(least, said[i]);
  }
  for (int i = 0; i < asked->n_requests; i++) {
    const struct session_request *request = &asked->requests[i];
    int64_t points = request_points(criteria, request);
    if (!second_speaks(second, request, item->slot))
      continue;
    if (request->off)
      points = -points;
    else if ((request->task != NONE && request->task != item->task) ||
             (request->site != NONE && request->site != item->site))
      points = 0;
    most = MAX(most, points);
    least = MIN(least, points);
  }
  return counted(second, asked, most + least);
}

int64_t second_person_points(const struct second *second, int clinician, int other)
{
  const struct preferences *asked = second_preferences_of(second, clinician);
  if (!asked || other == clinician)
    return 0;
  return counted(second, asked,
                 wished(criteria_of(second, clinician), asked->people, asked->n_people, other));
}

static bool is_there(const struct second *second, int clinician, int slot, int site)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot && second->items[i].site == site)
      return true;
  return false;
}

bool second_meets(const struct second *second, int clinician, int other, int slot, int site)
{
  return other != clinician && !second->service->sites[site].remote &&
         is_there(second, clinician, slot, site) && is_there(second, other, slot, site);
}

int64_t second_points(const struct second *second, int clinician)
{
  const struct preferences *asked = second_preferences_of(second, clinician);
  int64_t points = 0;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    points += second_points_of(second, &second->items[i]);
  for (int i = 0; asked && i < asked->n_people; i++)
    for (int s = 0; s < second->n_slots; s++)
      for (int p = 0; p < second->service->n_sites; p++)
        if (second_meets(second, clinician, asked->people[i].item, s, p))
          points += second_person_points(second, clinician, asked->people[i].item);
  return points;
}

bool second_range(const struct second *second, int clinician, int64_t *worst, int64_t *best)
{
  *worst = second->worst[clinician];
  *best = second->best[clinician];
  return *best != *worst && !second->service->clinicians[clinician].bank;
}

int second_satisfaction(const struct second *second, int clinician)
{
  int64_t worst, best;
  if (!second_range(second, clinician, &worst, &best))
    return -1;
  int64_t got = second_points(second, clinician) - worst;
  return got <= 0 ? 0 : (int)MIN(100, 100 * got / (best - worst));
}
