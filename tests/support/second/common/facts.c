/* Section 2: what is given, laid out day by day and slot by slot. */
#include "tests/support/second/common/parts.h"

#include <stdlib.h>

static bool is_holiday(const struct service *service, int date)
{
  for (int i = 0; i < service->n_holidays; i++)
    if (service->holidays[i] == date)
      return true;
  return false;
}

static void lay_out_days(struct second *second)
{
  const struct month *month = second->month;
  second->n_days = month->n_days;
  second->days = g_new0(struct second_day, (gsize)month->n_days);
  second->first = month->days[0].date;
  second->last = second->first + month->n_days - 1;
  for (int d = 0; d < month->n_days; d++) {
    int date = second->first + d, weekday = second_weekday(date);
    second->n_weeks += d > 0 && weekday == 0;
    second->days[d] =
        (struct second_day){date, weekday, second->n_weeks, is_holiday(second->service, date)};
  }
  second->n_weeks++;
}

/* The month's own slots say where an event opens one; what is ordinary is told anew. */
static void lay_out_slots(struct second *second)
{
  const struct service *service = second->service;
  GArray *slots = g_array_new(FALSE, FALSE, sizeof(struct second_slot));
  for (int d = 0; d < second->n_days; d++)
    for (int b = 0; b < service->n_blocks; b++) {
      const struct block *block = &service->blocks[b];
      struct second_slot slot = {
          d, b, block->from_minute, block->to_minute, block->to_minute - block->from_minute, false};
      bool by_event = false;
      for (int s = 0; s < second->month->n_slots; s++)
        for (int e = 0; e < second->month->n_events; e++)
          by_event |= second->month->slots[s].date == second->days[d].date &&
                      second->month->slots[s].block == b && second->month->events[e].slots[s];
      slot.ordinary =
          !second->days[d].holiday && second_weekly(&service->week, second->days[d].weekday, b);
      if (slot.ordinary || by_event)
        g_array_append_val(slots, slot);
    }
  second->n_slots = (int)slots->len;
  second->slots = (struct second_slot *)(void *)g_array_free(slots, FALSE);
}

static bool closure_covers(const struct closure *closure, int date, int block)
{
  return closure->from <= date && date <= closure->until && (closure->blocks & 1U << block) != 0;
}

bool second_hours(const struct second *second, int site, int weekday, int block)
{
  const struct opening *hours = &second->service->sites[site].open[weekday];
  return hours->from_minute <= second->service->blocks[block].from_minute &&
         second->service->blocks[block].to_minute <= hours->to_minute;
}

static void open_sites(struct second *second)
{
  int n_sites = second->service->n_sites;
  second->closed = g_new0(bool, (gsize)(second->n_slots * n_sites));
  second->open = g_new0(bool, (gsize)(second->n_slots * n_sites));
  second->lapses = g_new0(bool, (gsize)(second->n_slots * n_sites));
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < n_sites; p++) {
      const struct second_day *day = &second->days[second->slots[s].day];
      bool closed = false;
      for (int i = 0; i < second->month->n_closures; i++) {
        const struct closure *closure = &second->month->closures[i];
        bool covers = (closure->site == p || closure->site == NONE) &&
                      closure_covers(closure, day->date, second->slots[s].block);
        closed |= covers;
        second->lapses[s * n_sites + p] |= covers && !closure->owed;
      }
      second->closed[s * n_sites + p] = closed;
      second->open[s * n_sites + p] =
          !closed && second_hours(second, p, day->weekday, second->slots[s].block);
    }
}

int second_date(const struct second *second, int slot)
{
  return second->days[second->slots[slot].day].date;
}

bool second_closed(const struct second *second, int slot, int site)
{
  return second->closed[slot * second->service->n_sites + site];
}

bool second_lapses(const struct second *second, int slot, int site)
{
  return second->lapses[slot * second->service->n_sites + site];
}

bool second_taken(const struct second *second, int slot, int site)
{
  const struct second_slot *at = &second->slots[slot];
  return at->ordinary && second_closed(second, slot, site) &&
         second_hours(second, site, second->days[at->day].weekday, at->block) &&
         !second_lapses(second, slot, site);
}

int second_moves(const struct second *second, int slot, int task, int site)
{
  const struct month *month = second->month;
  struct assignment here = {0, slot, task, site, false}, there = here;
  there.site = NONE;
  if (!second_taken(second, slot, site) || second_event_work(second, &here))
    return NONE;
  for (int i = month->n_closures - 1; i >= 0; i--) {
    const struct closure *closure = &month->closures[i];
    int date = second->days[second->slots[slot].day].date;
    if ((closure->site == NONE || closure->site == site) && closure->moves_to != NONE &&
        closure_covers(closure, date, second->slots[slot].block))
      there.site = closure->moves_to;
  }
  bool possible = there.site != NONE && second->service->tasks[task].at[there.site] &&
                  second_open(second, slot, there.site) && !second_event_work(second, &there);
  return possible ? there.site : NONE;
}

bool second_open(const struct second *second, int slot, int site)
{
  return second->open[slot * second->service->n_sites + site];
}

bool second_employed(const struct second *second, int clinician, int date)
{
  const struct clinician *person = &second->service->clinicians[clinician];
  return (person->joins == DATE_NONE || person->joins <= date) &&
         (person->leaves == DATE_NONE || date <= person->leaves);
}

static bool is_away(const struct second *second, int clinician, int date, int block)
{
  const struct month *month = second->month;
  bool away = false;
  for (int i = 0; i < month->n_leaves; i++)
    away |= month->leaves[i].clinician == clinician && month->leaves[i].from <= date &&
            date <= month->leaves[i].until && (month->leaves[i].blocks & 1U << block) != 0;
  for (int i = 0; i < month->n_closures; i++)
    away |= month->closures[i].site == NONE && closure_covers(&month->closures[i], date, block);
  return away;
}

/* The week that is in turn: by ISO weeks, or counted from the cycle's Monday. */
const struct pattern *second_works(const struct second *second, int clinician, int date)
{
  const struct works *works = &second_post(second, clinician, date)->works;
  int week = 0;
  if (works->cycle == DATE_NONE && works->n_weeks == 2)
    week = second_even_week(date) ? 1 : 0;
  else if (works->cycle != DATE_NONE)
    week = second_week_of(works->cycle, works->n_weeks, date);
  return &works->weeks[week];
}

bool second_own(const struct second *second, int clinician, int date, int block)
{
  const struct month *month = second->month;
  for (int i = 0; i < month->n_agreed; i++) {
    const struct slot *at = &month->slots[month->agreed[i].slot];
    if (month->agreed[i].clinician == clinician && at->date == date && at->block == block)
      return month->agreed[i].works;
  }
  return second_falls(second_works(second, clinician, date), date, block);
}

static void see_who_is_present(struct second *second)
{
  int n_clinicians = second->service->n_clinicians;
  second->present = g_new0(bool, (gsize)(n_clinicians * second->n_slots));
  for (int c = 0; c < n_clinicians; c++)
    for (int s = 0; s < second->n_slots; s++) {
      int date = second->days[second->slots[s].day].date, block = second->slots[s].block;
      second->present[c * second->n_slots + s] = second_own(second, c, date, block) &&
                                                 second_employed(second, c, date) &&
                                                 !is_away(second, c, date, block);
    }
}

bool second_extra(const struct second *second, int clinician, int slot)
{
  const struct month *month = second->month;
  int date = second->days[second->slots[slot].day].date, block = second->slots[slot].block;
  bool extra = second->service->clinicians[clinician].bank;
  for (int i = 0; i < month->n_agreed; i++) {
    const struct slot *at = &month->slots[month->agreed[i].slot];
    if (month->agreed[i].extra && month->agreed[i].clinician == clinician && at->date == date &&
        at->block == block)
      extra |= !(second_employed(second, clinician, date) &&
                 second_weekly(second_works(second, clinician, date), second_weekday(date), block));
  }
  return extra;
}

bool second_present(const struct second *second, int clinician, int slot)
{
  return second->present[clinician * second->n_slots + slot];
}

static void know_the_past(struct second *second)
{
  const struct history *history = &second->month->history;
  second->known_from = second->first;
  for (int m = history->n_months - 1; m >= 0; m--)
    if (history->months[m].until == second->known_from - 1)
      second->known_from = history->months[m].from;
  const struct history *later = &second->month->later;
  second->known_until = later->n_months > 0 ? later->months[0].until : second->last;
}

/* --- the whole -------------------------------------------------------------------- */

struct second *second_new(const struct service *service, const struct month *month)
{
  struct second *second = g_new0(struct second, 1);
  second->service = service;
  second->month = month;
  lay_out_days(second);
  lay_out_slots(second);
  open_sites(second);
  see_who_is_present(second);
  know_the_past(second);
  second_gather_demand(second);
  second_find_candidates(second);
  second_find_ranges(second);
  second_take(second, NULL, 0);
  return second;
}

void second_free(struct second *second)
{
  if (!second)
    return;
  g_ptr_array_unref(second->lines);
  g_free(second->days);
  g_free(second->slots);
  g_free(second->closed);
  g_free(second->open);
  g_free(second->lapses);
  g_free(second->present);
  g_free(second->candidate);
  g_free(second->worst);
  g_free(second->best);
  g_free((gpointer)second->items);
  g_free(second->of);
  g_free(second);
}

static int compare_items(const void *a, const void *b)
{
  const struct assignment *x = a, *y = b;
  return x->clinician != y->clinician ? x->clinician - y->clinician : x->slot - y->slot;
}

void second_take(struct second *second, const struct assignment *items, int count)
{
  struct assignment *own = g_memdup2(items, (gsize)count * sizeof *items);
  if (count > 0)
    qsort(own, (size_t)count, sizeof *own, compare_items);
  g_free((gpointer)second->items);
  g_free(second->of);
  second->items = own;
  second->count = count;
  second->of = g_new0(int, (gsize)second->service->n_clinicians + 1);
  for (int i = 0; i < count; i++)
    second->of[own[i].clinician + 1]++;
  for (int c = 0; c < second->service->n_clinicians; c++)
    second->of[c + 1] += second->of[c];
}
