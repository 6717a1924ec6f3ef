#include "tests/support/second/second.h"

/* Is somebody to be on duty: is a site in scope of a task in scope open? */
static bool is_asked(const struct second *second, const struct rule_use *use, int slot)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    for (int p = 0; p < second->service->n_sites; p++)
      if (second->service->tasks[t].at[p] && second_task(use, t) && second_site(use, p) &&
          second_open(second, slot, p))
        return second->slots[slot].ordinary && second_when(second, use, slot);
  return false;
}

/* Was it taken away from a site where somebody would be? */
static bool is_taken(const struct second *second, const struct rule_use *use, int slot)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    for (int p = 0; p < second->service->n_sites; p++)
      if (second->service->tasks[t].at[p] && second_task(use, t) && second_site(use, p) &&
          second_taken(second, slot, p))
        return second_when(second, use, slot);
  return false;
}

/* Where the first of these tasks, from the first of these sites, moves. */
static int moves_to(const struct second *second, const struct rule_use *use, int slot)
{
  for (int t = 0; t < second->service->n_tasks; t++)
    for (int p = 0; p < second->service->n_sites; p++)
      if (second->service->tasks[t].at[p] && second_task(use, t) && second_site(use, p) &&
          second_moves(second, slot, t, p) != NONE)
        return second_moves(second, slot, t, p);
  return NONE;
}

static void read_slots(const struct second *second, const struct rule_use *use,
                       struct second_sum *sum)
{
  int need = second_value(use, "need");
  for (int s = 0; s < second->n_slots; s++) {
    bool asked = is_asked(second, use, s), taken = !asked && is_taken(second, use, s);
    int to = taken ? moves_to(second, use, s) : NONE, n = 0;
    if (to == NONE && !asked) {
      second_find(sum, taken ? need : 0, use->weight);
      continue;
    }
    for (int i = 0; i < second->count; i++) {
      const struct assignment *item = &second->items[i];
      n += item->slot == s && (second_in_scope(second, use, item) ||
                               (item->site == to && second_task(use, item->task)));
    }
    second_find(sum, second_above(need, n), second_price(use));
    second_find(sum, second_above(n, need),
                use->hard ? SECOND_HARD : second_value(use, "over_weight"));
  }
}

static bool is_working_day(const struct second *second, int day)
{
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < second->service->n_sites; p++)
      if (second->slots[s].day == day && second->slots[s].ordinary && second_open(second, s, p))
        return true;
  return false;
}

static bool is_on_duty(const struct second *second, const struct rule_use *use, int clinician,
                       int day)
{
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    if (second->slots[second->items[i].slot].day == day &&
        second_in_scope(second, use, &second->items[i]) &&
        is_asked(second, use, second->items[i].slot))
      return true;
  return false;
}

static void read_duty_cover(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  read_slots(second, use, sum);
  if (second_value(use, "apart_weight") == 0)
    return;
  for (int d = 0, before = NONE; d < second->n_days; d++) {
    if (!is_working_day(second, d))
      continue;
    for (int c = 0; c < second->service->n_clinicians && before != NONE; c++)
      second_find(sum, is_on_duty(second, use, c, before) && is_on_duty(second, use, c, d),
                  second_value(use, "apart_weight"));
    before = d;
  }
}

const struct second_reading second_duty_cover = {
    .rule = "duty_cover",
    .read = read_duty_cover,
    .uses = {"task: duty", "task: duty, at: remote, need: 2, over_weight: 0, apart_weight: 0",
             "task: [duty, clinic], sessions: [mon-fri am, sat am], need: 3, from: MONTH-02, "
             "until: MONTH-26, apart_weight: 1000",
             "task: clinic, at: crawley, over_weight: 5"},
};
