#include "tests/support/second/second.h"

static void read_shares(const struct second *second, const struct rule_use *use, int clinician,
                        struct second_sum *sum)
{
  int64_t most = second_value(use, "share_most") * second_contract(second, use, clinician) / 100;
  for (int t = 0; t < second->service->n_tasks; t++) {
    int64_t minutes = 0;
    for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
      if (second->items[i].task == t && second_in_scope(second, use, &second->items[i]) &&
          !second_extra(second, clinician, second->items[i].slot))
        minutes += second->slots[second->items[i].slot].minutes;
    second_find(sum, second_started(minutes - most, 60), second_price(use));
  }
}

static bool needs(const struct second *second, const struct rule_use *use, int task, int skill)
{
  return task != NONE && second_task(use, task) && second->service->tasks[task].skill == skill;
}

static bool can_do_one(const struct second *second, const struct rule_use *use, int clinician,
                       int skill, int date)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    if (needs(second, use, t, skill) && second_can(second, clinician, t, date))
      return second_employed(second, clinician, date) &&
             second_who_on(second, use, clinician, date);
  return false;
}

static bool has_candidate(const struct second *second, const struct rule_use *use, int clinician,
                          int skill, int from, int until)
{
  for (int s = 0; s < second->n_slots; s++)
    for (int t = 0; t < second->service->n_tasks; t++)
      for (int p = 0; p < second->service->n_sites; p++) {
        int date = second->days[second->slots[s].day].date;
        struct assignment item = {clinician, s, t, p, false};
        if (from <= date && date <= until && needs(second, use, t, skill) &&
            second_candidate(second, &item))
          return true;
      }
  return false;
}

static bool is_used(const struct second *second, const struct rule_use *use, int clinician,
                    int skill, int from, int until)
{
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    if (from <= past[i].date && past[i].date <= until && needs(second, use, past[i].task, skill))
      return true;
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++) {
    const struct assignment *item = &second->items[i];
    int date = second->days[second->slots[item->slot].day].date;
    if (from <= date && date <= until && needs(second, use, item->task, skill))
      return true;
  }
  return false;
}

/* Was the person away for the whole of a published month that those days touch? */
static bool was_away(const struct second *second, int clinician, int from, int until)
{
  const struct history *history = &second->month->history;
  for (int i = 0; i < history->n_accounts; i++) {
    const struct past_account *account = &history->accounts[i];
    if (account->clinician == clinician && account->contract_minutes == 0 &&
        history->months[account->month].from <= until &&
        history->months[account->month].until >= from)
      return true;
  }
  return false;
}

static void read_skills(const struct second *second, const struct rule_use *use, int clinician,
                        struct second_sum *sum)
{
  for (int sunday = second->first; sunday <= second->last; sunday++) {
    int from = sunday - 7 * second_value(use, "used_within") + 1;
    if (second_weekday(sunday) != 6 || from < second->known_from ||
        was_away(second, clinician, from, sunday))
      continue;
    for (int skill = 0; skill < second->service->skills.count; skill++)
      if (can_do_one(second, use, clinician, skill, from) &&
          can_do_one(second, use, clinician, skill, sunday) &&
          has_candidate(second, use, clinician, skill, from, sunday))
        second_find(sum, !is_used(second, use, clinician, skill, from, sunday), second_price(use));
  }
}

static void read_variety(const struct second *second, const struct rule_use *use,
                         struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++)
    if (second_who(second, use, c) && !second->service->clinicians[c].bank) {
      read_shares(second, use, c, sum);
      read_skills(second, use, c, sum);
    }
}

const struct second_reading second_variety = {
    .rule = "variety",
    .read = read_variety,
    .uses = {"", "share_most: 20, used_within: 1",
             "share_most: 7, used_within: 3, task: [clinic, spine], who: {skill: spine}",
             "used_within: 5"},
};
