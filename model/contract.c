#include "model/contract.h"

/* Minutes of the clinician's pattern in an ordinary week of the service: the mean
 * of the weeks that take turns. */
static int pattern_minutes(const struct service *service, int clinician)
{
  const struct works *works = &service->clinicians[clinician].works;
  int minutes = 0;
  for (int week = 0; week < works->n_weeks; week++)
    for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
      for (int b = 0; b < service->n_blocks; b++)
        if (works->weeks[week].blocks[weekday] & service->week.blocks[weekday] & 1U << b)
          minutes += service->blocks[b].to_minute - service->blocks[b].from_minute;
  return minutes / works->n_weeks;
}

int contract_minutes(const struct problem *problem, int clinician)
{
  enum { STEP_MINUTES = 15 };
  const struct month *month = problem->month;
  int64_t pattern = pattern_minutes(problem->service, clinician), present = 0;
  if (pattern == 0)
    return 0;
  for (int s = 0; s < month->n_slots; s++)
    if (month->slots[s].ordinary && problem_present(problem, clinician, s))
      present += month->slots[s].minutes;
  int64_t due = present * problem->service->clinicians[clinician].week_minutes;
  int64_t step = pattern * STEP_MINUTES;
  return (int)((due + step / 2) / step * STEP_MINUTES);
}
