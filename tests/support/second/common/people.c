/* What people hold, owe and did before. */
#include "tests/support/second/second.h"

const struct post *second_post(const struct second *second, int clinician, int date)
{
  const struct clinician *person = &second->service->clinicians[clinician];
  for (int i = person->n_changes - 1; i >= 0; i--)
    if (second->service->posts[person->changed + i].from <= date)
      return &second->service->posts[person->changed + i];
  return &second->service->posts[clinician];
}

const struct skill_held *second_holds(const struct second *second, int clinician, int skill,
                                      int date)
{
  const struct post *post = second_post(second, clinician, date);
  for (int i = 0; i < post->n_skills; i++) {
    const struct skill_held *held = &post->skills[i];
    if (held->skill == skill && (held->from == DATE_NONE || held->from <= date) &&
        (held->until == DATE_NONE || date <= held->until))
      return held;
  }
  return NULL;
}

bool second_is_trainee(const struct second *second, int clinician, int task, int date)
{
  const struct task *asked = &second->service->tasks[task];
  const struct skill_held *held =
      asked->skill == NONE ? NULL : second_holds(second, clinician, asked->skill, date);
  return held && held->trainee && held->stage < asked->min_stage;
}

bool second_can(const struct second *second, int clinician, int task, int date)
{
  const struct task *asked = &second->service->tasks[task];
  if (second_post(second, clinician, date)->band < asked->min_band)
    return false;
  if (asked->skill == NONE)
    return true;
  const struct skill_held *held = second_holds(second, clinician, asked->skill, date);
  return held && (held->stage >= asked->min_stage || held->trainee);
}

/* The mean of the weeks that take turns, rounded down. */
static int64_t pattern_minutes(const struct second *second, const struct works *works)
{
  const struct service *service = second->service;
  int64_t whole = 0;
  for (int w = 0; w < works->n_weeks; w++)
    for (int weekday = 0; weekday < 7; weekday++)
      for (int b = 0; b < service->n_blocks; b++)
        if (second_weekly(&service->week, weekday, b) &&
            second_weekly(&works->weeks[w], weekday, b))
          whole += service->blocks[b].to_minute - service->blocks[b].from_minute;
  return whole / works->n_weeks;
}

/* Each post's minutes, whole ones, for the sessions on the days that it holds. */
int64_t second_contract(const struct second *second, const struct rule_use *use, int clinician)
{
  int64_t minutes = 0;
  for (int p = 0; p < second->service->n_posts; p++) {
    const struct post *post = &second->service->posts[p];
    int64_t present = 0, pattern = pattern_minutes(second, &post->works);
    for (int s = 0; s < second->n_slots; s++)
      if (second->slots[s].ordinary && second_present(second, clinician, s) &&
          !second_extra(second, clinician, s) &&
          second_post(second, clinician, second_date(second, s)) == post &&
          (!use || second_who_on(second, use, clinician, second_date(second, s))))
        present += second->slots[s].minutes;
    if (pattern > 0)
      minutes += second_round(present * post->week_minutes, pattern);
  }
  return 15 * second_round(minutes, 15);
}

bool second_looked_at(const struct second *second, int months, int month)
{
  return second->month->history.months[month].from >= second_months_before(second->first, months);
}

const struct past_assignment *second_past(const struct second *second, int clinician, int *count)
{
  const struct history *history = &second->month->history;
  *count = history->first ? history->first[clinician + 1] - history->first[clinician] : 0;
  return *count > 0 ? &history->assignments[history->first[clinician]] : NULL;
}

const struct history *second_published(const struct second *second, int date)
{
  const struct history *later = &second->month->later;
  if (second->known_from <= date && date < second->first)
    return &second->month->history;
  return second->last < date && date <= second->known_until ? later : NULL;
}

bool *second_worked(const struct second *second, const struct rule_use *use, int clinician,
                    int from)
{
  bool *worked = g_new0(bool, (gsize)(second->known_until - from + 1));
  const struct history *later = &second->month->later;
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (past[i].date >= from && past[i].date >= second->known_from &&
        second_past_in_scope(second, use, &past[i]))
      worked[past[i].date - from] = true;
  for (int i = 0; i < later->n_assignments; i++)
    if (later->assignments[i].clinician == clinician &&
        second_past_in_scope(second, use, &later->assignments[i]))
      worked[later->assignments[i].date - from] = true;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second_in_scope(second, use, &second->items[i]))
      worked[second->days[second->slots[second->items[i].slot].day].date - from] = true;
  return worked;
}
