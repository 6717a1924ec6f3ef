#include "tests/support/second/second.h"

struct part {
  bool takes_part;
  int64_t share, now, before;
};

static bool takes_part(const struct second *second, const struct rule_use *use, int clinician)
{
  const struct service *service = second->service;
  for (int s = 0; s < second->n_slots; s++)
    for (int t = 0; t < service->n_tasks; t++)
      for (int p = 0; p < service->n_sites; p++) {
        struct assignment item = {clinician, s, t, p, false};
        if (second_present(second, clinician, s) && !second_extra(second, clinician, s) &&
            service->tasks[t].at[p] &&
            second_post(second, clinician, second_date(second, s))->sites[p] &&
            second_in_scope(second, use, &item) &&
            second_can(second, clinician, t, second->days[second->slots[s].day].date))
          return true;
      }
  return false;
}

/* Did it begin at most so many months before this one? */
static bool is_looked_at(const struct second *second, const struct rule_use *use, int month)
{
  return second_looked_at(second, second_value(use, "look_back_months"), month);
}

static int64_t hours(int64_t minutes)
{
  return (minutes + 30) / 60;
}

/* w(c): the WTE over the sessions of the pattern, 0 in those that the person is away. */
static int64_t wte_now(const struct second *second, const struct rule_use *use, int clinician)
{
  int64_t sum = 0, all = 0;
  for (int s = 0; s < second->n_slots; s++) {
    int date = second_date(second, s), block = second->slots[s].block;
    const struct pattern *works = second_works(second, clinician, date);
    if (!second->slots[s].ordinary)
      continue;
    if (second_weekly(works, second_weekday(date), block))
      all += second->slots[s].minutes;
    if (second_present(second, clinician, s) && !second_extra(second, clinician, s) &&
        second_who_on(second, use, clinician, date))
      sum += second->slots[s].minutes * second_post(second, clinician, date)->wte_percent;
  }
  return all == 0 ? 0 : second_round(sum, all);
}

static bool has_sessions(const struct second *second, int weekday)
{
  for (int block = 0; block < second->service->n_blocks; block++)
    if (second_weekly(&second->service->week, weekday, block))
      return true;
  return false;
}

/* w(c, m) */
static int64_t wte_then(const struct second *second, const struct past_account *account)
{
  const struct past_month *month = &second->month->history.months[account->month];
  int64_t weekdays = 0, days = 0;
  for (int day = 0; day < 7; day++)
    weekdays += has_sessions(second, day);
  for (int date = month->from; date <= month->until; date++) {
    bool holiday = false;
    for (int i = 0; i < second->service->n_holidays; i++)
      holiday = holiday || second->service->holidays[i] == date;
    days += !holiday && has_sessions(second, second_weekday(date));
  }
  return days == 0 ? 0
                   : second_round(100 * weekdays * account->contract_minutes,
                                  second->service->full_time_minutes * days);
}

static int64_t share_of(const struct second *second, const struct rule_use *use, int clinician)
{
  const struct history *history = &second->month->history;
  int64_t wte = wte_now(second, use, clinician);
  int64_t owed = hours(second_contract(second, use, clinician));
  for (int i = 0; i < history->n_accounts; i++)
    if (history->accounts[i].clinician == clinician &&
        is_looked_at(second, use, history->accounts[i].month)) {
      wte += wte_then(second, &history->accounts[i]);
      owed += hours(history->accounts[i].contract_minutes);
    }
  return second_is(use, "by", "contract") ? owed : wte;
}

static int64_t done_before(const struct second *second, const struct rule_use *use, int clinician)
{
  const struct history *history = &second->month->history;
  int64_t n = 0;
  int count;
  const struct past_assignment *past = second_past(second, clinician, &count);
  for (int i = 0; i < count; i++)
    for (int m = 0; m < history->n_months; m++)
      n += history->months[m].from <= past[i].date && past[i].date <= history->months[m].until &&
           is_looked_at(second, use, m) && !past[i].extra &&
           second_past_in_scope(second, use, &past[i]);
  return n;
}

static struct part part_of(const struct second *second, const struct rule_use *use, int clinician)
{
  struct part part = {takes_part(second, use, clinician), 0, 0, 0};
  if (!part.takes_part)
    return part;
  part.share = share_of(second, use, clinician);
  if (part.share == 0)
    return part;
  part.before = done_before(second, use, clinician);
  for (int i = second->of[clinician]; i < second->of[clinician + 1]; i++)
    part.now += second_in_scope(second, use, &second->items[i]) &&
                !second_extra(second, clinician, second->items[i].slot);
  return part;
}

static void read_fair_share(const struct second *second, const struct rule_use *use,
                            struct second_sum *sum)
{
  int n_clinicians = second->service->n_clinicians;
  g_autofree struct part *parts = g_new0(struct part, (gsize)n_clinicians);
  int64_t shares = 0, done = 0;
  for (int c = 0; c < n_clinicians; c++) {
    parts[c] = part_of(second, use, c);
    shares += parts[c].share;
    done += parts[c].now + parts[c].before;
  }
  for (int c = 0; c < n_clinicians; c++) {
    if (parts[c].share == 0)
      continue;
    int64_t off = shares * (parts[c].now + parts[c].before) - parts[c].share * done;
    second_find(
        sum, second_started((off < 0 ? -off : off) - second_value(use, "within") * shares, shares),
        second_price(use));
  }
}

const struct second_reading second_fair_share = {
    .rule = "fair_share",
    .read = read_fair_share,
    .uses = {"", "task: duty, within: 0, look_back_months: 1",
             "sessions: [all eve, sat, sun], look_back_months: 12, within: 0",
             "by: contract, look_back_months: 2, at: [hub, library], within: 2",
             "by: contract, task: [fcp, spine], look_back_months: 0, who: {band: [6, 7]}",
             "task: [clinic, calls], within: 1, from: MONTH-05, until: MONTH-25"},
};
