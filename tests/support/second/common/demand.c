/* Section 4: the demand of the month and its cells. */
#include "tests/support/second/common/parts.h"

#include <string.h>

static bool same_set(const bool *a, const bool *b, int count)
{
  return !a == !b && (!a || memcmp(a, b, (gsize)count * sizeof *a) == 0);
}

static bool is_same(const struct second *second, const struct demand *newer,
                    const struct demand *older)
{
  const struct service *service = second->service;
  bool same_sites = newer->each_site == older->each_site &&
                    same_set(newer->sites, older->sites, service->n_sites);
  bool same_work = newer->task == older->task &&
                   same_set(newer->tasks, older->tasks, service->n_tasks) &&
                   same_set(newer->who, older->who, service->n_posts);
  return same_sites && same_work && newer->event == NONE && newer->per == older->per &&
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

static bool has_task(const struct demand *line, int task)
{
  return line->tasks ? task != NONE && line->tasks[task] : line->task == task;
}

static bool is_joint(const struct demand *line)
{
  return line->tasks || line->who;
}

/* A line at one site, or NONE: at its sites together. */
struct place {
  const struct demand *line;
  int site;
};

static bool is_at(const struct second *second, const struct place *place, int site)
{
  if (place->site != NONE)
    return place->site == site;
  if (place->line->sites)
    return place->line->sites[site];
  bool at = false;
  for (int t = 0; t < second->service->n_tasks; t++)
    at |= has_task(place->line, t) && second->service->tasks[t].at[site];
  return at;
}

static bool is_of_line(const struct second *second, const struct demand *line, int slot)
{
  const struct second_slot *at = &second->slots[slot];
  if (line->slots)
    return line->slots[slot];
  return at->ordinary && second_falls(&line->when, second->days[at->day].date, at->block);
}

/* Has the person, by the post of that day, a say in the line's number? */
static bool is_of_who(const struct second *second, const struct demand *line, int clinician,
                      int date)
{
  if (!line->who)
    return true;
  return clinician != NONE && second_among(second, line->who, clinician, date);
}

/* Is all that the line asks of the site then an event's work, and the line is not? */
static bool is_events(const struct second *second, const struct demand *line, int slot, int site)
{
  bool all = true;
  for (int t = 0; t < second->service->n_tasks; t++) {
    struct assignment item = {0, slot, t, site, false};
    all &= !has_task(line, t) || (line->tasks && !second->service->tasks[t].at[site]) ||
           second_event_work(second, &item);
  }
  return line->event == NONE && all;
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

/* Sessions in a week of the service that are in the line's, with a site open by its hours,
 * or `whatever` these are. */
static int ordinary_sessions(const struct second *second, const struct place *place, bool whatever)
{
  int sessions = 0;
  for (int weekday = 0; weekday < 7; weekday++)
    for (int b = 0; b < second->service->n_blocks; b++) {
      bool open = whatever;
      for (int p = 0; p < second->service->n_sites; p++)
        open |= is_at(second, place, p) && second_hours(second, p, weekday, b);
      sessions += open && second_weekly(&second->service->week, weekday, b) &&
                  second_weekly(&place->line->when, weekday, b);
    }
  return sessions;
}

/* Do the hours hold no session of the line: at any of its sites, or, by patients, here? */
static bool holds_none(const struct second *second, const struct place *place)
{
  struct place all = {place->line, NONE};
  if (place->line->event != NONE || ordinary_sessions(second, place, false) > 0)
    return false;
  return place->line->patients_per_session > 0 || ordinary_sessions(second, &all, false) == 0;
}

static int goes_to(const struct second *second, const struct place *place, int slot)
{
  if (!is_of_line(second, place->line, slot) || is_asked(second, place, slot))
    return NONE;
  for (int p = 0; p < second->service->n_sites; p++)
    for (int t = 0; t < second->service->n_tasks; t++)
      if (is_at(second, place, p) && has_task(place->line, t) &&
          second_moves(second, slot, t, p) != NONE)
        return second_moves(second, slot, t, p);
  return NONE;
}

static int moves_to(const struct second *second, const struct place *place, int slot)
{
  return is_joint(place->line) ? NONE : goes_to(second, place, slot);
}

static bool is_owed(const struct second *second, const struct place *place, int slot)
{
  bool owed = false, none = holds_none(second, place);
  if (!is_of_line(second, place->line, slot) || is_asked(second, place, slot) ||
      goes_to(second, place, slot) != NONE)
    return false;
  for (int p = 0; p < second->service->n_sites; p++)
    owed |= is_at(second, place, p) && !is_events(second, place->line, slot, p) &&
            (none ? !second_lapses(second, slot, p) : second_taken(second, slot, p));
  return owed;
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

bool second_of_line(const struct second *second, const struct demand *line, int slot)
{
  return is_of_line(second, line, slot);
}

int second_need(const struct second *second, const struct demand *line, int site)
{
  struct place place = {line, site};
  return need_of(second, &place);
}

static int count_in(const struct second *second, const struct place *place, int period)
{
  int n = 0;
  for (int i = 0; i < second->count; i++) {
    const struct assignment *item = &second->items[i];
    n += has_task(place->line, item->task) && is_at(second, place, item->site) &&
         is_of_line(second, place->line, item->slot) &&
         (place->line->event != NONE || !second_event_work(second, item)) &&
         is_of_who(second, place->line, item->clinician, second_date(second, item->slot)) &&
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
    out->held += past->date == date && past->block == block && has_task(place->line, past->task) &&
                 is_of_who(second, place->line, past->clinician, date) && past->site != NONE &&
                 is_at(second, place, past->site);
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

/* A number's part in so many of the month's slots, of which a neighbour has had some. */
static int part_of(int value, int slots, int ordinary, const struct neighbour *neighbour)
{
  int all = slots + neighbour->open;
  int64_t due = all < ordinary ? second_round((int64_t)value * all, ordinary) : value;
  if (slots == 0)
    return 0;
  if (!neighbour->published)
    return (int)due;
  return (int)MIN(second_above(due, neighbour->held), slots * second_up(value, ordinary));
}

/* All cells: what each is of, and what moves from wherever it was asked for. */
struct making {
  const struct second *second;
  GArray *cells; /* struct second_cell */
  GArray *made;  /* struct made, one for each */
  GArray *going; /* struct going */
};

struct made {
  struct place place;
  int period;
};

struct going {
  const struct demand *line;
  int to, period, need, target;
};

static void go(struct making *making, const struct demand *line, int to, int period, int need,
               int target)
{
  for (guint i = 0; i < making->going->len; i++) {
    struct going *going = &g_array_index(making->going, struct going, i);
    if (going->line != line || going->to != to || going->period != period)
      continue;
    going->need += need;
    going->target += target;
    return;
  }
  struct going going = {line, to, period, need, target};
  g_array_append_val(making->going, going);
}

/* Slots of the period that are asked for, are owed, or move to a site. */
struct slots {
  int open, owed;
};

static struct slots slots_of(const struct second *second, const struct place *place, int period,
                             int *moved)
{
  struct slots slots = {0, 0};
  for (int s = 0; s < second->n_slots; s++) {
    if (period_of(second, place->line, s) != period)
      continue;
    int to = moves_to(second, place, s);
    slots.open += is_asked(second, place, s);
    slots.owed += is_owed(second, place, s);
    if (to != NONE)
      moved[to]++;
  }
  return slots;
}

static void make_cell(struct making *making, const struct place *place, int period)
{
  const struct second *second = making->second;
  const struct demand *line = place->line;
  g_autofree int *moved = g_new0(int, (gsize)second->service->n_sites);
  struct slots slots = slots_of(second, place, period, moved);
  int need = need_of(second, place), target = MAX(line->target, need), ordinary = 0;
  struct neighbour neighbour = {false, 0, 0};
  if (line->per == PERIOD_WEEK && !line->slots && period < second->n_weeks) {
    ordinary = ordinary_sessions(second, place, holds_none(second, place));
    neighbour = read_neighbour(second, place, period);
  }
  int so_far = slots.open;
  for (int q = 0; q < second->service->n_sites; q++) {
    if (moved[q] > 0)
      go(making, line, q, period,
         part_of(need, so_far + moved[q], ordinary, &neighbour) -
             part_of(need, so_far, ordinary, &neighbour),
         part_of(target, so_far + moved[q], ordinary, &neighbour) -
             part_of(target, so_far, ordinary, &neighbour));
    so_far += moved[q];
  }
  if (slots.open + slots.owed == 0)
    return;
  struct second_cell cell = {.line = line,
                             .need = part_of(need, slots.open, ordinary, &neighbour),
                             .target = part_of(target, slots.open, ordinary, &neighbour),
                             .need_lost = part_of(need, so_far + slots.owed, ordinary, &neighbour) -
                                          part_of(need, so_far, ordinary, &neighbour),
                             .target_lost =
                                 part_of(target, so_far + slots.owed, ordinary, &neighbour) -
                                 part_of(target, so_far, ordinary, &neighbour),
                             .most = slots.open > 0 ? line->most : UNLIMITED,
                             .n = count_in(second, place, period)};
  if (cell.most != UNLIMITED)
    cell.most = (int)second_above(cell.most, neighbour.held);
  struct made made = {*place, period};
  g_array_append_val(making->cells, cell);
  g_array_append_val(making->made, made);
}

static void make_cells(struct making *making, const struct place *place)
{
  for (int period = 0; period < making->second->n_slots + making->second->n_days; period++)
    make_cell(making, place, period);
}

/* --- what moves --------------------------------------------------------------------- */

/* Does any of what the line asks, in the slot, move there? */
static bool goes_there(const struct second *second, const struct going *going, int slot)
{
  struct place place = {going->line, NONE};
  if (!going->line->each_site)
    return moves_to(second, &place, slot) == going->to;
  for (place.site = 0; place.site < second->service->n_sites; place.site++)
    if (going->line->sites[place.site] && moves_to(second, &place, slot) == going->to)
      return true;
  return false;
}

static bool is_alone(const struct second *second, const struct place *place, int site)
{
  for (int p = 0; p < second->service->n_sites; p++)
    if (is_at(second, place, p) != (p == site))
      return false;
  return true;
}

static bool can_take(const struct second *second, const struct made *made,
                     const struct going *going)
{
  const struct demand *line = made->place.line;
  if (line->event != NONE || is_joint(line) || line->task != going->line->task ||
      line->per != going->line->per || made->period != going->period ||
      !is_alone(second, &made->place, going->to))
    return false;
  for (int s = 0; s < second->n_slots; s++)
    if (period_of(second, line, s) == going->period && goes_there(second, going, s) &&
        !is_asked(second, &made->place, s))
      return false;
  return true;
}

static void stand_alone(struct making *making, const struct going *going)
{
  const struct second *second = making->second;
  struct second_cell cell = {.line = going->line,
                             .need = going->need,
                             .target = MAX(going->target, going->need),
                             .most = going->line->most};
  for (int i = 0; i < second->count; i++) {
    const struct assignment *item = &second->items[i];
    cell.n += item->task == going->line->task && item->site == going->to &&
              period_of(second, going->line, item->slot) == going->period &&
              goes_there(second, going, item->slot);
  }
  g_array_append_val(making->cells, cell);
}

static void arrive(struct making *making, const struct going *going)
{
  for (guint i = 0; i < making->made->len; i++) {
    if (!can_take(making->second, &g_array_index(making->made, struct made, i), going))
      continue;
    struct second_cell *cell = &g_array_index(making->cells, struct second_cell, i);
    int target = MAX(going->target, going->need);
    cell->need += going->need;
    cell->target += target;
    cell->most = cell->most == UNLIMITED ? UNLIMITED : cell->most + target;
    return;
  }
  stand_alone(making, going);
}

GArray *second_cells(const struct second *second)
{
  struct making making = {second, g_array_new(FALSE, FALSE, sizeof(struct second_cell)),
                          g_array_new(FALSE, FALSE, sizeof(struct made)),
                          g_array_new(FALSE, FALSE, sizeof(struct going))};
  for (guint i = 0; i < second->lines->len; i++) {
    struct place place = {g_ptr_array_index(second->lines, i), NONE};
    if (!place.line->each_site)
      make_cells(&making, &place);
    else
      for (place.site = 0; place.site < second->service->n_sites; place.site++)
        if (place.line->sites[place.site])
          make_cells(&making, &place);
  }
  for (guint i = 0; i < making.going->len; i++)
    arrive(&making, &g_array_index(making.going, struct going, i));
  g_array_unref(making.made);
  g_array_unref(making.going);
  return making.cells;
}

bool second_event_has(const struct second *second, int event, const struct assignment *item)
{
  const struct event *held = &second->month->events[event];
  for (guint i = 0; i < second->lines->len; i++) {
    const struct demand *line = g_ptr_array_index(second->lines, i);
    if (line->event == event && has_task(line, item->task) && held->site == item->site &&
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
