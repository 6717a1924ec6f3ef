#include "model/workdays.h"

struct workdays workdays_read(const struct audit *audit, const struct scope *scope, int clinician)
{
  const struct problem *problem = audit->problem;
  struct workdays out = {.n_days = problem->month->n_days};
  int count, first = problem->month->days[0].date;
  const struct past_assignment *past = history_of(&problem->month->history, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= first - WORKDAYS_PAST && past[i].date < first &&
        scope_has_past(scope, problem, &past[i]))
      out.worked[past[i].date - first + WORKDAYS_PAST] = true;
  for (int s = 0; s < problem->month->n_slots; s++) {
    const struct assignment *items = rota_at(audit->rota, clinician, s, &count);
    for (int i = 0; i < count; i++)
      if (scope_has(scope, problem, &items[i]))
        out.worked[problem->month->slots[s].day + WORKDAYS_PAST] = true;
  }
  return out;
}

bool workdays_has(const struct workdays *workdays, int day)
{
  return day >= -WORKDAYS_PAST && day < workdays->n_days && workdays->worked[day + WORKDAYS_PAST];
}

const char *workdays_format(const struct problem *problem, int day, char text[DATE_TEXT_SIZE])
{
  return date_format_short(problem->month->days[0].date + day, text);
}

struct label workdays_label(const struct audit *audit, int clinician, int day)
{
  struct label label = audit_label(audit);
  const struct day *at = &audit->problem->month->days[day];
  label.clinician = clinician;
  if (at->n_slots > 0)
    label.slot = at->first_slot;
  return label;
}
