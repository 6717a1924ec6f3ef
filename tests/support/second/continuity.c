#include "tests/support/second/second.h"

/* The weekday, block and site of an assignment. */
struct place {
  int weekday, block, site;
};

static bool was_published(const struct second *second)
{
  const struct history *history = &second->month->history;
  return history->n_months > 0 && history->months[history->n_months - 1].until == second->first - 1;
}

static bool holds(const struct second *second, const struct rule_use *use, int clinician,
                  struct place place)
{
  const struct history *history = &second->month->history;
  const struct past_month *last = &history->months[history->n_months - 1];
  int count, times = 0;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    times += past[i].date >= last->from && second_weekday(past[i].date) == place.weekday &&
             past[i].block == place.block && past[i].site == place.site &&
             second_past_in_scope(second, use, &past[i]);
  return times >= second_value(use, "times");
}

static bool is_at_held(const struct second *second, const struct rule_use *use,
                       const struct assignment *item)
{
  const struct second_slot *slot = &second->slots[item->slot];
  return holds(second, use, item->clinician,
               (struct place){second->days[slot->day].weekday, slot->block, item->site});
}

static bool could_keep(const struct second *second, const struct rule_use *use, int clinician)
{
  for (int s = 0; s < second->n_slots; s++)
    for (int p = 0; p < second->service->n_sites; p++)
      for (int t = 0; t < second->service->n_tasks; t++) {
        struct assignment item = {clinician, s, t, p, false};
        if (second_in_scope(second, use, &item) && second_candidate(second, &item) &&
            is_at_held(second, use, &item))
          return true;
      }
  return false;
}

static void read_continuity(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  if (!was_published(second))
    return;
  for (int c = 0; c < second->service->n_clinicians; c++) {
    if (!second_who(second, use, c) || !could_keep(second, use, c))
      continue;
    int64_t n = 0, kept = 0;
    for (int i = second->of[c]; i < second->of[c + 1]; i++)
      if (second_in_scope(second, use, &second->items[i])) {
        n++;
        kept += is_at_held(second, use, &second->items[i]);
      }
    second_find(sum, second_started(second_value(use, "share") * n - 100 * kept, 100),
                second_price(use));
  }
}

const struct second_reading second_continuity = {
    .rule = "continuity",
    .read = read_continuity,
    .uses = {"", "share: 35, times: 1",
             "share: 100, times: 3, task: [clinic, duty], who: {not: {tag: admin}}",
             "at: hub, sessions: [all am, tue pm], times: 1",
             "share: 90, times: 1, from: MONTH-01, until: MONTH-25"},
};
