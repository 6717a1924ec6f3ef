#include "tests/support/second/second.h"

static bool follows(const struct second *second, const struct rule_use *use,
                    const struct assignment *item)
{
  if (!second_given(use, "then_task") && !second_given(use, "then_sessions"))
    return second_in_scope(second, use, item);
  const struct second_slot *slot = &second->slots[item->slot];
  const bool *tasks = second_set(use, "then_task");
  return second_who_on(second, use, item->clinician, second_date(second, item->slot)) &&
         (!tasks || tasks[item->task]) &&
         second_falls(second_pattern(use, "then_sessions"), second->days[slot->day].date,
                      slot->block);
}

static bool follows_on(const struct second *second, const struct rule_use *use, int clinician,
                       int date)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->days[second->slots[second->items[i].slot].day].date == date &&
        follows(second, use, &second->items[i]))
      return true;
  return false;
}

static void read_succession(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  int within = second_value(use, "within_days"), from = second->first - within;
  for (int c = 0; c < second->service->n_clinicians; c++) {
    g_autofree bool *worked = second_worked(second, use, c, from);
    for (int date = second->first; date <= second->last && second_who(second, use, c); date++)
      for (int k = 1; k <= within; k++)
        second_find(sum, worked[date - k - from] && follows_on(second, use, c, date),
                    second_price(use));
  }
}

const struct second_reading second_succession = {
    .rule = "succession",
    .read = read_succession,
    .uses = {"", "sessions: all eve, then_sessions: all am",
             "task: duty, within_days: 3, who: {clinicians: [ann, dan]}",
             "at: crawley, then_task: [duty, spine], within_days: 2",
             "sessions: mon-sat pm, then_task: clinic, then_sessions: [tue, thu, sun]",
             "within_days: 9, at: hove, task: clinic, from: MONTH-04, until: MONTH-23"},
};
