#include "model/demand_cell.h"

static bool demand_runs(const struct problem *problem, const struct demand *demand, int slot)
{
  const struct slot *at = &problem->month->slots[slot];
  if (demand->slots)
    return demand->slots[slot];
  return at->ordinary && pattern_has(&demand->when, at->date, at->block);
}

static int period_of(const struct problem *problem, enum period per, int slot)
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

static int periods_of(const struct problem *problem, enum period per)
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

static bool asks_for(const struct demand *demand, const struct service *service, int site)
{
  return demand->sites ? demand->sites[site] : service->tasks[demand->task].at[site];
}

/* Does `holds` for `site`, or, where that is NONE, for any of the demand's sites? */
static bool any_site(const struct problem *problem, const struct demand *demand, int site,
                     bool (*holds)(const struct problem *problem, const struct demand *demand,
                                   int when, int site),
                     int when)
{
  if (site != NONE)
    return holds(problem, demand, when, site);
  for (int s = 0; s < problem->service->n_sites; s++)
    if (asks_for(demand, problem->service, s) && holds(problem, demand, when, s))
      return true;
  return false;
}

/* Is the site open for the line's task, and not taken up with it by an event? */
static bool open_in_slot(const struct problem *problem, const struct demand *demand, int slot,
                         int site)
{
  return problem_site_open(problem, slot, site) &&
         !problem_is_event_work(problem, slot, demand->task, site);
}

/* Would it be so, but for a closure of which the work stays owed? */
static bool owed_in_slot(const struct problem *problem, const struct demand *demand, int slot,
                         int site)
{
  return problem_owed_by(problem, slot, site) &&
         !problem_is_event_work(problem, slot, demand->task, site);
}

/* Would it be so, whatever its hours? */
static bool shut_in_slot(const struct problem *problem, const struct demand *demand, int slot,
                         int site)
{
  return !problem_site_lapses(problem, slot, site) &&
         !problem_is_event_work(problem, slot, demand->task, site);
}

/* Is the site open, in an ordinary week, in block `when % BLOCKS_MAX` of weekday
 * `when / BLOCKS_MAX`? */
static bool open_in_week(const struct problem *problem, const struct demand *demand, int when,
                         int site)
{
  (void)demand;
  return service_site_open(problem->service, site, when / BLOCKS_MAX, when % BLOCKS_MAX);
}

/* Sessions in which the pattern would run in an ordinary week of the service: those that
 * the hours hold, or all. */
static int ordinary_sessions(const struct problem *problem, const struct demand *demand, int site,
                             bool by_hours)
{
  const struct service *service = problem->service;
  int sessions = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    unsigned blocks = demand->when.blocks[weekday] & service->week.blocks[weekday];
    for (int b = 0; b < service->n_blocks; b++)
      if (blocks >> b & 1)
        sessions +=
            !by_hours || any_site(problem, demand, site, open_in_week, weekday * BLOCKS_MAX + b);
  }
  return sessions;
}

bool demand_is_shut(const struct problem *problem, int index, int site)
{
  const struct demand *demand = &problem->demands[index];
  if (demand->slots || ordinary_sessions(problem, demand, site, true) > 0)
    return false;
  return site == NONE || demand->patients_per_session > 0 ||
         ordinary_sessions(problem, demand, NONE, true) == 0;
}

/* `people` x open / ordinary, to the nearest; halves go up. */
static int pro_rata(int people, int open, int ordinary)
{
  if (open == 0)
    return 0;
  if (people == UNLIMITED || ordinary == 0 || open >= ordinary)
    return people;
  return (int)((INT64_C(2) * people * open + ordinary) / (2 * ordinary));
}

/* The PCN whose patients are counted is the site, or the only one of the demand. */
static int needed(const struct problem *problem, const struct demand *demand, int site)
{
  if (demand->patients_per_session == 0)
    return demand->need;
  for (int s = 0; site == NONE && s < problem->service->n_sites; s++)
    if (asks_for(demand, problem->service, s))
      site = s;
  if (site == NONE)
    return demand->need;
  int64_t sessions = (int64_t)problem->service->sites[site].pcn->patients * demand->need;
  return (int)((sessions + demand->patients_per_session - 1) / demand->patients_per_session);
}

static int larger(int a, int b)
{
  return a > b ? a : b;
}

/* [periods]: the slots of each in which the line is asked for, and in which it is owed. */
struct counts {
  int *open, *owed;
};

/* A dated line is asked for whatever is closed: it then shows up as a gap, not as nothing. */
static void count_slots(const struct problem *problem, int index, int site,
                        const struct counts *counts)
{
  const struct demand *demand = &problem->demands[index];
  bool shut = demand_is_shut(problem, index, site);
  for (int s = 0; s < problem->month->n_slots; s++) {
    int period = period_of(problem, demand->per, s);
    if (!demand_runs(problem, demand, s))
      continue;
    if (demand->slots || any_site(problem, demand, site, open_in_slot, s))
      counts->open[period]++;
    else
      counts->owed[period] +=
          any_site(problem, demand, site, shut ? shut_in_slot : owed_in_slot, s);
  }
}

static void add_cells(const struct problem *problem, int index, int site, GArray *cells)
{
  const struct demand *demand = &problem->demands[index];
  int need = needed(problem, demand, site);
  int target = larger(demand->target, need);
  bool by_hours = !demand_is_shut(problem, index, site);
  int ordinary = demand->per == PERIOD_WEEK && !demand->slots
                     ? ordinary_sessions(problem, demand, site, by_hours)
                     : 0;
  int n_periods = periods_of(problem, demand->per);
  g_autofree int *open = g_new0(int, (gsize)n_periods + 1);
  g_autofree int *owed = g_new0(int, (gsize)n_periods + 1);
  count_slots(problem, index, site, &(struct counts){open, owed});
  for (int p = 0; p < n_periods; p++) {
    int all = open[p] + owed[p];
    if (all == 0)
      continue;
    struct demand_cell cell = {
        .demand = index,
        .site = site,
        .period = p,
        .open = open[p],
        .need = pro_rata(need, open[p], ordinary),
        .target = pro_rata(target, open[p], ordinary),
        .most = open[p] > 0 ? demand->most : UNLIMITED,
    };
    cell.need_owed = pro_rata(need, all, ordinary) - cell.need;
    cell.target_owed = pro_rata(target, all, ordinary) - cell.target;
    g_array_append_val(cells, cell);
  }
}

struct demand_cell *demand_cells(const struct problem *problem, int index, int *count)
{
  const struct demand *demand = &problem->demands[index];
  GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct demand_cell));
  if (!demand->each_site)
    add_cells(problem, index, NONE, cells);
  else
    for (int s = 0; s < problem->service->n_sites; s++)
      if (asks_for(demand, problem->service, s))
        add_cells(problem, index, s, cells);
  *count = (int)cells->len;
  return (struct demand_cell *)(void *)g_array_free(cells, FALSE);
}

bool demand_cell_has(const struct problem *problem, const struct demand_cell *cell, int slot,
                     int site)
{
  const struct demand *demand = &problem->demands[cell->demand];
  return demand_runs(problem, demand, slot) &&
         period_of(problem, demand->per, slot) == cell->period &&
         (cell->site == NONE ? asks_for(demand, problem->service, site) : site == cell->site) &&
         (demand->slots || !problem_is_event_work(problem, slot, demand->task, site));
}

void demand_cell_slots(const struct problem *problem, const struct demand_cell *cell, int *from,
                       int *end)
{
  const struct month *month = problem->month;
  enum period per = problem->demands[cell->demand].per;
  *from = 0;
  while (*from < month->n_slots && period_of(problem, per, *from) < cell->period)
    (*from)++;
  *end = *from;
  while (*end < month->n_slots && period_of(problem, per, *end) == cell->period)
    (*end)++;
}

int demand_cell_site(const struct problem *problem, const struct demand_cell *cell)
{
  const struct demand *demand = &problem->demands[cell->demand];
  int site = cell->site, count = 0;
  if (site != NONE)
    return site;
  for (int s = 0; s < problem->service->n_sites; s++)
    if (asks_for(demand, problem->service, s)) {
      site = s;
      count++;
    }
  return count == 1 ? site : NONE;
}
