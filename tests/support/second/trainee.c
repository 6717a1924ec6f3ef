#include "tests/support/second/second.h"

static bool trains(const struct second *second, int clinician, int skill, int day)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct assignment *item = &second->items[i];
    if (second->slots[item->slot].day == day && second->service->tasks[item->task].skill == skill &&
        second_is_trainee(second, clinician, item->task, second->days[day].date))
      return true;
  }
  return false;
}

static bool can_debrief(const struct second *second, const struct rule_use *use, int clinician,
                        int skill, int date)
{
  const bool *debriefers = second_set(use, "debriefers");
  if (debriefers)
    return second_among(second, debriefers, clinician, date);
  const struct skill_held *held = second_holds(second, clinician, skill, date);
  return held && held->stage >= second_value(use, "stage");
}

static bool is_at_work(const struct second *second, int clinician, int day)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->slots[second->items[i].slot].day == day)
      return true;
  return false;
}

static void read_trainee(const struct second *second, const struct rule_use *use,
                         struct second_sum *sum)
{
  for (int skill = 0; skill < second->service->skills.count; skill++)
    for (int d = 0; d < second->n_days; d++) {
      int trainees = 0, debriefers = 0;
      for (int c = 0; c < second->service->n_clinicians; c++) {
        trainees += trains(second, c, skill, d);
        debriefers +=
            is_at_work(second, c, d) && can_debrief(second, use, c, skill, second->days[d].date);
      }
      second_find(sum, second_above(trainees, second_value(use, "per_debriefer") * debriefers),
                  second_price(use));
    }
}

const struct second_reading second_trainee = {
    .rule = "trainee",
    .read = read_trainee,
    .uses = {"", "stage: 3, per_debriefer: 1", "debriefers: {band: [7, 8]}, per_debriefer: 2"},
};
