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

/* Is the demand asked for in that slot, at `site` or at any of its sites? A dated
 * one always is: at a site that is closed it shows up as a gap, not as nothing. */
static bool open_for(const struct problem *problem, const struct demand *demand, int slot, int site)
{
  return demand_runs(problem, demand, slot) &&
         (demand->slots || any_site(problem, demand, site, open_in_slot, slot));
}

/* Is the site open, in an ordinary week, in block `when % BLOCKS_MAX` of weekday
 * `when / BLOCKS_MAX`? */
static bool open_in_week(const struct problem *problem, const struct demand *demand, int when,
                         int site)
{
  (void)demand;
  return service_site_open(problem->service, site, when / BLOCKS_MAX, when % BLOCKS_MAX);
}

/* Sessions in which the pattern would run in an ordinary week of the service. */
static int ordinary_sessions(const struct problem *problem, const struct demand *demand, int site)
{
  const struct service *service = problem->service;
  int sessions = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    unsigned blocks = demand->when.blocks[weekday] & service->week.blocks[weekday];
    for (int b = 0; b < service->n_blocks; b++)
      if (blocks >> b & 1)
        sessions += any_site(problem, demand, site, open_in_week, weekday * BLOCKS_MAX + b);
  }
  return sessions;
}

/* `people` x open / ordinary, to the nearest; halves go up. */
static int pro_rata(int people, int open, int ordinary)
{
  if (people == UNLIMITED || ordinary == 0 || open >= ordinary)
    return people;
  return (int)((INT64_C(2) * people * open + ordinary) / (2 * ordinary));
}

/* What a published neighbour has of a week. */
struct published {
  bool any;
  int open, held; /* sessions of the line; people who were there */
};

static bool runs_then(const struct problem *problem, const struct demand *demand, int date,
                      int block)
{
  return service_has_session(problem->service, date, block) &&
         pattern_has(&demand->when, date, block);
}

static struct published published_of(const struct problem *problem, const struct demand *demand,
                                     int site, int week)
{
  struct shared_days shared;
  struct published out = {false, 0, 0};
  if (demand->per != PERIOD_WEEK || demand->slots || !month_shares(problem->month, week, &shared))
    return out;
  out.any = true;
  for (int date = shared.from; date <= shared.until; date++)
    for (int b = 0; b < problem->service->n_blocks; b++)
      out.open +=
          runs_then(problem, demand, date, b) &&
          any_site(problem, demand, site, open_in_week, date_weekday(date) * BLOCKS_MAX + b);
  const struct past_assignment *past;
  for (int at = 0; (past = history_next(shared.history, shared.from, shared.until, &at)) != NULL;)
    out.held +=
        past->task == demand->task && past->site != NONE && past->block != NONE &&
        runs_then(problem, demand, past->date, past->block) &&
        (site == NONE ? asks_for(demand, problem->service, past->site) : site == past->site);
  return out;
}

/* What the month owes of a number of the week: the rest of it, and no more than a session's
 * share, rounded up, in each of its own sessions. */
static int part_of(int people, int open, int ordinary, const struct published *published)
{
  if (!published->any || ordinary == 0)
    return pro_rata(people, open, ordinary);
  int rest = pro_rata(people, open + published->open, ordinary) - published->held;
  return CLAMP(rest, 0, open * ((people + ordinary - 1) / ordinary));
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

static void add_cells(const struct problem *problem, int index, int site, GArray *cells)
{
  const struct demand *demand = &problem->demands[index];
  int need = needed(problem, demand, site);
  int target = larger(demand->target, need);
  int ordinary =
      demand->per == PERIOD_WEEK && !demand->slots ? ordinary_sessions(problem, demand, site) : 0;
  int n_periods = periods_of(problem, demand->per);
  g_autofree int *open = g_new0(int, (gsize)n_periods + 1);
  for (int s = 0; s < problem->month->n_slots; s++)
    open[period_of(problem, demand->per, s)] += open_for(problem, demand, s, site);
  for (int p = 0; p < n_periods; p++) {
    if (open[p] == 0)
      continue;
    struct published published = published_of(problem, demand, site, p);
    struct demand_cell cell = {
        .demand = index,
        .site = site,
        .period = p,
        .need = part_of(need, open[p], ordinary, &published),
        .target = part_of(target, open[p], ordinary, &published),
        .most = demand->most == UNLIMITED ? UNLIMITED : larger(demand->most - published.held, 0),
    };
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
