/* Section 4: the demand of the month and its cells. */
#include "tests/support/second/common/parts.h"

#include <string.h>

static bool is_same(const struct second *second, const struct demand *newer,
                    const struct demand *older)
{
  gsize size = (gsize)second->service->n_sites * sizeof *older->sites;
  bool same_sites = newer->each_site == older->each_site && !newer->sites == !older->sites &&
                    (!older->sites || memcmp(newer->sites, older->sites, size) == 0);
  return same_sites && newer->event == NONE && newer->task == older->task &&
         newer->per == older->per &&
         memcmp(newer->when.blocks, older->when.blocks, sizeof older->when.blocks) == 0;
}

static bool is_replaced(const struct second *second, const struct demand *line)
{
  for (int i = 0; i < second->month->n_demands; i++)
    if (is_same(second, &second->month->demands[i], line))
      return true;
  return false;
}

void second_gather_demand(struct second *second)
{
  second->lines = g_ptr_array_new();
  for (int i = 0; i < second->service->n_demands; i++)
    if (!is_replaced(second, &second->service->demands[i]))
      g_ptr_array_add(second->lines, &second->service->demands[i]);
  for (int i = 0; i < second->month->n_demands; i++)
    g_ptr_array_add(second->lines, &second->month->demands[i]);
}

/* --- cells ------------------------------------------------------------------------ */

/* A line at one site, or NONE: at its sites together. */
struct place {
  const struct demand *line;
  int site;
};

static bool is_at(const struct second *second, const struct place *place, int site)
{
  if (place->site != NONE)
    return place->site == site;
  return place->line->sites ? place->line->sites[site]
                            : second->service->tasks[place->line->task].at[site];
}

static bool is_of_line(const struct second *second, const struct demand *line, int slot)
{
  const struct second_slot *at = &second->slots[slot];
  if (line->slots)
    return line->slots[slot];
  return at->ordinary && second_falls(&line->when, second->days[at->day].date, at->block);
}

/* Is the line's task, there and then, an event's work, and the line is not? */
static bool is_events(const struct second *second, const struct demand *line, int slot, int site)
{
  struct assignment item = {0, slot, line->task, site, false};
  return line->event == NONE && second_event_work(second, &item);
}

static bool is_asked(const struct second *second, const struct place *place, int slot)
{
  if (!is_of_line(second, place->line, slot))
    return false;
  bool asked = place->line->event != NONE;
  for (int p = 0; p < second->service->n_sites; p++)
    asked |= is_at(second, place, p) && second_open(second, slot, p) &&
             !is_events(second, place->line, slot, p);
  return asked;
}

/* Sessions in a week of the service that are in the line's, with a site open by its hours. */
static int ordinary_sessions(const struct second *second, const struct place *place)
{
  int sessions = 0;
  for (int weekday = 0; weekday < 7; weekday++)
    for (int b = 0; b < second->service->n_blocks; b++) {
      bool open = false;
      for (int p = 0; p < second->service->n_sites; p++)
        open |= is_at(second, place, p) && second_hours(second, p, weekday, b);
      sessions += open && second_weekly(&second->service->week, weekday, b) &&
                  second_weekly(&place->line->when, weekday, b);
    }
  return sessions;
}

static int period_of(const struct second *second, const struct demand *line, int slot)
{
  int day = second->slots[slot].day;
  switch (line->per) {
  case PERIOD_SESSION:
    return slot;
  case PERIOD_DAY:
    return day;
  case PERIOD_WEEK:
    return second->days[day].week;
  default:
    return 0;
  }
}

static int need_of(const struct second *second, const struct place *place)
{
  const struct demand *line = place->line;
  if (line->patients_per_session == 0)
    return line->need;
  int64_t patients = 0;
  for (int p = 0; p < second->service->n_sites; p++)
    patients += is_at(second, place, p) ? second->service->sites[p].pcn->patients : 0;
  return (int)second_up(patients * line->need, line->patients_per_session);
}

static int count_in(const struct second *second, const struct place *place, int period)
{
  int n = 0;
  for (int i = 0; i < second->count; i++) {
    const struct assignment *item = &second->items[i];
    n += item->task == place->line->task && is_at(second, place, item->site) &&
         is_of_line(second, place->line, item->slot) &&
         !is_events(second, place->line, item->slot, item->site) &&
         period_of(second, place->line, item->slot) == period;
  }
  return n;
}

/* A week that a published month shares: the sessions asked for there, by the week, the
 * holidays and the hours of the sites, and who was at it. */
struct neighbour {
  bool published;
  int open, held;
};

static bool is_holiday(const struct second *second, int date)
{
  bool holiday = false;
  for (int i = 0; i < second->service->n_holidays; i++)
    holiday |= second->service->holidays[i] == date;
  return holiday;
}

static void read_session(const struct second *second, const struct place *place, int date,
                         int block, struct neighbour *out)
{
  const struct history *history = second_published(second, date);
  int weekday = second_weekday(date);
  bool open = false;
  if (is_holiday(second, date) || !second_weekly(&second->service->week, weekday, block) ||
      !second_falls(&place->line->when, date, block))
    return;
  for (int p = 0; p < second->service->n_sites; p++)
    open |= is_at(second, place, p) && second_hours(second, p, weekday, block);
  out->open += open;
  for (int i = 0; i < history->n_assignments; i++) {
    const struct past_assignment *past = &history->assignments[i];
    out->held += past->date == date && past->block == block && past->task == place->line->task &&
                 past->site != NONE && is_at(second, place, past->site);
  }
}

static struct neighbour read_neighbour(const struct second *second, const struct place *place,
                                       int week)
{
  struct neighbour out = {false, 0, 0};
  int d = 0;
  while (second->days[d].week != week)
    d++;
  int monday = second->days[d].date - second->days[d].weekday;
  for (int date = monday; date < monday + 7; date++) {
    if ((date >= second->first && date <= second->last) || !second_published(second, date))
      continue;
    out.published = true;
    for (int b = 0; b < second->service->n_blocks; b++)
      read_session(second, place, date, b, &out);
  }
  return out;
}

static int rest(int number, int open, int ordinary, const struct neighbour *neighbour)
{
  int all = open + neighbour->open;
  int64_t due = all < ordinary ? second_round((int64_t)number * all, ordinary) : number;
  return (int)MIN(second_above(due, neighbour->held), open * second_up(number, ordinary));
}

static void add_cell(const struct second *second, const struct place *place, int period, int open,
                     GArray *out)
{
  const struct demand *line = place->line;
  int need = need_of(second, place), target = MAX(line->target, need);
  int ordinary = ordinary_sessions(second, place);
  if (line->per == PERIOD_WEEK && !line->slots && open < ordinary) {
    need = (int)second_round((int64_t)need * open, ordinary);
    target = (int)second_round((int64_t)target * open, ordinary);
  }
  struct second_cell cell = {line, need, target, line->most, count_in(second, place, period)};
  struct neighbour neighbour = {false, 0, 0};
  if (line->per == PERIOD_WEEK && !line->slots)
    neighbour = read_neighbour(second, place, period);
  if (neighbour.published) {
    cell.need = rest(need_of(second, place), open, ordinary, &neighbour);
    cell.target = rest(MAX(line->target, need_of(second, place)), open, ordinary, &neighbour);
  }
  if (neighbour.published && line->most != UNLIMITED)
    cell.most = (int)second_above(line->most, neighbour.held);
  g_array_append_val(out, cell);
}

static void add_cells(const struct second *second, const struct place *place, GArray *out)
{
  g_autofree int *open = g_new0(int, (gsize)(second->n_slots + second->n_days));
  for (int s = 0; s < second->n_slots; s++)
    open[period_of(second, place->line, s)] += is_asked(second, place, s);
  for (int period = 0; period < second->n_slots + second->n_days; period++)
    if (open[period] > 0)
      add_cell(second, place, period, open[period], out);
}

GArray *second_cells(const struct second *second)
{
  GArray *out = g_array_new(FALSE, FALSE, sizeof(struct second_cell));
  for (guint i = 0; i < second->lines->len; i++) {
    struct place place = {g_ptr_array_index(second->lines, i), NONE};
    if (!place.line->each_site)
      add_cells(second, &place, out);
    else
      for (place.site = 0; place.site < second->service->n_sites; place.site++)
        if (place.line->sites[place.site])
          add_cells(second, &place, out);
  }
  return out;
}

bool second_event_has(const struct second *second, int event, const struct assignment *item)
{
  const struct event *held = &second->month->events[event];
  for (guint i = 0; i < second->lines->len; i++) {
    const struct demand *line = g_ptr_array_index(second->lines, i);
    if (line->event == event && line->task == item->task && held->site == item->site &&
        held->slots[item->slot])
      return true;
  }
  return false;
}

bool second_event_work(const struct second *second, const struct assignment *item)
{
  for (int e = 0; e < second->month->n_events; e++)
    if (second_event_has(second, e, item))
      return true;
  return false;
}
