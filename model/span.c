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
