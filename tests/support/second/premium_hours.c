#include "tests/support/second/second.h"

/* Minutes from `a` to `b` that lie from `from` to `to`. */
static int64_t overlap(int a, int b, int from, int to)
{
  return second_above(MIN(b, to), MAX(a, from));
}

/* A hundredfold, in minutes. */
static int64_t premium(const struct second *second, const struct rule_use *use, int slot)
{
  const struct second_slot *at = &second->slots[slot];
  const struct second_day *day = &second->days[at->day];
  if (day->holiday || day->weekday == 6)
    return (int64_t)at->minutes * second_value(use, "sunday");
  if (day->weekday == 5)
    return (int64_t)at->minutes * second_value(use, "saturday");
  int64_t late = overlap(at->from, at->to, 60 * second_value(use, "evening_from"), 24 * 60);
  int64_t early = overlap(at->from, at->to, 0, 60 * second_value(use, "morning_until"));
  return (late + early) * second_value(use, "evening");
}

static void read_premium_hours(const struct second *second, const struct rule_use *use,
                               struct second_sum *sum)
{
  for (int c = 0; c < second->service->n_clinicians; c++) {
    int64_t quarters = 0;
    for (int i = second->of[c]; i < second->of[c + 1]; i++)
      if (second_in_scope(second, use, &second->items[i]))
        quarters += second_up(premium(second, use, second->items[i].slot), 100 * 15);
    second_find(sum, quarters, second_price(use));
  }
}

const struct second_reading second_premium_hours = {
    .rule = "premium_hours",
    .read = read_premium_hours,
    .uses = {"", "saturday: 50, sunday: 100, evening: 76, evening_from: 17",
             "saturday: 0, sunday: 7, evening: 33, evening_from: 16, morning_until: 9, who: {band: "
             "[5, 6]}, task: "
             "[clinic, duty, calls], at: [hub, remote], sessions: [all pm, all eve, sun], from: "
             "MONTH-03, until: MONTH-24"},
};
