#include "tests/support/second/second.h"

static bool is_member(const struct second *second, const struct rule_use *use, int clinician,
                      int team, int slot)
{
  int date = second_date(second, slot);
  return (second_value(use, "together") || second_post(second, clinician, date)->team == team) &&
         second_who_on(second, use, clinician, date);
}

static bool fits(const struct second *second, const struct rule_use *use, int slot)
{
  return second_when(second, use, slot) &&
         second->slots[slot].minutes >= second_value(use, "minutes");
}

static bool has_time(const struct second *second, const struct rule_use *use, int clinician,
                     int slot)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->items[i].slot == slot && second_in_scope(second, use, &second->items[i]))
      return true;
  return false;
}

/* The most members present in one slot that fits. */
static int most_here(const struct second *second, const struct rule_use *use, int team)
{
  int most = 0;
  for (int s = 0; s < second->n_slots; s++) {
    int here = 0;
    for (int c = 0; c < second->service->n_clinicians; c++)
      here += is_member(second, use, c, team, s) && second_present(second, c, s);
    if (fits(second, use, s))
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
    if (second->slots[s].day == day && fits(second, use, s) && n >= needed)
      return true;
  }
  return false;
}

static void read_group(const struct second *second, const struct rule_use *use, int team,
                       struct second_sum *sum)
{
  int here = most_here(second, use, team), days = 0;
  if (here < 2)
    return;
  int64_t needed = MAX(second_up(second_value(use, "quorum") * here, 100), 2);
  for (int d = 0; d < second->n_days; d++)
    days += meets_on(second, use, team, d, needed);
  int64_t price = second_price(use);
  second_find(sum, second_above(second_value(use, "meetings"), days),
              price == SECOND_HARD ? price : price * needed);
}

static void read_team_meeting(const struct second *second, const struct rule_use *use,
                              struct second_sum *sum)
{
  if (second_value(use, "together"))
    read_group(second, use, NONE, sum);
  else
    for (int team = 0; team < second->service->teams.count; team++)
      read_group(second, use, team, sum);
}

const struct second_reading second_team_meeting = {
    .rule = "team_meeting",
    .read = read_team_meeting,
    .uses = {"task: support", "task: [support, clinic, duty], meetings: 6, quorum: 10",
             "task: [support, clinic], at: [hub, remote], sessions: [mon-wed, sat], who: {band: "
             "[5, 6, 7]}, from: MONTH-04, until: MONTH-24, meetings: 3, quorum: 100",
             "task: [support, clinic, duty], together: yes, meetings: 9, quorum: 40, minutes: 200",
             "task: [support, clinic], together: yes, who: {band: [6, 7]}, quorum: 30"},
};
