#include "tests/support/second/second.h"

#include <string.h>

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

/* Do both uses fit the slot, which is too short for one after the other? */
static bool clash(const struct second *second, const struct rule_use *a, const struct rule_use *b,
                  int slot)
{
  return fits(second, a, slot) && fits(second, b, slot) &&
         second_value(a, "minutes") + second_value(b, "minutes") > second->slots[slot].minutes;
}

/* On what side of its share of the clashing days is the slot's: the first, third ... is odd. */
static bool is_odd_day(const struct second *second, const struct rule_use *a,
                       const struct rule_use *b, int slot)
{
  int days = 0, last = NONE;
  for (int s = 0; s < second->n_slots; s++)
    if (second->slots[s].day != last && second->slots[s].day <= second->slots[slot].day &&
        clash(second, a, b, s)) {
      last = second->slots[s].day;
      days++;
    }
  return days % 2 == 1;
}

/* Does `use` give way to the other in a slot in which they clash? */
static bool yields(const struct second *second, const struct rule_use *use,
                   const struct rule_use *other, int slot)
{
  int alone = 0, other_alone = 0, both = 0;
  for (int s = 0; s < second->n_slots; s++) {
    bool a = fits(second, use, s), b = fits(second, other, s);
    alone += a && !b;
    other_alone += b && !a;
    both += a && b;
  }
  bool other_first = other_alone < alone || (other_alone == alone && other < use);
  if ((other_first ? alone : other_alone) >= both)
    return other_first;
  return other_first == is_odd_day(second, use, other, slot);
}

/* Is the clinician, with another who is there, of a meeting of that use? */
static bool meets_by(const struct second *second, const struct rule_use *use, int clinician,
                     int slot)
{
  int team = second_post(second, clinician, second_date(second, slot))->team;
  bool together = second_value(use, "together") != 0;
  if ((!together && team == NONE) || !is_member(second, use, clinician, team, slot))
    return false;
  for (int c = 0; c < second->service->n_clinicians; c++)
    if (c != clinician && second_present(second, c, slot) && is_member(second, use, c, team, slot))
      return true;
  return false;
}

/* Is the slot free for the group, or another use's, of which one of its members there is too? */
static bool is_free(const struct second *second, const struct rule_use *use, int team, int slot)
{
  for (int u = 0; u < second->service->n_uses; u++) {
    const struct rule_use *other = &second->service->uses[u];
    if (other == use || strcmp(other->rule->name, "team_meeting") != 0 ||
        !clash(second, use, other, slot) || !yields(second, use, other, slot))
      continue;
    for (int c = 0; c < second->service->n_clinicians; c++)
      if (second_present(second, c, slot) && is_member(second, use, c, team, slot) &&
          meets_by(second, other, c, slot))
        return false;
  }
  return true;
}

static bool meets_on(const struct second *second, const struct rule_use *use, int team, int day,
                     int64_t needed)
{
  for (int s = 0; s < second->n_slots; s++) {
    int n = 0;
    for (int c = 0; c < second->service->n_clinicians; c++)
      n += is_member(second, use, c, team, s) && has_time(second, use, c, s);
    if (second->slots[s].day == day && fits(second, use, s) && n >= needed &&
        is_free(second, use, team, s))
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
