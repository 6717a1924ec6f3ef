#include "model/demand_place.h"

bool demand_runs(const struct problem *problem, const struct demand *demand, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  if (demand->slots)
    return demand->slots[slot];
  return at->ordinary && pattern_has(&demand->when, at->date, at->block);
}

int demand_period(const struct problem *problem, enum period per, int slot)
{
  const struct day *day = &problem->month->days[problem->month->slots[slot].day];
  switch (per) {
  case PERIOD_SESSION:
    return slot;
  case PERIOD_DAY:
    return problem->month->slots[slot].day;
  case PERIOD_WEEK:
    return day->week;
  default:
    return 0;
  }
}

int demand_periods(const struct problem *problem, enum period per)
{
  switch (per) {
  case PERIOD_SESSION:
    return problem->month->n_slots;
  case PERIOD_DAY:
    return problem->month->n_days;
  case PERIOD_WEEK:
    return problem->month->n_weeks;
  default:
    return 1;
  }
}

bool demand_at(const struct problem *problem, const struct demand *demand, int site)
{
  return demand_has_site(problem->service, demand, site);
}

int demand_only_site(const struct problem *problem, const struct demand *demand)
{
  int site = NONE, count = 0;
  for (int s = 0; s < problem->service->n_sites; s++)
    if (demand_at(problem, demand, s)) {
      site = s;
      count++;
    }
  return count == 1 ? site : NONE;
}

/* Does `holds` for the place's site, or for any of the line's? */
static bool any_site(const struct demand_place *place,
                     bool (*holds)(const struct demand_place *place, int when, int site), int when)
{
  if (place->site != NONE)
    return holds(place, when, place->site);
  for (int s = 0; s < place->problem->service->n_sites; s++)
    if (demand_at(place->problem, place->demand, s) && holds(place, when, s))
      return true;
  return false;
}

/* --- in a slot ------------------------------------------------------------- */

static bool is_events(const struct demand_place *place, int slot, int site)
{
  return problem_is_taken_up(place->problem, place->demand, slot, site);
}

/* Is the site open for the line's task, and not taken up with it by an event? */
static bool is_open(const struct demand_place *place, int slot, int site)
{
  return problem_site_open(place->problem, slot, site) && !is_events(place, slot, site);
}

/* Would it be so, but for a closure of which the work stays owed; or, where the line is shut,
 * whatever its hours? */
static bool is_owed(const struct demand_place *place, int slot, int site)
{
  bool owed = place->shut ? !problem_site_lapses(place->problem, slot, site)
                          : problem_owed_by(place->problem, slot, site) != NULL;
  return owed && !is_events(place, slot, site);
}

/* Where the first of the line's tasks that moves from the site goes. */
static int task_moves_to(const struct demand_place *place, int slot, int site)
{
  const struct demand *demand = place->demand;
  if (!demand->tasks)
    return problem_moves_to(place->problem, slot, demand->task, site);
  int to = NONE;
  for (int t = 0; t < place->problem->service->n_tasks && to == NONE; t++)
    if (demand->tasks[t])
      to = problem_moves_to(place->problem, slot, t, site);
  return to;
}

static int moves_to(const struct demand_place *place, int slot)
{
  int to = NONE;
  if (place->site != NONE)
    return task_moves_to(place, slot, place->site);
  for (int s = 0; s < place->problem->service->n_sites && to == NONE; s++)
    if (demand_at(place->problem, place->demand, s))
      to = task_moves_to(place, slot, s);
  return to;
}

/* A dated line is asked for whatever is closed: it then shows up as a gap, not as nothing. Where
 * the work of a joint line moves, the lines there say who is to do it. */
enum demand_fate demand_place_fate(const struct demand_place *place, int slot, int *to)
{
  int there = NONE;
  enum demand_fate fate = DEMAND_NONE;
  if (!demand_runs(place->problem, place->demand, slot))
    fate = DEMAND_NONE;
  else if (place->demand->slots || any_site(place, is_open, slot))
    fate = DEMAND_ASKED;
  else if (any_site(place, is_owed, slot)) {
    there = moves_to(place, slot);
    fate = there == NONE                    ? DEMAND_OWED
           : demand_is_joint(place->demand) ? DEMAND_NONE
                                            : DEMAND_MOVED;
  }
  if (to)
    *to = there;
  return fate;
}

/* --- in a period ----------------------------------------------------------- */

/* Is the site open, in an ordinary week, in block `when % BLOCKS_MAX` of weekday
 * `when / BLOCKS_MAX`? */
static bool has_hours(const struct demand_place *place, int when, int site)
{
  return service_site_open(place->problem->service, site, when / BLOCKS_MAX, when % BLOCKS_MAX);
}

/* Sessions in which the pattern would run in an ordinary week of the service: those that
 * the hours hold, or all. */
static int ordinary_sessions(const struct demand_place *place, bool by_hours)
{
  const struct service *service = place->problem->service;
  int sessions = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    unsigned blocks = place->demand->when.blocks[weekday] & service->week.blocks[weekday];
    for (int b = 0; b < service->n_blocks; b++)
      if (blocks >> b & 1)
        sessions += !by_hours || any_site(place, has_hours, weekday * BLOCKS_MAX + b);
  }
  return sessions;
}

/* A PCN's patients ask even where other sites of the line have hours for it. */
static bool is_shut(const struct demand_place *place)
{
  struct demand_place together = *place;
  together.site = NONE;
  if (place->demand->slots || ordinary_sessions(place, true) > 0)
    return false;
  return place->site == NONE || place->demand->patients_per_session > 0 ||
         ordinary_sessions(&together, true) == 0;
}

struct demand_place demand_place(const struct problem *problem, const struct demand *demand,
                                 int site)
{
  struct demand_place place = {problem, demand, site, false, 0};
  place.shut = is_shut(&place);
  if (demand->per == PERIOD_WEEK && !demand->slots)
    place.ordinary = ordinary_sessions(&place, !place.shut);
  return place;
}

/* The PCN whose patients are counted is the site, or the only one of the demand. */
int demand_place_need(const struct demand_place *place)
{
  const struct demand *demand = place->demand;
  if (demand->patients_per_session == 0)
    return demand->need;
  int site = place->site == NONE ? demand_only_site(place->problem, demand) : place->site;
  if (site == NONE)
    return demand->need;
  int64_t sessions = (int64_t)place->problem->service->sites[site].pcn->patients * demand->need;
  return (int)((sessions + demand->patients_per_session - 1) / demand->patients_per_session);
}

static bool runs_then(const struct demand_place *place, int date, int block)
{
  return service_has_session(place->problem->service, date, block) &&
         pattern_has(&place->demand->when, date, block);
}

struct demand_beyond demand_place_beyond(const struct demand_place *place, int period)
{
  const struct problem *problem = place->problem;
  const struct demand *demand = place->demand;
  struct demand_beyond beyond = {false, 0, 0};
  struct shared_days shared;
  if (demand->per != PERIOD_WEEK || demand->slots || !month_shares(problem->month, period, &shared))
    return beyond;
  beyond.published = true;
  for (int date = shared.from; date <= shared.until; date++)
    for (int b = 0; b < problem->service->n_blocks; b++)
      beyond.open += runs_then(place, date, b) &&
                     any_site(place, has_hours, date_weekday(date) * BLOCKS_MAX + b);
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(shared.history, shared.from, shared.until, &at)) != NULL;)
    beyond.held +=
        demand_has_task(demand, past->task) && past->site != NONE && past->block != NONE &&
        demand_has_person(problem->service, demand, past->clinician, past->date) &&
        runs_then(place, past->date, past->block) &&
        (place->site == NONE ? demand_at(problem, demand, past->site) : place->site == past->site);
  return beyond;
}

int demand_place_part(const struct demand_place *place, const struct demand_beyond *beyond,
                      int people, int slots)
{
  int all = slots + beyond->open, part = people, ordinary = place->ordinary;
  if (slots == 0)
    return 0;
  if (all < ordinary)
    part = (int)((INT64_C(2) * people * all + ordinary) / (2 * ordinary));
  if (!beyond->published || ordinary == 0)
    return part;
  return CLAMP(part - beyond->held, 0, slots * ((people + ordinary - 1) / ordinary));
}
