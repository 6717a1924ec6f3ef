#include "model/contract.h"

/* Minutes of the post's pattern in an ordinary week of the service: the mean
 * of the weeks that take turns. */
static int pattern_minutes(const struct service *service, const struct works *works)
{
  int minutes = 0;
  for (int week = 0; week < works->n_weeks; week++)
    for (int weekday = 0; weekday < WEEK_DAYS; weekday++)
      for (int b = 0; b < service->n_blocks; b++)
        if (works->weeks[week].blocks[weekday] & service->week.blocks[weekday] & 1U << b)
          minutes += service->blocks[b].to_minute - service->blocks[b].from_minute;
  return minutes / works->n_weeks;
}

/* Minutes owed for the days of one post, which are in scope. */
static int64_t post_minutes(const struct problem *problem, const struct scope *scope, int clinician,
                            int post)
{
  const struct month *month = problem->month;
  const struct post *held = &problem->service->posts[post];
  int64_t pattern = pattern_minutes(problem->service, &held->works), present = 0;
  if (pattern == 0)
    return 0;
  for (int s = 0; s < month->n_slots; s++)
    if (month->slots[s].ordinary && problem_present(problem, clinician, s) &&
        !problem_is_extra(problem, clinician, s) &&
        clinician_post(problem->service, clinician, month->slots[s].date) == post &&
        (!scope || scope_has_on(scope, problem, clinician, month->slots[s].date)))
      present += month->slots[s].minutes;
  return (2 * present * held->week_minutes + pattern) / (2 * pattern);
}

int contract_minutes(const struct problem *problem, int clinician, const struct scope *scope)
{
  enum { STEP_MINUTES = 15 };
  const struct clinician *person = &problem->service->clinicians[clinician];
  int64_t due = post_minutes(problem, scope, clinician, clinician);
  for (int post = person->changed; post < person->changed + person->n_changes; post++)
    due += post_minutes(problem, scope, clinician, post);
  return (int)((due + STEP_MINUTES / 2) / STEP_MINUTES * STEP_MINUTES);
}

struct own_hours contract_own_hours(const struct problem *problem, int clinician)
{
  const struct month *month = problem->month;
  int fewest = 0, most = 0;
  bool has_fewest = true, has_most = true;
  for (int d = 0; d < month->n_days; d++) {
    const struct post *post = clinician_on(problem->service, clinician, month->days[d].date);
    has_fewest = has_fewest && post->fewest_minutes != UNLIMITED;
    has_most = has_most && post->most_minutes != UNLIMITED;
    fewest += post->fewest_minutes;
    most += post->most_minutes;
  }
  return (struct own_hours){
      .fewest = has_fewest ? (2 * fewest + month->n_days) / (2 * month->n_days) : UNLIMITED,
      .most = has_most ? (2 * most + month->n_days) / (2 * month->n_days) : UNLIMITED,
  };
}
