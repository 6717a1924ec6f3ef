#include "tests/support/second/second.h"

/* What is known of the days of one person, from `from` on. */
struct days {
  const struct second *second;
  const struct rule_use *use;
  int clinician, from;
  bool *worked; /* [known_until - from + 1] */
};

static bool works(const struct days *days, int date)
{
  return date >= days->from && days->worked[date - days->from];
}

/* The price of a unit of that part: its own weight, or the use's. */
static int64_t price_of(const struct days *days, const char *part)
{
  g_autofree char *weight = g_strconcat(part, "_weight", NULL);
  return second_given(days->use, weight) ? second_value(days->use, weight)
                                         : second_price(days->use);
}

static bool is_of_month(const struct days *days, int date)
{
  return date >= days->second->first && date <= days->second->last;
}

/* Has the clinician a candidate in scope on that day of the month? */
static bool could(const struct days *days, int date)
{
  bool any = false;
  for (int s = 0; s < days->second->n_slots; s++)
    any |= second_date(days->second, s) == date &&
           second_could(days->second, days->use, days->clinician, s);
  return any;
}

static void read_most_days(const struct days *days, struct second_sum *sum)
{
  const struct second *second = days->second;
  int most = second_value(days->use, "most_days"), run = 0, windows = 0;
  for (int date = days->from; date <= second->known_until; date++) {
    run = works(days, date) ? run + 1 : 0;
    /* the window of most + 1 days that ends here has a day of the month */
    windows += run > most && date >= second->first && date - most <= second->last;
    if (run > 0 && date < second->known_until && works(days, date + 1))
      continue;
    second_find(sum, windows, price_of(days, "most_days"));
    windows = 0;
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
  for (int off = second->first; off <= second->known_until; off++) {
    int run = run_before(days, off, true), before = off - run - 1;
    if (works(days, off) || run == 0 || before < second->known_from || off - run > second->last)
      continue;
    if (off > second->first || could(days, off))
      second_find(sum, second_above(second_value(days->use, "fewest_days"), run),
                  price_of(days, "fewest_days"));
  }
}

static void read_fewest_days_off(const struct days *days, struct second_sum *sum)
{
  const struct second *second = days->second;
  if (!second_given(days->use, "fewest_days_off"))
    return;
  for (int date = second->first; date <= second->known_until; date++) {
    int run = run_before(days, date, false);
    if (works(days, date) && run > 0 && date - run - 1 <= second->last &&
        works(days, date - run - 1))
      second_find(sum, second_above(second_value(days->use, "fewest_days_off"), run),
                  price_of(days, "fewest_days_off"));
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
              price_of(days, "most_weekends"));
}

/* A day that nobody would call off: the person is not there, or the rule is not. */
static bool is_beside(const struct days *days, int date)
{
  const struct pattern *when = &days->use->scope.when;
  return is_of_month(days, date) &&
         ((when->from != DATE_NONE && date < when->from) ||
          (when->until != DATE_NONE && date > when->until) ||
          !second_employed(days->second, days->clinician, date) ||
          !second_who_on(days->second, days->use, days->clinician, date));
}

/* Is the window of days, all known, off, and with work to do on one of them? */
static bool is_idle(const struct days *days, int from, int until)
{
  bool idle = false;
  if (from < days->second->known_from)
    return false;
  for (int date = from; date <= until; date++) {
    if (works(days, date) || is_beside(days, date))
      return false;
    idle |= is_of_month(days, date) && could(days, date);
  }
  return idle;
}

static void read_most_days_off(const struct days *days, struct second_sum *sum)
{
  if (!second_given(days->use, "most_days_off"))
    return;
  int most = second_value(days->use, "most_days_off"), windows = 0;
  for (int date = days->second->first; date <= days->second->known_until + 1; date++) {
    if (date > days->second->known_until || works(days, date)) {
      second_find(sum, windows, price_of(days, "most_days_off"));
      windows = 0;
    } else
      windows += is_idle(days, date - most, date);
  }
}

static bool has_weekend(const struct days *days, int saturday, bool elsewhere)
{
  bool has = false;
  for (int date = saturday; date <= saturday + 1; date++)
    has |= date <= days->second->known_until && works(days, date) &&
           !(elsewhere && is_of_month(days, date));
  return has;
}

static void read_weekends_in_row(const struct days *days, struct second_sum *sum)
{
  if (!second_given(days->use, "weekends_in_row"))
    return;
  int most = second_value(days->use, "weekends_in_row"), found = 0;
  for (int date = days->second->first - 1; date <= days->second->known_until + 7; date++) {
    bool all = true, known = true;
    if (second_weekday(date) != 5)
      continue;
    for (int back = 0; back <= most; back++) {
      all &= has_weekend(days, date - 7 * back, false);
      known &= has_weekend(days, date - 7 * back, true);
    }
    found += all && !known;
    if (has_weekend(days, date, false))
      continue;
    second_find(sum, found, price_of(days, "weekends_in_row"));
    found = 0;
  }
}

static void read_whole_weekends(const struct days *days, struct second_sum *sum)
{
  for (int date = days->second->first - 1; date <= days->second->last; date++) {
    bool judged = second_value(days->use, "whole_weekends") == 1 && second_weekday(date) == 5 &&
                  date >= days->second->known_from && date + 1 <= days->second->known_until;
    for (int day = date; day <= date + 1; day++)
      judged &= !is_of_month(days, day) || could(days, day);
    if (judged && works(days, date) != works(days, date + 1))
      second_find(sum, 1, price_of(days, "whole_weekends"));
  }
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
    read_most_days_off(&days, sum);
    read_weekends_in_row(&days, sum);
    read_whole_weekends(&days, sum);
  }
}

const struct second_reading second_consecutive = {
    .rule = "consecutive",
    .read = read_consecutive,
    .uses =
        {"", "most_days: 2", "most_days: 4, fewest_days: 3, task: clinic",
         "fewest_days_off: 3, sessions: mon-sat, who: {band: [5, 6, 7]}",
         "most_days: 1, most_weekends: 1, at: [hub, remote]",
         "most_weekends: 0, sessions: [sat, sun]",
         "fewest_days: 4, fewest_days_off: 2, at: [hub, pcn]",
         "most_days: 3, fewest_days: 3, fewest_days_off: 2, from: MONTH-01",
         "most_days: 1, fewest_days_off: 4, most_weekends: 2, until: MONTH-20",
         "most_days_off: 3, weekends_in_row: 1, whole_weekends: yes, task: [clinic, duty],"
         " fewest_days: 3, most_days_weight: 3, fewest_days_weight: 2, weekends_in_row_weight: 0",
         "most_days_off: 6, most_days_off_weight: 7, whole_weekends: yes, until: MONTH-24,"
         " whole_weekends_weight: 4, fewest_days_off: 3, fewest_days_off_weight: 5,"
         " most_weekends: 1, most_weekends_weight: 6",
         "weekends_in_row: 2, most_days_off: 1, who: {band: [5, 6, 7]}, from: MONTH-05"},
};
