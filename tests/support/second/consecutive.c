#include "tests/support/second/second.h"

/* What is known of the days of one person: from `from` to the month's last. */
struct days {
  const struct second *second;
  const struct rule_use *use;
  int clinician, from;
  bool *worked; /* [last - from + 1] */
};

static bool works(const struct days *days, int date)
{
  return date >= days->from && days->worked[date - days->from];
}

static void read_most_days(const struct days *days, struct second_sum *sum)
{
  const struct second *second = days->second;
  int most = second_value(days->use, "most_days"), run = 0;
  for (int date = days->from; date <= second->last; date++) {
    run = works(days, date) ? run + 1 : 0;
    bool ends = run > 0 && (date == second->last || !works(days, date + 1));
    if (ends && date >= second->first)
      second_find(sum, MIN(second_above(run, most), date - second->first + 1),
                  second_price(days->use));
  }
}

/* Runs of days, worked or off, that end before a day of the month. */
static int run_before(const struct days *days, int date, bool worked)
{
  int run = 0;
  while (date - run - 1 >= days->from && works(days, date - run - 1) == worked)
    run++;
  return run;
}

static void read_fewest_days(const struct days *days, struct second_sum *sum)
{
  const struct second *second = days->second;
  if (!second_given(days->use, "fewest_days"))
    return;
  for (int off = second->first; off <= second->last; off++) {
    int run = run_before(days, off, true), before = off - run - 1;
    if (works(days, off) || run == 0 || before < second->known_from)
      continue;
    bool could = off > second->first;
    for (int s = 0; s < second->n_slots; s++)
      could |= second->slots[s].day == 0 && second_could(second, days->use, days->clinician, s);
    if (could)
      second_find(sum, second_above(second_value(days->use, "fewest_days"), run),
                  second_price(days->use));
  }
}

static void read_fewest_days_off(const struct days *days, struct second_sum *sum)
{
  const struct second *second = days->second;
  if (!second_given(days->use, "fewest_days_off"))
    return;
  for (int date = second->first; date <= second->last; date++) {
    int run = run_before(days, date, false);
    if (works(days, date) && run > 0 && works(days, date - run - 1))
      second_find(sum, second_above(second_value(days->use, "fewest_days_off"), run),
                  second_price(days->use));
  }
}

static void read_weekends(const struct days *days, struct second_sum *sum)
{
  const struct second *second = days->second;
  int weekends = 0;
  if (!second_given(days->use, "most_weekends"))
    return;
  for (int saturday = second->first - 1; saturday <= second->last; saturday++)
    weekends +=
        second_weekday(saturday) == 5 && ((saturday >= second->first && works(days, saturday)) ||
                                          (saturday < second->last && works(days, saturday + 1)));
  second_find(sum, second_above(weekends, second_value(days->use, "most_weekends")),
              second_price(days->use));
}

static void read_consecutive(const struct second *second, const struct rule_use *use,
                             struct second_sum *sum)
{
  int from = MIN(second->known_from, second->first - 1);
  for (int c = 0; c < second->service->n_clinicians; c++) {
    if (!second_who(second, use, c))
      continue;
    g_autofree bool *worked = second_worked(second, use, c, from);
    struct days days = {second, use, c, from, worked};
    read_most_days(&days, sum);
    read_fewest_days(&days, sum);
    read_fewest_days_off(&days, sum);
    read_weekends(&days, sum);
  }
}

const struct second_reading second_consecutive = {
    .rule = "consecutive",
    .read = read_consecutive,
    .uses = {"", "most_days: 2", "most_days: 4, fewest_days: 3, task: clinic",
             "fewest_days_off: 3, sessions: mon-sat, who: {band: [5, 6, 7]}",
             "most_days: 1, most_weekends: 1, at: [hub, remote]",
             "most_weekends: 0, sessions: [sat, sun]",
             "fewest_days: 4, fewest_days_off: 2, at: [hub, pcn]",
             "most_days: 3, fewest_days: 3, fewest_days_off: 2, from: MONTH-01",
             "most_days: 1, fewest_days_off: 4, most_weekends: 2, until: MONTH-20"},
};
