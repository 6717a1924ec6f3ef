#include "tests/support/second/second.h"

static bool is_member(const struct second *second, const struct rule_use *use, int clinician,
                      int team, int slot)
{
  int date = second_date(second, slot);
  return second_post(second, clinician, date)->team == team &&
         second_who_on(second, use, clinician, date);
}

static bool has_time(const struct second *second, const struct rule_use *use, int clinician,
                     int slot)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot && second_in_scope(second, use, &second->items[i]))
      return true;
  return false;
}

/* The most members present in one slot in scope. */
static int most_here(const struct second *second, const struct rule_use *use, int team)
{
  int most = 0;
  for (int s = 0; s < second->n_slots; s++) {
    int here = 0;
    for (int c = 0; c < second->service->n_clinicians; c++)
      here += is_member(second, use, c, team, s) && second_present(second, c, s);
    if (second_when(second, use, s))
      most = MAX(most, here);
  }
  return most;
}

static bool meets_on(const struct second *second, const struct rule_use *use, int team, int day,
                     int64_t needed)
{
  for (int s = 0; s < second->n_slots; s++) {
    int n = 0;
    for (int c = 0; c < second->service->n_clinicians; c++)
      n += is_member(second, use, c, team, s) && has_time(second, use, c, s);
    if (second->slots[s].day == day && n >= needed)
      return true;
  }
  return false;
}

static void read_team_meeting(const struct second *second, const struct rule_use *use,
                              struct second_sum *sum)
{
  for (int team = 0; team < second->service->teams.count; team++) {
    int here = most_here(second, use, team), days = 0;
    if (here < 2)
      continue;
    int64_t needed = second_up(second_value(use, "quorum") * here, 100);
    for (int d = 0; d < second->n_days; d++)
      days += meets_on(second, use, team, d, needed);
    second_find(sum, second_above(second_value(use, "meetings"), days), second_price(use));
  }
}

const struct second_reading second_team_meeting = {
    .rule = "team_meeting",
    .read = read_team_meeting,
    .uses = {"task: support", "task: [support, clinic, duty], meetings: 6, quorum: 40",
             "task: [support, clinic], at: [hub, remote], sessions: [mon-wed, sat], who: {band: "
             "[5, 6, 7]}, from: MONTH-04, until: MONTH-24, meetings: 3, quorum: 100"},
};
