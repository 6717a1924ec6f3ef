#include "model/month.h"

#include <stdio.h>
#include <string.h>

static const char *name_of(const struct month *month)
{
  if (month->weeks == 0)
    return arena_strdup(month->arena, month->id);
  g_autofree char *name = month->weeks == 1
                              ? g_strdup_printf("the week from %s", month->id)
                              : g_strdup_printf("the %d weeks from %s", month->weeks, month->id);
  return arena_strdup(month->arena, name);
}

struct month *month_new(int first, int weeks)
{
  struct month *out = g_new0(struct month, 1);
  out->arena = arena_new();
  out->from = first;
  out->until = month_id_last(first, weeks);
  out->weeks = weeks;
  month_id_format(first, weeks, out->id);
  out->name = name_of(out);
  return out;
}

void month_free(struct month *month)
{
  if (!month)
    return;
  arena_free(month->arena);
  g_free(month);
}

static uint8_t open_blocks(const struct service *service, const struct day *day)
{
  return day->holiday ? 0 : service->week.blocks[day->weekday];
}

void month_lay_out(struct month *month, const struct service *service, const uint8_t *extra)
{
  int week = 0;
  month->n_days = month->until + 1 - month->from;
  month->days = ARENA_NEW(month->arena, struct day, month->n_days);
  month->slots = ARENA_NEW(month->arena, struct slot, month->n_days * service->n_blocks);
  month->n_slots = 0;
  for (int d = 0; d < month->n_days; d++) {
    struct day *day = &month->days[d];
    day->date = month->from + d;
    day->weekday = date_weekday(day->date);
    if (d > 0 && day->weekday == 0)
      week++;
    day->week = week;
    day->holiday = service_is_holiday(service, day->date);
    day->first_slot = month->n_slots;
    uint8_t ordinary = open_blocks(service, day);
    uint8_t blocks = (uint8_t)(ordinary | (extra ? extra[d] : 0));
    for (int b = 0; b < service->n_blocks; b++)
      if (blocks >> b & 1)
        month->slots[month->n_slots++] = (struct slot){
            .day = d,
            .date = day->date,
            .block = b,
            .minutes = service->blocks[b].to_minute - service->blocks[b].from_minute,
            .ordinary = ordinary >> b & 1,
        };
    day->n_slots = month->n_slots - day->first_slot;
  }
  month->n_weeks = week + 1;
}

bool month_owns(const struct month *month, const char *path)
{
  size_t length = strlen(month->id);
  return strncmp(path, month->id, length) == 0 && path[length] == '/';
}

int month_slot(const struct month *month, int date, int block)
{
  int d = date - month->days[0].date;
  if (d < 0 || d >= month->n_days)
    return NONE;
  const struct day *day = &month->days[d];
  for (int s = day->first_slot; s < day->first_slot + day->n_slots; s++)
    if (month->slots[s].block == block)
      return s;
  return NONE;
}

bool month_shares(const struct month *month, int week, struct shared_days *out)
{
  const struct day *first = &month->days[0], *last = &month->days[month->n_days - 1];
  bool before = week == first->week && first->weekday > 0 &&
                history_known_from(&month->history, first->date) < first->date;
  bool after = week == last->week && last->weekday < WEEK_DAYS - 1 && month->later.n_months > 0;
  if (before)
    *out = (struct shared_days){&month->history, first->date - first->weekday, first->date - 1};
  else if (after)
    *out = (struct shared_days){&month->later, last->date + 1,
                                last->date + WEEK_DAYS - 1 - last->weekday};
  return before || after;
}

const struct agreed *month_agreed(const struct month *month, int clinician, int slot)
{
  for (int i = 0; i < month->n_agreed; i++)
    if (month->agreed[i].clinician == clinician && month->agreed[i].slot == slot)
      return &month->agreed[i];
  return NULL;
}

bool month_works(const struct month *month, const struct service *service, int clinician, int slot)
{
  const struct slot *at = &month->slots[slot];
  const struct agreed *agreed = month_agreed(month, clinician, slot);
  return agreed ? agreed->works && clinician_employed(service, clinician, at->date)
                : clinician_works(service, clinician, at->date, at->block);
}

bool month_away(const struct month *month, int clinician, int slot)
{
  const struct slot *at = &month->slots[slot];
  for (int i = 0; i < month->n_leaves; i++) {
    const struct leave *leave = &month->leaves[i];
    if (leave->clinician == clinician && at->date >= leave->from && at->date <= leave->until &&
        leave->blocks >> at->block & 1)
      return true;
  }
  for (int i = 0; i < month->n_closures; i++) {
    const struct closure *closure = &month->closures[i];
    if (closure->site == NONE && at->date >= closure->from && at->date <= closure->until &&
        closure->blocks >> at->block & 1)
      return true;
  }
  return false;
}

const char *month_slot_format(const struct month *month, const struct service *service, int slot,
                              char text[32])
{
  char date[DATE_TEXT_SIZE];
  snprintf(text, 32, "%s %.15s", date_format(month->slots[slot].date, date),
           service->blocks[month->slots[slot].block].id);
  return text;
}

const struct criteria *month_criteria(const struct month *month, const struct service *service,
                                      int clinician)
{
  int last = month->days[month->n_days - 1].date;
  for (int i = 0; i < service->n_special; i++)
    if (service_has_post(service, service->special[i].who, clinician, last))
      return &service->special[i];
  return &service->criteria;
}

bool month_can(const struct month *month, const struct service *service, int clinician, int task)
{
  for (int d = 0; d < month->n_days; d++)
    if (clinician_can(service, clinician, task, month->days[d].date))
      return true;
  return false;
}

bool month_sends(const struct month *month, const struct service *service, int clinician, int site)
{
  for (int d = 0; d < month->n_days; d++)
    if (clinician_on(service, clinician, month->days[d].date)->sites[site])
      return true;
  return false;
}

/* The same day so many months before, or the last of that month where it has no such day. */
static int months_before(int date, int months)
{
  int count = date_year(date) * 12 + date_month(date) - 1 - months;
  int year = count / 12, month = count % 12 + 1;
  return date_make(year, month, MIN(date_day(date), date_days_in_month(year, month)));
}

int month_looks_back(const struct month *month, int months)
{
  int earliest = months_before(month->from, months);
  for (int m = 0; m < month->history.n_months; m++)
    if (month->history.months[m].from >= earliest)
      return month->history.months[m].from;
  return month->from;
}

int month_deadline(const struct month *month, int day)
{
  int year = date_year(month->from), number = date_month(month->from);
  if (day <= 0)
    return day < 0 ? month->from + day : DATE_NONE;
  return number > 1 ? date_make(year, number - 1, day) : date_make(year - 1, 12, day);
}

int month_due(const struct month *month, const struct service *service)
{
  int days_before = service->criteria.publish_days_before;
  return days_before > 0 ? month->days[0].date - days_before : DATE_NONE;
}

const struct preferences *month_preferences(const struct month *month, int clinician)
{
  int low = 0, high = month->n_preferences;
  while (low < high) {
    int middle = (low + high) / 2;
    if (month->preferences[middle].clinician < clinician)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < month->n_preferences && month->preferences[low].clinician == clinician)
    return &month->preferences[low];
  return NULL;
}
