#include "model/waiting/capacity.h"

#include "model/demand_cell.h"

/* Does the event have everybody it needs, in each of its sessions? */
static bool is_held(const struct problem *problem, const struct rota *rota, int event)
{
  for (int d = 0; d < problem->n_demands; d++) {
    if (problem->demands[d].event != event)
      continue;
    int count, from, end;
    g_autofree struct demand_cell *cells = demand_cells(problem, d, &count);
    for (int c = 0; c < count; c++) {
      int people = 0;
      demand_cell_slots(problem, &cells[c], &from, &end);
      for (int i = rota->slot[from]; i < rota->slot[end]; i++) {
        const struct assignment *item = &rota->items[rota->in_slot[i]];
        people += demand_cell_counts(problem, &cells[c], item);
      }
      if (people < cells[c].need)
        return false;
    }
  }
  return true;
}

/* Spreads the attendees evenly over the event's sessions, to the person. */
static void count_event(struct capacity *capacity, const struct rota *rota, int event)
{
  const struct month *month = capacity->problem->month;
  const struct event *at = &month->events[event];
  int sessions = 0, n = 0;
  for (int s = 0; s < month->n_slots; s++)
    sessions += at->slots[s];
  bool held = is_held(capacity->problem, rota, event);
  int area = capacity_area(capacity->problem, at->site);
  for (int s = 0; s < month->n_slots; s++) {
    if (!at->slots[s])
      continue;
    struct capacity_day *day = &capacity->days[month->slots[s].day];
    day->event = true;
    int attendees = at->attendees * (n + 1) / sessions - at->attendees * n / sessions;
    if (held)
      day->attendees += attendees;
    if (held && area != NONE)
      day->slots[CAPACITY_AREA_EVENTS + area] += attendees;
    n++;
  }
}

/* What the assignments offer by day, in hundredths. */
static void count_slots(const struct capacity *capacity, const struct rota *rota,
                        int slots[][CAPACITY_KINDS])
{
  const struct problem *problem = capacity->problem;
  for (int i = 0; i < rota->count; i++) {
    int day = problem->month->slots[rota->items[i].slot].day;
    for (int k = 0; k < CAPACITY_KINDS; k++)
      slots[day][k] += capacity_offers(problem, &rota->items[i], (enum capacity_kind)k);
  }
}

static int count_clinicians(const struct problem *problem, const struct rota *rota)
{
  int out = 0;
  g_autofree bool *sees = g_new0(bool, problem->service->n_clinicians);
  for (int i = 0; i < rota->count; i++) {
    bool *one = &sees[rota->items[i].clinician];
    for (int k = 0; k < CAPACITY_NAMED && !*one; k++)
      *one =
          k != CAPACITY_FCP && capacity_offers(problem, &rota->items[i], (enum capacity_kind)k) > 0;
  }
  for (int c = 0; c < problem->service->n_clinicians; c++)
    out += sees[c];
  return out;
}

static void count_open(struct capacity *capacity)
{
  const struct problem *problem = capacity->problem;
  const struct month *month = problem->month;
  for (int d = 0; d < month->n_days; d++) {
    const struct day *day = &month->days[d];
    int ordinary = __builtin_popcount(problem->service->week.blocks[day->weekday]), open = 0;
    for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
      open += month->slots[s].ordinary && !problem_site_closed(problem, s, NONE);
    capacity->days[d].open = ordinary > 0 ? (double)open / ordinary : 0;
  }
}

/* Days on which an event takes people away say little of an ordinary week: they
 * count only where a weekday has no others. */
static void find_usual(const struct capacity *capacity, int slots[][CAPACITY_KINDS],
                       double usual[WEEK_DAYS][CAPACITY_KINDS])
{
  const struct month *month = capacity->problem->month;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++) {
    double open = 0, sum[CAPACITY_KINDS] = {0};
    for (int events = 0; events < 2 && open == 0; events++)
      for (int d = 0; d < month->n_days; d++) {
        const struct capacity_day *day = &capacity->days[d];
        if (month->days[d].weekday != weekday || day->open == 0 || day->event != (events == 1))
          continue;
        open += day->open;
        for (int k = 0; k < CAPACITY_KINDS; k++)
          sum[k] += slots[d][k] / 100.0;
      }
    for (int k = 0; k < CAPACITY_KINDS; k++)
      usual[weekday][k] = open > 0 ? sum[k] / open : 0;
  }
}

static bool is_on_leave(const struct month *month, int clinician, const struct slot *slot)
{
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == clinician && slot->date >= leave->from && slot->date <= leave->until &&
        leave->blocks >> slot->block & 1)
      return true;
  }
  return false;
}

double capacity_leave(const struct problem *problem, const bool *without)
{
  const struct month *month = problem->month;
  int64_t pattern = 0, away = 0;
  for (int s = 0; s < month->n_slots; s++) {
    const struct slot *slot = &month->slots[s];
    if (!slot->ordinary || problem_site_closed(problem, s, NONE))
      continue;
    for (int c = 0; c < problem->service->n_clinicians; c++)
      if (!(without && without[c]) && month_works(month, problem->service, c, s)) {
        pattern += slot->minutes;
        away += is_on_leave(month, c, slot) ? slot->minutes : 0;
      }
  }
  return pattern > 0 ? (double)away / (double)pattern : 0;
}

struct capacity *capacity_new(const struct problem *problem, const struct rota *rota)
{
  struct capacity *capacity = g_new0(struct capacity, 1);
  capacity->problem = problem;
  capacity->days = g_new0(struct capacity_day, problem->month->n_days);
  int slots[MONTH_DAYS_MAX][CAPACITY_KINDS] = {{0}};
  count_slots(capacity, rota, slots);
  capacity_take_meetings(problem, rota, slots);
  capacity->clinicians = count_clinicians(problem, rota);
  for (int d = 0; d < problem->month->n_days; d++)
    for (int k = 0; k < CAPACITY_KINDS; k++)
      capacity->days[d].slots[k] = slots[d][k] / 100.0;
  for (int e = 0; e < problem->month->n_events; e++)
    count_event(capacity, rota, e);
  count_open(capacity);
  find_usual(capacity, slots, capacity->usual);
  capacity->patterns = g_array_new(FALSE, FALSE, sizeof(struct capacity_pattern));
  capacity->exceptions = g_array_new(FALSE, TRUE, sizeof(struct capacity_exception));
  int fcp = vocabulary_find(&problem->service->slot_kinds, capacity_kind_names[CAPACITY_FCP]);
  capacity->pcns = capacity_pcns(capacity, rota, fcp, &capacity->n_pcns);
  return capacity;
}

void capacity_free(struct capacity *capacity)
{
  if (!capacity)
    return;
  g_free(capacity->days);
  g_free(capacity->pcns);
  g_array_unref(capacity->patterns);
  g_array_unref(capacity->exceptions);
  g_free(capacity);
}
