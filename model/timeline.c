#include "model/timeline.h"

#include "model/indicator.h"

static void read_past(struct timeline *timeline, const struct problem *problem,
                      const struct scope *scope)
{
  int count;
  const struct past_assignment *past =
      history_of(&problem->month->history, timeline->clinician, &count);
  for (int i = 0; i < count; i++) {
    int before = problem->month->days[0].date - past[i].date;
    if (before >= 1 && before <= TIMELINE_PAST && scope_has_past(scope, problem, &past[i]))
      timeline->past[before - 1] = true;
  }
}

void timeline_init(struct timeline *timeline, const struct problem *problem,
                   const struct scope *scope, int clinician)
{
  const struct month *month = problem->month;
  *timeline = (struct timeline){.clinician = clinician};
  for (int d = 0; d < month->n_days; d++)
    timeline->columns[d] = g_array_new(FALSE, FALSE, sizeof(int));
  read_past(timeline, problem, scope);
  const int *cell = &problem->cell[clinician * month->n_slots];
  for (int i = cell[0]; i < cell[month->n_slots]; i++)
    if (scope_has(scope, problem, &problem->candidates[i]))
      g_array_append_val(timeline->columns[month->slots[problem->candidates[i].slot].day], i);
}

void timeline_clear(struct timeline *timeline)
{
  for (int d = 0; d < TIMELINE_MONTH; d++)
    if (timeline->columns[d])
      g_array_free(timeline->columns[d], TRUE);
}

bool timeline_can(const struct timeline *timeline, int day)
{
  return day < 0 ? timeline->past[-day - 1] : timeline->columns[day]->len > 0;
}

void timeline_make(struct timeline *timeline, struct formulation *formulation, int first, int last)
{
  for (int d = MAX(first, 0); d <= last; d++) {
    if (timeline->made[d])
      continue;
    timeline->made[d] = true;
    indicator_make(formulation, timeline_label(timeline, formulation, d), timeline->columns[d]);
  }
}

int64_t timeline_term(const struct timeline *timeline, struct formulation *formulation, int day,
                      int64_t coefficient)
{
  if (day < 0)
    return timeline_can(timeline, day) ? coefficient : 0;
  indicator_term(formulation, timeline->columns[day], coefficient);
  return 0;
}

struct label timeline_label(const struct timeline *timeline, const struct formulation *formulation,
                            int day)
{
  const struct day *at = &formulation->problem->month->days[day];
  struct label label = formulation_label(formulation);
  label.clinician = timeline->clinician;
  if (at->n_slots > 0)
    label.slot = at->first_slot;
  return label;
}
