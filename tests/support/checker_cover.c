#include "tests/support/checker.h"

#include <string.h>

/* Section 4: demand and its cells. */

/* Sites that are asked for together: one, or all of the line's. */
struct places {
  const struct demand *line;
  int site; /* NONE: all of the line's */
};

static bool asked_at(const struct checker *checker, const struct places *places, int site)
{
  if (places->site != NONE)
    return site == places->site;
  return places->line->sites ? places->line->sites[site]
                             : checker->service->tasks[places->line->task].at[site];
}

/* Is the slot one of the line's: ordinary, and in its sessions and dates? */
static bool of_line(const struct checker *checker, const struct demand *line, int slot)
{
  const struct slot *at = &checker->month->slots[slot];
  int weekday = checker->month->days[at->day].weekday;
  return at->ordinary && (line->when.blocks[weekday] & 1U << at->block) != 0 &&
         (line->when.from == DATE_NONE || line->when.from <= at->date) &&
         (line->when.until == DATE_NONE || line->when.until >= at->date);
}

/* Does an event do the line's task there and then? */
static bool by_event(const struct checker *checker, const struct demand *line, int slot, int site)
{
  for (int i = 0; i < checker->month->n_demands; i++) {
    const struct demand *need = &checker->month->demands[i];
    if (need->event != NONE && need->task == line->task && need->slots[slot] && need->sites[site])
      return true;
  }
  return false;
}

static bool asked_in(const struct checker *checker, const struct places *places, int slot)
{
  for (int p = 0; p < checker->service->n_sites; p++)
    if (asked_at(checker, places, p) && checker_open(checker, slot, p) &&
        !by_event(checker, places->line, slot, p))
      return of_line(checker, places->line, slot);
  return false;
}

/* Sessions of a week of the service with one of the places open by its hours. */
static int ordinary_week(const struct checker *checker, const struct places *places)
{
  const struct service *service = checker->service;
  int sessions = 0;
  for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
    for (int b = 0; b < service->n_blocks; b++) {
      bool one = false;
      for (int p = 0; p < service->n_sites; p++) {
        const struct opening *hours = &service->sites[p].open[weekday];
        one |= asked_at(checker, places, p) &&
               hours->from_minute <= service->blocks[b].from_minute &&
               service->blocks[b].to_minute <= hours->to_minute;
      }
      sessions += one && (service->week.blocks[weekday] & places->line->when.blocks[weekday] &
                          1U << b) != 0;
    }
  return sessions;
}

static int period_of(const struct checker *checker, enum period per, int slot)
{
  int day = checker->month->slots[slot].day;
  return per == PERIOD_SESSION ? slot
         : per == PERIOD_DAY   ? day
         : per == PERIOD_WEEK  ? checker->month->days[day].week
                               : 0;
}

/* round(a / b), as section 1 has it */
static int64_t rounded(int64_t a, int64_t b)
{
  return (2 * a + b) / (2 * b);
}

static int64_t above(int64_t amount)
{
  return amount > 0 ? amount : 0;
}

/* The cell of these places in the period of its first slot. */
static int64_t cell_cost(const struct checker *checker, const struct rule_use *use,
                         const struct places *places, int period)
{
  const struct demand *line = places->line;
  const struct pcn *pcn = places->site == NONE ? NULL : checker->service->sites[places->site].pcn;
  int64_t open = 0, n = 0, ordinary = ordinary_week(checker, places), need = line->need;
  for (int s = 0; s < checker->month->n_slots; s++)
    open += period_of(checker, line->per, s) == period && asked_in(checker, places, s);
  if (open == 0)
    return 0;
  if (line->patients_per_session > 0 && pcn)
    while (need * line->patients_per_session < (int64_t)pcn->patients * line->need)
      need++;
  int64_t target = MAX(line->target, need);
  if (line->per == PERIOD_WEEK && open < ordinary) {
    need = rounded(need * open, ordinary);
    target = rounded(target * open, ordinary);
  }
  if (line->price_target == 0)
    target = need;
  for (int i = 0; i < checker->count; i++) {
    const struct assignment *item = &checker->items[i];
    n += item->task == line->task && asked_at(checker, places, item->site) &&
         of_line(checker, line, item->slot) && !by_event(checker, line, item->slot, item->site) &&
         period_of(checker, line->per, item->slot) == period;
  }
  int64_t cost = above(target - MAX(n, need)) * line->price_target;
  if (!line->hard) {
    cost += above(need - n) * MAX(line->price_need, line->price_target);
    if (line->most != UNLIMITED)
      cost += above(n - line->most) * line->price_most;
  }
  return cost * use->weight;
}

static int64_t line_cost(const struct checker *checker, const struct rule_use *use,
                         const struct places *places)
{
  int last = -1;
  int64_t cost = 0;
  for (int s = 0; s < checker->month->n_slots; s++) {
    int period = period_of(checker, places->line->per, s);
    if (period > last)
      cost += cell_cost(checker, use, places, period);
    last = MAX(last, period);
  }
  return cost;
}

static bool same_line(const struct checker *checker, const struct demand *a, const struct demand *b)
{
  bool same = a->event == NONE && a->task == b->task && a->per == b->per &&
              a->each_site == b->each_site && !a->sites == !b->sites &&
              memcmp(a->when.blocks, b->when.blocks, sizeof a->when.blocks) == 0;
  for (int p = 0; p < checker->service->n_sites && same && a->sites; p++)
    same = a->sites[p] == b->sites[p];
  return same;
}

static int64_t lines_cost(const struct checker *checker, const struct rule_use *use,
                          const struct demand *lines, int count, bool of_month)
{
  int64_t cost = 0;
  for (int i = 0; i < count; i++) {
    bool skip = lines[i].event != NONE;
    for (int j = 0; j < checker->month->n_demands && !of_month; j++)
      skip |= same_line(checker, &checker->month->demands[j], &lines[i]);
    struct places places = {&lines[i], NONE};
    if (!skip && !lines[i].each_site)
      cost += line_cost(checker, use, &places);
    for (int p = 0; p < checker->service->n_sites && !skip && lines[i].each_site; p++)
      if (asked_at(checker, &places, p)) {
        struct places one = {&lines[i], p};
        cost += line_cost(checker, use, &one);
      }
  }
  return cost;
}

int64_t checker_cover(const struct checker *checker, const struct rule_use *use)
{
  return lines_cost(checker, use, checker->service->demands, checker->service->n_demands, false) +
         lines_cost(checker, use, checker->month->demands, checker->month->n_demands, true);
}
