#include "planning/asks_events.h"

#include "model/words.h"

/* An event opens its site, whatever the hours, unless a closure says otherwise. */
static void look_at_hours(const struct problem *problem, struct diagnostics *out)
{
  const struct month *month = problem->month;
  char when[WORDS_SIZE];
  for (int e = 0; e < month->n_events; e++)
    for (int s = 0; s < month->n_slots; s++) {
      const struct event *event = &month->events[e];
      const struct slot *at = &month->slots[s];
      if (event->slots[s] && !problem_site_closed(problem, s, event->site) &&
          !service_site_open(problem->service, event->site, month->days[at->day].weekday,
                             at->block))
        diagnostics_warning(out, event->where,
                            "'%s' is not open on %s by its hours: the event is held all the same",
                            problem->service->sites[event->site].id, words_slot(problem, s, when));
    }
}

/* --- two at once ------------------------------------------------------------------ */

/* How many of a task the event needs in each of its sessions, by its site's rooms: of several
 * tasks together, and of days and weeks, the number in a session is open. */
static int needed(const struct problem *problem, int event, int task)
{
  int people = 0;
  for (int d = 0; d < problem->n_demands; d++) {
    const struct demand *line = &problem->demands[d];
    if (line->event == event && line->per == PERIOD_SESSION && !demand_is_joint(line) &&
        line->task == task)
      people = MAX(people, line->need);
  }
  return people;
}

/* The first session in which both run, or NONE. */
static int first_shared(const struct problem *problem, int one, int other)
{
  const struct event *events = problem->month->events;
  if (events[one].site != events[other].site)
    return NONE;
  for (int s = 0; s < problem->month->n_slots; s++)
    if (events[one].slots[s] && events[other].slots[s])
      return s;
  return NONE;
}

static void look_at_people(const struct problem *problem, int one, int other, int slot,
                           struct diagnostics *out)
{
  const struct event *events = problem->month->events, *event = &events[other];
  char when[WORDS_SIZE];
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (needed(problem, one, t) > 0 && needed(problem, other, t) > 0)
      diagnostics_warning(out, event->where,
                          "on %s '%s' is held at '%s' too (%s:%d), and the same people count as "
                          "'%s' for both: give one of them a task of its own",
                          words_slot(problem, slot, when), events[one].id,
                          problem->service->sites[event->site].id, events[one].where.file,
                          events[one].where.line, problem->service->tasks[t].id);
}

static int rooms_needed(const struct problem *problem, int one, int other, int kind)
{
  int rooms = 0;
  for (int t = 0; t < problem->service->n_tasks; t++)
    if (problem->service->tasks[t].room == kind)
      rooms += MAX(needed(problem, one, t), needed(problem, other, t));
  return rooms;
}

/* Where one alone needs more than there are, `decide` says so. */
static void look_at_rooms(const struct problem *problem, int one, int other, int slot,
                          struct diagnostics *out)
{
  const struct service *service = problem->service;
  const struct event *events = problem->month->events, *event = &events[other];
  const struct site *site = &service->sites[event->site];
  char when[WORDS_SIZE];
  for (int kind = 0; kind < service->room_kinds.count && !site->remote; kind++) {
    int rooms = site->rooms[kind], both = rooms_needed(problem, one, other, kind);
    if (rooms == UNLIMITED || both <= rooms || rooms_needed(problem, one, one, kind) > rooms ||
        rooms_needed(problem, other, other, kind) > rooms)
      continue;
    diagnostics_warning(out, event->where,
                        "on %s this and '%s' (%s:%d) need %d rooms at '%s' together, which has %d",
                        words_slot(problem, slot, when), events[one].id, events[one].where.file,
                        events[one].where.line, both, site->id, rooms);
  }
}

void asks_events(const struct problem *problem, struct diagnostics *out)
{
  look_at_hours(problem, out);
  for (int other = 1; other < problem->month->n_events; other++)
    for (int one = 0; one < other; one++) {
      int slot = first_shared(problem, one, other);
      if (slot == NONE)
        continue;
      look_at_people(problem, one, other, slot, out);
      look_at_rooms(problem, one, other, slot, out);
    }
}
