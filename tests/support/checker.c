#include "tests/support/checker.h"

#include <string.h>

static const struct slot *slot_of(const struct checker *checker, const struct assignment *item)
{
  return &checker->month->slots[item->slot];
}

static int64_t started(int64_t amount, int64_t unit)
{
  return amount <= 0 ? 0 : (amount + unit - 1) / unit;
}

static int value(const struct rule_use *use, const char *name)
{
  for (int i = 0; i < use->rule->n_params; i++)
    if (strcmp(use->rule->params[i].name, name) == 0)
      return use->values[i];
  g_assert_not_reached();
}

static bool falls_in(const struct checker *checker, const struct pattern *when, int slot)
{
  const struct slot *at = &checker->month->slots[slot];
  return (when->blocks[checker->month->days[at->day].weekday] & 1U << at->block) != 0 &&
         (when->from == DATE_NONE || when->from <= at->date) &&
         (when->until == DATE_NONE || when->until >= at->date);
}

bool checker_in_scope(const struct checker *checker, const struct rule_use *use,
                      const struct assignment *item)
{
  const struct scope *scope = &use->scope;
  return (!scope->clinicians || scope->clinicians[item->clinician]) &&
         (!scope->tasks || scope->tasks[item->task]) &&
         (!scope->sites || scope->sites[item->site]) && falls_in(checker, &scope->when, item->slot);
}

/* --- section 2 ------------------------------------------------------------- */

bool checker_open(const struct checker *checker, int slot, int site)
{
  const struct slot *at = &checker->month->slots[slot];
  const struct block *block = &checker->service->blocks[at->block];
  const struct opening *hours =
      &checker->service->sites[site].open[checker->month->days[at->day].weekday];
  for (int i = 0; i < checker->month->n_closures; i++) {
    const struct closure *closure = &checker->month->closures[i];
    if ((closure->site == site || closure->site == NONE) && closure->from <= at->date &&
        at->date <= closure->until && (closure->blocks & 1U << at->block) != 0)
      return false;
  }
  return hours->from_minute <= block->from_minute && block->to_minute <= hours->to_minute;
}

static bool is_present(const struct checker *checker, int clinician, int slot)
{
  const struct clinician *person = &checker->service->clinicians[clinician];
  const struct slot *at = &checker->month->slots[slot];
  GDate date;
  g_date_clear(&date, 1);
  g_date_set_julian(&date, (guint32)at->date);
  bool even = g_date_get_iso8601_week_of_year(&date) % 2 == 0;
  bool away = !falls_in(checker, &person->works[even], slot) ||
              (person->joins != DATE_NONE && at->date < person->joins) ||
              (person->leaves != DATE_NONE && person->leaves < at->date);
  for (int i = 0; i < checker->month->n_leaves; i++) {
    const struct leave *leave = &checker->month->leaves[i];
    away |= leave->clinician == clinician && leave->from <= at->date && at->date <= leave->until &&
            (leave->blocks & 1U << at->block) != 0;
  }
  for (int i = 0; i < checker->month->n_closures; i++) {
    const struct closure *closure = &checker->month->closures[i];
    away |= closure->site == NONE && closure->from <= at->date && at->date <= closure->until &&
            (closure->blocks & 1U << at->block) != 0;
  }
  return !away;
}

int64_t checker_contract_minutes(const struct checker *checker, int clinician)
{
  const struct service *service = checker->service;
  const struct clinician *person = &service->clinicians[clinician];
  int64_t fortnight = 0, present = 0;
  for (int d = 0; d < 2 * WEEK_DAYS; d++)
    for (int b = 0; b < service->n_blocks; b++)
      if ((person->works[d / WEEK_DAYS].blocks[d % WEEK_DAYS] &
           service->week.blocks[d % WEEK_DAYS] & 1U << b) != 0)
        fortnight += service->blocks[b].to_minute - service->blocks[b].from_minute;
  for (int s = 0; s < checker->month->n_slots; s++)
    if (checker->month->slots[s].ordinary && is_present(checker, clinician, s))
      present += checker->month->slots[s].minutes;
  int64_t pattern = fortnight / 2, owed = present * person->week_minutes;
  return pattern == 0 ? 0 : 15 * ((2 * owed + 15 * pattern) / (2 * 15 * pattern));
}

/* --- the rules of section 5 ------------------------------------------------ */

static bool duty_needed(const struct checker *checker, const struct rule_use *use, int slot)
{
  bool needed = false;
  for (int t = 0; t < checker->service->n_tasks; t++)
    for (int p = 0; p < checker->service->n_sites; p++) {
      struct assignment item = {0, slot, t, p, false};
      needed |= checker->service->tasks[t].at[p] && checker_in_scope(checker, use, &item) &&
                checker_open(checker, slot, p);
    }
  return needed && checker->month->slots[slot].ordinary;
}

static bool works_any(const struct checker *checker, int day)
{
  for (int s = 0; s < checker->month->n_slots; s++)
    for (int p = 0; p < checker->service->n_sites; p++)
      if (checker->month->slots[s].day == day && checker->month->slots[s].ordinary &&
          checker_open(checker, s, p))
        return true;
  return false;
}

/* Notes who is on duty on the slot's day, and returns the cost of the slot. */
static int64_t duty_slot(const struct checker *checker, const struct rule_use *use, int slot,
                         bool *on)
{
  int n = 0, need = value(use, "need");
  for (int i = 0; i < checker->count; i++)
    if (checker->items[i].slot == slot && checker_in_scope(checker, use, &checker->items[i])) {
      on[checker->items[i].clinician * checker->month->n_days + checker->month->slots[slot].day] =
          true;
      n++;
    }
  return n < need ? (int64_t)(need - n) * use->weight
                  : (int64_t)(n - need) * value(use, "over_weight");
}

static int64_t duty_cost(const struct checker *checker, const struct rule_use *use)
{
  int64_t cost = 0;
  int n_days = checker->month->n_days;
  g_autofree bool *on = g_new0(bool, (gsize)(checker->service->n_clinicians * n_days));
  for (int s = 0; s < checker->month->n_slots; s++)
    if (duty_needed(checker, use, s))
      cost += duty_slot(checker, use, s, on);
  for (int d = 0, before = NONE; d < n_days; d++) {
    if (!works_any(checker, d))
      continue;
    for (int c = 0; c < checker->service->n_clinicians && before != NONE; c++)
      if (on[c * n_days + before] && on[c * n_days + d])
        cost += value(use, "apart_weight");
    before = d;
  }
  return cost;
}

static int64_t minutes_of(const struct checker *checker, const struct rule_use *use, int clinician)
{
  int64_t minutes = 0;
  for (int i = 0; i < checker->count; i++)
    if (checker->items[i].clinician == clinician &&
        checker_in_scope(checker, use, &checker->items[i]))
      minutes += slot_of(checker, &checker->items[i])->minutes;
  return minutes;
}

/* Without history: nothing is carried. */
static int64_t contract_cost(const struct checker *checker, const struct rule_use *use)
{
  int64_t units = 0;
  for (int c = 0; c < checker->service->n_clinicians; c++) {
    const struct clinician *person = &checker->service->clinicians[c];
    int64_t aim = checker_contract_minutes(checker, c);
    if (use->scope.clinicians && !use->scope.clinicians[c])
      continue;
    if (person->fewest_minutes != UNLIMITED && aim < person->fewest_minutes)
      aim = person->fewest_minutes;
    if (person->most_minutes != UNLIMITED && aim > person->most_minutes)
      aim = person->most_minutes;
    int64_t off = minutes_of(checker, use, c) - aim;
    units += started(off < 0 ? -off : off, value(use, "per_minutes"));
  }
  return units * use->weight;
}

static int64_t support_cost(const struct checker *checker, const struct rule_use *use)
{
  int64_t units = 0;
  for (int c = 0; c < checker->service->n_clinicians; c++)
    if (!use->scope.clinicians || use->scope.clinicians[c])
      units += started(value(use, "share") * checker_contract_minutes(checker, c) -
                           100 * minutes_of(checker, use, c),
                       100 * value(use, "per_minutes"));
  return units * use->weight;
}

/* Of the service as a whole. */
static int64_t ratio_cost(const struct checker *checker, const struct rule_use *use)
{
  int64_t g = value(use, "generalist"), k = value(use, "specialist"), minutes[3] = {0, 0, 0};
  for (int i = 0; i < checker->count; i++)
    if (checker_in_scope(checker, use, &checker->items[i]))
      minutes[checker->service->tasks[checker->items[i].task].stream] +=
          slot_of(checker, &checker->items[i])->minutes;
  int64_t G = minutes[STREAM_GENERALIST], K = minutes[STREAM_SPECIALIST];
  int64_t off = 100 * (g * K - k * G);
  return use->weight * started((off < 0 ? -off : off) - value(use, "within") * (g + k) * (G + K),
                               100 * (g + k) * value(use, "per_minutes"));
}

/* --- section 6 ------------------------------------------------------------- */

static int64_t wishes_for(const struct criteria *criteria, const struct wish *wishes, int count,
                          int item)
{
  int64_t points = 0;
  for (int i = 0; i < count; i++)
    points += wishes[i].item == item ? criteria->points[wishes[i].level] : 0;
  return points;
}

static int64_t points_of(const struct checker *checker, const struct preferences *asked,
                         const struct assignment *item)
{
  const struct criteria *criteria = &checker->service->criteria;
  int64_t raw = wishes_for(criteria, asked->sites, asked->n_sites, item->site) +
                wishes_for(criteria, asked->tasks, asked->n_tasks, item->task);
  for (int i = 0; i < asked->n_requests; i++) {
    const struct session_request *q = &asked->requests[i];
    int64_t worth = criteria->points[LEVEL_LOVE] == 0
                        ? criteria->request_points
                        : (int64_t)criteria->request_points * criteria->points[q->level] /
                              criteria->points[LEVEL_LOVE];
    if ((q->date != DATE_NONE && q->date != slot_of(checker, item)->date) ||
        !falls_in(checker, &q->when, item->slot))
      continue;
    if (q->off)
      raw -= worth;
    else if ((q->task == NONE || q->task == item->task) &&
             (q->site == NONE || q->site == item->site))
      raw += worth;
  }
  return raw * asked->percent / 100;
}

/* One assignment each in a slot is taken for granted. */
static int64_t meeting_points(const struct checker *checker, const struct preferences *asked,
                              const struct assignment *item)
{
  int64_t points = 0;
  for (int i = 0; i < checker->count; i++) {
    const struct assignment *other = &checker->items[i];
    if (other->clinician != item->clinician && other->slot == item->slot &&
        other->site == item->site && !checker->service->sites[item->site].remote)
      points += wishes_for(&checker->service->criteria, asked->people, asked->n_people,
                           other->clinician) *
                asked->percent / 100;
  }
  return points;
}

static int64_t preferences_cost(const struct checker *checker, const struct rule_use *use)
{
  int64_t points = 0;
  for (int p = 0; p < checker->month->n_preferences; p++) {
    const struct preferences *asked = &checker->month->preferences[p];
    for (int i = 0; i < checker->count; i++)
      if (checker->items[i].clinician == asked->clinician &&
          (!use->scope.clinicians || use->scope.clinicians[asked->clinician]))
        points += points_of(checker, asked, &checker->items[i]) +
                  meeting_points(checker, asked, &checker->items[i]);
  }
  return -points * use->weight;
}

bool checker_cost(const struct checker *checker, const struct rule_use *use, int64_t *cost)
{
  const char *name = use->rule->name;
  if (use->hard)
    return false;
  if (strcmp(name, "cover") == 0)
    *cost = checker_cover(checker, use);
  else if (strcmp(name, "duty_cover") == 0)
    *cost = duty_cost(checker, use);
  else if (strcmp(name, "contract_hours") == 0)
    *cost = contract_cost(checker, use);
  else if (strcmp(name, "support_time") == 0)
    *cost = support_cost(checker, use);
  else if (strcmp(name, "preferences") == 0)
    *cost = preferences_cost(checker, use);
  else if (strcmp(name, "ratio") == 0 && value(use, "each") == 0)
    *cost = ratio_cost(checker, use);
  else
    return false;
  return true;
}
