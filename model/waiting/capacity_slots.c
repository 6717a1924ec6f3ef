#include "model/debrief.h"
#include "model/waiting/capacity.h"

const char *const capacity_kind_names[CAPACITY_NAMED] = {"new", "follow_up", "fcp", "call",
                                                         "removal"};

static int percent_of(const struct problem *problem, const struct assignment *item)
{
  int date = problem->month->slots[item->slot].date;
  return clinician_on(problem->service, item->clinician, date)->sees_percent;
}

int capacity_area(const struct problem *problem, int site)
{
  const struct waiting_list *list = problem->service->waiting_list;
  return list && list->n_areas > 0 ? list->place_area[site] : NONE;
}

int capacity_slots(const struct problem *problem, const struct assignment *item, int kind)
{
  int slots = problem->service->tasks[item->task].slots[kind];
  if (slots == 0)
    return 0;
  int minutes = problem->month->slots[item->slot].minutes;
  int seen = (slots * percent_of(problem, item) + 50) / 100;
  int left = minutes - debrief_minutes(problem, item);
  return (200 * seen * left + minutes) / (2 * minutes);
}

/* Are its contacts counted by minutes alone? */
static bool goes_by_minutes(const struct service *service, const struct task *task)
{
  bool out = task->minutes_per_contact > 0;
  for (int k = 0; k < service->slot_kinds.count; k++)
    out = out && task->slots[k] == 0;
  return out;
}

/* The calls that fit into the session by the task's minutes_per_contact, whole ones, in hundredths;
 * 0 where it has slots of some kind. */
static int calls_in(const struct problem *problem, const struct assignment *item)
{
  const struct task *task = &problem->service->tasks[item->task];
  if (!goes_by_minutes(problem->service, task))
    return 0;
  int left = problem->month->slots[item->slot].minutes - debrief_minutes(problem, item);
  return 100 * (left * percent_of(problem, item) / (100 * task->minutes_per_contact));
}

/* Is the assignment the event's own: one of its tasks, at its site, while it runs? */
static bool is_of_event(const struct problem *problem, int event, const struct assignment *item)
{
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *demand = &problem->demands[d];
    if (demand->event == event && demand_has_task(demand, item->task) &&
        demand->slots[item->slot] && demand->sites[item->site])
      return true;
  }
  return false;
}

/* An event that counts its attendees, and that the assignment is part of? */
static bool is_counted(const struct problem *problem, const struct assignment *item)
{
  for (int e = 0; e < problem->month->n_events; e++)
    if (problem->month->events[e].attendees > 0 && is_of_event(problem, e, item))
      return true;
  return false;
}

int capacity_offers(const struct problem *problem, const struct assignment *item,
                    enum capacity_kind kind)
{
  if (kind >= CAPACITY_AREA_EVENTS)
    return 0;
  if (kind >= CAPACITY_AREA_NEW)
    return (int)kind == CAPACITY_AREA_NEW + capacity_area(problem, item->site)
               ? capacity_offers(problem, item, CAPACITY_NEW)
               : 0;
  int at = vocabulary_find(&problem->service->slot_kinds, capacity_kind_names[kind]);
  int out = at == NONE ? 0 : capacity_slots(problem, item, at);
  if (kind == CAPACITY_CALL)
    out += calls_in(problem, item);
  return out > 0 && is_counted(problem, item) ? 0 : out;
}

int capacity_sees(const struct problem *problem, const struct assignment *item)
{
  const struct waiting_list *list = problem->service->waiting_list;
  int calls = list && list->calls_settled > 0 ? capacity_offers(problem, item, CAPACITY_CALL) : 0;
  int settled = calls > 0 ? (int)(calls * list->calls_settled + 0.5) : 0;
  return capacity_offers(problem, item, CAPACITY_NEW) + settled;
}

bool capacity_is_offered(const struct service *service, enum capacity_kind kind)
{
  int at = vocabulary_find(&service->slot_kinds, capacity_kind_names[kind]);
  bool out = at != NONE;
  for (int t = 0; t < service->n_tasks && kind == CAPACITY_CALL; t++)
    out = out || goes_by_minutes(service, &service->tasks[t]);
  return out;
}

double capacity_besides(const struct waiting_list *list, const double slots[CAPACITY_KINDS])
{
  double all = slots[CAPACITY_CALL] * list->calls_settled + slots[CAPACITY_REMOVAL];
  return all * (1 - list->sickness);
}
