#include "model/span.h"

bool span_next(const struct month *month, enum period per, struct span *span)
{
  if (span->end == month->n_slots)
    return false;
  const struct day *day = &month->days[month->slots[span->end].day];
  span->first = span->end;
  span->from = span->until = day->date;
  if (per == PERIOD_WEEK) {
    span->from -= day->weekday;
    span->until = span->from + WEEK_DAYS - 1;
  } else if (per == PERIOD_MONTH) {
    span->from = month->days[0].date;
    span->until = month->days[month->n_days - 1].date;
  }
  if (per == PERIOD_SESSION)
    span->end++;
  else
    while (span->end < month->n_slots && month->slots[span->end].date <= span->until)
      span->end++;
  return true;
}

int span_period(const struct month *month, enum period per, const struct span *span)
{
  int day = month->slots[span->first].day;
  switch (per) {
  case PERIOD_SESSION:
    return span->first;
  case PERIOD_DAY:
    return day;
  case PERIOD_WEEK:
    return month->days[day].week;
  default:
    return 0;
  }
}

static bool is_possible(const struct problem *problem, const struct scope *scope, int clinician,
                        int slot)
{
  int count, first = problem_cell(problem, clinician, slot, &count);
  if (!problem_present(problem, clinician, slot) || !scope_has_slot(scope, problem, slot))
    return false;
  for (int i = first; i < first + count; i++)
    if (scope_has(scope, problem, &problem->candidates[i]))
      return true;
  return false;
}

struct usual span_possible(const struct problem *problem, const struct span *span,
                           const struct scope *scope, int clinician)
{
  struct usual out = {0, 0};
  int last_day = NONE;
  for (int s = span->first; s < span->end; s++) {
    if (!is_possible(problem, scope, clinician, s))
      continue;
    out.sessions++;
    out.days += problem->month->slots[s].day != last_day;
    last_day = problem->month->slots[s].day;
  }
  return out;
}
